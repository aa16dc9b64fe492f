"""The table of differences: a row for each, its two texts side by side, one of them chosen."""

from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.hand_in import Taken
from digicom_desktop.ui import theme
from digicom_desktop.ui.import_differences import DifferenceRows, place_text, shown, side_names
from digicom_desktop.ui.row_list import Index, RowList
from digicom_desktop.ui.tokens import (
    HEAD_HEIGHT,
    ICON_INLINE,
    RADIUS_CONTROL,
    SCROLL_BAR,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Colours,
)

_WHERE = 0.3
"""Share of the width that names the place."""
_TEXT_LEFT = SPACE_8 + ICON_INLINE + SPACE_8
_KEYS = MappingProxyType({Qt.Key.Key_Left: Taken.VISIBLE, Qt.Key.Key_Right: Taken.ORIGINAL})


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the three columns lie, in pixels from the left edge of a row."""

    where: tuple[int, int]
    visible: tuple[int, int]
    original: tuple[int, int]

    @classmethod
    def of(cls, width: int) -> "_Columns":
        where = int(width * _WHERE)
        side = (width - where - SPACE_12 - SPACE_8) // 2
        left = where + SPACE_4
        return cls(
            (SPACE_16, where - SPACE_16 - SPACE_4), (left, side), (left + side + SPACE_8, side)
        )

    def side(self, taken: Taken) -> tuple[int, int]:
        return self.visible if taken is Taken.VISIBLE else self.original


class DifferenceHead(QWidget):
    """The heads of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(HEAD_HEIGHT))
        self._titles = (self.tr("Where"), *side_names())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        painter.setFont(theme.font("caption"))
        painter.setPen(QColor(colours.text3))
        columns = _Columns.of(self.width() - SCROLL_BAR)
        places = (columns.where, columns.visible, columns.original)
        for title, (left, width) in zip(self._titles, places, strict=True):
            room = QRect(left, 0, width, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), title)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class DifferenceList(RowList):
    """Chosen by a click on a text, by the arrow keys left and right, or by Space."""

    def __init__(self, rows: DifferenceRows, name: str, parent: QWidget | None = None) -> None:
        self._rows = rows  # the list asks for heights while it is made
        super().__init__(rows, name, parent)
        self.setAccessibleDescription(self.tr("Left and Right choose a side, Space the other one"))
        self.setMouseTracking(True)

    def row_height(self, index: Index, width: int) -> int:
        columns = _Columns.of(width)
        difference = self._rows.differences[index.row()]
        where = self.block(difference.what, "strong").height(columns.where[1])
        where += self.block(place_text(difference), "caption").height(columns.where[1])
        room = columns.visible[1] - _TEXT_LEFT - SPACE_8
        texts = (difference.visible, difference.original)
        side = max(self.block(shown(text), "compact").height(room) for text in texts)
        return max(where, side + 2 * SPACE_4) + 2 * SPACE_8 + 1

    def paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = _Columns.of(rect.width())
        if self.currentIndex() == index:
            painter.fillRect(rect, QColor(colours.sunken))
        self._paint_where(painter, rect, index, columns, colours)
        for taken in Taken:
            left, width = columns.side(taken)
            box = QRect(rect.left() + left, rect.top() + SPACE_8, width, rect.height() - 17)
            self._paint_side(painter, box, index.row(), taken, colours)
        painter.fillRect(QRect(rect.left(), rect.bottom(), self.width(), 1), QColor(colours.line))
        if self.shows_focus and self.currentIndex() == index:
            theme.paint_ring(painter, QRectF(rect), RADIUS_CONTROL, colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        row = self.currentIndex().row()
        if row < 0:
            super().keyPressEvent(event)
        elif (taken := _KEYS.get(Qt.Key(event.key()))) is not None:
            self._rows.take(row, taken)
        elif event.key() == Qt.Key.Key_Space:
            is_visible = self._rows.taken(row) is Taken.VISIBLE
            self._rows.take(row, Taken.ORIGINAL if is_visible else Taken.VISIBLE)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over = self._side_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        taken = self._side_at(point)
        if event.button() == Qt.MouseButton.LeftButton and taken is not None:
            self._rows.take(self.indexAt(point).row(), taken)

    def _side_at(self, point: QPoint) -> Taken | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        columns = _Columns.of(self.width() - SCROLL_BAR)
        x = point.x() - self.visualRect(index).left()
        for taken in Taken:
            left, width = columns.side(taken)
            if left <= x < left + width:
                return taken
        return None

    def _paint_where(
        self, painter: QPainter, rect: QRect, index: Index, columns: _Columns, colours: Colours
    ) -> None:
        difference = self._rows.differences[index.row()]
        left, width = rect.left() + columns.where[0], columns.where[1]
        what = self.block(difference.what, "strong")
        top = rect.top() + SPACE_8
        what.paint(painter, QPointF(left, top), width, colours.text)
        place = self.block(place_text(difference), "caption")
        place.paint(painter, QPointF(left, top + what.height(width)), width, colours.text3)

    def _paint_side(
        self, painter: QPainter, box: QRect, row: int, taken: Taken, colours: Colours
    ) -> None:
        difference = self._rows.differences[row]
        text = difference.visible if taken is Taken.VISIBLE else difference.original
        is_chosen = self._rows.taken(row) is taken
        painter.setPen(QPen(QColor(colours.accent if is_chosen else colours.line), 1))
        painter.setBrush(QColor(colours.tint if is_chosen else colours.surface))
        edge = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CONTROL, RADIUS_CONTROL)
        line = theme.line("compact")
        centre = QPointF(
            box.left() + SPACE_8 + ICON_INLINE / 2, box.top() + SPACE_4 + line / 2 + 0.5
        )
        _paint_radio(painter, centre, is_chosen, colours)
        block = self.block(shown(text), "compact")
        at = QPointF(box.left() + _TEXT_LEFT, box.top() + SPACE_4)
        tone = colours.text if text and is_chosen else colours.text2 if text else colours.text3
        block.paint(painter, at, box.width() - _TEXT_LEFT - SPACE_8, tone)


def _paint_radio(painter: QPainter, centre: QPointF, is_chosen: bool, colours: Colours) -> None:
    radius = ICON_INLINE / 2 - 0.5
    painter.setPen(QPen(QColor(colours.accent if is_chosen else colours.ctl), 1))
    painter.setBrush(QColor(colours.accent if is_chosen else colours.surface))
    painter.drawEllipse(centre, radius, radius)
    if is_chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.onaccent))
        painter.drawEllipse(centre, 2.5, 2.5)
