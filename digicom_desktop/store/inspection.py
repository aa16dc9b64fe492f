"""Whether a database file is ours, whole and of a version we know; touches nothing."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.passing_folder import PassingFolder
from digicom_desktop.store.connection import APPLICATION_ID
from digicom_desktop.store.failures import sqlite_failures
from digicom_desktop.store.layout import os_failures, require_room
from digicom_desktop.store.migrations import is_newest_schema
from digicom_desktop.store.parts import content_hash, seal_of
from digicom_desktop.store.revision_seals import CHANGES, REVISIONS, gather

_MAGIC = b"SQLite format 3\0"
_ROLLBACK_JOURNAL = 1
"""The header's write version of a database that keeps no log (byte 18); ours says 2, WAL."""
_WITH_REVISIONS = 2
"""The first version of the schema that has them."""


def inspect(path: Path, newest: int) -> int:
    """The schema's version of the database at ``path``; 0 if nothing was ever put into it.

    Raises DigicomError ``store.not_ours``, ``store.newer`` or ``store.corrupt``.
    """
    with reading(path) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        _check_owner(connection, path, version)
        if version > newest:
            raise DigicomError("store.newer", folder=path.parent, version=version, newest=newest)
        # Its quick sister leaves out the indexes, and takes as long with tables like ours.
        if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise DigicomError("store.corrupt", folder=path.parent)
        return version


def is_database(path: Path) -> bool:
    """Whether the file at ``path`` begins as every database of SQLite does."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def is_foreign_log(database: Path, log: Path) -> bool:
    """Whether ``log`` cannot belong to ``database``, as when a backup was put in its place by hand.

    SQLite would replay such a log over the restored content without a word.
    """
    with suppress(OSError):
        with database.open("rb") as file:
            header = file.read(19)
        is_backup = header.startswith(_MAGIC) and header[18] == _ROLLBACK_JOURNAL
        return is_backup and log.stat().st_size > 0
    return False


def is_foreign_journal(database: Path, log: Path, journal: Path, newest: int) -> bool:
    """Whether the rollback ``journal`` is none that ``database`` needs.

    The program leaves one only where it dies while it makes a new or restored file its own, before
    there is a log. SQLite writes any other over the pages of the database without a word, so it is
    tried out on a copy. Raises DigicomError where the database is damaged with it and without.
    """
    if not _has_content(journal):
        return False
    if _has_content(log):
        return True
    with os_failures(database.parent, "store.unwritable"), PassingFolder() as passing:
        copy = passing / database.name
        shutil.copyfile(database, copy)
        with suppress(DigicomError):
            inspect(copy, newest)
            return True
        shutil.copyfile(journal, copy.with_name(journal.name))
        inspect(copy, newest)
        return False


def has_newest_schema(path: Path) -> bool:
    """Whether the tables in ``path`` are to the letter those that this program makes."""
    with reading(path) as connection:
        return is_newest_schema(connection)


def altered_assessments(path: Path) -> set[str]:
    """The ids of assessments in ``path`` whose parts or revisions are not what was saved."""
    with reading(path) as connection:
        hashes: dict[str, dict[str, bytes]] = {}
        for id, key, content in connection.execute("SELECT assessment, key, content FROM part"):
            if isinstance(content, bytes):
                hashes.setdefault(id, {})[key] = content_hash(content)
        seals = connection.execute("SELECT id, seal FROM assessment")
        altered = {id for id, seal in seals if seal_of(id, hashes.get(id, {})) != seal}
        return altered.union(_with_altered_revisions(connection))


def _with_altered_revisions(connection: sqlite3.Connection) -> Iterator[str]:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < _WITH_REVISIONS:
        return
    for id, seal in connection.execute("SELECT id, revisions_seal FROM assessment").fetchall():
        revisions = connection.execute(REVISIONS, (id,)).fetchall()
        changes = connection.execute(CHANGES, (id,)).fetchall()
        if not gather(id, revisions, changes).is_sealed(id, seal):
            yield id


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads; failures as DigicomError ``store.…``."""
    index = path.with_name(f"{path.name}-shm")
    had_index = index.exists()
    with sqlite_failures(path.parent):
        try:
            with closing(sqlite3.connect(_source(path), uri=True)) as connection:
                connection.text_factory = _decode_leniently
                yield connection
        except sqlite3.OperationalError as error:
            # "no such table" and the like: the file says that it is ours, but is not made so.
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                raise DigicomError("store.corrupt", folder=path.parent) from error
            raise
        finally:
            # The log's index is scratch that only this reading made. A disk that does not even let
            # that go has said so already, or will with the next thing that is written.
            if not had_index:
                with suppress(OSError):
                    index.unlink(missing_ok=True)


def _source(path: Path) -> str:
    if _has_content(path.with_name(f"{path.name}-journal")):
        # A process died while it turned a new file into ours: SQLite takes that back first.
        how = "mode=rw"
    elif _has_content(path.with_name(f"{path.name}-wal")):
        require_room(path.parent)  # for the log's index
        how = "mode=ro"
    else:
        how = "immutable=1"  # or SQLite makes an empty log
    text = str(path.absolute())
    for character in "%?#":
        text = text.replace(character, f"%{ord(character):02X}")
    # Windows: as it is, or SQLite would take the host of a network share for an error.
    return f"file:{'' if sys.platform == 'win32' else '//'}{text}?{how}"


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _check_owner(connection: sqlite3.Connection, path: Path, version: int) -> None:
    owner: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if owner == APPLICATION_ID and version > 0:
        return
    # A process that was killed while making the database leaves one without tables.
    tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner == version == tables == 0:
        return
    id = "store.corrupt" if owner == APPLICATION_ID else "store.not_ours"
    raise DigicomError(id, folder=path.parent, path=path)


def _decode_leniently(stored: bytes) -> str:
    return stored.decode(errors="replace")
