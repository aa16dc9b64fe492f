"""Which two sides are compared: this assessment, and the one that is chosen beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.comparison import edition_names
from digicom_desktop.domain.comparison_side import Side
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.compare_choices import Choice
from digicom_desktop.ui.fields import ChoiceField, SearchChoiceField
from digicom_desktop.ui.labels import PlainLabel, plain_tip
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import CARD_HORIZONTAL, CONTROL_HEIGHT, SPACE_12, SPACE_24

_LONG = 8
"""From so many choices on one types to find one."""
_LEAST, _MOST = 280, 620
"""How wide a side is at least, and how much of a longer name it shows at least."""
_BESIDE = 48
"""Edge, padding and arrow beside the name of a choice."""


class SidesCard(Card):
    """``chosen`` tells the key of the choice."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._texts = {choice.key: choice.text for choice in choices}
        advance = theme.metrics("compact").horizontalAdvance
        widest = max(map(advance, self._texts.values()), default=0) + _BESIDE
        self._widest = max(_LEAST, min(widest, _MOST))
        self._label = Paragraph("", "strong")
        self._label.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._edition = Paragraph("", "caption", "text3")
        self._field = self._make_field(choices)
        self._field.edited.connect(self.chosen)
        self._other = Paragraph("", "caption", "text3")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_24)
        self._grid.setVerticalSpacing(SPACE_12)
        self._halves = (self._this_side(), self._other_side())
        self._columns = 0
        self.body.addLayout(self._grid)
        self._arrange(2)

    @property
    def field(self) -> ChoiceField | SearchChoiceField:
        """Where the other side is chosen."""
        return self._field

    def show_sides(self, this: Side, key: str, other: Side | None) -> None:
        """Names this assessment and what is chosen, which may be impossible to read."""
        mine, theirs = edition_names(this, other or this)
        self._label.set_text(this.label)
        self._edition.set_text(mine)
        self._field.set_text(key)
        self._other.set_text(theirs)
        self._other.setVisible(other is not None)
        if (input := self._field.focusProxy()) is not None:
            input.setToolTip(plain_tip(self._texts.get(key, "")))

    def fit(self, width: int) -> None:
        """Stands the sides beside each other where ``width`` has room for their names."""
        half = (width - 2 * CARD_HORIZONTAL - SPACE_24) // 2
        self._arrange(2 if half >= self._widest else 1)

    def _make_field(self, choices: Sequence[Choice]) -> ChoiceField | SearchChoiceField:
        caption = self.tr("Compare with")
        offered = [(choice.key, choice.text) for choice in choices]
        if len(choices) < _LONG:
            return ChoiceField(caption, offered, placeholder=self.tr("Choose the other side"))
        return SearchChoiceField(
            caption, offered, placeholder=self.tr("Type a name or a year, or choose")
        )

    def _this_side(self) -> QWidget:
        return _column(
            PlainLabel(self.tr("This assessment"), "caption", "text2"), self._label, self._edition
        )

    def _other_side(self) -> QWidget:
        return _column(self._field, self._other)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, half in enumerate(self._halves):
            self._grid.removeWidget(half)
            row, column = divmod(number, columns)
            self._grid.addWidget(half, row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _column(*widgets: QWidget) -> QWidget:
    half = QWidget()
    column = QVBoxLayout(half)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return half
