"""Says what became of a revision: submitted, returned or accepted, when, and with what remark."""

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.date_text import parse_date
from digicom_desktop.domain.revision import (
    NEXT_STATES,
    REMARK_LIMIT,
    Revision,
    State,
    StateChange,
)
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.history import History
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.choice_card import Choice, ChoiceCard
from digicom_desktop.ui.dialogs import WIDE, PlainDialog, Question, show_message
from digicom_desktop.ui.fields import DateField, TextField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.remark import Remark
from digicom_desktop.ui.revision_standing import change_line, revision_name, state_name
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12

TAKE_BACK = 2
"""What the dialog ends with where the last word is to be taken back."""
_DAY = len("2026-03-20")


class DayField(DateField):
    """A whole day, not earlier than ``first`` nor later than ``today``, or else with a doubt."""

    def __init__(self, caption: str, first: str, today: str) -> None:
        super().__init__(caption, placeholder=today)
        self._first, self._today = first, today
        self.set_text(today)

    @property
    def day(self) -> str:
        """The day as ``YYYY-MM-DD``, "" where none can be read."""
        found = parse_date(self.text()) or ""
        return found if len(found) == _DAY else ""

    def _wrong(self, text: str) -> str:
        return "" if len(parse_date(text) or "") == _DAY else self._advice()

    def _advice(self) -> str:
        return self.tr("Enter a day, such as {0}").format(self._today)

    def _is_complete(self, text: str) -> bool:
        return not self._wrong(text)

    def _remarks(self, text: str) -> tuple[Remark, ...]:
        return super()._remarks(text) or self._doubts()

    def _doubts(self) -> tuple[Remark, ...]:
        if self.day > self._today:
            future = self.tr("This day is still to come. Is it right?")
            return (Remark("future", future, is_error=False),)
        if self.day < self._first:
            before = self.tr("This is before {0}, the day of the step before. Is it right?")
            return (Remark("before", before.format(self._first), is_error=False),)
        return ()


class StateForm(QWidget):
    """What comes next for ``revision``: which state, on which day, with what remark.

    ``resized`` when it needs another height.
    """

    resized = Signal()

    def __init__(self, revision: Revision, today: date) -> None:
        super().__init__()
        self._states = NEXT_STATES[revision.state]
        self._choice = self._make_choice()
        self.day = DayField(self.tr("On which day"), _first_day(revision), today.isoformat())
        self._remark = TextField(self.tr("Remark (optional)"), REMARK_LIMIT, lines=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for widget in (self._choice or self._only_state(), self.day, self._remark):
            column.addWidget(widget)
        self._show_hint()

    @property
    def change(self) -> StateChange:
        """What the person says."""
        return StateChange(self._state, self.day.day, self._remark.text())

    def focus_choice(self) -> None:
        """Puts the keyboard where the work begins."""
        if self._choice is None:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._choice.focus_row()

    @property
    def _state(self) -> State:
        number = 1 if self._choice is None else self._choice.number or 1
        return self._states[number - 1]

    def _make_choice(self) -> ChoiceCard | None:
        """Nothing where there is nothing to choose."""
        if len(self._states) == 1:
            return None
        choices = [
            Choice(number, state_name(state), self._meaning(state))
            for number, state in enumerate(self._states, 1)
        ]
        card = ChoiceCard(self.tr("What became of it"), choices, numbered=False)
        card.set_number(1)
        card.chosen.connect(lambda _: self._show_hint())
        return card

    def _only_state(self) -> QWidget:
        state = QWidget()
        column = QVBoxLayout(state)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(self.tr("To be noted now"), "caption", "text2"))
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(PlainLabel(state_name(self._state), "strong"))
        row.addWidget(Paragraph(self._meaning(self._state)), 1)
        column.addLayout(row)
        column.addWidget(Paragraph(self._afterwards(), "compact", "text2"))
        return state

    def _afterwards(self) -> str:
        """What can be noted once this is, lest somebody looks for it here."""
        following = self.tr('", "', "between states").join(
            state_name(state) for state in reversed(NEXT_STATES[self._state])
        )
        said = self.tr('Once this is noted, "{0}" can be noted here in the same way.')
        return said.format(following)

    def _meaning(self, state: State) -> str:
        meanings = {
            State.SUBMITTED: self.tr("The files were handed in to the bureau."),
            State.ACCEPTED: self.tr("The bureau took it; nothing more is to be changed."),
            State.RETURNED: self.tr("The bureau wants something changed before it takes it."),
        }
        return meanings[state]

    def _show_hint(self) -> None:
        is_returned = self._state is State.RETURNED
        asked = self.tr("Enter what the bureau wants changed; it is shown until you submit again.")
        self._remark.set_hint(asked if is_returned else "")
        self.resized.emit()


