"""Edits a workbook as people do, in the cells that its hidden ids name."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from digicom_desktop.documents.workbook_shapes import MARK

Place = tuple[str, str, str]
"""Block, row, column."""


@contextmanager
def edited(path: Path) -> Iterator[Workbook]:
    """The workbook at ``path``, saved when the block ends."""
    workbook = load_workbook(path)
    yield workbook
    workbook.save(path)


def cell_at(workbook: Workbook, place: Place) -> Cell:
    """The cell of ``place``; KeyError if there is none."""
    block, row, column = place
    for sheet in workbook.worksheets:
        columns: Mapping[str, int] = {}
        for cells in sheet.iter_rows():
            id = cells[0].value
            if isinstance(id, str) and id.startswith(MARK):
                is_here = id == MARK + block
                columns = {str(c.value): c.column for c in cells[1:] if c.value} if is_here else {}
            elif id == row and column in columns:
                cell = sheet.cell(int(cells[0].row or 0), columns[column])
                if isinstance(cell, Cell):
                    return cell
    raise KeyError(place)


def fill(path: Path, values: Mapping[Place, object]) -> None:
    """Write ``values`` into the cells of the workbook at ``path``."""
    with edited(path) as workbook:
        for place, value in values.items():
            cell_at(workbook, place).value = value  # type: ignore[assignment]


def sheet_of(workbook: Workbook, block: str) -> Worksheet:
    """The sheet that holds ``block``."""
    for sheet in workbook.worksheets:
        if any(cell.value == MARK + block for cell in sheet["A"]):
            return sheet
    raise KeyError(block)


Edit = Callable[[Workbook], None]
