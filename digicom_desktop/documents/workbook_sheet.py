"""Reads the filled cells of one sheet, whichever program wrote it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from string import ascii_uppercase

from digicom_desktop.documents.workbook_guard import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_MERGED,
    MOST_MERGES,
    MOST_ROWS,
    Attributes,
    Counts,
    Listener,
    parse_part,
)
from digicom_desktop.documents.workbook_parts import (
    MAIN,
    Parts,
    SheetPart,
    Shown,
    TextRuns,
    unescaped,
)
from digicom_desktop.documents.workbook_values import Stored, day_text
from digicom_desktop.documents.zip_guard import GuardedZip, shown
from digicom_desktop.errors import DigicomError

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_WHOLE = re.compile(r"[0-9]{1,7}", re.ASCII)
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?", re.ASCII)
_LONGEST_NUMBER = 400
_DIGITS = 15
"""A spreadsheet keeps so many digits of a number."""
_FIRST_DAY, _LAST_DAY = 61, 109_575
"""March 1900 to the end of 2199."""
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; of a formula no value, because nobody here calculates."""

    value: Stored
    is_formula: bool = False
    is_disguised: bool = False
    """Whether something else is shown than what stands there."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area by its first and last cells, all counted from 1."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetCells:
    """The filled cells of a sheet: row → column → cell, rows from the top; its merged areas."""

    title: str
    rows: Mapping[int, Mapping[int, Cell]]
    merges: tuple[Merge, ...]


def read_sheet(archive: GuardedZip, sheet: SheetPart, parts: Parts, counts: Counts) -> SheetCells:
    """The cells of ``sheet``; DigicomError ``guard.cell``, ``far_cell``, ``long_text``, …"""
    reading = _Reading(sheet.title, parts, counts)
    parse_part(archive, sheet.part, reading.listener(), counts)
    return SheetCells(sheet.title, dict(sorted(reading.rows.items())), tuple(reading.merges))


def coordinate(row: int, column: int) -> str:
    """Such as "E7"."""
    letters = ""
    while column:
        column, at = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[at] + letters
    return f"{letters}{row}"


def as_number(text: str) -> Stored:
    """The number that ``text`` of a cell stands for; ``text`` itself where it is none."""
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return text
    value = float(text)
    return Decimal(f"{value:.{_DIGITS}g}") if isfinite(value) else text


def _as_shown(value: Stored, shown: Shown) -> Stored:
    """A percentage or a date as people typed it; other numbers as they are."""
    if not isinstance(value, Decimal):
        return value
    if shown is Shown.PERCENT:
        return f"{(value * 100).normalize():f}%"
    if shown is Shown.DATE and _FIRST_DAY <= value < _LAST_DAY:
        return day_text(value)
    return value


class _Reading:
    """Hears of the elements of a sheet, in their order."""

    def __init__(self, title: str, parts: Parts, counts: Counts) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merges: list[Merge] = []
        self._title, self._texts, self._counts = title, parts.texts, counts
        self._formats = parts.formats
        self._style = 0
        self._row = self._column = 0
        self._type, self._value = "n", ""
        self._is_formula = False
        self._columns: dict[str, int] = {}
        self._runs = TextRuns()

    def listener(self) -> Listener:
        """What has to hear of the elements."""
        runs = self._runs.listener()
        starts = {"row": self._begin_row, "c": self._begin_cell, "f": self._begin_formula}
        starts |= {"v": self._begin_value, "mergeCell": self._add_merge}
        ends = {"c": self._end_cell, "v": self._end_value}
        return Listener(
            {f"{MAIN} {name}": do for name, do in starts.items()} | dict(runs.starts),
            {f"{MAIN} {name}": do for name, do in ends.items()} | dict(runs.ends),
            runs.text,
        )

    def _begin_row(self, attributes: Attributes) -> None:
        stated = attributes.get("r")
        row = self._row + 1 if stated is None else _whole(stated)
        if not 1 <= row <= _LAST_ROW:
            raise self._damaged(stated or str(row))
        self._row, self._column = row, 0

    def _begin_cell(self, attributes: Attributes) -> None:
        stated = attributes.get("r")
        self._column = self._column + 1 if stated is None else self._column_of(stated)
        self._type, self._value = attributes.get("t", "n"), ""
        self._style = _whole(attributes.get("s", "0"))
        self._is_formula = False
        self._runs.pieces.clear()

    def _column_of(self, stated: str) -> int:
        match = _CELL.fullmatch(stated)
        if match is None or int(match[2]) != self._row:
            raise self._damaged(stated)
        letters = match[1]
        if letters not in self._columns:
            self._columns[letters] = _column(letters)
        return self._columns[letters]

    def _begin_formula(self, _: Attributes) -> None:
        self._is_formula = True

    def _begin_value(self, _: Attributes) -> None:
        self._runs.heard.clear()

    def _end_value(self) -> None:
        self._value = "".join(self._runs.heard)

    def _end_cell(self) -> None:
        if not (self._value or self._runs.pieces or self._is_formula):
            return  # most cells are only coloured
        if self._is_formula:
            cell = Cell(None, is_formula=True)
        else:
            cell = Cell(self._stored(), is_disguised=self._shown is Shown.OTHERWISE)
        if not cell.is_formula and cell.value is None:
            return
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            self._counts.far = self._counts.far or self._far()
            return
        self._counts.add_cell()
        self.rows.setdefault(self._row, {}).setdefault(self._column, cell)

    def _stored(self) -> Stored:
        value = self._typed()
        if isinstance(value, str) and len(value) > MOST_CHARACTERS:
            raise DigicomError(
                "guard.long_text", sheet=self._title, cell=self._place(), limit=MOST_CHARACTERS
            )
        return value or None if isinstance(value, str) else value

    def _typed(self) -> Stored:
        value = self._value
        match self._type:
            case "inlineStr":
                return self._runs.take()
            case "n":
                return _as_shown(as_number(value.strip()), self._shown)
            case "s":
                return self._shared(value) if value else None
            case "b":
                return {"0": "FALSE", "1": "TRUE"}.get(value.strip(), value)
            case "d":
                return value.partition("T")[0]
            case "str" | "e":
                return unescaped(value)
        raise self._damaged(self._place())

    @property
    def _shown(self) -> Shown:
        """What the style of the cell makes of a number."""
        is_known = 0 <= self._style < len(self._formats)
        return self._formats[self._style] if is_known else Shown.PLAIN

    def _shared(self, index: str) -> str:
        number = _whole(index.strip())
        if not 0 <= number < len(self._texts):
            raise self._damaged(self._place())
        return self._texts[number]

    def _add_merge(self, attributes: Attributes) -> None:
        area = attributes.get("ref", "")
        if len(self.merges) == MOST_MERGES:
            raise DigicomError("guard.too_many_merges", sheet=self._title, limit=MOST_MERGES)
        first, _, last = area.partition(":")
        ends = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
        if ends[0] is None or ends[1] is None:
            raise DigicomError("guard.merge", sheet=self._title, cell=shown(area))
        (row, column), (last_row, last_column) = (
            (int(end[2]), _column(end[1])) for end in ends if end
        )
        height, width = last_row - row + 1, last_column - column + 1
        if height < 1 or width < 1 or height * width > MOST_MERGED:
            raise DigicomError("guard.merge", sheet=self._title, cell=shown(area))
        self.merges.append(Merge(row, column, last_row, last_column))

    def _far(self) -> DigicomError:
        room = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
        return DigicomError("guard.far_cell", sheet=self._title, cell=self._place(), **room)

    def _place(self) -> str:
        return coordinate(self._row, self._column)

    def _damaged(self, place: str) -> DigicomError:
        return DigicomError("guard.cell", sheet=self._title, cell=shown(place))


def _whole(text: str) -> int:
    """``text`` as a whole number; -1 where it is none."""
    return int(text) if _WHOLE.fullmatch(text) else -1


def _column(letters: str) -> int:
    """The number of a column, counted from 1; beyond the last one where there is none such."""
    number = 0
    for letter in letters:
        number = number * len(ascii_uppercase) + ord(letter) - ord("A") + 1
    return min(number, _LAST_COLUMN + 1)
