"""Checks files one after the other in a thread of its own; what is saved is asked in between."""

import gc
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digicom_desktop.errors import DigicomError

if TYPE_CHECKING:
    from digicom_desktop.domain.verdict import Checked
    from digicom_desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Now:
    """The file in the thread; ``is_read`` once its code is known and it is compared."""

    path: Path
    future: "Future[str] | Future[Checked]"
    is_read: bool


class CheckRun(QObject):
    """Tells of each file by its path, in the thread of this object.

    Without a parent: what runs in the thread ends after the page has gone.
    """

    started = Signal(object)
    checked = Signal(object, object)
    """The ``Path``, and the ``Checked``."""
    failed = Signal(object, object)
    """The ``Path``, and the ``DigicomError``."""
    finished = Signal()
    _one_done = Signal()

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace = workspace
        self._pool = ThreadPoolExecutor(1, "check")
        self._waiting: deque[Path] = deque()
        self._now: _Now | None = None
        self._one_done.connect(self._on_one_done)

    @property
    def is_running(self) -> bool:
        """Whether a file is being checked."""
        return self._now is not None

    def start(self, path: Path) -> None:
        """Checks ``path`` after those that wait already."""
        self._waiting.append(path)
        if self._now is None:
            gc.freeze()  # as ``ExportRun`` does
            self._go_on()

    def cancel(self) -> None:
        """Checks no further file; of the one in the thread nothing is told."""
        self._waiting.clear()
        if self._now is not None:
            self._end()

    def _go_on(self) -> None:
        if not self._waiting:
            self._end()
            return
        path = self._waiting.popleft()
        self.started.emit(path)
        self._watch(path, self._pool.submit(self._workspace.stated_code, path), is_read=False)

    def _end(self) -> None:
        self._now = None
        gc.unfreeze()
        self.finished.emit()

    def _watch(self, path: Path, future: "Future[str] | Future[Checked]", *, is_read: bool) -> None:
        self._now = _Now(path, future, is_read)
        future.add_done_callback(lambda _: self._one_done.emit())

    def _on_one_done(self) -> None:
        now = self._now
        if now is None or not now.future.done():
            return  # of one that was called off
        try:
            self._tell(now)
        except DigicomError as error:
            self.failed.emit(now.path, error)
            self._go_on()
        except Exception:
            reason = DigicomError("files.failed", path=now.path, reason="")
            self.failed.emit(now.path, reason)
            self._go_on()
            raise

    def _tell(self, now: _Now) -> None:
        result = now.future.result()
        if isinstance(result, str):
            found = self._workspace.revision_by_code(result)
            future = self._pool.submit(self._workspace.check_file, now.path, found)
            self._watch(now.path, future, is_read=True)
        else:
            self.checked.emit(now.path, result)
            self._go_on()
