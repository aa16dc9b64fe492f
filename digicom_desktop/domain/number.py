"""Figures as people type them, read as exact decimals."""

import re
from decimal import Decimal
from fractions import Fraction

from digicom_desktop.domain.text import narrowed

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?", re.ASCII)
_AMOUNT = re.compile(r"(.*?)(亿元|亿|万元|万|千元|元)?", re.DOTALL)
# How many 万元 one of the unit is.
_IN_WAN = {
    "亿元": Decimal(10_000),
    "亿": Decimal(10_000),
    "万元": Decimal(1),
    "万": Decimal(1),
    "千元": Decimal("0.1"),
    "元": Decimal("0.0001"),
}


def parse_number(text: str, *units: str) -> Decimal | None:
    """The number typed as ``text``, or None where it is none.

    Full-width digits, thousands commas and one of ``units`` behind it are accepted.
    """
    narrow = narrowed(text)
    if not narrow[-1:].isdigit():
        for unit in units:
            narrow = narrow.removesuffix(narrowed(unit)).strip()
    narrow = narrow.replace("−", "-")
    if not _NUMBER.fullmatch(narrow):
        return None
    return Decimal(narrow.replace(",", ""))


def parse_amount(text: str) -> Decimal | None:
    """An amount of money in 万元; ``text`` may name 元, 千元, 万元 or 亿元, else it is 万元."""
    narrow = narrowed(text)
    match = _AMOUNT.fullmatch(narrow)
    number = parse_number(match[1]) if match else None
    if match is None or number is None:
        return None
    return number * _IN_WAN[match[2] or "万元"]


def parse_count(text: str) -> int | None:
    """A whole number that is not negative, such as employees; a trailing 人 is accepted."""
    number = parse_number(text, "人")
    if number is None or number != number.to_integral_value() or number < 0:
        return None
    return int(number)


def plain_decimal(number: Decimal) -> str:
    """``number`` without exponent or trailing zeros, as canonical content holds it."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", "+0"} else text.removeprefix("+")


def rounded(value: Fraction, places: int) -> str:
    """``value`` rounded half up (away from zero) to ``places`` decimals."""
    scale = 10**places
    scaled = abs(value) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and whole else ""
    if places == 0:
        return f"{sign}{whole}"
    return f"{sign}{whole // scale}.{whole % scale:0{places}d}"
