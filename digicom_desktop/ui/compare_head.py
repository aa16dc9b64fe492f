"""The head of the compare page: title, whose method this is, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.chips import MethodChip
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12


class CompareHead(QWidget):
    """``copy_requested`` for the whole comparison as text, ``back_requested`` for the results."""

    copy_requested = Signal()
    back_requested = Signal()

    def __init__(self, note: str) -> None:
        super().__init__()
        self._title = PlainLabel(self.tr("Compare"), "page")
        self._note = MethodChip(note)
        self._copy = Button(self.tr("Copy all"), Kind.LINK, "copy")
        self._copy.clicked.connect(lambda: self.copy_requested.emit())
        self.back = Button(self.tr("Back to results"), Kind.SECONDARY, "arrow-left")
        self.back.clicked.connect(lambda: self.back_requested.emit())
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_12)
        for widget in (self._title, self._note, self._copy):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.back)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._column.addLayout(self._row)

    def show_copy(self, can_copy: bool) -> None:
        """Whether there is a comparison to copy."""
        self._copy.setVisible(can_copy)
        self._copy.set_label(self.tr("Copy all"))

    def tell_copied(self) -> None:
        """It was copied, and what that is good for."""
        self._copy.set_label(self.tr("Copied; it can be pasted into a table"))

    def fit(self, width: int) -> None:
        """Has the note below the title where a line of ``width`` is too short for all."""
        widgets = (self._title, self._note, self._copy, self.back)
        needed = sum(widget.sizeHint().width() + SPACE_12 for widget in widgets)
        is_below, goes_below = self._column.indexOf(self._note) >= 0, needed > width
        if goes_below and not is_below:
            self._row.removeWidget(self._note)
            self._column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignLeft)
        elif is_below and not goes_below:
            self._column.removeWidget(self._note)
            self._row.insertWidget(1, self._note)
