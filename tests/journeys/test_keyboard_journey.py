"""A person without a mouse answers all 22 items in the real window on the real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.session import Session
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.shortcuts import is_typing
from tests.journeys.by_tree import LEVELS, OF_THE_YEAR, REASON
from tests.journeys.person import Person
from tests.journeys.program import know_the_firm, make_photos, running_program
from tests.journeys.watchdog import Watchdog

_NOT_APPLICABLE = frozenset({"3.1", "6.1"})
_LATER = frozenset({"2.2", "5.3"})
_REASON = "本企业没有开展过这项业务，也没有计划"


class Keyboard:
    """Presses keys where the keyboard is, and counts them; a text is one, as from a clipboard."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.pressed = 0

    def press(self, key: str) -> None:
        """One key, or several held together."""
        self.pressed += 1
        QTest.keySequence(self._focused(), QKeySequence(key))
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """What an input method or the clipboard brings."""
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def leave_text(self) -> None:
        """Tab, until the keyboard is in no field of text."""
        while is_typing():
            self.press("Tab")

    def _focused(self) -> QWidget:
        top = QApplication.activeModalWidget() or self._window
        return top.focusWidget() or top


def _session(window: MainWindow) -> Session:
    assert window.page is not None
    return window.page.session


def _place(window: MainWindow) -> str:
    assert window.page is not None
    return window.page.place


def _create(keyboard: Keyboard, qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, lambda: keyboard.press("Return"))
    keyboard.press("Ctrl+N")
    qtbot.waitUntil(lambda: window.page is not None)
    with qtbot.waitActive(window):  # no window manager gives the keyboard back
        window.activateWindow()


def _answer(keyboard: Keyboard, item: str, number: int) -> Answer:
    """Answers the item that is shown; what was meant."""
    if item in _NOT_APPLICABLE:
        keyboard.press("N")
        keyboard.write(_REASON)
        keyboard.leave_text()
        return Answer(item, not_applicable=True, reason=_REASON)
    if item in _LATER:
        keyboard.press("F")
    keyboard.press(str(number % 5))
    return Answer(item, level=number % 5, later=item in _LATER)


def test_all_items_are_answered_without_a_mouse(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, watchdog: Watchdog
) -> None:
    data = tmp_path / "数据"
    with running_program(qapp, data, watchdog) as window:
        window.activateWindow()
        qtbot.waitActive(window)
        keyboard = Keyboard(window)
        _create(keyboard, qtbot, window)
        keyboard.leave_text()
        session = _session(window)
        before = keyboard.pressed
        meant: dict[str, Answer] = {}
        for number, item in enumerate(session.edition.item_ids):
            keyboard.press("Ctrl+Return")
            assert _place(window) == f"item/{item}"
            meant[item] = _answer(keyboard, item, number)
        assert dict(session.saved.answers) == meant
        # One way on and one answer for each, a flag for two, and for two a reason and two Tabs.
        assert keyboard.pressed - before <= 2 * len(meant) + len(_LATER) + 3 * len(_NOT_APPLICABLE)

        keyboard.press("Ctrl+Return")
        assert _place(window) == "review"
        _take_back(keyboard, window, meant)
        id = session.id

    with running_program(qapp, data, watchdog) as window:
        assert dict(window._workspace.open(id).current.answers) == meant


def test_a_typical_assessment_is_finished_and_exported_without_a_mouse(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    watchdog: Watchdog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, target = tmp_path / "数据", tmp_path / "报送"
    target.mkdir()
    know_the_firm(data)
    photos = make_photos(tmp_path)
    PreferenceFile(data, Language.EN).change(export_folder=str(target))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *args: (photos, ""))
    with running_program(qapp, data, watchdog) as window:
        qtbot.waitActive(window)
        person = Person(window)
        QTimer.singleShot(0, lambda: person.press("Return"))
        person.press("Ctrl+N")
        with qtbot.waitActive(window):  # no window manager gives the keyboard back
            window.activateWindow()
        _tell_of_the_firm(person, qtbot, window)
        session = _session(window)
        for number in range(len(session.edition.item_ids)):
            person.press("Ctrl+Return")
            person.press(str(LEVELS[number % len(LEVELS)]))
        person.tab_to("choose files…")
        person.press("Space")
        qtbot.waitUntil(lambda: len(session.saved.evidence.entries) == 2)
        person.press("Ctrl+Return")
        _explain(person, window)
        person.tab_to("Finalise…")
        QTimer.singleShot(0, lambda: _press_finalise(person))
        person.press("Space")
        assert session.state is State.FINALISED
        person.tab_to("Export files")
        person.press("Space")
        files = person.find(ExportFiles, lambda _: True)
        person.tab_to("Export 3 files")
        # While a thread writes, the heartbeat waits for the interpreter as long as that does.
        with watchdog.resting(), qtbot.waitSignal(files.finished, timeout=60_000):
            person.press("Space")
        person.leave()
    assert {path.suffix for path in target.iterdir()} == {".xlsx", ".pdf"}
    assert person.deepest == 1


def _tell_of_the_firm(person: Person, qtbot: QtBot, window: MainWindow) -> None:
    person.tab_to("Unified social credit code")
    person.write(window._workspace.library.sample().company.credit_code)
    qtbot.wait(700)  # as long as the field waits for more
    person.tab_to("Fill in the company information")
    person.press("Space")
    for name, text in OF_THE_YEAR.items():
        person.tab_to(name.format(year=system_clock().year - 1))
        person.write(text)


def _explain(person: Person, window: MainWindow) -> None:
    """F8 leads from finding to finding; one reason for each kind."""
    session = _session(window)
    assert _place(window) == "review"
    for _ in range(len(session.appraisal.open_findings)):
        if not session.appraisal.open_findings:
            return
        person.press("F8")
        if is_typing():
            person.write(REASON)
            person.press("Return")
            person.press("Tab")
            reached = QApplication.focusWidget()
            if isinstance(reached, QAbstractButton) and reached.text().startswith("The same"):
                person.press("Space")
        else:
            person.press("Space")
    assert not session.appraisal.open_findings


def _press_finalise(person: Person) -> None:
    person.tab_to("Finalise")
    person.press("Space")


def _take_back(keyboard: Keyboard, window: MainWindow, meant: dict[str, Answer]) -> None:
    """The last answer is taken back, comes again, and the rail leads where the person wants."""
    session = _session(window)
    keyboard.press("Ctrl+Z")
    assert session.saved.answer("6.4").level is None
    keyboard.press("Ctrl+Y")
    assert dict(session.saved.answers) == meant
    assert window.page is not None
    window.page.go("item/6.4")
    QApplication.processEvents()
    keyboard.press("Alt+Left")
    assert _place(window) == "item/6.3"
    keyboard.press("Alt+Right")
    assert _place(window) == "item/6.4"
