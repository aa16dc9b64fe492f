"""The page before each piece of evidence: what it is, what it proves, which file it is."""

from dataclasses import replace

from digicom_desktop.documents.pdf_blocks import Anchor, Block, Drawn, Labelled, Stack, rule
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting, accent_rule
from digicom_desktop.documents.pdf_styles import (
    ACCENT,
    AMBER,
    BOTTOM,
    LABEL,
    LINE,
    MM,
    PAGE_WIDTH,
    TEXT2,
    TOP,
    WHITE,
    WIDTH,
    Style,
)
from digicom_desktop.documents.volume_places import Place
from digicom_desktop.documents.volume_source import MOST_PAGES
from digicom_desktop.domain.report import EvidenceView

_NUMBER = Style(44, 56, bold=True, color=ACCENT)
_TITLE = Style(20, 30, bold=True)
_TITLE_LONG = Style(15, 23, bold=True)
_LONG = 60
_COUNT = Style(11, 18, color=TEXT2)
_NAME = Style(10, 17, color=LABEL.color)
_VALUE = Style(10.5, 17)
_HASH = Style(8.5, 17)
_REASON = Style(10.5, 17, bold=True, color=AMBER)
_NAME_WIDTH = 92.0
_DROP = 96.0
"""How far below the top of the text the page begins."""
_TAB_WIDTH, _TAB_HEIGHT = 13 * MM, 11 * MM
_TAB = Style(8.5, 12, bold=True, color=WHITE, align="center")
_TAB_PLACES = 14


def divider(setting: Setting, place: Place) -> list[Block]:
    """The page for ``place``; very long texts run on to another."""
    entry = place.entry
    title = setting.or_none(entry.title)
    count = setting.words("volume.divider.label", n=place.n, count=place.count)
    style = _TITLE if len(title) <= _LONG else _TITLE_LONG
    bookmark = Anchor(place.key, f"{entry.number}  {title}", 0)
    return [
        Drawn(_DROP, lambda pen, x, y: None, anchor=bookmark),
        setting.text(count, _COUNT),
        setting.text(entry.number, _NUMBER),
        replace(setting.text(title, style), before=6),
        replace(accent_rule(), before=12, keeps=False),
        *(_line(setting, name, value) for name, value in _values(setting, place)),
    ]


def draw_tab(setting: Setting, pen: Pen, place: Place) -> None:
    """A tab with the number at the edge, one step lower from piece to piece."""
    step = (BOTTOM - TOP - _TAB_HEIGHT) / (_TAB_PLACES - 1)
    x, y = PAGE_WIDTH - _TAB_WIDTH, TOP + ((place.n - 1) % _TAB_PLACES) * step
    with pen.artifact():
        pen.box(x, y, _TAB_WIDTH, _TAB_HEIGHT, ACCENT)
        number = setting.text(place.entry.number, _TAB, _TAB_WIDTH)
        number.draw(pen, x, y + (_TAB_HEIGHT - number.height) / 2)


def texts(setting: Setting, entry: EvidenceView) -> list[str]:
    """Everything the divider says of the piece itself."""
    said = [entry.number, setting.or_none(entry.title)]
    return said + [value for _, value in _plain(setting, entry)]


def size_of(size: int) -> str:
    """``size`` in bytes as people say it."""
    if size < 1024:
        return f"{size} B"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def _values(setting: Setting, place: Place) -> list[tuple[str, Block]]:
    room = WIDTH - _NAME_WIDTH
    rows: list[tuple[str, Block]] = [
        (name, setting.text(value, _HASH if name == "sha256" else _VALUE, room))
        for name, value in _plain(setting, place.entry)
    ]
    if place.sheets:
        return [*rows, ("here", setting.text(_pages(setting, place), _VALUE, room))]
    return [*rows, ("left_out", setting.text(_reason(setting, place), _REASON, room))]


def _plain(setting: Setting, entry: EvidenceView) -> list[tuple[str, str]]:
    grade = setting.words("volume.divider.grade_value", grade=entry.grade, name=entry.grade_name)
    rows = [
        ("date", setting.or_dash(entry.date)),
        ("valid_until", entry.valid_until),
        ("proves", setting.or_dash(entry.proves)),
        ("grade", grade),
        ("items", _items(setting, entry)),
        ("file", entry.file_name),
        ("size", _size(setting, entry)),
        ("sha256", entry.file_sha256),
    ]
    return [(name, value) for name, value in rows if value]


def _items(setting: Setting, entry: EvidenceView) -> str:
    titles = {item.id: item.title for item in setting.report.items}
    return "\n".join(
        setting.words("volume.divider.item", item=id, title=titles.get(id, "")).strip()
        for id in entry.items
    )


def _size(setting: Setting, entry: EvidenceView) -> str:
    if entry.file_size is None:
        return ""
    shown = size_of(entry.file_size)
    return setting.words("volume.divider.bytes", shown=shown, bytes=entry.file_size)


def _pages(setting: Setting, place: Place) -> str:
    id = "here_one" if place.sheets == 1 else "here_many"
    return setting.words(
        f"volume.divider.{id}", first=place.first, last=place.last, count=place.sheets
    )


def _reason(setting: Setting, place: Place) -> str:
    prepared = place.piece.prepared
    return setting.words(f"volume.reason.{prepared.reason}", pages=prepared.pages, most=MOST_PAGES)


def _line(setting: Setting, name: str, value: Block) -> Block:
    label = setting.text(setting.words(f"volume.divider.{name}"), _NAME, _NAME_WIDTH - 10)
    line = replace(rule(WIDTH, LINE), keeps=False)
    return Stack((Labelled(label, value, _NAME_WIDTH), replace(line, before=6)), before=8)
