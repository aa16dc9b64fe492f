"""TOML tables read key by key: what is wrong is gathered, never raised."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeGuard

from digicom_desktop.domain.text import LocalizedText, clean_line, is_blank
from digicom_desktop.library.findings import EditionFinding

NO_ITEM = "–"
# One sentence of the checklist becomes one paragraph of the report, and longer ones take reportlab
# seconds to break into lines.
LONGEST_TEXT = 1000
_MOST_PLACES = 9


class Reading:
    """The reading of one folder: its findings so far, and which tables were read."""

    def __init__(self) -> None:
        self.findings: list[EditionFinding] = []
        self._tables: list[Table] = []

    def table(self, data: Mapping[str, object], file: str, item: str, path: str = "") -> "Table":
        """A table whose problems are gathered here."""
        table = Table(self, data, file, item, path)
        self._tables.append(table)
        return table

    def report_unknown_keys(self) -> None:
        """Report every key that nobody asked for: most likely a misspelt one."""
        for table in self._tables:
            table.report_unknown_keys()


class Table:
    """A TOML table; a value that is missing or wrong is reported and an empty one returned."""

    def __init__(
        self, reading: Reading, data: Mapping[str, object], file: str, item: str, path: str
    ) -> None:
        self._reading = reading
        self._data = data
        self._file = file
        self._item = item
        self._path = path
        self._asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether ``key`` is there: for the few that may be left out."""
        return key in self._data

    def says(self, key: str, word: str) -> bool:
        """Whether ``key`` is ``word``: for the few that are a word or a table."""
        is_said = self._data.get(key) == word
        if is_said:
            self._asked.add(key)
        return is_said

    def flag(self, key: str) -> bool:
        """A yes or no."""
        value = self._value(key)
        if value is not None and not isinstance(value, bool):
            self.report(key, "not_a_choice", choices="true, false")
        return value is True

    def line(self, key: str) -> str:
        """A text of one line."""
        return self._line(key, "missing")

    def text(self, key: str) -> LocalizedText:
        """The table ``key`` with a text in both languages."""
        return self.table(key).text_here()

    def text_here(self) -> LocalizedText:
        """The text in both languages that stands in this table itself."""
        text = LocalizedText(self._line("zh", "untranslated"), self._line("en", "untranslated"))
        if any("\u4e00" <= character <= "\u9fff" for character in text.en):
            self.report("en", "untranslated")
        return text

    def integer(self, key: str) -> int:
        """A whole number that is not negative."""
        value = self._value(key)
        if value is None:
            return 0
        if not _is_count(value):
            self.report(key, "not_a_number")
            return 0
        return value

    def integers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers that are not negative."""
        values = self._list(key)
        numbers = tuple(value for value in values if _is_count(value))
        if len(numbers) < len(values):
            self.report(key, "not_a_number")
        return numbers

    def share(self, key: str) -> Fraction:
        """A number from 0 to 1, exactly as it is written."""
        value = self._value(key)
        if value is None:
            return Fraction(0)
        if not _is_share(value):
            self.report(key, "not_a_share")
            return Fraction(0)
        return Fraction(value)

    def shares(self) -> tuple[tuple[str, Fraction], ...]:
        """All the table's keys with their shares, in the order of the file."""
        return tuple((key, self.share(key)) for key in self._data)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """All the table's keys with their texts of one line, in the order of the file."""
        return tuple((key, text) for key in self._data if (text := self.line(key)))

    def lines(self, key: str) -> tuple[str, ...]:
        """A list of texts of one line; it may be empty, but has to be there."""
        values = self._list(key)
        lines = tuple(value for value in values if isinstance(value, str))
        if len(lines) < len(values):
            self.report(key, "not_a_text")
        return lines

    def table(self, key: str) -> "Table":
        """The table ``key``."""
        value = self._value(key)
        if isinstance(value, dict):
            return self._inner(value, key)
        if value is not None:
            self.report(key, "not_a_table")
        return missing_table(self._file)

    def tables(self, key: str) -> tuple["Table", ...]:
        """The list of tables ``key``, at least one."""
        values = self._list(key)
        tables = [value for value in values if isinstance(value, dict)]
        if len(tables) < len(values):
            self.report(key, "not_a_table")
        elif key in self._data and not values:
            self.report(key, "missing")
        return tuple(self._inner(data, f"{key}[{n}]") for n, data in enumerate(tables, 1))

    def report(self, key: str, problem: str, **values: object) -> None:
        """Gather a problem with the value of ``key``."""
        finding = EditionFinding(problem, self._file, self._item, self._field(key), values)
        self._reading.findings.append(finding)

    def report_unknown_keys(self) -> None:
        """Report the keys that were not asked for."""
        for key in self._data.keys() - self._asked:
            self.report(key, "unknown_key")

    def _field(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _inner(self, data: Mapping[str, object], key: str) -> "Table":
        return self._reading.table(data, self._file, self._item, self._field(key))

    def _value(self, key: str) -> object:
        self._asked.add(key)
        value = self._data.get(key)
        if value is None:
            self.report(key, "missing")
        return value

    def _list(self, key: str) -> list[object]:
        value = self._value(key)
        if isinstance(value, list):
            return value
        if value is not None:
            self.report(key, "not_a_list")
        return []

    def _line(self, key: str, missing: str) -> str:
        self._asked.add(key)
        value = self._data.get(key, "")
        if not isinstance(value, str):
            self.report(key, "not_a_text")
            return ""
        if is_blank(value):
            self.report(key, missing)
        elif value != clean_line(value).strip():
            self.report(key, "stray_characters")
        elif len(value) > LONGEST_TEXT:
            self.report(key, "too_long", most=LONGEST_TEXT, length=len(value))
        return value


def missing_table(file: str) -> Table:
    """Stands for a table that is not there; that its keys are missing too, nobody needs to hear."""
    return Table(Reading(), {}, file, NO_ITEM, "")


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_share(value: object) -> TypeGuard[int | Decimal]:
    if isinstance(value, Decimal):
        # nan cannot be compared; 1e-999999999 as a fraction would fill the memory.
        return value.is_finite() and value.adjusted() >= -_MOST_PLACES and 0 <= value <= 1
    return _is_count(value) and value <= 1
