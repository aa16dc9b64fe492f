"""Figures as people type them, read as exact decimals."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from digicom_desktop.domain.judgement import Judgement, error
from digicom_desktop.domain.measure import MONEY, PEOPLE, PERCENT, Measure, one_dash, unit_form
from digicom_desktop.domain.number_mixed import mixed_value
from digicom_desktop.domain.number_problem import (
    MOST_DIGITS,
    unreadable,
    wrong_digits,
    wrong_unit,
)
from digicom_desktop.domain.text import LocalizedText, is_blank, narrowed

# No figure is longer; the patterns below need a bound, and so does who reads the sentence.
_LONGEST = 100

# Thousands are parted by commas or, after GB/T 15835, by narrow blanks, everywhere or nowhere.
_NUMBER = re.compile(
    r"[-+]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?: \d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?", re.ASCII
)
# Sign, digits with what parts them, and what stands behind.
_SHAPE = re.compile(r"([-+]?)\s*([\d.,][\d.,\s]*?)\s*([^\d.,\s].*)?", re.ASCII | re.DOTALL)
# Accountants put what is below zero in brackets; the unit stands inside or behind.
_BRACKETS = re.compile(r"\(([^()]*\d[^()]*)\)([^()\d]*)", re.ASCII)
_YUAN = re.compile(r"^([-+]?)\s*(?:¥|RMB|CNY|人民币)\s*", re.IGNORECASE)
_YUAN_BEHIND = re.compile(r"\s*(?:¥|RMB|CNY|人民币)$", re.IGNORECASE)


def read_figure(text: str, measure: Measure) -> Decimal | Judgement | None:
    """The figure typed as ``text``, in ``measure.unit``, or what is wrong; None for a blank.

    Accepted are full width, thousands commas or blanks, units with or without a blank, a minus
    sign, 负 or an accountant's brackets where the figure may be below zero.
    """
    if is_blank(text):
        return None
    if len(text) > _LONGEST:
        return error("number.too_long", most=MOST_DIGITS)
    if disguised := next((c for c in text if unicodedata.category(c) == "No"), ""):
        return error("number.character", character=disguised)  # NFKC would read 10² as 102
    plain = _plain(text)
    plain, names_yuan = _without_yuan(plain) if measure.is_money else (plain, False)
    shape = _SHAPE.fullmatch(plain)
    if shape is None or not any(c.isdecimal() for c in shape[2]):
        return unreadable(plain)
    sign, digits, unit = shape[1], shape[2], unit_form(shape[3] or "")
    factor = measure.units.get(unit or measure.unit)
    if factor is None:
        return _several_units(plain, measure) or wrong_unit(unit, measure.named_units)
    if names_yuan and not unit and measure.may_mean_yuan:
        return error("number.yuan_without_unit", unit=measure.unit)
    if not _NUMBER.fullmatch(digits):
        return wrong_digits(digits)
    return _within(Decimal(sign + _digits(digits)) * factor, measure)


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
    return Decimal(_digits(narrow))


def parse_amount(text: str) -> Decimal | None:
    """An amount in 万元, not below zero; ``text`` may name another unit. None where it is none."""
    amount = read_figure(text, MONEY)
    return amount if isinstance(amount, Decimal) else None


def parse_count(text: str) -> int | None:
    """A whole number that is not negative, such as employees; a trailing 人 is accepted."""
    count = read_figure(text, PEOPLE)
    return int(count) if isinstance(count, Decimal) else None


def plain_decimal(number: Decimal) -> str:
    """``number`` without exponent or trailing zeros, as canonical content holds it."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", "+0"} else text.removeprefix("+")


def grouped(number: Decimal) -> str:
    """``number`` with thousands commas and without trailing zeros, for people to read."""
    text = f"{number or Decimal(0):,f}"  # without the sign of -0
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_brackets(value: Decimal, unit: LocalizedText) -> LocalizedText:
    """``value`` with its unit for a place between brackets: 2,000 × CNY 10,000."""
    number = grouped(value)
    if unit.zh == PERCENT.unit:
        return LocalizedText(f"{number}%", f"{number}%")
    is_multiple = unit.zh == MONEY.unit or unit.en[:1].isdigit()
    return LocalizedText(f"{number} {unit.zh}", f"{number}{' × ' if is_multiple else ' '}{unit.en}")


def rounded(value: Fraction, places: int) -> str:
    """``value`` rounded half up (away from zero) to ``places`` decimals."""
    scale = 10**places
    scaled = abs(value) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and whole else ""
    if places == 0:
        return f"{sign}{whole}"
    return f"{sign}{whole // scale}.{whole % scale:0{places}d}"


def shown_figure(value: Decimal, measure: Measure) -> str:
    """``value`` grouped by thousands, without the unit: "1,260.50".

    Stands beside the field once the person has left it; the field keeps the text as typed. What
    is so small that it would be shown as nothing has all its decimals.
    """
    text = plain_decimal(value)
    if measure.places is not None:
        short = rounded(Fraction(value), measure.places)
        text = short if Decimal(short) or not value else text
    whole, dot, decimals = text.removeprefix("-").partition(".")
    return f"{'-' if text.startswith('-') else ''}{int(whole):,}{dot}{decimals}"


def _plain(text: str) -> str:
    """``text`` in half width with one kind of minus sign for all ways to say "below zero"."""
    plain = one_dash(narrowed(text))
    if plain.startswith("负"):
        plain = f"-{plain[1:].lstrip()}"
    if bracketed := _BRACKETS.fullmatch(plain):
        plain = f"-{bracketed[1].strip()}{bracketed[2]}"
    return plain


def _without_yuan(plain: str) -> tuple[str, bool]:
    """``plain`` without the sign or name of the currency, and whether it had one."""
    rest = _YUAN_BEHIND.sub("", _YUAN.sub(r"\1", plain))
    return rest, rest != plain


def _several_units(plain: str, measure: Measure) -> Judgement | None:
    """What to write for 1万2, where that can be told."""
    value = mixed_value(plain, measure)
    if value is None:
        return None
    return error("number.mixed_as", suggestion=plain_decimal(value), unit=measure.unit)


def _digits(number: str) -> str:
    return number.replace(",", "").replace(" ", "")


def _within(value: Decimal, measure: Measure) -> Decimal | Judgement:
    if value < 0 and not measure.signed:
        return error("number.negative")
    if measure.step and value % measure.step:
        return error("number.whole")
    return value or Decimal(0)  # without the sign of -0
