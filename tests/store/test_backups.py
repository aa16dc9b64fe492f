import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.backups import list_backups, worth_keeping
from digicom_desktop.store.database import Store
from digicom_desktop.store.salvage import salvage
from tests.store.samples import PARTS, TickingClock, summary


def test_a_backup_holds_what_is_still_only_in_the_log(store: Store, folder: Path) -> None:
    row = store.create(PARTS, summary())
    backup = store.backups.make("start")
    copy = folder.parent / "copy"
    copy.mkdir()
    (copy / "digicom.sqlite3").write_bytes(backup.path.read_bytes())
    restored = Store.open(copy, TickingClock())
    assert restored.rows() == (row,)
    assert restored.read(row.id) == PARTS
    restored.close()


@pytest.mark.parametrize(
    "name", [b"bad\xffname", "数据\N{GRINNING FACE}".encode(), b"a'b%41?c=d#e", b"file:x"]
)
def test_every_name_that_a_folder_can_have_takes_answers_backups_and_a_way_back(
    tmp_path: Path, clock: TickingClock, name: bytes
) -> None:
    """On Linux a name is bytes, which need not be any text."""
    try:
        folder = tmp_path / os.fsdecode(name)
        folder.mkdir()
    except (OSError, ValueError):
        pytest.skip("no folder can have this name here")
    certificate = folder / "证照.pdf"
    certificate.write_bytes(b"%PDF-1.7")
    store = Store.open(folder, clock)
    row = store.create(PARTS, summary())
    evidence = store.evidence.add(certificate)
    store.close()
    (backup,) = list_backups(folder / "backups")
    assert [found.row for found in salvage(folder)] == [row]
    (folder / "digicom.sqlite3").write_bytes(b"rubbish")
    with pytest.raises(DigicomError, match=r"store\.damaged"):
        Store.open(folder, clock)
    store = Store.recover(folder, clock, backup)
    assert store.read(row.id) == PARTS
    store.evidence.verify(evidence.sha256)
    store.close()
    assert list(tmp_path.iterdir()) == [folder]


def test_a_backup_is_made_only_when_something_changed(store: Store) -> None:
    assert store.backups.make_if_changed() is None, "an empty store is not worth one"
    row = store.create(PARTS, summary())
    made = store.backups.make_if_changed()
    assert made is not None
    assert made == store.backups.list()[0]
    assert (made.reason, made.whole, made.size) == ("start", True, made.path.stat().st_size)
    assert store.backups.make_if_changed() is None
    store.write(row.id, {"answer/1.1": b"other"}, (), summary())
    assert store.backups.make_if_changed() is not None
    store.delete(row.id)
    assert store.backups.make_if_changed() is not None
    store.restore(row.id)
    store.purge(row.id)
    assert store.backups.make_if_changed() is not None
    assert store.backups.make_if_changed() is None


def test_closing_makes_a_backup_and_the_next_start_makes_none(
    folder: Path, clock: TickingClock
) -> None:
    store = Store.open(folder, clock)
    store.create(PARTS, summary())
    store.close()
    store = Store.open(folder, clock)
    assert store.backups.make_if_changed() is None
    store.close()
    assert [backup.reason for backup in list_backups(folder / "backups")] == ["close"]


def test_a_backup_that_became_unreadable_counts_as_none(store: Store) -> None:
    store.create(PARTS, summary())
    backup = store.backups.make("start")
    backup.path.write_bytes(b"rubbish")
    assert store.backups.make_if_changed() is not None


def test_backups_of_one_moment_do_not_replace_each_other(folder: Path) -> None:
    clock = TickingClock(step=timedelta(0))
    store = Store.open(folder, clock)
    made = {store.backups.make("start").path for _ in range(3)}
    assert {backup.path for backup in store.backups.list()} == made
    assert len(made) == 3
    store.close()


def test_a_backup_left_unfinished_by_a_kill_is_no_backup(store: Store, folder: Path) -> None:
    store.create(PARTS, summary())
    (folder / "backups" / "backup.part").write_bytes(b"half")
    (folder / "backups" / "notes.sqlite3").write_bytes(b"somebody's")
    assert store.backups.list() == ()
    store.backups.make("start")
    left = {path.name for path in (folder / "backups").glob("*.sqlite3")}
    assert left == {store.backups.list()[0].path.name, "notes.sqlite3"}


