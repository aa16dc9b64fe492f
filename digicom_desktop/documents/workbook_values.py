"""What the cells of the workbook hold: text, numbers, nothing."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from digicom_desktop.domain.report import ScoreView
from digicom_desktop.domain.text import clean


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of this program (see workbook_formulas), and the result that it has as written.

    Nothing that a person typed ever becomes part of one.
    """

    text: str
    result: Decimal | str
    format: str = ""
    """A number format other than that of its column."""


Stored = str | Decimal | None
"""What a reader takes from a cell."""
Value = Stored | Formula
"""What a cell holds: text, a number, a formula, or nothing."""

_PLAIN_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_SPREADSHEET_DIGITS = 15
_DAY_ZERO = date(1899, 12, 30)
"""Day 0 of the dates of a spreadsheet, for all days from March 1900."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a block: its stable id, and a value for each column of the block in order."""

    id: str
    values: tuple[Value, ...]


def safe(value: Value) -> Value:
    """``value`` without characters that no sheet can hold; nothing for an empty text."""
    if not isinstance(value, str):
        return value
    # A text that is printable holds nothing that clean() would take away, and most texts are.
    return (value if value.isprintable() else clean(value)) or None


def number(text: str | None) -> Decimal | None:
    """``text`` as a number if a spreadsheet keeps all its digits, else None."""
    if text is None or not _PLAIN_NUMBER.fullmatch(text):
        return None
    value = Decimal(text)
    return value if len(value.normalize().as_tuple().digits) <= _SPREADSHEET_DIGITS else None


def shown(text: str) -> Value:
    """A text that people read, as a number where it is one."""
    value = number(text)
    return text if value is None else value


def count(value: int | None) -> Decimal | None:
    """A whole number as a cell holds it."""
    return None if value is None else Decimal(value)


def chartable(score: ScoreView) -> Value:
    """A number, or nothing: a chart would draw a text as 0."""
    return number(score.shown) if score.value is not None else None


def day_text(serial: Decimal) -> str:
    """The day that a spreadsheet stores as ``serial``, as ``YYYY-MM-DD``; from 61 (March 1900)."""
    return (_DAY_ZERO + timedelta(days=int(serial))).isoformat()
