"""A moved data folder is what every later start finds, or nothing has changed."""

from pathlib import Path

import pytest

from digicom_desktop import moving, paths
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
from digicom_desktop.paths import MOVED_TO, data_folder, usual_folder
from digicom_desktop.store.database import Store
from tests.store.samples import PARTS, TickingClock, summary


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual folder of a person, with an assessment."""
    monkeypatch.setattr(paths, "_system_folder", lambda: tmp_path / "家" / "digicom-desktop")
    store = Store.open(usual_folder(), TickingClock())
    store.create(PARTS, summary())
    store.close()
    return usual_folder()


def _move(source: Path, target: Path) -> None:
    moving.move_data(source, target, TickingClock(), lambda: False)


def _count(folder: Path) -> int:
    store = Store.open(folder, TickingClock())
    try:
        return len(store.rows())
    finally:
        store.close()


def test_after_a_move_every_start_finds_the_data_in_the_new_place(
    usual: Path, tmp_path: Path
) -> None:
    target = moving.folder_in(tmp_path)
    _move(usual, target)
    assert data_folder() == target
    assert paths.is_movable(target)
    assert not paths.is_movable(usual)
    assert _count(target) == 1


def test_a_folder_named_on_the_command_line_goes_before(usual: Path, tmp_path: Path) -> None:
    _move(usual, tmp_path / "new")
    assert data_folder(usual) == usual


def test_it_can_move_on_and_back_to_the_usual_folder(usual: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    _move(usual, first)
    moving.remove_old(usual)
    _move(first, second)
    assert data_folder() == second
    _move(second, moving.folder_in(usual))
    assert data_folder() == usual / "DigiCom Desktop"
    assert _count(data_folder()) == 1


def test_where_the_note_of_it_cannot_be_written_nothing_has_moved(
    usual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise DigicomError("files.disk_full", path=path)

    monkeypatch.setattr(moving, "write_bytes", refuse)
    with pytest.raises(DigicomError):
        _move(usual, tmp_path / "new")
    assert data_folder() == usual
    assert not (tmp_path / "new").exists()
    assert _count(usual) == 1


def test_data_on_a_disk_that_is_not_there_is_never_taken_for_lost(
    usual: Path, tmp_path: Path
) -> None:
    _move(usual, tmp_path / "new")
    (tmp_path / "new").rename(tmp_path / "elsewhere")
    with pytest.raises(DigicomError) as away:
        data_folder()
    assert away.value.id == "paths.moved_away"
    moving.follow(tmp_path / "elsewhere")
    assert data_folder() == tmp_path / "elsewhere"


def test_a_folder_without_data_is_not_followed(usual: Path, tmp_path: Path) -> None:
    with pytest.raises(DigicomError) as refused:
        moving.follow(tmp_path)
    assert refused.value.id == "paths.no_data"
    assert data_folder() == usual


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"relative/folder", b"\n"])
def test_a_damaged_note_is_said_to_be_one(usual: Path, content: bytes) -> None:
    write_bytes(usual / MOVED_TO, content)
    with pytest.raises(DigicomError) as damaged:
        data_folder()
    assert damaged.value.id == "paths.moved_unreadable"
    moving.use_usual_folder()
    assert data_folder() == usual


def test_a_note_that_lost_its_end_leads_to_no_new_beginning(usual: Path, tmp_path: Path) -> None:
    _move(usual, tmp_path / "new")
    write_bytes(usual / MOVED_TO, str(tmp_path).encode())
    with pytest.raises(DigicomError) as empty:
        data_folder()
    assert empty.value.id == "paths.moved_empty"
