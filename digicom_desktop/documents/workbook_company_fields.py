"""The sheet of the firm → what it changes in an assessment."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from digicom_desktop.documents.workbook_lists import Lists
from digicom_desktop.documents.workbook_outcome import Outcome, cut
from digicom_desktop.documents.workbook_typed import date_text, read_ticks, read_year, text_of
from digicom_desktop.documents.workbook_values import Stored
from digicom_desktop.domain.company import NARRATIVES, limit
from digicom_desktop.domain.date_text import parse_date
from digicom_desktop.domain.hand_in import Apply
from digicom_desktop.domain.number import parse_amount, parse_count

_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_NUMBERS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {"employees": parse_count, "revenue": parse_amount, "total_assets": parse_amount}
)
_DATES = ("founded", "filled_on")
_LONG = ("honours", *NARRATIVES)
_TEXTS = frozenset(
    (
        *("name", "credit_code", "address", "postcode", "legal_representative", "contact"),
        *("phone", "email", "receiving_bureau", "filled_by", "person_in_charge"),
        *(*_LONG, *_DATES, *_NUMBERS),
    )
)


class CompanyFields:
    """Reads the fields of the firm by their ids."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._finders: Mapping[str, Callable[[str], str | None]] = {
            "region": lists.region,
            "industry": lists.industry,
            "category": lists.category,
            "ownership": lists.ownership,
        }

    def read(self, row: str, value: Stored) -> Outcome | None:
        """What the field ``row`` says; None where the program works it out, or knows none."""
        if row == "business_types":
            return self._business_types(value)
        name = row.removeprefix("company.")
        text = date_text(value) if name in _DATES else text_of(value)
        if name == "year":
            return _year(text)
        if name in self._finders:
            return self._named(name, text, self._finders[name])
        return _typed(name, text) if name in _TEXTS else None

    def _named(self, name: str, text: str, find: Callable[[str], str | None]) -> Outcome:
        code = "" if not text.strip() else find(text)
        if code is None:
            return Outcome(None, f"import.unknown_{name}", {"text": text})
        return Outcome(_company_field(name, code))

    def _business_types(self, value: Stored) -> Outcome:
        ticked, unknown = read_ticks(text_of(value), self._lists.business_types)
        note = "import.unknown_lines" if unknown else ""
        values = {"text": " / ".join(unknown)}
        return Outcome(lambda a: replace(a, profile=ticked), note, values)


def _typed(name: str, text: str) -> Outcome:
    """A text as typed; what is no number or no date is kept all the same."""
    typed, note = cut(text, limit(name), lines=name in _LONG)
    read = _NUMBERS.get(name) or (parse_date if name in _DATES else None)
    if not note and read is not None and typed and read(typed) is None:
        note = "import.not_a_date" if name in _DATES else "import.not_a_number"
    return Outcome(_company_field(name, typed), note, {"text": typed})


def _company_field(name: str, text: str) -> Apply:
    said: dict[str, Any] = {name: text}
    return lambda a: replace(a, company=replace(a.company, **said))


def _year(text: str) -> Outcome:
    year = read_year(text)
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Outcome(None, "import.wrong_year", {"text": text})
    return Outcome(lambda a: replace(a, company=replace(a.company, year=year)))
