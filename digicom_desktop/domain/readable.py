"""A saved assessment as a text that any person can read, also when parts of it were altered."""

import json
from collections.abc import Mapping

FORMAT = 1
"""Number of this shape of texts; another one has all of them written anew."""


def readable_text(said: Mapping[str, object]) -> bytes:
    """``said`` as JSON in UTF-8, indented, with its letters as they are."""
    text = json.dumps(said, ensure_ascii=False, indent=2)
    # Half a pair of UTF-16 is no letter: JSON has a way to write it all the same.
    return text.encode(errors="backslashreplace") + b"\n"


def readable_value(stored: object) -> object:
    """The JSON in ``stored`` bytes, or as much text as there is in whatever came in their place."""
    if isinstance(stored, bytes):
        try:
            value: object = json.loads(stored, parse_constant=_refuse)
        except (ValueError, RecursionError):
            return plain_text(stored)
        return value
    return plain_text(stored)


def _refuse(constant: str) -> object:
    raise ValueError(constant)  # NaN and its like, which only damage brings


def plain_text(stored: object) -> str | int | None:
    """A value of a database as JSON has it; bytes as the text that is in them."""
    if stored is None or isinstance(stored, str | int):
        return stored
    if isinstance(stored, bytes):
        return stored.decode(errors="backslashreplace")
    return str(stored)
