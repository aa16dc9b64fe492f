"""A picture of the manual, as wide as its column allows and never larger than it is."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import RADIUS_CONTROL


class ManualPicture(QWidget):
    """The picture at ``path``; a screen reader says ``caption``."""

    def __init__(self, path: Path, caption: str) -> None:
        super().__init__()
        self._picture = QPixmap(str(path))
        self.setAccessibleName(caption)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_there(self) -> bool:
        """Whether the file could be read."""
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        return self._picture.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        whole = self._picture.size()
        shown = min(width, whole.width())
        return round(whole.height() * shown / whole.width()) if whole.width() else 1

    def paintEvent(self, event: QPaintEvent) -> None:
        width = min(self.width(), self._picture.width())
        place = QRectF(0, 0, width, self.heightForWidth(width))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = place.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CONTROL, RADIUS_CONTROL)
