"""A field for one line of text that may be long: it wraps, and grows with what is typed."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.text import clean_line, pasted
from digicom_desktop.ui.buttons import ENTER
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.inputs import TextInput
from digicom_desktop.ui.tokens import CONTROL_HEIGHT

_COUNTER_FROM = 0.8
_AROUND_TEXT = 2 * (1 + 5)
"""Edge and padding as the style sheet has them."""
_INDENT = 4
"""What brings the text where a line begins its own."""


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


class _WrappedInput(TextInput):
    """As high as its text is when it wraps."""

    entered = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_INDENT, 0, _INDENT, 0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Punctuation may reach over the edge by a pixel: no reason to scroll sideways.
        self.horizontalScrollBar().rangeChanged.connect(self._hold_sideways)
        self.textChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        line = QMimeData()
        line.setText(clean_line(pasted(source.text()).strip()))
        super().insertFromMimeData(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _hold_sideways(self) -> None:
        self.horizontalScrollBar().setRange(0, 0)

    def _fit(self) -> None:
        height = max(CONTROL_HEIGHT, round(self._text_height()) + _AROUND_TEXT)
        if height != self.height():
            self.setFixedHeight(height)

    def _text_height(self) -> float:
        """How high all lines are, also those that were not painted yet."""
        layout, block = self.document().documentLayout(), self.document().firstBlock()
        height = 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height
