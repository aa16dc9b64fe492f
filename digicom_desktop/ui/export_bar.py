"""The bar below the export page: what happens, and the button that makes it happen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import ElidedLabel, PlainLabel, restyle
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.tokens import BAR_HEIGHT, SPACE_8, SPACE_12

_PROGRESS_WIDTH = 120


class ExportBar(PageEdge):
    """Asks for the export, for its end, and for the folder."""

    export_requested = Signal()
    cancel_requested = Signal()
    folder_requested = Signal()

    def __init__(self) -> None:
        super().__init__(at_top=False)
        self._count = self._done = self._failed = 0
        self._title = PlainLabel("", "strong")
        self._note = ElidedLabel("", "compact", "text2")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(_PROGRESS_WIDTH, 6)
        self._cancel = Button(self.tr("Cancel"), on_click=self._on_cancel)
        self._folder = Button(self.tr("Open folder"), Kind.SECONDARY, "folder")
        self._export = Button("", Kind.PRIMARY, "upload")
        self._folder.clicked.connect(self.folder_requested)
        self._export.clicked.connect(self.export_requested)
        row = QHBoxLayout(self.inside)
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(self._title)
        row.addWidget(self._note)
        row.addWidget(self._progress)
        row.addStretch(1)
        for button in (self._cancel, self._folder, self._export):
            row.addWidget(button)
        self.setMinimumHeight(BAR_HEIGHT)

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

    def show_ready(self, count: int, refusal: str) -> None:
        """So many files are ticked; ``refusal`` says why they cannot be written."""
        one, more = self.tr("Export 1 file"), self.tr("Export {0} files").format(count)
        self._export.set_label(one if count == 1 else more)
        self._export.setEnabled(not refusal)
        self._show(self.tr("Not written yet"), refusal, is_running=False, has_folder=False)

    def show_question(self) -> None:
        """A question above waits for an answer."""
        note = self.tr("Replace them, or keep both")
        self._show(
            self.tr("Files of this name are there"), note, is_running=False, has_folder=False
        )

    def show_running(self, count: int) -> None:
        """So many files are being written."""
        self._count, self._done, self._failed = count, 0, 0
        self._cancel.setEnabled(True)
        self._progress.setRange(0, count)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._show(self.tr("Writing"), "", is_running=True, has_folder=False)
        self._show_progress()

    def show_step(self, name: str) -> None:
        """The file ``name`` is being written."""
        self._title.setText(self.tr("Writing"))
        self._note.setText(name)

    def count(self, written: bool) -> None:
        """One more file is done; whether it is there."""
        self._done += written
        self._failed += not written
        self._show_progress()

    def show_finished(self) -> None:
        """Nothing is being written any more."""
        if self._failed:
            title = self.tr("Not everything was written")
        elif self._done < self._count:
            title = self.tr("Stopped")
        else:
            title = self.tr("All written and checked")
        note = self.tr("{0} of {1} files").format(self._done, self._count)
        self._show(title, note, is_running=False, has_folder=bool(self._done))

    def _show(self, title: str, note: str, *, is_running: bool, has_folder: bool) -> None:
        self._title.setText(title)
        self._note.setText(note)
        self._progress.setVisible(is_running)
        self._cancel.setVisible(is_running)
        self._export.setVisible(not is_running)
        self._folder.setVisible(has_folder)

    def _show_progress(self) -> None:
        self._progress.setValue(self._done + self._failed)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._note.setText(self.tr("Stopping; what was there before stays as it was"))
        self.cancel_requested.emit()
