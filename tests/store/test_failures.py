import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from tests.small_disk import small_disk
from tests.store.samples import PARTS, TickingClock, start_child, summary

LARGE = b"x" * 300_000
LIMITED = """
import resource, signal, sys
from pathlib import Path
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from tests.store.samples import PARTS, TickingClock, summary

store = Store.open(Path(sys.argv[1]), TickingClock())
row = store.create(PARTS, summary())
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, hard))
try:
    store.write(row.id, {"plan": b"x" * 300_000}, (), summary())
    print("saved")
except DigicomError as error:
    print(error.id)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
store.write(row.id, {"plan": b"x" * 300_000}, (), summary())
print(len(store.read(row.id)["plan"]))
store.close()
"""
DIE = """
import os, sys
from pathlib import Path
from digicom_desktop.store.database import Store
from tests.store.samples import PARTS, TickingClock, summary
print(Store.open(Path(sys.argv[1]), TickingClock()).create(PARTS, summary()).id, flush=True)
os._exit(9)
"""


def test_a_full_disk_is_said_nothing_is_lost_and_a_retry_succeeds(store: Store) -> None:
    row = store.create(PARTS, summary())
    pages = store._connection.pragma("page_count")
    store._connection.fetch(f"PRAGMA max_page_count = {pages}")
    for _ in range(3):
        with pytest.raises(DigicomError, match=r"store\.disk_full"):
            store.write(row.id, {"answer/1.1": b"new", "plan": LARGE}, (), summary("新"))
        assert store.read(row.id) == PARTS
        assert store.row(row.id) == row
    with pytest.raises(DigicomError, match=r"store\.disk_full"):
        store.create({"plan": LARGE}, summary())
    store._connection.fetch("PRAGMA max_page_count = 1000000")
    changed = store.write(row.id, {"answer/1.1": b"new", "plan": LARGE}, (), summary("新"))
    assert store.read(row.id) == PARTS | {"answer/1.1": b"new", "plan": LARGE}
    assert store.row(row.id).changed == changed
    assert len(store.rows()) == 1


def test_a_retry_while_the_first_failure_is_being_handled_succeeds(store: Store) -> None:
    """Python chains the first failure to the second; it must not be taken for its reason."""
    row = store.create(PARTS, summary())
    store._connection.fetch(f"PRAGMA max_page_count = {store._connection.pragma('page_count')}")
    try:
        store.write(row.id, {"plan": LARGE}, (), summary())
    except DigicomError:
        with pytest.raises(ZeroDivisionError), store._connection.transaction():
            _ = 1 / 0
        with pytest.raises(DigicomError, match=r"store\.unknown"):
            store.read("nobody")


