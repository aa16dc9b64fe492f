"""A row of choices of which one is chosen, each with its count."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, RADIUS_CHIP, RADIUS_CONTROL

_INSIDE = 10
_GAP = 5


class Segments(QWidget):
    """Choices (key, title) side by side; tells the key that the person chose."""

    chosen = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, _Segment] = {}
        group = self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        for key, title in choices:
            button = _Segment(title)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[key] = button
        next(iter(self._buttons.values())).setChecked(True)

    def choose(self, key: str) -> None:
        """Does what a click on ``key`` does."""
        self._buttons[key].click()

    def mark(self, key: str) -> None:
        """Shows that ``key`` is chosen, or nothing where it is ""; nobody is told."""
        # An exclusive group never lets its last choice go.
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == key)
        self._group.setExclusive(True)

    def set_count(self, key: str, count: int) -> None:
        """Shows how many there are of ``key``."""
        self._buttons[key].set_count(count)

    def offer(self, key: str, offered: bool) -> None:
        """Shows ``key`` among the choices, or does not."""
        self._buttons[key].setVisible(offered)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CONTROL, RADIUS_CONTROL)


class _Segment(PaintedButton):
    """One choice; the arrow keys go on to its neighbours."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._count = ""
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setFixedHeight(theme.px(CONTROL_HEIGHT) - 6)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._fit()

    def set_count(self, count: int) -> None:
        self._count = str(count)
        self.setAccessibleDescription(self._count)
        self._fit()
        self.update()  # another number may be as wide as the old one

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.tint if chosen else colours.hover))
            painter.drawRoundedRect(self.rect(), RADIUS_CHIP, RADIUS_CHIP)
        painter.setFont(theme.font("strong" if chosen else "compact"))
        painter.setPen(QColor(colours.text if chosen else colours.text2))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        room = self.rect().adjusted(_INSIDE, 0, 0, 0)
        painter.drawText(room, flags, self._title)
        left = QFontMetrics(painter.font()).horizontalAdvance(self._title) + _GAP
        painter.setFont(theme.font("compact"))
        painter.setPen(QColor(colours.text3))
        painter.drawText(room.adjusted(left, 0, 0, 0), flags, self._count)
        if self.wears_ring:
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CHIP, colours)

    def _fit(self) -> None:
        title = QFontMetrics(theme.font("strong")).horizontalAdvance(self._title)
        count = QFontMetrics(theme.font("compact")).horizontalAdvance(self._count)
        self.setFixedWidth(2 * _INSIDE + title + (_GAP + count if self._count else 0))
