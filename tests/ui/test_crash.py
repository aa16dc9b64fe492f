"""A mistake of the program: the person is told, what was typed is saved, and diagnostics say it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.log import Log
from digicom_desktop.program import Program, dress
from digicom_desktop.ui.crash import CrashQuestion
from digicom_desktop.ui.crash_hook import CrashHook
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace
from tests.ui.modal import Act, answering, button, press
from tests.ui.stage import texts

TELLTALE = "泄密者zhangsan"


class _Seconds:
    """A clock that stands still until the test turns it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> _Seconds:
    return _Seconds()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program in a folder that bears a name, with an assessment open."""
    folder = tmp_path / TELLTALE
    folder.mkdir()
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    dress(qapp, program.preferences)
    program.make_window().show()
    program.open_workspace(folder)
    assert program.window is not None
    assert program.workspace is not None
    program.window.open_session(program.workspace.create(2025), "company")
    yield program
    program.close()


@pytest.fixture
def hook(program: Program, seconds: _Seconds, monkeypatch: pytest.MonkeyPatch) -> CrashHook:
    """The hook of this process, as ``app.main`` sets it."""
    hook = CrashHook(program._log, program.preferences, seconds)
    hook.running = program
    monkeypatch.setattr(sys, "excepthook", hook.hear)
    return hook


def _crash(error: Exception) -> None:
    """Raises ``error`` in a slot, as a mistake in a page does."""

    def fall() -> None:
        raise error

    QTimer.singleShot(0, fall)


def _reading(said: list[str], answer: str) -> Act:
    def act(dialog: QDialog) -> None:
        said.extend(texts(dialog))
        button(dialog, answer).click()

    return act


def _name_field(program: Program) -> QLineEdit:
    assert program.window is not None
    assert program.window.page is not None
    fields = program.window.page.findChildren(QLineEdit)
    return next(field for field in fields if field.isVisible() and field.isEnabled())


def _wait_for_answer(qtbot: QtBot, hook: CrashHook) -> None:
    before = hook._quiet_until
    qtbot.waitUntil(lambda: hook._quiet_until > before)


def _log(program: Program) -> str:
    return "".join(program._log.texts().values())


def test_what_was_typed_is_on_the_disk_before_the_person_is_told(
    qtbot: QtBot, program: Program, hook: CrashHook
) -> None:
    assert program.workspace is not None
    said: list[str] = []
    saved: list[str] = []

    def look(dialog: QDialog) -> None:
        assert program.workspace is not None
        saved.extend(row.summary.firm for row in program.workspace.rows())
        _reading(said, "Go on")(dialog)

    field = _name_field(program)
    field.setFocus()
    QTest.keyClicks(field, "Tea Farm")
    with answering(look):
        _crash(KeyError(TELLTALE))
        _wait_for_answer(qtbot, hook)
    assert saved == ["Tea Farm"]
    assert any("Everything that you typed has been saved." in text for text in said)
    QTest.keyClicks(field, " 2")
    program.save_typed()
    assert [row.summary.firm for row in program.workspace.rows()] == ["Tea Farm 2"]


def test_the_diagnostics_of_a_crash_hold_nothing_of_the_person(
    qtbot: QtBot,
    program: Program,
    hook: CrashHook,
    tmp_path: Path,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "out.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), ""))
    field = _name_field(program)
    field.setFocus()
    QTest.keyClicks(field, "zhangsan Tea")
    said: list[str] = []
    with answering(press("Save diagnostics…"), _reading(said, "OK")):
        _crash(ValueError(f"{TELLTALE} {own_home}"))
        _wait_for_answer(qtbot, hook)
    assert any(text.startswith(str(target)) for text in said)
    with ZipFile(target) as file:
        members = {name: file.read(name).decode() for name in file.namelist()}
    everything = "\n".join((*members, *members.values()))
    assert " crash ValueError @ test_crash.py:" in everything
    assert "screen = " in members["versions.txt"]
    secrets = [TELLTALE, "zhangsan", "泄密", str(own_home), str(tmp_path), own_home.name]
    assert [secret for secret in secrets if secret in everything] == []


def test_where_diagnostics_cannot_be_written_a_sentence_says_so(
    qtbot: QtBot,
    program: Program,
    hook: CrashHook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "gone" / "out.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), ""))
    said: list[str] = []
    with answering(press("Save diagnostics…"), _reading(said, "OK")):
        _crash(ValueError())
        _wait_for_answer(qtbot, hook)
    assert "Not saved" in said


def test_before_there_is_a_program_diagnostics_can_be_saved_as_well(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), ""))
    hook = CrashHook(Log(), PreferenceFile(tmp_path, Language.EN))
    with answering(press("Save diagnostics…"), press("OK")):
        hook.hear(RuntimeError, RuntimeError("once"), None)
    with ZipFile(target) as file:
        assert " crash RuntimeError" in file.read("digicom.log").decode()


class _Falling(QWidget):
    """Fails with every frame."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        raise RuntimeError(TELLTALE)


