"""What is saved goes to a second place whole, or is not said to be there."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import sha256_of
from digicom_desktop.store import second_place
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.database import Store
from digicom_desktop.store.second_place import SecondCopy, copy_to_second_place
from tests.store.samples import PARTS, TickingClock, summary


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A memory stick."""
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def _fill(store: Store, tmp_path: Path, count: int = 2) -> list[str]:
    """An assessment, a backup of it, and evidence files; their hashes."""
    store.create(PARTS, summary())
    store.backups.make("start")
    hashes = []
    for number in range(count):
        scan = tmp_path / f"证照{number}.pdf"
        scan.write_bytes(b"%PDF-1.7 " + str(number).encode())
        hashes.append(store.evidence.add(scan).sha256)
    return hashes


def test_from_the_second_place_everything_comes_back(
    store: Store, folder: Path, stick: Path, tmp_path: Path
) -> None:
    hashes = _fill(store, tmp_path)
    rows = store.rows()
    assert copy_to_second_place(folder, stick) == SecondCopy(backup=True, evidence=2)
    new = tmp_path / "another computer"
    shutil.copytree(stick / "DigiCom", new)
    (backup,) = list_backups(new / "backups")
    restored = Store.recover(new, TickingClock(), backup)
    assert restored.rows() == rows
    for sha256 in hashes:
        restored.evidence.verify(sha256)
    restored.close()


def test_only_what_is_missing_is_copied(
    store: Store, folder: Path, stick: Path, tmp_path: Path
) -> None:
    hashes = _fill(store, tmp_path)
    copy_to_second_place(folder, stick)
    assert copy_to_second_place(folder, stick) == SecondCopy(backup=False, evidence=0)
    (stick / "DigiCom" / "evidence" / f"{hashes[0]}.pdf").unlink()
    assert copy_to_second_place(folder, stick) == SecondCopy(backup=False, evidence=1)


def test_a_copy_cut_short_by_a_pulled_stick_is_made_again(
    store: Store, folder: Path, stick: Path, tmp_path: Path
) -> None:
    (sha256,) = _fill(store, tmp_path, 1)
    copy_to_second_place(folder, stick)
    evidence = stick / "DigiCom" / "evidence"
    (evidence / f"{sha256}.pdf").write_bytes(b"%PDF")
    (evidence / "0123456789abcdef.digicom-part").write_bytes(b"half")
    assert copy_to_second_place(folder, stick).evidence == 1
    assert [path.name for path in evidence.iterdir()] == [f"{sha256}.pdf"]


def test_a_stick_that_is_not_there_is_said_and_not_made(folder: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(DigicomError, match=r"store\.second\.absent"):
        copy_to_second_place(folder, gone)
    assert not gone.exists()


def test_the_data_folder_is_no_second_place(store: Store, folder: Path) -> None:
    with pytest.raises(DigicomError, match=r"store\.second\.inside"):
        copy_to_second_place(folder, folder / "backups")


def test_a_copy_that_reads_back_otherwise_is_not_kept(
    store: Store, folder: Path, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(store, tmp_path, 1)
    monkeypatch.setattr(
        second_place,
        "sha256_of",
        lambda path: b"rubbish" if path.suffix == ".digicom-part" else sha256_of(path),
    )
    with pytest.raises(DigicomError, match=r"store\.second\.failed"):
        copy_to_second_place(folder, stick)
    assert not [path for path in stick.rglob("*") if path.is_file()]


def test_the_files_of_others_on_the_stick_stay(
    store: Store, folder: Path, stick: Path, tmp_path: Path
) -> None:
    _fill(store, tmp_path)
    (stick / "照片.jpg").write_bytes(b"photo")
    copy_to_second_place(folder, stick)
    assert (stick / "照片.jpg").read_bytes() == b"photo"


def test_what_is_saved_after_a_clock_was_wrong_is_copied_all_the_same(
    folder: Path, stick: Path
) -> None:
    clock = TickingClock()
    store = Store.open(folder, clock)
    clock.now += timedelta(days=80 * 365)
    store.create(PARTS, summary())
    store.backups.make("start")
    clock.now -= timedelta(days=80 * 365)
    store.create(PARTS, summary())
    newest = store.backups.make("start")
    copy_to_second_place(folder, stick)
    assert [b.path.name for b in list_backups(stick / "DigiCom" / "backups")] == [newest.path.name]
    store.close()
