"""Dates as people type them, read as a day, a month or a year."""

import re
from datetime import date

from digicom_desktop.domain.text import narrowed

_DATE = re.compile(
    r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日]?", re.ASCII
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)


def parse_date(text: str) -> str | None:
    """``text`` as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None where it is no date.

    Accepts 2025-08-31, 2025/8/31, 2025.8.31, 2025年8月31日, 20250831, full-width forms of these,
    and the same without day or month.
    """
    narrow = narrowed(text)
    match = _COMPACT.fullmatch(narrow) or _DATE.fullmatch(narrow)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
    return "-".join(parts)
