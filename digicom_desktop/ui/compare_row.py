"""An item of a comparison: its row, and on request the texts of both sides beside each other."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.comparison import ItemChange
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.compare_entry import CompareEntry
from digicom_desktop.ui.compare_lines import NOTHING, Detail
from digicom_desktop.ui.compare_words import item_says
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CONTROL_HEIGHT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
)


def opener_room() -> int:
    """What stands before a row: the button that opens its texts."""
    return SPACE_8 + theme.px(CONTROL_HEIGHT) + SPACE_4


_TOP = Qt.AlignmentFlag.AlignTop
_DOWN = 2
"""Brings the button in line with the first line of the row."""


class CompareRow(QWidget):
    """``chosen`` tells the item that the person wants to go to; ``opened`` that texts came."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._details: tuple[Detail, ...] = ()
        self._names = ("", "")
        self._texts: QWidget | None = None
        self._entry = CompareEntry()
        self._entry.clicked.connect(lambda: self.chosen.emit(self._id))
        self._opener = IconButton("arrow-right", "", on_click=self._on_opened)
        policy = self._opener.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._opener.setSizePolicy(policy)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_8, 0, 0, 0)
        row.setSpacing(SPACE_4)
        opener = QVBoxLayout()
        opener.setContentsMargins(0, _DOWN, 0, 0)
        opener.addWidget(self._opener, 0, _TOP)
        row.addLayout(opener)
        row.addWidget(self._entry, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)

    @property
    def is_open(self) -> bool:
        """Whether the texts are shown."""
        return self._texts is not None

    def show_change(
        self, change: ItemChange, also: str, details: tuple[Detail, ...], names: tuple[str, str]
    ) -> None:
        """Shows ``change``; ``details`` are its texts under the ``names`` of both sides."""
        is_other = change.id != self._id
        self._id = change.id
        self._entry.show_change(change, also, item_says(change, also))
        if (details, names) != (self._details, self._names) or is_other:
            stays_open = self.is_open and bool(details) and not is_other
            self._close()
            self._details, self._names = details, names
            if stays_open:
                self._open()
        self._opener.setVisible(bool(details))
        self._show_opener()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), theme.current().line)

    def _on_opened(self) -> None:
        if self.is_open:
            self._close()
        else:
            self._open()
        self._show_opener()
        self.opened.emit()

    def _open(self) -> None:
        self._texts = CompareTexts(self._details, self._names)
        self._column.addWidget(self._texts)
        self._texts.show()

    def _close(self) -> None:
        if self._texts is not None:
            self._column.removeWidget(self._texts)
            self._texts.hide()
            self._texts.deleteLater()
            self._texts = None

    def _show_opener(self) -> None:
        name = self.tr("{0}: hide the texts") if self.is_open else self.tr("{0}: show the texts")
        self._opener.set_icon("arrow-down" if self.is_open else "arrow-right")
        self._opener.setAccessibleName(name.format(self._id))
        self._opener.setToolTip(self.tr("Hide the texts") if self.is_open else self._tip())

    def _tip(self) -> str:
        return self.tr("Show what both sides say")


class CompareTexts(QWidget):
    """The texts of the old side at the left, of the new one at the right; all can be copied."""

    def __init__(self, details: tuple[Detail, ...], names: tuple[str, str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(opener_room(), 0, CARD_HORIZONTAL, SPACE_12)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(PlainLabel(names[column], "caption", "text3"), 0, column)
        for number, detail in enumerate(details):
            caption = PlainLabel(detail.name, "caption", "text3", wrap=True)
            caption.setContentsMargins(0, SPACE_4, 0, 0)
            grid.addWidget(caption, 2 * number + 1, 0, 1, 2)
            for column, text in enumerate((detail.old, detail.new)):
                tone = "text2" if not column else "text"
                label = PlainLabel(text.strip() or NOTHING, "compact", tone, wrap=True)
                label.let_copy()
                said = self.tr("{0}, {1}: {2}", "a text, the side that says it")
                label.setAccessibleName(said.format(detail.name, names[column], label.text()))
                grid.addWidget(label, 2 * number + 2, column, _TOP)
