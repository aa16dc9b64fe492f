"""Data that was moved or restored is opened again; where that fails, a sentence says why."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.program import PROBLEM, Program, dress
from digicom_desktop.ui.main_window import Whereabouts
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.told import Told
from digicom_desktop.workspace import Workspace
from tests.ui.modal import answering, button
from tests.ui.stage import texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def program(qapp: QApplication, folder: Path) -> Iterator[Program]:
    """The program, with an assessment open, that has let its data go for a moment."""
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    dress(qapp, program.preferences)
    program.make_window().show()
    program.open_workspace(folder)
    assert program.window is not None
    assert program.workspace is not None
    program.window.open_session(program.workspace.create(2025), "item/2.3")
    program.workspace.back_up_if_changed()
    program._put_down(program.window)
    program.workspace.close()
    yield program
    program.close()
    # A loop that was told to end is never told otherwise but by another one.
    QTimer.singleShot(0, qapp.exit)
    qapp.exec()


def _where(program: Program) -> Whereabouts:
    assert program.window is not None
    return program.window.whereabouts()


def test_a_folder_that_somebody_else_has_open_by_then_is_said_and_ends_the_program(
    qtbot: QtBot, program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Workspace.at(folder, resources_folder(), system_clock)
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        said.extend(texts(dialog))
        button(dialog, "Quit").click()

    statuses: list[int] = []
    with monkeypatch.context() as patched, answering(read):
        patched.setattr(program._application, "exit", statuses.append)
        assert not program._go_on_in(folder, _where(program))
    other.close()
    assert any("already using this data folder" in text for text in said)
    assert statuses == [PROBLEM]
    assert " not_opened DigicomError store.in_use" in program._log.texts()["digicom.log"]


def test_data_that_is_damaged_by_then_can_be_recovered(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    where, before = _where(program), program.window
    (folder / "digicom.sqlite3").write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    restore = next(iter((folder / "backups").glob("*.sqlite3")))
    assert restore.is_file()

    def choose(dialog: QDialog) -> None:
        labels = [text for text in _buttons(dialog) if text.startswith("Restore the backup")]
        button(dialog, labels[0]).click()

    with answering(choose):
        assert program._go_on_in(folder, where)
    assert program.window is not before
    assert program.workspace is not None
    assert len(program.workspace.rows()) == 1
    assert program.window is not None
    assert program.window.page is not None
    assert program.window.page.place == "item/2.3"


def test_an_assessment_that_is_gone_by_then_leads_to_the_list_with_a_sentence(
    qtbot: QtBot, program: Program, folder: Path, tmp_path: Path
) -> None:
    where = _where(program)
    empty = tmp_path / "empty"
    Workspace.at(empty, resources_folder(), system_clock).close()
    shutil.copy(empty / "digicom.sqlite3", folder / "digicom.sqlite3")
    assert program._go_on_in(folder, where)
    assert program.window is not None
    assert program.window.page is None
    told = program.window.home.findChildren(Told)
    assert len(told) == 1


def _buttons(dialog: QDialog) -> list[str]:
    return [b.accessibleName() for b in dialog.findChildren(QAbstractButton) if b.isVisible()]


def test_the_log_of_a_move_is_in_the_new_folder_and_complete(
    qtbot: QtBot, program: Program, folder: Path, tmp_path: Path
) -> None:
    where = _where(program)
    program._opening.let_go()
    new = tmp_path / "new"
    shutil.copytree(folder, new)
    assert program._go_on_in(new, where)
    program.back_up()
    lines = (new / "logs" / "digicom.log").read_text(encoding="utf-8").splitlines()
    assert [line.split()[1] for line in lines] == ["start", "opened", "backup", "opened"]
    assert (folder / "logs" / "digicom.log").read_text(encoding="utf-8").count("\n") == 3
