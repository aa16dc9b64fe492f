"""Reads a workbook back by its ids; checks that it says what its report says."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from digicom_desktop.documents.workbook_layout import SHEETS
from digicom_desktop.documents.workbook_rows import lines
from digicom_desktop.documents.workbook_shapes import CONTINUED, FORMAT, MARK, Block
from digicom_desktop.documents.workbook_values import Formula, Stored
from digicom_desktop.domain.report import Report
from digicom_desktop.errors import DigicomError

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_KEYS = frozenset(block.key for sheet in SHEETS for block in sheet.blocks)
_DIGITS = 15
"""A spreadsheet keeps so many digits of a number."""

# All that openpyxl raises for a file that is no workbook, or for one that is damaged.
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands; ``cell`` names the first of its cells ("E7")."""

    value: Stored
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """What a workbook says: block → row → column → value."""

    blocks: Mapping[str, Mapping[str, Mapping[str, Found]]]

    def value(self, block: str, row: str, column: str) -> Stored:
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
    for sheet, cells in _rows_of(path):
        rows.add(sheet, cells)
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
            # A formula only checks what stands beside it, so no reader takes its result.
            expected_value = None if isinstance(value, Formula) else value
            if (found.value if found else None) != expected_value:
                cell = found.cell if found else f"{id} / {column.id}"
                raise DigicomError("workbook.differs", sheet=sheet, cell=cell)


def _rows_of(path: Path) -> Iterator[tuple[str, "Sequence[Cell | MergedCell]"]]:
    """The rows of all sheets, each with the name of its sheet."""
    from openpyxl import load_workbook

    with path.open("rb") as file:
        try:
            workbook = load_workbook(file, read_only=True)
            for sheet in workbook.worksheets:
                # WPS may state a wrong size; without one, all rows there are get read.
                sheet.reset_dimensions()
                for cells in sheet.iter_rows():
                    yield sheet.title, cells
            workbook.close()
        except _UNREADABLE as error:
            raise DigicomError("workbook.unreadable", path=path) from error


class _Rows:
    """Collects the rows of all blocks as they come, sheet by sheet."""

    def __init__(self) -> None:
        self._blocks: dict[str, dict[str, dict[str, dict[int, Found]]]] = {}
        self._block: dict[str, dict[str, dict[int, Found]]] = {}
        # Found with the first row of keys of a sheet, above which nobody types anything; a text
        # from people that looks like a key is in another column.
        self._sheet = ""
        self._id_column = 0
        self._columns: dict[int, str] = {}

    def add(self, sheet: str, cells: "Sequence[Cell | MergedCell]") -> None:
        """One row of ``sheet``."""
        if sheet != self._sheet:
            self._sheet, self._id_column = sheet, 0
        filled = {cell.column: cell for cell in cells if cell.value is not None}
        if not self._id_column:
            keys = (column for column, cell in filled.items() if cell.value in _KEYS)
            self._id_column = next(keys, 0)
        id_cell = filled.get(self._id_column)
        if id_cell is None:
            return
        id = _text(id_cell.value)
        if id in _KEYS:
            self._begin_block(id.removeprefix(MARK), filled)
        else:
            self._add_values(sheet, id, filled)

    def _begin_block(self, block: str, cells: Mapping[int, "Cell | MergedCell"]) -> None:
        self._columns = {n: _text(c.value) for n, c in cells.items() if n != self._id_column}
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
    text = "".join(str(found.value) for found in (first, *rest))
    return Found(text, first.sheet, first.cell)


def _value(cell: "Cell | MergedCell") -> Stored:
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
