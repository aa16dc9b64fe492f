"""Copies files of evidence in a thread of its own, one after the other."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError


class EvidenceCopying(QObject):
    """``done`` and ``failed`` come in the order asked for, in the thread of this object.

    Without a parent: a copy may end after the page that asked for it has gone.
    """

    done = Signal(object, str)
    """The ``EvidenceFile``, and what it was asked for with."""
    failed = Signal(object)
    """The ``DigicomError``."""
    _one_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(1, "evidence")
        self._waiting: deque[tuple[Future[EvidenceFile], str]] = deque()
        self._one_ended.connect(self._collect)

    @property
    def count(self) -> int:
        """How many copies are not done yet."""
        return len(self._waiting)

    def start(self, copy: Callable[[], EvidenceFile], purpose: str) -> None:
        """Runs ``copy`` when those before it are done; ``purpose`` comes back with its file."""
        future = self._pool.submit(copy)
        self._waiting.append((future, purpose))
        future.add_done_callback(lambda _: self._one_ended.emit())

    def finish(self) -> None:
        """Waits for all copies, so that none is lost with the page."""
        for future, _ in tuple(self._waiting):
            future.exception()
        self._collect()

    def _collect(self) -> None:
        while self._waiting and self._waiting[0][0].done():
            future, purpose = self._waiting.popleft()
            try:
                file = future.result()
            except DigicomError as error:
                self.failed.emit(error)
            else:
                self.done.emit(file, purpose)
