"""Shows the shapes of chart_geometry: numbers on pointing and by keyboard, and as a text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from digicom_desktop.domain.chart_geometry import Box, Dot, Label, Line, Polygon, Shape
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import KEYBOARD
from digicom_desktop.ui.chart_look import ChartLook
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.tokens import RADIUS_CONTROL

_REACH = 5
"""How far from a shape, in pixels, pointing still means it."""
_LEAST_WIDTH, _WIDE = 200, 10_000
_STAYS = 60_000
"""How long, in milliseconds, the numbers stay that the keyboard has called up."""

Draw = Callable[[float, float], Sequence[Shape]]
"""Width and height in pixels → shapes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the shapes with ``key`` say."""

    key: str
    says: str


class ChartView(QWidget):
    """A chart named ``name``; ``chosen`` tells the mark that was clicked.

    Tab shows the numbers of the first mark, arrow keys go on from mark to mark: its numbers stand
    beside it, are the description of the chart as long as it is there, and are announced.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        height: Callable[[int], int],
        *,
        is_linked: bool = False,
        name_type: str = "caption",
        least_width: int = _LEAST_WIDTH,
    ) -> None:
        super().__init__()
        self._least_width = least_width
        self._height = height
        self._is_linked = is_linked
        self._name_type = name_type
        self._draw: Draw = lambda _width, _height: ()
        self._shapes: tuple[Shape, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._at = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill_height(self) -> None:
        """Takes all the height that there is; ``height`` is then the least."""
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.MinimumExpanding)
        self.setSizePolicy(policy)

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What is drawn."""
        return self._shapes

    def show_chart(self, draw: Draw, marks: Sequence[Mark]) -> None:
        """Shows what ``draw`` gives; the marks in the order of the arrow keys."""
        self._draw, self._marks = draw, tuple(marks)
        self._at = min(self._at, len(self._marks) - 1)
        self._describe()
        self._shape()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # The height that a width takes is told by heightForWidth: a page is no longer than that.
        return QSize(max(240, self._least_width), self._height(_WIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_width, self._height(_WIDE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def resizeEvent(self, event: QEvent) -> None:
        self._shape()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = ChartLook(theme.current(), QSizeF(self.size()), self._name_type)
        look.paint(painter, self._shapes)
        if self.hasFocus():
            place = self.place_of(self._marks[self._at].key) if self._at >= 0 else None
            ring = place or QRectF(self.rect())
            theme.paint_ring(painter, ring, RADIUS_CONTROL, theme.current())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(mark.says) if mark else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._go_to(self._at + 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._go_to(self._at - 1)
            case Qt.Key.Key_Home:
                self._go_to(0)
            case Qt.Key.Key_End:
                self._go_to(len(self._marks) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._at >= 0:
                self._choose(self._marks[self._at])
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointing = self._is_linked and self.mark_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        if mark and event.button() is Qt.MouseButton.LeftButton:
            self._choose(mark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in KEYBOARD:
            self._go_to(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._at = -1
        self._describe()
        QToolTip.hideText()
        super().focusOutEvent(event)

    def mark_at(self, position: QPointF) -> Mark | None:
        """What a pointer at ``position`` means."""
        for mark in self._marks:
            for shape in self._shapes_of(mark.key):
                if _bounds(shape).adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(position):
                    return mark
        return None

    def place_of(self, key: str) -> QRectF | None:
        """Where the shapes with ``key`` are drawn."""
        place = QRectF()
        for shape in self._shapes_of(key):
            if not isinstance(shape, Polygon):
                place = place.united(_bounds(shape))
        return None if place.isNull() else place.adjusted(-3, -3, 3, 3)

    def _shape(self) -> None:
        self._shapes = tuple(self._draw(self.width(), self.height()))
        self.update()

    def _shapes_of(self, key: str) -> list[Shape]:
        return [shape for shape in self._shapes if shape.key == key]

    def _go_to(self, place: int) -> None:
        if not self._marks:
            return
        self._at = max(0, min(place, len(self._marks) - 1))
        mark = self._marks[self._at]
        where = self.place_of(mark.key) or QRectF(self.rect())
        corner = self.mapToGlobal(where.bottomLeft().toPoint())
        QToolTip.showText(corner, plain_tip(mark.says), self, self.rect(), _STAYS)
        self._describe()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, mark.says))
        self.update()

    def _describe(self) -> None:
        """The mark that the keyboard is at, else all of them."""
        said = self._marks[self._at : self._at + 1] if self._at >= 0 else self._marks
        self.setAccessibleDescription("\n".join(mark.says for mark in said))

    def _choose(self, mark: Mark) -> None:
        if self._is_linked:
            self.chosen.emit(mark.key)


def _bounds(shape: Shape) -> QRectF:
    """Roughly what ``shape`` covers; a label's width is a guess that pointing can live with."""
    match shape:
        case Polygon(points) | Line(points):
            return QPolygonF([QPointF(p.x, p.y) for p in points]).boundingRect()
        case Dot(center):
            return QRectF(center.x - 4, center.y - 4, 8, 8)
        case Box(x, y, width, height):
            return QRectF(x, y, width, height)
        case Label():
            width = theme.metrics("caption").horizontalAdvance(shape.text)
            left = {"start": 0.0, "middle": width / 2, "end": float(width)}[shape.align]
            return QRectF(shape.x - left, shape.y - 9, width, 18)
