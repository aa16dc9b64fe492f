"""The head of a class of findings: letter, name, count, what it means, and what is still open."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.paragraph import TextBlock
from digicom_desktop.ui.review_words import TONES, class_meaning, class_name, open_text
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CHIP_HEIGHT,
    HEAD_HEIGHT,
    ICON_INLINE,
    RADIUS_CARD,
    RADIUS_CHIP,
    SPACE_4,
    SPACE_8,
    SPACE_12,
)

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class ReviewGroup(QWidget):
    """Painted as a band over its rows; the first of a card has the card's corners."""

    def __init__(self, class_: FindingClass, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._class = class_
        self._name, self._count, self._open = class_name(class_), "", ""
        self._is_first = self._is_done = False
        self._meaning = TextBlock(class_meaning(class_))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, count: int, still_open: int) -> None:
        """There are ``count`` findings, ``still_open`` of which wait for somebody."""
        self._count, self._open = str(count), open_text(self._class, still_open)
        self._is_done = not still_open
        said = (self._name, self._count, class_meaning(self._class), self._open)
        self.setAccessibleName(", ".join(filter(None, said)))
        self.updateGeometry()
        self.update()

    def set_first(self, first: bool) -> None:
        """Whether it stands on top of the card."""
        if first != self._is_first:
            self._is_first = first
            self.update()

    def sizeHint(self) -> QSize:
        width = self._left() + self._meaning.natural_width() + self._right()
        return QSize(width, theme.px(HEAD_HEIGHT) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + 80 + self._right(), theme.px(HEAD_HEIGHT) + 1)

    def heightForWidth(self, width: int) -> int:
        spare = theme.px(HEAD_HEIGHT) - theme.line("compact")
        return self._meaning.height(self._room(width)) + spare + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        band = QRectF(0, 1, self.width(), theme.px(HEAD_HEIGHT))
        self._paint_letter(painter, band)
        self._paint_words(painter, band)
        if self._open:
            self._paint_open(painter, band)

    def _paint_ground(self, painter: QPainter) -> None:
        colours, rect = theme.current(), QRectF(self.rect())
        if not self._is_first:
            painter.fillRect(rect, QColor(colours.sunken))
            painter.fillRect(QRectF(0, 0, rect.width(), 1), QColor(colours.line))
            return
        radius = RADIUS_CARD - 1  # inside the edge of the card
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(rect, radius, radius)
        painter.fillRect(rect.adjusted(0, radius, 0, 0), QColor(colours.sunken))

    def _paint_letter(self, painter: QPainter, band: QRectF) -> None:
        pair = theme.current().tone(TONES[self._class])
        box = QRectF(CARD_HORIZONTAL, 0, theme.px(CHIP_HEIGHT), theme.px(CHIP_HEIGHT))
        box.moveTop(band.top() + (band.height() - theme.px(CHIP_HEIGHT)) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.fill))
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(QColor(pair.text))
        painter.setFont(theme.font("strong"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._class.value)

    def _paint_words(self, painter: QPainter, band: QRectF) -> None:
        colours = theme.current()
        left = CARD_HORIZONTAL + theme.px(CHIP_HEIGHT) + SPACE_8
        painter.setFont(theme.font("strong"))
        painter.setPen(QColor(colours.text))
        width = painter.fontMetrics().horizontalAdvance(self._name)
        painter.drawText(QRectF(left, band.top(), width + 1, band.height()), _MIDDLE, self._name)
        left += width + SPACE_8
        painter.setFont(theme.font("compact"))
        painter.setPen(QColor(colours.text2))
        width = painter.fontMetrics().horizontalAdvance(self._count)
        painter.drawText(QRectF(left, band.top(), width + 1, band.height()), _MIDDLE, self._count)
        top = band.top() + (theme.px(HEAD_HEIGHT) - theme.line("compact")) / 2
        room = self._room(self.width())
        self._meaning.paint(painter, QPointF(self._left(), top), room, colours.text2)

    def _paint_open(self, painter: QPainter, band: QRectF) -> None:
        colours = theme.current()
        tone = colours.green if self._is_done else colours.tone(TONES[self._class])
        painter.setFont(theme.font("caption"))
        painter.setPen(QColor(tone.text))
        width = painter.fontMetrics().horizontalAdvance(self._open) + 1
        room = QRectF(self.width() - CARD_HORIZONTAL - width, band.top(), width, band.height())
        painter.drawText(room, _MIDDLE, self._open)
        if self._is_done:
            box = QRectF(
                room.left() - theme.px(ICON_INLINE) - SPACE_4,
                0,
                theme.px(ICON_INLINE),
                theme.px(ICON_INLINE),
            )
            box.moveTop(band.top() + (band.height() - theme.px(ICON_INLINE)) / 2)
            icons.paint(painter, "check", box, tone.text)

    def _left(self) -> int:
        """Where the meaning begins."""
        words = theme.metrics("strong").horizontalAdvance(self._name)
        count = theme.metrics("compact").horizontalAdvance(self._count)
        return CARD_HORIZONTAL + theme.px(CHIP_HEIGHT) + SPACE_8 + words + SPACE_8 + count + SPACE_8

    def _right(self) -> int:
        """How much of the right side the meaning must not take."""
        if not self._open:
            return CARD_HORIZONTAL
        width = theme.metrics("caption").horizontalAdvance(self._open)
        return CARD_HORIZONTAL + width + theme.px(ICON_INLINE) + SPACE_4 + SPACE_12

    def _room(self, width: int) -> int:
        return max(1, width - self._left() - self._right())
