"""One open assessment: strip above, rail at the left, the page, the guide at the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import safe_name
from digicom_desktop.log import Event
from digicom_desktop.paths import ONE_FILE_SUFFIX
from digicom_desktop.session import Change, Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.carried_band import CarriedBand
from digicom_desktop.ui.dialogs import show_message
from digicom_desktop.ui.file_dialogs import ask_where_to_save
from digicom_desktop.ui.file_drop import FileDrop
from digicom_desktop.ui.guide_frame import GuideFrame
from digicom_desktop.ui.inputs import LineInput, TextInput
from digicom_desktop.ui.item_state import next_unanswered
from digicom_desktop.ui.labels import Separator
from digicom_desktop.ui.page import Page, PageMakers, place_of_part, split_place
from digicom_desktop.ui.rail import Rail
from digicom_desktop.ui.standing import Standing, scroll_back, standing_on, take_up
from digicom_desktop.ui.tokens import GUIDE_FROM, SPACE_12, Tone
from digicom_desktop.ui.told import Told
from digicom_desktop.ui.top_strip import Strip
from digicom_desktop.workspace import Workspace

_RETRY_EVERY = 5_000
"""Milliseconds between two tries to write what the disk refused."""
_EDITED = frozenset({"company", "profile", "item", "review", "plan"})
"""Pages that show one part: undo goes to the one whose part it changes."""
_OPENED = frozenset({".digicom", ".xlsx", ONE_FILE_SUFFIX})
"""Files that may hold another assessment."""


class AssessmentPage(QWidget):
    """Carries changes from the page to the session, and what they did back to all that shows it."""

    home_requested = Signal()
    settings_requested = Signal()
    file_requested = Signal(object)
    """The ``Path`` of a file that is to be opened instead of this assessment."""
    changed = Signal()
    guide_toggled = Signal(bool)
    """The person opened or closed the guide of a wide window."""
    scores_toggled = Signal(bool)
    """The person wants to see the scores in the strip, or not."""

    def __init__(
        self,
        session: Session,
        workspace: Workspace,
        words: Words,
        makers: PageMakers,
        guide_open: bool,
        scores_shown: bool = True,
    ) -> None:
        super().__init__()
        self.session = session
        self.place = ""
        self._workspace = workspace
        self._words = words
        self._makers = makers
        self._page: Page | None = None
        self._bookmarks: dict[str, tuple[str, ...]] = {}
        self._strip = Strip(session, scores_shown)
        self._rail = Rail(
            session, words.language, frozenset(makers.pages), lambda: workspace.out_of(session)
        )
        self._carried = CarriedBand(session)
        self._unsaved = self._make_banner()
        self._retry = QTimer(self, interval=_RETRY_EVERY)
        self._retry.timeout.connect(self._on_retry)
        self._was_draft = session.state is State.DRAFT
        self._begun: Told | None = None
        self._lay_out(guide_open)
        self._connect()
        self._show_problem()

    def go(self, place: str) -> None:
        """Shows the page of ``place`` ("company", "item/1.1#figures", …)."""
        kind, subject, target = split_place(place)
        where = f"{kind}/{subject}" if subject else kind
        is_other = where != self.place
        if is_other:
            self._leave()
            self._replace_page(self._make_page(kind, subject))
            self.place = where
        self._rail.show_place(kind, subject)
        self._carried.show_at(kind)
        if self._page is None:
            return
        if is_other and not target and self._bookmarks.get(where):
            self._page.come_back(self._bookmarks[where])
        else:
            self._page.focus_start(target)

    def go_to_next_unanswered(self) -> None:
        """Shows the next item that is not answered, or the check once all are."""
        kind, subject, _ = split_place(self.place)
        item = subject if kind == "item" else ""
        self.flush()
        found = next_unanswered(self.session.edition, self.session.current, item)
        if found:
            self.go(f"item/{found}")
        elif not item or self.session.current.answer(item).is_answered:
            self.go("review")

    def tell(self, sentence: str, tone: Tone) -> None:
        """Says something above the page, until the person has read it."""
        self._told.addWidget(Told(sentence, tone, SPACE_12))

    def _say_begun(self) -> None:
        """Says that a draft has begun beside what was finalised, until that is taken back."""
        was_draft, self._was_draft = self._was_draft, self.session.state is State.DRAFT
        if self._was_draft and not was_draft:
            said = self.tr("The draft of revision {0} has begun. Revision {1} stays as it is.")
            number = self.session.finalised
            undo = Button(self.tr("Undo"), Kind.LINK, on_click=self.undo)
            told = Told(said.format(number + 1, number), Tone.BLUE, SPACE_12, (undo,))
            told.gone.connect(self._on_begun_gone)
            self._begun = told
            self._told.addWidget(told)
        elif not self._was_draft and self._begun is not None:
            self._begun.take_away()

    def _on_begun_gone(self) -> None:
        had_keyboard = self._begun is not None and self._begun.isAncestorOf(self.focusWidget())
        self._begun = None
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Has everything typed go to the session, and so to the disk."""
        if self._page is not None:
            self._page.flush()

    def standing(self) -> Standing | None:
        """Where on the page the person types and looks; None without a page."""
        return standing_on(self._page, self._words.language) if self._page is not None else None

    def take_up(self, standing: Standing) -> None:
        """Puts the keyboard where it was on this page, or else where no key changes anything."""
        if self._page is not None and not take_up(standing, self._page, self._words.language):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_back(self, standing: Standing) -> None:
        """Shows the part of the page that was seen."""
        if self._page is not None:
            scroll_back(standing, self._page)

    def undo(self) -> None:
        """Takes the last step back, and shows where that was."""
        self.flush()
        self._travel(self.session.undo())

    def redo(self) -> None:
        """Takes the step again that was taken back last, in the field that is being typed in first.

        Such a field knows Ctrl+Z on every system, but Ctrl+Y on Windows only.
        """
        typed_in = self.focusWidget()
        if isinstance(typed_in, LineInput | TextInput) and typed_in.can_redo:
            typed_in.redo()
            return
        self.flush()
        self._travel(self.session.redo())

    def toggle_guide(self) -> None:
        """Opens or closes the guide."""
        self._on_guide_toggled(not self._guide.is_open)

    def close_guide_over_page(self) -> None:
        """Closes the guide where it hides a part of the page."""
        if self._guide.is_over:
            self._on_guide_toggled(open=False)

    def save_rescue_copy(self) -> bool:
        """Asks for a place and writes everything there; whether that was done."""
        name = safe_name(self.session.current.company.name, self.tr("assessment"))
        suggested = f"{name}_{self.session.current.year}.json"
        title = self.tr("Save a rescue copy")
        chosen = ask_where_to_save(self, title, suggested, "JSON (*.json)")
        if chosen is None:
            return False
        try:
            self.session.write_rescue(chosen)
        except DigicomError as error:
            show_message(self.tr("Not saved"), self._words.error(error), self)
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Fields keep these keys from the window's shortcuts, and pass them on unused.
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_guide()

    def _make_banner(self) -> Banner:
        again = Button(self.tr("Try again"), Kind.LINK, on_click=self._on_retry)
        rescue = Button(self.tr("Save a copy elsewhere…"), Kind.LINK)
        rescue.clicked.connect(lambda: self.save_rescue_copy())
        banner = Banner("", Tone.RED, (again, rescue))
        banner.hide()
        return banner

    def _lay_out(self, guide_open: bool) -> None:
        self._middle = QWidget()
        self._middle_row = QHBoxLayout(self._middle)
        self._middle_row.setContentsMargins(0, 0, 0, 0)
        self._guide = GuideFrame(guide_open, self._middle)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addWidget(Separator(vertical=True))
        body.addWidget(self._middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(Separator())
        column.addWidget(self._unsaved)
        self._told = QVBoxLayout()
        column.addLayout(self._told)
        column.addWidget(self._carried)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._strip.home_requested.connect(self.home_requested)
        self._strip.settings_requested.connect(self.settings_requested)
        self._strip.undo_requested.connect(self.undo)
        self._strip.redo_requested.connect(self.redo)
        self._strip.guide_toggled.connect(self._on_guide_toggled)
        self._guide.close_requested.connect(self.close_guide_over_page)
        self._strip.scores_toggled.connect(self.scores_toggled)
        self._strip.place_requested.connect(self.go)
        self._carried.place_requested.connect(self.go)
        self._rail.place_requested.connect(self.go)
        drop = FileDrop(self, self._letting_go)
        drop.dropped.connect(lambda paths: self.file_requested.emit(paths[0]))

    def _letting_go(self, paths: Sequence[Path]) -> str:
        if len(paths) != 1 or paths[0].suffix.lower() not in _OPENED:
            return ""
        return self.tr("Let go to open the file; this assessment is saved and closed")

    def _leave(self) -> None:
        self.flush()
        self.session.end_visit()
        if self._page is not None:
            self._bookmarks[self.place] = self._page.bookmark()

    def _make_page(self, kind: str, subject: str) -> Page:
        if kind in self._makers.references:
            reference = self._makers.references[kind](self.session.edition, self._words)
            reference.lead_to_items()
            return reference
        return self._makers.pages[kind](self.session, self._words, self._workspace, subject)

    def _replace_page(self, page: Page) -> None:
        self._guide.set_guide(None)
        if self._page is not None:
            self._middle_row.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        page.change_requested.connect(self._on_change_requested)
        page.visit_ended.connect(self._on_visit_ended)
        page.typing.connect(self._strip.show_saved)
        page.place_requested.connect(self.go)
        page.standing_changed.connect(self._on_standing_changed)
        page.file_requested.connect(self.file_requested)
        self._middle_row.addWidget(page)
        page.show()
        self._fit_guide()

    def _fit_guide(self) -> None:
        """Makes the guide where it is asked for, and gives it its place."""
        page = self._page
        if page is None:
            return
        self._guide.set_wide(self.width() >= theme.px(GUIDE_FROM))
        if self._guide.is_open and page.has_guide and not self._guide.has_guide:
            self._guide.set_guide(page.make_guide())
        free = self._guide.fit(self._middle.rect(), page.foot)
        self._middle_row.setContentsMargins(0, 0, free, 0)
        self._strip.show_guide(page.has_guide, self._guide.is_open)

    def _travel(self, change: Change | None) -> None:
        if change is None:
            return
        self._show(change)
        places = {place_of_part(part) for part in change.parts} - {""}
        is_elsewhere = places and self.place not in places
        if self._page is None or not is_elsewhere or self._page.shows_change(change):
            return
        if split_place(self.place)[0] in _EDITED:
            self.go(min(places))

    def _show(self, change: Change) -> None:
        self._strip.show_state()
        self._rail.show_state()
        self._carried.show_at(split_place(self.place)[0])
        self._show_problem()
        if self._page is not None:
            self._page.show_change(change)
        self._say_begun()
        if self._guide.is_over:  # the bar below the page may be of another height now
            QTimer.singleShot(0, self, self._fit_guide)
        self.changed.emit()

    def _show_problem(self) -> None:
        problem = self.session.problem
        was_saved = not self._retry.isActive()
        if self.session.is_saved or problem is None:
            if not was_saved:
                self._workspace.log.note(Event.SAVED_AGAIN)
            self._retry.stop()
            self._unsaved.hide()
            return
        sentence = self.tr("Not saved: {0} What you entered is still here.")
        self._unsaved.set_text(sentence.format(self._words.error(problem)))
        self._unsaved.show()
        if was_saved:
            self._workspace.log.failure(Event.NOT_SAVED, problem)
            self._retry.start()

    def _on_change_requested(self, assessment: Assessment, visit: str) -> None:
        self._show(self.session.change(assessment, visit))

    def _on_standing_changed(self) -> None:
        self._say_begun()
        self._strip.show_state()
        self._rail.show_state()
        self._show_problem()

    def _on_visit_ended(self) -> None:
        # A slot of ours goes with the page; Qt would keep one of the session as long as that lives.
        self.session.end_visit()

    def _on_retry(self) -> None:
        self.session.retry()
        self._strip.show_saved(typing=False)
        self._show_problem()

    def _on_guide_toggled(self, open: bool) -> None:
        was_over = self._guide.is_over
        # The guide that goes takes the keyboard along.
        before = self._page.focusWidget() if self._page is not None else None
        self._guide.set_open(open)
        self._fit_guide()
        if self._guide.is_over and not was_over:
            self._guide.focus_first()
        elif was_over and not open and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.TabFocusReason)
        if self._guide.is_wide:
            self.guide_toggled.emit(open)
