"""Evidence files, copied beside the database under the hash of their content."""

import hashlib
import os
import re
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import is_invisible
from digicom_desktop.files import sha256_of, sync_folder
from digicom_desktop.store.layout import create_private, os_failures

LIMIT = 20 * 1024 * 1024
"""Bytes of one evidence file."""

_CHUNK = 1 << 20
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_END = re.compile(r"[\s.]+\Z")
_UNFINISHED = re.compile(r"[0-9a-f]{16}\.part")
_SHA256 = re.compile(r"[0-9a-f]{64}")
# What a system runs when it is opened. Word and Excel ask before they run macros; these do not.
_PROGRAM = re.compile(
    r"\.(apk|app|appimage|appref-ms|application|bash|bat|chm|cmd|com|command|cpl|csh|deb|desktop"
    r"|dll|dmg|exe|fish|gadget|hta|inf|ins|iso|isp|jar|jnlp|js|jse|ksh|lnk|mjs|msc|msi|msix|msp|mst"
    r"|pif|pkg|pl|ps1|ps1xml|psc1|psd1|psm1|py|pyc|pyw|pyz|rb|reg|rpm|run|scf|scpt|scr|sct|sh|shb"
    r"|shs|sys|url|vb|vbe|vbs|website|workflow|ws|wsc|wsf|wsh|zsh)"
)
_PROGRAM_STARTS = (
    b"MZ",  # Windows
    b"\x7fELF",  # Linux
    b"#!",
    b"\xfe\xed\xfa\xce",  # macOS: 32 and 64 bits, either way round, and several in one file
    b"\xce\xfa\xed\xfe",
    b"\xfe\xed\xfa\xcf",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\xca\xfe\xba\xbf",
)


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
        suffix = _refuse_programs(source)
        with _open(source) as original:
            return self._add(original, source.name, suffix)

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

        Raises DigicomError ``store.evidence.missing`` or ``store.evidence.altered``.
        """
        path = self.path(sha256)
        try:
            same = sha256_of(path).hex() == sha256
        except OSError as error:
            raise DigicomError("store.evidence.unreadable", name=path.name) from error
        if not same:
            raise DigicomError("store.evidence.altered", number=sha256[:8])
        return path

    def remove_unfinished(self) -> None:
        """Remove what killed processes left; only while nobody else can be adding."""
        with suppress(OSError):
            for path in self._folder.glob("*.part"):
                if _UNFINISHED.fullmatch(path.name):
                    path.unlink()

    def _add(self, original: BinaryIO, name: str, suffix: str) -> StoredFile:
        unfinished = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            with os_failures(self._folder, "store.unwritable"):
                create_private(unfinished)
                sha256, size = _copy(original, unfinished, name)
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


def _refuse_programs(source: Path) -> str:
    """The suffix to keep."""
    suffix = _suffix(source.name)
    if _PROGRAM.fullmatch(suffix):
        raise DigicomError("store.evidence.program", name=source.name)
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _suffix(name: str) -> str:
    """The suffix with its dot, or "", as a person or another program may read it.

    What is invisible or only looks different may be dropped on the way to another system, and
    Windows ignores blanks and dots at the end: so they hide nothing here.
    """
    alike = unicodedata.normalize("NFKC", name)
    # Mn: a variation selector or a joiner of letters is seen no more than a mark of direction.
    visible = (c for c in alike if not is_invisible(c) and unicodedata.category(c) != "Mn")
    # No path: what looks like a slash is none, and a name that only is a suffix runs too.
    _, dot, end = _END.sub("", "".join(visible)).rpartition(".")
    return f".{end.lower()}" if dot else ""


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
            if size == 0 and chunk.startswith(_PROGRAM_STARTS):
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
