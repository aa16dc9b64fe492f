"""The compare page: this assessment beside last year, a revision, or another assessment."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.comparison import Comparison, compare
from digicom_desktop.domain.comparison_side import Side, side_of_report
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Change, Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.after_paint import AfterPaint, show_in
from digicom_desktop.ui.banner import Banner, IconLabel
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.compare_body import CompareBody
from digicom_desktop.ui.compare_choices import Choices, standing
from digicom_desktop.ui.compare_copy import as_text
from digicom_desktop.ui.compare_head import CompareHead
from digicom_desktop.ui.compare_sides import SidesCard
from digicom_desktop.ui.compare_words import side_names
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.tab_order import set_tab_order
from digicom_desktop.ui.tokens import PAGE_SIDE, SPACE_8, SPACE_32, Tone
from digicom_desktop.workspace import Workspace


class ComparePage(Page):
    """The earlier year is the old side, whichever was chosen; what cannot be read is said."""

    def __init__(self, session: Session, words: Words, workspace: Workspace) -> None:
        super().__init__()
        self._session, self._words = session, words
        self._choices = Choices(session, words, workspace)
        self._this = self._read_this()
        self._other: Side | None = None
        self._key = ""
        self._compared: tuple[Comparison, tuple[str, str]] | None = None
        self._head = CompareHead(session.edition.method_note.in_(words.language))
        self._head.copy_requested.connect(self._on_copy)
        self._head.back_requested.connect(self._on_back)
        self._sides = SidesCard(self._choices.all)
        self._sides.chosen.connect(self._on_side_chosen)
        self._problem = Banner("", Tone.RED)
        self._problem.hide()
        self._body: CompareBody | None = None
        self._empty = self._make_empty()
        self._scroll = ScrolledColumn(width=None)
        for widget in (self._head, self._sides, self._problem, self._empty):
            self._scroll.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        first = self._choices.first
        self._key = "" if first is None else first.key
        self._sides.show_sides(self._this, self._key, None)
        self._show(is_new=True)
        # The other side is read, and both are laid out, once the person sees what is compared.
        self._begin = AfterPaint(self, lambda: self._choose(self._key))

    def show_change(self, change: Change) -> None:
        self._begin.finish()
        if change.parts:
            self._this = self._read_this()
            self._sides.show_sides(self._this, self._key, self._other)
            self._show(is_new=False)

    def flush(self) -> None:
        self._sides.field.flush()

    def focus_start(self, target: str = "") -> None:
        """``target`` is the key of a choice: "revision/2" chooses that revision."""
        if target:
            self._begin.finish()
        if target and target != self._key and self._choices.find(target) is not None:
            self._choose(target)
        start = self._sides.field if self._choices.all else self._head.back
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self) -> tuple[str, ...]:
        return (self._key,)

    def go_on_with(self, kept: tuple[str, ...]) -> None:
        (key,) = kept
        if key != self._key and self._choices.find(key) is not None:
            self._begin.finish()
            self._choose(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * PAGE_SIDE
        self._head.fit(room)
        self._sides.fit(room)
        if self._body is not None:
            self._body.fit(room)

    def _on_side_chosen(self, key: str) -> None:
        self._begin.finish()
        self._choose(key)

    def _choose(self, key: str) -> None:
        """Reads the side that is named ``key``, "" for none, and shows the comparison with it."""
        choice = self._choices.find(key)
        self._key, self._other = key, None
        problem = self._choices.problem
        if choice is not None:
            try:
                self._other = self._choices.side(choice)
            except DigicomError as error:
                problem = error
        self._show_problem(problem, is_chosen=choice is not None)
        self._sides.show_sides(self._this, key, self._other)
        self._show(is_new=True)

    def _show_problem(self, problem: DigicomError | None, *, is_chosen: bool) -> None:
        self._problem.setVisible(problem is not None)
        if problem is None:
            return
        said = self._words.error(problem)
        if is_chosen and self._other is None:
            said = self.tr("This cannot be compared: {0}").format(said)
        self._problem.set_text(said)

    def _show(self, *, is_new: bool) -> None:
        self._compared = None
        self._sides.setVisible(bool(self._choices.all))
        self._empty.setVisible(not self._key and self._other is None)
        if self._other is not None:
            self._show_body(self._other, is_new=is_new)
        if self._body is not None:
            self._body.setVisible(self._other is not None)
        self._head.show_copy(self._other is not None)
        self._order_tabs()

    def _show_body(self, other: Side, *, is_new: bool) -> None:
        # Of one year: an own revision is earlier, and of two assessments the open one is looked at.
        new_is_this = other.year <= self._this.year
        old, new = (other, self._this) if new_is_this else (self._this, other)
        names = side_names(old, new, new_is_this=new_is_this)
        comparison = compare(old, new)
        self._compared = (comparison, names)
        body = self._body or self._make_body()
        body.show_comparison(
            comparison, names, self._practices(), new_is_this=new_is_this, is_new=is_new
        )
        if self._body is None:
            self._body = body
            self._fit()
            show_in(self._scroll.body, body)
        self._fit()
        # Rows that came or went are laid out at once, not squeezed at first.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _make_body(self) -> CompareBody:
        body = CompareBody(self._words)
        body.chosen.connect(self._on_chosen)
        body.laid_out.connect(self._order_tabs)
        return body

    def _practices(self) -> dict[str, dict[str, str]]:
        language = self._words.language
        return {
            item.id: {each.id: each.text.in_(language) for each in item.practices}
            for item in self._session.edition.items
        }

    def _order_tabs(self) -> None:
        set_tab_order(self._scroll.body)

    def _on_chosen(self, item: str) -> None:
        self.place_requested.emit(f"item/{item}")

    def _on_back(self) -> None:
        self.place_requested.emit("results")

    def _read_this(self) -> Side:
        side = side_of_report(self._session.report(self._words.language))
        try:
            return standing(side, self._session.state)
        except DigicomError:
            return side  # the page says that the revisions cannot be read

    def _on_copy(self) -> None:
        if self._compared is not None:
            QGuiApplication.clipboard().setText(as_text(*self._compared, self._words))
            self._head.tell_copied()
            self._fit()

    def _make_empty(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        icon = IconLabel("compare", theme.current().text3, SPACE_32)
        title, sentence = self._why_empty()
        text = PlainLabel(sentence, "body", "text2", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (icon, PlainLabel(title, "panel")):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addSpacing(SPACE_8)
        card.body.addWidget(text)
        return card

    def _why_empty(self) -> tuple[str, str]:
        if self._choices.all:
            return self.tr("Choose the other side"), self.tr(
                "Choose above what to compare this assessment with: scores, levels, answers and "
                "figures of both sides then stand here beside each other."
            )
        return self.tr("Nothing to compare with yet"), self.tr(
            "As soon as there is another assessment, a revision of this one, or last year's "
            "values inside it, both sides stand here: scores, levels, answers and figures."
        )
