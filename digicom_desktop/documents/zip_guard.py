"""Opens a zip of others only if it is harmless, and counts what comes out of it."""

import os
import re
import stat
import unicodedata
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from digicom_desktop.documents.file_kind import refuse_what_is_no_zip
from digicom_desktop.documents.zip_directory import DEFLATED, START, Member, read_members
from digicom_desktop.domain.text import clean_line
from digicom_desktop.errors import DigicomError

_CHUNK = 1 << 16
_MB = 1_000_000
"""As people count them in a sentence."""
_LONGEST_NAME = 500
_SHOWN = 60
"""Characters of a member's name in a sentence."""
_UNSAFE = re.compile(r"[\\:\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|^/|^~")


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """The most bytes of a file, of one member unpacked, of all unpacked; the most members."""

    file: int
    part: int
    all: int
    members: int = 2_000


class GuardedZip:
    """A zip whose list of members was checked; what is unpacked is counted and checked.

    Every method raises DigicomError ``guard.…``; all of them have the value ``path``.
    """

    def __init__(self, file: BinaryIO, limits: ZipLimits, path: Path) -> None:
        """``file`` is at any place, and stays the caller's to close; ``path`` is for sentences."""
        self.path = path
        self._file, self._limits = file, limits
        self._unpacked: dict[str, int] = {}
        self._all = 0
        with _about(path):
            self._members = _checked(file, limits)
        self.sizes: Mapping[str, int] = MappingProxyType(
            {name: member.size for name, member in self._members.items()}
        )
        """The size of each member as the list states it; only reading it proves it."""

    @classmethod
    @contextmanager
    def open(cls, path: Path, limits: ZipLimits) -> Iterator["GuardedZip"]:
        """The zip at ``path``, to be used in a ``with`` statement."""
        with open_file(path) as file:
            yield cls(file, limits, path)

    @property
    def names(self) -> Collection[str]:
        """The members in the order of the file, without folders."""
        return self.sizes.keys()

    def read(self, name: str, limit: int | None = None) -> bytes:
        """All of a member; KeyError if there is none of that name."""
        return b"".join(self.stream(name, limit))

    def stream(self, name: str, limit: int | None = None) -> Iterator[bytes]:
        """A member in pieces; only when the last has come is it known to be whole.

        ``limit`` may be smaller than that for every part. KeyError as in ``read``.
        """
        member = self._members[name]
        most = self._limits.part if limit is None else min(limit, self._limits.part)
        with _about(self.path):
            if member.size > most:
                raise DigicomError("guard.bomb", part=shown(name), limit=most // _MB)
            crc = size = 0
            for piece in self._pieces(member):
                size += len(piece)
                self._count(name, size, most)
                crc = zlib.crc32(piece, crc)
                yield piece
            if (size, crc) != (member.size, member.crc):
                raise DigicomError("guard.damaged")

    def _count(self, name: str, size: int, most: int) -> None:
        """Remember that ``size`` bytes of a member came out; what is read again counts once."""
        before = self._unpacked.get(name, 0)
        if size > before:
            self._unpacked[name] = size
            self._all += size - before
        if size > most:
            raise DigicomError("guard.bomb", part=shown(name), limit=most // _MB)
        if self._all > self._limits.all:
            raise DigicomError("guard.bomb_in_all", limit=self._limits.all // _MB)

    def _pieces(self, member: Member) -> Iterator[bytes]:
        """What a member unpacks to, in pieces of at most ``_CHUNK`` bytes."""
        if member.method != DEFLATED:
            yield from self._packed(member)
            return
        unpack = zlib.decompressobj(-zlib.MAX_WBITS)
        for packed in self._packed(member):
            data = packed
            while data:
                if unpack.eof:  # something stands behind the end
                    raise DigicomError("guard.damaged")
                yield _unpacked(unpack, data)
                data = unpack.unconsumed_tail or unpack.unused_data
        while not unpack.eof:
            rest = _unpacked(unpack, b"")
            if not rest:
                raise DigicomError("guard.damaged")
            yield rest

    def _packed(self, member: Member) -> Iterator[bytes]:
        # Somebody may read another member meanwhile, so every piece is looked for anew.
        for at in range(member.start, member.end, _CHUNK):
            self._file.seek(at)
            packed = self._file.read(min(_CHUNK, member.end - at))
            if not packed:
                raise DigicomError("guard.truncated")
            yield packed


def shown(name: str) -> str:
    """A name as a sentence may hold it."""
    line = _UNSAFE.sub("?", clean_line(name))
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """A file of others, to be read; DigicomError ``guard.missing``, ``folder``, ``unreadable``."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise DigicomError("guard.folder", path=path)
        if not stat.S_ISREG(mode):  # a pipe would wait for ever
            raise DigicomError("guard.unreadable", path=path)
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DigicomError("guard.missing", path=path) from error
    except (OSError, ValueError) as error:
        raise DigicomError("guard.unreadable", path=path) from error
    with file:
        yield file


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Says of which file an error is; a disk that fails while reading is one too."""
    try:
        yield
    except OSError as error:
        raise DigicomError("guard.unreadable", path=path) from error
    except DigicomError as error:
        raise DigicomError(error.id, **{"path": path, **error.values}) from error


def _checked(file: BinaryIO, limits: ZipLimits) -> dict[str, Member]:
    size = file.seek(0, os.SEEK_END)
    if not size:
        raise DigicomError("guard.empty")
    if size > limits.file:
        raise DigicomError("guard.too_large", size=-(-size // _MB), limit=limits.file // _MB)
    file.seek(0)
    if file.read(len(START)) != START:
        refuse_what_is_no_zip(file)
    members: dict[str, Member] = {}
    seen: set[str] = set()
    for member in read_members(file, size, limits.members):
        _check_name(member.name)
        key = unicodedata.normalize("NFKC", member.name).casefold().rstrip("/")
        if key in seen:
            raise DigicomError("guard.twice", part=shown(member.name))
        seen.add(key)
        if not member.name.endswith("/"):
            members[member.name] = member
    return members


def _check_name(name: str) -> None:
    steps = name.removesuffix("/").split("/")
    is_long = len(name) > _LONGEST_NAME
    if is_long or _UNSAFE.search(name) or not {"", ".", ".."}.isdisjoint(steps):
        raise DigicomError("guard.part_name", part=shown(name))


def _unpacked(unpack: "zlib._Decompress", data: bytes) -> bytes:
    try:
        return unpack.decompress(data, _CHUNK)
    except zlib.error as error:
        raise DigicomError("guard.damaged") from error
