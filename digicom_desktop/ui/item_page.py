"""One item: the question, what the person says about it, evidence, and what is missing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Answer, EvidenceRegister
from digicom_desktop.domain.same_figure import stated_by_firm
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.action_bar import ActionBar
from digicom_desktop.ui.evidence_section import EvidenceSection
from digicom_desktop.ui.file_drop import FileDrop
from digicom_desktop.ui.guide_choice import GuideChoice
from digicom_desktop.ui.guide_panel import GuidePanel
from digicom_desktop.ui.item_card import ItemCard
from digicom_desktop.ui.item_column import ItemColumn
from digicom_desktop.ui.item_gap import item_gap
from digicom_desktop.ui.item_head import ItemHead
from digicom_desktop.ui.item_state import (
    Section,
    next_item,
    onward,
    previous_item,
    section_states,
)
from digicom_desktop.ui.last_year import LastYear
from digicom_desktop.ui.not_applicable_form import NotApplicableForm
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.section_strip import SectionStrip, StickyBar
from digicom_desktop.ui.shortcuts import Act, bind_unless_composing, is_typing, pressed
from digicom_desktop.ui.tokens import SPACE_16

_REASON = Qt.FocusReason.OtherFocusReason


class ItemPage(Page):
    """Asks for a change at every answer; files may be dropped anywhere on it."""

    has_guide = True

    def __init__(
        self, session: Session, item_id: str, words: Words, guide_choice: GuideChoice | None = None
    ) -> None:
        super().__init__()
        self._guide_choice = guide_choice
        self._session, self._words, self._language = session, words, words.language
        self._item = session.edition.item(item_id)
        self._guide: GuidePanel | None = None
        self._drop = FileDrop(self, self._letting_go)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_all()

    def show_change(self, change: Change) -> None:
        self._show_all()

    def flush(self) -> None:
        self._card.flush()
        self._not_applicable.flush()
        self._evidence.flush()

    def make_guide(self) -> QWidget:
        profile = self._session.current.profile
        guide = GuidePanel(
            self._session.edition, self._item, profile, self._language, self._guide_choice
        )
        guide.place_requested.connect(self.place_requested)
        guide.show_level(self._answer.level)
        self._guide = guide
        return guide

    @property
    def foot(self) -> int:
        return self._bar.height()

    def focus_start(self, target: str = "") -> None:
        if self._card.has_place(target) and not self._answer.not_applicable:
            self._column.bring_field(self._card.focus_place(target, _REASON), Section.FIGURES)
        else:
            self._go_to(Section(target) if target in tuple(Section) else Section.LEVEL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What no field wanted: a digit chooses a level wherever the keyboard is.
        if is_typing() or event.isAutoRepeat() or not self._take_key(event):
            super().keyPressEvent(event)

    def _letting_go(self, paths: Sequence[Path]) -> str:
        """What dropping beside the evidence does: an assessment is opened, by the owner."""
        from digicom_desktop.incoming import is_own_file

        if self._answer.not_applicable or (len(paths) == 1 and is_own_file(paths[0])):
            return ""
        return self.tr("Let go to add it as evidence of this item")

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether ``event`` was a key of this page, which is obeyed then."""
        answer = self._answer
        if pressed(Act.CONFIRM, event) and answer.to_confirm:
            self._on_confirmed()
        elif pressed(Act.NOT_APPLICABLE, event):
            self._on_not_applicable_switched(not answer.not_applicable)
            self._go_to(Section.LEVEL)
        elif pressed(Act.FLAG, event):
            self._on_later_switched(not answer.later)
        elif pressed(Act.LEVEL, event) and not answer.not_applicable:
            if not self._card.take_digit(event):
                return False
            self._column.bring(self._card.level_row)
        else:
            return False
        return True

    def _move(self, item: str) -> None:
        if item:
            self.place_requested.emit(f"item/{item}")

    @property
    def _answer(self) -> Answer:
        return self._session.current.answer(self._item.id)

    def _make_parts(self) -> None:
        session, item, language = self._session, self._item, self._language
        edition = session.edition
        self._head = ItemHead(item, language)
        self._strip = SectionStrip()
        self._sticky = StickyBar(item.id, item.title.in_(language))
        self._card = ItemCard(
            edition, item, session.current.year, self._words, session.appraisal.metrics.shares
        )
        self._evidence = EvidenceSection(session, item.id, self._words)
        self._not_applicable = NotApplicableForm(item, edition.method, language)
        self._bar = ActionBar(previous_item(edition, item.id))
        previous = session.current.previous
        self._last_year = LastYear(item, previous, self._words) if previous else None
        if previous is not None:
            self._card.compare_with(previous)

    def _lay_out(self) -> None:
        self._applying = QWidget()
        applying = QVBoxLayout(self._applying)
        applying.setContentsMargins(0, 0, 0, 0)
        applying.setSpacing(SPACE_16)
        applying.addWidget(self._strip)
        applying.addWidget(self._card)
        applying.addWidget(self._evidence)
        sections = {**self._card.sections, Section.EVIDENCE: self._evidence}
        self._column = ItemColumn(self._strip, self._sticky, sections)
        self._column.body.addWidget(self._head)
        if self._last_year is not None:
            self._column.body.addWidget(self._last_year)
        self._column.body.addWidget(self._applying)
        self._column.body.addWidget(self._not_applicable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._column, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self._head.not_applicable_switched.connect(self._on_not_applicable_switched)
        self._card.answered.connect(self._on_answered)
        self._not_applicable.edited.connect(self._on_reason_edited)
        self._evidence.changed.connect(self._on_evidence_changed)
        self._evidence.file_requested.connect(self.file_requested)
        self._drop.dropped.connect(self._evidence.take_dropped)
        if self._last_year is not None:
            self._last_year.confirmed.connect(self._on_confirmed)
        self._bar.later_switched.connect(self._on_later_switched)
        self._bar.place_requested.connect(self.place_requested)
        for asking in (self._strip, self._sticky.strip, self._bar):
            asking.section_requested.connect(self._go_to)
        for typed in (self._card, self._not_applicable):
            typed.typing.connect(self.typing)
            typed.visit_ended.connect(self.visit_ended)
        edition, item = self._session.edition, self._item.id
        before, after = previous_item(edition, item), next_item(edition, item)
        bind_unless_composing(Act.PREVIOUS, self, lambda: self._move(before))
        bind_unless_composing(Act.NEXT, self, lambda: self._move(after))

    def _on_confirmed(self) -> None:
        was_asked = self._last_year is not None and self._last_year.has_keyboard
        self._ask(replace(self._answer, to_confirm=False))
        # The button that asked is gone, and the keyboard may not end in some field.
        if was_asked and self._answer.not_applicable:
            self._bar.focus_onward(_REASON)
        elif was_asked:
            self._go_to(Section.LEVEL)

    def _on_answered(self, answer: Answer, visit: str) -> None:
        is_level = answer.level != self._answer.level
        self._ask(answer, visit)
        row = self._card.level_row
        # What is missing may have made the bar higher; a choice made elsewhere does not scroll.
        if is_level and row.hasFocus():
            self._column.bring(row)

    def _on_not_applicable_switched(self, not_applicable: bool) -> None:
        self._ask(replace(self._answer, not_applicable=not_applicable))
        if not_applicable:
            self._not_applicable.focus_first(_REASON)

    def _on_reason_edited(self, reason: str) -> None:
        self._ask(replace(self._answer, reason=reason), f"{self._item.id}.reason")

    def _on_later_switched(self, later: bool) -> None:
        self._ask(replace(self._answer, later=later))

    def _on_evidence_changed(self, register: EvidenceRegister) -> None:
        self.change_requested.emit(replace(self._session.current, evidence=register), "")

    def _ask(self, answer: Answer, visit: str = "") -> None:
        self.change_requested.emit(self._session.current.with_answer(answer), visit)

    def _go_to(self, section: Section) -> None:
        if self._answer.not_applicable:
            self._go_to_reason()
            return
        if section is Section.EVIDENCE:
            self._evidence.focus_first(_REASON)
        else:
            self._card.focus_section(section, _REASON)
        self._column.jump(section)

    def _go_to_reason(self) -> None:
        # In a field the key that confirms would be typed into last year's reason.
        if self._last_year is not None and self._answer.to_confirm:
            self._last_year.focus_question(_REASON)
        else:
            self._not_applicable.focus_first(_REASON)

    def _show_all(self) -> None:
        session, answer = self._session, self._answer
        self._head.show_not_applicable(answer.not_applicable)
        if self._last_year is not None:
            self._last_year.show_question(answer.to_confirm)
        self._applying.setVisible(not answer.not_applicable)
        self._not_applicable.setVisible(answer.not_applicable)
        self._card.show_answer(answer)
        self._card.show_found(
            session.appraisal.open_findings,
            stated_by_firm(session.appraisal.metrics, session.current),
        )
        self._evidence.show_register(self._session.current.evidence)
        self._not_applicable.show_reason(answer.reason, self._session.result.not_applicable)
        self._show_state(answer)
        if self._guide:
            self._guide.show_level(answer.level)

    def _show_state(self, answer: Answer) -> None:
        session = self._session
        result = session.result.items[self._item.id]
        evidence = len(session.current.evidence.of_item(self._item.id))
        states = section_states(self._item, answer, result, evidence)
        self._strip.show_states(states)
        self._sticky.strip.show_states(states)
        self._sticky.show_level(self._level_text(answer), is_answered=answer.level is not None)
        self._bar.show_gap(item_gap(session, self._item, self._words))
        self._bar.show_later(answer.later)
        self._bar.show_onward(onward(session.edition, session.result, self._item.id))
        self._column.show_place()

    def _level_text(self, answer: Answer) -> str:
        if answer.level is None:
            return self._words.say("report.item.unanswered")
        name = self._session.edition.level_names[answer.level].in_(self._language)
        return f"{answer.level} {name}"
