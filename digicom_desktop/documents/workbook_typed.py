"""What people type into the cells of a workbook, read as it was meant."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

from digicom_desktop.documents.workbook_values import Stored, day_text

_FIRST_DAY, _LAST_DAY = 25_000, 80_000
"""1968 to 2119; smaller numbers are years, larger ones such as 20250630 are days as typed."""
_LEVEL = re.compile(
    r"(?:level|lv\.?|l|第)?\s*([0-9一二三四零〇])(?:\.0+)?\s*(?:级|分|档)?\s*(?:\([^()]*\))?",
    re.IGNORECASE,
)
_CHINESE = {"零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4}
_TICKED = frozenset("☑✓✔√■●☒✅")
_OPEN = frozenset("☐□○◻▢×✗✘")
_BETWEEN_ITEMS = re.compile("项目|第|项|和|与|及|and|items?", re.IGNORECASE)
_ITEM = re.compile(r"[1-9]\.[0-9]+")


def text_of(value: Stored) -> str:
    """``value`` as a person reads it: a number without exponent or trailing zeros."""
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value or ""


def same(written: Stored, visible: Stored) -> bool:
    """Whether two values say the same: programs save numbers as texts, and other line breaks."""
    return written == visible or _settled(written) == _settled(visible)


def _settled(value: Stored) -> str:
    lines = text_of(value).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    seen = "\n".join(line.rstrip() for line in lines).strip()
    # What nobody sees, programs and people drop unawares.
    return seen if seen.isascii() else "".join(c for c in seen if unicodedata.category(c) != "Cf")


def date_text(value: Stored) -> str:
    """A date as typed; the number that a spreadsheet made of it as ``YYYY-MM-DD``."""
    if isinstance(value, Decimal) and _FIRST_DAY <= value <= _LAST_DAY:
        return day_text(value)
    return text_of(value)


def read_level(value: Stored, names: Mapping[str, int]) -> int | None:
    """The level 0-4 meant by "3", "3级", "三级", "Level 3" or one of ``names``; None if none."""
    plain = folded(text_of(value))
    if plain in names:
        return names[plain]
    for part in (plain, plain.split(" ")[0]):
        if match := _LEVEL.fullmatch(part):
            digit = match[1]
            level = _CHINESE[digit] if digit in _CHINESE else int(digit)
            return level if level <= 4 else None
    return None


def read_year(text: str) -> int | None:
    """The year meant by "2025" or "2025 年度"; None if none is."""
    digits = folded(text).removesuffix("年度").removesuffix("年").strip()
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None


def folded(text: str) -> str:
    """``text`` for comparing names: one width and case, single blanks, no marks around it."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(wide.split()).strip(" .。;；,，")


def squeezed(text: str) -> str:
    """``folded`` without blanks and punctuation, for sentences that were copied about."""
    return "".join(c for c in folded(text) if c.isalnum())


def read_ticks(text: str, options: Mapping[str, str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The ids of ``options`` (id → text) that ``text`` ticks, and the lines that are none of them.

    Each line begins with a box, ticked or open, or with none, which counts as ticked.
    """
    by_text = {squeezed(option): id for id, option in options.items()}
    ticked: set[str] = set()
    unknown: list[str] = []
    for line in text.splitlines():
        # An option may hold what else parts several of them: the whole line is tried first.
        whole = [line] if squeezed(_unmarked(line)) in by_text else re.split("[；;]", line)
        for said in map(str.strip, whole):
            rest = _unmarked(said)
            if not rest or said[:1] in _OPEN:
                continue
            id = by_text.get(squeezed(rest))
            if id is None:
                unknown.append(rest)
            else:
                ticked.add(id)
    return frozenset(ticked), tuple(unknown)


def _unmarked(line: str) -> str:
    said = line.strip()
    return said[1:].strip() if said[:1] in _TICKED | _OPEN else said


def read_items(value: Stored, known: Iterable[str]) -> tuple[str, ...] | None:
    """The ids of items that ``value`` names in any order and with any marks between; None if not.

    An item typed as a number lost its last zero to the spreadsheet only if it had one; none has.
    """
    text = unicodedata.normalize("NFKC", text_of(value)).replace("。", ".").replace("．", ".")
    found = tuple(dict.fromkeys(_ITEM.findall(text)))
    rest = _BETWEEN_ITEMS.sub("", _ITEM.sub("", text))
    if any(c.isalnum() for c in rest) or not set(found) <= set(known):
        return None
    return found
