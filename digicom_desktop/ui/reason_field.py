"""The field for what the firm says about a finding: one line that grows with its text."""

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.reason import LIMIT
from digicom_desktop.domain.text import clean_line
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import ENTER
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.inputs import TextInput, in_one_line
from digicom_desktop.ui.tokens import CONTROL_HEIGHT

_COUNTER_FROM = 0.8
_SIDE = 3
"""Beside the padding of the style sheet, so that the text begins where that of a line does."""


class ReasonField(Field):
    """``typed`` tells the text at every key, before it is kept."""

    typed = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        self._area = _GrowingInput(LIMIT)
        super().__init__("", self._area, parent=parent)
        self._area.setPlaceholderText(placeholder)
        self.set_name(name)
        self._area.typed.connect(self._on_typed)
        self._area.typed.connect(lambda: self.typed.emit(self.text()))
        self._area.textChanged.connect(self._count)
        self._area.left.connect(self._on_left)
        self._area.entered.connect(self.flush)

    @property
    def stop(self) -> QWidget:
        """What takes the keyboard."""
        return self._area

    def text(self) -> str:
        return clean_line(self._area.text(), LIMIT)

    def set_state(self, sentence: str) -> None:
        """Says to a screen reader how far the reason will do."""
        self._hint_text = sentence  # is not shown: the row says it beside the field
        self._area.setAccessibleDescription(sentence)

    def _put(self, text: str) -> None:
        self._area.set_text(text)

    def _count(self) -> None:
        length = len(self._area.text())
        self._foot.set_counter(f"{length}/{LIMIT}" if length >= LIMIT * _COUNTER_FROM else "")


class _GrowingInput(TextInput):
    """As high as its text; Enter ends the typing instead of the line."""

    entered = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_SIDE, 0, _SIDE, 0)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(theme.px(CONTROL_HEIGHT))
        # The text wraps, but Qt still counts the margin that there is none of.
        sideways = self.horizontalScrollBar()
        sideways.rangeChanged.connect(lambda: sideways.setRange(0, 0))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(in_one_line(source))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The layout of plain text counts its height in lines.
        lines = int(self.document().documentLayout().documentSize().height())
        spacing = self.fontMetrics().lineSpacing()
        more = max(max(0, lines - 1) * spacing, self._prompt_height() - spacing)
        if self.height() != theme.px(CONTROL_HEIGHT) + more:
            self.setFixedHeight(theme.px(CONTROL_HEIGHT) + more)

    def _prompt_height(self) -> int:
        """How high the text is that stands in an empty field, 0 where it is not seen."""
        if not self.document().isEmpty():
            return 0
        room = QRect(0, 0, max(1, self.viewport().width()), 10_000)
        flags = Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, flags, self.placeholderText()).height()
