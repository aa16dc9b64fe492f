"""The list of Home: 10,000 rows drawn as they come into sight, used by mouse and keyboard."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import by_keyboard
from digicom_desktop.ui.home_columns import Columns, ColumnWidths, head_titles
from digicom_desktop.ui.home_row_painter import RowPainter, RowState
from digicom_desktop.ui.home_rows import HomeRows
from digicom_desktop.ui.shortcuts import Act, pressed
from digicom_desktop.ui.tokens import HEAD_HEIGHT, HOME_ROW_HEIGHT

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class HomeHead(QWidget):
    """The heads of the columns of ``list``, also where it has a scroll bar."""

    def __init__(
        self, widths: ColumnWidths, list: "HomeList", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widths = widths
        self._list = list
        self._titles = widths.titles
        self.setFixedHeight(theme.px(HEAD_HEIGHT))

    def show_bin(self, is_bin: bool) -> None:
        """Says what the last column tells: in the recycle bin, when a row came there."""
        self._titles = (*self._widths.titles[:-1], head_titles(is_bin=is_bin)[-1])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        painter.setFont(theme.font("caption"))
        painter.setPen(QColor(colours.text3))
        c = self._list.columns()
        places = (c.firm, c.state, c.declared, c.supported, c.findings, c.changed)
        flags = (_LEFT, _LEFT, _RIGHT, _RIGHT, _LEFT, _LEFT)
        for title, place, flag in zip(self._titles, places, flags, strict=True):
            if place:
                painter.drawText(QRect(place[0], 0, place[1], self.height()), flag, title)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class HomeList(QListView):
    """Shows the rows; ``activated_row`` for the button, Enter or a double click."""

    activated_row = Signal(object)
    delete_pressed = Signal(object)
    menu_requested = Signal(object, QPoint)
    """The row, and where the menu shall appear on the screen."""

    def __init__(self, rows: HomeRows, widths: ColumnWidths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._widths = widths
        self._width = 0
        self._by_keyboard = False
        self.hovered: tuple[int, str] = (-1, "")
        self.setModel(rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Assessments"))

    def columns(self) -> Columns:
        """Where the columns lie now."""
        return self._widths.columns(self._width)

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> SavedRow:
        """The saved assessment at ``index``."""
        return self._rows.row_at(index)

    @property
    def shows_focus(self) -> bool:
        """Whether the current row wears the focus ring: only for who uses the keyboard."""
        return self._by_keyboard and self.hasFocus()

    @property
    def rows(self) -> HomeRows:
        """The rows shown."""
        return self._rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The event is the viewport's; asking for the viewport itself costs 13 ms at the start.
        self._width = event.size().width()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = by_keyboard(event, self._by_keyboard)
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index, zone = self._what_is_at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not zone:
            return
        if zone == "button":
            self.activated_row.emit(self.row_at(index))
        else:
            self._ask_for_menu(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index, zone = self._what_is_at(event.position().toPoint())
        if index.isValid() and not zone:
            self.activated_row.emit(self.row_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
        elif pressed(Act.OPEN_ROW, event):
            self.activated_row.emit(self.row_at(index))
        elif pressed(Act.DELETE_ROW, event):
            self.delete_pressed.emit(self.row_at(index))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.menu_requested.emit(self.row_at(index), event.globalPos())
        elif index.isValid():
            self._ask_for_menu(index)

    def _ask_for_menu(self, index: QModelIndex) -> None:
        below = self.columns().more_in(self.visualRect(index)).bottomLeft()
        self.menu_requested.emit(self.row_at(index), self.viewport().mapToGlobal(below))

    def _what_is_at(self, point: QPoint) -> tuple[QModelIndex, str]:
        index = self.indexAt(point)
        if not index.isValid():
            return index, ""
        return index, self.columns().zone(self.visualRect(index), point)

    def _hover(self, point: QPoint) -> None:
        index, zone = self._what_is_at(point)
        hovered = (index.row() if zone else -1, zone)
        if hovered != self.hovered:
            self.hovered = hovered
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if zone else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()


class _RowDelegate(QStyledItemDelegate):
    """Draws each row with the one painter."""

    def __init__(self, view: HomeList) -> None:
        super().__init__(view)
        self._view = view
        self._painter = RowPainter()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(400, theme.px(HOME_ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._view.row_at(index)
        summary = row.summary
        hovered, zone = self._view.hovered
        is_current = self._view.currentIndex().row() == index.row()
        state = RowState(
            selected=is_current,
            focused=is_current and self._view.shows_focus,
            last=index.row() == self._view.rows.rowCount() - 1,
            newest=index.row() == 0 and not row.deleted,
            zone=zone if hovered == index.row() else "",
        )
        done = summary.answered / summary.total if summary.total else 0.0
        painter.save()
        # What PySide gives as the option has fields that its stubs do not know.
        rect: QRect = option.rect  # type: ignore[attr-defined]
        texts = self._view.rows.texts(index)
        self._painter.paint(painter, rect, self._view.columns(), texts, done, state)
        painter.restore()
