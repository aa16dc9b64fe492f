"""Languages, texts in both of them, and what may stand in a text from people."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language the program and its documents speak, by its locale name."""

    ZH = "zh_CN"
    EN = "en"


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One text in both languages."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """The text in ``language``."""
        return self.zh if language is Language.ZH else self.en


# Surrogates and the two non-characters cannot be stored as UTF-8 or XML; of the control characters
# only newline and tab mean something in a form (C1 controls are invisible in every font).
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n?|\u2028|\u2029|\x85")


def clean(text: str, limit: int | None = None) -> str:
    """``text`` without characters that no document can hold, at most ``limit`` characters.

    Line breaks of other systems become newlines. Nothing is Unicode-normalised: NFC would change
    characters in names.
    """
    cleaned = _FORBIDDEN.sub("", _LINE_BREAK.sub("\n", text))
    return cleaned if limit is None else cleaned[:limit]


def clean_line(text: str, limit: int | None = None) -> str:
    """``clean`` for a field of one line: line breaks and tabs become blanks."""
    return clean(text.replace("\t", " "), limit).replace("\n", " ")


# What web pages and office programs put between characters to say where a line may break, and the
# blanks that may not. Joiners (U+200C, U+200D) stay: they are a part of how some words are written.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")


def pasted(text: str) -> str:
    """``text`` from another program as a person would have typed it."""
    return text.translate(_INVISIBLE | _BLANKS)


def narrowed(text: str) -> str:
    """``text`` in half width, without the invisible marks that come along with a copied figure."""
    narrow = unicodedata.normalize("NFKC", text)
    if not narrow.isascii():
        narrow = "".join(c for c in narrow if unicodedata.category(c) != "Cf")
    return narrow.strip()


_HALF_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}


def half_width(text: str) -> str:
    """``text`` with letters, digits and signs of an input method left in full width in half."""
    return text.translate(_HALF_WIDTH)


def cells(text: str) -> tuple[tuple[str, ...], ...]:
    """Copied cells of a spreadsheet, row by row; one cell where there are no tabs and lines."""
    lines = _LINE_BREAK.sub("\n", text).rstrip("\n").split("\n")
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


def is_blank(text: str) -> bool:
    """Whether nobody reading ``text`` would see anything."""
    return all(c.isspace() or unicodedata.category(c) == "Cf" for c in text)
