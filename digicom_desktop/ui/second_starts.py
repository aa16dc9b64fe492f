"""Hears of every further start of the program on the data that is open here."""

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from digicom_desktop.long_paths import plain

if TYPE_CHECKING:
    from digicom_desktop.workspace import Workspace

_LOOK_AGAIN = 500
"""Milliseconds after which we look again whether a dialog has been answered."""


class SecondStarts(QObject):
    """Tells what somebody wants who started the program again."""

    window_wanted = Signal()
    file_brought = Signal(object)
    """The ``Path`` of a file to open; not while a dialog waits for an answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._files: deque[Path] = deque()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._answered = QTimer(self, singleShot=True, interval=_LOOK_AGAIN)
        self._answered.timeout.connect(self._bring)

    def watch(self, workspace: "Workspace") -> None:
        """Hears of starts on the data of ``workspace``, and no longer on any other."""
        self.stop()
        try:
            folder = workspace.requests_folder()
        except OSError:  # then a second start says that the data is in use
            return
        self._workspace = workspace
        self._watcher.addPath(str(plain(folder)))  # Qt has its own way to long ones
        self._on_changed()

    def stop(self) -> None:
        """Hears of nothing any more."""
        self._workspace = None
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def _on_changed(self) -> None:
        wanted = self._workspace.take_requests() if self._workspace is not None else ()
        if wanted:
            self._files.extend(file for file in wanted if file is not None)
            self.window_wanted.emit()
            self._bring()

    def _bring(self) -> None:
        if not self._files:
            return
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            self._answered.start()
            return
        file = self._files.popleft()
        if self._files:
            self._answered.start()
        self.file_brought.emit(file)


def come_forward(window: QWidget) -> None:
    """Puts ``window``, or the dialog over it, before all others, as far as the system lets us."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    for shown in (window, QApplication.activeModalWidget()):
        if shown is not None:
            shown.raise_()
            shown.activateWindow()
