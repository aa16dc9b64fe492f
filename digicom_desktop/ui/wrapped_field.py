"""A field for one line of text that may be long: it wraps, and grows with what is typed."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.text import clean_line
from digicom_desktop.ui.buttons import ENTER
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.growing_input import GrowingInput
from digicom_desktop.ui.inputs import in_one_line

_COUNTER_FROM = 0.8


class WrappedField(Field):
    """At most ``limit`` characters without line breaks; Enter tells them at once."""

    def __init__(
        self, caption: str, limit: int, *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        self._limit = limit
        self._area = _WrappedInput(limit)
        super().__init__(caption, self._area, parent=parent)
        self._area.setPlaceholderText(placeholder)
        self._area.typed.connect(self._on_typed)
        self._area.textChanged.connect(self._count)
        self._area.entered.connect(self.flush)
        self._area.left.connect(self._on_left)

    def text(self) -> str:
        return clean_line(self._area.text(), self._limit)

    def set_read_only(self, read_only: bool) -> None:
        self._area.setReadOnly(read_only)

    def _put(self, text: str) -> None:
        self._area.set_text(text)

    def _count(self) -> None:
        length = len(self._area.text())
        shown = length >= self._limit * _COUNTER_FROM
        self._foot.set_counter(f"{length}/{self._limit}" if shown else "")


class _WrappedInput(GrowingInput):
    """As high as its text is when it wraps; line breaks never come in."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(in_one_line(source))