def test_a_write_that_the_system_cuts_off_is_said_and_a_retry_succeeds(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there is no limit on the size of a file")
    said = start_child(LIMITED, folder).communicate()[0].split()
    assert said == ["store.disk_failed", "300000"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KB."""
    with small_disk(tmp_path, 400) as place:
        yield place


def fill(disk: Path, free: int) -> Path:
    """Leave ``free`` bytes on ``disk``; the file that takes the rest."""
    padding = disk / "padding"
    padding.write_bytes(b"x" * (shutil.disk_usage(disk).free - free))
    return padding


def test_on_a_disk_that_is_really_full_nothing_acknowledged_is_lost(tiny_disk: Path) -> None:
    store = Store.open(tiny_disk, TickingClock())
    row = store.create(PARTS, summary())
    padding = fill(tiny_disk, free=100_000)
    acknowledged = 0
    with pytest.raises(DigicomError, match=r"store\.disk_full"):
        for number in range(1, 1000):
            store.write(row.id, {"plan": b"%d " % number + b"x" * 2000}, (), summary())
            acknowledged = number
    assert acknowledged > 3
    assert int(store.read(row.id)["plan"].split()[0]) == acknowledged
    padding.unlink()
    store.write(row.id, {"plan": b"after"}, (), summary())
    store.close()
    store = Store.open(tiny_disk, TickingClock())
    assert store.read(row.id)["plan"] == b"after"
    store.close()


def test_after_a_kill_on_a_full_disk_the_next_start_says_so(tiny_disk: Path) -> None:
    child = start_child(DIE, tiny_disk)
    id = child.communicate()[0].strip()
    padding = fill(tiny_disk, free=0)
    with pytest.raises(DigicomError, match=r"store\.disk_full"):
        Store.open(tiny_disk, TickingClock())
    padding.unlink()
    store = Store.open(tiny_disk, TickingClock())
    assert store.read(id) == PARTS
    store.close()


def test_on_a_full_disk_backups_and_evidence_are_whole_or_not_there(tiny_disk: Path) -> None:
    source = tiny_disk.parent / "evidence.pdf"
    source.write_bytes(LARGE)
    store = Store.open(tiny_disk, TickingClock())
    store.create(PARTS, summary())
    padding = fill(tiny_disk, free=8192)
    with pytest.raises(DigicomError, match=r"store\.disk_full"):
        store.evidence.add(source)
    with pytest.raises(DigicomError, match=r"store\.no_room_for_backup"):
        store.backups.make("start")
    assert [*(tiny_disk / "backups").glob("*.sqlite3"), *(tiny_disk / "evidence").iterdir()] == []
    with pytest.raises(DigicomError, match=r"store\.no_room_for_backup"):
        store.close()
    padding.unlink()
    store = Store.open(tiny_disk, TickingClock())
    assert len(store.rows()) == 1
    store.close()


def test_on_a_full_disk_everything_saved_can_still_be_read(tiny_disk: Path) -> None:
    store = Store.open(tiny_disk, TickingClock())
    row = store.create(PARTS, summary())
    store.close()
    fill(tiny_disk, free=0)
    store = Store.open(tiny_disk, TickingClock())
    assert store.read(row.id) == PARTS
    store.close()


def test_a_disk_without_room_for_a_database_is_said(tiny_disk: Path) -> None:
    padding = fill(tiny_disk, free=0)
    with pytest.raises(DigicomError, match=r"store\.disk_full"):
        Store.open(tiny_disk / "data", TickingClock())
    padding.unlink()
    Store.open(tiny_disk / "data", TickingClock()).close()


def test_a_failure_that_is_kept_does_not_keep_the_folder(folder: Path) -> None:
    """A cursor in the traceback would hold the file, and its lock, beyond ``close``."""
    store = Store.open(folder, TickingClock())
    row = store.create(PARTS, summary())
    store._connection.fetch(f"PRAGMA max_page_count = {store._connection.pragma('page_count')}")
    with pytest.raises(DigicomError) as kept:
        store.write(row.id, {"plan": LARGE}, (), summary())
    store.close()
    Store.open(folder, TickingClock()).close()
    assert kept.value.id == "store.disk_full"


def test_a_bug_in_a_transaction_stays_a_bug_and_leaves_nothing(store: Store) -> None:
    row = store.create(PARTS, summary())
    with pytest.raises(TypeError):
        store.write(row.id, {"plan": b"x", "reasons": 5}, (), summary())  # type: ignore[dict-item]
    assert store.read(row.id) == PARTS
    store.write(row.id, {"plan": b"y"}, (), summary())


@pytest.mark.skipif(os.name == "nt", reason="an open file keeps its folder in place there")
def test_nothing_is_called_saved_in_a_folder_that_is_gone_or_another_until_it_is_back(
    folder: Path, tmp_path: Path
) -> None:
    store = Store.open(folder, TickingClock())
    row = store.create(PARTS, summary())
    folder.rename(tmp_path / "away")
    for is_replaced in (False, True):
        if is_replaced:
            shutil.copytree(tmp_path / "away", folder)
        with pytest.raises(DigicomError, match=r"store\.vanished"):
            store.write(row.id, {"plan": b"[]"}, (), row.summary)
    shutil.rmtree(folder)
    (tmp_path / "away").rename(folder)
    store.write(row.id, {"plan": b"[]"}, (), row.summary)
    store.close()
    assert filled_again(folder, row.id)["plan"] == b"[]"


def filled_again(folder: Path, id: str) -> dict[str, bytes]:
    """What another start reads."""
    store = Store.open(folder, TickingClock())
    try:
        return store.read(id)
    finally:
        store.close()
