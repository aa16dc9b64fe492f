"""A list of many rows that wrap: laid out bit by bit, walked by keyboard, read aloud row by row."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from digicom_desktop.ui.buttons import by_keyboard
from digicom_desktop.ui.paragraph import TextBlock
from digicom_desktop.ui.tokens import SCROLL_BAR

_BATCH = 60
"""Rows that are laid out at once: nobody sees more of them at first."""

Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """Rows of any height; a kind of list says how high each is, and paints it."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_keyboard = False
        self._blocks: dict[tuple[str, str], TextBlock] = {}
        self.setModel(model)
        self.setItemDelegate(_Rows(self))
        self.setObjectName("rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(name)

    @property
    def shows_focus(self) -> bool:
        """Whether the current row wears the focus ring: only for who uses the keyboard."""
        return self._by_keyboard and self.hasFocus()

    def block(self, text: str, type: str) -> TextBlock:
        """``text`` laid out in ``type``, kept for the next time."""
        key = (text, type)
        if key not in self._blocks:
            self._blocks[key] = TextBlock(text, type)
        return self._blocks[key]

    def row_height(self, index: Index, width: int) -> int:
        """How high the row is, ``width`` wide."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draws the row into ``rect``."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = by_keyboard(event, self._by_keyboard)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _Rows(QStyledItemDelegate):
    """Asks the list."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # All rows are as wide as the list with its scroll bar, so that none moves when that comes.
        width = self._view.width() - SCROLL_BAR
        return QSize(width, self._view.row_height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs do not know it
        rect.setWidth(self._view.width() - SCROLL_BAR)
        painter.save()
        self._view.paint_row(painter, rect, index)
        painter.restore()
