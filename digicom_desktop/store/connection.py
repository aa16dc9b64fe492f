"""The one connection to the database: its pragmas, transactions, and how it fails."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from peewee import BaseQuery, PeeweeException, SqliteDatabase

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.failures import is_undecodable, sqlite_failures
from digicom_desktop.store.layout import create_private, os_failures, require_room

APPLICATION_ID = 1147758415
"""Marks a database as ours; the first migration sets it."""

_BUSY_SECONDS = 0.25
# In this order: exclusive locking must stand before WAL, or SQLite would share the log's index.
# FULL, not NORMAL: with NORMAL a power cut loses answers that were acknowledged.
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "1", 1),
    ("trusted_schema", "0", 0),
    ("cell_size_check", "1", 1),
    # KiB: the list of 10,000 assessments is sorted in memory, and nothing goes to temporary files.
    ("cache_size", "-8000", -8000),
    ("temp_store", "MEMORY", 2),
    # Pages and bytes, about 1 MB each: a small log is read quickly after a power cut, and a large
    # change does not leave a large one. The median of a write stays as with 1,000 pages, 0.47 ms.
    ("wal_autocheckpoint", "250", 250),
    ("journal_size_limit", str(1 << 20), 1 << 20),
)

Values = tuple[Any, ...]
"""One row as SQLite returns it; ``Any`` ends where a module names the columns."""


class Connection:
    """The database of ``path``, in the thread that opened it.

    Every method raises DigicomError ``store.…`` when the disk or the file fails, and can be called
    again afterwards: nothing of a failed transaction remains.
    """

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        _make_private(path)
        self._database = SqliteDatabase(
            str(path),
            pragmas=[(name, value) for name, value, _ in _PRAGMAS],
            timeout=_BUSY_SECONDS,
            autoconnect=False,
            thread_safe=False,
        )
        with sqlite_failures(self._folder):
            try:
                self._database.connect()
                self._check_pragmas()
            except BaseException:
                self._database.close()
                raise
        self._path = path
        self._file = path.stat()

    def fetch(self, query: BaseQuery | str, values: Sequence[object] = ()) -> list[Values]:
        """All rows of a query (SQL as text where it is not built of tables)."""
        with sqlite_failures(self._folder):
            try:
                return self._fetch(query, values)
            except Exception as error:
                if not is_undecodable(error):
                    raise
            # A damaged text must not hide all others: it shows where it is damaged.
            self._raw().text_factory = _decode_leniently
            return self._fetch(query, values)

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[Values]:
        """The rows of a query one by one, until the file fails."""
        with sqlite_failures(self._folder):
            self._raw().text_factory = _decode_leniently
            yield from self._execute(sql, values)

    def run(self, query: BaseQuery) -> int:
        """Run a query that changes something; how many rows it met."""
        with sqlite_failures(self._folder):
            return self._execute(query).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; what was done is on the disk when the block has been left."""
        self._require_own_file()
        with sqlite_failures(self._folder), self._database.atomic("IMMEDIATE"):
            yield
        self._require_own_file()

    def run_script(self, script: str) -> None:
        """Run the statements of ``script`` in one transaction of their own, foreign keys kept."""
        with sqlite_failures(self._folder), self._foreign_keys_off():
            raw = self._raw()
            try:
                # executescript commits what is open before it starts, so it begins by itself.
                raw.executescript(f"BEGIN IMMEDIATE;\n{script}")
                if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
                    raise ValueError("the script left rows that refer to nothing")
                raw.execute("COMMIT")
            except BaseException:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raise

    @property
    def is_closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._database.is_closed()

    def pragma(self, name: str) -> object:
        """The value of a pragma."""
        with sqlite_failures(self._folder):
            value: object = self._database.pragma(name)
            return value

    def copy_to(self, path: Path) -> None:
        """Write the whole content, the log included, to ``path`` as a database of one file."""
        with sqlite_failures(self._folder):
            # As the system's own bytes: on Linux the name of a folder need not be any text.
            self._execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(path),))

    def checkpoint(self) -> None:
        """Move everything from the log into the database file."""
        self.fetch("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file; never raises: what was committed is on the disk already."""
        with suppress(PeeweeException):
            self._database.close()

    def _fetch(self, query: BaseQuery | str, values: Sequence[object]) -> list[Values]:
        return self._execute(query, values).fetchall()

    # peewee's types say nothing about these three calls.
    def _execute(self, query: BaseQuery | str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor
        if isinstance(query, str):
            cursor = self._database.execute_sql(query, values)  # type: ignore[no-untyped-call]
        else:
            cursor = self._database.execute(query)  # type: ignore[no-untyped-call]
        return cursor

    def _raw(self) -> sqlite3.Connection:
        raw: sqlite3.Connection = self._database.connection()  # type: ignore[no-untyped-call]
        return raw

    def _require_own_file(self) -> None:
        """Raise DigicomError ``store.vanished`` unless the file that is open is still in its place.

        A file that was removed, or a folder that was moved away, can be written without a failure,
        and nobody would ever find it again.
        """
        try:
            is_there = os.path.samestat(self._path.stat(), self._file)
        except OSError:
            is_there = False
        if not is_there:
            raise DigicomError("store.vanished", folder=self._folder)

    def _check_pragmas(self) -> None:
        for name, _, expected in _PRAGMAS:
            if self._database.pragma(name) != expected:
                # The log needs a file system that locks and maps as a local disk does.
                raise DigicomError("store.unsuitable_folder", folder=self._folder)

    @contextmanager
    def _foreign_keys_off(self) -> Iterator[None]:
        self._database.pragma("foreign_keys", 0)
        try:
            yield
        finally:
            self._database.pragma("foreign_keys", 1)


def _decode_leniently(stored: bytes) -> str:
    return stored.decode(errors="replace")


def _make_private(path: Path) -> None:
    """A new database is readable for its owner only; SQLite makes its log like the database."""
    if path.exists():
        return
    require_room(path.parent)
    with os_failures(path.parent, "store.unwritable"):
        create_private(path)
