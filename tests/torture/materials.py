"""The folders that damaged ones are copies of, the same for one seed."""

import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from digicom_desktop.paths import DATABASE_NAME
from tests.torture.saved_data import Record, SteadyClock, fill, go_on, killed_copy


@dataclass(frozen=True)
class Materials:
    """The folders that copies are made of.

    ``closed`` was closed, ``killed`` has content in its log only. ``old`` is the database of
    ``closed`` as it was on an earlier day. ``other`` is the killed folder of somebody else, with
    the rollback journal of a third database beside it.
    """

    folder: Path
    record: Record
    others: Record

    @property
    def closed(self) -> Path:
        return self.folder / "closed"

    @property
    def killed(self) -> Path:
        return self.folder / "killed"

    @property
    def old(self) -> Path:
        return self.folder / "old.sqlite3"

    @property
    def other(self) -> Path:
        return self.folder / "other"

    @property
    def journal(self) -> Path:
        return self.folder / "journal"


@contextmanager
def _known_ids(chance: Random) -> Iterator[None]:
    """Let the ids of assessments be the same each time: pages are then, too."""
    usual = uuid.uuid4
    uuid.uuid4 = lambda: uuid.UUID(int=chance.getrandbits(128), version=4)
    try:
        yield
    finally:
        uuid.uuid4 = usual


def prepare(folder: Path, seed: int) -> Materials:
    """Make the folders."""
    with _known_ids(Random(seed)):
        return _prepare(folder)


def _prepare(folder: Path) -> Materials:
    materials = Materials(folder, Record(), Record())
    clock = SteadyClock()
    live = folder / "closed"
    fill(live, materials.record, clock)
    shutil.copyfile(live / DATABASE_NAME, materials.old)
    go_on(live, materials.record, clock).close()
    with killed_copy(live, materials.killed, materials.record, clock):
        pass
    somebody, elsewhere = materials.others, folder / "elsewhere"
    elsewhere.mkdir()
    fill(elsewhere / "data", somebody, clock)
    with killed_copy(elsewhere / "data", materials.other, somebody, clock):
        pass
    _leave_journal(elsewhere / "data" / DATABASE_NAME, materials.journal)
    return materials


def _leave_journal(database: Path, target: Path) -> None:
    """Copy the journal of a transaction that is not over: SQLite would play it back."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE part SET content = zeroblob(3000)")
        shutil.copyfile(f"{database}-journal", target)
