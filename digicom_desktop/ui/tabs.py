"""Tabs: words in a row, the chosen one bold and underlined."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.tokens import RADIUS_CHIP, SPACE_16, TABS_HEIGHT

_GAP = 20


class Tabs(QWidget):
    """``chosen`` tells the place of the tab that the person chose; at first it is ``first``."""

    chosen = Signal(int)

    def __init__(
        self, names: tuple[str, ...], first: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(TABS_HEIGHT))
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        row.setSpacing(_GAP)
        for place, name in enumerate(names):
            tab = _Tab(name)
            tab.setChecked(place == first)
            tab.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme.current().line)


class _Tab(PaintedButton):
    """One word; the arrow keys go on to its neighbours."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self._name)
        return QSize(width, theme.px(TABS_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        chosen = self.isChecked()
        painter.setFont(theme.font("strong" if chosen else "compact"))
        in_sight = chosen or self.underMouse()
        painter.setPen(QColor(colours.text if in_sight else colours.text2))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._name)
        if chosen:
            line = QRectF(0, self.height() - 2, self.width(), 2)
            painter.fillRect(line, QColor(colours.accent))
        if self.wears_ring:
            ring = QRectF(self.rect()).adjusted(-4, 8, 4, -8)
            theme.paint_ring(painter, ring.intersected(QRectF(self.rect())), RADIUS_CHIP, colours)
