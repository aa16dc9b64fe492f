"""Copies evidence files in a thread of its own, one after the other."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError

Copy = Callable[[Path], EvidenceFile]


class EvidenceCopying(QObject):
    """``copied`` and ``failed`` come in the order asked for, in the thread of this object.

    Without a parent: a copy may end after the page that asked for it has gone.
    """

    copied = Signal(object, str)
    """The ``EvidenceFile``, and what it was asked for with."""
    failed = Signal(object)
    """The ``DigicomError``."""
    _one_done = Signal()

    def __init__(self, copy: Copy) -> None:
        super().__init__()
        self._copy = copy
        self._pool = ThreadPoolExecutor(1, "evidence")
        self._waiting: deque[tuple[Future[EvidenceFile], str]] = deque()
        self._one_done.connect(self._collect)

    @property
    def count(self) -> int:
        """How many files are not copied yet."""
        return len(self._waiting)

    def start(self, paths: Sequence[Path], purpose: str = "") -> None:
        """Copies ``paths``; ``purpose`` comes back with each."""
        for path in paths:
            future = self._pool.submit(self._copy, path)
            self._waiting.append((future, purpose))
            future.add_done_callback(lambda _: self._one_done.emit())

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
                self.copied.emit(file, purpose)
