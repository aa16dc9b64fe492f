"""The rows of one sheet as SpreadsheetML.

openpyxl writes the frame of the workbook; its cell objects would take most of the time of an
export, and cells are the simplest part of the format.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from string import ascii_uppercase

from digicom_desktop.documents.workbook_layout import (
    CELL_LIMIT,
    CONTINUED,
    Block,
    Column,
    Kind,
    Sheet,
)
from digicom_desktop.documents.workbook_lines import count_lines, split_lines, split_units
from digicom_desktop.documents.workbook_rows import Line, Value
from digicom_desktop.documents.workbook_styles import FONT_SIZE, LOOKS, Styles

# Excel reads _x0041_ in a text as A; the underscore itself is written as _x005F_.
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

_PIXELS_PER_CHARACTER = 7
_PIXELS_PER_POINT = 96 / 72
_PIXELS_PER_INDENT = 12
_SAFETY = 0.97

_LINE_HEIGHT = 1.6
"""Height of a line in font sizes; the tallest Chinese fonts need 1.45."""
_PADDING = 5
_MOST_LINES = 24
"""Lines in a row of a sheet: Excel's rows are at most 409 points high."""

FIRST_COLUMN = 2
"""The sheet column of a block's first column, counted from 1; the first one holds the ids."""


def lookalikes_escaped(text: str) -> str:
    """``text`` with what Excel would take for an escape sequence made plain."""
    return _ESCAPE_LOOKALIKE.sub("_x005F_", text) if "_x" in text else text


