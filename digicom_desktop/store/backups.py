"""Backups: whole, checked copies of the database, thinned as they grow old."""

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from digicom_desktop.domain.clock import Clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import sync_file, sync_folder
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.inspection import altered_assessments, inspect, reading
from digicom_desktop.store.layout import create_private, os_failures
from digicom_desktop.store.migrations import Migrations

MIGRATION = "migration"
"""The reason of a backup that is made before the tables are brought up to date."""

_NEWEST = 10
_DAYS, _WEEKS, _MONTHS = 7, 5, 12
_TIME = "%Y%m%dT%H%M%S.%fZ"
_NAME = re.compile(r"(\d{8}T\d{6}\.\d{6}Z)-([a-z]+)(?:-(\d{6,9}))?(\.altered)?\.sqlite3", re.ASCII)
# Any change of any assessment changes its row: the seal stands for the content.
_CONTENT = "SELECT * FROM assessment ORDER BY id"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; ``reason`` is why it was made: start, close, migration, purge, …

    ``whole`` is False when an assessment in it was already altered behind the program's back. Those
    of one data folder are numbered in the order in which they were made, which no clock that was
    set wrongly can change; 0 is one of a program that did not count yet.
    """

    path: Path
    made: datetime
    reason: str
    size: int
    whole: bool
    number: int = 0


class Backups:
    """Makes and lists the backups in ``folder``; in the thread of its connection."""

    def __init__(self, folder: Path, clock: Clock, connection: Connection, newest: int) -> None:
        self._folder = folder
        self._unfinished = folder / "backup.part"
        self._clock = clock
        self._connection = connection
        self._newest_schema = newest

    def list(self) -> tuple[Backup, ...]:
        """All backups, newest first."""
        return list_backups(self._folder)

    def make(self, reason: str) -> Backup:
        """Back up everything that is saved; older backups are thinned.

        Raises DigicomError ``store.no_room_for_backup``, ``store.no_backup``, ``store.corrupt``;
        then no backup was made, and none was removed.
        """
        unfinished = self._unfinished
        try:
            with os_failures(self._folder, "store.no_backup"):
                unfinished.unlink(missing_ok=True)
                create_private(unfinished)
                self._connection.copy_to(unfinished)
                inspect(unfinished, self._newest_schema)
                whole = not altered_assessments(unfinished)
                sync_file(unfinished)
                backup = self._keep(unfinished, reason, whole=whole)
        except DigicomError as error:
            if error.id == "store.disk_full":  # whose sentence says that something is not saved
                raise DigicomError("store.no_room_for_backup", folder=self._folder) from error
            raise
        finally:
            self.remove_unfinished()
        self._thin()
        return backup

    def make_if_changed(self, reason: str = "start") -> Backup | None:
        """Back up if anything differs from the newest backup; None if nothing does.

        One that has been damaged since it was made counts as none, but not at the start: it is
        found by reading all of it, and the window stands still meanwhile.
        """
        is_needed = self._has_changed() or (reason != "start" and self._is_newest_damaged())
        return self.make(reason) if is_needed else None

    def remove_unfinished(self) -> None:
        """Remove what a killed process, or a failure, left of a backup."""
        with suppress(OSError):
            self._unfinished.unlink(missing_ok=True)

    def _has_changed(self) -> bool:
        rows = self._connection.fetch(_CONTENT)
        newest = next(iter(self.list()), None)
        if newest is None:
            return bool(rows)
        try:
            with reading(newest.path) as backup:
                return _digest(rows) != _digest(backup.execute(_CONTENT))
        except DigicomError:
            return True

    def _is_newest_damaged(self) -> bool:
        newest = next(iter(self.list()), None)
        return newest is not None and is_damaged(newest.path)

    def _keep(self, unfinished: Path, reason: str, *, whole: bool) -> Backup:
        made = self._clock().astimezone(UTC)
        number = 1 + max((backup.number for backup in self.list()), default=0)
        end = "" if whole else ".altered"
        path = self._folder / f"{made:{_TIME}}-{reason}-{number:06}{end}.sqlite3"
        unfinished.replace(path)
        sync_folder(self._folder)
        return Backup(path, made, reason, path.stat().st_size, whole, number)

    def _thin(self) -> None:
        """Remove what is not worth keeping; never the newest ones, whatever their clock said."""
        backups = self.list()
        for group in (True, False):
            # Apart, so that copies with a flaw never push out the last one without.
            alike = [backup for backup in backups if backup.whole is group]
            kept = worth_keeping(backup.made for backup in alike)
            for backup in alike[_NEWEST:]:
                if backup.made not in kept:
                    with suppress(OSError):
                        backup.path.unlink()


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """The backups in ``folder``, the one that was made last first; other files are left out."""
    found = (backup_at(path) for path in folder.glob("*.sqlite3"))
    return tuple(sorted(filter(None, found), key=lambda b: (b.number, b.made), reverse=True))


def newest_good(folder: Path, newest_schema: int) -> Backup | None:
    """The newest backup that is whole today, or else the newest that can be read at all."""
    flawed = None
    for backup in list_backups(folder):
        if is_readable(backup, newest_schema):
            # A flaw that the inspection does not see may come to light only when all is read.
            with suppress(DigicomError):
                if not altered_assessments(backup.path):
                    return backup
                flawed = flawed or backup
    return flawed


def is_damaged(path: Path) -> bool:
    """Whether the backup at ``path`` cannot be restored, or is not what was backed up, any more.

    Reads all of it, in any thread.
    """
    backup = backup_at(path)
    if backup is None or not is_readable(backup, Migrations.of().newest):
        return True
    try:
        # One that was made with a flaw says so in its name, and has no other.
        return backup.whole and bool(altered_assessments(path))
    except DigicomError:
        return True


def worth_keeping(times: Iterable[datetime]) -> set[datetime]:
    """Of all backups the newest 10, and the last one of each of 7 days, 5 weeks, 12 months."""
    newest_first = sorted(times, reverse=True)
    kept = set(newest_first[:_NEWEST])
    for count, form in ((_DAYS, "%Y-%m-%d"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        last_of: dict[str, datetime] = {}
        for time in newest_first:
            last_of.setdefault(f"{time:{form}}", time)
        kept.update(list(last_of.values())[:count])
    return kept


def is_readable(backup: Backup, newest_schema: int) -> bool:
    """Whether ``backup`` is a whole database of a version that this program knows."""
    try:
        return inspect(backup.path, newest_schema) > 0
    except DigicomError:
        return False


def backup_at(path: Path) -> Backup | None:
    """What the name of the file at ``path`` says, None if it is not called as a backup is."""
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    with suppress(ValueError, OSError):
        made = datetime.strptime(parts[1], _TIME).replace(tzinfo=UTC)
        number = int(parts[3] or 0)
        return Backup(path, made, parts[2], path.stat().st_size, parts[4] is None, number)
    return None


def _digest(rows: Iterable[object]) -> bytes:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode(errors="replace"))
    return digest.digest()
