"""One process per data folder: a lock that the system drops when its holder dies."""

import os
import sys
from pathlib import Path

from digicom_desktop.errors import DigicomError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Holds the lock file ``path`` from birth until ``release``.

    The file itself says nothing: one that a killed process left behind is as good as a new one.
    Raises DigicomError ``store.in_use``, or ``store.unwritable``.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise DigicomError("store.unwritable", folder=path.parent) from error
        try:
            _take(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise DigicomError("store.in_use", folder=path.parent) from error

    def release(self) -> None:
        """Let the folder go; a second call does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock file ``path``; it is not made."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _take(handle)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
