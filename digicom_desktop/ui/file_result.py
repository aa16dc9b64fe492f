"""What became of a file of the export page: how far it is, what it is good for, what went wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.files import Step
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import ICON_INLINE, SPACE_4, SPACE_8, SPACE_16, Tone

_ANOTHER_NAME = frozenset(
    {
        "files.target_open",
        "files.read_only",
        "files.not_a_file",
        "files.name_too_long",
        "files.changed_meanwhile",
    }
)
"""Failures that another name in the same folder helps against."""
_ANOTHER_FOLDER = frozenset(
    {
        "files.unwritable",
        "files.disk_full",
        "files.folder_missing",
        "files.name_too_long",
        "files.vanished",
        "files.not_read_back",
        "files.failed",
    }
)
"""Failures that only another place helps against, or a place first."""


class FileResult(QWidget):
    """Steps while a file is written; then what can be done with it, or about it."""

    open_requested = Signal()
    print_requested = Signal()
    retry_requested = Signal()
    other_name_requested = Signal()
    other_folder_requested = Signal()

    def __init__(self, *, can_print: bool) -> None:
        super().__init__()
        self._can_print = can_print
        self._states = FlowLayout(SPACE_16, SPACE_4)
        self._error = PlainLabel("", "compact", Tone.RED, wrap=True)
        self._open = Button(self.tr("Open file"), Kind.LINK)
        self._print = Button(self.tr("Print…"), Kind.LINK)
        self._note = PlainLabel("", "caption", "text2", wrap=True)
        self._retry = Button(self.tr("Try again"), Kind.LINK)
        self._name = Button(self.tr("Write under another name"), Kind.LINK)
        self._folder = Button(self.tr("Choose another folder…"), Kind.LINK)
        self._uses, self._failure = QWidget(), QWidget()
        self._offers = (self._retry, self._name, self._folder)
        self._open.clicked.connect(self.open_requested)
        self._print.clicked.connect(self.print_requested)
        self._retry.clicked.connect(self.retry_requested)
        self._name.clicked.connect(self.other_name_requested)
        self._folder.clicked.connect(self.other_folder_requested)
        self._lay_out()
        self.show_nothing()

    def set_busy(self, busy: bool) -> None:
        """Lets the offers rest while files are written."""
        for offer in self._offers:
            offer.setEnabled(not busy)

    def show_nothing(self) -> None:
        """Nothing has been written yet."""
        self._show(())

    def show_step(self, step: Step) -> None:
        """The file is being written, and so far."""
        texts = {
            Step.WRITING: self.tr("Writing…"),
            Step.READING: self.tr("Reading back…"),
            Step.COMPARING: self.tr("Comparing the contents…"),
            Step.PLACING: self.tr("Putting it in place…"),
        }
        done = self._done_texts()[: list(Step).index(step)]
        self._show(done)
        self._states.addWidget(PlainLabel(texts[step], "strong", "accent"))

    def show_done(self) -> None:
        """It is there, was read back and says what the assessment says."""
        self._show((*self._done_texts(), self.tr("Code equal")))
        self._uses.show()

    def show_stopped(self) -> None:
        """It was called off."""
        self._show(())
        self._states.addWidget(
            PlainLabel(self.tr("Stopped; what was there before is unchanged"), "caption", "text2")
        )

    def show_failure(self, id: str, sentence: str) -> None:
        """It was not written, as ``sentence`` says; what helps against ``id`` is offered."""
        self._show(())
        self._error.setText(sentence)
        self._name.setVisible(id in _ANOTHER_NAME)
        self._folder.setVisible(id in _ANOTHER_FOLDER)
        self._failure.show()

    def show_note(self, text: str) -> None:
        """What happens with the file that is there."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _done_texts(self) -> tuple[str, ...]:
        return (
            self.tr("Written"),
            self.tr("Read back, bytes equal"),
            self.tr("Contents compared"),
        )

    def _show(self, states: Sequence[str]) -> None:
        self._states.clear()
        for state in states:
            self._states.addWidget(_done(state))
        self._uses.hide()
        self._failure.hide()
        self.show_note("")

    def _lay_out(self) -> None:
        uses = QHBoxLayout(self._uses)
        uses.setContentsMargins(0, 0, 0, 0)
        uses.setSpacing(SPACE_16)
        uses.addWidget(self._open)
        uses.addWidget(self._print)
        self._print.setVisible(self._can_print)
        uses.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(self._states)
        column.addWidget(self._uses)
        column.addWidget(self._note)
        self._lay_out_failure()
        column.addWidget(self._failure)

    def _lay_out_failure(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(SPACE_8)
        mark = IconLabel("alert", theme.current().red.text)
        said.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._error, 1)
        offers = FlowLayout(SPACE_16, SPACE_4)
        for offer in self._offers:
            offers.addWidget(offer)
        column = QVBoxLayout(self._failure)
        column.setContentsMargins(0, SPACE_4, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(said)
        column.addLayout(offers)


def _done(text: str) -> QWidget:
    state = QWidget()
    row = QHBoxLayout(state)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    row.addWidget(IconLabel("check", theme.current().green.text, ICON_INLINE))
    row.addWidget(PlainLabel(text, "caption", "text2"))
    return state
