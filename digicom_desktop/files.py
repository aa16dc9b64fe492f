"""Writes a file whole or not at all."""

import errno
import hashlib
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from digicom_desktop.errors import DigicomError

_PATIENCE = 2.0
"""Seconds to wait for a target that another program (antivirus, Excel) holds open."""
_PAUSE = 0.05
_CHUNK = 1 << 20

_LEFTOVER = re.compile(r"\.digicom-[0-9a-f]{12}(\..*)?", re.DOTALL)
"""The names of ``_new_beside``."""
_LEFTOVER_AGE = 24 * 3600
"""Seconds after which nobody is still writing such a file."""

_LONG_PATH = 240
"""Characters; Windows finds no file where a path, or that of the file beside it, has over 259."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ENOTCONN}
_GONE_ON_WINDOWS = {15, 21, 31, 53, 55, 59, 64, 67, 433, 1005, 1006, 1117, 1167}
"""Drives, shares and sticks that do not answer: not there, not ready, not connected."""

# The names are in place by then, so a question that this folder does not take is no failure: one
# that may be written but not read (EACCES, EPERM), and network and other file systems that open or
# flush no folders (the rest). EIO, ENOSPC, EDQUOT and ENOENT are answers, and bad ones.
_NOT_FLUSHED = {
    errno.EACCES,
    errno.EPERM,
    errno.EBADF,
    errno.EINVAL,
    errno.EISDIR,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
}


class Step(StrEnum):
    """What happens to a file that is being written, in order."""

    WRITING = "writing"
    READING = "reading"
    COMPARING = "comparing"
    PLACING = "placing"


OnStep = Callable[[Step], None]
"""Told when a step begins; what it raises ends everything, the old file stays."""


def nobody(step: Step) -> None:
    """Is told of a step and does nothing."""


def write_whole(
    target: Path,
    write: Callable[[Path], None],
    verify: Callable[[Path], None] | None = None,
    on_step: OnStep = nobody,
) -> None:
    """Put what ``write`` writes at ``target``, whole or not at all.

    ``write`` gets a new empty file beside the target, with the same suffix. What it wrote is
    flushed to the disk, read back and compared; then ``verify`` may raise DigicomError. Only then
    does it take the target's place, unless somebody else changed that meanwhile. After any failure
    the old target is as it was (but where only the flush of the folder failed: then a power cut
    decides). What earlier processes left in the folder when they were killed is removed after a
    day.

    Raises DigicomError ``files.…``. Any thread.
    """
    with _as_sentence(target):
        final = Path(os.path.realpath(target)) if target.is_symlink() else target
        _refuse_impossible(final)
        before = _version(final)
        _remove_leftovers(final.parent)
        temporary = _new_beside(final)
        try:
            on_step(Step.WRITING)
            write(temporary)
            on_step(Step.READING)
            _settle(temporary, target)
            if verify is not None:
                on_step(Step.COMPARING)
                verify(temporary)
            on_step(Step.PLACING)
            _keep_mode(temporary, final)
            _replace(temporary, final, before)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(final.parent)


def write_bytes(target: Path, content: bytes) -> None:
    """``write_whole`` for content that is already there; compared byte by byte."""

    def write(path: Path) -> None:
        path.write_bytes(content)

    def verify(path: Path) -> None:
        if path.read_bytes() != content:
            raise DigicomError("files.not_read_back", path=target)

    write_whole(target, write, verify)


def sync_file(path: Path) -> None:
    """Have the content of ``path`` on the disk itself when this returns."""
    # Windows flushes only through a handle that may write.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have new names in ``folder`` on the disk itself, where the system lets us ask for it.

    Raises OSError when the disk failed. Windows flushes names by itself.
    """
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NOT_FLUSHED:
            raise


