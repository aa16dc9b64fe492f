"""What is chosen in the settings holds at once, and at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.program import Program, dress
from digicom_desktop.ui import theme
from digicom_desktop.ui.fields import ChoiceField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.settings_dialog import SettingsDialog
from digicom_desktop.ui.theme import TextSize
from digicom_desktop.ui.tokens import TYPE_SCALE
from digicom_desktop.ui.told import Told


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program with a window and an empty data folder, in English."""
    preferences = PreferenceFile(tmp_path / "data", Language.EN)
    (tmp_path / "data").mkdir()
    program = Program(qapp, preferences, [])
    dress(qapp, preferences)
    program.make_window().show()
    program.open_workspace(tmp_path / "data")
    yield program
    preferences.change(text_size=TextSize.NORMAL, backup_folder="")
    dress(qapp, preferences)
    program.close()


def _button(inside: QWidget, name: str) -> QPushButton:
    return next(b for b in inside.findChildren(QPushButton) if b.accessibleName() == name)


def _in_settings(program: Program, press: list[str], text_size: str = "") -> None:
    """Opens the settings, presses the buttons named, and applies."""
    assert program.window is not None

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        if text_size:
            fields = dialog.findChildren(ChoiceField)
            fields[2].set_text(text_size)
        for name in (*press, "Apply"):
            _button(dialog, name).click()

    QTimer.singleShot(0, answer)
    program.window.show_settings()


@pytest.mark.parametrize("size", [TextSize.SMALL, TextSize.HUGE, TextSize.DOUBLE])
def test_texts_and_controls_are_as_large_as_chosen(
    qtbot: QtBot, program: Program, size: TextSize
) -> None:
    old = program.window
    _in_settings(program, [], str(int(size)))
    qtbot.waitUntil(lambda: program.window is not old)
    assert theme.text_size() is size
    window = program.window
    assert window is not None
    title = next(w for w in window.findChildren(PlainLabel) if w.text() == "My assessments")
    title.ensurePolished()
    assert title.font().pixelSize() == round(TYPE_SCALE["page"].size * size / 100)
    new = _button(window, "New assessment")
    assert new.sizeHint().height() == pytest.approx(32 * size / 100, abs=1)
    assert PreferenceFile(program.preferences._path.parent).current.text_size is size


def _choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(folder))


def test_the_folder_for_exports_is_remembered(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, tmp_path)
    _in_settings(program, ["Exported files go to: choose a folder"])
    assert program.preferences.current.export_folder == str(tmp_path)
    _in_settings(program, ["Exported files go to: use the default"])
    assert program.preferences.current.export_folder == ""


_SECOND = "Second place for backups, such as a memory stick"


def test_a_second_place_gets_the_newest_backup_at_once_and_at_the_end(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.workspace is not None
    stick = tmp_path / "stick"
    stick.mkdir()
    program.workspace.create(2025)
    program.workspace.back_up_if_changed()
    _choose(monkeypatch, stick)
    _in_settings(program, [f"{_SECOND}: choose a folder"])
    copies = stick / "DigiCom" / "backups"
    qtbot.waitUntil(lambda: len(list(copies.glob("*.sqlite3"))) == 1)
    program.workspace.create(2024)
    program.close()
    assert len(list(copies.glob("*.sqlite3"))) == 2


def test_a_stick_that_is_not_there_is_said_on_home(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.preferences.change(backup_folder=str(tmp_path / "gone"))
    program.back_up()
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.home.findChildren(Told)))
    (told,) = window.home.findChildren(Told)
    assert any("not there now" in label.text() for label in told.findChildren(QLabel))
