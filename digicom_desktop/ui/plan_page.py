"""The plan page (改进计划): a target per item, what is to be done, and what it is worth."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.closing import shown_gain
from digicom_desktop.domain.level_views import firm_level
from digicom_desktop.domain.plan import Action, ActionState, Plan
from digicom_desktop.domain.planning import planned_result
from digicom_desktop.domain.scoring import Result, shown_score, thresholds
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.card import ScrolledColumn
from digicom_desktop.ui.chips import MethodChip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.plan_action import ActionColumns
from digicom_desktop.ui.plan_addition import PlanAddition
from digicom_desktop.ui.plan_empty import PlanEmpty
from digicom_desktop.ui.plan_list import PlanList
from digicom_desktop.ui.plan_suggestion import PlanSuggestion
from digicom_desktop.ui.plan_summary import PlanSummary
from digicom_desktop.ui.plan_view import LineShown, candidates, is_overdue, lines_shown
from digicom_desktop.ui.tab_order import set_tab_order
from digicom_desktop.ui.tokens import SPACE_12, SPACE_16, Tone


class PlanPage(Page):
    """The order of the items changes only with a target, never while somebody writes."""

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session, self._words = session, words
        language = words.language
        names = tuple(name.in_(language) for name in session.edition.level_names)
        self._summary, self._empty = PlanSummary(), PlanEmpty()
        self._notice = Banner("", Tone.BLUE, parent=self)
        self._notice.hide()
        self._list = PlanList(names, ActionColumns(words), session.today)
        self._addition = PlanAddition()
        self._suggestion = PlanSuggestion(words)
        self._lay_out()
        self._connect()
        lines = lines_shown(session.appraisal, words)
        self._list.begin(lines)
        self._show_around(lines)

    def show_change(self, change: Change) -> None:
        if not change.parts:
            return
        has_other_targets = change.before.plan.targets != change.after.plan.targets
        if has_other_targets:
            self._notice.hide()
        self._show(reorder=has_other_targets)

    def flush(self) -> None:
        self._list.flush()
        self._addition.flush()

    def focus_start(self, target: str = "") -> None:
        if target:
            self.complete()
        card = self._list.card(target)
        if card is not None:
            card.focus_target()
            self._reveal(card)
        elif target:
            self._addition.focus_search()
            self._reveal(self._addition)
        else:
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _start(self) -> QWidget:
        return self._empty.start if self._empty.isVisibleTo(self) else self._summary.suggest

    def _lay_out(self) -> None:
        self._scroll = ScrolledColumn()
        head = FlowLayout(SPACE_12, 0)
        head.addWidget(PlainLabel(self.tr("Improvement plan"), "page"))
        note = self._session.edition.method_note.in_(self._words.language)
        head.addWidget(MethodChip(note))
        column = self._scroll.body
        column.addLayout(head)
        for part in (self._summary, self._empty, self._notice, self._list, self._addition):
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _connect(self) -> None:
        for offer in (self._summary, self._empty):
            offer.suggestion_wanted.connect(self._on_suggestion_wanted)
        self._summary.results_wanted.connect(lambda: self.place_requested.emit("results"))
        self._empty.choice_wanted.connect(self._addition.focus_search)
        self._addition.chosen.connect(self._on_target_chosen)
        cards = self._list
        cards.completed.connect(self._set_tab_order)
        cards.target_chosen.connect(self._on_target_chosen)
        cards.removed.connect(self._on_removed)
        cards.action_wanted.connect(self._on_action_wanted)
        cards.edited.connect(self._on_edited)
        cards.deleted.connect(self._on_deleted)
        cards.item_requested.connect(lambda item: self.place_requested.emit(f"item/{item}"))
        cards.typing.connect(self.typing)
        cards.visit_ended.connect(self.visit_ended)

    def _show(self, *, reorder: bool) -> None:
        lines = lines_shown(self._session.appraisal, self._words)
        if self._list.show_lines(lines, reorder=reorder):
            self._set_tab_order()
        self._show_around(lines)

    def _show_around(self, lines: Sequence[LineShown]) -> None:
        """Everything but the cards of the items."""
        appraisal = self._session.appraisal
        self._summary.setVisible(bool(lines))
        self._list.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._addition.show_candidates(candidates(appraisal, self._words.language))
        self._show_summary(appraisal.result, appraisal.assessment.plan)

    def _set_tab_order(self) -> None:
        set_tab_order(self._scroll.body)

    def complete(self) -> None:
        if self._list.later:
            self._show(reorder=True)

    def _show_summary(self, today: Result, plan: Plan) -> None:
        edition, words = self._session.edition, self._words
        planned = planned_result(edition, self._session.appraisal.ratings, plan)
        limits = thresholds(edition.method)
        level = firm_level(edition, planned, words)
        gain = (planned.supported or Fraction(0)) - (today.supported or Fraction(0))
        self._summary.show_scores(
            (shown_score(today.supported, limits), firm_level(edition, today, words).name),
            (shown_score(planned.supported, limits), level.name),
            shown_gain(gain) if gain else "",
        )
        self._summary.show_level(level)
        self._summary.show_actions(
            sum(action.is_open for action in plan.actions),
            sum(action.state is ActionState.DONE for action in plan.actions),
            sum(is_overdue(action, self._session.today) for action in plan.actions),
        )

    def _reveal(self, part: QWidget) -> None:
        """Scrolls to the beginning of ``part`` where not all of it is seen."""
        inside, bar = self._scroll.widget(), self._scroll.verticalScrollBar()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        top = part.mapTo(inside, QPoint()).y()
        below = top + part.height() - bar.value() > self._scroll.viewport().height()
        if top < bar.value() or below:
            bar.setValue(top - SPACE_16)

    def _keep_in_sight(self, part: QWidget) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._scroll.ensureWidgetVisible(part, 0, SPACE_16)

    def _ask(self, plan: Plan, visit: str = "") -> None:
        current = self._session.current
        self.change_requested.emit(replace(current, plan=plan), visit)

    def _say(self, sentence: str) -> None:
        self._notice.set_text(sentence)
        self._notice.show()

    def _on_suggestion_wanted(self) -> None:
        self.flush()
        suggestion = self._suggestion.make(self._session.appraisal)
        if suggestion.adds:
            self._ask(suggestion.plan)
        self._say(suggestion.sentence)
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_target_chosen(self, item: str, level: int) -> None:
        self.flush()
        self._ask(self._session.current.plan.with_target(item, level))
        if (card := self._list.card(item)) is not None:
            card.focus_target()
            self._reveal(card)

    def _on_removed(self, item: str) -> None:
        self.flush()
        plan, onward = self._session.current.plan, self._list.after(item)
        actions = plan.of_item(item)
        for action in actions:
            plan = plan.without(action.id)
        self._ask(plan.with_target(item, None))
        sentence = self.tr("{0} is out of the plan; undo brings it back.")
        if actions:
            sentence = self.tr(
                "{0} and its actions ({1}) are out of the plan; undo brings them back."
            )
        self._say(sentence.format(item, len(actions)))
        self.focus_start(onward)

    def _on_action_wanted(self, item: str, text: str) -> None:
        self.flush()
        plan = self._session.current.plan.with_new(item, text)
        self._ask(plan)
        if (card := self._list.card(item)) is not None:
            self._keep_in_sight(card.focus_action(plan.actions[-1].id))

    def _on_edited(self, action: Action, visit: str) -> None:
        self._ask(self._session.current.plan.with_changed(action), visit)

    def _on_deleted(self, id: str) -> None:
        plan = self._session.current.plan
        item = next((action.item for action in plan.actions if action.id == id), "")
        self._ask(plan.without(id))
        if (card := self._list.card(item)) is not None:
            self._keep_in_sight(card.focus_action(""))
