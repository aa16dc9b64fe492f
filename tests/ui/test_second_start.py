"""The program is started again while its window is open."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.program import Program, dress
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from tests.store.samples import PROJECT
from tests.ui.modal import answering, press
from tests.ui.stage import workspace_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program with its window on ``data``."""
    folder = tmp_path / "data"
    folder.mkdir()
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    dress(qapp, program.preferences)
    program.make_window().show()
    program.open_workspace(folder)
    yield program
    program.close()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A file to bring in."""
    path = tmp_path / "模板 & 2025.xlsx"
    with workspace_in(tmp_path / "other") as workspace:
        workspace.write_template(path, 2025, Language.ZH)
    return path


def _window(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def _start_again(qtbot: QtBot, folder: Path, *files: str, cwd: Path = PROJECT) -> tuple[int, str]:
    """Starts the program as a double click does; its exit status, and what it said."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(PROJECT), *sys.path])}
    command = [sys.executable, "-m", "digicom_desktop", "--data-dir", str(folder), *files]
    with subprocess.Popen(
        command, cwd=cwd, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        assert process.stderr is not None
        return process.returncode, process.stderr.read()


class _Seen:
    """Cancels dialogs, and says which they were."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def cancel(self, dialog: QDialog) -> None:
        """Answers one dialog."""
        self.names.append(type(dialog).__name__)
        press("Cancel")(dialog)


def test_the_file_of_a_second_start_is_opened_in_the_window_that_is_there(
    qtbot: QtBot, program: Program, tmp_path: Path, template: Path
) -> None:
    seen = _Seen()
    with answering(seen.cancel):
        status = _start_again(qtbot, tmp_path / "data", template.name, cwd=tmp_path)
        assert status == (0, "")
        qtbot.waitUntil(lambda: seen.names == ["ImportDialog"], timeout=20_000)
    assert program.workspace is not None
    assert program.workspace.rows() == ()


def test_a_second_start_without_a_file_brings_the_window_back(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window = _window(program)
    window.showMinimized()
    assert _start_again(qtbot, tmp_path / "data") == (0, "")
    assert not window.windowState() & Qt.WindowState.WindowMinimized


def test_a_file_waits_until_the_open_dialog_has_been_answered(
    qtbot: QtBot, program: Program, tmp_path: Path, template: Path
) -> None:
    seen, window = _Seen(), _window(program)

    def start_again_over_the_dialog(dialog: QDialog) -> None:
        assert _start_again(qtbot, tmp_path / "data", str(template))[0] == 0
        qtbot.wait(700)
        assert QApplication.activeModalWidget() is dialog
        seen.cancel(dialog)

    with answering(start_again_over_the_dialog, seen.cancel):
        window.show_settings()
        qtbot.waitUntil(lambda: len(seen.names) == 2, timeout=20_000)
    assert seen.names == ["SettingsDialog", "ImportDialog"]


def test_what_waited_before_the_window_listened_is_opened_then(
    qtbot: QtBot, program: Program, tmp_path: Path, template: Path
) -> None:
    assert program.workspace is not None
    assert program._second_starts is not None
    program._second_starts.stop()
    requests = program.workspace.requests_folder()
    with subprocess.Popen(
        [sys.executable, "-m", "digicom_desktop", "--data-dir", str(tmp_path / "data"), template],
        cwd=PROJECT,
    ) as process:
        qtbot.waitUntil(lambda: any(requests.glob("*.json")), timeout=20_000)
        seen = _Seen()
        with answering(seen.cancel):
            program._second_starts.watch(program.workspace)
            qtbot.waitUntil(lambda: seen.names == ["ImportDialog"], timeout=20_000)
        assert process.wait(20) == 0
