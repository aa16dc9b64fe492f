import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.backups import Backup
from digicom_desktop.store.database import Store
from digicom_desktop.store.salvage import salvage
from tests.store.samples import PARTS, TickingClock, filled, start_child, summary
from tests.unprivileged import run_unprivileged

REFUSED = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from digicom_desktop.store.salvage import salvage
from tests.store.samples import TickingClock
folder = Path(sys.argv[1])
found = [replace(s, parts={**s.parts, "plan": b"x" * 300_000}) for s in salvage(folder)]
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))
try:
    Store.start_fresh(folder, TickingClock(), found)
except DigicomError as error:
    print(error.id)
"""
OPEN = """
import sys
from pathlib import Path
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from tests.store.samples import TickingClock
try:
    store = Store.open(Path(sys.argv[1]), TickingClock())
    store.close()
    print(len(store.backups.list()))
except DigicomError as error:
    print(error.id)
"""
DIE_WITH_A_LOG = """
import os, signal, sqlite3, sys
from pathlib import Path
from tests.store.samples import PARTS, TickingClock, summary
from digicom_desktop.store.database import Store
store = Store.open(Path(sys.argv[1]), TickingClock())
print(store.create(PARTS, summary()).id, flush=True)
if len(sys.argv) > 2:
    store._connection.fetch("PRAGMA user_version = " + sys.argv[2])
os._exit(9)
"""


def files_in(folder: Path) -> dict[str, bytes]:
    """The content of the files directly in ``folder``."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def killed_with_a_log(folder: Path, *arguments: str) -> str:
    """Saves an assessment in a process that dies before its log is in the database; the id."""
    child = start_child(DIE_WITH_A_LOG, folder, *arguments)
    return child.communicate()[0].strip()


def set_version(database: Path, version: int) -> None:
    """Give ``database`` another number of its schema."""
    connection = sqlite3.connect(database)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def open_error(folder: Path) -> DigicomError:
    """What a start in ``folder`` says."""
    with pytest.raises(DigicomError) as caught:
        Store.open(folder, TickingClock())
    return caught.value


def test_a_database_of_a_newer_program_is_refused_and_not_touched(folder: Path) -> None:
    filled(folder)
    for database in (folder / "digicom.sqlite3", *(folder / "backups").glob("*.sqlite3")):
        set_version(database, 7)
    before = files_in(folder)
    error = open_error(folder)
    assert error.id == "store.newer"
    assert error.values["version"] == 7
    assert files_in(folder) == before


@pytest.mark.parametrize("version", [1, 2, 7, 1027])
def test_a_damaged_version_beside_a_backup_that_belies_it_is_no_other_program(
    folder: Path, version: int
) -> None:
    saved = filled(folder)
    set_version(folder / "digicom.sqlite3", version)
    error = open_error(folder)
    assert error.id == "store.damaged"
    backup = error.values["backup"]
    assert isinstance(backup, Backup)
    store = Store.recover(folder, TickingClock(), backup)
    assert {row.id for row in store.rows()} == saved.keys()
    store.close()


def test_a_journal_of_another_database_is_set_aside_before_it_overwrites_this_one(
    folder: Path, tmp_path: Path
) -> None:
    """SQLite plays such a file back at once: the pages of the other database take the place."""
    saved = filled(folder)
    other = tmp_path / "other.sqlite3"
    shutil.copyfile(folder / "digicom.sqlite3", other)
    journal = folder / "digicom.sqlite3-journal"
    with closing(sqlite3.connect(other)) as connection:
        connection.executescript("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;")
        connection.execute("UPDATE part SET content = zeroblob(9000)")
        connection.execute("UPDATE part SET content = x'00'")
        shutil.copyfile(f"{other}-journal", journal)
    foreign = journal.read_bytes()
    store = Store.open(folder, TickingClock())
    assert {row.id: store.read(row.id) for row in store.rows()} == saved
    store.close()
    (aside,) = (folder / "damaged").glob("*/*-journal")
    assert aside.read_bytes() == foreign


def test_a_newer_version_that_stands_only_in_the_log_is_refused_too(folder: Path) -> None:
    killed_with_a_log(folder, "7")
    before = files_in(folder)
    assert before["digicom.sqlite3-wal"]
    assert open_error(folder).id == "store.newer"
    assert files_in(folder) == before


def test_a_database_of_another_program_is_refused_and_not_touched(folder: Path) -> None:
    folder.mkdir()
    connection = sqlite3.connect(folder / "digicom.sqlite3")
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = files_in(folder)
    assert open_error(folder).id == "store.not_ours"
    assert files_in(folder).items() >= before.items()


