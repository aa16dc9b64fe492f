"""Writes files one after the other in a thread of its own."""

import gc
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import OnStep, Step

_CANCELLED = "files.cancelled"
_LONGEST_WAIT = 0.5
"""Seconds that the thread waits for a window that may have gone."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to write: ``write`` puts it at ``path`` whole or not at all, and reads it back."""

    kind: str
    path: Path
    write: Callable[[Path, OnStep], None]


class ExportRun(QObject):
    """Tells of each job by its kind, in the thread of this object.

    Without a parent: files are written to the end even when the page has gone.
    """

    started = Signal(str)
    stepped = Signal(str, object)
    """The kind, and the ``Step`` that begins."""
    written = Signal(str)
    stopped = Signal(str)
    """The file of this kind was called off; what was there before is there still."""
    failed = Signal(str, object)
    """The kind, and the ``DigicomError``."""
    finished = Signal()
    _one_done = Signal()
    _asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(1, "export")
        self._waiting: deque[Job] = deque()
        self._now: tuple[Job, Future[None]] | None = None
        self._cancelled = Event()
        self._shown = Event()
        self._one_done.connect(self._on_one_done)
        self._patience = _LONGEST_WAIT
        self._asked.connect(self._on_asked)

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._now is not None

    def start(self, jobs: Sequence[Job]) -> None:
        """Writes ``jobs``, after those that wait already."""
        self._waiting.extend(jobs)
        if not self.is_running:
            self._cancelled.clear()
            self._patience = _LONGEST_WAIT
            # Documents are many small objects. When they are cleared up, what the window is made
            # of need not be looked through as well: everything stands still so long.
            gc.freeze()
            self._go_on()

    def cancel(self) -> None:
        """Writes no further file; the one being written is given up before it is in place."""
        self._waiting.clear()
        self._cancelled.set()

    def _go_on(self) -> None:
        if not self._waiting:
            gc.unfreeze()
            self.finished.emit()
            return
        job = self._waiting.popleft()
        self.started.emit(job.kind)
        future = self._pool.submit(self._do, job)
        self._now = (job, future)
        future.add_done_callback(lambda _: self._one_done.emit())

    def _do(self, job: Job) -> None:
        """Runs in the thread of the pool."""

        def on_step(step: Step) -> None:
            if self._cancelled.is_set():
                raise DigicomError(_CANCELLED, path=job.path)
            self.stepped.emit(job.kind, step)
            self._let_window_show()

        self._let_window_show()
        job.write(job.path, on_step)

    def _let_window_show(self) -> None:
        """Waits until the window has shown what it was told.

        Both threads computing at once, the window would get its turn only every few milliseconds,
        for each of the many small steps of a layout.
        """
        self._shown.clear()
        self._asked.emit()
        if not self._shown.wait(self._patience):
            self._patience = 0.0

    def _on_asked(self) -> None:
        # A timer comes after everything that was posted before it: layouts and paintings, too.
        QTimer.singleShot(0, self._shown.set)

    def _on_one_done(self) -> None:
        if self._now is None:
            return
        (job, future), self._now = self._now, None
        try:
            self._tell(job, future)
        finally:
            self._go_on()

    def _tell(self, job: Job, future: Future[None]) -> None:
        """Raises what is a bug, after the person was told that the file was not written."""
        try:
            future.result()
        except DigicomError as error:
            if error.id == _CANCELLED:
                self.stopped.emit(job.kind)
            else:
                self.failed.emit(job.kind, error)
        except Exception as error:
            reason = type(error).__name__
            self.failed.emit(job.kind, DigicomError("files.failed", path=job.path, reason=reason))
            raise
        else:
            self.written.emit(job.kind)
