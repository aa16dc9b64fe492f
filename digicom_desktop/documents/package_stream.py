"""Pieces of bytes as a file that is read from beginning to end."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def as_stream(pieces: Iterator[bytes]) -> BinaryIO:
    """``pieces``, none of them empty, as a file; what they raise comes through."""
    return io.BufferedReader(_Pieces(pieces))


class _Pieces(io.RawIOBase):
    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._rest = b""

    def readable(self) -> bool:
        """It can be."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """As much as ``buffer`` takes of the next piece; 0 at the end."""
        self._rest = self._rest or next(self._pieces, b"")
        view = memoryview(buffer)
        part = self._rest[: len(view)]
        view[: len(part)] = part
        self._rest = self._rest[len(part) :]
        return len(part)