@pytest.mark.parametrize("content", [b"\x00" * 5000, b"PK\x03\x04 a zip" * 999, b"too short"])
def test_rubbish_is_left_in_place_until_somebody_decides(folder: Path, content: bytes) -> None:
    saved = filled(folder)
    database = folder / "digicom.sqlite3"
    database.write_bytes(content)
    assert open_error(folder).id == "store.damaged"
    error = open_error(folder)
    assert error.id == "store.damaged", "it stays so"
    assert database.read_bytes() == content
    backup = error.values["backup"]
    store = Store.recover(folder, TickingClock(), backup)  # type: ignore[arg-type]
    assert {row.id: store.read(row.id) for row in store.rows()} == saved
    (aside,) = (folder / "damaged").rglob("digicom.sqlite3")
    assert aside.read_bytes() == content
    store.close()


def test_damage_names_the_newest_backup_that_is_good_today(folder: Path) -> None:
    store = Store.open(folder, TickingClock())
    store.create(PARTS, summary())
    good, bad = store.backups.make("start"), store.backups.make("purge")
    store._let_go()
    bad.path.write_bytes(bad.path.read_bytes()[:-5000])
    (folder / "digicom.sqlite3").write_bytes(b"x" * 9000)
    error = open_error(folder)
    assert error.values["backup"] == good
    assert error.values["date"] == f"{good.made.astimezone():%Y-%m-%d %H:%M}"


def test_a_database_that_vanished_beside_backups_is_no_new_start(folder: Path) -> None:
    saved = filled(folder)
    (folder / "digicom.sqlite3").unlink()
    error = open_error(folder)
    assert error.id == "store.missing"
    assert not (folder / "digicom.sqlite3").exists()
    store = Store.recover(folder, TickingClock(), error.values["backup"])  # type: ignore[arg-type]
    assert {row.id for row in store.rows()} == saved.keys()
    store.close()


def test_starting_fresh_sets_the_old_files_aside(folder: Path) -> None:
    killed_with_a_log(folder)
    before = files_in(folder)
    store = Store.start_fresh(folder, TickingClock())
    assert store.rows() == ()
    store.create(PARTS, summary())
    (place,) = (folder / "damaged").iterdir()
    names = {"digicom.sqlite3", "digicom.sqlite3-wal"}
    assert files_in(place) == {name: before[name] for name in names}
    store.close()


def test_a_fresh_start_that_the_disk_refuses_leaves_everything_in_place(folder: Path) -> None:
    """An empty database in the damaged one's place would look like a new beginning."""
    filled(folder)
    found = salvage(folder)
    (folder / "digicom.sqlite3").write_bytes(b"x" * 9000)
    shutil.rmtree(folder / "backups")
    (folder / "damaged").write_bytes(b"in the way")  # nothing can be set aside
    with pytest.raises(DigicomError, match=r"store\.unwritable"):
        Store.start_fresh(folder, TickingClock(), found)
    assert (folder / "digicom.sqlite3").read_bytes() == b"x" * 9000
    assert open_error(folder).id == "store.damaged_without_backup"
    (folder / "damaged").unlink()
    store = Store.start_fresh(folder, TickingClock(), found)
    assert set(store.rows()) == {s.row for s in found}
    store.close()
    assert not list(folder.glob("*.part*"))


