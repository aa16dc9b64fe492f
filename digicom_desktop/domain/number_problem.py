"""What is wrong with a figure that cannot be read."""

import re
from collections.abc import Sequence
from types import MappingProxyType

from digicom_desktop.domain.judgement import Judgement, error

MOST_DIGITS = 15
"""Most digits before the decimal point."""

MOST_DECIMALS = 6
"""Most digits behind it: amounts in 万元 to the hundredth of a yuan."""

# What an input method or a hasty hand puts in the place of another character.
LOOKALIKES = MappingProxyType(
    {"。": ".", "·": ".", "、": ",", "'": ",", "’": ",", ";": ",", "o": "0", "l": "1"}
)

_NUMERAL = re.compile("[零〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰仟]")
_ABOUT = re.compile("[约近余多几~≈<>≤≥±]|左右|上下|超过|不足|以上|以下|about|approx|around", re.I)
_RANGE = re.compile(r"[-—~至到]+\d", re.ASCII)
_EXPONENT = re.compile(r"e[-+]?\d", re.ASCII)
_FOREIGN = re.compile("[$€£]|USD|EUR|HKD|JPY|GBP|美元|美金|欧元|港元|港币|日元|英镑", re.IGNORECASE)
_DIGIT = re.compile(r"\d", re.ASCII)
_CODE = re.compile(r"[A-Za-z]+[0-9]+[A-Za-z]")
"""Letters and digits by turns, as in a credit code: no unit of anything."""
_PART_OF_NUMBER = frozenset("0123456789.,+- ")


def unreadable(plain: str) -> Judgement:
    """Why ``plain``, which does not begin with a number, is none."""
    if _FOREIGN.search(plain):
        return error("number.foreign")
    if not _DIGIT.search(plain):
        return error("number.words" if _NUMERAL.search(plain) else "number.no_digits")
    if _ABOUT.search(plain):
        return error("number.about")
    odd = next((c for c in plain if c not in _PART_OF_NUMBER), plain[0])
    return error("number.character", character=odd)


def wrong_unit(unit: str, units: Sequence[str]) -> Judgement:
    """Why ``unit``, which stands behind the digits, is none of ``units``."""
    if _FOREIGN.search(unit):
        return error("number.foreign")
    if _EXPONENT.match(unit):
        return error("number.exponent")
    if _RANGE.match(unit):
        return error("number.range")
    if unit[0] in LOOKALIKES and (len(unit) == 1 or unit[1].isdecimal()):
        return error("number.lookalike", character=unit[0], suggestion=LOOKALIKES[unit[0]])
    if _ABOUT.search(unit):
        return error("number.about")
    return _odd_unit(unit, units)


def _odd_unit(unit: str, units: Sequence[str]) -> Judgement:
    if not unit[0].isalpha() and unit[0] not in "%‰":
        return error("number.character", character=unit[0])
    if _CODE.match(unit):
        return error("number.text")
    if _DIGIT.search(unit):
        return error("number.mixed")
    if _NUMERAL.search(unit):
        return error("number.words")
    return error("number.unit", unit=unit, units=" / ".join(units))


def wrong_digits(digits: str) -> Judgement:
    """Why ``digits``, made of digits, dots, commas and blanks, is no number."""
    whole, dot, decimals = digits.partition(".")
    if "," in decimals:
        return error("number.decimal_comma")
    if "." in decimals or not whole or (dot and not decimals):
        return error("number.dots")
    whole, decimals = _bare(whole), _bare(decimals)
    if len(whole) > MOST_DIGITS:
        return error("number.too_long", most=MOST_DIGITS)
    if len(decimals) > MOST_DECIMALS:
        return error("number.decimals", most=MOST_DECIMALS)
    suggestion = f"{int(whole or '0'):,}{dot}{decimals}"
    return error("number.commas" if "," in digits else "number.blanks", suggestion=suggestion)


def _bare(digits: str) -> str:
    return "".join(c for c in digits if c.isdecimal())
