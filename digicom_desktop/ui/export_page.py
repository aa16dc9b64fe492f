"""The page to finalise and export: what is written, where, and what became of each revision."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.exchange import Exported
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.card import ScrolledColumn
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.code_card import CodeCard
from digicom_desktop.ui.dialogs import Question
from digicom_desktop.ui.export_desk import ExportDesk, ExportSource
from digicom_desktop.ui.export_draft import DraftCard
from digicom_desktop.ui.export_guide import ExportGuide
from digicom_desktop.ui.export_order import WriteSource
from digicom_desktop.ui.export_reports import ExportReports
from digicom_desktop.ui.export_writers import export_writers
from digicom_desktop.ui.file_dialogs import documents_folder
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import LOOK, Page, split_place
from digicom_desktop.ui.returned_banner import ReturnedBanner
from digicom_desktop.ui.revision_list import RevisionList
from digicom_desktop.ui.revision_standing import (
    ICONS,
    TONES,
    finalised_text,
    revision_name,
    standing,
)
from digicom_desktop.ui.state_dialog import StateDesk
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12
from digicom_desktop.workspace import Workspace

_LOOK = split_place(LOOK)[2]


class ExportPage(Page):
    """Writes the files of what is open, or of a revision; ``focus_start("2")`` of that."""

    folder_chosen = Signal(object)
    """The ``Path`` that the person chose, to be offered next time."""

    has_guide = True

    def __init__(
        self, session: Session, words: Words, workspace: Workspace, folder: Path | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Finalise and export"))
        self._session = session
        self._workspace = workspace
        self._words = words
        self._reports = ExportReports(session)
        self._number = 0
        self._guide: ExportGuide | None = None
        self._state = Chip("")
        self._made = PlainLabel("", "compact", "text2")
        self._returned = ReturnedBanner()
        self._draft = DraftCard(words.say("report.draft_notice"))
        self._code = CodeCard()
        self._desk = ExportDesk(
            self._source(), export_writers(workspace), words, folder or documents_folder()
        )
        self._list = RevisionList(lambda number: self._reports.of(number, words.language))
        self._state_desk = StateDesk(session.history, words, self)
        self._scroll = ScrolledColumn()
        self._lay_out()
        self._connect()
        self._show_all()

    def show_change(self, change: Change) -> None:
        if change.parts and not self._desk.is_running:
            self._reports.forget()
            self._show_all()
            self._show_source()

    def make_guide(self) -> QWidget | None:
        self._guide = ExportGuide(self._source().report(self._words.language))
        return self._guide

    @property
    def foot(self) -> int:
        return self._desk.bar.height()

    def focus_start(self, target: str = "") -> None:
        if target.isdigit():
            self._on_export_requested(int(target))
        elif target == _LOOK:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._desk.bar.focus_export()

    def kept(self) -> tuple[str, ...]:
        return (str(self._number), *self._desk.ticks)

    def go_on_with(self, kept: tuple[str, ...]) -> None:
        number, *kinds = kept
        if int(number) in {revision.number for revision in self._reports.revisions}:
            self._number = int(number)
            self._show_source()
        self._desk.tick(kinds)

    def _lay_out(self) -> None:
        body = self._scroll.body
        head = FlowLayout(SPACE_12, SPACE_4)
        for part in (PlainLabel(self.tr("Finalise and export"), "page"), self._state, self._made):
            head.addWidget(part)
        body.addLayout(head)
        for widget in (self._returned, self._draft, self._code, self._desk):
            body.addWidget(widget)
        body.addSpacing(SPACE_4)
        body.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._desk.bar)

    def _connect(self) -> None:
        self._returned.place_requested.connect(self.place_requested)
        self._desk.exported.connect(self._on_exported)
        self._draft.review_requested.connect(lambda: self.place_requested.emit("review"))
        self._draft.back_requested.connect(self._on_back_requested)
        self._desk.folder_chosen.connect(self.folder_chosen)
        self._desk.asked.connect(lambda: self._scroll.bring(self._desk.question))
        self._desk.current_requested.connect(lambda: self._on_export_requested(0))
        self._list.view_requested.connect(lambda n: self.place_requested.emit(f"revision/{n}"))
        self._list.export_requested.connect(self._on_export_requested)
        self._list.state_requested.connect(self._on_state_requested)
        self._list.compare_requested.connect(lambda: self.place_requested.emit("compare"))

    def _show_all(self) -> None:
        self._show_standing(self._reports.shown)
        self._returned.show_revisions(
            self._reports.revisions, self._session.edition, is_draft=self._reports.shown is None
        )
        damage = self._reports.damage
        sentence = "" if damage is None else self._words.error(damage)
        self._list.show_revisions(self._reports.revisions, sentence)

    def _show_standing(self, shown: Revision | None) -> None:
        """The head, and the code of what is exported."""
        self._draft.setVisible(shown is None)
        self._state.setVisible(shown is not None)
        self._made.setVisible(shown is not None)
        is_to_correct = shown is None or shown.state is State.RETURNED
        self._desk.bar.set_leading(not is_to_correct)
        meaning = self._words.say("report.code_meaning")
        if shown is None:
            known = 0 if self._reports.damage else self._session.finalised
            self._draft.show_draft(self._session.appraisal, known)
            code = self._reports.current(self._words.language).code
        else:
            self._state.set_state(standing(shown), TONES[shown.state], ICONS[shown.state])
            self._made.setText(f"{revision_name(shown.number)} · {finalised_text(shown)}")
            code = shown.code
        self._code.show_code(code, meaning, is_final=shown is not None)

    def _source(self) -> ExportSource:
        """What is exported: the revision asked for, else what is open."""
        number, shown = self._number, self._reports.shown
        again = self.tr("Ready to export revision {0} again").format(number) if number else ""
        if not number or self._reports.damage or (shown is not None and shown.number == number):
            return ExportSource(
                self._reports.current,
                lambda language: self._hand_over(None, language),
                lambda: self._reports.is_saved,
                self._session.id,
                known=self._last_export,
                ready=again,
            )
        other = self.tr("{0} is exported as it was finalised, not what is open now.")
        return ExportSource(
            lambda language: self._reports.of(number, language),
            lambda language: self._hand_over(number, language),
            lambda: True,
            self._session.id,
            other.format(revision_name(number)),
            self._last_export,
            again,
        )

    def _hand_over(self, number: int | None, language: Language) -> Mapping[str, WriteSource]:
        """What writes package and volume of the revision ``number``, None for what is open."""
        source = self._session.package_source(number, language)
        return {
            "package": partial(self._workspace.export_package, source),
            "volume": partial(self._workspace.export_volume, source),
        }

    def _show_source(self) -> None:
        source = self._source()
        self._desk.show_source(source)
        if self._guide is not None:
            self._guide.show_report(source.report(self._words.language))

    def _on_export_requested(self, number: int) -> None:
        known = {revision.number for revision in self._reports.revisions}
        if self._desk.is_running or number not in {0, *known}:
            return
        self._number = number
        self._show_source()
        self._scroll.bring_to_top(self._desk.files_title)
        # As by the keyboard: whoever is brought here must see where he is.
        self._desk.bar.focus_export(Qt.FocusReason.TabFocusReason)

    def _on_exported(self, folder: Path, files: int) -> None:
        self._workspace.note_export(self._session.id, self._code_to_export, folder, files)
        self.standing_changed.emit()

    def _last_export(self) -> Exported | None:
        return self._workspace.last_export(self._session.id, self._code_to_export)

    @property
    def _code_to_export(self) -> str:
        """That of the revision asked for, else of what is open."""
        language = self._words.language
        if self._number and not self._reports.damage:
            return self._reports.of(self._number, language).code
        return self._reports.current(language).code

    def _on_back_requested(self) -> None:
        """Asks, and has the assessment say what was finalised last; Ctrl+Z undoes it."""
        session = self._session
        back = session.history.gone_back(session.current, session.appraisal.content)
        if back is None or self._desk.is_running:
            return
        number = session.finalised
        question = Question(
            self.tr("Back to revision {0}?").format(number),
            self.tr(
                "What was changed since then is dropped, and the assessment is finalised again as "
                "revision {0}. Undo brings the changes back, until the assessment is closed."
            ).format(number),
            (
                (self.tr("Keep the changes"), Kind.SECONDARY),
                (self.tr("Drop the changes"), Kind.DANGER),
            ),
            self,
        )
        if question.ask():
            self.change_requested.emit(back, "")
            self.standing_changed.emit()

    def _on_state_requested(self, number: int) -> None:
        if self._state_desk.ask(number, self._session.today):
            self._reports.forget()
            self._show_all()
            self.standing_changed.emit()