def escaped(text: str) -> str:
    """``text`` for an XML element, read back as it stands by every spreadsheet program."""
    text = lookalikes_escaped(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def letter(column: int) -> str:
    """The letter of a sheet column, counted from 1; a sheet here has fewer than 26."""
    return ascii_uppercase[column - 1]


def decimals(value: Decimal) -> int:
    """How many digits ``value`` shows behind the point."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


class SheetRows:
    """Rows of ``sheet`` from the top down; remembers where its blocks came to stand."""

    def __init__(self, sheet: Sheet, styles: Styles) -> None:
        self.sheet = sheet
        self.merges: list[str] = []
        self.heads: dict[str, int] = {}
        """The row of column heads (else of keys) of each block."""
        self.last = 0
        """The last row written."""
        self._styles = styles
        self._xml: list[str] = []
        self._ends = tuple(sum(sheet.widths[:n]) for n in range(len(sheet.widths) + 1))

    @property
    def xml(self) -> str:
        """The element ``sheetData``."""
        return f"<sheetData>{''.join(self._xml)}</sheetData>"

    @property
    def merges_xml(self) -> str:
        """The element ``mergeCells``, nothing if no cells are merged."""
        if not self.merges:
            return ""
        cells = "".join(f'<mergeCell ref="{area}"/>' for area in self.merges)
        return f'<mergeCells count="{len(self.merges)}">{cells}</mergeCells>'

    def add_gap(self, height: float) -> None:
        """An empty row."""
        self._add_row("", height)

    def add_text(self, text: str, look: str, span: int, at: int = 0) -> None:
        """A text of no block from column ``at``, over ``span`` of them if it wraps."""
        row, wraps = self.last + 1, LOOKS[look].wraps
        lines = count_lines(text, self._ems(at, span, look)) if wraps else 1
        cell = self._cell(FIRST_COLUMN + at, row, text, self._styles.id(look))
        self._add_row(cell, self._height(lines, look))
        if wraps:
            self._merge(row, FIRST_COLUMN + at, span)

    def add_block(self, block: Block, heads: Sequence[str], lines: Sequence[Line]) -> None:
        """The hidden row of keys of ``block``, its column heads if any, and its rows."""
        self._add_keys(block)
        if heads:
            self._add_heads(block, heads)
        self.heads[block.id] = self.last
        for line in lines:
            self._add_line(block, line)

    def _add_keys(self, block: Block) -> None:
        row = self.last + 1
        look = self._styles.id("code")
        cells = [self._cell(1, row, block.key, look)]
        at = FIRST_COLUMN
        for column in block.columns:
            cells.append(self._cell(at, row, column.id, look))
            at += column.span
        self._add_row("".join(cells), 0)

    def _add_heads(self, block: Block, heads: Sequence[str]) -> None:
        row, look = self.last + 1, self._styles.id("head")
        cells: list[str] = []
        most, at = 1, 0
        for column, head in zip(block.columns, heads, strict=True):
            cells.append(self._spanned(at, row, head, look, column.span))
            most = max(most, count_lines(head, self._ems(at, column.span, "head")))
            at += column.span
        self._add_row("".join(cells), self._height(most, "head") + _PADDING)

    def _add_line(self, block: Block, line: Line) -> None:
        texts, most = self._pieces(block, line.values)
        for number in range(max(map(len, texts))):
            values = [piece[number] if number < len(piece) else None for piece in texts]
            id = f"{line.id}{CONTINUED}{number + 1}" if number else line.id
            self._add_values(block, id, values, most)

    def _pieces(self, block: Block, values: Sequence[Value]) -> tuple[list[tuple[Value, ...]], int]:
        """Each value in the pieces that fit a row, and the lines of the tallest piece."""
        pieces: list[tuple[Value, ...]] = []
        most, at = 1, 0
        for column, value in zip(block.columns, values, strict=True):
            if isinstance(value, str):
                ems = self._ems(at, column.span, column.kind.value)
                count = count_lines(value, ems)
                pieces.append(self._cut(value, ems, count))
                most = max(most, count)
            else:
                pieces.append((value,))
            at += column.span
        return pieces, most

    def _cut(self, text: str, ems: float, count: int) -> tuple[str, ...]:
        if self.sheet.hidden:
            return split_units(text, CELL_LIMIT)
        return (text,) if count <= _MOST_LINES else split_lines(text, ems, _MOST_LINES)

    def _add_values(self, block: Block, id: str, values: Sequence[Value], most: int) -> None:
        row = self.last + 1
        cells = [self._cell(1, row, id, self._styles.id("code"))]
        at = 0
        for column, value in zip(block.columns, values, strict=True):
            look = self._look(column, value)
            cells.append(self._spanned(at, row, value, look, column.span))
            at += column.span
        if most > _MOST_LINES:
            most = self._lines(block, values)
        self._add_row("".join(cells), self._height(most, "text"))

    def _lines(self, block: Block, values: Sequence[Value]) -> int:
        most, at = 1, 0
        for column, value in zip(block.columns, values, strict=True):
            if isinstance(value, str):
                ems = self._ems(at, column.span, column.kind.value)
                most = max(most, count_lines(value, ems))
            at += column.span
        return min(most, _MOST_LINES + 1)

    def _look(self, column: Column, value: Value) -> int:
        kind = column.kind
        if not isinstance(value, Decimal):
            return self._styles.id(kind.value)
        places = f".{'0' * decimals(value)}" if decimals(value) else ""
        return self._styles.id(kind.value, ("#,##0" if kind is Kind.FIGURE else "0") + places)

    def _spanned(self, at: int, row: int, value: Value, look: int, span: int) -> str:
        """A value over ``span`` columns, each with its frame, from the sheet's column ``at``."""
        column = FIRST_COLUMN + at
        if span == 1:
            return self._cell(column, row, value, look)
        self._merge(row, column, span)
        rest = (self._cell(column + n, row, None, look) for n in range(1, span))
        return self._cell(column, row, value, look) + "".join(rest)

    def _merge(self, row: int, column: int, span: int) -> None:
        if span > 1:
            self.merges.append(f"{letter(column)}{row}:{letter(column + span - 1)}{row}")

    @staticmethod
    def _cell(column: int, row: int, value: Value, look: int) -> str:
        start = f'<c r="{ascii_uppercase[column - 1]}{row}" s="{look}"'
        if value is None:
            return f"{start}/>"
        if isinstance(value, Decimal):
            return f"{start}><v>{value:f}</v></c>"
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'

    def _add_row(self, cells: str, height: float) -> None:
        self.last += 1
        size = f'ht="{height:g}" customHeight="1"' if height else 'hidden="1"'
        self._xml.append(f'<row r="{self.last}" {size}>{cells}</row>')

    def _ems(self, at: int, span: int, look: str) -> float:
        width = self._ends[at + span] - self._ends[at]
        pixels = _PIXELS_PER_CHARACTER * width + 1 - _PIXELS_PER_INDENT * LOOKS[look].indent
        return _SAFETY * pixels / (LOOKS[look].size * _PIXELS_PER_POINT)

    @staticmethod
    def _height(lines: int, look: str) -> float:
        return lines * LOOKS[look].size * _LINE_HEIGHT + _PADDING


DEFAULT_HEIGHT = FONT_SIZE * _LINE_HEIGHT + _PADDING