def test_a_fresh_start_that_the_disk_cuts_off_leaves_everything_in_place(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there is no limit on the size of a file")
    filled(folder)
    before = files_in(folder)
    assert start_child(REFUSED, folder).communicate()[0].split() == ["store.disk_failed"]
    assert {name: files_in(folder)[name] for name in before} == before


def test_what_is_set_aside_twice_in_a_second_lies_in_two_folders(folder: Path) -> None:
    clock = TickingClock()
    clock.step *= 0
    for _ in range(3):
        Store.start_fresh(folder, clock).close()
    assert len(list((folder / "damaged").rglob("digicom.sqlite3"))) == 2


def test_a_process_killed_with_a_log_left_behind_has_lost_nothing(folder: Path) -> None:
    id = killed_with_a_log(folder)
    assert (folder / "digicom.sqlite3-wal").stat().st_size > 0
    store = Store.open(folder, TickingClock())
    assert store.read(id) == PARTS
    store.close()


def test_a_log_left_beside_a_restored_database_does_not_replace_its_content(folder: Path) -> None:
    """Somebody copies a backup over the database by hand, and the old log still lies there."""
    store = Store.open(folder, TickingClock())
    kept = store.create(PARTS, summary("甲")).id
    store.close()
    (backup,) = (folder / "backups").glob("*.sqlite3")
    killed_with_a_log(folder)
    shutil.copyfile(backup, folder / "digicom.sqlite3")
    store = Store.open(folder, TickingClock())
    assert [row.id for row in store.rows()] == [kept]
    assert [path.name for path in (folder / "damaged").rglob("*-wal")] == ["digicom.sqlite3-wal"]
    store.close()


def test_recovering_leaves_no_log_of_the_old_database(folder: Path) -> None:
    saved = filled(folder)
    (backup_file,) = (folder / "backups").glob("*.sqlite3")
    killed_with_a_log(folder)
    from digicom_desktop.store.backups import list_backups

    (backup,) = [b for b in list_backups(folder / "backups") if b.path == backup_file]
    store = Store.recover(folder, TickingClock(), backup)
    assert {row.id: store.read(row.id) for row in store.rows()} == saved
    store.close()


def test_a_killed_first_start_is_no_damage(folder: Path) -> None:
    folder.mkdir()
    connection = sqlite3.connect(folder / "digicom.sqlite3")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    Store.open(folder, TickingClock()).close()
    (folder / "digicom.sqlite3").write_bytes(b"")
    Store.open(folder, TickingClock()).close()


def test_a_restored_backup_that_a_kill_left_half_turned_into_ours_is_taken_back(
    folder: Path,
) -> None:
    """The rollback journal of that moment is hot: what it holds must come back first."""
    saved = filled(folder)
    database, copy = folder / "digicom.sqlite3", folder / "copy.sqlite3"
    (backup,) = (folder / "backups").glob("*.sqlite3")
    shutil.copyfile(backup, copy)
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.executescript("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;")
    connection.execute("UPDATE part SET content = zeroblob(60000)")
    journal = folder / "copy.sqlite3-journal"
    assert journal.stat().st_size > 0
    shutil.copyfile(copy, database)
    shutil.copyfile(journal, folder / "digicom.sqlite3-journal")
    connection.close()
    assert database.read_bytes() != backup.read_bytes()
    store = Store.open(folder, TickingClock())
    assert {row.id: store.read(row.id) for row in store.rows()} == saved
    store.close()


def test_what_killed_copies_left_is_removed_at_the_next_start(folder: Path) -> None:
    """The folder's lock says that nobody is still writing them."""
    filled(folder)
    evidence, backups = folder / "evidence", folder / "backups"
    left = [evidence / "0123456789abcdef.part", backups / "backup.part"]
    other = [
        evidence / "notes.part",
        evidence / ("0" * 64 + ".part"),  # evidence called so by the person
        backups / "notes.part",
        folder / "restore.part",
    ]
    for path in (*left, *other):
        path.write_bytes(b"half")
    Store.open(folder, TickingClock()).close()
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in other)


def test_in_a_folder_that_is_not_ours_no_leftover_is_removed(folder: Path) -> None:
    left = folder / "evidence" / "0123456789abcdef.part"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"somebody's")
    connection = sqlite3.connect(folder / "digicom.sqlite3")
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    assert open_error(folder).id == "store.not_ours"
    assert left.exists()


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("in the way", encoding="utf-8")
    assert open_error(place).id == "store.unwritable"
    assert open_error(place / "deeper").id == "store.unwritable"


def test_a_folder_that_cannot_be_made_is_said() -> None:
    if sys.platform != "linux":
        pytest.skip("there is no /proc")
    assert open_error(Path("/proc/digicom")).id == "store.unwritable"


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """A filled data folder in which nothing can be written."""
    filled(folder)
    if sys.platform == "win32":
        pytest.skip("folders are not made read-only there")
    # Permissions stop everybody but root; the flag stops root too, where the disk knows it.
    if os.geteuid() == 0:
        freeze, thaw = ["chattr", "-R", "+i"], ["chattr", "-R", "-i"]
    else:
        freeze, thaw = ["chmod", "-R", "a-w"], ["chmod", "-R", "u+w"]
    if subprocess.run([*freeze, str(folder)], capture_output=True).returncode != 0:
        pytest.skip("nothing is read-only for this user")
    yield folder
    subprocess.run([*thaw, str(folder)], check=True)


def test_a_read_only_folder_is_said(read_only: Path) -> None:
    assert open_error(read_only).id == "store.unwritable"


@pytest.mark.parametrize("mode", [0o400, 0o200, 0o000])
@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_a_database_without_permission_is_said_and_not_touched(
    folder: Path, mode: int, end: str
) -> None:
    """As after the program was once run by an administrator."""
    id = killed_with_a_log(folder)
    path = folder / f"digicom.sqlite3{end}"
    path.touch()
    before = files_in(folder)
    path.chmod(mode)
    assert run_unprivileged(OPEN, folder) == ["store.unwritable"]
    path.chmod(0o600)
    assert files_in(folder) == before | {"digicom.lock": b""}
    store = Store.open(folder, TickingClock())
    assert store.read(id) == PARTS
    store.close()


