"""A field for one line of text that may be long: it wraps, and grows with what is typed."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.domain.text import clean_line, pasted
from digicom_desktop.ui.buttons import ENTER
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.inputs import TextInput
from digicom_desktop.ui.tokens import CONTENT_WIDTH, CONTROL_HEIGHT

_COUNTER_FROM = 0.8
_AROUND_TEXT = 2 * (1 + 5)
"""Edge and padding above and below, as the style sheet has them."""
_INDENT = 4
"""What brings the text where a line begins its own."""
_BESIDE_TEXT = 2 * (1 + 7 + _INDENT)
_LEAST_WIDTH = 88


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
    """As high as its text is when it wraps; layouts ask before they give it a width."""

    entered = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_INDENT, 0, _INDENT, 0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Punctuation may reach over the edge by a pixel: no reason to scroll sideways.
        self.horizontalScrollBar().rangeChanged.connect(self._hold_sideways)
        self.textChanged.connect(self.updateGeometry)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        line = QMimeData()
        line.setText(clean_line(pasted(source.text()).strip()))
        super().insertFromMimeData(line)

    def sizeHint(self) -> QSize:
        # Wider than any room for it: a narrower one would ask for lines that are not needed.
        return QSize(CONTENT_WIDTH, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, CONTROL_HEIGHT)

    def heightForWidth(self, width: int) -> int:
        return max(CONTROL_HEIGHT, round(self._text_height(width - _BESIDE_TEXT)) + _AROUND_TEXT)

    def _hold_sideways(self) -> None:
        self.horizontalScrollBar().setRange(0, 0)

    def _text_height(self, width: int) -> float:
        """How high all lines are, with what an input method has not finished yet."""
        block = self.document().firstBlock()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(block.text(), self.document().defaultFont())
        unfinished = block.layout()
        layout.setPreeditArea(unfinished.preeditAreaPosition(), unfinished.preeditAreaText())
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            height += line.height()
        layout.endLayout()
        return height
