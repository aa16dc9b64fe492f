"""Hears of what nobody caught: notes it, saves what was typed, and tells the person."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QThread, QTimer
from PySide6.QtWidgets import QApplication

from digicom_desktop import installation
from digicom_desktop.log import Event, Log

# On the way to the first paint: only those who must say something load more.
if TYPE_CHECKING:
    from threading import ExceptHookArgs
    from types import TracebackType

    from digicom_desktop.ui.preferences import PreferenceFile
    from digicom_desktop.workspace import Workspace

_PAUSE = 10.0
"""Seconds after an answer in which a further crash is only noted."""


class Running(Protocol):
    """What the hook asks of the program."""

    workspace: Workspace | None
    preferences: PreferenceFile

    def save_typed(self) -> bool:
        """Whether everything that was typed is on the disk now."""


class CrashHook:
    """The exception hook of the process; the program goes on afterwards.

    ``running`` is None until there is a program to ask.
    """

    def __init__(
        self, log: Log, preferences: PreferenceFile, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.running: Running | None = None
        self._log = log
        self._preferences = preferences
        self._now = now
        self._mark = installation.program_mark()
        self._is_telling = False
        self._quiet_until = 0.0

    def hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An exception hook."""
        if installation.program_mark() != self._mark:
            # A version that was installed meanwhile has other files: that is nobody's mistake.
            if QApplication.activeModalWidget() is None:
                say_replaced(self._preferences)
            return
        _print(kind, error, trace)
        if issubclass(kind, Exception):
            self._log.failure(Event.CRASH, error)
            self._tell_soon()

    def hear_of_thread(self, failed: ExceptHookArgs) -> None:
        """The exception hook of threads: nobody waits for them, so that it is only noted."""
        if failed.exc_value is not None:
            _print(failed.exc_type, failed.exc_value, failed.exc_traceback)
            self._log.failure(Event.CRASH, failed.exc_value)

    def _tell_soon(self) -> None:
        """Has the person told when the loop comes round: a crash may come from a paint event."""
        application = QCoreApplication.instance()
        if application is None or self._is_telling or self._now() < self._quiet_until:
            return
        self._is_telling = True
        here = QThread.currentThread()
        if here.loopLevel() or here != application.thread():
            QTimer.singleShot(0, application, self._tell)
        else:
            self._tell()

    def _tell(self) -> None:
        try:
            self._ask()
        except Exception as error:
            # A crash inside a crash: there is nothing left but to note it.
            _print(type(error), error, error.__traceback__)
            self._log.failure(Event.CRASH, error)
        finally:
            self._quiet_until = self._now() + _PAUSE
            self._is_telling = False

    def _ask(self) -> None:
        from digicom_desktop.ui.crash import SAVE, CrashQuestion

        if CrashQuestion(saved=self._save_typed()).ask() == SAVE:
            from digicom_desktop.ui.diagnostics_desk import DiagnosticsDesk

            running = self.running
            preferences = running.preferences if running else self._preferences
            workspace = running.workspace if running else None
            DiagnosticsDesk(self._log, preferences, workspace).save()

    def _save_typed(self) -> bool:
        try:
            return self.running is None or self.running.save_typed()
        except Exception as error:
            self._log.failure(Event.CRASH, error)
            return False


def say_replaced(preferences: PreferenceFile) -> None:
    """Says that this is no longer the program that is installed."""
    from digicom_desktop.ui.dialogs import show_message
    from digicom_desktop.ui.telling import words_of

    title = QCoreApplication.translate("MainWindow", "DigiCom Desktop")
    show_message(title, words_of(preferences.language).say("window.replaced"))


def _print(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if sys.stderr is not None:
        sys.__excepthook__(kind, error, trace)
