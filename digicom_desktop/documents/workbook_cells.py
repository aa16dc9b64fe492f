"""Lays out the rows of one sheet: blocks, heads, heights, texts that run over several rows."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from digicom_desktop.documents.workbook_formulas import Area, Places
from digicom_desktop.documents.workbook_lines import count_lines, split_lines, split_units
from digicom_desktop.documents.workbook_page_rows import PageRows
from digicom_desktop.documents.workbook_shapes import (
    CELL_LIMIT,
    CONTINUED,
    Block,
    Column,
    Kind,
    Sheet,
)
from digicom_desktop.documents.workbook_styles import LOOKS, Styles
from digicom_desktop.documents.workbook_values import Formula, Line, Value
from digicom_desktop.documents.workbook_xml import cell_xml, letter, merges_xml, row_xml

_PIXELS_PER_CHARACTER = 7
_PIXELS_PER_POINT = 96 / 72
_PIXELS_PER_INDENT = 12
_SAFETY = 0.97

_LINE_HEIGHT = 1.5
"""Height of a line in font sizes; the tallest Chinese fonts need 1.45."""
_PADDING = 5
_MOST_LINES = 25
"""Lines in a row of a sheet: Excel's rows are at most 409 points high."""

FIRST_COLUMN = 2
"""The sheet column of a block's first column, counted from 1; the first one holds the ids."""

Piece = tuple[Value, int]
"""What one cell of a value shows, and the lines it takes."""


