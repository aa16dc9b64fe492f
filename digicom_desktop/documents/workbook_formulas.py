"""Formulas of the check: what they say, and where in the workbook the cells they name came to be.

In a formula ``[block.column@row]`` is a cell and ``[block.column]`` all cells of a column, both by
the ids of the declaration, so that no formula knows where anything stands.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from digicom_desktop.documents.workbook_shapes import Block, Name
from digicom_desktop.documents.workbook_xml import letter

_REFERENCE = re.compile(r"\[(\w+)\.(\w+)(?:@([^\]]+))?\]")

Resolve = Callable[[str], str]
"""A formula with references by ids → the formula as a sheet holds it."""


@dataclass(slots=True)
class Area:
    """Where a block stands: its sheet, and its rows by id from row ``first`` to row ``last``."""

    sheet: str
    block: Block
    letters: Mapping[str, str]
    """The sheet columns by the ids of the block's columns."""
    first: int
    last: int
    rows: dict[str, int] = field(default_factory=dict)

    def add(self, id: str, row: int) -> None:
        """One more row, that of ``id`` or one that goes on with it."""
        self.rows.setdefault(id, row)
        self.last = row


class Places:
    """Where all blocks of a workbook stand; filled row by row."""

    def __init__(self) -> None:
        self._areas: dict[str, Area] = {}

    def begin(self, sheet: str, block: Block, first_column: int, first: int) -> Area:
        """The area of ``block``, whose rows begin at ``first``."""
        letters = {column.id: letter(first_column + at) for at, column in block.places}
        area = Area(sheet, block, letters, first, first)
        self._areas[block.id] = area
        return area

    def area(self, block: str) -> Area:
        """Where ``block`` stands."""
        return self._areas[block]

    def cells(self, block: str, column: str, row: str | None = None) -> str:
        """Such as ``$C$7``, or ``$C$7:$C$28`` for the whole column."""
        area = self._areas[block]
        name = area.letters[column]
        if row is not None:
            return f"${name}${area.rows[row]}"
        return f"${name}${area.first}:${name}${area.last}"

    def target(self, name: Name) -> str:
        """The cell of a defined name, with its sheet."""
        return self._on_sheet(name.block, self.cells(name.block, name.column, name.row))

    def choices(self, list_: str) -> str:
        """The cells that hold the list ``list_``, with their sheet."""
        area = self._areas["choices"]
        rows = [row for id, row in area.rows.items() if id.partition(".")[0] == list_]
        name = area.letters["value"]
        return self._on_sheet("choices", f"${name}${rows[0]}:${name}${rows[-1]}")

    def resolver(self, sheet: str) -> Resolve:
        """Formulas of ``sheet``; cells of other sheets are named with theirs."""

        def reference(match: re.Match[str]) -> str:
            block, column, row = match.groups()
            cells = self.cells(block, column, row)
            return cells if self._areas[block].sheet == sheet else self._on_sheet(block, cells)

        return lambda formula: _REFERENCE.sub(reference, formula)

    def _on_sheet(self, block: str, cells: str) -> str:
        name = self._areas[block].sheet.replace("'", "''")
        return f"'{name}'!{cells}"


def quoted(text: str) -> str:
    """``text`` as a constant in a formula."""
    return '"' + text.replace('"', '""') + '"'
