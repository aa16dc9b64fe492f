"""The bar below the export page: what happens, and the button that makes it happen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import ElidedLabel, restyle
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import BAR_HEIGHT, SPACE_8, SPACE_12

_PROGRESS_WIDTH = 120
_TITLE_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files were to be written, are there, and could not be written."""

    asked: int = 0
    written: int = 0
    failed: int = 0


class ExportBar(PageEdge):
    """Asks for the export, for its end, and for the folder."""

    export_requested = Signal()
    cancel_requested = Signal()
    folder_requested = Signal()
    retry_requested = Signal()
    """What could not be written is to be tried again."""

    def __init__(self) -> None:
        super().__init__(at_top=False)
        self._tally = Tally()
        self._known = ("", "")
        self._steps = 0
        self._title = Paragraph("", "strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._note = ElidedLabel("", "compact", "text2")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(_PROGRESS_WIDTH, 6)
        self._cancel = Button(self.tr("Cancel"), on_click=self._on_cancel)
        self._retry = Button(self.tr("Retry"))
        self._folder = Button(self.tr("Open folder"), Kind.SECONDARY, "folder")
        self._export = Button("", Kind.PRIMARY, "upload")
        self._retry.clicked.connect(self.retry_requested)
        self._folder.clicked.connect(self.folder_requested)
        self._export.clicked.connect(self.export_requested)
        row = QHBoxLayout(self.inside)
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(self._title)
        row.addWidget(self._note)
        row.addWidget(self._progress)
        row.addStretch(1)
        for button in (self._cancel, self._retry, self._folder, self._export):
            row.addWidget(button)
        self.setMinimumHeight(theme.px(BAR_HEIGHT))

    def focus_export(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Puts the keyboard on the export button."""
        self._export.setFocus(reason)

    def set_leading(self, leading: bool) -> None:
        """Shows whether to export is what comes next, or something above is."""
        kind = Kind.PRIMARY if leading else Kind.SECONDARY
        if self._export.property("kind") != str(kind):
            self._export.setProperty("kind", str(kind))
            self._export.set_icon("upload")
            restyle(self._export)

    def show_nothing(self, title: str = "", note: str = "") -> None:
        """Nothing of what stands above has been written now; what is known of an earlier time."""
        self._tally = Tally()
        self._known = (title, note)

    def show_ready(self, count: int, refusal: str) -> None:
        """So many files are ticked; ``refusal`` says why they cannot be written."""
        one, more = self.tr("Export 1 file"), self.tr("Export {0} files").format(count)
        self._export.set_label(one if count == 1 else more)
        self._export.setEnabled(not refusal)
        self._show(self._outcome(), refusal or self._share(), is_running=False)

    def show_question(self) -> None:
        """A question above waits for an answer."""
        note = self.tr("Replace them, or keep both")
        self._show(self.tr("Files of this name are there"), note, is_running=False)

    def show_running(self, count: int) -> None:
        """So many files are being written."""
        self._steps = 0
        self._cancel.setEnabled(True)
        self._progress.setRange(0, count)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._show(self.tr("Writing"), "", is_running=True)
        self._progress.setValue(0)

    def show_step(self, name: str) -> None:
        """The file ``name`` is being written."""
        self._title.set_text(self.tr("Writing"))
        self._note.setText(name)

    def count(self) -> None:
        """One more file is done."""
        self._steps += 1
        self._progress.setValue(self._steps)

    def show_finished(self, tally: Tally) -> None:
        """Nothing is being written any more, and so much was."""
        self._tally = tally
        self._show(self._outcome(), self._share(), is_running=False)

    def _outcome(self) -> str:
        """What became of the files."""
        tally = self._tally
        if not tally.asked:
            return self._known[0]
        if tally.failed and not tally.written:
            return self.tr("Nothing was written")
        if tally.failed:
            return self.tr("{0} written, {1} failed").format(tally.written, tally.failed)
        if tally.written < tally.asked:
            return self.tr("Stopped")
        return self.tr("All written and checked")

    def _share(self) -> str:
        """How many files are there, where the outcome does not say it."""
        tally = self._tally
        if not tally.asked:
            return self._known[1]
        if tally.failed:
            return ""
        return self.tr("{0} of {1} files").format(tally.written, tally.asked)

    def _show(self, title: str, note: str, *, is_running: bool) -> None:
        self._title.set_text(title)
        self._title.setVisible(bool(title))
        # Beside a long name it keeps room for its words.
        least = min(self._title.sizeHint().width(), theme.px(_TITLE_WIDTH))
        self._title.setMinimumWidth(least)
        self._note.setText(note)
        self._progress.setVisible(is_running)
        self._cancel.setVisible(is_running)
        self._export.setVisible(not is_running)
        self._retry.setVisible(bool(self._tally.failed) and not is_running)
        is_there = self._tally.written or (not self._tally.asked and self._known[0])
        self._folder.setVisible(bool(is_there) and not is_running)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._note.setText(self.tr("Stopping; what was there before stays as it was"))
        self.cancel_requested.emit()
