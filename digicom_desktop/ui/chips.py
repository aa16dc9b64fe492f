"""Chips: a word on the fill of a state."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.tokens import CHIP_HEIGHT, ICON_INLINE, RADIUS_CHIP, Colours, Tone

_PADDING = 7
_ICON_ROOM = ICON_INLINE + 4


class Chip(QLabel):
    """One word of a state in its colours; ``icon`` may stand before it."""

    def __init__(
        self, text: str, tone: Tone = Tone.GREY, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Shows another state."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.fontMetrics(), self.text(), self._icon), theme.px(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        rect = QRectF(self.rect())
        paint_chip(painter, rect, self.text(), self._tone, theme.current(), self._icon)


class MethodChip(Chip):
    """Whose method a score follows; the edition's own sentence about that on pointing."""

    def __init__(self, note: str) -> None:
        text = self.tr("This software's own method, not an official score")
        super().__init__(text, Tone.GREY, "info")
        self.setToolTip(plain_tip(note))


def chip_width(metrics: QFontMetrics, text: str, icon: str = "") -> int:
    """How wide a chip with ``text`` is, in logical pixels."""
    return metrics.horizontalAdvance(text) + 2 * _PADDING + (theme.px(_ICON_ROOM) if icon else 0)


def paint_chip(
    painter: QPainter, rect: QRectF, text: str, tone: Tone, colours: Colours, icon: str = ""
) -> None:
    """Draws a chip with the painter's font; lists use it for their rows."""
    pair = colours.tone(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.fill))
    painter.drawRoundedRect(rect, RADIUS_CHIP, RADIUS_CHIP)
    left = rect.left() + _PADDING
    if icon:
        size = theme.px(ICON_INLINE)
        box = QRectF(left, rect.center().y() - size / 2, size, size)
        icons.paint(painter, icon, box, pair.text)
        left += theme.px(_ICON_ROOM)
    painter.setPen(QColor(pair.text))
    painter.drawText(
        QRectF(left, rect.top(), rect.right() - left, rect.height()),
        int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
        text,
    )
