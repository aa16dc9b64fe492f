"""A person at the window with mouse and keyboard: does only what can be done there, and counts."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.shortcuts import is_typing

W = TypeVar("W", bound=QWidget)

_FARTHEST = 150
"""Presses of Tab; who needs more would give up."""


class Person(QObject):
    """``acts`` counts clicks, key chords and turns of the wheel; a text is one chord, as pasted.

    ``deepest`` is how many dialogs were open at once.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.acts = 0
        self.deepest = 0
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
            self.deepest = max(self.deepest, sum(w.isVisible() for w in shown))
        return False

    def leave(self) -> None:
        """Looks no more."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def click(self, widget: QWidget) -> None:
        """Clicks in the middle of ``widget``, which is scrolled into sight before if it must be."""
        self._bring_into_sight(widget)
        middle = widget.rect().center()
        # Asked of the window itself: it may be larger than the screen of a machine without one.
        hit = widget.window().childAt(widget.mapTo(widget.window(), middle))
        if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
            raise LookupError(f"{widget.accessibleName()!r} is hidden behind {hit}")
        self.acts += 1
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(widget, middle))
        QApplication.processEvents()

    def press(self, keys: str) -> None:
        """One key, or several held together, where the keyboard is."""
        self.acts += 1
        top = QApplication.activeModalWidget() or self._window
        QTest.keySequence(top.focusWidget() or top, QKeySequence(keys))
        QApplication.processEvents()

    def tab_to(self, name: str) -> QWidget:
        """Presses Tab until the keyboard is on what is called ``name``."""
        for _ in range(_FARTHEST):
            self.press("Tab")
            top = QApplication.activeModalWidget() or self._window
            reached = top.focusWidget()
            if _said(reached).startswith(name):
                return reached
        raise LookupError(f"Tab does not lead to {name!r}")

    def write(self, text: str) -> None:
        """What an input method or the clipboard brings, where the keyboard is."""
        if not is_typing():
            raise LookupError("the keyboard is in no field of text")
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def fill(self, name: str, text: str) -> None:
        """Clicks on the field that is called ``name`` and writes into it."""
        self.click(self.field(name))
        self.write(text)

    def push(self, text: str) -> None:
        """Clicks on the button that says ``text``."""
        self.click(self.find(QAbstractButton, lambda b: _says(b).startswith(text)))

    def push_in(self, part: QWidget, text: str) -> None:
        """Clicks on the button in ``part`` that says ``text``."""
        self.click(
            self.find(QAbstractButton, lambda b: part.isAncestorOf(b) and _says(b).startswith(text))
        )

    def field(self, name: str) -> QWidget:
        """The line or area of text called ``name``."""
        fields = [*self._in_sight(QLineEdit), *self._in_sight(QPlainTextEdit)]
        return _only([f for f in fields if f.accessibleName().startswith(name)], name)

    def find(self, kind: type[W], wanted: Callable[[W], bool]) -> W:
        """The one widget of ``kind`` on the window, or on its dialog, that is ``wanted``."""
        return _only([widget for widget in self._in_sight(kind) if wanted(widget)], str(kind))

    def _in_sight(self, kind: type[W]) -> list[W]:
        top = QApplication.activeModalWidget() or self._window
        return [w for w in top.findChildren(kind) if w.isVisible() and w.isEnabled()]

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Turns the wheel until the middle of ``widget`` is seen: one act, however far it is."""
        areas = [area for area in self._in_sight(QScrollArea) if area.isAncestorOf(widget)]
        for turn in range(3):  # heights may change on the way
            if widget.visibleRegion().contains(widget.rect().center()):
                return
            self.acts += turn == 0
            for area in areas:
                middle = widget.mapTo(area.widget(), widget.rect().center())
                area.ensureVisible(middle.x(), middle.y(), 0, 80)
            QApplication.processEvents()


def _said(widget: QWidget) -> str:
    return _says(widget) if isinstance(widget, QAbstractButton) else widget.accessibleName()


def _says(button: QAbstractButton) -> str:
    return button.text() or button.accessibleName()


def _only(found: list[W], wanted: str) -> W:
    if len(found) != 1:
        raise LookupError(f"{[w.accessibleName() for w in found]} for {wanted!r}")
    return found[0]
