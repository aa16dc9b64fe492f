"""A row of two lines that leads somewhere."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import ICON_INLINE, RADIUS_CONTROL, SPACE_4, SPACE_8


class JumpRow(PaintedButton):
    """``title`` over ``note``, both wrapped; the whole row is the button."""

    def __init__(
        self,
        title: str,
        note: str,
        on_click: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{title}: {note}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._title = PlainLabel(title, "compact", wrap=True)
        texts.addWidget(self._title)
        texts.addWidget(PlainLabel(note, "caption", "text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addLayout(texts, 1)
        row.addWidget(IconLabel("arrow-right", theme.current().text3, ICON_INLINE))
        self.clicked.connect(lambda: on_click())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._title.set_tone("accent")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._title.set_tone("text")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wears_ring:
            painter = QPainter(self)
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CONTROL, theme.current())
