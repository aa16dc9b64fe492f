"""How a table of numbers looks: its heads and its cells."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import RADIUS_CHIP, SPACE_4, SPACE_8

Index = QModelIndex | QPersistentModelIndex


class Heads(QHeaderView):
    """Captions over a line; those of numbers at the right, in as many lines as they need."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(table.accessibleName())
        self.setMinimumSectionSize(0)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        metrics = theme.metrics("caption")
        lines = [
            metrics.boundingRect(self._room(section), self._flags(section), self._title(section))
            for section in range(self.count())
        ]
        height = max((line.height() for line in lines), default=metrics.height())
        return QSize(0, height + SPACE_8)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = theme.current()
        painter.setPen(QColor(colours.text3))
        painter.setFont(theme.font("caption"))
        room = rect.adjusted(0 if not section else SPACE_8, 0, 0, -SPACE_4)
        painter.drawText(room, self._flags(section), self._title(section))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def _room(self, section: int) -> QRect:
        return QRect(0, 0, max(1, self.sectionSize(section) - SPACE_8), 1_000)

    @staticmethod
    def _flags(section: int) -> int:
        across = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
        return int(across | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)


class Cells(QStyledItemDelegate):
    """Quiet marks of what is chosen, a line under every row, and the ring of the keyboard."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = QRect(0, 0, max(1, self._table.columnWidth(index.column()) - _inset(index)), 10_000)
        metrics = QFontMetrics(index.data(Qt.ItemDataRole.FontRole))
        text = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data()))
        return QSize(room.width(), text.height() + SPACE_4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect = theme.current(), QRect(option.rect)  # type: ignore[attr-defined]
        if self._table.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(colours.tint))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = index.data(Qt.ItemDataRole.FontRole)
        stands_out = not index.column() or font.bold()
        painter.setPen(QColor(colours.text if stands_out else colours.text2))
        painter.setFont(font)
        flags = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
        room = rect.adjusted(_inset(index), 0, 0, 0)
        painter.drawText(room, flags | int(Qt.TextFlag.TextWordWrap), str(index.data()))
        if self._table.hasFocus() and index == self._table.currentIndex():
            theme.paint_ring(painter, QRectF(rect), RADIUS_CHIP, colours)


def _inset(index: Index) -> int:
    return SPACE_8 if index.column() else 0
