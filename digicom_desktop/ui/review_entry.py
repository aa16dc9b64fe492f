"""One finding as a button: where it is, what it says, and the way there."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.paragraph import TextBlock
from digicom_desktop.ui.review_lines import ReviewLine
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    RADIUS_CONTROL,
    SPACE_4,
    SPACE_8,
    SPACE_12,
)

_ARROW = 12
_LEAST_SENTENCE = 160


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns at the left (where) and at the right (the way there) are."""

    where: int
    right: int

    @property
    def sentence_left(self) -> int:
        """Where the sentences begin."""
        return CARD_HORIZONTAL + self.where + SPACE_12

    @property
    def right_room(self) -> int:
        """How much of the right side no sentence may take."""
        return SPACE_12 + self.right + CARD_HORIZONTAL


def link_width(text: str) -> int:
    """How wide the way there is when it is called ``text``."""
    return theme.metrics("compact").horizontalAdvance(text) + SPACE_8 + _ARROW


class ReviewEntry(PaintedButton):
    """The whole of it is the button; what it leads to is told by its owner."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._link = ""
        self._where, self._sentence = TextBlock(""), TextBlock("")
        self._hint: TextBlock | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_line(self, line: ReviewLine, link: str, state: str) -> None:
        """Shows ``line``; ``state`` says in words how far it is dealt with."""
        view = line.view
        self._link = link
        self._where, self._sentence = TextBlock(view.where), TextBlock(view.sentence)
        self._hint = TextBlock(view.hint, "caption") if view.hint else None
        # A screen reader hears class, place and sentence first.
        self.setAccessibleName(f"{view.class_name}: {view.where}: {view.sentence}")
        self.setAccessibleDescription("\n".join(filter(None, (state, view.hint, link))))
        self.updateGeometry()
        self.update()

    def set_columns(self, columns: Columns) -> None:
        """Stands in line with all the others."""
        if columns != self._columns:
            self._columns = columns
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        room = self._columns.sentence_left + self._columns.right_room
        width = room + self._sentence.natural_width()
        return QSize(width, self._sentence.line + 2 * SPACE_8)

    def minimumSizeHint(self) -> QSize:
        room = self._columns.sentence_left + self._columns.right_room
        return QSize(room + _LEAST_SENTENCE, self._sentence.line + 2 * SPACE_8)

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        hint = self._hint.height(room) if self._hint else 0
        where = self._where.height(self._columns.where)
        return max(where, self._sentence.height(room) + hint) + 2 * SPACE_8

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, room = theme.current(), self._room(self.width())
        left, top = self._columns.sentence_left, SPACE_8
        self._where.paint(
            painter, QPointF(CARD_HORIZONTAL, top), self._columns.where, colours.text2
        )
        self._sentence.paint(painter, QPointF(left, top), room, colours.text)
        if self._hint:
            below = top + self._sentence.height(room)
            self._hint.paint(painter, QPointF(left, below), room, colours.text3)
        self._paint_link(painter)
        if self.wears_ring:
            ring = QRectF(self.rect()).adjusted(SPACE_4, 2, -SPACE_4, -2)
            theme.paint_ring(painter, ring, RADIUS_CONTROL, colours)

    def _paint_link(self, painter: QPainter) -> None:
        colours = theme.current()
        font = theme.font("compact")
        font.setUnderline(self.underMouse())
        colour = colours.pressed if self.underMouse() else colours.accent
        painter.setFont(font)
        painter.setPen(QColor(colour))
        line = theme.line("compact")
        left = self.width() - CARD_HORIZONTAL - self._columns.right
        room = QRectF(left, SPACE_8, self._columns.right - _ARROW - SPACE_8, line)
        # At the right edge, where the eye goes down from one row to the next.
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._link
        )
        top = SPACE_8 + (line - _ARROW) / 2
        arrow = QRectF(self.width() - CARD_HORIZONTAL - _ARROW, top, _ARROW, _ARROW)
        icons.paint(painter, "arrow-right", arrow, colour)

    def _room(self, width: int) -> int:
        return max(1, width - self._columns.sentence_left - self._columns.right_room)
