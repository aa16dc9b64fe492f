"""Writes in a thread what a backup left to be written as readable text, while the person works."""

from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicom_desktop.workspace import Workspace

_AT_ONCE = 100
"""Assessments between two looks at whether to stop."""
_PAUSE = 0.05
"""Seconds in which the window has the computer for itself."""


class CatchingUp:
    """One thread at most, and none when all is written."""

    def __init__(self) -> None:
        self._stopped = Event()
        self._thread: Thread | None = None

    def start(self, workspace: "Workspace") -> None:
        """Begins, unless it is at it."""
        if self._thread is None or not self._thread.is_alive():
            self._stopped.clear()
            self._thread = Thread(target=self._run, args=(workspace,), daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Returns when nothing is written any more; the next backup goes on from there."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, workspace: "Workspace") -> None:
        while workspace.write_readable(_AT_ONCE):
            if self._stopped.wait(_PAUSE):
                break