def sha256_of(path: Path) -> bytes:
    """The SHA-256 of the content of ``path``, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.digest()


def is_disk_full(error: OSError, place: Path | None = None) -> bool:
    """Whether the system says that there is no room, or that a file may not become so large.

    Wine has only "invalid argument" for a disk that fills up in the middle of a write: then
    ``place``, on that disk, is asked whether it has room.
    """
    if error.errno in _FULL or getattr(error, "winerror", None) in {39, 112}:
        return True
    return error.errno == errno.EINVAL and place is not None and _is_full(place)


def _is_full(place: Path) -> bool:
    try:
        return shutil.disk_usage(place).free < _CHUNK
    except OSError:
        return False


def is_forbidden(error: OSError) -> bool:
    """Whether the system says that this place must not be written."""
    return error.errno in _FORBIDDEN


@contextmanager
def _as_sentence(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        sentence = _sentence(error, target)
        raise DigicomError(sentence, path=target, reason=error.strerror or "") from error


def _sentence(error: OSError, target: Path) -> str:
    if is_disk_full(error, target.parent):
        return "files.disk_full"
    if is_forbidden(error):
        return "files.unwritable"
    if _is_too_long(error, target):
        return "files.name_too_long"
    if not _is_folder(target.parent):
        return "files.folder_missing"
    # Not every missing file is the one being written: a writer reads fonts and pictures too.
    return "files.vanished" if _is_gone(error) else "files.failed"


def _is_too_long(error: OSError, target: Path) -> bool:
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == 206:
        return True
    is_lost = error.errno == errno.ENOENT and _is_folder(target.parent)
    return sys.platform == "win32" and is_lost and len(str(target.absolute())) > _LONG_PATH


def _is_gone(error: OSError) -> bool:
    """Whether the disk, or what was being written on it, went away meanwhile."""
    if error.errno in _GONE or getattr(error, "winerror", None) in _GONE_ON_WINDOWS:
        return True
    lost = Path(os.fsdecode(error.filename or "")).name
    return error.errno == errno.ENOENT and _LEFTOVER.fullmatch(lost) is not None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # one that the system cannot even ask for is not there either
        return False


def _refuse_impossible(target: Path) -> None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise DigicomError("files.not_a_file", path=target)
    # Only Windows minds when such a file is replaced; whoever made it so minds everywhere.
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise DigicomError("files.read_only", path=target)


def _version(path: Path) -> tuple[int, int] | None:
    """What tells one content at ``path`` from the next; None where nothing is."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns


def _remove_leftovers(folder: Path) -> None:
    """Remove what processes that were killed left, where the system lets us."""
    with suppress(OSError):  # a folder that may be written, but not listed
        for path in folder.glob(".digicom-*"):
            with suppress(OSError):
                if _LEFTOVER.fullmatch(path.name) and _is_old_file(path):
                    path.unlink()


def _is_old_file(path: Path) -> bool:
    found = path.lstat()
    return stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > _LEFTOVER_AGE


def _new_beside(target: Path) -> Path:
    # A name of our own, because the target's plus something may be too long.
    path = target.with_name(f".digicom-{secrets.token_hex(6)}{target.suffix}")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileNotFoundError as error:
        if _is_too_long(error, path) or not _is_folder(path.parent):
            raise
        # There, but taking no new file: a folder that Windows guards against programs.
        raise DigicomError("files.unwritable", path=target) from error
    return path


def _settle(temporary: Path, target: Path) -> None:
    written = sha256_of(temporary)
    sync_file(temporary)
    _forget_cached(temporary)
    if sha256_of(temporary) != written:
        raise DigicomError("files.not_read_back", path=target)


def _forget_cached(path: Path) -> None:
    """Make the next reading come from the disk, where the system lets us."""
    if sys.platform == "linux":
        with path.open("rb") as file, suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _keep_mode(temporary: Path, target: Path) -> None:
    with suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _replace(temporary: Path, target: Path, before: tuple[int, int] | None) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        if _version(target) not in (None, before):
            raise DigicomError("files.changed_meanwhile", path=target)
        try:
            temporary.replace(target)
        except PermissionError as error:
            if time.monotonic() > deadline:
                raise DigicomError("files.target_open", path=target) from error
            time.sleep(_PAUSE)
        else:
            return
