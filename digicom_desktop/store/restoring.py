"""A backup that lies anywhere: what is in it, and how it becomes the database again."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from digicom_desktop.domain.clock import Clock
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.errors import DigicomError
from digicom_desktop.long_paths import plain
from digicom_desktop.passing_folder import PassingFolder
from digicom_desktop.paths import DATABASE_NAME
from digicom_desktop.store.backups import backup_at, list_backups
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.everything import WITH_FILES, named_files
from digicom_desktop.store.evidence_files import EvidenceFiles
from digicom_desktop.store.inspection import inspect, is_database, reading
from digicom_desktop.store.layout import Layout, create_private, os_failures
from digicom_desktop.store.lock import FolderLock
from digicom_desktop.store.migrations import Migrations
from digicom_desktop.store.saved_rows import list_rows
from digicom_desktop.store.second_place import OURS
from digicom_desktop.store.start import open_database, put_in_place


@dataclass(frozen=True, slots=True)
class Held:
    """What a backup holds.

    ``files`` are the hashes of the evidence files that it names and that the data folder lacks,
    with where each lies beside the backup, None where it does not.
    """

    path: Path
    made: datetime
    rows: tuple[SavedRow, ...]
    deleted: tuple[SavedRow, ...]
    files: tuple[tuple[str, Path | None], ...]


def backups_at(chosen: Path) -> tuple[Path, ...]:
    """What may be restored of ``chosen``, the newest first: a file, or those in a folder of ours.

    A data folder's own database comes before its backups. Raises DigicomError
    ``store.restore.none_there``.
    """
    if chosen.is_file():
        return (chosen,)
    places = (chosen, chosen / "backups", chosen / OURS / "backups")
    found = [backup for place in places for backup in list_backups(place)]
    # Those that were whole when they were made come first.
    found.sort(key=lambda backup: (backup.whole, backup.made), reverse=True)
    databases = [path for path in (chosen / DATABASE_NAME,) if path.is_file()]
    if not databases and not found:
        raise DigicomError("store.restore.none_there", folder=chosen)
    return (*databases, *(backup.path for backup in found))


def look_into(backup: Path, data: Path, clock: Clock) -> Held:
    """What ``backup`` holds, and which evidence files would come with it to ``data``; any thread.

    Works on a copy, brought up to date and proved to work. Raises DigicomError
    ``store.restore.own`` for the database that is open now, ``store.restore.not_ours``,
    ``store.restore.newer``, ``store.restore.damaged`` and ``store.restore.unreadable``.
    """
    _refuse_own(backup, data)
    known = backup_at(backup)
    with _proved(backup, clock) as (_, connection):
        rows = list_rows(connection, deleted=False)
        deleted = list_rows(connection, deleted=True)
        named = named_files(connection.fetch(WITH_FILES))
    here, beside = EvidenceFiles(Layout(data).evidence), _evidence_beside(backup)
    lacking = sorted(sha256 for sha256 in named if not here.has(sha256))
    files = tuple((sha256, _find(beside, sha256)) for sha256 in lacking)
    made = known.made if known else _changed(backup)
    return Held(backup, made, rows, deleted, files)


def put_back(held: Held, data: Path, clock: Clock, is_called_off: Callable[[], bool]) -> int:
    """Make a copy of the backup the database of ``data``; how many evidence files came with it.

    Nobody has ``data`` open; any thread. What was there goes to ``damaged/<time>/``. Raises
    DigicomError like ``look_into``, ``store.restore.called_off`` and ``store.…``; then what was
    there is still in its place.
    """
    _refuse_own(held.path, data)
    layout = Layout(data)
    layout.make()
    lock = FolderLock(layout.lock)
    try:
        with _proved(held.path, clock) as (database, connection):
            copied = 0
            for sha256, path in held.files:
                _go_on_unless(is_called_off)
                copied += _copy_file(path, sha256, EvidenceFiles(layout.evidence))
            connection.checkpoint()
            connection.close()
            _go_on_unless(is_called_off)
            put_in_place(layout, clock, database)
    finally:
        lock.release()
    return copied


def _refuse_own(backup: Path, data: Path) -> None:
    if plain(backup.resolve()) == plain(Layout(data).database.resolve()):
        raise DigicomError("store.restore.own")


@contextmanager
def _proved(backup: Path, clock: Clock) -> Iterator[tuple[Path, Connection]]:
    """A private copy of ``backup`` of the newest schema, on which everything works, and it open."""
    with _private_folder(backup) as folder:
        copy = Layout(folder)
        with _as_sentence(backup):
            copy.make()
            _copy(backup, copy.database)
            connection = open_database(copy, clock, Migrations.of())
        try:
            yield copy.database, connection
        finally:
            connection.close()


def _private_folder(backup: Path) -> PassingFolder:
    with _as_sentence(backup), os_failures(Path(gettempdir()), "store.unwritable"):
        return PassingFolder()


def _copy(backup: Path, target: Path) -> None:
    """Copy by SQLite, which also brings what only a log beside it holds."""
    is_other = backup_at(backup) is None and not is_database(backup)
    if is_other or inspect(backup, Migrations.of().newest) == 0:  # nothing was ever in that
        raise DigicomError("store.not_ours", folder=backup.parent, path=backup)
    create_private(target)
    with reading(backup) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _evidence_beside(backup: Path) -> tuple[Path, ...]:
    """Folders of evidence where a data folder or a second place keeps them."""
    places = (backup.parent / "evidence", backup.parent.parent / "evidence")
    return tuple(place for place in places if place.is_dir())


def _find(places: Iterable[Path], sha256: str) -> Path | None:
    for place in places:
        with suppress(DigicomError):
            return EvidenceFiles(place).path(sha256)
    return None


def _go_on_unless(is_called_off: Callable[[], bool]) -> None:
    if is_called_off():
        raise DigicomError("store.restore.called_off")


def _copy_file(path: Path | None, sha256: str, here: EvidenceFiles) -> bool:
    """Whether the file is what its name says, and is here now: one is not to keep back all."""
    if path is None:
        return False
    try:
        with path.open("rb") as stream:
            here.add_stream(path.name, stream, sha256)
    except OSError:
        return False
    except DigicomError as error:
        if error.id.startswith("store.evidence."):
            return False
        raise
    return True


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


@contextmanager
def _as_sentence(backup: Path) -> Iterator[None]:
    """Say of the backup what is otherwise said of the data folder."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise DigicomError("store.restore.unreadable", path=backup) from error
    except DigicomError as error:
        id = {
            "store.not_ours": "store.restore.not_ours",
            "store.newer": "store.restore.newer",
            "store.disk_full": "store.disk_full",
            "store.corrupt": "store.restore.damaged",
            "store.damaged": "store.restore.damaged",
            "store.damaged_without_backup": "store.restore.damaged",
            "store.migration_failed": "store.restore.damaged",
        }.get(error.id, "store.restore.unreadable")
        if id == error.id:
            raise
        raise DigicomError(id, path=backup) from error
