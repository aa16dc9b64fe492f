"""One file of the export page: what it is, and what became of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.files import Step
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.evidence_text import size_text
from digicom_desktop.ui.file_result import FileResult
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.ticks import TICK_INSET, TickField
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CARD_VERTICAL,
    ICON_INLINE,
    SPACE_8,
    SPACE_12,
    Tone,
)

_LINE = 26
"""Height of the line with tick and name."""


class FileRow(QWidget):
    """Ticked to be written; asks for what the person wants where it could not be written."""

    ticked = Signal()
    retry_requested = Signal()
    other_name_requested = Signal()
    other_folder_requested = Signal()

    def __init__(
        self,
        icon: str,
        kind: str,
        contents: str,
        *,
        can_print: bool = False,
        is_ticked: bool = True,
    ) -> None:
        super().__init__()
        self._kind = kind
        self._path = Path()
        self._tick = TickField("")
        self._tick.setAccessibleName(kind)
        self._tick.set_ticked(is_ticked)
        self._is_refused = False
        self._tick.setFixedWidth(TICK_INSET + theme.px(ICON_INLINE) + SPACE_8)
        self._tick.edited.connect(lambda _: self.ticked.emit())
        self._name = Paragraph("", "strong")
        self._name.setMinimumHeight(theme.px(_LINE))
        self._name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._size = PlainLabel("", "compact", "text2")
        self._word = PlainLabel("", "compact", Tone.GREEN)
        self._result = FileResult(can_print=can_print)
        self._connect()
        self._lay_out(icon, contents)
        self.show_waiting()

    @property
    def is_ticked(self) -> bool:
        """Whether the person wants this file."""
        return self._tick.isChecked()

    def set_ticked(self, is_ticked: bool) -> None:
        """Offers this file ticked, or not; nobody is told."""
        self._tick.set_ticked(is_ticked and not self._is_refused)

    def set_busy(self, busy: bool) -> None:
        """Lets the tick and the offers rest while files are written."""
        self._tick.setEnabled(not busy and not self._is_refused)
        self._result.set_busy(busy)

    def show_name(self, name: str) -> None:
        """Shows the file's name."""
        self._name.set_text(name)

    def show_waiting(self, estimate: int = 0) -> None:
        """Nothing has been written yet; ``estimate`` is its size in bytes, if that is known."""
        about = self.tr("about {0}").format(size_text(estimate)) if estimate else ""
        self._show("", about)
        self._result.show_nothing()

    def refuse(self, sentence: str) -> None:
        """It cannot be written, as ``sentence`` says; "" where it can."""
        self._is_refused = bool(sentence)
        self._tick.setEnabled(not sentence)
        if sentence:
            self._tick.set_ticked(False)
            self._result.show_note(sentence)

    def show_step(self, step: Step) -> None:
        """It is being written."""
        self._show("", "")
        self._result.show_step(step)

    def show_done(self, path: Path) -> None:
        """It is there, was read back and says what the assessment says."""
        self._path = path
        self._show(self.tr("Checked"), _size(path))
        self._result.show_done()

    def show_stopped(self) -> None:
        """It was called off; the old file of that name, if any, is as it was."""
        self._show("", "")
        self._result.show_stopped()

    def show_failure(self, id: str, sentence: str) -> None:
        """It was not written; the old file of that name, if any, is as it was."""
        self._show("", "")
        self._result.show_failure(id, sentence)

    def _show(self, word: str, size: str) -> None:
        self._word.setText(word)
        self._word.setVisible(bool(word))
        self._size.setText(size)

    def _connect(self) -> None:
        self._result.retry_requested.connect(self.retry_requested)
        self._result.other_name_requested.connect(self.other_name_requested)
        self._result.other_folder_requested.connect(self.other_folder_requested)
        self._result.open_requested.connect(lambda: self._open(""))
        self._result.print_requested.connect(
            lambda: self._open(
                self.tr("Print it in the program that opens it (Ctrl+P): A4, in full size.")
            )
        )

    def _open(self, note: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            note = self.tr("No program opened it. Open the folder and double-click the file.")
        self._result.show_note(note)

    def _lay_out(self, icon: str, contents: str) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_12)
        top.addWidget(self._name, 1)
        top.addWidget(self._size)
        top.addWidget(self._word)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(PlainLabel(f"{self._kind} · {contents}", "caption", "text2", wrap=True))
        column.addSpacing(2)
        column.addWidget(self._result)
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
    box.setFixedHeight(theme.px(_LINE))
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(mark)
    return box


def _size(path: Path) -> str:
    try:
        return size_text(path.stat().st_size)
    except OSError:
        return ""
