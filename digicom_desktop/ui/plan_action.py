"""An action of the plan as a row of fields: what, who, until when, how far."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from digicom_desktop.domain.plan import (
    DUE_LIMIT,
    NOTE_LIMIT,
    OWNER_LIMIT,
    TEXT_LIMIT,
    Action,
    ActionState,
)
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.fields import ChoiceField, DateField, LineField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.plan_view import SOON, is_due_soon, is_overdue
from digicom_desktop.ui.tab_order import set_tab_order
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, SPACE_4, SPACE_8
from digicom_desktop.ui.wrapped_field import WrappedField

_TEXT, _OWNER, _DUE, _STATE, _MORE = range(5)
_TOP = Qt.AlignmentFlag.AlignTop
_AROUND_TEXT = 2 * 13
_AROUND_CHOICE = 2 * 13 + 24
_LEAST_OWNER = 96


class ActionColumns(QObject):
    """Titles and widths of the columns beside the text, the same for all rows of a page."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.titles = (self.tr("Action"), self.tr("Owner"), self.tr("Due"), self.tr("State"))
        self.states = tuple((str(s), words.say(f"report.action.{s}")) for s in ActionState)
        self.person = self.tr("Name")
        wide = theme.metrics("compact").horizontalAdvance
        _, owner, due, state = map(theme.metrics("caption").horizontalAdvance, self.titles)
        self.widths = (
            max(_LEAST_OWNER, wide(self.person) + _AROUND_TEXT, owner),
            max(wide("2026-12-31") + _AROUND_TEXT, due),
            max(*(wide(name) + _AROUND_CHOICE for _, name in self.states), state),
        )


class ActionHead(QWidget):
    """The titles over the rows."""

    def __init__(self, columns: ActionColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = _grid(self, columns)
        for column, title in enumerate(columns.titles):
            grid.addWidget(PlainLabel(title, "caption", "text3"), 0, column)
        above_menu = QWidget()  # an empty column would have no gap before it
        above_menu.setFixedWidth(theme.px(CONTROL_HEIGHT))
        grid.addWidget(above_menu, 0, _MORE)


class ActionRow(QWidget):
    """``edited`` tells the new ``Action``, and the field visit that it belongs to ("" for none).

    A date that cannot be read is red and stays as typed; so is an action overdue, with the word.
    """

    edited = Signal(object, str)
    deleted = Signal(str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(self, action: Action, number: int, columns: ActionColumns, today: date) -> None:
        super().__init__()
        self._action, self._number, self._today = action, number, today
        self._text = WrappedField("", TEXT_LIMIT, placeholder=self.tr("What is to be done"))
        self._owner = LineField("", OWNER_LIMIT, placeholder=columns.person)
        self._due = _DueField(today)
        self._state = ChoiceField("", columns.states)
        self._note: WrappedField | None = None
        self._more = IconButton("more", "")
        self._more.setFixedWidth(theme.px(CONTROL_HEIGHT))
        self._grid = _grid(self, columns)
        self._grid.addWidget(self._text, 0, _TEXT, 2, 1, _TOP)
        fields = zip((self._owner, self._due, self._state), columns.widths, strict=True)
        for column, (field, width) in enumerate(fields, _OWNER):
            field.setFixedWidth(width)
            self._grid.addWidget(field, 0, column, _TOP)
        self._grid.addWidget(self._more, 0, _MORE, _TOP)
        # What is said of a date needs more room than a date.
        self._grid.addWidget(self._due.take_foot(), 1, _DUE, 1, 3, _TOP)
        self._grid.setRowStretch(1, 1)
        for name, field in self._fields().items():
            self._connect(name, field)
        self._make_menu()
        self.show_action(action, number)

    def show_action(self, action: Action, number: int) -> None:
        """Shows ``action``, the one of ``number`` at its item; typed-in fields are left alone."""
        self._action, self._number = action, number
        if action.note:
            self._need_note()
        for name, field in self._fields().items():
            field.set_text(str(getattr(action, name)))
        self._due.show_action(action, self._today)
        self._name()
        self._write_note.setEnabled(self._note is None)

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for field in self._fields().values():
            field.flush()

    def focus_text(self) -> None:
        """Puts the keyboard on what is to be done."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> dict[str, Field]:
        fields: dict[str, Field] = {
            "text": self._text,
            "owner": self._owner,
            "due": self._due,
            "state": self._state,
        }
        return fields | ({"note": self._note} if self._note else {})

    def _name(self) -> None:
        which = self.tr("action {0} of {1}").format(self._number, self._action.item)
        names = {
            "text": self.tr("What is to be done"),
            "owner": self.tr("Owner"),
            "due": self.tr("Due"),
            "state": self.tr("State"),
            "note": self.tr("Note"),
        }
        for name, field in self._fields().items():
            field.set_name(self.tr("{0}, {1}").format(names[name], which))
        about = self.tr("Note or delete: {0}").format(which)
        self._more.setAccessibleName(about)
        self._more.setToolTip(about)

    def _connect(self, name: str, field: Field) -> None:
        field.edited.connect(lambda text, name=name: self._on_edited(name, text))
        field.typing.connect(self.typing)
        field.visit_ended.connect(self.visit_ended)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        self._write_note = menu.addAction(self.tr("Write a note"), self._on_note_wanted)
        menu.addAction(self.tr("Delete the action"), self._on_delete)
        self._more.setMenu(menu)

    def _need_note(self) -> WrappedField:
        if self._note is None:
            self._note = WrappedField("", NOTE_LIMIT, parent=self)
            row = QHBoxLayout()
            row.setSpacing(SPACE_8)
            label = PlainLabel(self.tr("Note"), "caption", "text3")
            label.setMinimumHeight(theme.px(CONTROL_HEIGHT))
            row.addWidget(label, 0, _TOP)
            row.addWidget(self._note, 1)
            self._grid.addLayout(row, 2, _TEXT, 1, _MORE)
            self._connect("note", self._note)
            set_tab_order(self._grid)
            self._name()
        return self._note

    def _on_note_wanted(self) -> None:
        self._need_note().setFocus(Qt.FocusReason.OtherFocusReason)
        self._write_note.setEnabled(False)

    def _on_delete(self) -> None:
        self.flush()  # what was just typed comes back with the action
        self.deleted.emit(self._action.id)

    def _on_edited(self, name: str, text: str) -> None:
        value = ActionState(text) if name == "state" else text
        self._action = replace(self._action, **{name: value})  # type: ignore[arg-type]
        visit = "" if name == "state" else f"plan.{self._action.id}.{name}"
        self.edited.emit(self._action, visit)


class _DueField(DateField):
    """A date that says when its day has come."""

    def __init__(self, today: date) -> None:
        super().__init__("", placeholder=f"{today.year}-12-31")
        self._line.setMaxLength(DUE_LIMIT)

    def show_action(self, action: Action, today: date) -> None:
        """Says whether ``action`` is overdue, or due soon."""
        self.set_error(self.tr("Overdue") if is_overdue(action, today) else "")
        soon = self.tr("Due within {0} days").format(SOON)
        self.set_hint(soon if is_due_soon(action, today) else "")


def _grid(row: QWidget, columns: ActionColumns) -> QGridLayout:
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE_8)
    grid.setVerticalSpacing(SPACE_4)
    grid.setColumnStretch(_TEXT, 1)
    for column, width in enumerate(columns.widths, _OWNER):
        grid.setColumnMinimumWidth(column, width)
    return grid
