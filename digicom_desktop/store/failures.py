"""What SQLite reports, as failures a user can understand."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    try:
        yield
    except Exception as error:
        known = _known_failure(error, folder)
        if known is None or known is error:
            raise
        raise known from error


def is_undecodable(error: BaseException) -> bool:
    """Whether a stored text is no UTF-8: Python's own complaint, so without a code of SQLite."""
    return any(
        isinstance(e, sqlite3.OperationalError) and not hasattr(e, "sqlite_errorcode")
        for e in _chain(error)
    )


def _known_failure(error: Exception, folder: Path) -> DigicomError | None:
    # A full disk ends the transaction inside SQLite; peewee's own rollback then fails with "no
    # transaction is active", and what really happened stands further down the chain.
    for link in _chain(error):
        if isinstance(link, DigicomError):
            return link
        # The lower byte is the kind of failure, the rest tells where it happened.
        id = _SENTENCES.get(getattr(link, "sqlite_errorcode", 0) & 0xFF)
        if id is not None:
            return DigicomError(id, folder=folder)
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        # peewee keeps the driver's exception as the first argument of its own.
        yield from (a for a in error.args[:1] if isinstance(a, BaseException))
        error = error.__cause__ or error.__context__
