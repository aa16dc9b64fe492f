"""Damaged data is replaced by a backup that lies elsewhere, as on a memory stick."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.program import Program, dress
from digicom_desktop.ui.preferences import PreferenceFile
from tests.ui.modal import Act, answering, press
from tests.ui.stage import workspace_in

RUBBISH = b"rubbish" * 2000


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with a backup of two assessments, from before the disk failed."""
    place = tmp_path / "U盘"
    place.mkdir()
    with workspace_in(tmp_path / "data") as workspace:
        workspace.add_sample()
        workspace.create(2024)
        workspace.back_up_if_changed()
        workspace.copy_to_second_place(place)
    return place


@pytest.fixture
def folder(tmp_path: Path, stick: Path) -> Path:
    """A data folder of which the database and every backup is damaged."""
    folder = tmp_path / "data"
    shutil.rmtree(folder / "backups")
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    return folder


def _start(qapp: QApplication, folder: Path, *acts: Act) -> Program:
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    dress(qapp, program.preferences)
    program.make_window().show()
    with answering(*acts):
        program.open_workspace(folder)
    return program


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("way", ["folder", "file"])
def test_a_backup_on_a_stick_takes_the_place_of_damaged_data(
    qapp: QApplication, folder: Path, stick: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = (stick / "DigiCom" / "backups").glob("*.sqlite3")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    button = "Restore from a folder or stick…" if way == "folder" else "Restore from a file…"
    program = _start(qapp, folder, press(button), press("Restore"))
    assert program.workspace is not None
    assert len(program.workspace.rows()) == 2
    (aside,) = (folder / "damaged").iterdir()
    assert (aside / "digicom.sqlite3").read_bytes() == RUBBISH
    assert program.close() == 0


def test_who_thinks_better_of_it_is_asked_again_and_nothing_is_touched(
    qtbot: QtBot, qapp: QApplication, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = iter(["", str(stick)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(chosen))
    again = press("Restore from a folder or stick…")
    program = _start(qapp, folder, again, again, press("Cancel"), press("Quit"))
    assert program.workspace is None
    assert (folder / "digicom.sqlite3").read_bytes() == RUBBISH
    assert not (folder / "damaged").exists()
    program.close()


def test_a_folder_without_a_backup_is_a_sentence(
    qtbot: QtBot, qapp: QApplication, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "empty"))
    ask = press("Restore from a folder or stick…")
    program = _start(qapp, folder, ask, press("OK"), press("Quit"))
    assert program.workspace is None
    program.close()
