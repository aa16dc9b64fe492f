"""The export page: what is written, where, and whether it was read back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.words import Words
from digicom_desktop.files import safe_name
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import ScrolledColumn
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.code_card import CodeCard
from digicom_desktop.ui.export_bar import ExportBar
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.export_guide import ExportGuide
from digicom_desktop.ui.export_plan import ExportPlan
from digicom_desktop.ui.folder_row import FolderRow, documents_folder
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tone
from digicom_desktop.workspace import Workspace


class ExportPage(Page):
    """Writes the workbook and the PDF of the assessment as it stands, without ever waiting."""

    folder_chosen = Signal(object)
    """The ``Path`` that the person chose, to be offered next time."""

    has_guide = True

    def __init__(
        self, session: Session, words: Words, workspace: Workspace, folder: Path | None = None
    ) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._plan = ExportPlan(Path(), "")
        self._code = CodeCard()
        self._where = FolderRow(folder or documents_folder())
        writers = {"workbook": workspace.export_workbook, "pdf": workspace.export_pdf}
        self._files = ExportFiles(writers, words)
        self._taken = self._make_question()
        self._bar = ExportBar()
        self._lay_out()
        self._connect()
        self._show_report()

    def show_change(self, change: Change) -> None:
        if change.parts and not self._files.is_running:
            self._show_report()

    def make_guide(self) -> QWidget | None:
        return ExportGuide(self._session.report(self._words.language))

    def focus_start(self, target: str = "") -> None:
        self._bar.focus_export()

    def _lay_out(self) -> None:
        scroll = ScrolledColumn()
        for part in (self._head(), self._notice(), self._code):
            if isinstance(part, QHBoxLayout):
                scroll.body.addLayout(part)
            else:
                scroll.body.addWidget(part)
        scroll.body.addSpacing(SPACE_4)
        scroll.body.addWidget(self._where)
        scroll.body.addSpacing(SPACE_4)
        scroll.body.addLayout(self._files_head())
        scroll.body.addWidget(self._taken)
        scroll.body.addWidget(self._files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self._bar)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(PlainLabel(self.tr("Export"), "page"))
        state = self._words.say(f"report.state.{self._session.state}")
        row.addWidget(Chip(state), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row

    def _notice(self) -> Banner:
        notice = self._words.say("report.draft_notice")
        return Banner(self.tr("{0} Both files are marked as a draft.").format(notice), Tone.GREY)

    def _files_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(PlainLabel(self.tr("Files to export"), "section"))
        note = self.tr("Each is opened again and compared with the assessment")
        row.addWidget(PlainLabel(note, "compact", "text3", wrap=True), 1)
        return row

    def _make_question(self) -> Banner:
        replace = Button(
            self.tr("Replace"), Kind.LINK, on_click=lambda: self._write(self._files.wanted)
        )
        keep = Button(
            self.tr("Keep both"),
            Kind.LINK,
            on_click=lambda: self._write_beside(self._files.wanted),
        )
        banner = Banner("", Tone.AMBER, (replace, keep))
        banner.hide()
        return banner

    def _connect(self) -> None:
        self._where.changed.connect(self._on_where_changed)
        self._bar.export_requested.connect(self._on_export)
        self._bar.cancel_requested.connect(self._files.cancel)
        self._bar.folder_requested.connect(self._on_open_folder)
        self._files.ticked.connect(self._show_ready)
        self._files.other_name_requested.connect(lambda kind: self._write_beside((kind,)))
        self._files.started.connect(self._bar.show_step)
        self._files.done.connect(self._bar.count)
        self._files.finished.connect(self._on_finished)

    def _show_report(self) -> None:
        report = self._session.report(self._words.language)
        self._code.show_code(report.code, report.notices["code_meaning"])
        self._show_plan()

    def _show_plan(self) -> None:
        title = self._session.report(self._where.language).file_title
        self._plan = ExportPlan(self._where.folder, safe_name(title, self._session.id))
        self._files.show_plan(self._plan)
        self._show_ready()

    def _show_ready(self) -> None:
        self._taken.hide()
        self._bar.show_ready(len(self._files.wanted), self._refusal())

    def _refusal(self) -> str:
        """Why nothing can be written now, "" when it can."""
        if not self._session.is_saved:
            return self.tr("The last changes are not saved yet; export when they are.")
        if not self._files.wanted:
            return self.tr("Tick at least one file.")
        return ""

    def _on_where_changed(self) -> None:
        self.folder_chosen.emit(self._where.folder)
        self._show_plan()

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
        self._bar.show_question()

    def _write_beside(self, kinds: Sequence[str]) -> None:
        self._plan = self._plan.with_free_names(kinds)
        self._write(kinds)

    def _write(self, kinds: Sequence[str]) -> None:
        self._taken.hide()
        self._where.set_busy(busy=True)
        self._bar.show_running(len(kinds))
        self._files.write(self._plan, kinds, self._session.report(self._where.language))

    def _on_finished(self) -> None:
        self._where.set_busy(busy=False)
        self._bar.show_finished()

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._where.folder)))
