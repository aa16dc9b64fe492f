"""Content → canonical bytes (RFC 8785, restricted) and consistency code (一致性代码)."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from enum import Enum

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 digits that nobody mixes up: no 0, 1, I or O."""

_LEAST = 4
"""So many letters and digits tell a code from a word."""
_DIGITS = 12
_BITS_PER_DIGIT = 5

Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"]


class CodeCheck(Enum):
    """What typed input says: the code, another one, or a typing error."""

    SAME = "same"
    OTHER = "other"
    MISTYPED = "mistyped"


def canonical_bytes(value: "Json") -> bytes:
    """``value`` as canonical bytes: equal content is equal bytes on every machine.

    Raises ValueError for what canonical content never holds: floats, null, empty text, keys that
    are not ASCII.
    """
    _refuse_foreign(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _refuse_foreign(value: object) -> None:
    match value:
        case "":
            raise ValueError("canonical content leaves blank texts out")
        case bool() | int() | str():
            return
        case Mapping():
            if not all(isinstance(key, str) and key.isascii() for key in value):
                raise ValueError("canonical keys are ASCII")
            inner = list(value.values())
        case list() | tuple():
            inner = list(value)
        case _:
            raise ValueError(f"canonical content holds no {type(value).__name__}")
    for part in inner:
        _refuse_foreign(part)


def consistency_code(canonical: bytes) -> str:
    """The code of ``canonical``: ``XXXX-XXXX-XXXXX``, the last character being the check.

    It shows that paper and file carry the same content, not who made them.
    """
    leading = int.from_bytes(hashlib.sha256(canonical).digest()[:8], "big") >> 4
    shifts = range((_DIGITS - 1) * _BITS_PER_DIGIT, -1, -_BITS_PER_DIGIT)
    digits = "".join(ALPHABET[leading >> shift & 31] for shift in shifts)
    code = digits + _check_character(digits)
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def _check_character(digits: str) -> str:
    """Luhn mod 32: from the right, factors 2, 1, 2, …; sum of quotient and remainder by 32."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        product = ALPHABET.index(digit) * (2 if position % 2 == 0 else 1)
        total += product // 32 + product % 32
    return ALPHABET[-total % 32]


def compare_code(typed: str, code: str) -> CodeCheck:
    """Whether ``typed`` is ``code``, in any width and case, with or without blanks and hyphens."""
    if normalised_code(typed) == normalised_code(code):
        return CodeCheck.SAME
    return CodeCheck.OTHER if is_whole_code(typed) else CodeCheck.MISTYPED


def is_whole_code(typed: str) -> bool:
    """Whether ``typed`` is a code without a typing error."""
    plain = normalised_code(typed)
    if len(plain) != _DIGITS + 1 or not set(plain) <= set(ALPHABET):
        return False
    return plain[-1] == _check_character(plain[:-1])


def code_beginning(typed: str) -> str:
    """``typed`` as the beginning of a printed code, "" where it is none, or a mere number."""
    plain = normalised_code(typed)
    is_code = set(plain) <= set(ALPHABET) and not plain.isdigit()
    if not _LEAST <= len(plain) <= _DIGITS + 1 or not is_code:
        return ""
    return written_code(typed).rstrip("-")


def written_code(typed: str) -> str:
    """``typed`` as codes are printed, ``XXXX-XXXX-XXXXX``."""
    plain = normalised_code(typed)
    return f"{plain[:4]}-{plain[4:8]}-{plain[8:]}"


def normalised_code(typed: str) -> str:
    """``typed`` by NFKC, in upper case, without blanks and hyphens."""
    wide = unicodedata.normalize("NFKC", typed).upper()
    return "".join(c for c in wide if not c.isspace() and unicodedata.category(c) != "Pd")
