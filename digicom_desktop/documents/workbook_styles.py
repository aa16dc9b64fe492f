"""How the cells of the workbook look: colours, fonts, frames, number formats."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from digicom_desktop.design import PAPER

if TYPE_CHECKING:
    from openpyxl import Workbook

FONT = "微软雅黑"
"""On every Windows since Vista, whatever its language; WPS on Linux maps it to what it has."""
FONT_SIZE = 10


def _rgb(colour: str) -> str:
    """A colour of the design as a workbook writes it."""
    return colour.removeprefix("#")


ACCENT, NEUTRAL = _rgb(PAPER.accent), _rgb(PAPER.ctl)
GRID, GROUND = _rgb(PAPER.line), _rgb(PAPER.surface)
_TEXT, _CAPTION = _rgb(PAPER.text), _rgb(PAPER.text2)
_LINE, _HEAD, _LABEL = _rgb(PAPER.handle), _rgb(PAPER.tint), _rgb(PAPER.sunken)
_DRAFT = _rgb(PAPER.red.text)
_Vertical = Literal["center", "top"]


@dataclass(frozen=True, slots=True)
class Look:
    """One look of a cell."""

    size: int = FONT_SIZE
    bold: bool = False
    color: str = _TEXT
    fill: str = ""
    horizontal: str = "left"
    framed: bool = True
    wraps: bool = True
    indent: int = 0
    format: str = "General"


LOOKS = MappingProxyType(
    {
        "cover_title": Look(24, bold=True, color=ACCENT, framed=False, horizontal="center"),
        "cover_subtitle": Look(13, color=_CAPTION, framed=False, horizontal="center"),
        "cover_draft": Look(16, bold=True, color=_DRAFT, framed=False, horizontal="center"),
        "title": Look(16, bold=True, color=ACCENT, framed=False, wraps=False),
        "subtitle": Look(color=_CAPTION, framed=False),
        "caption": Look(color=_CAPTION, framed=False, wraps=False),
        "section": Look(12, bold=True, framed=False, wraps=False),
        "head": Look(bold=True, fill=_HEAD, horizontal="center"),
        "label": Look(bold=True, fill=_LABEL, indent=1),
        "text": Look(indent=1),
        "line": Look(indent=1, format="@"),
        "middle": Look(horizontal="center"),
        "number": Look(horizontal="center"),
        "figure": Look(horizontal="right"),
        "note": Look(framed=False),
        "code": Look(size=7, format="@"),
        "points": Look(color=_CAPTION, fill=_LABEL, horizontal="center", format="0"),
        "check": Look(color=_CAPTION, fill=_LABEL, horizontal="center", format="0.0###"),
        "clause": Look(12, framed=False),
        "box": Look(indent=1),
    }
)


class Styles:
    """Numbers of the looks in one workbook, each made when it is first needed."""

    def __init__(self, workbook: "Workbook") -> None:
        self._sheet = workbook.worksheets[0]
        side = Side("thin", color=_LINE)
        self._frame = Border(left=side, right=side, top=side, bottom=side)
        self._ids: dict[tuple[str, str, str, bool], int] = {}

    def id(
        self, look: str, format: str = "", vertical: _Vertical = "center", *, locked: bool = True
    ) -> int:
        """The number of ``look``, with its own number format or another."""
        key = (look, format, vertical, locked)
        if key not in self._ids:
            self._ids[key] = self._make(LOOKS[look], format, vertical, locked=locked)
        return self._ids[key]

    def _make(self, look: Look, format: str, vertical: _Vertical, *, locked: bool) -> int:
        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(name=FONT, size=look.size, bold=look.bold, color=look.color)
        cell.alignment = Alignment(
            horizontal=look.horizontal,
            vertical=vertical,
            wrap_text=look.wraps,
            indent=look.indent,
        )
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        if look.framed:
            cell.border = self._frame
        if not locked:
            cell.protection = Protection(locked=False)
        cell.number_format = format or look.format
        return int(cell.style_id)
