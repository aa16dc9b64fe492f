"""The short statement of an item: four fields that together count as evidence, and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from digicom_desktop.domain.statement import (
    LINE_LIMIT,
    STATEMENT_LIMIT,
    Statement,
    kept_fields,
)
from digicom_desktop.domain.text import is_blank
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.fields import TextField
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12
from digicom_desktop.ui.wrapped_field import WrappedField

_WIDE, _NARROW = 3, 1
_NOTE_LINES, _MOST_NOTE_LINES = 3, 8
_PLACES = (("system", 0, 0), ("since", 0, 1), ("scope", 1, 0), ("person", 1, 1))


class StatementForm(ItemSection):
    """Four lines and a note; ``edited`` tells name and text of one of them."""

    edited = Signal(str, str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(self, words: Words, cap: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Statement"), parent=parent)
        self._words, self._cap = words, cap
        self._last_year: tuple[int, Statement] | None = None
        self._fields: dict[str, Field] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnStretch(0, _WIDE)
        grid.setColumnStretch(1, _NARROW)
        for name, row, column in _PLACES:
            line = WrappedField(words.say(f"statement.{name}"), LINE_LIMIT)
            grid.addWidget(self._add(name, line), row, column)
        note = TextField(
            self.tr("{0} (optional)").format(words.say("statement.note")),
            STATEMENT_LIMIT,
            lines=_NOTE_LINES,
            most=_MOST_NOTE_LINES,
        )
        grid.addWidget(self._add("note", note), 2, 0, 1, 2)
        self.body.addLayout(grid)

    def compare_with(self, year: int, statement: Statement) -> None:
        """Marks from now on what still is word for word what ``statement`` said for ``year``."""
        self._last_year = (year, statement)

    def show_statement(self, statement: Statement) -> None:
        """Shows ``statement``; a field that the person types in is left alone."""
        for name, field in self._fields.items():
            field.set_text(getattr(statement, name))
        hint = self.tr("With all four fields filled in, up to level {0} counts").format(self._cap)
        self.set_hint(self._kept(statement) or hint)

    def _kept(self, statement: Statement) -> str:
        """Which fields are last year's, "" where none is."""
        year, before = self._last_year or (0, Statement())
        names = [self._words.say(f"statement.{name}") for name in kept_fields(statement, before)]
        if not names:
            return ""
        listed = self._words.say("review.list").join(names)
        return self.tr("*Written for {0}*, not changed since: {1}").format(year, listed)

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for field in self._fields.values():
            field.flush()

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard on the first field that is blank."""
        fields = self._fields.values()
        blank = (field for field in fields if is_blank(field.text()))
        next(blank, next(iter(fields))).setFocus(reason)

    def _add(self, name: str, field: Field) -> Field:
        field.edited.connect(lambda text, name=name: self.edited.emit(name, text))
        field.typing.connect(self.typing)
        field.visit_ended.connect(self.visit_ended)
        self._fields[name] = field
        return field
