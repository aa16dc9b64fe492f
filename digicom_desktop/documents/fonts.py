"""The fonts of documents: which one draws a character, how wide it is, how it is embedded."""

import logging
import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from digicom_desktop.domain.name_search import visible

REPLACEMENT = "〓"
"""What a character that no font has is printed as: visible, never a wrong one."""

_FILES = (
    ("NotoSansSC", "NotoSansSC_400Regular.ttf"),
    ("NotoSansSC-Bold", "NotoSansSC_700Bold.ttf"),
    ("DejaVuSans", "DejaVuSans.ttf"),
)
# The registry is reportlab's and shared by all threads; this keeps two first documents apart.
_REGISTERING = threading.Lock()
_QUOTES = frozenset("‘’“”")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Face:
    """One font: its registered name and the widths of its characters in thousandths of the size."""

    name: str
    widths: Mapping[int, float]

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for ``character``."""
        return ord(character) in self.widths

    def has_all(self, text: str) -> bool:
        """Whether the font has a glyph for every character of ``text``."""
        return self.widths.keys() >= set(map(ord, text))

    def measure(self, text: str, size: float) -> list[float]:
        """The advance of each character of ``text`` in points."""
        scale = size / 1000
        return [self.widths[code] * scale for code in map(ord, text)]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that one font draws."""

    face: Face
    text: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """The three faces of every document; ``spare`` has what the others lack."""

    regular: Face
    bold: Face
    spare: Face

    def printable(self, text: str) -> str:
        """``text`` as it is printed: tabs are blanks, invisible marks go, unknown glyphs are 〓."""
        text = visible(text.replace("\t", "    "))
        if self.regular.has_all(text):
            return text
        return "".join(self._printed(character) for character in text)

    def runs(self, text: str, *, bold: bool = False, latin: bool = False) -> list[Run]:
        """``printable`` text cut where the font changes.

        ``latin`` takes narrow quotation marks beside Latin letters: those of the Chinese font are
        as wide as a Chinese character.
        """
        main = self.bold if bold else self.regular
        if main.has_all(text) and not (latin and _QUOTES & set(text)):
            return [Run(main, text)]
        faces = [self._face(main, text, n, latin) for n in range(len(text))]
        pairs = zip(faces, text, strict=True)
        return [
            Run(face, "".join(character for _, character in group))
            for face, group in groupby(pairs, key=lambda pair: pair[0])
        ]

    def _printed(self, character: str) -> str:
        if character == "\n" or self.regular.has(character) or self.spare.has(character):
            return character
        log.info("no font has U+%04X", ord(character))
        return REPLACEMENT

    def _face(self, main: Face, text: str, n: int, latin: bool) -> Face:
        character = text[n]
        if not main.has(character):
            return self.spare
        if latin and character in _QUOTES and _stands_in_latin(text, n):
            return self.spare
        return main


def load_fonts(folder: Path) -> Fonts:
    """The fonts of ``folder``, registered with reportlab the first time."""
    with _REGISTERING:
        return Fonts(*(_face(name, folder / file) for name, file in _FILES))


def _face(name: str, path: Path) -> Face:
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(DocumentFont(name, str(path), shapable=False))
    font: Any = pdfmetrics.getFont(name)
    return Face(name, font.face.charWidths)


def _stands_in_latin(text: str, n: int) -> bool:
    around = text[max(n - 1, 0) : n] + text[n + 1 : n + 2]
    return any(c.isascii() for c in around) and not any(is_wide(c) for c in around)


def is_wide(character: str) -> bool:
    """Whether ``character`` fills the square of a Chinese character."""
    return unicodedata.east_asian_width(character) in "WF"


class DocumentFont(TTFont):
    """A TrueType font whose text can be copied and searched, whatever the character.

    reportlab writes a character above U+FFFF into the ToUnicode map as five digits, which readers
    take for something else; PDF asks for UTF-16BE. It also allows only 100 entries per block.
    """

    def __init__(self, name: str, path: str, **options: Any) -> None:
        super().__init__(name, path, **options)
        # Subsetting moves the read position of the one open font.
        self._subsetting = threading.Lock()

    def addObjects(self, doc: Any) -> None:
        with self._subsetting:
            super().addObjects(doc)
        prefix = "toUnicodeCMap:"
        suffix = self.face.name.decode("ascii")
        for name, stream in doc.idToObject.items():
            if name.startswith(prefix) and name.endswith("+" + suffix):
                stream.content = _with_utf16(stream.content)


_ENTRY = re.compile(r"^<([0-9A-F]{2})> <([0-9A-F]+)>$", re.MULTILINE)


def _with_utf16(cmap: str) -> str:
    """The ToUnicode map with targets in UTF-16BE, unused codes left out, 100 entries a block."""
    head, mark, rest = cmap.partition("endcodespacerange\n")
    entries = [
        f"<{code}> <{chr(int(target, 16)).encode('utf-16-be').hex().upper()}>"
        for code, target in _ENTRY.findall(rest)
        if int(target, 16)
    ]
    return head + mark + "".join(_blocks(entries)) + rest.partition("endbfchar\n")[2]


def _blocks(entries: list[str]) -> Iterator[str]:
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        yield f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n"
