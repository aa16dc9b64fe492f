"""Where each file of the store lies in the data folder."""

import os
import shutil
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import is_disk_full, sync_folder
from digicom_desktop.log import FOLDER_NAME as LOGS
from digicom_desktop.paths import DATABASE_NAME, LOCK_NAME

SIDE_ENDS = ("-wal", "-shm", "-journal")
"""What the names of the files end in that SQLite may have beside a database."""


_LONGEST = 440
"""Bytes; SQLite opens nothing of which the path has over 504, and a backup's name takes 58."""


class Layout:
    """The data folder of one person; only they may read what is made in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / DATABASE_NAME
        self.lock = folder / LOCK_NAME
        self.backups = folder / "backups"
        self.readable = self.backups / "readable"
        self.evidence = folder / "evidence"
        self.damaged = folder / "damaged"
        self.requests = folder / "requests"
        self.logs = folder / LOGS
        self.unfinished = folder / "restore.part"
        self.unpacking = folder / "unpacked.part"

    @property
    def side_files(self) -> tuple[Path, ...]:
        """What SQLite may have beside the database: log, its index, rollback journal."""
        return tuple(self.database.with_name(DATABASE_NAME + end) for end in SIDE_ENDS)

    def make(self) -> None:
        """Make the folders.

        Raises DigicomError ``store.unwritable``, ``store.disk_full`` or ``store.path_too_long``.
        """
        if sys.platform != "win32" and len(os.fsencode(self.folder.absolute())) > _LONGEST:
            raise DigicomError("store.path_too_long", folder=self.folder)
        with os_failures(self.folder, "store.unwritable"):
            for folder in (self.folder, self.backups, self.evidence):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def require_files(self) -> None:
        """Raise DigicomError ``store.unwritable`` unless SQLite may read and write its files.

        Asked before it opens them: it would say that the disk failed, and a pipe in the database's
        place, which has no size, would pass for a database that was lost.
        """
        with os_failures(self.folder, "store.unwritable"):
            for path in (self.database, *self.side_files):
                if path.exists() and not _is_usable_file(path):
                    raise DigicomError("store.unwritable", folder=self.folder)

    def make_unpacking(self) -> Path:
        """A new private folder for what is unpacked on its way in; any thread.

        On this disk, because it may have gigabytes. Raises DigicomError ``store.unwritable`` or
        ``store.disk_full``.
        """
        from tempfile import mkdtemp  # not on the way to the list

        with os_failures(self.folder, "store.unwritable"):
            self.unpacking.mkdir(mode=0o700, exist_ok=True)
            return Path(mkdtemp(dir=self.unpacking))

    def remove_unpacked(self) -> None:
        """Remove all that was unpacked on its way in, as far as the system lets it go."""
        shutil.rmtree(self.unpacking, ignore_errors=True)

    def set_aside(self, now: datetime, only: Collection[Path] = ()) -> None:
        """Move the database and its side files to ``damaged/<time>/``: nothing is ever deleted.

        Or ``only`` some of them. The database goes first: a log without it is harmless, it without
        its log is older than what was acknowledged.

        Raises DigicomError ``store.unwritable`` or ``store.disk_full``.
        """
        wanted = only or (self.database, *self.side_files)
        found = [path for path in wanted if path.exists()]
        if not found:
            return
        with os_failures(self.folder, "store.unwritable"):
            place = _new_folder(self.damaged, f"{now:%Y%m%dT%H%M%SZ}")
            for path in found:
                path.replace(place / path.name)
            sync_folder(place)
            sync_folder(self.folder)


@contextmanager
def os_failures(folder: Path, otherwise: str) -> Iterator[None]:
    """Raise what the system refuses as DigicomError: ``store.disk_full``, or ``otherwise``."""
    try:
        yield
    except OSError as error:
        id = "store.disk_full" if is_disk_full(error, folder) else otherwise
        raise DigicomError(id, folder=folder) from error


def create_private(path: Path) -> None:
    """Make ``path`` an empty file that only this person may read; it must not exist."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def require_room(folder: Path) -> None:
    """Raise DigicomError ``store.disk_full`` unless SQLite can make a small file in ``folder``.

    Asked before it makes one, because it would say "locked" where it means "full".
    """
    if shutil.disk_usage(folder).free < _SMALL_FILE:
        raise DigicomError("store.disk_full", folder=folder)


_SMALL_FILE = 128 * 1024


def _is_usable_file(path: Path) -> bool:
    return path.is_file() and os.access(path, os.R_OK | os.W_OK)


def _new_folder(parent: Path, name: str) -> Path:
    parent.mkdir(mode=0o700, exist_ok=True)
    number = 1
    while True:
        path = parent / (name if number == 1 else f"{name}-{number}")
        try:
            path.mkdir(mode=0o700)
        except FileExistsError:
            number += 1
        else:
            return path