@pytest.mark.parametrize("with_backups", [True, False])
@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_what_is_no_file_in_the_place_of_one_is_said(
    folder: Path, end: str, with_backups: bool
) -> None:
    filled(folder)
    if not with_backups:
        shutil.rmtree(folder / "backups")
    place = folder / f"digicom.sqlite3{end}"
    place.unlink(missing_ok=True)
    place.mkdir()
    assert open_error(folder).id == "store.unwritable"
    place.rmdir()
    if sys.platform != "win32":
        os.mkfifo(place)
        assert open_error(folder).id == "store.unwritable"
        place.unlink()


def flipped(content: bytes, rnd: random.Random) -> bytes:
    """``content`` with one bit changed."""
    changed = bytearray(content)
    changed[rnd.randrange(len(changed))] ^= 1 << rnd.randrange(8)
    return bytes(changed)


def test_a_single_wrong_bit_never_gives_a_wrong_answer(folder: Path, tmp_path: Path) -> None:
    """Each is found: at the start, or by the seal of the assessment; or it changes nothing."""
    saved, rnd = filled(folder), random.Random(20261125)
    shutil.rmtree(folder / "backups")
    database = folder / "digicom.sqlite3"
    good, noticed = database.read_bytes(), 0
    for trial in range(120):
        here = tmp_path / str(trial)
        here.mkdir()
        (here / database.name).write_bytes(flipped(good, rnd))
        try:
            store = Store.open(here, TickingClock())
        except DigicomError:
            noticed += 1
            for found in salvage(here):
                assert not found.whole or found.parts == saved[found.row.id]
            continue
        for id, parts in saved.items():
            try:
                assert store.read(id) == parts
            except DigicomError:
                noticed += 1
        store._let_go()
    assert noticed > 30


def test_what_can_be_read_in_a_damaged_database_is_salvaged(folder: Path) -> None:
    saved = filled(folder, count=8)
    database = folder / "digicom.sqlite3"
    content = database.read_bytes()
    lost = next(iter(saved))
    at = content.index(saved[lost]["answer/3.2"])
    database.write_bytes(content[:at] + b"\x00" * 40 + content[at + 40 :])
    found = {s.row.id: s for s in salvage(folder)}
    assert {id: s.parts for id, s in found.items() if s.whole} == {
        id: parts for id, parts in saved.items() if id != lost
    }
    rest = {key: content for key, content in saved[lost].items() if key != "answer/3.2"}
    assert found[lost].parts == rest
    assert not found[lost].whole


def test_salvage_reads_the_log_and_touches_nothing(folder: Path) -> None:
    id = killed_with_a_log(folder)
    before = files_in(folder)
    (found,) = salvage(folder)
    assert (found.row.id, found.parts, found.whole) == (id, PARTS, True)
    assert files_in(folder) == before


def test_what_was_salvaged_is_the_start_of_the_new_database(folder: Path) -> None:
    saved = filled(folder)
    found = salvage(folder)
    (folder / "digicom.sqlite3").write_bytes(b"x" * 9000)
    store = Store.start_fresh(folder, TickingClock(), found)
    assert {row.id: store.read(row.id) for row in store.rows()} == saved
    assert set(store.rows()) == {s.row for s in found}
    store.close()


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000])
def test_nothing_is_salvaged_from_rubbish(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "digicom.sqlite3").write_bytes(content)
    assert salvage(folder) == ()


def test_a_restore_that_was_killed_between_old_and_new_is_finished(folder: Path) -> None:
    """The old database is set aside, the new one is whole beside it, and then nothing."""
    saved = filled(folder)
    shutil.rmtree(folder / "backups")
    (folder / "digicom.sqlite3").replace(folder / "restore.part")
    store = Store.open(folder, TickingClock())
    assert {row.id: store.read(row.id) for row in store.rows()} == saved
    assert not (folder / "restore.part").exists()
    store.close()


def test_pages_in_each_others_place_give_no_firm_the_answers_of_another(
    folder: Path, tmp_path: Path
) -> None:
    """Searching a tree with swapped pages meets rows of others, which are whole in themselves."""
    saved = filled(folder, count=20)
    good = (folder / "digicom.sqlite3").read_bytes()
    pages = range(0, len(good), 4096)
    (place := tmp_path / "swapped").mkdir()
    for one, other in pairwise(pages):
        content = bytearray(good)
        content[one : one + 4096] = good[other : other + 4096]
        content[other : other + 4096] = good[one : one + 4096]
        (place / "digicom.sqlite3").write_bytes(content)
        for found in salvage(place):
            assert found.parts.items() <= saved[found.row.id].items()