class SheetRows:
    """Rows of ``sheet`` from the top down; remembers where its blocks came to stand."""

    def __init__(self, sheet: Sheet, title: str, styles: Styles, places: Places) -> None:
        self.sheet, self.title = sheet, title
        self.page_rows = PageRows()
        """The rows as they go to pages."""
        self.choices: list[tuple[str, str]] = []
        """Cells that offer a list, and its name."""
        self.heads: dict[str, int] = {}
        """The row of column heads (else of keys) of each block."""
        self.last = 0
        """The last row written."""
        self._styles, self._places = styles, places
        self._resolve = places.resolver(title)
        self._rows: list[str] = []
        self._merges: list[str] = []
        self._ends = tuple(sum(sheet.widths[:n]) for n in range(len(sheet.widths) + 1))

    @property
    def data_xml(self) -> str:
        """The element ``sheetData``."""
        return f"<sheetData>{''.join(self._rows)}</sheetData>"

    @property
    def merges_xml(self) -> str:
        """The element ``mergeCells``, if any."""
        return merges_xml(self._merges)

    def add_gap(self, height: float) -> None:
        """An empty row."""
        self._add_row("", height, stays=True)

    def add_text(self, text: str, look: str, span: int, at: int = 0) -> None:
        """A text of no block from column ``at``, over ``span`` of them if it wraps.

        One that does not wrap is a heading: it stays with what follows.
        """
        row = self.last + 1
        cell = cell_xml(FIRST_COLUMN + at, row, text, self._styles.id(look))
        if not LOOKS[look].wraps:
            self._add_row(cell, _height(1, look), stays=True)
            return
        self._merge(at, span)
        self._add_row(cell, _height(count_lines(text, self._ems(at, span, look)), look))

    def add_block(self, block: Block, heads: Sequence[str], lines: Sequence[Line]) -> None:
        """The hidden row of keys of ``block``, its column heads if any, and its rows."""
        self._add_keys(block)
        if heads:
            self._add_heads(block, heads)
        self.heads[block.id] = self.last
        area = self._places.begin(self.title, block, FIRST_COLUMN, self.last + 1)
        for line in lines:
            self._add_line(block, line, area)
        if lines:
            self._add_choices(area)
        if block.together:
            self.page_rows.keep(self.last - self.heads[block.id])

    def _add_choices(self, area: Area) -> None:
        """The cells of the block that offer a list: a whole column, or those of single rows."""
        block = area.block
        for column in block.columns:
            if column.choices:
                name = area.letters[column.id]
                self.choices.append((f"{name}{area.first}:{name}{area.last}", column.choices))
        name = area.letters[block.columns[-1].id]
        for id, list_ in block.choices.items():
            if id in area.rows:
                self.choices.append((f"{name}{area.rows[id]}", list_))

    def _add_keys(self, block: Block) -> None:
        row, style = self.last + 1, self._styles.id("code")
        cells = [cell_xml(1, row, block.key, style)]
        cells += [cell_xml(FIRST_COLUMN + at, row, column.id, style) for at, column in block.places]
        self._add_row("".join(cells), 0, stays=True)

    def _add_heads(self, block: Block, heads: Sequence[str]) -> None:
        style = self._styles.id("head")
        cells: list[str] = []
        most = 1
        for (at, column), head in zip(block.places, heads, strict=True):
            cells.append(self._spanned(at, column.span, head, style))
            most = max(most, count_lines(head, self._ems(at, column.span, "head")))
        self._add_row("".join(cells), _height(most, "head") + _PADDING, stays=True)

    def _add_line(self, block: Block, line: Line, area: Area) -> None:
        area.add(line.id, self.last + 1)  # before its own formulas look for it
        values = zip(block.places, line.values, strict=True)
        pieces = [self._pieces(at, column, value) for (at, column), value in values]
        rows = max(map(len, pieces))
        for number in range(rows):
            row = [piece[number] if number < len(piece) else (None, 1) for piece in pieces]
            id = f"{line.id}{CONTINUED}{number + 1}" if number else line.id
            area.add(line.id, self.last + 1)
            self._add_pieces(block, id, row, is_one=rows == 1)

    def _pieces(self, at: int, column: Column, value: Value) -> tuple[Piece, ...]:
        """``value`` in the pieces that fit a row."""
        if isinstance(value, Formula):
            return ((replace(value, text=self._resolve(value.text)), 1),)
        if not isinstance(value, str):
            return ((value, 1),)
        if self.sheet.hidden:
            return tuple((piece, 1) for piece in split_units(value, CELL_LIMIT))
        ems = self._ems(at, column.span, column.kind.value)
        lines = count_lines(value, ems)
        if lines <= _MOST_LINES:
            return ((value, lines),)
        return tuple(
            (piece, count_lines(piece, ems)) for piece in split_lines(value, ems, _MOST_LINES)
        )

    def _add_pieces(self, block: Block, id: str, pieces: Sequence[Piece], *, is_one: bool) -> None:
        """One row; texts that run over several rows begin at the top of each."""
        cells = [cell_xml(1, self.last + 1, id, self._styles.id("code"))]
        is_open = id not in block.locked
        for (at, column), (value, _) in zip(block.places, pieces, strict=True):
            locked = not (column.is_input and is_open)
            style = self._style(column.kind, value, is_one=is_one, locked=locked)
            cells.append(self._spanned(at, column.span, value, style))
        look = "clause" if block.columns[0].kind is Kind.CLAUSE else "text"
        height = _height(max(lines for _, lines in pieces), look)
        self._add_row("".join(cells), max(height, block.heights.get(id, 0)))

    def _style(self, kind: Kind, value: Value, *, is_one: bool, locked: bool) -> int:
        vertical: Literal["center", "top"] = "center" if is_one else "top"
        if isinstance(value, Formula):
            return self._styles.id(kind.value, value.format, vertical)
        if not isinstance(value, Decimal):
            # What is typed there later, such as 1.1, stays a text.
            is_open = kind in (Kind.MIDDLE, Kind.FIGURE) and not locked
            format = "@" if is_open else ""
            return self._styles.id(kind.value, format, vertical, locked=locked)
        places = max(-int(value.as_tuple().exponent), 0)
        fraction = f".{'0' * places}" if places else ""
        # "_ " leaves a blank between the digits and the frame.
        format = f"#,##0{fraction}_ " if kind is Kind.FIGURE else f"0{fraction}"
        return self._styles.id(kind.value, format, vertical, locked=locked)

    def _spanned(self, at: int, span: int, value: Value, style: int) -> str:
        """A value over ``span`` columns from column ``at``, each with its frame."""
        column, row = FIRST_COLUMN + at, self.last + 1
        if span == 1:
            return cell_xml(column, row, value, style)
        self._merge(at, span)
        rest = (cell_xml(column + n, row, None, style) for n in range(1, span))
        return cell_xml(column, row, value, style) + "".join(rest)

    def _merge(self, at: int, span: int) -> None:
        first, row = FIRST_COLUMN + at, self.last + 1
        self._merges.append(f"{letter(first)}{row}:{letter(first + span - 1)}{row}")

    def _add_row(self, cells: str, height: float, *, stays: bool = False) -> None:
        self.last += 1
        self.page_rows.add(height, stays=stays)
        self._rows.append(row_xml(self.last, cells, height))

    def _ems(self, at: int, span: int, look: str) -> float:
        """The room in ``span`` columns from column ``at``, in ems of the look's font."""
        width = self._ends[at + span] - self._ends[at]
        pixels = _PIXELS_PER_CHARACTER * width + 1 - _PIXELS_PER_INDENT * LOOKS[look].indent
        return _SAFETY * pixels / (LOOKS[look].size * _PIXELS_PER_POINT)


def _height(lines: int, look: str) -> float:
    return lines * LOOKS[look].size * _LINE_HEIGHT + _PADDING
