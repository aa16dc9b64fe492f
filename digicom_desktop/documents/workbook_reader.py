"""Reads a workbook back by its ids; checks that it says what its report says."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from digicom_desktop.documents.workbook_layout import CONTINUED, FORMAT, MARK, SHEETS, Block
from digicom_desktop.documents.workbook_rows import Value, lines
from digicom_desktop.domain.report import Report
from digicom_desktop.errors import DigicomError

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_DIGITS = 15
"""A spreadsheet keeps so many digits of a number."""

# All that openpyxl raises for a file that is no workbook, or for one that is damaged.
_UNREADABLE = (zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands; ``cell`` names the first of its cells ("E7")."""

    value: Value
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """What a workbook says: block → row → column → value."""

    blocks: Mapping[str, Mapping[str, Mapping[str, Found]]]

    def value(self, block: str, row: str, column: str) -> Value:
        """A value by its ids; None where nothing stands or no such place is there."""
        found = self.blocks.get(block, {}).get(row, {}).get(column)
        return found.value if found else None

    def text(self, block: str, row: str, column: str) -> str:
        """A value as text; a number without exponent or trailing zeros."""
        value = self.value(block, row, column)
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value or ""

    def data(self, id: str) -> str:
        """What the hidden sheet says under ``id``: edition, code, content, …"""
        return self.text("data", id, "value")

    @property
    def code(self) -> str:
        """The consistency code of the hidden sheet."""
        return self.data("code")

    @property
    def content(self) -> bytes:
        """The canonical content of the hidden sheet."""
        return self.data("content").encode()


def read_workbook(path: Path) -> WorkbookContent:
    """What the workbook at ``path`` says.

    Raises DigicomError ``workbook.unreadable`` (no workbook, or damaged), ``workbook.foreign``
    (not of this program) or ``workbook.newer``; OSError when the file cannot be opened.
    """
    rows = _Rows()
    try:
        with path.open("rb") as file:
            _read_sheets(file, rows)
    except _UNREADABLE as error:
        raise DigicomError("workbook.unreadable", path=path) from error
    content = rows.content()
    format = content.data("format")
    if not format.isdecimal():
        raise DigicomError("workbook.foreign", path=path)
    if int(format) > FORMAT:
        raise DigicomError("workbook.newer", path=path)
    return content


def check_workbook(report: Report, path: Path) -> None:
    """Compare every value of the workbook at ``path`` with ``report``.

    Raises DigicomError ``workbook.differs`` (sheet, cell), and what ``read_workbook`` raises.
    """
    content = read_workbook(path)
    for sheet in SHEETS:
        name = report.words.say(f"workbook.sheets.{sheet.id}")
        for block in sheet.blocks:
            _check_block(block, content, report, name)


def _check_block(block: Block, content: WorkbookContent, report: Report, sheet: str) -> None:
    rows = content.blocks.get(block.id, {})
    expected = {line.id: line.values for line in lines(block.id, report)}
    for id in rows.keys() - expected.keys():
        place = next(iter(rows[id].values()), None)
        raise DigicomError("workbook.differs", sheet=sheet, cell=place.cell if place else id)
    for id, values in expected.items():
        for column, value in zip(block.columns, values, strict=True):
            found = rows.get(id, {}).get(column.id)
            if (found.value if found else None) != value:
                cell = found.cell if found else f"{id} / {column.id}"
                raise DigicomError("workbook.differs", sheet=sheet, cell=cell)


def _read_sheets(file: Any, rows: "_Rows") -> None:
    from openpyxl import load_workbook

    workbook = load_workbook(file, read_only=True)
    try:
        for sheet in workbook.worksheets:
            # WPS may state a wrong size; without one, all rows there are get read.
            sheet.reset_dimensions()
            for cells in sheet.iter_rows():
                rows.add(sheet.title, cells)
            rows.end_sheet()
    finally:
        workbook.close()


class _Rows:
    """Collects the rows of all blocks as they come, sheet by sheet."""

    def __init__(self) -> None:
        self._blocks: dict[str, dict[str, dict[str, dict[int, Found]]]] = {}
        self._block: dict[str, dict[str, dict[int, Found]]] = {}
        self._id_column = 0
        self._columns: dict[int, str] = {}

    def end_sheet(self) -> None:
        """What comes next belongs to no block until a row of keys says so."""
        self._id_column, self._columns = 0, {}

    def add(self, sheet: str, cells: "Sequence[Cell | MergedCell]") -> None:
        """One row of ``sheet``."""
        texts = {cell.column: cell for cell in cells if cell.value is not None}
        for column, cell in texts.items():
            if isinstance(cell.value, str) and cell.value.startswith(MARK):
                self._begin_block(column, cell.value.removeprefix(MARK), texts)
                return
        id_cell = texts.get(self._id_column)
        if id_cell is not None:
            self._add_values(sheet, _text(id_cell.value), texts)

    def _begin_block(
        self, column: int, block: str, cells: Mapping[int, "Cell | MergedCell"]
    ) -> None:
        self._id_column = column
        self._columns = {n: _text(cell.value) for n, cell in cells.items() if n != column}
        self._block = self._blocks.setdefault(block, {})

    def _add_values(self, sheet: str, id: str, cells: Mapping[int, "Cell | MergedCell"]) -> None:
        row, _, piece = id.partition(CONTINUED)
        number = int(piece) if piece.isdecimal() else 1
        values = self._block.setdefault(row, {})
        for column, name in self._columns.items():
            cell = cells.get(column)
            value = None if cell is None else _value(cell)
            if value is not None and cell is not None:
                found = Found(value, sheet, cell.coordinate)
                values.setdefault(name, {})[number] = found

    def content(self) -> WorkbookContent:
        """All that was read, texts that ran over several rows joined."""
        blocks = {
            block: {
                row: {name: _joined(pieces) for name, pieces in values.items()}
                for row, values in rows.items()
            }
            for block, rows in self._blocks.items()
        }
        return WorkbookContent(MappingProxyType(blocks))


def _joined(pieces: Mapping[int, Found]) -> Found:
    first, *rest = (pieces[number] for number in sorted(pieces))
    if not rest:
        return first
    text = "".join(_text(found.value) for found in (first, *rest))
    return Found(text, first.sheet, first.cell)


def _value(cell: "Cell | MergedCell") -> Value:
    """The value of ``cell``; nothing for a formula, which is never evaluated."""
    value = cell.value
    if cell.data_type == "n" and isinstance(value, int | float):
        return Decimal(f"{value:.{_DIGITS}g}")
    if isinstance(value, str) and cell.data_type in {"s", "inlineStr", "str"}:
        return _unescaped(value)
    return None


def _text(value: object) -> str:
    return "" if value is None else _unescaped(str(value))


def _unescaped(text: str) -> str:
    """``text`` with ``_x0041_`` and the like read as Excel reads them."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
