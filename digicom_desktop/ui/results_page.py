"""The results page: scores, level, charts, and what raises the evidence-backed score most."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.report import Report
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner, IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.card_order import set_card_order
from digicom_desktop.ui.chart_cards import BarsCard, RadarCard, StripCard
from digicom_desktop.ui.chips import MethodChip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.gates_card import GatesCard
from digicom_desktop.ui.item_state import first_unanswered
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.momentum_card import MomentumCard
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.score_card import ScoreCard
from digicom_desktop.ui.steps_card import StepsCard
from digicom_desktop.ui.tokens import PAGE_SIDE, SPACE_8, SPACE_12, SPACE_32, Tone

_THREE_FROM = 1000
_TWO_FROM = 640
# Row, column, columns across; the gates come first where room is short.
_ARRANGEMENTS = MappingProxyType(
    {
        3: {
            "score": (0, 0, 1),
            "gates": (0, 1, 1),
            "momentum": (0, 2, 1),
            "radar": (1, 0, 1),
            "bars": (1, 1, 1),
            "steps": (1, 2, 1),
            "strip": (2, 0, 3),
        },
        2: {
            "gates": (0, 0, 1),
            "score": (0, 1, 1),
            "radar": (1, 0, 1),
            "bars": (1, 1, 1),
            "momentum": (2, 0, 1),
            "steps": (2, 1, 1),
            "strip": (3, 0, 2),
        },
        1: {
            "gates": (0, 0, 1),
            "score": (1, 0, 1),
            "radar": (2, 0, 1),
            "bars": (3, 0, 1),
            "momentum": (4, 0, 1),
            "steps": (5, 0, 1),
            "strip": (6, 0, 1),
        },
    }
)


class ResultsPage(Page):
    """Shows the report of the session, which has every number on this page."""

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._columns = 0
        self._open = Button(self.tr("Answer them"), Kind.LINK, on_click=self._on_answer)
        self._compare = self._way_to("compare", "compare", Kind.SECONDARY)
        self._plan = self._way_to("plan", "target", Kind.PRIMARY)
        self._plan.set_label(self.tr("Make a plan"))
        self._unanswered = Banner("", Tone.BLUE, (self._open,))
        self._score, self._gates = ScoreCard(), GatesCard()
        self._radar, self._bars, self._strip = RadarCard(), BarsCard(), StripCard()
        self._momentum = MomentumCard(session.edition)
        self._steps = StepsCard()
        for item_chosen in (self._strip.item_chosen, self._bars.item_chosen):
            item_chosen.connect(self._on_item_chosen)
        for place_chosen in (self._gates.chosen, self._steps.chosen):
            place_chosen.connect(self.place_requested)
        self._results = QWidget()
        self._empty = self._make_empty()
        self._grid = QGridLayout()
        self._fill(self._results)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrolledColumn(width=None)
        self._head = self._make_head()
        self._scroll.body.addLayout(self._head)
        self._scroll.body.addWidget(self._results)
        self._scroll.body.addWidget(self._empty)
        outer.addWidget(self._scroll)
        self._show(session.report(words.language))

    def show_change(self, change: Change) -> None:
        if change.parts:
            self._show(self._session.report(self._words.language))

    def focus_start(self, target: str = "") -> None:
        self._how.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_to_fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange_to_fit()  # only now are the fonts known

    def _make_head(self) -> QBoxLayout:
        self._how = Button(
            self.tr("How this score was made"),
            Kind.LINK,
            on_click=lambda: self.place_requested.emit("worked"),
        )
        note = self._session.edition.method_note.in_(self._words.language)
        texts = self._texts = FlowLayout(SPACE_12, 0)
        texts.addWidget(PlainLabel(self.tr("Results"), "page"))
        texts.addWidget(MethodChip(note))
        texts.addWidget(self._how)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(SPACE_12)
        buttons.addWidget(self._compare)
        buttons.addWidget(self._plan)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(SPACE_8)
        head.addLayout(texts, 1)
        head.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return head

    def _way_to(self, place: str, icon: str, kind: Kind) -> Button:
        return Button("", kind, icon, on_click=lambda: self.place_requested.emit(place))

    def _fill(self, results: QWidget) -> None:
        self._grid.setSpacing(SPACE_12)
        column = QVBoxLayout(results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._unanswered)
        column.addLayout(self._grid)

    def _cards(self) -> dict[str, Card]:
        return {
            "score": self._score,
            "gates": self._gates,
            "momentum": self._momentum,
            "radar": self._radar,
            "bars": self._bars,
            "steps": self._steps,
            "strip": self._strip,
        }

    def _arrange_to_fit(self) -> None:
        """As many columns as have room: how wide they are depends on the language, too."""
        three, two = theme.px(_THREE_FROM), theme.px(_TWO_FROM)
        most = 3 if self.width() >= three else 2 if self.width() >= two else 1
        room = self.width() - 2 * PAGE_SIDE
        is_narrow = self._head_needs() > room
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(down if is_narrow else across)
        self._arrange(next(n for n in range(most, 0, -1) if n == 1 or self._needs(n) <= room))

    def _head_needs(self) -> int:
        """How wide the head is at least in one row."""
        # Not by itemAt: a second wrapper of the layout takes its items along when it goes.
        texts = self._texts.minimumSize().width()
        return texts + SPACE_8 + self._buttons.sizeHint().width()

    def _needs(self, columns: int) -> int:
        """How wide the cards are at least in ``columns`` columns."""
        widths = [0] * columns
        cards = self._cards()
        for name, (_, column, across) in _ARRANGEMENTS[columns].items():
            if across == 1:
                cards[name].body.activate()  # what has been polished since counts
                widths[column] = max(widths[column], cards[name].minimumSizeHint().width())
        return sum(widths) + SPACE_12 * (columns - 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        places = _ARRANGEMENTS[columns]
        for name, card in self._cards().items():
            self._grid.removeWidget(card)
            row, column, across = places[name]
            self._grid.addWidget(card, row, column, 1, across)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        set_card_order([self._cards()[name] for name in places])

    def _show(self, report: Report) -> None:
        done = report.answered + report.not_applicable
        self._results.setVisible(bool(done))
        self._empty.setVisible(not done)
        self._plan.setVisible(bool(done))  # else answering is the one thing to do
        year = report.previous.year if report.previous else None
        self._compare.set_label(
            self.tr("Compare with {0}").format(year) if year else self.tr("Compare…")
        )
        self._unanswered.setVisible(done < report.total)
        self._unanswered.set_text(
            self.tr("Not answered yet: {0} of {1}. They count as 0 here.").format(
                report.total - done, report.total
            )
        )
        self._score.show_report(report, self._session.edition.method)
        self._gates.show_level(self._session.appraisal, report)
        self._steps.show_steps(report.steps, self._session.appraisal.steps)
        for card in (self._radar, self._bars, self._strip, self._momentum):
            card.show_report(report)
        self._arrange_to_fit()

    def _make_empty(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        icon = IconLabel("chart", theme.current().text3, SPACE_32)
        start = Button(self.tr("Answer the first item"), Kind.PRIMARY, on_click=self._on_answer)
        sentence = self.tr(
            "Nothing is answered yet, so there is nothing to show. Begin with any item: "
            "from the first answer on, scores and charts stand here."
        )
        text = PlainLabel(sentence, "body", "text2", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (icon, PlainLabel(self.tr("No results yet"), "panel")):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(text)
        card.body.addSpacing(SPACE_8)
        card.body.addWidget(start, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _on_answer(self) -> None:
        edition = self._session.edition
        first = first_unanswered(edition, self._session.current)
        self._on_item_chosen(first or edition.item_ids[0])

    def _on_item_chosen(self, item: str) -> None:
        self.place_requested.emit(f"item/{item}")
