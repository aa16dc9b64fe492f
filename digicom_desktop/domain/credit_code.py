"""The unified social credit code: what is wrong or unusual as typed (GB 32100-2015)."""

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

from digicom_desktop.domain.judgement import Judgement, error, warning
from digicom_desktop.domain.region import Regions

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters; I, O, S, V and Z are left out because they look like others."""

LOOKALIKES = MappingProxyType({"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"})

CATEGORIES = MappingProxyType(
    {
        "1": "1239",
        "2": "19",
        "3": "123459",
        "4": "19",
        "5": "1239",
        "6": "129",
        "7": "129",
        "8": "19",
        "9": "123",
        "A": "19",
        "N": "1239",
        "Y": "1",
    }
)
"""The registering authority (first character) → the kinds of body it registers (second)."""

MARKET_PAIRS = ("91", "92", "93")
"""Enterprises, sole traders and farmers' cooperatives: what market regulation registers."""

# Registered with the State itself; no place of its own.
_STATE = "100000"
# The organisation code (GB 11714) and the registration number that this code has replaced.
_OLD_LENGTHS = (9, 15)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
# GB 11643: place, day of birth, order, check character.
_RESIDENT_ID = re.compile(r"\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
# Hyphens, dashes and the full-width minus that NFKC does not turn into one.
_DASHES = re.compile("[-\u2010-\u2015\u2212]")


def normal_form(text: str) -> str:
    """``text`` in half-width capitals, without blanks and hyphens: what the rule looks at."""
    narrow = _DASHES.sub("", unicodedata.normalize("NFKC", text))
    return "".join(c for c in narrow if not _is_invisible(c)).upper()


def said_code(text: str) -> str:
    """The code meant by ``text``; a text that is none as it was typed."""
    form = normal_form(text)
    return form if form.isascii() and form.isalnum() else text


def check_character(body: str) -> str:
    """The 18th character that belongs to the first 17: weights 3^(i-1), modulo 31."""
    total = sum(ALPHABET.index(c) * pow(3, place, 31) for place, c in enumerate(body))
    return ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """The 9th character of an organisation code that belongs to its first 8 (GB 11714)."""
    pairs = zip(body, _ORGANISATION_WEIGHTS, strict=True)
    return "0123456789X"[-sum(int(c, 36) * weight for c, weight in pairs) % 11]


def problem(text: str) -> Judgement | None:
    """The first error of the code typed as ``text``; None where there is none."""
    return next((found for found in judgements(text) if found.is_error), None)


def place_of(text: str) -> str:
    """The code of the place where the body was registered; "" of a code with an error."""
    code = normal_form(text)
    return code[2:8] if code and problem(text) is None else ""


def judgements(text: str, regions: Regions | None = None) -> tuple[Judgement, ...]:
    """All that is wrong with the code typed as ``text``; if nothing is, all that is unusual.

    A blank text is not wrong but missing, which is said elsewhere. Only with ``regions`` is it said
    that the code of the place is unknown: codes of places come and go, a firm's code stays.
    """
    code = normal_form(text)
    if not code:
        return ()
    if shape := _wrong_shape(code):
        return (shape,)
    return tuple(_errors(code)) or tuple(_warnings(code, regions))


def _wrong_shape(code: str) -> Judgement | None:
    if len(code) in _OLD_LENGTHS and re.fullmatch("[0-9A-Z]+", code):
        return error("company.code.old_number", length=len(code), needed=LENGTH)
    return _wrong_character(code) or _wrong_length(code)


def _wrong_character(code: str) -> Judgement | None:
    for place, character in enumerate(code, 1):
        if suggestion := LOOKALIKES.get(character):
            values = {"place": place, "character": character, "suggestion": suggestion}
            return error("company.code.lookalike", **values)
        if character not in ALPHABET:
            return error("company.code.character", place=place, character=character)
    return None


def _wrong_length(code: str) -> Judgement | None:
    if len(code) == LENGTH:
        return None
    kind = "too_short" if len(code) < LENGTH else "too_long"
    count = abs(len(code) - LENGTH)
    return error(f"company.code.{kind}", length=len(code), needed=LENGTH, count=count)


def _errors(code: str) -> Iterator[Judgement]:
    expected = check_character(code[:-1])
    is_known = code[1] in CATEGORIES.get(code[0], "")
    if (expected != code[-1] or not is_known) and _is_resident_id(code):
        yield error("company.code.resident_id")
        return
    for place, character in enumerate(code[2:8], 3):
        if not character.isdigit():
            yield error("company.code.place", place=place, character=character)
            break
    if expected != code[-1]:
        yield error("company.code.check", expected=expected, found=code[-1], body=LENGTH - 1)
    if not is_known:
        yield error("company.code.category", pair=code[:2])


def _warnings(code: str, regions: Regions | None) -> Iterator[Judgement]:
    if code[:2] not in MARKET_PAIRS:
        yield warning("company.code.registered_elsewhere", pair=code[:2])
    place = code[2:8]
    if regions is not None and place != _STATE and not regions.knows(place):
        yield warning("company.code.unknown_place", place=place)
    expected = organisation_check(code[8:16])
    if expected != code[16]:
        yield warning("company.code.inner", expected=expected, found=code[16])


def _is_resident_id(code: str) -> bool:
    """Whether ``code`` is built like the number of an identity card, check character included."""
    if not _RESIDENT_ID.fullmatch(code):
        return False
    total = sum(int(c) * pow(2, 17 - place, 11) for place, c in enumerate(code[:-1]))
    return "10X98765432"[total % 11] == code[-1]


def _is_invisible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"
