"""Writes files one after the other in a thread of its own."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digicom_desktop.errors import DigicomError


@dataclass(frozen=True, slots=True)
class Job:
    """A file to write: ``write`` puts it at ``path`` whole or not at all, and reads it back."""

    kind: str
    path: Path
    write: Callable[[Path], None]


class ExportRun(QObject):
    """Tells of each job by its kind, in the thread of this object.

    Without a parent: files are written to the end even when the page has gone.
    """

    started = Signal(str)
    written = Signal(str)
    failed = Signal(str, object)
    """The kind, and the ``DigicomError``."""
    finished = Signal()
    _one_done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(1, "export")
        self._waiting: deque[Job] = deque()
        self._now: tuple[Job, Future[None]] | None = None
        self._one_done.connect(self._on_one_done)

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._now is not None

    def start(self, jobs: Sequence[Job]) -> None:
        """Writes ``jobs``, after those that wait already."""
        self._waiting.extend(jobs)
        if not self.is_running:
            self._go_on()

    def cancel(self) -> None:
        """Writes no further file; the one being written is finished, never left half."""
        self._waiting.clear()

    def _go_on(self) -> None:
        if not self._waiting:
            self.finished.emit()
            return
        job = self._waiting.popleft()
        self.started.emit(job.kind)
        future = self._pool.submit(job.write, job.path)
        self._now = (job, future)
        future.add_done_callback(lambda _: self._one_done.emit())

    def _on_one_done(self) -> None:
        if self._now is None:
            return
        (job, future), self._now = self._now, None
        try:
            future.result()
        except DigicomError as error:
            self.failed.emit(job.kind, error)
        else:
            self.written.emit(job.kind)
        self._go_on()
