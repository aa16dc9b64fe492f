import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store import parts, saved_rows
from digicom_desktop.store.database import Store
from tests.store.samples import PARTS, TickingClock, start_child, summary

WRITE_WITHOUT_END = """
import sys
from pathlib import Path
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.store.database import Store
from tests.store.samples import summary

folder, id, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = Store.open(folder, system_clock)
while True:
    number += 1
    content = b"%d " % number + b"x" * (number * 37 % 900)
    store.write(id, {f"answer/1.{number % 22}": content}, (), summary(answered=number))
    print(number, flush=True)
"""
HOLD = """
import sys
from pathlib import Path
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.store.database import Store
store = Store.open(Path(sys.argv[1]), system_clock)
print("open", flush=True)
sys.stdin.read()
"""


def test_what_was_saved_is_read_back_by_the_next_start(folder: Path, clock: TickingClock) -> None:
    store = Store.open(folder, clock)
    row = store.create(PARTS, summary())
    store.close()
    store = Store.open(folder, clock)
    assert store.read(row.id) == PARTS
    assert store.row(row.id) == row
    assert store.rows() == (row,)
    store.close()


def test_a_write_changes_one_part_its_row_and_nothing_else(store: Store) -> None:
    row, other = store.create(PARTS, summary("甲")), store.create(PARTS, summary("乙"))
    changed = store.write(
        row.id, {"answer/1.1": b"new", "plan": b"first"}, ["evidence"], summary("丙", level=3)
    )
    kept = {key: content for key, content in PARTS.items() if key != "evidence"}
    assert store.read(row.id) == kept | {"answer/1.1": b"new", "plan": b"first"}
    assert store.row(row.id).summary == summary("丙", level=3)
    assert store.row(row.id).created == row.created < changed == store.row(row.id).changed
    assert store.read(other.id) == PARTS
    assert store.row(other.id) == other


def test_a_part_that_is_written_and_removed_at_once_is_written(store: Store) -> None:
    row = store.create(PARTS, summary())
    store.write(row.id, {"plan": b"kept"}, ["plan", "never there"], summary())
    assert store.read(row.id)["plan"] == b"kept"


def test_the_assessment_changed_last_is_listed_first(store: Store) -> None:
    first, second = store.create(PARTS, summary("甲")), store.create({}, summary("乙"))
    assert [row.id for row in store.rows()] == [second.id, first.id]
    store.write(first.id, {}, (), summary("甲"))
    assert [row.id for row in store.rows()] == [first.id, second.id]


def test_an_assessment_goes_to_the_recycle_bin_and_comes_back_unchanged(store: Store) -> None:
    row = store.create(PARTS, summary())
    store.delete(row.id)
    assert store.rows() == ()
    (binned,) = store.rows(deleted=True)
    assert binned.deleted is not None
    assert binned.deleted > row.changed
    store.restore(row.id)
    assert store.rows() == (row,)
    assert store.rows(deleted=True) == ()
    assert store.read(row.id) == PARTS


def test_the_recycle_bin_lists_what_was_deleted_last_first(store: Store) -> None:
    ids = [store.create({}, summary()).id for _ in range(3)]
    for id in (ids[1], ids[2], ids[0]):
        store.delete(id)
    assert [row.id for row in store.rows(deleted=True)] == [ids[0], ids[2], ids[1]]


def test_purging_removes_for_ever_but_keeps_a_backup(store: Store) -> None:
    row, other = store.create(PARTS, summary()), store.create(PARTS, summary())
    store.delete(row.id)
    store.purge(row.id)
    assert [r.id for r in store.rows()] == [other.id]
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        store.read(row.id)
    assert store._connection.fetch("SELECT count(*) FROM part") == [(len(PARTS),)]
    assert [backup.reason for backup in store.backups.list()] == ["purge"]


