"""The unified social credit code: what is wrong with it as typed (GB 32100-2015)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters; I, O, S, V and Z are left out because they look like others."""

LOOKALIKES = MappingProxyType({"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"})

# Hyphens, dashes and the full-width minus that NFKC does not turn into one.
_DASHES = re.compile("[-\u2010-\u2015\u2212]")


@dataclass(frozen=True, slots=True)
class CreditCodeProblem:
    """What is wrong: the sentence ``company.code.{kind}`` with these values."""

    kind: str
    values: Mapping[str, object]


def normal_form(text: str) -> str:
    """``text`` in half-width capitals, without blanks and hyphens: what the rule looks at."""
    narrow = _DASHES.sub("", unicodedata.normalize("NFKC", text))
    return "".join(c for c in narrow if not _is_invisible(c)).upper()


def check_character(body: str) -> str:
    """The 18th character that belongs to the first 17: weights 3^(i-1), modulo 31."""
    total = sum(ALPHABET.index(c) * pow(3, place, 31) for place, c in enumerate(body))
    return ALPHABET[-total % 31]


def problem(text: str) -> CreditCodeProblem | None:
    """The first thing that is wrong with the code typed as ``text``; None if all is right.

    A blank text is not wrong but missing, which is said elsewhere.
    """
    code = normal_form(text)
    return _wrong_character(code) or _wrong_length(code) or _wrong_check(code) if code else None


def _wrong_character(code: str) -> CreditCodeProblem | None:
    for place, character in enumerate(code, 1):
        if suggestion := LOOKALIKES.get(character):
            values = {"place": place, "character": character, "suggestion": suggestion}
            return _problem("lookalike", **values)
        if character not in ALPHABET:
            return _problem("character", place=place, character=character)
    return None


def _wrong_length(code: str) -> CreditCodeProblem | None:
    if len(code) == LENGTH:
        return None
    kind = "too_short" if len(code) < LENGTH else "too_long"
    return _problem(kind, length=len(code), needed=LENGTH, count=abs(len(code) - LENGTH))


def _wrong_check(code: str) -> CreditCodeProblem | None:
    expected = check_character(code[:-1])
    if expected == code[-1]:
        return None
    return _problem("check", expected=expected, found=code[-1], body=LENGTH - 1)


def _problem(kind: str, **values: object) -> CreditCodeProblem:
    return CreditCodeProblem(kind, MappingProxyType(values))


def _is_invisible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"
