"""A data folder is copied to another place whole, or not at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store import moving
from digicom_desktop.store.database import Store
from digicom_desktop.store.lock import FolderLock
from digicom_desktop.store.moving import copy_data, remove_data
from digicom_desktop.store.second_start import make_requests_folder
from tests.small_disk import small_disk
from tests.store.samples import PARTS, TickingClock, summary


@pytest.fixture
def filled(folder: Path, tmp_path: Path) -> Path:
    """A closed data folder with an assessment, evidence, a backup, preferences and old damage."""
    store = Store.open(folder, TickingClock())
    store.create(PARTS, summary())
    scan = tmp_path / "证照.pdf"
    scan.write_bytes(b"%PDF-1.7 " + bytes(range(256)) * 400)
    store.evidence.add(scan)
    store.close()
    (folder / "preferences.txt").write_text("language = en\n", encoding="utf-8")
    (folder / "damaged" / "20250101T000000Z").mkdir(parents=True)
    (folder / "damaged" / "20250101T000000Z" / "digicom.sqlite3").write_bytes(b"?")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the data is to go."""
    place = tmp_path / "另一块磁盘"
    place.mkdir()
    return place / "DigiCom Desktop"


def _go_on() -> bool:
    return False


def _files(folder: Path) -> dict[str, bytes]:
    """Everything in ``folder`` but the lock and the database, whose pages may differ."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in found
        if path.suffix != ".lock" and path != folder / "digicom.sqlite3"
    }


def _rows(folder: Path) -> object:
    store = Store.open(folder, TickingClock())
    try:
        return [(row, store.read(row.id)) for row in store.rows()]
    finally:
        store.close()


def test_everything_is_in_the_new_place_and_nothing_has_changed_in_the_old_one(
    filled: Path, target: Path
) -> None:
    before = _files(filled)
    copy_data(filled, target, _go_on)
    assert _files(target) == _files(filled) == before
    assert _rows(target) == _rows(filled)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_what_only_the_log_of_a_killed_program_holds_comes_along(
    filled: Path, target: Path
) -> None:
    child = os.fork()
    if child == 0:  # dies with the log still beside the database
        Store.open(filled, TickingClock()).create(PARTS, summary())
        os._exit(0)
    os.waitpid(child, 0)
    assert (filled / "digicom.sqlite3-wal").stat().st_size > 0
    copy_data(filled, target, _go_on)
    assert len(_rows(target)) == 2  # type: ignore[arg-type]


def test_only_this_person_may_read_the_copy(filled: Path, target: Path) -> None:
    copy_data(filled, target, _go_on)
    everything = [target, *target.rglob("*")]
    assert all(path.stat().st_mode & 0o077 == 0 for path in everything)


@pytest.mark.parametrize(
    ("place", "id"),
    [
        (lambda source: source, "store.move.inside"),
        (lambda source: source / "evidence" / "new", "store.move.inside"),
        (lambda source: source.parent, "store.move.inside"),
        (lambda source: source.parent / "taken", "store.move.taken"),
        (lambda source: source.parent / "missing" / "new", "store.move.failed"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    filled: Path, place: Callable[[Path], Path], id: str
) -> None:
    taken = filled.parent / "taken"
    taken.mkdir()
    (taken / "photo.jpg").write_bytes(b"1")
    before = _files(filled.parent)
    with pytest.raises(DigicomError) as refused:
        copy_data(filled, place(filled), _go_on)
    assert refused.value.id == id
    assert _files(filled.parent) == before


def test_a_folder_in_use_is_not_copied(filled: Path, target: Path) -> None:
    lock = FolderLock(filled / "digicom.lock")
    with pytest.raises(DigicomError) as refused:
        copy_data(filled, target, _go_on)
    lock.release()
    assert refused.value.id == "store.in_use"
    assert not target.exists()


def test_called_off_it_leaves_nothing_behind(filled: Path, target: Path) -> None:
    asked: list[bool] = []

    def is_called_off() -> bool:
        asked.append(True)
        return len(asked) == 3

    with pytest.raises(DigicomError) as ended:
        copy_data(filled, target, is_called_off)
    assert ended.value.id == "store.move.called_off"
    assert list(target.parent.iterdir()) == []
    assert _rows(filled)


def test_a_copy_that_reads_back_otherwise_is_none(
    filled: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashes = iter(range(1000))
    monkeypatch.setattr(moving, "sha256_of", lambda path: bytes([next(hashes) % 256]))
    with pytest.raises(DigicomError) as ended:
        copy_data(filled, target, _go_on)
    assert ended.value.id == "store.move.failed"
    assert list(target.parent.iterdir()) == []


def test_a_damaged_database_is_not_moved(filled: Path, target: Path) -> None:
    database = filled / "digicom.sqlite3"
    content = bytearray(database.read_bytes())
    content[4096:8192] = bytes(4096)
    database.write_bytes(content)
    with pytest.raises(DigicomError) as ended:
        copy_data(filled, target, _go_on)
    assert ended.value.id == "store.move.failed"
    assert list(target.parent.iterdir()) == []
    assert database.read_bytes() == bytes(content)


@pytest.mark.parametrize("files", [(), ("digicom.sqlite3",)], ids=["just begun", "nearly done"])
def test_half_a_copy_of_a_killed_program_makes_room(
    filled: Path, target: Path, files: tuple[str, ...]
) -> None:
    """Wherever it was killed: also before there was anything in it, and after all was."""
    half = target.with_name(f"{target.name}.digicom-0123456789abcdef")
    half.mkdir()
    for name in files:
        (half / name).write_bytes(b"half")
    copy_data(filled, target, _go_on)
    assert _rows(target) == _rows(filled)
    assert not half.exists()


@pytest.mark.parametrize("name", ["{}.part", "{}.digicom-", "{}.digicom-0123456789abcdef.old"])
def test_a_folder_of_another_name_is_not_ours_and_stays(
    filled: Path, target: Path, name: str
) -> None:
    other = target.with_name(name.format(target.name))
    other.mkdir()
    (other / "photo.jpg").write_bytes(b"1")
    copy_data(filled, target, _go_on)
    assert (other / "photo.jpg").read_bytes() == b"1"


def test_a_disk_without_room_is_said_to_be_one(filled: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path, 200) as place:
        with pytest.raises(DigicomError) as refused:
            copy_data(filled, place / "DigiCom Desktop", _go_on)
        assert refused.value.id == "store.move.no_room"
        assert list(place.iterdir()) == []


def test_a_disk_that_is_full_on_the_way_is_left_empty(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "_SPARE", -(10**9))  # others fill the disk after we asked
    with small_disk(tmp_path, 64) as place:
        with pytest.raises(DigicomError) as refused:
            copy_data(filled, place / "DigiCom Desktop", _go_on)
        assert refused.value.id == "store.move.no_room"
        assert list(place.iterdir()) == []


def test_removing_the_old_copy_takes_what_is_ours_and_leaves_what_is_not(filled: Path) -> None:
    (filled / "my own list.txt").write_text("1", encoding="utf-8")
    remove_data(filled)
    assert sorted(path.name for path in filled.iterdir()) == ["my own list.txt", "preferences.txt"]


def test_a_folder_in_which_nothing_is_left_goes(filled: Path) -> None:
    (filled / "preferences.txt").unlink()
    remove_data(filled)
    assert not filled.exists()


def test_what_another_start_asks_for_is_no_data(filled: Path, target: Path) -> None:
    (make_requests_folder(filled) / f"{0:016x}.json").write_bytes(b'{"open": null}')
    copy_data(filled, target, _go_on)
    assert not (target / "requests").exists()
    remove_data(filled)
    assert not (filled / "requests").exists()
