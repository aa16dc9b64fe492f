"""The evidence register in the PDF."""

from digicom_desktop.documents.pdf_blocks import Block, Stack
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    BODY,
    CELL,
    CELL_BOLD,
    CELL_CENTER,
    CELL_SMALL,
    HEAD_CELL,
    HEAD_CELL_CENTER,
    NOTE,
    WIDTH,
)
from digicom_desktop.documents.pdf_table import Table, TableRow, cell_widths
from digicom_desktop.domain.report import EvidenceView

_COLUMNS = (42.0, 136.0, 58.0, WIDTH - 42 - 136 - 58 - 34 - 40, 34.0, 40.0)
_HASH_SHOWN = 12


def register_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    evidence = setting.report.evidence
    blocks = setting.chapter(n, setting.say("register.title"))
    if not evidence:
        return [*blocks, setting.text(setting.say("register.empty"), BODY)]
    note = setting.say("register.note", count=len(evidence))
    if any(entry.file_sha256 for entry in evidence):
        note += setting.say("register.note_files")
    return [*blocks, _register(setting, evidence), setting.text(note, NOTE)]


def _register(setting: Setting, evidence: tuple[EvidenceView, ...]) -> Table:
    names = ("number", "document", "date", "proves", "grade", "items")
    rooms = cell_widths(_COLUMNS)
    head = TableRow(
        tuple(
            setting.text(
                setting.say(f"register.{name}"),
                HEAD_CELL_CENTER if name == "grade" else HEAD_CELL,
                room,
            )
            for name, room in zip(names, rooms, strict=True)
        ),
        _COLUMNS,
    )
    rows = tuple(_row(setting, entry, rooms) for entry in evidence)
    return Table(head, rows, before=10)


def _row(setting: Setting, entry: EvidenceView, rooms: list[float]) -> TableRow:
    title = Stack(
        (
            setting.text(setting.or_none(entry.title), CELL, rooms[1]),
            setting.text(_file(setting, entry), CELL_SMALL, rooms[1]),
        )
    )
    return TableRow(
        (
            setting.text(entry.number, CELL_BOLD, rooms[0]),
            title,
            _dates(setting, entry, rooms[2]),
            setting.text(setting.or_dash(entry.proves), CELL, rooms[3]),
            setting.text(str(entry.grade), CELL_CENTER, rooms[4]),
            setting.text(setting.say("list").join(entry.items), CELL, rooms[5]),
        ),
        _COLUMNS,
    )


def _dates(setting: Setting, entry: EvidenceView, room: float) -> Block:
    date = setting.text(setting.or_dash(entry.date), CELL, room)
    if not entry.valid_until:
        return date
    until = setting.say("register.valid_until", date=entry.valid_until)
    return Stack((date, setting.text(until, CELL_SMALL, room)))


def _file(setting: Setting, entry: EvidenceView) -> str:
    if not entry.file_name:
        return setting.say("register.no_file")
    if not entry.file_sha256:
        return entry.file_name
    return setting.say(
        "register.file",
        name=entry.file_name,
        size=_size(entry.file_size or 0),
        hash=entry.file_sha256[:_HASH_SHOWN],
    )


def _size(size: int) -> str:
    if size < 1024:
        return f"{size} B"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
