"""Dates as people type them, read as a day, a month or a year."""

import re
from datetime import date

from digicom_desktop.domain.text import narrowed

_DATE = re.compile(
    r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日]?", re.ASCII
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)

_MONTHS = 12

UNLIMITED = "长期"
"""What stands on a licence in the place of its last valid day where it has none."""

# Without blanks, hyphens and the 至 that stands before a day.
_UNLIMITED = frozenset(
    {"长期", "长期有效", "永久", "永久有效", "无期限", "无固定期限", "无限期", "不限", "不限期"}
    | {"longterm", "noend", "noenddate", "noexpiry", "indefinite", "permanent", "unlimited"}
)
_FILLING = re.compile(r"[\s\-‐–—]+|^至")


def parse_date(text: str) -> str | None:
    """``text`` as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None where it is no date.

    Accepts 2025-08-31, 2025/8/31, 2025.8.31, 2025年8月31日, 20250831, full-width forms of these,
    and the same without day or month.
    """
    found = _numbers(text)
    if found is None:
        return None
    year, month, day = found
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
    return "-".join(parts)


def missing_day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of what is written as a date and is none: 2009-02-30, 2025-13.

    Nothing but the calendar is wrong with it; the day is 0 where there is no such month.
    """
    found = _numbers(text)
    if found is None or parse_date(text) is not None:
        return None
    year, month, day = found
    if not year or not month:
        return None
    return year, month, day or 0 if month <= _MONTHS else 0


def _numbers(text: str) -> tuple[int | None, int | None, int | None] | None:
    """Year, month and day as they are written."""
    narrow = narrowed(text)
    match = _COMPACT.fullmatch(narrow) or _DATE.fullmatch(narrow)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return year, month, day


def read_valid_until(text: str) -> str | None:
    """``text`` as ``parse_date`` reads it, or UNLIMITED; None where it is neither.

    What has no last day is written 长期, 长期有效, 永久, 无期限, long-term, no end and the like.
    """
    word = _FILLING.sub("", narrowed(text)).casefold()
    return UNLIMITED if word in _UNLIMITED else parse_date(text)
