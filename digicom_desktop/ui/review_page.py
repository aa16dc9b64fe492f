"""The check page: every finding, the way to its place, what is said about it; finalising."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.finalise_foot import FinaliseBar
from digicom_desktop.ui.finalise_panel import FinalisePanel
from digicom_desktop.ui.finalise_state import finalise_state
from digicom_desktop.ui.finalising_dialog import finalise
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.review_lines import others_like, review_lines
from digicom_desktop.ui.review_list import ReviewList
from digicom_desktop.ui.review_words import class_name
from digicom_desktop.ui.segments import Segments
from digicom_desktop.ui.shortcuts import Act, bind
from digicom_desktop.ui.tokens import (
    CONTENT_WIDTH,
    PAGE_SIDE,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_32,
)

_ALL = "all"
_NOTE_WIDTH = 160
"""The least room of the note beside the title."""
_KEYBOARD = Qt.FocusReason.OtherFocusReason


class ReviewPage(Page):
    """Reasons are asked for as any other change; only finalising goes to the session itself."""

    has_guide = True

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session, self._words = session, words
        # Files may have gone since; the page says that it has just checked.
        session.look_for_files()
        self._lines = review_lines(session, words)
        self._panel: FinalisePanel | None = None
        self._filter = self._make_filter()
        self._list = ReviewList(self._lines)
        self._empty = self._make_empty()
        self._bar = FinaliseBar()
        self._head, self._filter_row = QGridLayout(), 0
        self._scroll = ScrolledColumn()
        self._lay_out()
        self._connect()
        self._show_lines()
        self._show_standing()

    def show_change(self, change: Change) -> None:
        if change.parts:
            self._show_all()

    def flush(self) -> None:
        self._list.flush()

    def make_guide(self) -> QWidget:
        panel = FinalisePanel(self._session, self._words)
        panel.place_requested.connect(self.place_requested)
        panel.first_requested.connect(self._on_first_requested)
        panel.finalise_requested.connect(self._on_finalise_requested)
        panel.seen.connect(self._on_panel_seen)
        self._panel = panel
        return panel

    def focus_start(self, target: str = "") -> None:
        if target and self._go_to(target):
            return
        self._filter_buttons()[0].setFocus(_KEYBOARD)

    def bookmark(self) -> tuple[str, ...]:
        return self._list.keys_around(self.focusWidget())

    def come_back(self, bookmark: tuple[str, ...]) -> None:
        known = {line.key for line in self._lines}
        self.focus_start(next((key for key in bookmark if key in known), ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _make_filter(self) -> Segments:
        choices = tuple((class_.value, class_name(class_)) for class_ in FindingClass)
        filter = Segments(((_ALL, self.tr("All")), *choices), self.tr("Which findings are shown"))
        filter.chosen.connect(self._on_filter_chosen)
        return filter

    def _make_empty(self) -> Card:
        card = Card()
        card.body.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        text = PlainLabel(
            self.tr(
                "Everything is filled in, every figure can be read, and nothing contradicts "
                "anything else. Whatever you change is checked again at once."
            ),
            "body",
            "text2",
            wrap=True,
        )
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        icon = IconLabel("check", theme.current().green.text, SPACE_32)
        for widget in (icon, PlainLabel(self.tr("Nothing was found"), "panel")):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(text)
        return card

    def _lay_out(self) -> None:
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setHorizontalSpacing(SPACE_12)
        self._head.setVerticalSpacing(SPACE_8)
        self._head.setColumnStretch(1, 1)
        self._title = PlainLabel(self.tr("Check"), "page")
        self._note = PlainLabel(
            self.tr("Follows every change"),
            "compact",
            "text2",
            wrap=True,
        )
        self._head.addWidget(self._title, 0, 0)
        self._head.addWidget(self._note, 0, 1)
        self._head.addWidget(self._filter, 0, 2)
        self._scroll.body.addLayout(self._head)
        self._scroll.body.addWidget(self._list)
        self._scroll.body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self._list.place_requested.connect(self.place_requested)
        self._list.reasoned.connect(self._on_reasoned)
        self._list.shared.connect(self._on_shared)
        self._list.grown.connect(self._set_tab_order)
        self._list.typing.connect(self.typing)
        self._list.visit_ended.connect(self.visit_ended)
        actions = self._bar.buttons
        actions.place_requested.connect(self.place_requested)
        actions.first_requested.connect(self._on_first_requested)
        actions.finalise_requested.connect(self._on_finalise_requested)
        bind(Act.NEXT_FINDING, self, lambda: self._go_to(self._list.open_beside(1)))
        bind(Act.PREVIOUS_FINDING, self, lambda: self._go_to(self._list.open_beside(-1)))

    def _show_all(self) -> None:
        lines = review_lines(self._session, self._words)
        if lines != self._lines:
            self._lines = lines
            self._list.show_lines(lines)
            self._show_lines()
        self._show_standing()

    def _show_lines(self) -> None:
        self._filter.set_count(_ALL, len(self._lines))
        for class_ in FindingClass:
            count = sum(line.finding.class_ is class_ for line in self._lines)
            self._filter.set_count(class_.value, count)
        self._list.setVisible(bool(self._lines))
        self._empty.setVisible(not self._lines)
        self._set_tab_order()
        self._fit_head()

    def _show_standing(self) -> None:
        self._bar.show_state(finalise_state(self._session))
        if self._panel is not None:
            self._panel.show_state()

    def _set_tab_order(self) -> None:
        """Rows come and go; the keyboard goes through them as the eye does."""
        stops = [*self._filter_buttons(), *self._list.tab_stops, *self._bar.buttons.all]
        for before, behind in pairwise(stops):
            QWidget.setTabOrder(before, behind)

    def _filter_buttons(self) -> list[QAbstractButton]:
        return self._filter.findChildren(QAbstractButton)

    def _fit_head(self) -> None:
        """The filter goes below the title where there is no room beside it."""
        needed = self._title.sizeHint().width() + _NOTE_WIDTH + self._filter.sizeHint().width()
        room = min(self.width() - 2 * PAGE_SIDE, CONTENT_WIDTH) - 2 * SPACE_12
        row = 0 if needed <= room else 1
        if self._filter_row != row:
            self._filter_row = row
            self._head.removeWidget(self._filter)
            self._head.addWidget(self._filter, row, 0 if row else 2, 1, 3 if row else 1)

    def _go_to(self, key: str) -> bool:
        """Puts the keyboard on the finding ``key``; whether it is there."""
        line = next((line for line in self._lines if line.key == key), None)
        if line is None:
            return False
        if self._list.shown not in (None, line.finding.class_):
            self._filter.choose(_ALL)
        row = self._list.row(key)
        row.focus_work()
        self._scroll.ensureWidgetVisible(row, 0, SPACE_16)
        # A page that is not laid out yet finds its heights only when it is shown.
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row, 0, SPACE_16))
        return True

    def _on_filter_chosen(self, key: str) -> None:
        self._list.show_class(None if key == _ALL else FindingClass(key))

    def _on_reasoned(self, key: str, reason: Reason | None, visit: str) -> None:
        self.change_requested.emit(self._session.current.with_reason(key, reason), visit)

    def _on_shared(self, key: str) -> None:
        self.flush()
        line = next(line for line in self._lines if line.key == key)
        wanted = self._session.current
        for other in others_like(line, self._lines):
            wanted = wanted.with_reason(other.key, other.with_text(line.text))
        self.change_requested.emit(wanted, "")

    def _on_first_requested(self) -> None:
        self.flush()
        first = next((line for line in self._lines if line.view.is_open), None)
        if first is None:
            return
        if first.finding.class_ is FindingClass.MUST_FIX:
            self.place_requested.emit(first.view.place)
        else:
            self._go_to(first.key)

    def _on_finalise_requested(self) -> None:
        self.flush()
        finalise(self._session, self._words, self.window())
        # Also where it was refused: files have been looked for anew.
        self._show_all()
        self.standing_changed.emit()

    def _on_panel_seen(self, seen: bool) -> None:
        self._bar.setVisible(not seen)
