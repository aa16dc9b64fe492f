"""Reads a file that holds everything, and unpacks it; nothing in it is believed."""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from digicom_desktop.documents.one_file_manifest import (
    BACKUPS,
    EVIDENCE,
    LONGEST,
    MANIFEST,
    MOST_FILES,
    Manifest,
    read_manifest,
)
from digicom_desktop.documents.package_evidence import FILE_LIMIT
from digicom_desktop.documents.package_manifest import Member
from digicom_desktop.documents.zip_directory import START
from digicom_desktop.documents.zip_guard import GuardedZip, ZipLimits, open_file
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import is_disk_full
from digicom_desktop.program_files import is_program_name

LIMITS = ZipLimits(
    file=21_000_000_000, part=8_000_000_000, all=20_000_000_000, members=MOST_FILES + 2
)
OnBytes = Callable[[int, int], None]
"""Told how many bytes of how many are done; what it raises ends everything."""

_MB = 1_000_000
_SPARE = 20 * _MB
"""Bytes that must stay free beside what is unpacked: the program goes on writing there."""
_BACKUP_NAME = re.compile(re.escape(BACKUPS) + r"[0-9A-Za-z.-]{1,100}\.sqlite3", re.ASCII)
_EVIDENCE_NAME = re.compile(re.escape(EVIDENCE) + r"([0-9a-f]{64})(\.[a-z0-9]{1,10})?", re.ASCII)
_AS_THEY_ARE = {"guard.missing", "guard.folder", "guard.unreadable"}
_SENTENCES = {
    "guard.empty": "one_file.cut",
    "guard.truncated": "one_file.cut",
    "guard.too_large": "one_file.too_large",
}


def unpack_one_file(path: Path, folder: Path, on_bytes: OnBytes) -> Manifest:
    """Unpack the file at ``path`` into the empty ``folder``: a backup, and evidence. Any thread.

    Every member is counted and compared with its hash; where something is wrong, the rest of what
    was unpacked is the caller's to remove. Raises DigicomError, always with ``path``:
    ``guard.missing``, ``guard.folder``, ``guard.unreadable``; ``one_file.foreign``,
    ``one_file.newer``, ``one_file.cut``, ``one_file.damaged``, ``one_file.too_large``,
    ``one_file.no_room`` and ``one_file.not_unpacked``; and what ``on_bytes`` raises.
    """
    with _opened(path) as zip:
        manifest = _checked_manifest(zip)
        with _writing(path):
            _require_room(path, folder, sum(member.size for member in manifest.members))
            for place in (BACKUPS, EVIDENCE):
                (folder / place).mkdir(mode=0o700)
        _read_all(zip, manifest, on_bytes, folder)
        return manifest


def check_one_file(manifest: Manifest, path: Path, on_bytes: OnBytes) -> None:
    """Compare the file at ``path`` with what was written, every member by its hash. Any thread.

    Raises DigicomError like ``unpack_one_file``, and ``files.not_read_back``.
    """
    with _opened(path) as zip:
        if _checked_manifest(zip) != manifest:
            raise DigicomError("files.not_read_back", path=path)
        _read_all(zip, manifest, on_bytes)


@contextmanager
def _opened(path: Path) -> Iterator[GuardedZip]:
    with _as_sentence(path), open_file(path) as file:
        start = file.read(len(START))
        # What is something else is not read to find out what: it may have gigabytes.
        if start and not START.startswith(start):
            raise DigicomError("one_file.foreign", path=path)
        yield GuardedZip(file, LIMITS, path)


@contextmanager
def _as_sentence(path: Path) -> Iterator[None]:
    """Say of this kind of file what is otherwise said of workbooks and packages."""
    try:
        yield
    except DigicomError as error:
        id = error.id
        if id.startswith("guard.") and id not in _AS_THEY_ARE:
            id = _SENTENCES.get(id, "one_file.damaged")
        limit = {"limit": LIMITS.all // (1000 * _MB)} if id == "one_file.too_large" else {}
        raise DigicomError(id, **{"path": path, **error.values, **limit}) from error


def _checked_manifest(zip: GuardedZip) -> Manifest:
    """The manifest of a file that holds what it says, and nothing else."""
    if MANIFEST not in zip.names:
        raise DigicomError("one_file.foreign", path=zip.path)
    manifest = read_manifest(zip.read(MANIFEST, LONGEST), zip.path)
    stated = {member.name: member.size for member in manifest.members}
    found = {name: size for name, size in zip.sizes.items() if name != MANIFEST}
    is_ours = all(map(_is_ours, manifest.members))
    backups = sum(name.startswith(BACKUPS) for name in stated)
    if stated != found or not is_ours or backups != 1:
        raise DigicomError("one_file.damaged", path=zip.path)
    return manifest


def _is_ours(member: Member) -> bool:
    if match := _EVIDENCE_NAME.fullmatch(member.name):
        is_small = member.size <= FILE_LIMIT
        return is_small and match[1] == member.sha256 and not is_program_name(member.name)
    return _BACKUP_NAME.fullmatch(member.name) is not None


def _read_all(
    zip: GuardedZip, manifest: Manifest, on_bytes: OnBytes, folder: Path | None = None
) -> None:
    """Read every member, to ``folder`` if there is one."""
    done, all = 0, sum(member.size for member in manifest.members)
    for member in manifest.members:
        digest = hashlib.sha256()
        with _target(folder, member, zip.path) as write:
            for piece in zip.stream(member.name, member.size):  # no byte more than stated
                digest.update(piece)
                write(piece)
                done += len(piece)
                on_bytes(done, all)
        if digest.hexdigest() != member.sha256:
            raise DigicomError("one_file.damaged", path=zip.path)


@contextmanager
def _target(folder: Path | None, member: Member, path: Path) -> Iterator[Callable[[bytes], object]]:
    if folder is None:
        yield len
        return
    with _writing(path):
        new = os.open(folder / member.name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(new, "wb") as file:
            yield file.write


def _require_room(path: Path, folder: Path, needed: int) -> None:
    # What is unpacked is copied to its place before it goes.
    needed = 2 * needed + _SPARE
    if shutil.disk_usage(folder).free < needed:
        raise DigicomError("one_file.no_room", path=path, megabytes=-(-needed // _MB))


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        id = "one_file.no_room" if is_disk_full(error) else "one_file.not_unpacked"
        raise DigicomError(id, path=path, megabytes=_SPARE // _MB) from error
