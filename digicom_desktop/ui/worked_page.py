"""The score of this firm worked out step by step, to be followed with a calculator."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digicom_desktop.domain.closing_views import WorkedStep
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.chips import MethodChip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, plain_tip
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12


class WorkedPage(Page):
    """A card for each step of the report's own calculation; every line can be marked and copied."""

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session, self._words = session, words
        self._cards: list[_StepCard] = []
        self._scroll = ScrolledColumn()
        self._scroll.body.addLayout(self._head())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._show(session.report(words.language))

    def show_change(self, change: Change) -> None:
        if change.parts:
            self._show(self._session.report(self._words.language))

    def focus_start(self, target: str = "") -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QHBoxLayout:
        note = self._session.edition.method_note.in_(self._words.language)
        method = Button(
            self.tr("How the score is made"),
            Kind.LINK,
            on_click=lambda: self.place_requested.emit("method"),
        )
        copy = Button(self.tr("Copy all"), Kind.LINK, "copy", on_click=self._on_copy)
        texts = FlowLayout(SPACE_12, SPACE_4)
        for widget in (
            PlainLabel(self.tr("How this score was made"), "page"),
            MethodChip(note),
            method,
            copy,
        ):
            texts.addWidget(widget)
        self._back = Button(self.tr("Back to results"), Kind.SECONDARY, "arrow-left")
        self._back.clicked.connect(lambda: self.place_requested.emit("results"))
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addLayout(texts, 1)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show(self, report: Report) -> None:
        while len(self._cards) < len(report.worked):
            card = _StepCard()
            self._cards.append(card)
            self._scroll.body.addWidget(card)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(report.worked))
            if number < len(report.worked):
                card.show_step(report.worked[number])

    def _on_copy(self) -> None:
        steps = self._session.report(self._words.language).worked
        QGuiApplication.clipboard().setText("\n\n".join(map(_as_text, steps)))


class _StepCard(Card):
    """A title over its lines; each can be marked, and all be copied at once."""

    def __init__(self) -> None:
        super().__init__()
        self._step = WorkedStep("", ())
        self._title = PlainLabel("", "section", wrap=True)
        self._copy = IconButton("copy", "", on_click=self._on_copy)
        self._lines: list[PlainLabel] = []
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_8)
        self.body.setSpacing(SPACE_4)
        self.body.addLayout(head)
        self.body.addLayout(self._column)

    def show_step(self, step: WorkedStep) -> None:
        """Shows ``step``."""
        self._step = step
        self._title.setText(step.title)
        copies = self.tr("Copy: {0}").format(step.title)
        self._copy.setAccessibleName(copies)
        self._copy.setToolTip(plain_tip(copies))
        while len(self._lines) < len(step.lines):
            self._add_line()
        for number, label in enumerate(self._lines):
            label.setVisible(number < len(step.lines))
            label.setText(step.lines[number] if number < len(step.lines) else "")

    def _add_line(self) -> None:
        line = _Line("", "body", "text2", wrap=True)
        self._lines.append(line)
        self._column.addWidget(line)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(_as_text(self._step))


class _Line(PlainLabel):
    """Lets its text be marked from when it is pointed at: to be ready for that takes its time."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if not self.hasSelectedText():
            self.let_copy()
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from step to step


def _as_text(step: WorkedStep) -> str:
    return "\n".join((step.title, *step.lines))