def test_a_damaged_database_is_not_backed_up(folder: Path, clock: TickingClock) -> None:
    """The damage comes while the program runs, below a page that was not read yet."""
    store = Store.open(folder, clock)
    for number in range(400):
        store.create({"company": b"%d " % number + b"x" * 3000}, summary())
    before = store.backups.make("start")
    store._connection.checkpoint()
    with (folder / "digicom.sqlite3").open("r+b") as file:
        file.seek(200 * 4096)
        file.write(b"\xff" * 4096 * 100)
    store._connection.fetch("PRAGMA shrink_memory")
    with pytest.raises(DigicomError, match=r"store\.corrupt"):
        store.backups.make("close")
    assert store.backups.list() == (before,)
    store._let_go()


def test_a_backup_with_an_altered_assessment_never_pushes_out_a_whole_one(store: Store) -> None:
    row = store.create(PARTS, summary())
    whole = store.backups.make("start")
    store._connection.fetch("UPDATE part SET content = x'00' WHERE key = 'company'")
    for _ in range(15):
        assert not store.backups.make("start").whole
    backups = store.backups.list()
    assert len(backups) == 11
    assert [backup for backup in backups if backup.whole] == [whole]
    store.purge(row.id)  # even so it can be got rid of


def test_with_the_years_ten_newest_and_daily_weekly_and_monthly_ones_remain(
    folder: Path, clock: TickingClock
) -> None:
    store = Store.open(folder, clock)
    clock.step = timedelta(hours=13)
    for _ in range(60):
        store.backups.make("start")
    kept = [backup.made for backup in store.backups.list()]
    store.close()
    newest = kept[0]
    assert kept[:10] == [newest - clock.step * n for n in range(10)]
    days = {newest.date() - timedelta(days=n) for n in range(7)}
    assert days <= {time.date() for time in kept}
    weeks = {(newest - timedelta(weeks=n)).isocalendar()[:2] for n in range(5)}
    assert weeks <= {time.isocalendar()[:2] for time in kept}
    assert len(kept) < 20


def test_thinning_keeps_the_last_backup_of_each_of_twelve_months() -> None:
    times = [datetime(2026, month, day, tzinfo=UTC) for month in range(1, 13) for day in (1, 28)]
    earlier = datetime(2024, 5, 5, tzinfo=UTC)
    kept = worth_keeping([earlier, *times])
    assert {datetime(2026, month, 28, tzinfo=UTC) for month in range(1, 13)} <= kept
    assert datetime(2026, 3, 1, tzinfo=UTC) not in kept
    assert earlier not in kept


def test_few_backups_are_all_kept() -> None:
    times = {datetime(2020 + n, 1, 1, tzinfo=UTC) for n in range(10)}
    assert worth_keeping(times) == times
    assert worth_keeping([]) == set()


def test_a_backup_made_by_a_clock_that_is_years_behind_is_kept(folder: Path) -> None:
    clock = TickingClock(timedelta(days=31))
    store = Store.open(folder, clock)
    for _ in range(40):
        store.create(PARTS, summary())
        store.backups.make("start")
    clock.now = datetime(1980, 1, 1, tzinfo=UTC)
    store.create(PARTS, summary())
    newest = store.backups.make("start")
    assert newest.path.exists()
    store.close()


def test_what_is_offered_is_no_backup_from_the_future_while_there_is_another(folder: Path) -> None:
    clock = TickingClock()
    store = Store.open(folder, clock)
    clock.now += timedelta(days=80 * 365)
    store.create(PARTS, summary())
    store.backups.make("start")
    clock.now -= timedelta(days=80 * 365)
    store.create(PARTS, summary())
    newest = store.backups.make("start")
    store.close()
    (folder / "digicom.sqlite3").unlink()
    with pytest.raises(DigicomError) as missing:
        Store.open(folder, clock)
    assert missing.value.values["backup"] == newest


def test_the_newest_backup_is_the_one_that_was_made_last_whatever_the_clock_said(
    folder: Path,
) -> None:
    clock = TickingClock()
    store = Store.open(folder, clock)
    made = []
    for jump in (0, -40 * 365, 120 * 365, -80 * 365):
        clock.now += timedelta(days=jump)
        store.create(PARTS, summary())
        made.append(store.backups.make("start").path)
        assert store.backups.make_if_changed() is None
    assert [backup.path for backup in list_backups(folder / "backups")] == made[::-1]
    store.close()


def test_a_backup_of_a_program_that_did_not_number_them_is_older(folder: Path) -> None:
    clock = TickingClock()
    store = Store.open(folder, clock)
    store.create(PARTS, summary())
    old = store.backups.make("start").path
    old.rename(old.with_name("20991231T000000.000000Z-close.sqlite3"))
    new = store.backups.make("start")
    assert [backup.number for backup in list_backups(folder / "backups")] == [1, 0]
    assert list_backups(folder / "backups")[0] == new
    store.close()
