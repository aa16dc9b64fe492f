"""Telephone numbers as people type them, and what is wrong or unusual about one."""

import re
from dataclasses import dataclass

from digicom_desktop.domain.judgement import Judgement, error, warning
from digicom_desktop.domain.text import narrowed

MOBILE_LENGTH = 11
_EXTENSION = re.compile(
    r"[\s,;、(-]*(?:总机)?(?:[转轉]接?|(?:[转轉]接?)?(?:分[机機](?:[号號]码?)?|[内內][线線][号號]?))"
    r"[\s.:]*(?P<extension>[0-9]{1,7})\s*\)?$"
)
_ENGLISH_EXTENSION = re.compile(r"\s*;?(?:ext(?:ension|n)?|x)[\s.:=]*[0-9]{1,7}$", re.IGNORECASE)
_HYPHEN_EXTENSION = re.compile(r"(?P<main>.*[0-9]) ?- ?(?P<extension>[0-9]{1,6})")
# Another whole number has to follow: "801,802" are two extensions of one number.
# A blank parts two numbers only behind a whole one, before a mobile number or an area code.
_SEPARATOR = re.compile(
    r"[、;/|,\n或和](?=[\s+(]*[0-9](?:[\s()-]*[0-9]){6})"
    r"|(?<=[0-9]{7})\s+(?=1[3-9][0-9]{9}(?![0-9])|\(?0[0-9]{2,3}\)?[\s-]*[0-9]{7})"
)
_LETTER = re.compile("[A-Za-z]")
_COUNTRY = re.compile(r"^\s*(?:\+|00)\s*86")
# 110, 12345, 95588, 961234: a hotline, or what the telephone company itself answers.
_SERVICE = re.compile("1[0-9]{2,4}|9[56][0-9]{3,4}")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_LIKE_MOBILE = re.compile("1[3-9][0-9]{6,}")
_LOCAL = re.compile("[2-8][0-9]{6,7}")


@dataclass(frozen=True, slots=True)
class Phone:
    """What the numbering plans say of one number; ``text`` is its ``normal_phone``.

    ``kind`` is a word such as MOBILE, FIXED_LINE or UNKNOWN, ``region`` two letters, ``number`` the
    form of E.164 ("+8613800138000"). A valid number is assigned, a possible one could be by its
    length. What cannot be read at all has neither kind nor region; ``number`` is "" unless valid.
    ``meant_extension`` follows a hyphen where the number before it is valid.
    """

    text: str
    is_valid: bool = False
    is_possible: bool = False
    kind: str = ""
    region: str = ""
    number: str = ""
    extension: str = ""
    meant_extension: str = ""


def split_phones(text: str) -> tuple[str, ...]:
    """The numbers in a field: two can stand side by side with a comma, slash or the like."""
    parts = (part.strip() for part in _SEPARATOR.split(narrowed(text)))
    return tuple(part for part in parts if part)


def normal_phone(text: str) -> str:
    """``text`` in half width, a Chinese word for an extension as ``ext``."""
    return _EXTENSION.sub(r" ext \g<extension>", narrowed(text))


def has_letters(text: str) -> bool:
    """Whether letters stand in a normal form: some would read them as the digits of a keypad."""
    return bool(_LETTER.search(_ENGLISH_EXTENSION.sub("", text)))


def hyphen_extension(text: str) -> tuple[str, str]:
    """``0755-86013388-801`` → the number and what may be its extension; "" for both if none."""
    match = _HYPHEN_EXTENSION.fullmatch(text)
    return (match["main"].strip(), match["extension"]) if match else ("", "")


def judge(phone: Phone) -> Judgement | None:
    """What is wrong or unusual; None if nothing, or if nothing was typed.

    Ranges of numbers grow faster than any list of them, so what is possible is no error.
    """
    if phone.is_valid or not phone.text:
        return None
    digits = _national_digits(phone.text)
    if phone.meant_extension:
        main, extension = hyphen_extension(phone.text)
        return error("company.phone.hyphen_extension", main=main, extension=extension)
    if _SERVICE.fullmatch(digits):
        return error("company.phone.service", phone=phone.text)
    return _mobile_judgement(phone, digits) or _other_judgement(phone, digits)


def _mobile_judgement(phone: Phone, digits: str) -> Judgement | None:
    if _MOBILE.fullmatch(digits):
        return warning("company.phone.new_range", start=digits[:3])
    if not _LIKE_MOBILE.fullmatch(digits):
        return None
    say = warning if phone.is_possible else error
    return say("company.phone.mobile_length", length=len(digits), needed=MOBILE_LENGTH)


def _other_judgement(phone: Phone, digits: str) -> Judgement:
    if not phone.is_possible:
        return error("company.phone.wrong", phone=phone.text)
    if _LOCAL.fullmatch(digits):
        return warning("company.phone.no_area_code")
    return warning("company.phone.unusual", phone=phone.text)


def _national_digits(text: str) -> str:
    """The digits of a number without those of China; "" where letters or others stand in it."""
    bare = re.sub(r"[\s().-]", "", _COUNTRY.sub("", _ENGLISH_EXTENSION.sub("", text), count=1))
    return bare if re.fullmatch("[0-9]+", bare) else ""
