"""Finds the values of blocks by their ids in the cells of sheets, wherever these were moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from digicom_desktop.documents.workbook_guard import Counts
from digicom_desktop.documents.workbook_layout import SHEETS
from digicom_desktop.documents.workbook_shapes import CONTINUED, MARK, Block
from digicom_desktop.documents.workbook_sheet import Cell, SheetCells, coordinate
from digicom_desktop.documents.workbook_values import Stored

_BLOCKS = MappingProxyType({block.key: block for sheet in SHEETS for block in sheet.blocks})
_LONGEST_ID = 100
_MOST_PIECES = 5
"""Digits in the number of a continued row."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands; ``cell`` names the first of its cells ("E7").

    Of a formula there is no value: nobody here calculates.
    """

    value: Stored
    sheet: str
    cell: str
    is_formula: bool = False
    is_disguised: bool = False


@dataclass(frozen=True, slots=True)
class Loose:
    """A row without an id among those of ``block``, by its first filled cell; column → value."""

    block: str
    sheet: str
    cell: str
    values: Mapping[str, Found]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A row whose id stood above already: ``cell`` holds the id. What stood first counts."""

    block: str
    row: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Free:
    """A text or number that stands in no column of a block: a heading, or what somebody added."""

    sheet: str
    cell: str
    value: Stored


Pieces = dict[str, dict[int, Found]]
"""Column → number of the piece → value."""


class BlockRows:
    """Collects the rows of all blocks, sheet by sheet."""

    def __init__(self, counts: Counts) -> None:
        self.loose: list[Loose] = []
        self.repeated: list[Repeated] = []
        self.free: list[Free] = []
        self._counts = counts
        self._blocks: dict[str, dict[str, Pieces]] = {}
        self._seen: set[tuple[str, str]] = set()

    def add(self, cells: SheetCells) -> None:
        """One sheet."""
        sheet = _SheetRows(cells)
        for row, id in sheet.rows():
            self._add_row(sheet, row, id)
        self.loose.extend(sheet.loose)
        self.free.extend(sheet.free())

    def blocks(self) -> Mapping[str, Mapping[str, Mapping[str, Found]]]:
        """Block → row → column → value, texts that ran over several rows joined."""
        return MappingProxyType(
            {
                block: {
                    row: {name: _joined(pieces) for name, pieces in values.items()}
                    for row, values in rows.items()
                }
                for block, rows in self._blocks.items()
            }
        )

    def _add_row(self, sheet: "_SheetRows", row: int, id: str) -> None:
        rows = self._blocks.setdefault(sheet.block.id, {})
        if not id:
            return
        if (sheet.block.id, id) in self._seen:
            place = coordinate(row, sheet.id_column)
            self.repeated.append(Repeated(sheet.block.id, id, sheet.title, place))
            return
        self._seen.add((sheet.block.id, id))
        name, _, piece = id.partition(CONTINUED)
        values = rows.setdefault(name, {})
        number = int(piece) if piece.isdecimal() and len(piece) <= _MOST_PIECES else 1
        for column, found in sheet.values(row).items():
            if isinstance(found.value, str):
                self._counts.add_text(len(found.value))
            values.setdefault(column, {}).setdefault(number, found)


class _SheetRows:
    """The rows of one sheet; knows in which block it stands."""

    def __init__(self, cells: SheetCells) -> None:
        self.title = cells.title
        self.block: Block
        """The block of the row that ``rows`` gave last."""
        self.loose: list[Loose] = []
        # Found with the first row of keys of a sheet, above which nobody types anything; a text
        # from people that looks like a key is in another column.
        self.id_column = 0
        self._cells = cells.rows
        self._taken: dict[int, frozenset[int]] = {}
        self._columns: dict[int, str] = {}
        self._covering = {
            (merge.row, column): merge.column
            for merge in cells.merges
            for column in range(merge.column + 1, merge.last_column + 1)
        }

    def rows(self) -> Iterator[tuple[int, str]]:
        """Each row of a block with its id; "" for the row of keys that a block begins with."""
        waiting: list[Loose] = []
        is_open = awaits_heads = False
        for row, cells in self._cells.items():
            key = self._key(cells)
            id = _text(cells.get(self.id_column))
            if key is not None:
                self._settle(waiting, key)
                self.block, is_open, awaits_heads = key, True, key.heads
                yield row, ""
            elif id.startswith(MARK):  # a block of another program, or of a newer one
                is_open = False
            elif not is_open:
                continue
            elif 0 < len(id) <= _LONGEST_ID:
                awaits_heads = False
                yield row, id
            elif awaits_heads:
                awaits_heads = False
            else:
                waiting.extend(self._without_id(row))
        self._settle(waiting, None)

    def values(self, row: int) -> dict[str, Found]:
        """What stands in the columns of the block."""
        cells = self._cells[row]
        values: dict[str, Found] = {}
        self._taken[row] = frozenset(self._columns)
        for column, name in self._columns.items():
            at = column
            if column not in cells:
                at = self._covering.get((row, column), column)
                if at in self._columns or at == self.id_column:
                    continue
            cell = cells.get(at)
            if cell is not None:
                place = coordinate(row, at)
                values[name] = Found(
                    cell.value, self.title, place, cell.is_formula, cell.is_disguised
                )
        return values

    def free(self) -> Iterator[Free]:
        """What stands in no column of a block."""
        for row, cells in self._cells.items():
            taken = self._taken.get(row, frozenset())
            for column, cell in cells.items():
                is_id = column == self.id_column
                if cell.value is not None and not is_id and column not in taken:
                    yield Free(self.title, coordinate(row, column), cell.value)

    def _key(self, cells: Mapping[int, Cell]) -> Block | None:
        """The block that begins with these cells, if they are a row of keys."""
        at = [self.id_column] if self.id_column else list(cells)
        for column in at:
            block = _BLOCKS.get(_text(cells.get(column)))
            if block is None:
                continue
            ids = {declared.id for declared in block.columns}
            names = {n: _text(cell) for n, cell in cells.items() if n != column}
            columns = {n: name for n, name in names.items() if name in ids}
            if columns:
                self.id_column, self._columns = column, columns
                return block
        return None

    def _without_id(self, row: int) -> Iterator[Loose]:
        """The row, if something stands in the columns of the block."""
        values = self.values(row)
        first = next((found for found in values.values() if not found.is_formula), None)
        if first is not None:
            yield Loose(self.block.id, self.title, first.cell, MappingProxyType(values))

    def _settle(self, waiting: list[Loose], following: Block | None) -> None:
        """Take the rows that were ``waiting``, but for those that the program wrote itself."""
        if following is not None and following.title:
            del waiting[-1:]  # the heading of the block that follows
        if waiting and waiting[0].values.keys() == {self.block.columns[0].id}:
            del waiting[0]  # says that the block has no rows
        self.loose.extend(waiting)
        waiting.clear()


def _joined(pieces: Mapping[int, Found]) -> Found:
    first, *rest = (pieces[number] for number in sorted(pieces))
    if not rest:
        return first
    text = "".join(_plain(found.value) for found in (first, *rest))
    return Found(text, first.sheet, first.cell, first.is_formula)


def _text(cell: Cell | None) -> str:
    return "" if cell is None else _plain(cell.value)


def _plain(value: Stored) -> str:
    return value if isinstance(value, str) else "" if value is None else f"{value:f}"
