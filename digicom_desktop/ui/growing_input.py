"""A text that grows with what is typed into it, and scrolls only where it may grow no more."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from digicom_desktop.ui import theme
from digicom_desktop.ui.inputs import TextInput
from digicom_desktop.ui.tokens import CONTENT_WIDTH, CONTROL_HEIGHT

_EDGE = 1 + 5
"""Edge and padding above and below, as the style sheet has them."""
_INDENT = 4
"""What brings the text where a line begins its own."""
_BESIDE_TEXT = 2 * (1 + 7 + _INDENT)
_LEAST_WIDTH = 88
_SPARE = 1
"""The pixel without which Qt holds the last line to be cut."""


class GrowingInput(TextInput):
    """``least`` to ``most`` lines high, 0 for any number; layouts ask before they give a width."""

    def __init__(self, limit: int, least: int = 1, most: int = 0) -> None:
        super().__init__(limit)
        self._least, self._most = least, most
        # A single line stands as in a line edit, several have the same room above as beside them.
        self._above = 0 if least == 1 else _INDENT
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_INDENT, self._above, _INDENT, self._above)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Punctuation may reach over the edge by a pixel: no reason to scroll sideways.
        self.horizontalScrollBar().rangeChanged.connect(self._hold_sideways)
        self.textChanged.connect(self._on_grown)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()

    def sizeHint(self) -> QSize:
        # Wider than any room for it: a narrower one would ask for lines that are not needed.
        return QSize(CONTENT_WIDTH, self._height(0))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self._height(0))

    def heightForWidth(self, width: int) -> int:
        return self._height(self._text_height(width - _BESIDE_TEXT))

    def _height(self, text: float) -> int:
        """With all that is around it, between the least and the most."""
        line = self.fontMetrics().lineSpacing()
        inside = max(text, line * self._least)
        if self._most:
            inside = min(inside, line * self._most)
        return max(theme.px(CONTROL_HEIGHT), ceil(inside) + _SPARE + 2 * (_EDGE + self._above))

    def _on_grown(self) -> None:
        self.updateGeometry()
        self._show_bar()

    def _show_bar(self) -> None:
        """Only where there is more than may be shown: a bar that comes and goes moves the text."""
        line = self.fontMetrics().lineSpacing()
        text = self._text_height(self.width() - _BESIDE_TEXT) if self._most else 0.0
        policy = Qt.ScrollBarPolicy
        is_more = bool(self._most) and text > line * self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_more else policy.ScrollBarAlwaysOff
        )

    def _hold_sideways(self) -> None:
        self.horizontalScrollBar().setRange(0, 0)

    def _text_height(self, width: int) -> float:
        """How high all lines are, with what an input method has not finished yet."""
        return sum(self._block_height(block, width) for block in self._blocks())

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    def _block_height(self, block: QTextBlock, width: int) -> float:
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
