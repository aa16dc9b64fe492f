"""Writes objects of a foreign PDF, one after the other, with nothing in them that acts."""

from collections import deque
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

MOST_BYTES = 80_000_000
"""Of one piece: four times the largest evidence file, for a file that uses one page many times."""

# Names that people or programs gave: none of them means anything by itself.
_NAME_TABLES = frozenset(
    (
        "/CharProcs",
        "/ColorSpace",
        "/Colorants",
        "/ExtGState",
        "/Font",
        "/Pattern",
        "/Shading",
        "/XObject",
    )
)
# What acts, leads out of the page, or says something to programs only.
_DROPPED = frozenset(
    (
        "/A",
        "/AA",
        "/AF",
        "/Alternates",
        "/DL",
        "/FDecodeParms",
        "/FFilter",
        "/LastModified",
        "/Length",
        "/Measure",
        "/Metadata",
        "/OC",
        "/OPI",
        "/Parent",
        "/PieceInfo",
        "/Properties",
        "/PtData",
        "/Ref",
        "/StructParent",
        "/StructParents",
    )
)
_NOT_CONTENT = frozenset(
    (
        "/Action",
        "/Annot",
        "/Catalog",
        "/EmbeddedFile",
        "/F",
        "/Filespec",
        "/OBJR",
        "/OCG",
        "/OCMD",
        "/Page",
        "/Pages",
        "/Sig",
        "/StructElem",
    )
)


class TooManyBytesError(Exception):
    """The objects of one piece take more than MOST_BYTES."""


class ObjectWriter:
    """Numbers objects from ``first`` on and writes them to ``to`` as they stand in a PDF."""

    def __init__(self, to: BinaryIO, first: int) -> None:
        self._to = to
        self._first = first
        self._offsets: dict[int, int] = {}
        self._next = first
        self._copied: dict[tuple[int, int], int] = {}
        self._waiting: deque[tuple[int, PdfObject]] = deque()

    @property
    def offsets(self) -> tuple[int, ...]:
        """Where each object begins, in the order of their numbers."""
        return tuple(self._offsets[number] for number in range(self._first, self._next))

    def write(self, head: bytes, data: bytes) -> int:
        """Write a stream; ``head`` holds the entries of its dictionary. Its number."""
        number = self._new_number()
        self._put(number, b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data))
        return number

    def finish(self) -> None:
        """Write everything that was referred to and is not yet written."""
        while self._waiting:
            number, value = self._waiting.popleft()
            self._put(number, self._body(value))

    def copied(self, value: PdfObject | None) -> bytes:
        """``value`` as it stands in the file; what it refers to is written by ``finish``."""
        return self._said(value)

    def _new_number(self) -> int:
        self._next += 1
        return self._next - 1

    def _put(self, number: int, body: bytes) -> None:
        self._offsets[number] = self._to.tell()
        self._to.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        if self._to.tell() > MOST_BYTES:
            raise TooManyBytesError

    def _said(self, value: object) -> bytes:
        if isinstance(value, IndirectObject):
            return self._reference(value)
        if isinstance(value, StreamObject):  # only where a parser was fooled: streams are objects
            return b"null"
        if isinstance(value, DictionaryObject):
            return b"<< %s >>" % b" ".join(self._entries(value)) if _is_content(value) else b"null"
        if isinstance(value, ArrayObject):
            # An array asked in the ordinary way resolves what it refers to.
            return b"[%s]" % b" ".join(self._said(inner) for inner in list.__iter__(value))
        return _atom(value)

    def _reference(self, reference: IndirectObject) -> bytes:
        key = (reference.idnum, reference.generation)
        if key not in self._copied:
            value = reference.get_object()
            if value is None or (isinstance(value, DictionaryObject) and not _is_content(value)):
                return b"null"
            if isinstance(value, IndirectObject):
                return b"null"
            self._copied[key] = self._new_number()
            self._waiting.append((self._copied[key], value))
        return b"%d 0 R" % self._copied[key]

    def _body(self, value: PdfObject) -> bytes:
        if not isinstance(value, StreamObject):
            return self._said(value)
        data = value._data  # as it stands in the file: pictures and fonts stay what they are
        # Data in another file would be read from there.
        entries = b" ".join(self._entries(value, ("/F",)))
        return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)

    def _entries(self, value: DictionaryObject, without: tuple[str, ...] = ()) -> Iterator[bytes]:
        for key in sorted(value):
            if key in _DROPPED or key in without:
                continue
            inner = value.raw_get(key)
            if key in _NAME_TABLES:
                yield _name(key) + b" " + self._table(inner)
            else:
                yield _name(key) + b" " + self._said(inner)

    def _table(self, value: PdfObject) -> bytes:
        """A dictionary of names that somebody gave; anything else as it is."""
        table = value.get_object()
        if not isinstance(table, DictionaryObject) or isinstance(table, StreamObject):
            return self._said(value)
        entries = (_name(key) + b" " + self._said(table.raw_get(key)) for key in sorted(table))
        return b"<< %s >>" % b" ".join(entries)


def _is_content(value: DictionaryObject) -> bool:
    kind = value.get("/Type")
    return kind not in _NOT_CONTENT and value.get("/Subtype") != "/PS"


def _name(name: str) -> bytes:
    return b"/" + b"".join(
        bytes([byte]) if 33 <= byte <= 126 and byte not in b"#()<>[]{}/%" else b"#%02X" % byte
        for byte in name.removeprefix("/").encode("utf-8", "surrogatepass")
    )


def _atom(value: object) -> bytes:
    if isinstance(value, TextStringObject):
        return b"<%s>" % value.original_bytes.hex().encode("ascii")
    if isinstance(value, ByteStringObject):
        return b"<%s>" % bytes(value).hex().encode("ascii")
    if not isinstance(value, PdfObject):
        return b"null"
    written = BytesIO()
    value.write_to_stream(written)
    return written.getvalue()
