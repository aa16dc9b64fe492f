"""The four levels of the firm as a scale."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import SPACE_4

_BAR = 6
_GAP = 4
_LINES = 2
_BOLDER = 1.1
"""How much wider the bold name of the firm's level may be."""


class LevelScale(QWidget):
    """A bar per level, filled up to the firm's, with the names below."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._level = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_level(self, names: Sequence[str], level: int | None, said: str) -> None:
        """Shows ``level`` (1 to as many as there are names; less fills nothing)."""
        self._names, self._level = tuple(names), level or 0
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _BAR + SPACE_4)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = theme.metrics("caption")
        longest = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        lines = 1 if longest * _BOLDER < self._step_width(width) else _LINES
        return _BAR + SPACE_4 + lines * (metrics.lineSpacing() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(1, len(self._names) + 1):
            self._paint_step(painter, number)

    def _paint_step(self, painter: QPainter, number: int) -> None:
        colours = theme.current()
        width = self._step_width(self.width())
        left = (number - 1) * (width + _GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if number <= self._level else colours.hover))
        painter.drawRoundedRect(QRectF(left, 0, width, _BAR), _BAR / 2, _BAR / 2)
        is_here = number == self._level
        font = theme.font("caption")
        font.setBold(is_here)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if is_here else colours.text2))
        room = QRectF(left, _BAR + SPACE_4, width, self.height() - _BAR - SPACE_4)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._names[number - 1])

    def _step_width(self, width: int) -> float:
        count = max(1, len(self._names))
        return (width - _GAP * (count - 1)) / count
