"""What SQLite reports, as failures a user can understand."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import clear_frames

from digicom_desktop.errors import DigicomError

_SENTENCES = {
    sqlite3.SQLITE_FULL: "store.disk_full",
    sqlite3.SQLITE_READONLY: "store.unwritable",
    sqlite3.SQLITE_PERM: "store.unwritable",
    sqlite3.SQLITE_CANTOPEN: "store.unwritable",
    sqlite3.SQLITE_IOERR: "store.disk_failed",
    sqlite3.SQLITE_CORRUPT: "store.corrupt",
    sqlite3.SQLITE_NOTADB: "store.corrupt",
    sqlite3.SQLITE_BUSY: "store.in_use",
    sqlite3.SQLITE_LOCKED: "store.in_use",
}


@contextmanager
def sqlite_failures(folder: Path) -> Iterator[None]:
    """Raise what the disk or the file did wrong as DigicomError; our own mistakes stay bugs."""
    # Whoever calls us may be handling another failure, which Python chains to every new one.
    earlier = sys.exception()
    try:
        yield
    except Exception as error:
        _free_cursors(error, earlier)
        known = _known_failure(error, earlier, folder)
        if known is None or known is error:
            raise
        raise known from error


def is_undecodable(error: BaseException) -> bool:
    """Whether a stored text is no UTF-8: Python's own complaint, so without a code of SQLite."""
    return any(
        isinstance(e, sqlite3.OperationalError) and not hasattr(e, "sqlite_errorcode")
        for e in _chain(error)
    )


def _free_cursors(error: Exception, earlier: BaseException | None) -> None:
    """Let go what the frames of a failure hold.

    Whoever keeps the failure would keep a cursor alive in its traceback, and with it the open file
    and its lock after the connection was closed.
    """
    for link in _chain(error, earlier):
        clear_frames(link.__traceback__)


def _known_failure(
    error: Exception, earlier: BaseException | None, folder: Path
) -> DigicomError | None:
    # A full disk ends the transaction inside SQLite; peewee's own rollback then fails with "no
    # transaction is active", and what really happened stands further down the chain.
    for link in _chain(error, earlier):
        if isinstance(link, DigicomError):
            return link
        # "malformed database schema - near …", where even that text is no UTF-8 any more.
        if isinstance(link, UnicodeDecodeError):
            return DigicomError("store.corrupt", folder=folder)
        # The lower byte is the kind of failure, the rest tells where it happened.
        id = _SENTENCES.get(getattr(link, "sqlite_errorcode", 0) & 0xFF)
        if id is not None:
            return DigicomError(id, folder=folder)
    return None


def _chain(
    error: BaseException | None, earlier: BaseException | None = None
) -> Iterator[BaseException]:
    while error is not None and error is not earlier:
        yield error
        # peewee keeps the driver's exception as the first argument of its own.
        yield from (a for a in error.args[:1] if isinstance(a, BaseException))
        error = error.__cause__ or error.__context__
