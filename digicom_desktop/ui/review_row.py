"""One finding of the check: what was found, and what is said about it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.ui import theme
from digicom_desktop.ui.review_answer import ReviewAnswer
from digicom_desktop.ui.review_entry import Columns, ReviewEntry
from digicom_desktop.ui.review_lines import ReviewLine
from digicom_desktop.ui.review_words import link_text, state_text

_BAR = 3
"""How wide the bar is that marks where the person was led to."""
_ANSWERED = frozenset({FindingClass.EXPLAIN, FindingClass.VERIFY})


class ReviewRow(QWidget):
    """``reasoned`` tells key, ``Reason`` or None, and the visit whose steps become one."""

    place_requested = Signal(str)
    reasoned = Signal(str, object, str)
    shared = Signal(str)
    """The reason of the finding is that of all others of its kind."""
    grown = Signal()
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(self, line: ReviewLine, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._is_lit = False
        self._entry = ReviewEntry(columns)
        self._entry.clicked.connect(self._on_clicked)
        self._answer = self._make_answer(line, columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._entry)
        if self._answer is not None:
            column.addWidget(self._answer)
        self._show_entry()

    @property
    def line(self) -> ReviewLine:
        """What is shown."""
        return self._line

    @property
    def tab_stops(self) -> list[QWidget]:
        """All that takes the keyboard, in the order of reading."""
        return [self._entry, *(self._answer.tab_stops if self._answer else ())]

    def show_line(self, line: ReviewLine) -> None:
        """Shows the same finding as it is now."""
        if line == self._line:
            return
        self._line = line
        self._show_entry()
        if self._answer is not None:
            self._answer.show_line(line)

    def show_others(self, count: int) -> None:
        """Offers its reason to ``count`` other findings."""
        if self._answer is not None:
            self._answer.show_others(count)

    def set_columns(self, columns: Columns) -> None:
        """Stands in line with all the others."""
        self._entry.set_columns(columns)
        if self._answer is not None:
            self._answer.set_columns(columns)

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        if self._answer is not None:
            self._answer.flush()

    def focus_work(self) -> None:
        """Puts the keyboard where this finding is dealt with."""
        target = self._entry if self._answer is None else self._answer.first
        # As by the keyboard: whoever is brought here must see where he is.
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._light(lit=True)

    @property
    def is_lit(self) -> bool:
        """Whether the person was led here and has not left it since."""
        return self._is_lit

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        if self._is_lit:
            painter.fillRect(self.rect(), QColor(colours.tint))
            painter.fillRect(QRectF(0, 0, _BAR, self.height()), QColor(colours.accent))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(colours.line))

    def _light(self, *, lit: bool) -> None:
        application = QApplication.instance()
        if lit == self._is_lit or not isinstance(application, QApplication):
            return
        self._is_lit = lit
        if lit:
            application.focusChanged.connect(self._on_focus_changed)
        else:
            application.focusChanged.disconnect(self._on_focus_changed)
        self.update()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        # Another window or a dialog takes the keyboard only for a while.
        if now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self._light(lit=False)

    def _make_answer(self, line: ReviewLine, columns: Columns) -> ReviewAnswer | None:
        if line.finding.class_ not in _ANSWERED:
            return None
        answer = ReviewAnswer(line, columns)
        answer.said.connect(self._on_said)
        answer.verified.connect(self._on_verified)
        answer.confirmed.connect(self._on_confirmed)
        answer.shared.connect(lambda: self.shared.emit(self._line.key))
        answer.grown.connect(self.grown)
        answer.typing.connect(self.typing)
        answer.visit_ended.connect(self.visit_ended)
        return answer

    def _show_entry(self) -> None:
        self._entry.show_line(self._line, link_text(self._line), state_text(self._line))

    def _on_clicked(self) -> None:
        # Not every click moves the keyboard, and the page is left where the keyboard is.
        self._entry.setFocus(Qt.FocusReason.MouseFocusReason)
        self.place_requested.emit(self._line.view.place)

    def _on_said(self, text: str) -> None:
        self.reasoned.emit(self._line.key, self._line.with_text(text), f"reason {self._line.key}")

    def _on_verified(self, verified: bool) -> None:
        self.reasoned.emit(self._line.key, self._line.with_verified(verified), "")

    def _on_confirmed(self) -> None:
        self.reasoned.emit(self._line.key, self._line.still_true(), "")
