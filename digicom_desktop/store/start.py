"""From the files in the data folder to an open, checked database of the newest schema."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import PeeweeException

from digicom_desktop.domain.clock import Clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import sync_file, sync_folder
from digicom_desktop.store.assessments import insert_assessment
from digicom_desktop.store.backups import (
    MIGRATION,
    Backup,
    Backups,
    is_readable,
    list_backups,
    newest_good,
)
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.inspection import (
    has_newest_schema,
    inspect,
    is_foreign_journal,
    is_foreign_log,
)
from digicom_desktop.store.layout import SIDE_ENDS, Layout, create_private, os_failures
from digicom_desktop.store.log_check import is_broken_log
from digicom_desktop.store.migrations import (
    SCHEMA_DIGEST,
    SCHEMA_VERSION,
    Migrations,
    schema_digest,
)
from digicom_desktop.store.rehearsal import rehearse
from digicom_desktop.store.salvage import Salvaged

_MOST_VERSIONS = 10_000
"""No program will ever have so many versions of its tables."""


def open_database(layout: Layout, clock: Clock, migrations: Migrations) -> Connection:
    """The database of ``layout``, made if there is none; the folder is locked already.

    Nothing is written before the file is known to be ours, whole and not newer. An empty place
    beside backups is no new start but a lost database.
    """
    try:
        version = _inspect(layout, clock, migrations.newest)
        if version == 0:
            _refuse_lost(layout, migrations.newest)
        return _connect(layout, clock, migrations, version)
    except DigicomError as error:
        if error.id not in {"store.corrupt", "store.not_ours"}:
            raise
        backup = newest_good(layout.backups, migrations.newest)
        # With our backups beside it, a file that says it is not ours has lost its mark.
        if backup is None and error.id == "store.not_ours":
            raise
        raise _lost("store.damaged", layout, backup) from error


def put_backup_in_place(layout: Layout, clock: Clock, backup: Backup) -> None:
    """``put_in_place`` of ``backup``."""
    put_in_place(layout, clock, backup.path)


def put_in_place(layout: Layout, clock: Clock, database: Path) -> None:
    """Make a copy of ``database`` the database; what was there goes to ``damaged/``.

    Raises DigicomError ``store.disk_full`` or ``store.no_restore``; nothing is deleted then either.
    """
    with _replacing(layout, clock, "store.no_restore") as unfinished:
        shutil.copyfile(database, unfinished)


def put_salvaged_in_place(
    layout: Layout, clock: Clock, migrations: Migrations, salvaged: Iterable[Salvaged]
) -> None:
    """Make a new database of what was ``salvaged``; what was there goes to ``damaged/``.

    Raises DigicomError ``store.…``; then what was there is still in its place.
    """
    with _replacing(layout, clock, "store.unwritable") as unfinished:
        connection = Connection(unfinished)
        try:
            migrations.run(connection, 0)
            with connection.transaction():
                for found in salvaged:
                    insert_assessment(connection, found.row, found.parts, found.revisions)
            connection.checkpoint()
        finally:
            connection.close()


@contextmanager
def _replacing(layout: Layout, clock: Clock, otherwise: str) -> Iterator[Path]:
    """Yield a file to fill: it becomes the database when all of it is on the disk, or never.

    Until then what was there stays, so that a kill or a full disk leaves no empty database.
    """
    unfinished = layout.unfinished
    side_files = [unfinished.with_name(unfinished.name + end) for end in SIDE_ENDS]
    with os_failures(layout.folder, otherwise):
        for path in (unfinished, *side_files):
            path.unlink(missing_ok=True)
        create_private(unfinished)
        yield unfinished
        sync_file(unfinished)
        layout.set_aside(clock())
        unfinished.replace(layout.database)
        sync_folder(layout.folder)


def _finish_replacing(layout: Layout) -> None:
    """Go on where ``_replacing`` was killed: the old database set aside, the new one not yet there.

    The new one was whole on the disk before the old one went.
    """
    if layout.unfinished.is_file() and not layout.database.exists():
        with os_failures(layout.folder, "store.unwritable"):
            layout.unfinished.replace(layout.database)
            sync_folder(layout.folder)


def _inspect(layout: Layout, clock: Clock, newest: int) -> int:
    _finish_replacing(layout)
    layout.require_files()
    with os_failures(layout.folder, "store.unwritable"):
        is_empty = not layout.database.exists() or layout.database.stat().st_size == 0
    log, _, journal = layout.side_files
    if is_empty or is_foreign_log(layout.database, log):
        layout.set_aside(clock(), layout.side_files)
    if is_foreign_journal(layout.database, log, journal, newest):
        layout.set_aside(clock(), (journal,))
    if is_broken_log(log):
        raise DigicomError("store.corrupt", folder=layout.folder)
    return 0 if is_empty else _true_version(layout, newest)


def _true_version(layout: Layout, newest: int) -> int:
    """``inspect``; a number that everything else belies is damaged, and no other program's."""
    try:
        version = inspect(layout.database, newest)
    except DigicomError as error:
        if error.id == "store.newer" and not _was_newer_here(layout, newest, error):
            raise DigicomError("store.corrupt", folder=layout.folder) from error
        raise
    if version < SCHEMA_VERSION and has_newest_schema(layout.database):
        raise DigicomError("store.corrupt", folder=layout.folder)
    return version


def _was_newer_here(layout: Layout, newest: int, said: DigicomError) -> bool:
    """Whether a newer program may have been at work in the folder.

    Any version that a program may ever have is believed, unless a single bit makes it ours. Of the
    others other tables speak, and the newest backup: every program makes one for its migration
    before it changes the tables of an older one.
    """
    version = int(str(said.values["version"]))
    if version < _MOST_VERSIONS and (version ^ newest).bit_count() > 1:
        return True
    if not has_newest_schema(layout.database):
        return True
    last = next(iter(list_backups(layout.backups)), None)
    return last is None or last.reason == MIGRATION or not is_readable(last, newest)


def _connect(layout: Layout, clock: Clock, migrations: Migrations, version: int) -> Connection:
    connection = Connection(layout.database)
    try:
        if 0 < version < migrations.newest:
            Backups(layout.backups, clock, connection, migrations.newest).make(MIGRATION)
        if version < migrations.newest:
            migrations.run(connection, version)
        _verify(connection, layout, migrations.newest)
    except BaseException:
        connection.close()
        raise
    return connection


def _verify(connection: Connection, layout: Layout, newest: int) -> None:
    """Whether everything the program will do works on these tables: done once, and taken back.

    A single bit in the text of the schema breaks that, and SQLite's own check does not see it. A
    schema that is character by character the one that was tried when the program was made needs no
    second trial.
    """
    if schema_digest(connection) != SCHEMA_DIGEST:
        try:
            rehearse(connection)
        except PeeweeException as error:
            raise DigicomError("store.corrupt", folder=layout.folder) from error
    if connection.pragma("user_version") != newest:
        raise DigicomError("store.corrupt", folder=layout.folder)


def _refuse_lost(layout: Layout, newest: int) -> None:
    """An empty place beside backups is a lost database: starting anew silently would hide that."""
    backup = newest_good(layout.backups, newest)
    if backup is not None:
        raise _lost("store.missing", layout, backup)


def _lost(id: str, layout: Layout, backup: Backup | None) -> DigicomError:
    if backup is None:
        return DigicomError("store.damaged_without_backup", folder=layout.folder)
    date = f"{backup.made.astimezone():%Y-%m-%d %H:%M}"
    return DigicomError(id, folder=layout.folder, backup=backup, date=date)
