"""Copies backups to a second place in a thread, while the person goes on working."""

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digicom_desktop.errors import DigicomError

if TYPE_CHECKING:
    from digicom_desktop.workspace import Workspace


class SecondPlace(QObject):
    """``ended`` tells in the thread of the window what came of a copy."""

    ended = Signal(object)
    """None, or the ``DigicomError`` that says why there is no copy."""
    _over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._next: tuple[Workspace, Path] | None = None
        self._over.connect(self._on_over)

    @property
    def is_busy(self) -> bool:
        """Whether a copy is being made."""
        return self._thread is not None and self._thread.is_alive()

    def copy(self, workspace: "Workspace", place: Path) -> None:
        """Begins a copy; while one is being made, another one follows it, which then counts."""
        if self.is_busy:
            self._next = workspace, place
        else:
            self._thread = Thread(target=self._run, args=(workspace, place), daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Returns when no copy is being made any more; none that was to follow begins."""
        self._next = None
        if self._thread is not None:
            self._thread.join()

    def _on_over(self, problem: DigicomError | None) -> None:
        following, self._next = self._next, None
        if following is None:
            self.ended.emit(problem)
        else:
            self.stop()
            self.copy(*following)

    def _run(self, workspace: "Workspace", place: Path) -> None:
        problem = None
        try:
            workspace.copy_to_second_place(place)
        except DigicomError as error:
            problem = error
        self._over.emit(problem)
