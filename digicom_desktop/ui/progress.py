"""How far work in another thread has come, and whether it was called off."""

from threading import Event

from PySide6.QtCore import QObject, Signal

from digicom_desktop.errors import DigicomError

ALL = 100


class Progress(QObject):
    """Between work that counts bytes and the dialog that shows how many."""

    moved = Signal(int)
    """So much of ``ALL`` is done."""

    def __init__(self) -> None:
        super().__init__()
        self._called_off = Event()
        self._shown = 0

    def call_off(self) -> None:
        """Ends the work at its next step."""
        self._called_off.set()

    def go_on(self, *_: object) -> None:
        """Raises DigicomError ``files.cancelled`` once the work was called off; any thread."""
        if self._called_off.is_set():
            raise DigicomError("files.cancelled", path="")

    def on_bytes(self, done: int, all: int) -> None:
        """Tells of bytes that are done; raises like ``go_on``; any thread."""
        self.go_on()
        part = ALL * done // max(1, all)
        if part != self._shown:
            self._shown = part
            self.moved.emit(part)
