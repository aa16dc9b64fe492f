"""All findings in their four classes; rows stay what they are while others come and go."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.review_entry import Columns
from digicom_desktop.ui.review_group import ReviewGroup
from digicom_desktop.ui.review_lines import ReviewLine, others_like
from digicom_desktop.ui.review_row import ReviewRow
from digicom_desktop.ui.review_words import right_width
from digicom_desktop.ui.tokens import CARD_HORIZONTAL, SPACE_16

_LEAST_WHERE, _MOST_WHERE = 56, 80


class ReviewList(Card):
    """``reasoned`` as a row tells it; a row that is typed in keeps keyboard and caret."""

    place_requested = Signal(str)
    reasoned = Signal(str, object, str)
    shared = Signal(str)
    grown = Signal()
    """There is something more to be reached by Tab."""
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(self, lines: Sequence[ReviewLine], parent: QWidget | None = None) -> None:
        super().__init__(parent, padded=False)
        self._lines: tuple[ReviewLine, ...] = ()
        self.shown: FindingClass | None = None
        self._rows: dict[str, ReviewRow] = {}
        self._columns = Columns(_LEAST_WHERE, right_width())
        self._groups = {class_: ReviewGroup(class_) for class_ in FindingClass}
        for group in self._groups.values():
            self.body.addWidget(group)
        self._nothing = PlainLabel("", "compact", "text2", wrap=True)
        self._nothing.setContentsMargins(CARD_HORIZONTAL, SPACE_16, CARD_HORIZONTAL, SPACE_16)
        self.body.addWidget(self._nothing)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[ReviewLine]) -> None:
        """Shows ``lines``, the gravest first."""
        self._lines = tuple(lines)
        self._fit_columns()
        self._drop_rows({line.key for line in lines})
        for line in lines:
            if line.key in self._rows:
                self._rows[line.key].show_line(line)
            else:
                self._rows[line.key] = self._make_row(line)
        for line in lines:
            self._rows[line.key].show_others(len(others_like(line, lines)))
        self._set_in_order(list(self._in_order()))
        self._show_groups()

    def show_class(self, class_: FindingClass | None) -> None:
        """Shows findings of one class only, or all for None."""
        self.shown = class_
        self._show_groups()

    @property
    def tab_stops(self) -> list[QWidget]:
        """All that takes the keyboard, in the order of reading."""
        return [stop for line in self._lines for stop in self._rows[line.key].tab_stops]

    def row(self, key: str) -> ReviewRow:
        """The row of the finding ``key``."""
        return self._rows[key]

    def open_beside(self, step: int) -> str:
        """The next open finding behind the keyboard, or before it for -1; "" where none is open."""
        keys = [line.key for line in self._lines]
        if not any(line.view.is_open for line in self._lines):
            return ""
        at = self._place_of(QApplication.focusWidget(), keys)
        start = at + step if at is not None else (0 if step > 0 else -1)
        ordered = [self._lines[(start + step * n) % len(keys)] for n in range(len(keys))]
        return next(line.key for line in ordered if line.view.is_open)

    def keys_around(self, focused: QWidget | None) -> tuple[str, ...]:
        """The finding whose row holds ``focused``, those below it, then those above it.

        Empty where no row does.
        """
        keys = [line.key for line in self._lines]
        at = self._place_of(focused, keys)
        return () if at is None else (*keys[at:], *reversed(keys[:at]))

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for row in list(self._rows.values()):
            row.flush()

    def _place_of(self, focused: QWidget | None, keys: Sequence[str]) -> int | None:
        for place, key in enumerate(keys):
            if focused is not None and self._rows[key].isAncestorOf(focused):
                return place
        return None

    def _make_row(self, line: ReviewLine) -> ReviewRow:
        row = ReviewRow(line, self._columns)
        row.place_requested.connect(self.place_requested)
        row.reasoned.connect(self.reasoned)
        row.shared.connect(self.shared)
        row.grown.connect(self.grown)
        row.typing.connect(self.typing)
        row.visit_ended.connect(self.visit_ended)
        return row

    def _drop_rows(self, kept: set[str]) -> None:
        for key in self._rows.keys() - kept:
            row = self._rows.pop(key)
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _in_order(self) -> Iterable[QWidget]:
        for class_, group in self._groups.items():
            yield group
            for line in self._lines:
                if line.finding.class_ is class_:
                    yield self._rows[line.key]
        yield self._nothing

    def _set_in_order(self, widgets: Sequence[QWidget]) -> None:
        """Moves only what stands elsewhere."""
        for place, widget in enumerate(widgets):
            if self.body.indexOf(widget) != place:
                self.body.removeWidget(widget)
                self.body.insertWidget(place, widget)

    def _show_groups(self) -> None:
        first = True
        for class_, group in self._groups.items():
            lines = [line for line in self._lines if line.finding.class_ is class_]
            shown = bool(lines) and self.shown in (None, class_)
            group.show_counts(len(lines), sum(line.view.is_open for line in lines))
            group.set_first(shown and first)
            group.setVisible(shown)
            first = first and not shown
            for line in lines:
                self._rows[line.key].setVisible(shown)
        self._nothing.setText(self.tr("Nothing of this kind was found."))
        self._nothing.setVisible(first)

    def _fit_columns(self) -> None:
        metrics = theme.metrics("compact")
        places = {line.view.where for line in self._lines}
        widths = (metrics.horizontalAdvance(place) + 1 for place in places)
        # A column that breaks a word saves no room that would be worth it.
        words = (metrics.horizontalAdvance(word) + 1 for place in places for word in place.split())
        where = max(min(_MOST_WHERE, max(_LEAST_WHERE, *widths, 0)), *words, 0)
        columns = Columns(where, self._columns.right)
        if columns != self._columns:
            self._columns = columns
            for row in self._rows.values():
                row.set_columns(columns)
