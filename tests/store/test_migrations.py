import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store import start
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.connection import APPLICATION_ID, Connection
from digicom_desktop.store.database import Store
from digicom_desktop.store.layout import Layout
from digicom_desktop.store.migrations import (
    SCHEMA_DIGEST,
    SCHEMA_VERSION,
    Migrations,
    schema_digest,
)
from digicom_desktop.store.parts import read_parts
from digicom_desktop.store.saved_rows import list_rows
from digicom_desktop.store.tables import AssessmentRow, PartRow, RevisionRow, RevisionStateRow
from tests.store.samples import TickingClock, filled

SECOND = """
CREATE TABLE note (assessment TEXT NOT NULL REFERENCES assessment (id), text TEXT NOT NULL);
INSERT INTO note SELECT id, firm FROM assessment;
ALTER TABLE assessment ADD COLUMN remark TEXT NOT NULL DEFAULT '';
"""


def scripts_with(folder: Path, second: str) -> Migrations:
    """The real scripts and a made-up one after them."""
    folder.mkdir()
    for script in Migrations.of().scripts:
        shutil.copy(script, folder)
    number = Migrations.of().newest + 1
    (folder / f"{number:04}_made_up.sql").write_text(second, encoding="utf-8")
    return Migrations.of(folder)


def open_with(folder: Path, made_up: Migrations) -> Connection:
    """The database of ``folder``, brought up by ``made_up``."""
    return start.open_database(Layout(folder), TickingClock(), made_up)


def test_an_old_database_is_backed_up_then_brought_up_with_all_it_holds(
    folder: Path, tmp_path: Path
) -> None:
    saved = filled(folder)
    made_up = scripts_with(tmp_path / "scripts", SECOND)
    connection = open_with(folder, made_up)
    assert connection.pragma("user_version") == made_up.newest
    assert connection.pragma("foreign_keys") == 1
    rows = list_rows(connection, deleted=False)
    assert {row.id: read_parts(connection, row.id) for row in rows} == saved
    notes = connection.fetch("SELECT assessment, text FROM note")
    assert dict(notes) == {row.id: row.summary.firm for row in rows}
    connection.close()
    (backup,) = [b for b in list_backups(folder / "backups") if b.reason == "migration"]
    shutil.copy(backup.path, tmp_path / "digicom.sqlite3")
    Store.open(tmp_path, TickingClock()).close()  # it is of the version before


def test_it_is_brought_up_once(folder: Path, tmp_path: Path) -> None:
    filled(folder)
    made_up = scripts_with(tmp_path / "scripts", SECOND)
    open_with(folder, made_up).close()
    before = list_backups(folder / "backups")
    open_with(folder, made_up).close()
    assert list_backups(folder / "backups") == before


def test_this_program_refuses_what_the_next_one_wrote(folder: Path, tmp_path: Path) -> None:
    filled(folder)
    open_with(folder, scripts_with(tmp_path / "scripts", SECOND)).close()
    with pytest.raises(DigicomError, match=r"store\.newer"):
        Store.open(folder, TickingClock())


@pytest.mark.parametrize(
    "broken",
    [
        "CREATE TABLE half (x); CREATE TABLE assessment (x);",
        "CREATE TABLE half (x); DELETE FROM assessment;",  # leaves parts of no assessment
        "CREATE TABLE half (x); this is no SQL;",
    ],
)
def test_a_script_that_fails_leaves_the_database_as_it_was(
    folder: Path, tmp_path: Path, broken: str
) -> None:
    saved = filled(folder)
    with pytest.raises(DigicomError, match=r"store\.migration_failed"):
        open_with(folder, scripts_with(tmp_path / "scripts", broken))
    store = Store.open(folder, TickingClock())
    assert {row.id: store.read(row.id) for row in store.rows()} == saved
    assert store._connection.fetch("SELECT * FROM sqlite_master WHERE name = 'half'") == []
    store.close()


@pytest.mark.parametrize("names", [[], ["0002_a.sql"], ["0001_a.sql", "0003_b.sql"]])
def test_scripts_are_numbered_without_a_gap(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="numbered"):
        Migrations.of(tmp_path)


def test_the_tables_are_what_the_program_declares(store: Store) -> None:
    for row in (AssessmentRow, PartRow, RevisionRow, RevisionStateRow):
        columns = store._connection.fetch(f"PRAGMA table_info({row._meta.table_name})")
        assert [column[1] for column in columns] == list(row._meta.columns)


def test_a_new_database_is_marked_as_ours(store: Store) -> None:
    assert store._connection.pragma("application_id") == APPLICATION_ID
    assert store._connection.pragma("user_version") == Migrations.of().newest


def test_every_schema_has_a_frozen_sample() -> None:
    frozen = Path(__file__).parents[1] / "old_databases"
    names = {path.name for path in frozen.glob("*.sqlite3")}
    assert names == {f"schema_{n}.sqlite3" for n in range(1, Migrations.of().newest + 1)}


def test_the_digest_is_that_of_the_tables_that_the_scripts_make(store: Store) -> None:
    assert schema_digest(store._connection) == SCHEMA_DIGEST
    assert Migrations.of().newest == SCHEMA_VERSION


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_old_database_comes_to_the_same_tables(folder: Path, number: int) -> None:
    folder.mkdir()
    frozen = Path(__file__).parents[1] / "old_databases" / f"schema_{number}.sqlite3"
    shutil.copy(frozen, folder / "digicom.sqlite3")
    store = Store.open(folder, TickingClock())
    assert schema_digest(store._connection) == SCHEMA_DIGEST
    store.close()


@pytest.mark.parametrize(("sql", "tried"), [("", False), ("CREATE TABLE more (a)", True)])
def test_only_tables_that_are_not_known_to_the_letter_are_tried_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, sql: str, tried: bool
) -> None:
    Store.open(folder, TickingClock()).close()
    with closing(sqlite3.connect(folder / "digicom.sqlite3")) as other:
        other.execute(sql)
    calls: list[Connection] = []
    monkeypatch.setattr(start, "rehearse", calls.append)
    Store.open(folder, TickingClock()).close()
    assert bool(calls) == tried
