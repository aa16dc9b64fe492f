"""Reads the text of a PDF that write_pdf wrote: page by page, through the fonts inside it."""

import base64
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from mmap import mmap

_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_PLACE = re.compile(rb"(\d{10}) \d{5} ([fn])")
_STREAM = re.compile(rb"\bstream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)\b")
_REFERENCE = rb"/%s (\d+) 0 R"
_FONT_USE = re.compile(rb"/(F\d+\+\d+) (\d+) 0 R")
_MAPPED = re.compile(rb"^<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>$", re.MULTILINE)
# Font changes, strings and the marks around headers and footers are all that matters for text.
_TOKEN = re.compile(
    rb"/(F\d+\+\d+) [\d.]+ Tf|\(((?:[^()\\]|\\.)*)\) Tj|(/Artifact BMC)|(EMC)|(T\*)", re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class NotReadableError(Exception):
    """The file is not a whole PDF of ours."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page in drawing order, and apart from it that of header and footer."""

    body: str
    frame: str


@dataclass(frozen=True)
class PdfFile:
    """The objects of a PDF by number, as bytes."""

    objects: Mapping[int, bytes]

    @classmethod
    def parse(cls, data: bytes | mmap, first: int = 1) -> "PdfFile":
        """The PDF in ``data``, of its objects those that are numbered from ``first`` on.

        Raises NotReadableError if beginning or end is missing.
        """
        table = _TABLE.search(data, max(len(data) - 64, 0))
        if table is None or data[:5] != b"%PDF-":
            raise NotReadableError
        end = int(table[1])
        places = [int(place) if kind == b"n" else 0 for place, kind in _PLACE.findall(data, end)]
        following = dict(pairwise([*sorted(place for place in places if place), end]))
        objects = {
            n: data[place : following[place]]
            for n, place in enumerate(places)
            if place and n >= first
        }
        if not all(body.startswith(b"%d 0 obj" % number) for number, body in objects.items()):
            raise NotReadableError
        return cls(objects)

    @property
    def pages(self) -> list[PageText]:
        """The texts of all pages, in order."""
        return [self._page_text(self.objects[number]) for number in self.page_numbers]

    @property
    def fonts_without_file(self) -> list[str]:
        """Names of the fonts that pages use and that are not embedded."""
        return [name for name, number in self._font_numbers.items() if not self._embeds(number)]

    @cached_property
    def page_numbers(self) -> list[int]:
        """The numbers of the page objects, in the order of the pages."""
        for body in self.objects.values():
            if b"/Type /Pages" in body:
                kids = re.search(rb"/Kids \[(.*?)\]", body, re.DOTALL)
                return [int(n) for n in re.findall(rb"(\d+) 0 R", kids[1])] if kids else []
        return []

    @cached_property
    def _font_numbers(self) -> dict[str, int]:
        return {
            name.decode(): int(number)
            for body in self.objects.values()
            if not _STREAM.search(body)
            for name, number in _FONT_USE.findall(body)
        }

    @cached_property
    def _characters(self) -> dict[str, dict[int, str]]:
        """For each font what its codes stand for."""
        return {name: self._mapping(number) for name, number in self._font_numbers.items()}

    def _mapping(self, font: int) -> dict[int, str]:
        cmap = self._stream(self._referred(self.objects[font], b"ToUnicode"))
        return {
            int(code, 16): bytes.fromhex(target.decode()).decode("utf-16-be")
            for code, target in _MAPPED.findall(cmap)
        }

    def _embeds(self, font: int) -> bool:
        descriptor = self._referred(self.objects[font], b"FontDescriptor")
        return bool(self._stream(self._referred(self.objects[descriptor], b"FontFile2")))

    def _referred(self, body: bytes, name: bytes) -> int:
        found = re.search(_REFERENCE % name, body)
        if found is None or int(found[1]) not in self.objects:
            raise NotReadableError
        return int(found[1])

    def _stream(self, number: int) -> bytes:
        body = self.objects[number]
        start, length = _STREAM.search(body), _LENGTH.search(body)
        if start is None or length is None:
            raise NotReadableError
        head, data = body[: start.start()], body[start.end() :][: int(length[1])]
        try:
            if b"/ASCII85Decode" in head:
                data = base64.a85decode(data.strip().removesuffix(b"~>"))
            return zlib.decompress(data) if b"/FlateDecode" in head else data
        except (zlib.error, ValueError) as error:
            raise NotReadableError from error

    def _page_text(self, page: bytes) -> PageText:
        body: list[str] = []
        frame: list[str] = []
        into, codes = body, dict[int, str]()
        content = self._stream(self._referred(page, b"Contents"))
        for font, string, begins, ends, _ in _TOKEN.findall(content):
            if font:
                codes = self._characters.get(font.decode(), {})
            elif begins or ends:
                into = frame if begins else body
            else:
                into.extend(codes.get(code, "\ufffd") for code in _unescaped(string))
        return PageText("".join(body), "".join(frame))


def _unescaped(string: bytes) -> Iterator[int]:
    if b"\\" not in string:
        return iter(string)
    return iter(_ESCAPE.sub(_character, string))


def _character(escape: re.Match[bytes]) -> bytes:
    text = escape[1]
    return bytes([int(text, 8)]) if len(text) == 3 else _NAMED.get(text, text)
