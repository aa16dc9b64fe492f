"""What is said about a finding: a reason, or that somebody looked; and whether that will do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.finding import lacking_characters
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.reason_field import ReasonField
from digicom_desktop.ui.review_entry import Columns
from digicom_desktop.ui.review_lines import DONE, ReviewLine, Standing
from digicom_desktop.ui.review_marks import StaleNotice, StateMark
from digicom_desktop.ui.review_words import (
    done_text,
    lacking_text,
    reason_name,
    stale_text,
    state_text,
)
from digicom_desktop.ui.ticks import TICK_INSET, TickField
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CONTROL_HEIGHT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
)

_SAID, _STALE, _SHARE = range(3)
_TOP = Qt.AlignmentFlag.AlignTop


class ReviewAnswer(QWidget):
    """Below the sentence of a finding of class B or C.

    ``said`` tells the text of the reason, ``verified`` that somebody looked or takes that back,
    ``confirmed`` that what was said of other values is still true, ``shared`` that the reason is
    that of all others of its kind.
    """

    said = Signal(str)
    verified = Signal(bool)
    confirmed = Signal()
    shared = Signal()
    grown = Signal()
    """There is something more to be reached by Tab."""
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(self, line: ReviewLine, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._tick: TickField | None = None
        self._write: Button | None = None
        self._field: ReasonField | None = None
        self._stale: StaleNotice | None = None
        self._share: Button | None = None
        self._state = StateMark()
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_8)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(self._row, _SAID, 0)
        self._grid.addWidget(self._state, _SAID, 1, _TOP)
        if line.finding.class_ is FindingClass.VERIFY:
            self._add_tick()
        else:
            self._row.addSpacing(TICK_INSET)
            self._add_field()
        self.set_columns(columns)
        self.show_line(line)

    @property
    def first(self) -> QWidget:
        """Where the work on it begins."""
        return self._tick or self._field or self

    @property
    def tab_stops(self) -> list[QWidget]:
        """All that takes the keyboard, in the order of reading."""
        field = self._field.stop if self._field else None
        again = self._stale.stop if self._stale else None
        stops = (self._tick, self._write, field, again, self._share)
        return [stop for stop in stops if stop is not None]

    def show_line(self, line: ReviewLine) -> None:
        """Shows what is said; a reason that is being typed is left alone."""
        self._line = line
        if line.text and self._field is None:
            self._add_field()
        if self._field is not None:
            self._field.set_name(reason_name(line))
            self._field.set_text(line.text)
        if self._tick is not None:
            self._tick.set_ticked(line.is_verified)
            self._tick.setAccessibleName(f"{self._looked()}: {line.view.sentence}")
        self._show_stale(line)
        self._show_state()

    def show_others(self, count: int) -> None:
        """Offers the reason to the ``count`` other findings of its kind that have none."""
        if self._share is None:
            if not count:
                return
            self._share = self._make_share()
            self.grown.emit()
        if not count and self._share.hasFocus():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._share.setVisible(count > 0)
        if count == 1:
            self._share.set_label(self.tr("The same reason for the other finding of this kind"))
        else:
            said = self.tr("The same reason for the {0} other findings of this kind")
            self._share.set_label(said.format(count))

    def set_columns(self, columns: Columns) -> None:
        """Stands below the sentence, in line with all the others."""
        # The box of a tick, not the room for its focus ring, stands in line with the sentence.
        left = columns.sentence_left - TICK_INSET
        self._grid.setContentsMargins(left, 0, CARD_HORIZONTAL, SPACE_8)
        self._grid.setColumnMinimumWidth(1, columns.right)

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        if self._field is not None:
            self._field.flush()

    def _add_tick(self) -> None:
        self._tick = TickField(self._looked())
        self._tick.edited.connect(self.verified)
        self._tick.visit_ended.connect(self.visit_ended)
        self._write = Button(self.tr("Write an explanation"), Kind.LINK, on_click=self._on_write)
        self._write.setFixedHeight(theme.px(CONTROL_HEIGHT))
        self._row.addLayout(_on_first_line(self._tick))
        self._row.addSpacing(SPACE_8)
        self._row.addWidget(self._write, 0, _TOP)
        self._row.addStretch(0)

    def _add_field(self) -> None:
        field = ReasonField(reason_name(self._line), self._placeholder())
        field.edited.connect(self.said)
        field.typing.connect(self.typing)
        field.visit_ended.connect(self.visit_ended)
        field.typed.connect(lambda _: self._show_state())
        caption = PlainLabel(self.tr("Explanation"), "caption", "text2")
        caption.setFixedHeight(theme.px(CONTROL_HEIGHT))
        self._row.addWidget(caption, 0, _TOP)
        self._row.addWidget(field, 1)
        if self._write is not None:
            self._write.hide()
        self._field = field

    def _make_share(self) -> Button:
        share = Button("", Kind.LINK, on_click=self.shared.emit)
        row = QHBoxLayout()
        row.addSpacing(TICK_INSET)
        row.addWidget(share)
        row.addStretch(1)
        self._grid.addLayout(row, _SHARE, 0, 1, 2)
        return share

    def _placeholder(self) -> str:
        if self._tick is None:
            return self.tr("Such as a change in business, or how it is counted")
        return self.tr("Such as what shows that it is right")

    def _show_stale(self, line: ReviewLine) -> None:
        is_stale = line.standing is Standing.STALE
        if self._stale is None:
            if not is_stale:
                return
            self._stale = StaleNotice()
            self._stale.confirmed.connect(self.confirmed)
            self._grid.addWidget(self._stale, _STALE, 0, 1, 2)
        self._stale.setVisible(is_stale)
        self._stale.show_notice(stale_text(line), line.may_stand)

    def _show_state(self) -> None:
        line, field = self._line, self._field
        text = line.text if field is None else field.text()
        lacking = lacking_characters(text) if text.strip() and not line.is_verified else 0
        if lacking:
            self._state.show_short(lacking_text(lacking, text))
        elif line.standing in DONE:
            self._state.show_done(done_text(line.standing))
        else:
            self._state.show_nothing()
        if field is not None:
            field.set_state(lacking_text(lacking, text) if lacking else state_text(line))

    def _on_write(self) -> None:
        self._add_field()
        self._show_state()
        self.grown.emit()
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _looked(self) -> str:
        return self.tr("Looked at it: this is right")


def _on_first_line(tick: QWidget) -> QVBoxLayout:
    """``tick`` in the middle of the first line of a field."""
    column = QVBoxLayout()
    column.setContentsMargins(0, (theme.px(CONTROL_HEIGHT) - tick.sizeHint().height()) // 2, 0, 0)
    column.addWidget(tick)
    column.addStretch(1)
    return column
