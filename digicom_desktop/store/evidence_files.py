"""Evidence files, copied beside the database under the hash of their content."""

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import sha256_of, sync_folder
from digicom_desktop.program_files import is_program_name, is_program_start, real_suffix
from digicom_desktop.store.layout import create_private, os_failures

LIMIT = 20 * 1024 * 1024
"""Bytes of one evidence file."""

_CHUNK = 1 << 20
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_UNFINISHED = re.compile(r"[0-9a-f]{16}\.part")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A copied file: ``suffix`` with its dot or "", ``name`` as the person's file was called."""

    sha256: str
    size: int
    suffix: str
    name: str


class EvidenceFiles:
    """The copies in ``folder``; uses no database, so any thread may call it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, source: Path) -> StoredFile:
        """Copy ``source``; the copy is on the disk when this returns.

        Raises DigicomError ``store.evidence.…`` for programs and for files that are too large,
        empty or unreadable, ``store.disk_full`` and ``store.unwritable`` for the store.
        """
        suffix = _refuse_programs(source.name)
        with _open(source) as original:
            return self._add(original, source.name, suffix)

    def add_stream(self, name: str, stream: BinaryIO, sha256: str) -> StoredFile:
        """``add`` for a file called ``name`` that comes as a stream and has a known hash.

        Raises DigicomError like ``add``, and ``store.evidence.not_as_stated`` when the content has
        another hash; nothing is kept then. What ``stream`` raises comes through.
        """
        suffix = _refuse_programs(name)
        return self._add(stream, name, suffix, expected=sha256)

    def path(self, sha256: str) -> Path:
        """Where the copy lies; raises DigicomError ``store.evidence.missing``."""
        if _SHA256.fullmatch(sha256):
            for path in sorted(self._folder.glob(f"{sha256}*")):
                return path
        raise DigicomError("store.evidence.missing", number=sha256[:8])

    def has(self, sha256: str) -> bool:
        """Whether the copy is there; it is not read."""
        with suppress(DigicomError):
            self.path(sha256)
            return True
        return False

    def verify(self, sha256: str) -> Path:
        """``path``, after the content was read and its hash compared.

        Raises DigicomError ``store.evidence.missing``, ``store.evidence.copy_unreadable`` or
        ``store.evidence.altered``.
        """
        path = self.path(sha256)
        try:
            same = sha256_of(path).hex() == sha256
        except OSError as error:
            raise DigicomError("store.evidence.copy_unreadable", name=path.name) from error
        if not same:
            raise DigicomError("store.evidence.altered", number=sha256[:8])
        return path

    def remove_unfinished(self) -> None:
        """Remove what killed processes left; only while nobody else can be adding."""
        with suppress(OSError):
            for path in self._folder.glob("*.part"):
                if _UNFINISHED.fullmatch(path.name):
                    path.unlink()

    def _add(
        self, original: BinaryIO, name: str, suffix: str, expected: str | None = None
    ) -> StoredFile:
        unfinished = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            with os_failures(self._folder, "store.unwritable"):
                create_private(unfinished)
                sha256, size = _copy(original, unfinished, name)
                if expected not in (None, sha256):
                    raise DigicomError("store.evidence.not_as_stated", name=name)
                self._keep(unfinished, sha256, suffix)
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return StoredFile(sha256, size, suffix, name)

    def _keep(self, unfinished: Path, sha256: str, suffix: str) -> None:
        # A copy that is there and whole stays: one content is kept once, under its first suffix.
        with suppress(DigicomError):
            self.verify(sha256)
            return
        with suppress(DigicomError):
            suffix = self.path(sha256).suffix
        unfinished.replace(self._folder / f"{sha256}{suffix}")
        sync_folder(self._folder)


def _refuse_programs(name: str) -> str:
    """The suffix to keep."""
    if is_program_name(name):
        raise DigicomError("store.evidence.program", name=name)
    suffix = real_suffix(name)
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _open(source: Path) -> BinaryIO:
    try:
        # Opening a pipe would wait for ever.
        if source.is_file():
            return source.open("rb")
    except OSError as error:
        raise DigicomError("store.evidence.unreadable", name=source.name) from error
    raise DigicomError("store.evidence.unreadable", name=source.name)


def _copy(original: BinaryIO, target: Path, name: str) -> tuple[str, int]:
    """Copy, hash and count in one pass: what is counted is what is kept."""
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as copy:
        for chunk in _chunks(original, name):
            if size == 0 and is_program_start(chunk):
                raise DigicomError("store.evidence.program", name=name)
            size += len(chunk)
            if size > LIMIT:
                limit = LIMIT // (1024 * 1024)
                raise DigicomError("store.evidence.too_large", name=name, limit=limit)
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    if size == 0:
        raise DigicomError("store.evidence.empty", name=name)
    return digest.hexdigest(), size


def _chunks(original: BinaryIO, name: str) -> Iterator[bytes]:
    try:
        while chunk := original.read(_CHUNK):
            yield chunk
    except OSError as error:
        raise DigicomError("store.evidence.unreadable", name=name) from error
