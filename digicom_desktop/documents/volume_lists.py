"""Contents of the evidence volume, and the list of its pages that are stamped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digicom_desktop.documents.pdf_blocks import Anchor, Block, Stack
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting, accent_rule
from digicom_desktop.documents.pdf_styles import (
    AMBER,
    BODY,
    CELL,
    CELL_BOLD,
    CELL_RIGHT,
    CELL_SMALL,
    CHAPTER,
    HEAD_CELL,
    HEAD_CELL_CENTER,
    HEAD_CELL_RIGHT,
    NOTE,
    SMALL,
    WIDTH,
    Style,
)
from digicom_desktop.documents.pdf_table import Table, TableRow, cell_widths
from digicom_desktop.documents.volume_places import Place

_CONTENTS = (58.0, WIDTH - 58 - 52 - 44, 52.0, 44.0)
_STAMPS = (40.0, 60.0, WIDTH - 40 - 60 - 168, 168.0)
_ABSENT = replace(CELL_RIGHT, color=AMBER)
_BOX = Style(13, 13.5, align="center")


@dataclass(frozen=True, slots=True)
class Linked:
    """A block that leads to the place ``key``."""

    body: Block
    key: str
    before: float = 0
    keeps: bool = False
    anchor: Anchor | None = None

    @property
    def height(self) -> float:
        """That of the block."""
        return self.body.height

    @property
    def least(self) -> float:
        """What the block asks for."""
        return self.body.least

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Split the block; both parts lead to the place."""
        parts = self.body.split(room)
        return None if parts is None else (Linked(parts[0], self.key), Linked(parts[1], self.key))

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the block and lay the link over the width of the page."""
        self.body.draw(pen, x, y)
        pen.link(self.key, x, y, WIDTH - _CONTENTS[0], self.height)


def contents(setting: Setting, places: Sequence[Place]) -> list[Block]:
    """Every piece with the page of its divider."""
    blocks = _head(setting, "contents", "volume.contents.title")
    if not places:
        return [*blocks, setting.text(setting.words("volume.contents.empty"), BODY)]
    heads = (
        ("number", HEAD_CELL),
        ("document", HEAD_CELL),
        ("pages", HEAD_CELL_RIGHT),
        ("page", HEAD_CELL_RIGHT),
    )
    rows = tuple(_content(setting, place) for place in places)
    table = Table(_heads(setting, "contents", heads, _CONTENTS), rows, before=14)
    note = setting.text(setting.words("volume.contents.note"), NOTE)
    return [*blocks, table, note]


def stamps(setting: Setting, places: Sequence[Place]) -> list[Block]:
    """What is stamped where, in the order of the pages."""
    blocks = _head(setting, "stamps", "volume.stamps.title")
    lead = setting.text(setting.words("volume.stamps.lead"), SMALL)
    heads = (
        ("done", HEAD_CELL_CENTER),
        ("pages", HEAD_CELL),
        ("what", HEAD_CELL),
        ("how", HEAD_CELL),
    )
    rows = (
        _stamp(setting, "1", setting.words("volume.stamps.cover"), "cover_how"),
        *(_stamp_of(setting, place) for place in places),
        _stamp(setting, setting.say("dash"), setting.words("volume.stamps.edge"), "edge_how"),
    )
    table = Table(_heads(setting, "stamps", heads, _STAMPS), rows, before=10)
    return [*blocks, replace(lead, before=12), table]


def range_of(setting: Setting, place: Place) -> str:
    """The pages of a piece that are in the volume, else its divider's."""
    first, last = (place.first, place.last) if place.sheets else (place.page, place.page)
    if first == last:
        return str(first)
    return setting.words("volume.stamps.range", first=first, last=last)


def _head(setting: Setting, key: str, title: str) -> list[Block]:
    words = setting.words(title)
    head = setting.type.paragraph(words, CHAPTER, WIDTH, keeps=True, anchor=Anchor(key, words, 0))
    return [head, accent_rule()]


def _heads(
    setting: Setting, list_: str, heads: Sequence[tuple[str, Style]], columns: tuple[float, ...]
) -> TableRow:
    cells = tuple((setting.words(f"volume.{list_}.{name}"), style) for name, style in heads)
    return setting.row(columns, cells)


def _content(setting: Setting, place: Place) -> TableRow:
    rooms = cell_widths(_CONTENTS)
    entry = place.entry
    title = setting.text(setting.or_none(entry.title), CELL, rooms[1])
    items = setting.say("list").join(entry.items)
    below = setting.words("volume.contents.supports", items=items) if items else ""
    count = str(place.sheets) if place.sheets else setting.words("volume.contents.none")
    return TableRow(
        (
            setting.text(entry.number, CELL_BOLD, rooms[0]),
            Linked(
                Stack((title, setting.text(below, CELL_SMALL, rooms[1]))) if below else title,
                place.key,
            ),
            setting.text(count, CELL_RIGHT if place.sheets else _ABSENT, rooms[2]),
            setting.text(str(place.page), CELL_RIGHT, rooms[3]),
        ),
        _CONTENTS,
    )


def _stamp_of(setting: Setting, place: Place) -> TableRow:
    entry = place.entry
    title = setting.or_none(entry.title)
    what = setting.words("volume.stamps.piece", number=entry.number, title=title)
    how = "piece_how" if place.sheets else "apart_how"
    return _stamp(setting, range_of(setting, place), what, how)


def _stamp(setting: Setting, pages: str, what: str, how: str) -> TableRow:
    cells = (
        (setting.words("volume.stamps.box"), _BOX),
        (pages, CELL),
        (what, CELL),
        (setting.words(f"volume.stamps.{how}"), CELL),
    )
    return setting.row(_STAMPS, cells)
