"""How many lines a text takes in a cell, and where a text too tall for a row is cut.

Excel, WPS and LibreOffice wrap by the metrics of whatever font they have. This is an estimate for
Chinese fonts that errs on the side of one line more.
"""

import math

_NARROW = 0.5
"""Width of a Latin letter or digit, in ems."""

_WIDE_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZmw@%&#+<=>~_"
_OTHER_BYTES = bytes(set(range(256)) - set(_WIDE_LETTERS))
_WIDE_LETTER_EXTRA = 0.22

_LATIN_WASTE = 1.5
"""Ems that a line loses when the next word does not fit any more."""
_CHINESE_WASTE = 0.7
"""Ems that a line loses when a punctuation mark may not begin the next one."""

_CUT_AFTER = ("。！？；", "，、：", " ")
"""Marks after which a text may be cut, better ones first."""
_CUT_SEARCH = 80


def _width(text: str) -> tuple[float, int]:
    """Ems of ``text`` on one line, and how many of its characters are Latin."""
    latin = text.encode("ascii", "ignore")
    capitals = len(latin.translate(None, _OTHER_BYTES))
    ems = len(text) - len(latin) + _NARROW * len(latin) + _WIDE_LETTER_EXTRA * capitals
    return ems, len(latin)


def _usable(latin: int, length: int, ems: float) -> float:
    waste = _LATIN_WASTE if latin * 2 > length else _CHINESE_WASTE
    return max(ems - waste, ems / 2, 1.0)


def _paragraph_lines(text: str, ems: float) -> int:
    if len(text) <= ems:  # short texts are most of them
        return 1
    width, latin = _width(text)
    if width <= ems:
        return 1
    return math.ceil(width / _usable(latin, len(text), ems))


def count_lines(text: str, ems: float) -> int:
    """Lines that ``text`` takes in a cell ``ems`` ems wide."""
    if "\n" not in text:
        return _paragraph_lines(text, ems)
    return sum(_paragraph_lines(paragraph, ems) for paragraph in text.split("\n"))


def split_lines(text: str, ems: float, most: int) -> tuple[str, ...]:
    """``text`` in pieces of at most ``most`` lines each; joined, they are ``text`` again."""
    if count_lines(text, ems) <= most:
        return (text,)
    pieces: list[str] = []
    piece, used = "", 0
    for part in _parts(text, ems, most):
        lines = count_lines(part.removesuffix("\n"), ems)
        if piece and (used + lines > most or not piece.endswith("\n")):
            pieces.append(piece)
            piece, used = "", 0
        piece += part
        used += lines
    return (*pieces, piece)


def _parts(text: str, ems: float, most: int) -> list[str]:
    """``text`` by paragraphs, newline and all; a paragraph too tall for a row is cut."""
    parts: list[str] = []
    for paragraph in text.splitlines(keepends=True):
        while count_lines(paragraph.removesuffix("\n"), ems) > most:
            cut = _cut(paragraph, ems, most)
            parts.append(paragraph[:cut])
            paragraph = paragraph[cut:]
        parts.append(paragraph)
    return parts


def _cut(paragraph: str, ems: float, most: int) -> int:
    """Where to cut: after a mark in the last stretch that fits, else where the row is full."""
    # No character is wider than an em, and Latin lines have least room.
    full = int((most - 1) * _usable(1, 1, ems))
    for marks in _CUT_AFTER:
        for end in range(full, max(full - _CUT_SEARCH, 1), -1):
            if paragraph[end - 1] in marks:
                return end
    return max(full, 1)


def split_units(text: str, most: int) -> tuple[str, ...]:
    """``text`` in pieces of at most ``most`` UTF-16 units; joined, they are ``text`` again."""
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = min(start + most, len(text))
        while _units(text[start:end]) > most:
            end -= max((_units(text[start:end]) - most) // 2, 1)
        pieces.append(text[start:end])
        start = end
    return tuple(pieces) or ("",)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
