"""A person without a mouse answers all 22 items in the real window on the real store."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.session import Session
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.shortcuts import is_typing
from tests.journeys.program import running_program
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
