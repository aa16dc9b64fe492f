"""The numbers of a chart as a table: to be read aloud, marked and copied."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView

from digicom_desktop.ui import theme
from digicom_desktop.ui.numbers_look import Cells, Heads, Index
from digicom_desktop.ui.shortcuts import Act, sequences
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8

_LEAST_WIDTH = 200
_NAME_LEAST = 72
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_UNBROKEN = re.compile(r"[^ -]+-?")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Heads, and rows as long as these; the first column is what a row is about.

    The column ``strong`` stands out.
    """

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    strong: int = 1

    def as_text(self, rows: Sequence[int]) -> str:
        """The ``rows`` for another program's table; the heads go with all of them."""
        lines = [self.rows[row] for row in rows]
        if len(lines) == len(self.rows):
            lines.insert(0, self.heads)
        return "\n".join("\t".join(line) for line in lines)


class NumbersTable(QTableView):
    """As high as its rows, so that only the page scrolls; Ctrl+C copies those that are marked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(Cells(self))
        self.setAccessibleName(name)
        self.setHorizontalHeader(Heads(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        self._add_copying()

    @property
    def numbers(self) -> Numbers:
        """What is shown."""
        return self._model.numbers

    def show_numbers(self, numbers: Numbers) -> None:
        """Shows ``numbers``; who stands in the table goes on standing there."""
        if numbers != self._model.numbers:
            self._model.show_numbers(numbers)
            self._fit()

    def copy(self) -> None:
        """Puts the marked rows on the clipboard, or all where none is marked."""
        marked = sorted({index.row() for index in self.selectedIndexes()})
        rows = marked or range(len(self._model.numbers.rows))
        QGuiApplication.clipboard().setText(self._model.numbers.as_text(rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.minimumHeight())

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def _add_copying(self) -> None:
        copy = QAction(self.tr("Copy"), self)
        copy.setShortcuts(sequences(Act.COPY))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda: self.copy())
        every = QAction(self.tr("Mark all"), self)
        every.setShortcuts(sequences(Act.SELECT_ALL))
        every.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        every.triggered.connect(lambda: self.selectAll())
        self.addActions([copy, every])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _fit(self) -> None:
        """Gives the numbers their width, the names the rest, and the rows all the height."""
        widths = self._widths()
        name = max(_NAME_LEAST, self.viewport().width() - sum(widths))
        for column, width in enumerate((name, *widths)):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + self.verticalHeader().length())

    def _widths(self) -> list[int]:
        """How wide every column of numbers is at least; heads break between their words."""
        numbers, head = self._model.numbers, theme.metrics("caption")
        bold = theme.metrics("strong")
        return [
            max(
                *(head.horizontalAdvance(word) for word in _UNBROKEN.findall(title)),
                *(bold.horizontalAdvance(row[column]) for row in numbers.rows),
            )
            + SPACE_8
            + SPACE_4
            for column, title in enumerate(numbers.heads)
            if column
        ]


class _Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.numbers = Numbers()

    def show_numbers(self, numbers: Numbers) -> None:
        is_alike = numbers.heads == self.numbers.heads
        if not (is_alike and len(numbers.rows) == len(self.numbers.rows)):
            self.beginResetModel()
            self.numbers = numbers
            self.endResetModel()
            return
        self.numbers = numbers
        last = self.index(len(numbers.rows) - 1, len(numbers.heads) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.numbers.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.numbers.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.numbers.rows[index.row()][index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() else _LEFT
            case Qt.ItemDataRole.FontRole:
                return theme.font("strong" if index.column() == self.numbers.strong else "compact")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.numbers.heads):
            return None
        return self.numbers.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _said(self, index: Index) -> str:
        """A row in one, where it begins; else the value with its head."""
        row = self.numbers.rows[index.row()]
        pairs = [f"{head}: {text}" for head, text in zip(self.numbers.heads, row, strict=True)]
        return ", ".join([row[0], *pairs[1:]]) if not index.column() else pairs[index.column()]
