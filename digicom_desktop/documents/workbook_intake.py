"""A workbook that came back → what differs from its hidden content, and what cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from types import MappingProxyType

from digicom_desktop import __version__
from digicom_desktop.documents.workbook_blocks import Found, Loose
from digicom_desktop.documents.workbook_fields import Fields
from digicom_desktop.documents.workbook_layout import SHEETS
from digicom_desktop.documents.workbook_lists import Lists
from digicom_desktop.documents.workbook_new_rows import read_new_row, without_row
from digicom_desktop.documents.workbook_outcome import Outcome
from digicom_desktop.documents.workbook_reader import WorkbookContent
from digicom_desktop.documents.workbook_rows import lines
from digicom_desktop.documents.workbook_shapes import Block, Column, Sheet
from digicom_desktop.documents.workbook_typed import same, text_of
from digicom_desktop.documents.workbook_values import Formula, Line, Stored, Value
from digicom_desktop.domain.hand_in import Difference, Note
from digicom_desktop.domain.report import Report

_SIGNED = ("opinion", "signing", "seal")
_AUTHORITY = tuple(f"{who}_{what}" for who in ("county", "city") for what in _SIGNED)
_FOR_PAPER = frozenset(
    ("undersigned", "signing", "stamping", "declaration", "opinion_note", *_AUTHORITY)
)
"""To be signed and stamped, or for the authority: what is written there is nobody's answer."""
_ADDED_TO = ("evidence", "actions")
"""Blocks to which people add rows."""
_JUDGED_ANEW = ("review", "planned", "gates")
"""What is found depends on the day and the program; only what was said counts."""
_INPUTS = MappingProxyType(
    {
        block.id: frozenset(column.id for column in block.columns if column.is_input)
        for sheet in SHEETS
        for block in sheet.blocks
        if block.id not in _FOR_PAPER and any(column.is_input for column in block.columns)
    }
)
"""The columns to fill in of each block that has any."""
_PLACED = ("number", "item", "where")
_CALLED = ("label", "name", "title", "finding", "text")
"""The columns that say which row it is, for people."""
_CALLED_LONGEST = 40
_FEW = 2
"""So many cells somebody may have emptied one by one."""
_PLAIN_FACTS = frozenset(("cover", "result", "undersigned", "declaration"))
"""What no version of the program says in other words, but for these rows."""
_WORDED = frozenset(("sentence", "progress", "strongest", "weakest"))
_MOST_LOCKED = 50
"""Notes on locked cells; of a workbook that was rewritten, so many tell enough."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What differs from the hidden content, and the remarks on the rest."""

    differences: tuple[Difference, ...]
    notes: tuple[Note, ...]


def take_in(content: WorkbookContent, report: Report, lists: Lists, *, mind_locked: bool) -> Intake:
    """Compare ``content`` with ``report``, that of the hidden content.

    ``mind_locked`` says whether locked cells are compared too: only where this program wrote them.
    """
    reader = _Reader(content, report, lists, mind_locked=mind_locked)
    for sheet in SHEETS:
        if not sheet.hidden:
            reader.read_sheet(sheet)
    for loose in content.loose:
        reader.read_loose(loose)
    for again in content.repeated:
        if again.block not in _FOR_PAPER:
            values = {"text": again.row}
            reader.notes.append(Note("import.repeated_row", values, again.sheet, again.cell))
    return Intake(tuple(reader.differences), tuple(reader.notes))