class StateDialog(PlainDialog):
    """What is known of ``revision``, and what comes next.

    Ends with ``Accepted``, and then ``change`` is what to note, or with ``TAKE_BACK``.
    """

    def __init__(self, revision: Revision, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What became of it"), parent, WIDE)
        self._revision = revision
        self._form = StateForm(revision, today) if NEXT_STATES[revision.state] else None
        self.body.addWidget(PlainLabel(self._head(), "compact", "text2", wrap=True))
        if revision.changes:
            self.body.addLayout(self._known())
        if self._form is None:
            last = self.tr("Accepted is the last step; there is nothing more to note.")
            self.body.addWidget(Paragraph(last, "body"))
            self.add_button(self.tr("Close"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        else:
            self._add_form(self._form)

    @property
    def change(self) -> StateChange | None:
        """What the person says, None where there is nothing to say."""
        return None if self._form is None else self._form.change

    def done(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted and self._form is not None:
            self._form.day.flush()
            if not self._form.day.day:
                self.fit()
                self._form.day.setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().done(result)

    def _head(self) -> str:
        note = self.tr("{0}: its content and its code stay as they are.")
        return note.format(revision_name(self._revision.number))

    def _known(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addWidget(PlainLabel(self.tr("Noted so far"), "caption", "text3"))
        for change in self._revision.changes:
            column.addWidget(Paragraph(change_line(change)))
        back = Button(self.tr("Take back the last note…"), Kind.LINK, on_click=self._on_take_back)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _add_form(self, form: StateForm) -> None:
        self.body.addWidget(form)
        form.resized.connect(self.fit)
        self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        note = self.add_button(self.tr("Note it"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        note.setDefault(True)
        form.focus_choice()

    def _on_take_back(self) -> None:
        if self._may_take_back():
            self.done(TAKE_BACK)

    def _may_take_back(self) -> bool:
        changes = self._revision.changes
        before = changes[-2].state if changes[1:] else State.FINALISED
        text = self.tr('{0} will stand as "{1}" again. Date and remark of "{2}" are deleted.')
        said = text.format(
            revision_name(self._revision.number), state_name(before), state_name(changes[-1].state)
        )
        answers = ((self.tr("Leave it"), Kind.PRIMARY), (self.tr("Take back"), Kind.DANGER))
        return bool(Question(self.tr("Take back the last note?"), said, answers, self).ask())


class StateDesk(QObject):
    """Asks what became of a revision and notes it."""

    def __init__(self, history: History, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._history, self._words, self._over = history, words, parent

    def ask(self, number: int, today: date) -> bool:
        """Whether something was noted, or taken back, of the revision ``number``."""
        try:
            return self._ask(self._history.revision(number), today)
        except DigicomError as error:
            show_message(self.tr("Not noted"), self._words.error(error), self._over)
            return False

    def _ask(self, revision: Revision, today: date) -> bool:
        dialog = StateDialog(revision, today, self._over)
        result = dialog.exec()
        dialog.deleteLater()
        change = dialog.change
        if result == QDialog.DialogCode.Accepted and change is not None:
            self._history.change_state(revision.number, change.state, change.on, change.remark)
        elif result == TAKE_BACK:
            self._history.take_back_state(revision.number)
        return bool(result)


def _first_day(revision: Revision) -> str:
    """The day of the step before."""
    if revision.changes:
        return revision.changes[-1].on
    return revision.finalised.astimezone().date().isoformat()
