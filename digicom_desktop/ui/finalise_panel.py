"""The finalise panel: what is ready, what will be made of it, and the button that makes it."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.scoring import shown_score, thresholds
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.finalise_checklist import FinaliseChecklist
from digicom_desktop.ui.finalise_foot import FinaliseFoot
from digicom_desktop.ui.finalise_state import FinaliseState, finalise_state
from digicom_desktop.ui.finalised_code import FinalisedCode
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16


class FinalisePanel(QWidget):
    """Beside the check page; ``show_state`` shows the session as it is now."""

    place_requested = Signal(str)
    first_requested = Signal()
    """The first open finding is asked for."""
    finalise_requested = Signal()
    seen = Signal(bool)
    """Whether a person sees it: else the page must offer the same."""

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._summary = FinaliseSummary(session, words)
        self._foot = FinaliseFoot()
        self._line = Separator()
        self._lay_out()
        self._summary.place_requested.connect(self.place_requested)
        actions = self._foot.buttons
        actions.place_requested.connect(self.place_requested)
        actions.first_requested.connect(self.first_requested)
        actions.finalise_requested.connect(self.finalise_requested)
        self.show_state()

    def show_state(self) -> None:
        """Shows anew what is ready, or what was made."""
        state = finalise_state(self._session)
        self._summary.show_state(state)
        self._foot.show_state(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # the window is only minimised
            self._tell(seen=False)

    def _tell(self, *, seen: bool) -> None:
        self.seen.emit(seen)

    def _lay_out(self) -> None:
        inside = QWidget()
        padded = QVBoxLayout(inside)
        padded.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_4)
        padded.addWidget(self._summary)
        padded.addStretch(1)
        scroll = DownScroll()
        scroll.setAccessibleName(self.tr("Finalise"))
        scroll.show_inside(inside)
        # A line where the upper part goes on below the foot.
        self._line.hide()
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: self._line.setVisible(most > 0))
        self._foot.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self._line)
        column.addWidget(self._foot)


class FinaliseSummary(QWidget):
    """The panel without its buttons: also what a card about finalising shows."""

    place_requested = Signal(str)

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self._explained = Paragraph("", "compact", "text2")
        self._list = FinaliseChecklist(words)
        self._list.place_requested.connect(self.place_requested)
        self._code = FinalisedCode()
        self._number, self._scores = PlainLabel(), PlainLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        head = QVBoxLayout()
        head.setSpacing(SPACE_4)
        head.addWidget(PlainLabel(self.tr("Finalise"), "panel"))
        head.addWidget(self._explained)
        column.addLayout(head)
        column.addWidget(Separator())
        column.addWidget(self._list)
        column.addWidget(self._code)
        column.addWidget(Separator())
        column.addLayout(self._make_values())

    def show_state(self, state: FinaliseState) -> None:
        """Shows ``state``, which is that of the session."""
        self._explained.set_text(self._explanation(state))
        self._list.setVisible(not state.is_finalised)
        self._code.setVisible(state.is_finalised)
        if state.is_finalised:
            self._show_code()
        else:
            self._list.show_state(state)
        for label in self._unmade:
            label.setVisible(not state.is_finalised)
        result = self._session.result
        self._number.setText(self.tr("Revision {0}").format(state.number))
        self._scores.setText(f"{self._score(result.declared)} / {self._score(result.supported)}")

    def _explanation(self, state: FinaliseState) -> str:
        number = state.number
        newest = self._session.history.newest if state.is_finalised else None
        if newest is None:
            return self.tr(
                "Finalised content never changes again and has a consistency code. What you "
                "change later becomes revision {0}; revision {1} stays."
            ).format(number + 1, number)
        time = newest.finalised.astimezone().strftime("%Y-%m-%d %H:%M")
        return self.tr(
            "Revision {0} was finalised on {1} and never changes again. What you change from now "
            "on becomes revision {2}."
        ).format(number, time, number + 1)

    def _show_code(self) -> None:
        newest = self._session.history.newest
        code = newest.code if newest is not None else ""
        self._code.show_code(code, self._words.say("report.code_meaning"))

    def _make_values(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        self._unmade = (
            Paragraph(self.tr("Consistency code"), "compact", "text2"),
            PlainLabel(self.tr("on finalising"), "compact", "text2"),
        )
        rows = (
            (Paragraph(self.tr("Finalised as"), "compact", "text2"), self._number),
            (Paragraph(self.tr("Declared / evidence-backed"), "compact", "text2"), self._scores),
            self._unmade,
        )
        for row, (name, value) in enumerate(rows):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _score(self, value: Fraction | None) -> str:
        if value is None:
            return "—"
        return shown_score(value, thresholds(self._session.edition.method))
