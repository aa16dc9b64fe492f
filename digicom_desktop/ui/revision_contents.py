"""The contents of a long text: a row of anchors, the one that is read marked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.tokens import RADIUS_CONTROL, SPACE_4

_HEIGHT = 28
_PADDING = 10


class Contents(QWidget):
    """``chosen`` tells the place of the title that was clicked."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        row = FlowLayout(SPACE_4, SPACE_4)
        self.setLayout(row)
        self._anchors = [_Anchor(title) for title in titles]
        for place, anchor in enumerate(self._anchors):
            anchor.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            row.addWidget(anchor)

    def show_current(self, current: int) -> None:
        """Marks what is read now."""
        for place, anchor in enumerate(self._anchors):
            anchor.set_current(place == current)


class _Anchor(PaintedButton):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._is_current = False
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:
        if current != self._is_current:
            self._is_current = current
            self.update()

    def sizeHint(self) -> QSize:
        # The bold title is the wider one: nothing moves when another becomes the current.
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self._title)
        return QSize(2 * _PADDING + width, theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        rect = QRectF(self.rect())
        if self._is_current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.tint if self._is_current else colours.hover))
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setFont(theme.font("strong" if self._is_current else "compact"))
        painter.setPen(QColor(colours.text if self._is_current else colours.text2))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._title)
        if self.wears_ring:
            theme.paint_ring(painter, rect, RADIUS_CONTROL, colours)
