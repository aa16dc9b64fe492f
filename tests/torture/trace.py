"""What a program asked of its disk, as disk.c wrote it down."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_HEAD = struct.Struct("<qqIIIc3x")


class Kind(StrEnum):
    """What was asked, by the letter that stands in the trace."""

    CREATE = "C"
    WRITE = "W"
    TRUNCATE = "T"
    SYNC = "S"
    SYNC_FOLDER = "D"
    RENAME = "R"
    REMOVE = "U"
    MAKE_FOLDER = "M"
    ACKNOWLEDGE = "A"


@dataclass(frozen=True, slots=True)
class Call:
    """One call; ``offset`` is a place, a length, or the number of an acknowledgement.

    Content belongs to an ``inode``, names to a ``path`` (a renamed one comes to be ``to``).
    """

    kind: Kind
    inode: int = 0
    offset: int = 0
    path: str = ""
    to: str = ""
    data: bytes = b""


def read_trace(path: Path) -> tuple[Call, ...]:
    """All calls, in their order."""
    return tuple(_calls(path.read_bytes()))


def _calls(content: bytes) -> Iterator[Call]:
    at = 0
    while at < len(content):
        inode, offset, path, to, data, kind = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        pieces = []
        for length in (path, to, data):
            pieces.append(content[at : at + length])
            at += length
        before, after, written = pieces
        yield Call(Kind(kind.decode()), inode, offset, before.decode(), after.decode(), written)
