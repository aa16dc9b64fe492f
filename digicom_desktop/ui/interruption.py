"""Hears that the system asks the program to end: Ctrl+C in its terminal, or a kill."""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class Interruption(QObject):
    """Emits ``requested`` from the event loop; without it such a signal ends the process at once.

    Python runs its handlers only while it runs code of its own, and Qt's loop may wait for hours:
    a pipe wakes it up. Only the main thread may make one.
    """

    requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        self._old = {
            number: signal.signal(number, self._on_signal)
            for number in (getattr(signal, name, None) for name in _NAMES)
            # nohup and the background of a shell have some ignored, and so they stay.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN
        }
        if sys.platform != "win32":  # where only sockets can be waited for
            self._listen()

    def stop(self) -> None:
        """Leaves the signals as they were."""
        for number, handler in self._old.items():
            signal.signal(number, handler)
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _listen(self) -> None:
        self._pipe = read, write = os.pipe()
        os.set_blocking(read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def _on_woken(self) -> None:
        if self._pipe is not None:
            with suppress(BlockingIOError):
                os.read(self._pipe[0], 512)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        # Not from the middle of whatever is being done, which may be writing to the disk.
        QTimer.singleShot(0, self.requested.emit)
