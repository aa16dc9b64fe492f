"""Writes files where the person wants them: folder, files, the question about taken names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.advice_copy import without_names
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.exchange import Exported
from digicom_desktop.file_names import room_for_name, safe_name
from digicom_desktop.files import OnStep
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.export_bar import ExportBar
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.export_more import ExportMore
from digicom_desktop.ui.export_order import HANDED_OVER, ExportOrder, Write, WriteSource
from digicom_desktop.ui.export_plan import ExportPlan
from digicom_desktop.ui.folder_row import FolderRow
from digicom_desktop.ui.home_rows import when
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tone


@dataclass(frozen=True, slots=True)
class ExportSource:
    """What is exported; ``fallback`` names a file whose report has no name to give.

    ``other`` says what it is, where it is not what the person sees in the window; ``ready`` that
    what was asked for can be exported now.
    """

    report: Callable[[Language], Report]
    hand_over: Callable[[Language], Mapping[str, WriteSource]]
    is_saved: Callable[[], bool]
    fallback: str
    other: str = ""
    known: Callable[[], Exported | None] = lambda: None
    """The last export of it in this run of the program."""
    ready: str = ""


class ExportDesk(QWidget):
    """Exports a source, never waiting for the disk; its ``bar`` stands below the page."""

    folder_chosen = Signal(object)
    """The ``Path`` that the person chose."""
    exported = Signal(object, int)
    """The ``Path`` of the folder, and how many files were written there."""
    current_requested = Signal()
    """What is seen in the window is to be exported again, not another revision."""
    asked = Signal()
    """The ``question`` is there and waits for an answer."""

    def __init__(
        self, source: ExportSource, writers: Mapping[str, Write], words: Words, folder: Path
    ) -> None:
        super().__init__()
        self._source, self._words = source, words
        self._plan = ExportPlan(Path(), "")
        self.bar = ExportBar()
        self._where = FolderRow(folder)
        self._files = ExportFiles(writers, words)
        self._more = ExportMore(words)
        self._other, self._taken = self._make_other(), self._make_question()
        self._lay_out()
        self._connect()
        self.show_source(source)

    @property
    def question(self) -> QWidget:
        """What asks about files that are there already."""
        return self._taken

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._files.is_running

    @property
    def ticks(self) -> tuple[str, ...]:
        """The kinds of files that are ticked."""
        return self._files.ticks

    def tick(self, kinds: Sequence[str]) -> None:
        """Has the files of ``kinds`` ticked, and no others."""
        self._files.tick(kinds)
        self._show_ready()

    def show_source(self, source: ExportSource) -> None:
        """Exports ``source`` from now on; nothing of it is written yet."""
        self._source = source
        self._other.set_text(source.other)
        self._other.setVisible(bool(source.other))
        self._show_plan()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_4, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._where)
        column.addSpacing(SPACE_4)
        column.addLayout(self._files_head())
        column.addWidget(self._other)
        column.addWidget(self._taken)
        column.addWidget(self._files)
        column.addWidget(self._more)

    def _files_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        self.files_title = PlainLabel(self.tr("Files to export"), "section")
        row.addWidget(self.files_title)
        note = self.tr("Each is opened again and compared with the assessment")
        row.addWidget(PlainLabel(note, "compact", "text3", wrap=True), 1)
        return row

    def _make_other(self) -> Banner:
        back = Button(self.tr("Export what is open now"), Kind.LINK)
        back.clicked.connect(lambda: self.current_requested.emit())
        return Banner("", Tone.BLUE, (back,))

    def _make_question(self) -> Banner:
        replace = Button(
            self.tr("Replace"), Kind.LINK, on_click=lambda: self._write(self._files.wanted)
        )
        keep = self._keep = Button(
            self.tr("Keep both"),
            Kind.LINK,
            on_click=lambda: self._write_beside(self._files.wanted),
        )
        banner = Banner("", Tone.AMBER, (replace, keep))
        banner.hide()
        return banner

    def _connect(self) -> None:
        self._where.changed.connect(self._on_where_changed)
        self.bar.export_requested.connect(self._on_export)
        self.bar.cancel_requested.connect(self._files.cancel)
        self.bar.folder_requested.connect(self._on_open_folder)
        self.bar.retry_requested.connect(lambda: self._write(self._files.failed))
        self._files.ticked.connect(self._show_ready)
        self._files.retry_requested.connect(lambda kind: self._write((kind,)))
        self._files.other_name_requested.connect(self._on_other_name)
        self._files.other_folder_requested.connect(self._where.ask)
        self._more.changed.connect(self._on_more_changed)
        self._files.started.connect(self.bar.show_step)
        self._files.done.connect(self.bar.count)
        self._files.finished.connect(self._on_finished)

    def _show_plan(self) -> None:
        folder, fallback = self._where.folder, self._source.fallback
        report = self._order().report
        volume = report.words.say("volume.name")
        room = room_for_name(folder) - len(f"_{volume}".encode())
        ending = report.file_ending
        self._plan = ExportPlan(
            folder,
            safe_name(report.file_title, fallback, ending, room),
            safe_name(ending.strip("_"), fallback, most=room),
            volume,
        )
        self._files.show_plan(self._plan, report)
        if self._source.ready:
            self.bar.show_nothing(self._source.ready)
        else:
            self._show_known()
        self._show_ready()

    def _order(self, kinds: Sequence[str] = ()) -> ExportOrder:
        """What the files of ``kinds`` say, as it stands now."""
        report = self._source.report(self._where.language)
        if self._more.is_advice:
            report = without_names(report)
        return ExportOrder(report, self._more.parts, self._hand_over(kinds))

    def _show_known(self) -> None:
        known = self._source.known()
        if known is None:
            self.bar.show_nothing()
            return
        language, now = self._words.language, datetime.now().astimezone()
        title = self.tr("Exported: {0}").format(when(known.at, language, now))
        one, more = self.tr("1 file in {0}"), self.tr("{1} files in {0}")
        text = one if known.files == 1 else more
        self.bar.show_nothing(title, text.format(known.folder, known.files))

    def _hand_over(self, kinds: Sequence[str]) -> Mapping[str, WriteSource]:
        """What writes package and volume; where nothing does, what says why."""
        needed = [kind for kind in kinds if kind in HANDED_OVER]
        if not needed:
            return {}
        try:
            return self._source.hand_over(self._where.language)
        except DigicomError as error:
            return dict.fromkeys(needed, _refusing(error))

    def _show_ready(self) -> None:
        self._taken.hide()
        self.bar.show_ready(len(self._files.wanted), self._refusal())

    def _refusal(self) -> str:
        """Why nothing can be written now, "" when it can."""
        if not self._source.is_saved():
            return self.tr("The last changes are not saved yet; export when they are.")
        if not self._files.wanted:
            return self.tr("Tick at least one file.")
        return ""

    def _on_where_changed(self) -> None:
        self.folder_chosen.emit(self._where.folder)
        self._show_plan()

    def _on_more_changed(self) -> None:
        self._files.offer_only_pdf(self._more.is_advice)
        self._show_plan()

    def _on_other_name(self, kind: str) -> None:
        if self._files.failure(kind) == "files.name_too_long":
            self._plan = self._plan.with_short_names()
            if not self._plan.taken((kind,)):
                self._write((kind,))
                return
        self._write_beside((kind,))

    def _on_export(self) -> None:
        if self._refusal():
            self._show_ready()
            return
        taken = self._plan.taken(self._files.wanted)
        if not taken:
            self._write(self._files.wanted)
            return
        names = self.tr(", ", "between files").join(taken)
        self._taken.set_text(self.tr("The folder has this already: {0}").format(names))
        self._taken.show()
        self.bar.show_question()
        # The answer that harms nothing: whoever presses Enter twice has not replaced a file.
        self._keep.setFocus(Qt.FocusReason.TabFocusReason)
        self.asked.emit()

    def _write_beside(self, kinds: Sequence[str]) -> None:
        self._plan = self._plan.with_free_names(kinds)
        self._write(kinds)

    def _write(self, kinds: Sequence[str]) -> None:
        self._taken.hide()
        self._set_busy(busy=True)
        self.bar.show_running(len(kinds))
        self._files.write(self._plan, kinds, self._order(kinds))

    def _on_finished(self) -> None:
        self._set_busy(busy=False)
        tally = self._files.tally
        self.bar.show_finished(tally)
        if tally.written:
            self.exported.emit(self._plan.folder, tally.written)

    def _set_busy(self, *, busy: bool) -> None:
        self._where.set_busy(busy)
        self._more.set_busy(busy)

    def _on_open_folder(self) -> None:
        known, is_new = self._source.known(), self._files.tally.written
        folder = known.folder if known and not is_new else self._where.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _refusing(error: DigicomError) -> WriteSource:
    """Says in the place of each file why it cannot be written."""

    def refuse(path: Path, on_step: OnStep) -> None:
        raise error

    return refuse