def test_what_fails_with_every_frame_is_told_once_and_not_at_once_again(
    qtbot: QtBot, program: Program, hook: CrashHook, seconds: _Seconds
) -> None:
    falling = _Falling()
    qtbot.addWidget(falling)

    def paint() -> None:
        before = falling.painted
        falling.update()
        qtbot.waitUntil(lambda: falling.painted > before)

    def paint_and_go_on(dialog: QDialog) -> None:
        paint()
        button(dialog, "Go on").click()

    with answering(paint_and_go_on):
        falling.show()
        _wait_for_answer(qtbot, hook)
        paint()
        seconds.now += 9
        paint()
        assert not hook._is_telling
    seconds.now += 2
    with answering(paint_and_go_on):
        before = hook._quiet_until
        falling.update()
        qtbot.waitUntil(lambda: hook._quiet_until > before)
    falling.hide()
    assert _log(program).count(" crash RuntimeError") == 1
    assert " repeated times=" in _log(program)


class _Broken:
    """A program that fails at everything."""

    workspace: Workspace | None = None

    def __init__(self, preferences: PreferenceFile) -> None:
        self.preferences = preferences

    def save_typed(self) -> bool:
        raise RuntimeError("within")


def test_a_crash_inside_a_crash_ends_with_a_sentence_that_is_true(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    log, preferences = Log(), PreferenceFile(tmp_path, Language.EN)
    hook = CrashHook(log, preferences)
    hook.running = _Broken(preferences)
    said: list[str] = []

    def crash_again(dialog: QDialog) -> None:
        hook.hear(KeyError, KeyError("again"), None)
        _reading(said, "Go on")(dialog)

    with answering(crash_again):
        hook.hear(RuntimeError, RuntimeError("once"), None)
    assert any("could not be saved yet" in text for text in said)
    noted = log.texts()["digicom.log"]
    assert [line.split()[1:3] for line in noted.splitlines()] == [
        ["crash", "RuntimeError"],
        ["crash", "RuntimeError"],
        ["crash", "KeyError"],
    ]


def test_a_dialog_that_fails_itself_is_noted_and_nothing_more(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(question: CrashQuestion) -> int:
        raise RuntimeError("within")

    monkeypatch.setattr(CrashQuestion, "exec", fall)
    log = Log()
    hook = CrashHook(log, PreferenceFile(tmp_path, Language.EN))
    hook.hear(KeyError, KeyError("once"), None)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, CrashQuestion):
            window.deleteLater()
    assert not hook._is_telling
    assert [line.split()[2] for line in log.texts()["digicom.log"].splitlines()] == [
        "KeyError",
        "RuntimeError",
    ]


def test_a_thread_that_fails_is_noted(
    program: Program, hook: CrashHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall() -> None:
        raise LookupError(TELLTALE)

    monkeypatch.setattr("threading.excepthook", hook.hear_of_thread)
    thread = Thread(target=fall)
    thread.start()
    thread.join()
    assert " crash LookupError @ threading.py:" in _log(program)
    assert TELLTALE not in _log(program)


def test_diagnostics_can_be_saved_from_the_settings_without_leaving_them(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), ""))
    is_back: list[bool] = []

    def save_and_leave(dialog: QDialog) -> None:
        button(dialog, "Save diagnostics…").click()
        is_back.append(QApplication.activeModalWidget() is dialog)
        dialog.reject()

    def save(dialog: QDialog) -> None:
        # Another dialog is to be answered meanwhile.
        QTimer.singleShot(0, lambda: save_and_leave(dialog))

    assert program.window is not None
    with answering(save, press("OK")):
        program.window.show_settings()
    assert is_back == [True]
    with ZipFile(target) as file:
        assert " opened assessments=0" in file.read("digicom.log").decode()
