"""An item on both sides as a button: its levels before and after, and what else changed."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.domain.chart_shapes import LEVELS, Box, Label, Role
from digicom_desktop.domain.comparison import ItemChange
from digicom_desktop.domain.comparison_side import SideItem
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.chart_look import ChartLook
from digicom_desktop.ui.compare_words import ARROW, levels_moved
from digicom_desktop.ui.paragraph import TextBlock
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    RADIUS_CONTROL,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    Colours,
)

_BOX = (24, 22)
_LINE = 20
_ARROW = 12
_MOVED = 28
_ALSO = 132
_LEAST_TITLE = 150
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _box() -> QSize:
    """A cell, as large as its digit asks for."""
    return QSize(theme.px(_BOX[0]), theme.px(_BOX[1]))


def _levels_width() -> int:
    """Two cells, what stands between them, and how far the second is from the first."""
    return 2 * _box().width() + theme.px(_ARROW) + 2 * SPACE_4 + theme.px(_MOVED)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row lie and how wide they are, in pixels.

    ``also`` is 0 where what else changed stands below the title, because room is short.
    """

    title: int
    title_width: int
    claimed: int
    supported: int
    also_left: int
    also: int
    levels: int

    @classmethod
    def of(cls, width: int) -> "Columns":
        """The columns of a row of ``width``; titles take what the others leave."""
        right = width - CARD_HORIZONTAL
        title = theme.metrics("compact").horizontalAdvance("8.8") + SPACE_12
        levels, also, least = _levels_width(), theme.px(_ALSO), theme.px(_LEAST_TITLE)
        taken = title + 2 * (SPACE_12 + levels)
        also = also if right - taken - SPACE_12 - also >= least else 0
        also_left = right - also
        supported = also_left - levels - (SPACE_12 if also else 0)
        claimed = supported - SPACE_12 - levels
        room = max(1, claimed - SPACE_12 - title)
        return cls(title, room, claimed, supported, also_left, also, levels)


class CompareEntry(PaintedButton):
    """Told by its owner where it leads; what changed is bold and in words, never colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change: ItemChange | None = None
        self._title, self._also = TextBlock(""), TextBlock("")
        self._is_blank = True
        self._columns: tuple[int, Columns] = (0, Columns.of(0))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_change(self, change: ItemChange, also: str, says: str) -> None:
        """Shows ``change`` and, as words, what else is another one."""
        self._change = change
        self._title = TextBlock(change.title, "strong" if change.flags else "compact")
        self._also, self._is_blank = TextBlock(also, "caption"), not also
        self.setAccessibleName(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, theme.px(_LINE) + 2 * SPACE_8)

    def minimumSizeHint(self) -> QSize:
        narrow = Columns.of(0)
        width = _LEAST_TITLE - narrow.claimed + narrow.title + SPACE_12
        return QSize(width, theme.px(_LINE) + 2 * SPACE_8)

    def heightForWidth(self, width: int) -> int:
        columns = self._columns_of(width)
        text = self._title.height(columns.title_width)
        if self._is_blank:
            return text + 2 * SPACE_8
        if columns.also:
            return max(text, self._also.height(columns.also)) + 2 * SPACE_8
        return text + self._also.height(columns.title_width) + 2 * SPACE_8

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._change is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns, colours = self._columns_of(self.width()), theme.current()
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.hover))
        self._paint_texts(painter, columns, colours)
        old, new = self._change.old, self._change.new
        self._paint_levels(painter, columns.claimed, (old, old.claimed), (new, new.claimed))
        pair = ((old, old.supported), (new, new.supported))
        self._paint_levels(painter, columns.supported, *pair)
        if self.wears_ring:
            ring = QRectF(self.rect()).adjusted(0, 2, -SPACE_4, -2)
            theme.paint_ring(painter, ring, RADIUS_CONTROL, colours)

    def _columns_of(self, width: int) -> Columns:
        """Layouts ask for a few widths, many times each."""
        if self._columns[0] != width:
            self._columns = (width, Columns.of(width))
        return self._columns[1]

    def _paint_texts(self, painter: QPainter, columns: Columns, colours: Colours) -> None:
        if self._change is None:
            return
        painter.setFont(theme.font("compact"))
        painter.setPen(QColor(colours.text2))
        painter.drawText(
            QRectF(0, SPACE_8, columns.title, theme.px(_LINE)), _MIDDLE, self._change.id
        )
        title = colours.text if self._change.flags else colours.text2
        at = QPointF(columns.title, SPACE_8)
        self._title.paint(painter, at, columns.title_width, title)
        if columns.also:
            place = QPointF(columns.also_left, SPACE_8 + 1)
            self._also.paint(painter, place, columns.also, colours.text2)
        elif not self._is_blank:
            below = QPointF(columns.title, SPACE_8 + self._title.height(columns.title_width))
            self._also.paint(painter, below, columns.title_width, colours.text2)

    def _paint_levels(
        self,
        painter: QPainter,
        left: float,
        old: tuple[SideItem, int | None],
        new: tuple[SideItem, int | None],
    ) -> None:
        """Two cells as in the strip of all items, and between them what became of the first."""
        colours, box = theme.current(), _box()
        arrow, top = theme.px(_ARROW), SPACE_8 + (theme.px(_LINE) - box.height()) / 2
        look = ChartLook(colours, QSizeF(self.size()))
        second = left + box.width() + arrow + 2 * SPACE_4
        for at, (item, level) in ((left, old), (second, new)):
            look.paint(painter, _cell(item, level, at, top))
        between = QRectF(left + box.width() + SPACE_4, top, arrow, box.height())
        is_same = (old[0].state, old[1]) == (new[0].state, new[1])
        painter.setFont(theme.font("compact"))
        painter.setPen(QColor(colours.text3 if is_same else colours.text))
        sign = "=" if is_same else ARROW
        painter.drawText(between, int(Qt.AlignmentFlag.AlignCenter), sign)
        moved = QRectF(second + box.width() + SPACE_4, top, theme.px(_MOVED), box.height())
        painter.setFont(theme.font("strong"))
        painter.drawText(moved, _MIDDLE, levels_moved(old[1], new[1]))


def _cell(item: SideItem, level: int | None, left: float, top: float) -> tuple[Box, Label]:
    role, text = Role.UNANSWERED, ""
    if item.state == "not_applicable":
        role, text = Role.NOT_APPLICABLE, "–"
    elif level is not None:
        role, text = LEVELS[level], str(level)
    size = _box()
    middle = (left + size.width() / 2, top + size.height() / 2)
    box = Box(left, top, size.width(), size.height(), role)
    return box, Label(*middle, text, "middle", role)