class _Reader:
    """Goes through all cells of a workbook."""

    def __init__(
        self, content: WorkbookContent, report: Report, lists: Lists, *, mind_locked: bool
    ) -> None:
        self.differences: list[Difference] = []
        self.notes: list[Note] = []
        self._content, self._report, self._lists = content, report, lists
        self._fields = Fields(lists)
        self._mind_locked = mind_locked
        self._locked = 0
        self._lacking: frozenset[str] = frozenset()

    def read_sheet(self, sheet: Sheet) -> None:
        """All blocks of ``sheet``."""
        name = self._report.words.say(f"workbook.sheets.{sheet.id}")
        if not any(block.id in self._content.blocks for block in sheet.blocks):
            is_lost = any(block.id in _INPUTS for block in sheet.blocks)
            self.notes.append(Note("import.missing_sheet", {"sheet": name}, grave=is_lost))
            return
        for block in sheet.blocks:
            self._read_block(block, name)

    def read_loose(self, loose: Loose) -> None:
        """A row without an id: one more where people add rows, else a row of nobody."""
        if loose.block in _ADDED_TO:
            self._add_row(loose.block, loose.values)
        elif loose.block in _INPUTS and loose.values.keys() & _INPUTS[loose.block]:
            self.notes.append(Note("import.loose_row", {}, loose.sheet, loose.cell))

    def _read_block(self, block: Block, sheet: str) -> None:
        found = self._content.blocks.get(block.id)
        expected = {line.id: line for line in lines(block.id, self._report)}
        if found is None:
            if expected:
                is_lost = block.id in _INPUTS
                self.notes.append(Note("import.missing_block", {"sheet": sheet}, grave=is_lost))
            return
        self._lacking = self._find_lacking(block, expected, found, sheet)
        for id, line in expected.items():
            if id in found:
                self._read_row(block, line, found[id])
            else:
                self._miss_row(block, line, sheet)
        if block.id not in _FOR_PAPER:
            for id in found.keys() - expected.keys():
                self._read_added(block, id, found[id])

    def _find_lacking(
        self,
        block: Block,
        expected: Mapping[str, Line],
        found: Mapping[str, Mapping[str, Found]],
        sheet: str,
    ) -> frozenset[str]:
        """The columns that are gone: nobody emptied each cell of them."""
        there = {column for cells in found.values() for column in cells}
        filled = [line for line in expected.values() if line.id in found]
        lacking = frozenset(
            column.id
            for at, column in enumerate(block.columns)
            if column.id not in there and sum(bool(line.values[at]) for line in filled) > _FEW
        )
        for column in block.columns:
            if column.id in lacking:
                self.notes.append(self._lacks(block, column, sheet))
        return lacking

    def _lacks(self, block: Block, column: Column, sheet: str) -> Note:
        """That ``column`` is gone; one without a head is a part of the sheet without a name."""
        if not block.heads:
            is_lost = block.id in _INPUTS
            return Note("import.missing_block", {"sheet": sheet}, grave=is_lost)
        return Note("import.missing_column", {"column": self._head(block, column)}, sheet)

    def _miss_row(self, block: Block, line: Line, sheet: str, cell: str = "") -> None:
        if block.id in _JUDGED_ANEW:
            return
        shown = " · ".join(
            text_of(value) for value in line.values if value and not isinstance(value, Formula)
        )
        if block.id in _ADDED_TO:
            if shown:
                what = self._report.words.say("import.row_deleted")
                apply = without_row(block.id, line.id)
                self.differences.append(Difference(sheet, cell, what, shown, "", apply))
            return
        self.notes.append(Note("import.missing_row", {"text": shown[:60]}, sheet, grave=False))

    def _read_row(self, block: Block, line: Line, cells: Mapping[str, Found]) -> None:
        if block.id not in _ADDED_TO or (_says_anything(line) and cells.keys() & _INPUTS[block.id]):
            self._compare_row(block, line, cells)
        elif _says_anything(line):
            self._miss_row(block, line, *_near(cells))
        elif cells:
            self._add_row(block.id, cells)

    def _compare_row(self, block: Block, line: Line, cells: Mapping[str, Found]) -> None:
        for column, value in zip(block.columns, line.values, strict=True):
            if isinstance(value, Formula) or column.id in self._lacking:
                continue
            if (shown := cells.get(column.id)) and shown.is_disguised:
                self.notes.append(Note("import.disguised", {}, shown.sheet, shown.cell))
            written = self._said(line.id, column, value) if block.id == "review" else value
            found = cells.get(column.id)
            visible = None if found is None else found.value
            if not same(written, visible):
                self._differ(block, line, column, written, found, cells)

    def _said(self, row: str, column: Column, value: Value) -> Stored:
        """What stands as an explanation; the words that none was given yet are none."""
        is_open = value == self._report.words.say("workbook.review_open")
        return None if column.id == "said" and is_open else _stored(value)

    def _differ(
        self,
        block: Block,
        line: Line,
        column: Column,
        written: Stored,
        found: Found | None,
        cells: Mapping[str, Found],
    ) -> None:
        sheet, cell = (found.sheet, found.cell) if found else self._place(block, column, cells)
        shown = None if found is None else found.value
        if not column.is_input or line.id in block.locked:
            self._note_locked(block, line, column, Found(shown, sheet, cell), written)
            return
        if block.id in _FOR_PAPER:
            return
        if block.id == "review" and _is_open(found, self._report):
            return
        outcome = self._fields.read(block.id, line.id, column.id, shown)
        if outcome is None:
            self._note_locked(block, line, column, Found(shown, sheet, cell), written)
            return
        what = self._named(block, line, column)
        self._keep(outcome, Found(None, sheet, cell), what, written, found)

    def _keep(
        self, outcome: Outcome, at: Found, what: str, written: Stored, found: Found | None
    ) -> None:
        """Remember what a cell at ``at`` changes, and what is to be said of it."""
        if found is not None and found.is_formula:
            self.notes.append(Note("import.formula", {}, at.sheet, at.cell))
            return
        if outcome.note:
            values = outcome.values
            self.notes.append(Note(outcome.note, values, at.sheet, at.cell, outcome.is_lost))
        if outcome.apply is not None:
            visible = text_of(None if found is None else found.value)
            self.differences.append(
                Difference(at.sheet, at.cell, what, text_of(written), visible, outcome.apply)
            )

    def _note_locked(
        self, block: Block, line: Line, column: Column, found: Found, written: Stored
    ) -> None:
        if not self._mind_locked or block.id in _JUDGED_ANEW or self._locked >= _MOST_LOCKED:
            return
        is_fact = block.id in _PLAIN_FACTS and line.id not in _WORDED
        is_worded = isinstance(written, str) and not is_fact
        if is_worded and self._report.program != __version__:
            return  # another version may have other words for it
        self._locked += 1
        values = {
            "text": text_of(written)[:60],
            "visible": text_of(found.value)[:60],
            "what": self._named(block, line, column),
        }
        self.notes.append(Note("import.locked", values, found.sheet, found.cell, grave=False))

    def _read_added(self, block: Block, id: str, cells: Mapping[str, Found]) -> None:
        """A row that the hidden content has not."""
        if not cells:
            return
        if block.id in _ADDED_TO:
            self._add_row(block.id, cells)
            return
        inputs = _INPUTS.get(block.id, frozenset())
        filled = {column: cells[column] for column in inputs & cells.keys()}
        shown = {column: text_of(found.value) for column, found in cells.items()}
        name = _row_name(id, shown)
        if not all(self._take(block, id, name, column, found) for column, found in filled.items()):
            sheet, cell = _near(cells)
            self.notes.append(Note("import.unknown_row", {"text": id[:40]}, sheet, cell))

    def _take(self, block: Block, row: str, name: str, column: str, found: Found) -> bool:
        """Read a cell of a row that the hidden content has not; whether there is such a field."""
        if block.id == "review" and _is_open(found, self._report):
            return True
        outcome = self._fields.read(block.id, row, column, found.value)
        if outcome is None:
            return False
        heads = [self._head(block, c) for c in block.columns if c.id == column and block.heads]
        what = " ".join((name, *heads))
        self._keep(outcome, Found(None, found.sheet, found.cell), what, None, found)
        return True

    def _add_row(self, block: str, cells: Mapping[str, Found]) -> None:
        row = read_new_row(block, cells, self._fields)
        self.notes.extend(row.notes)
        if row.apply is not None:
            sheet, cell = _near(cells)
            what = self._report.words.say("import.row_added")
            self.differences.append(Difference(sheet, cell, what, "", row.shown, row.apply))

    def _named(self, block: Block, line: Line, column: Column) -> str:
        """The field in words: of a pair its label, else the row and the head of the column."""
        label = line.values[0]
        if not block.heads:
            return text_of(_stored(label))
        values = zip(block.columns, line.values, strict=True)
        shown = {each.id: text_of(_stored(value)) for each, value in values}
        return f"{_row_name(line.id, shown)} {self._head(block, column)}"

    def _head(self, block: Block, column: Column) -> str:
        year = self._report.year
        said = self._report.words.say(block.head(column), year=year, last=year - 1)
        return said.replace("\n", "")

    def _place(self, block: Block, column: Column, cells: Mapping[str, Found]) -> tuple[str, str]:
        """Where an empty cell is: below those of its column, beside those of its row."""
        sheet, row = _near(cells)
        rows = self._content.blocks[block.id].values()
        beside = next((c[column.id].cell for c in rows if column.id in c), "")
        return sheet, beside.rstrip("0123456789") + row if row else ""


def _row_name(id: str, shown: Mapping[str, str]) -> str:
    """What people call the row ``id`` of which ``shown`` are the cells: "5.1 Smart products"."""
    placed = next((shown[column] for column in _PLACED if shown.get(column)), "")
    called = next((shown[column] for column in _CALLED if shown.get(column)), "")
    if len(called) > _CALLED_LONGEST:
        called = called[:_CALLED_LONGEST] + "…"
    return " ".join(filter(None, (placed, " ".join(called.split())))) or id


def _says_anything(line: Line) -> bool:
    return any(value is not None for value in line.values)


def _stored(value: Value) -> Stored:
    return None if isinstance(value, Formula) else value


def _is_open(found: Found | None, report: Report) -> bool:
    return found is not None and found.value == report.words.say("workbook.review_open")


def _near(cells: Mapping[str, Found]) -> tuple[str, str]:
    """Where a row is, when the cell itself is empty."""
    first = next(iter(cells.values()), None)
    if first is None:
        return "", ""
    return first.sheet, first.cell.lstrip(ascii_uppercase)
