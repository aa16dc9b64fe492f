"""The bar at the upper or lower edge of a page: a surface as wide as the column between."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import CONTENT_WIDTH, PAGE_SIDE


class PageEdge(QWidget):
    """Fill its ``inside``; a line parts it from the page, below it where ``at_top``."""

    def __init__(self, *, at_top: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_top = at_top
        self.inside = QWidget()
        self.inside.setMaximumWidth(theme.px(CONTENT_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_SIDE, 0, PAGE_SIDE, 0)
        row.addWidget(self.inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        top = self.height() - 1 if self._at_top else 0
        painter.fillRect(QRectF(0, top, self.width(), 1), colours.line)
