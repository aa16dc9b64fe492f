"""Answers the dialogs that open while something waits for them, one after the other."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from digicom_desktop.ui.waiting import WaitingDialog

Act = Callable[[QDialog], None]
"""What a person does in a dialog; it ends with a button."""


def press(text: str) -> Act:
    """Presses the button ``text``."""

    def act(dialog: QDialog) -> None:
        button(dialog, text).click()

    return act


def button(dialog: QWidget, text: str) -> QAbstractButton:
    """The visible button that says ``text``."""
    QApplication.processEvents()
    found = [
        each
        for each in dialog.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName() == text
    ]
    if len(found) != 1:
        said = [b.accessibleName() for b in dialog.findChildren(QAbstractButton) if b.isVisible()]
        raise LookupError(f"{len(found)} buttons say {text!r} among {said}")
    return found[0]


@contextmanager
def answering(*acts: Act) -> Iterator[None]:
    """Each of ``acts`` answers one dialog, in order; waiting ones are left alone."""
    waiting, done = list(acts), list[QDialog]()
    problems: list[Exception] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        is_new = isinstance(dialog, QDialog) and dialog not in done
        if not is_new or isinstance(dialog, WaitingDialog) or not isinstance(dialog, QDialog):
            return
        done.append(dialog)
        try:
            if not waiting:
                raise LookupError(f"nobody expected {dialog.windowTitle()!r}")
            waiting.pop(0)(dialog)
        except Exception as problem:
            problems.append(problem)
            dialog.reject()

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
    if problems:
        raise problems[0]
    if waiting:
        raise LookupError(f"{len(waiting)} dialogs never opened")