def test_what_does_not_exist_is_said_to_be_unknown(store: Store) -> None:
    for act in (store.row, store.read, store.delete, store.restore, store.purge):
        with pytest.raises(DigicomError, match=r"store\.unknown"):
            act("no-such-id")
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        store.write("no-such-id", PARTS, (), summary())


def test_hostile_text_comes_back_as_it_was(store: Store) -> None:
    hostile = "=1+1 '; DROP TABLE part; -- <img src=x> 𬭸 \u202e \x00 \x01 \ufffe %s {0}"
    row = store.create({hostile: hostile.encode()}, summary(hostile, last_place=hostile))
    assert store.read(row.id) == {hostile: hostile.encode()}
    assert store.row(row.id).summary.firm == hostile


def test_only_the_owner_may_read_what_is_stored(store: Store, folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the folder's own permissions rule there")
    store.create(PARTS, summary())
    store.backups.make("start")
    found = [folder, *folder.rglob("*")]
    assert {path.name for path in found} >= {"digicom.sqlite3", "digicom.sqlite3-wal"}
    open_to_others = [p for p in found if stat.S_IMODE(p.stat().st_mode) & 0o077]
    assert open_to_others == []


def test_the_connection_is_set_up_so_that_a_power_cut_loses_nothing(store: Store) -> None:
    pragma = store._connection.pragma
    assert pragma("journal_mode") == "wal"
    assert pragma("locking_mode") == "exclusive"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("cell_size_check") == 1
    assert pragma("wal_autocheckpoint") == 250
    assert pragma("journal_size_limit") == 1024 * 1024
    busy = pragma("busy_timeout")
    assert isinstance(busy, int)
    assert busy <= 250


def test_a_log_index_is_never_shared(store: Store, folder: Path) -> None:
    """Exclusive locking before WAL: no -shm file is ever made."""
    store.create(PARTS, summary())
    assert not (folder / "digicom.sqlite3-shm").exists()


def test_the_log_stays_small_however_much_is_written(store: Store, folder: Path) -> None:
    log = folder / "digicom.sqlite3-wal"
    id = store.create(PARTS, summary()).id
    largest = 0
    for number in range(400):
        store.write(id, {"plan": b"%d " % number + b"x" * 5000}, (), summary())
        largest = max(largest, log.stat().st_size)
    assert 500_000 < largest < 1_200_000
    store.write(id, {"plan": b"y" * 5_000_000}, (), summary())
    assert log.stat().st_size > 5_000_000
    for _ in range(3):  # the first may write zeros over all that it removes
        store.write(id, {"plan": b"z"}, (), summary())
    assert log.stat().st_size <= 1024 * 1024


def test_thirty_killed_processes_lose_no_answer_that_was_acknowledged(
    folder: Path, clock: TickingClock
) -> None:
    store = Store.open(folder, clock)
    id = store.create({}, summary()).id
    store.close()
    last = 0
    for trial in range(30):
        child = start_child(WRITE_WITHOUT_END, folder, id, last)
        assert child.stdout is not None
        acknowledged = child.stdout.readline()
        while acknowledged and int(acknowledged) < last + 1 + trial * 2:
            acknowledged = child.stdout.readline()
        child.kill()
        rest = child.communicate()[0].splitlines(keepends=True)
        lines = [line for line in (acknowledged, *rest) if line.endswith("\n")]
        store = Store.open(folder, clock)
        numbers = [int(content.split()[0]) for content in store.read(id).values()]
        assert max(numbers) >= int(lines[-1]) > last
        assert store.row(id).summary.answered == max(numbers), "row and parts are one commit"
        last = max(numbers)
        store._let_go()  # as little as possible between two trials


def test_a_folder_in_use_by_another_process_is_refused_and_free_once_it_dies(
    folder: Path, clock: TickingClock
) -> None:
    child = start_child(HOLD, folder)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    with pytest.raises(DigicomError, match=r"store\.in_use"):
        Store.open(folder, clock)
    child.kill()
    child.communicate()
    assert (folder / "digicom.lock").exists()
    Store.open(folder, clock).close()


def test_a_folder_can_be_open_once_in_this_process_too(store: Store, folder: Path) -> None:
    with pytest.raises(DigicomError, match=r"store\.in_use"):
        Store.open(folder, TickingClock())
    store.create(PARTS, summary())


def test_a_lock_file_that_was_left_behind_stops_nobody(folder: Path, clock: TickingClock) -> None:
    folder.mkdir()
    (folder / "digicom.lock").write_text("12345", encoding="utf-8")
    Store.open(folder, clock).close()


def test_a_failed_start_leaves_the_folder_free(folder: Path, clock: TickingClock) -> None:
    folder.mkdir()
    database = folder / "digicom.sqlite3"
    database.write_bytes(b"not a database at all" * 100)
    for _ in range(2):
        with pytest.raises(DigicomError, match=r"store\.damaged_without_backup"):
            Store.open(folder, clock)
    database.unlink()
    Store.open(folder, clock).close()


def test_closing_twice_does_nothing(folder: Path, clock: TickingClock) -> None:
    store = Store.open(folder, clock)
    store.close()
    store.close()


def test_a_store_is_written_by_the_thread_that_opened_it(store: Store) -> None:
    """A worker thread that reaches for the database is a bug, and shows as one."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool, pytest.raises(Exception, match="thread"):
        pool.submit(store.rows).result()


def test_a_part_that_vanished_is_noticed_by_reading_and_by_writing(store: Store) -> None:
    row = store.create(PARTS, summary("甲"))
    store._connection.fetch("DELETE FROM part WHERE key = 'evidence'")
    for act in (
        lambda: store.read(row.id),
        lambda: store.write(row.id, {"plan": b"x"}, (), summary()),
    ):
        with pytest.raises(DigicomError, match=r"store\.altered") as caught:
            act()
        assert caught.value.values["firm"] == "甲"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE part SET content = x'00' WHERE key = 'company'",
        "UPDATE part SET sha256 = zeroblob(32) WHERE key = 'company'",
        "UPDATE part SET key = 'answer/1.2' WHERE key = 'answer/1.1'",
        "UPDATE assessment SET seal = zeroblob(32)",
    ],
)
def test_a_change_behind_the_programs_back_is_noticed(store: Store, change: str) -> None:
    row = store.create(PARTS, summary())
    store._connection.fetch(change)
    with pytest.raises(DigicomError, match=r"store\.altered"):
        store.read(row.id)


def test_the_seal_binds_content_to_key_and_assessment() -> None:
    hashes = {"answer/1.1": b"1" * 32, "answer/1.2": b"2" * 32}
    swapped = {"answer/1.1": b"2" * 32, "answer/1.2": b"1" * 32}
    assert parts.seal_of("a", hashes) == parts.seal_of("a", dict(reversed(hashes.items())))
    assert parts.seal_of("a", hashes) != parts.seal_of("a", swapped)
    assert parts.seal_of("a", hashes) != parts.seal_of("b", hashes)


def test_stored_times_sort_as_text_as_they_do_as_times(clock: TickingClock) -> None:
    clock.step = timedelta(microseconds=333_333)
    times = [clock() for _ in range(20)]
    texts = [saved_rows.time_text(time) for time in times]
    assert texts == sorted(texts)
    assert {len(text) for text in texts} == {32}


def test_a_damaged_text_or_time_in_one_row_does_not_hide_the_others(store: Store) -> None:
    good, bad = store.create(PARTS, summary("甲")), store.create(PARTS, summary("乙"))
    store._connection.fetch(
        "UPDATE assessment SET firm = CAST(x'e4ff' AS TEXT), created = 'x' WHERE id = ?", (bad.id,)
    )
    assert {row.id for row in store.rows()} == {good.id, bad.id}
    assert store.row(good.id) == good
    assert "\ufffd" in store.row(bad.id).summary.firm
