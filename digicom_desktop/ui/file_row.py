"""One file of the export page: what it is, and how far it is written and checked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.evidence_text import size_text
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.ticks import TICK_INSET, TickField
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CARD_VERTICAL,
    ICON_INLINE,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Tone,
)

_LINE = 26
"""Height of the line with tick and name."""


class FileRow(QWidget):
    """Ticked to be written; ``other_name_requested`` when its name is taken or cannot be used."""

    ticked = Signal()
    other_name_requested = Signal()

    def __init__(self, icon: str, kind: str, contents: str) -> None:
        super().__init__()
        self._kind = kind
        self._tick = TickField("")
        self._tick.setAccessibleName(kind)
        self._tick.set_ticked(True)
        self._tick.setFixedWidth(TICK_INSET + ICON_INLINE + SPACE_8)
        self._tick.edited.connect(lambda _: self.ticked.emit())
        self._name = Paragraph("", "strong")
        self._name.setMinimumHeight(_LINE)
        self._name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._size = PlainLabel("", "compact", "text2")
        self._word = PlainLabel("", "compact", Tone.GREEN)
        self._states = FlowLayout(SPACE_16, SPACE_4)
        self._error = PlainLabel("", "compact", Tone.RED, wrap=True)
        self._other = Button(self.tr("Write under another name"), Kind.LINK)
        self._other.clicked.connect(self.other_name_requested)
        self._lay_out(icon, contents)
        self.show_waiting()

    @property
    def is_ticked(self) -> bool:
        """Whether the person wants this file."""
        return self._tick.isChecked()

    def set_busy(self, busy: bool) -> None:
        """Lets the tick and the offers rest while files are written."""
        self._tick.setEnabled(not busy)
        self._other.setEnabled(not busy)

    def show_name(self, name: str) -> None:
        """Shows the file's name."""
        self._name.set_text(name)

    def show_waiting(self) -> None:
        """Nothing has been written yet."""
        self._show((), "", "")

    def show_writing(self) -> None:
        """It is being written."""
        self._show((), "", "")
        self._states.addWidget(
            PlainLabel(self.tr("Writing, then reading back…"), "strong", "accent")
        )

    def show_done(self, path: Path) -> None:
        """It is there, was read back and says what the assessment says."""
        states = (
            self.tr("Written"),
            self.tr("Read back, bytes equal"),
            self.tr("Contents compared"),
            self.tr("Code equal"),
        )
        self._show(states, self.tr("Checked"), "")
        self._size.setText(_size(path))

    def show_failure(self, sentence: str) -> None:
        """It was not written; the old file of that name, if any, is as it was."""
        self._show((), "", sentence)

    def _show(self, states: Sequence[str], word: str, error: str) -> None:
        self._states.clear()
        for state in states:
            self._states.addWidget(_done(state))
        self._word.setText(word)
        self._size.setText("")
        self._error.setText(error)
        self._failure.setVisible(bool(error))

    def _lay_out(self, icon: str, contents: str) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_12)
        top.addWidget(self._name, 1)
        top.addWidget(self._size)
        top.addWidget(self._word)
        self._failure = QWidget()
        failure = QHBoxLayout(self._failure)
        failure.setContentsMargins(0, SPACE_4, 0, 0)
        failure.setSpacing(SPACE_8)
        failure.addWidget(
            IconLabel("alert", theme.current().red.text), 0, Qt.AlignmentFlag.AlignTop
        )
        failure.addWidget(self._error, 1)
        failure.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(PlainLabel(f"{self._kind} · {contents}", "caption", "text2", wrap=True))
        column.addSpacing(2)
        column.addLayout(self._states)
        column.addWidget(self._failure)
        row = QHBoxLayout(self)
        left = CARD_HORIZONTAL - TICK_INSET
        row.setContentsMargins(left, CARD_VERTICAL, CARD_HORIZONTAL, CARD_VERTICAL)
        row.setSpacing(SPACE_12)
        mark = IconLabel(icon, theme.current().text2)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_middle_of_line(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


def _middle_of_line(mark: QWidget) -> QWidget:
    """``mark`` in the middle of the first line."""
    box = QWidget()
    box.setFixedHeight(_LINE)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(mark)
    return box


def _done(text: str) -> QWidget:
    state = QWidget()
    row = QHBoxLayout(state)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    row.addWidget(IconLabel("check", theme.current().green.text, ICON_INLINE))
    row.addWidget(PlainLabel(text, "caption", "text2"))
    return state


def _size(path: Path) -> str:
    try:
        return size_text(path.stat().st_size)
    except OSError:
        return ""
