"""The profile page: which kinds of business the firm is."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from digicom_desktop.domain.metric import Metrics
from digicom_desktop.domain.profile import (
    Proposal,
    proposals,
    proposed_reason,
    reason_of,
    taken,
    taken_back,
)
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.buttons import AT_RIGHT, OnwardButton
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.item_state import first_unanswered
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page, place_of_part
from digicom_desktop.ui.profile_figures import AddedFigures
from digicom_desktop.ui.profile_proposals import LEAVE_OUT, RATE, ProposalCard, ProposedItem
from digicom_desktop.ui.tab_order import set_tab_order
from digicom_desktop.ui.ticks import TICK_INSET, TickField
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CARD_VERTICAL,
    SPACE_8,
    SPACE_12,
    SPACE_24,
)

_COLUMNS = 2


class ProfilePage(Page):
    """Business types to tick, and the items that probably do not apply to all of them."""

    def __init__(self, session: Session, words: Words, metrics: Metrics) -> None:
        super().__init__()
        self._session, self._words = session, words
        self._language = words.language
        self._ticks: dict[str, TickField] = {}
        self._count = PlainLabel("", "caption", "text3")
        self._rated: set[str] = set()
        """Items that the person wants to rate although they may not apply."""
        self._added = AddedFigures(metrics, self._language)
        self._added.asked.connect(self.place_requested)
        self._proposals = ProposalCard()
        self._proposals.decided.connect(self._on_decided)
        self._proposals.opened.connect(lambda item: self.place_requested.emit(f"item/{item}"))
        scroll = self._scroll = ScrolledColumn()
        scroll.body.addLayout(self._head())
        scroll.body.addWidget(self._types())
        scroll.body.addWidget(self._proposals)
        self._onward = OnwardButton()
        self._onward.clicked.connect(lambda: self.place_requested.emit(self._next))
        scroll.body.addWidget(self._onward, 0, AT_RIGHT)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._show()
        self._show_onward()

    def show_change(self, change: Change) -> None:
        self._show()
        self._show_onward()

    def shows_change(self, change: Change) -> bool:
        places = {place_of_part(part) for part in change.parts}
        return places <= {f"item/{item}" for item in self._proposals.items}

    def bookmark(self) -> tuple[str, ...]:
        """What is to be rated: it is not proposed again as long as the assessment is open."""
        return tuple(sorted(self._rated))

    def kept(self) -> tuple[str, ...]:
        return self.bookmark()

    def go_on_with(self, kept: tuple[str, ...]) -> None:
        self._rated.update(kept)
        self._show()

    def come_back(self, bookmark: tuple[str, ...]) -> None:
        self._rated.update(bookmark)
        self._show()
        self.focus_start()

    def focus_start(self, target: str = "") -> None:
        next(iter(self._ticks.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(PlainLabel(self.tr("Business profile"), "page"))
        note = self.tr(
            "Chooses the examples beside each item, and shows which items may not apply. The kinds "
            "of business add nothing to the score; items that do not apply are left out of it."
        )
        row.addWidget(PlainLabel(note, "compact", "text2", wrap=True), 1)
        return row

    def _types(self) -> Card:
        card = Card()
        # The boxes of the ticks stand below the first letter of the head.
        left = CARD_HORIZONTAL - TICK_INSET
        card.body.setContentsMargins(left, CARD_VERTICAL, CARD_HORIZONTAL, CARD_VERTICAL)
        head = QHBoxLayout()
        head.setContentsMargins(TICK_INSET, 0, 0, 0)
        head.setSpacing(SPACE_8)
        head.addWidget(PlainLabel(self.tr("What the firm does"), "section"))
        head.addWidget(PlainLabel(self.tr("Tick all that fit"), "caption", "text3"))
        head.addStretch(1)
        head.addWidget(self._count)
        card.body.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_8)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for place, kind in enumerate(self._session.edition.business_types):
            tick = TickField(kind.name.in_(self._language))
            tick.edited.connect(lambda on, id=kind.id: self._on_ticked(id, on))
            tick.visit_ended.connect(self.visit_ended)
            self._ticks[kind.id] = tick
            grid.addWidget(tick, place // _COLUMNS, place % _COLUMNS)
        card.body.addLayout(grid)
        added = QHBoxLayout()
        added.setContentsMargins(TICK_INSET, 0, 0, 0)
        added.addWidget(self._added)
        card.body.addLayout(added)
        return card

    def _show(self) -> None:
        profile = self._session.current.profile
        for id, tick in self._ticks.items():
            tick.set_ticked(id in profile)
        self._count.setText(self.tr("{0} chosen").format(len(profile)))
        self._added.show_assessment(self._session.current)
        proposed = proposals(self._session.edition, self._session.current)
        advice = self._sentence(bool(profile), bool(proposed))
        before = self._proposals.items
        self._proposals.show_proposals(advice, [self._proposed(each) for each in proposed])
        if self._proposals.items != before:
            # Rows that come now would else be reached after everything else.
            set_tab_order(self._scroll.body)

    def _proposed(self, proposal: Proposal) -> ProposedItem:
        session, language = self._session, self._language
        item = session.edition.item(proposal.item)
        said = LEAVE_OUT if proposal.is_taken else RATE if item.id in self._rated else ""
        reason = reason_of(session.edition, session.current, item.id, self._words)
        title, question = item.title.in_(language), item.plain.in_(language)
        return ProposedItem(item.id, title, question, reason, said)

    def _on_decided(self, item: str, said: str) -> None:
        edition, current = self._session.edition, self._session.current
        if said == LEAVE_OUT:
            self._rated.discard(item)
            changed = taken(current, item, reason_of(edition, current, item, self._words))
        else:
            self._rated.add(item)
            proposed = proposed_reason(edition, current, item, self._words)
            changed = taken_back(current, item, proposed)
        if changed == current:
            self._show()
        else:
            self.change_requested.emit(changed, "")
            self.visit_ended.emit()

    def _show_onward(self) -> None:
        """Leads on to the first item that is not answered, else to the check."""
        first = first_unanswered(self._session.edition, self._session.current)
        self._next = f"item/{first}" if first else "review"
        self._onward.set_label(
            self.tr("Next: item {0}").format(first) if first else self.tr("To the check")
        )

    def _sentence(self, chosen: bool, doubtful: bool) -> str:
        if not chosen:
            return self.tr("Choose at least one kind of business to see them.")
        if not doubtful:
            return self.tr("All items may apply to such a firm.")
        return self.tr(
            "Firms of these kinds that have never done it may leave these items out. Look at each "
            "question and decide; nothing is left out by itself, and what is practised is rated. "
            "At most {0} items may be left out in all."
        ).format(self._session.edition.method.most_not_applicable)

    def _on_ticked(self, id: str, ticked: bool) -> None:
        current = self._session.current
        profile = current.profile | {id} if ticked else current.profile - {id}
        self.change_requested.emit(replace(current, profile=profile), "")
