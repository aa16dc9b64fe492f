"""Beside an answer: what was said last year, and the question whether it still holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.item_views import last_year
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.statement import FIELDS
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_16, Tone


class LastYear(QWidget):
    """Last year's levels in one line, figures and statement on request; ``confirmed`` asks that
    the answer, which is still last year's, be this year's.
    """

    confirmed = Signal()

    def __init__(self, item: Item, previous: Previous, words: Words) -> None:
        super().__init__()
        self._year = previous.year
        answer = previous.answer(item.id)
        self._details = self._make_details(item, answer, words)
        self._open = Button(self.tr("Show all of it"), Kind.LINK, on_click=self._on_open)
        self._open.setVisible(self._details is not None)
        sentence = last_year(previous, item.id, words)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        said = sentence or self.tr("{0}: not answered").format(previous.year)
        row.addWidget(PlainLabel(said, "compact", "text2", wrap=True), 1)
        row.addWidget(self._open)
        self._confirm = Button(self.tr("Still true (Y)"), Kind.SECONDARY)
        self._confirm.clicked.connect(lambda: self.confirmed.emit())
        question = self.tr(
            "To be confirmed: this is your answer for {0}. It counts once you change level, "
            "practices or texts, or say it is still true. This year's figures alone do not."
        )
        self._question = Banner(question.format(previous.year), Tone.AMBER, (self._confirm,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._question)
        column.addWidget(self._line)
        if self._details is not None:
            column.addWidget(self._details)
            self._details.hide()

    def show_question(self, to_confirm: bool) -> None:
        """Shows whether the answer is still to be confirmed."""
        self._question.setVisible(to_confirm)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on the button that confirms."""
        return self._confirm.hasFocus()

    def focus_question(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard on the button that confirms; it types nothing anywhere."""
        self._confirm.setFocus(reason)

    def _make_details(self, item: Item, answer: PreviousAnswer, words: Words) -> QWidget | None:
        rows = [
            (indicator.name.in_(words.language), answer.figures[indicator.id])
            for indicator in item.indicators
            if indicator.id in answer.figures
        ]
        rows += [
            (words.say(f"statement.{name}"), text)
            for name in FIELDS
            if (text := getattr(answer.statement, name))
        ]
        if not rows:
            return None
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for name, text in rows:
            label = PlainLabel(
                self.tr("{0}: {1}").format(name, text), "compact", "text2", wrap=True
            )
            label.let_copy()
            column.addWidget(label)
        return frame

    def _on_open(self) -> None:
        if self._details is None:
            return
        shown = not self._details.isVisibleTo(self)
        self._details.setVisible(shown)
        self._open.set_label(self.tr("Show less") if shown else self.tr("Show all of it"))


class LastYearText(QWidget):
    """What a narrative said last year, opened on request, to be copied or taken over.

    ``taken`` tells the text once the person wants it in the field.
    """

    taken = Signal(str)

    def __init__(self, year: int, text: str) -> None:
        super().__init__()
        self._year = year
        self.text = text
        self._button = Button(self.tr("What it said for {0}").format(year), Kind.LINK)
        self._button.clicked.connect(self._on_clicked)
        self._take = Button(self.tr("Bring it in and edit it"), Kind.LINK)
        self._take.clicked.connect(lambda: self.taken.emit(text))
        self._text = PlainLabel(text, "compact", "text2", wrap=True)
        self._text.let_copy()
        self._text.setAccessibleName(self.tr("What it said for {0}").format(year))
        for hidden in (self._take, self._text):
            hidden.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(self._button)
        row.addWidget(self._take)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(row)
        column.addWidget(self._text)

    def _on_clicked(self) -> None:
        shown = not self._text.isVisibleTo(self)
        self._text.setVisible(shown)
        self._take.setVisible(shown)
        said = self.tr("Hide what it said for {0}") if shown else self.tr("What it said for {0}")
        self._button.set_label(said.format(self._year))
