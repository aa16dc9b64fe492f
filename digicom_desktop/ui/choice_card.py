"""A card of which one row is chosen: the five levels of an item, the grades of evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import by_keyboard
from digicom_desktop.ui.card import Card, reveal
from digicom_desktop.ui.paragraph import TextBlock
from digicom_desktop.ui.shortcuts import Act, pressed
from digicom_desktop.ui.tokens import (
    ICON_SIZE,
    RADIUS_CARD,
    RADIUS_CONTROL,
    SPACE_8,
    SPACE_12,
    Colours,
)

_NAME_WIDTH = 48
_NAME_GAP = 12
_DIGIT_LEFT = 40
_NAME_LEFT = 57


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: its number 0-9, a short name, and a sentence that is never cut."""

    number: int
    name: str
    text: str


class ChoiceRow(QRadioButton):
    """A radio button whose sentence wraps beside number and name."""

    def __init__(
        self, choice: Choice, name_width: int, digit: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number = choice.number
        self.has_line = False
        self._ring = False
        self._name = choice.name
        self._block = TextBlock(choice.text)
        self._digit = digit
        self._name_left = theme.px(_NAME_LEFT if digit else _DIGIT_LEFT)
        self._text_left = self._name_left + name_width + _NAME_GAP
        self.setAccessibleName(f"{digit} {choice.name}".strip())
        self.setAccessibleDescription(choice.text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(self._text_left + 300, self._block.line + 2 * SPACE_8 + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left + 120, self._block.line + 2 * SPACE_8 + 1)

    def heightForWidth(self, width: int) -> int:
        return self._block.height(self._room(width)) + 2 * SPACE_8 + 1

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = by_keyboard(event, self._ring)
        super().focusInEvent(event)
        if self._ring:  # the arrow keys go from row to row, and nothing scrolls by itself
            reveal(self)

    def hitButton(self, position: QPoint) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        self._paint_ground(painter, colours)
        self._paint_radio(painter, colours)
        chosen = self.isChecked()
        _text(painter, theme.px(_DIGIT_LEFT), self._digit, "section", colours.text)
        kind, tone = ("strong", colours.text) if chosen else ("compact", colours.text2)
        _text(painter, self._name_left, self._name, kind, tone)
        at = QPointF(self._text_left, SPACE_8)
        self._block.paint(painter, at, self._room(self.width()), colours.text)

    def _room(self, width: int) -> int:
        return width - self._text_left - SPACE_12

    def _paint_ground(self, painter: QPainter, colours: Colours) -> None:
        rect = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(QColor(colours.tint))
            painter.drawRoundedRect(_edge(rect), RADIUS_CARD, RADIUS_CARD)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            inside = rect.adjusted(2, 2, -2, -3)
            painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.has_line:
            painter.fillRect(QRectF(1, rect.bottom() - 1, rect.width() - 2, 1), colours.line)

    def _paint_radio(self, painter: QPainter, colours: Colours) -> None:
        half = theme.px(ICON_SIZE) / 2
        centre = QPointF(SPACE_12 + half + 0.5, SPACE_8 + self._block.line / 2 + 0.5)
        radius = half - 0.5
        chosen = self.isChecked()
        edge = colours.text2 if self.underMouse() else colours.ctl
        painter.setPen(QPen(QColor(colours.accent if chosen else edge), 1))
        painter.setBrush(QColor(colours.accent if chosen else colours.surface))
        painter.drawEllipse(centre, radius, radius)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.onaccent))
            painter.drawEllipse(centre, radius * 0.4, radius * 0.4)
        if self._ring and self.hasFocus():
            ring = QRectF(0, 0, 2 * half + 6, 2 * half + 6)
            ring.moveCenter(centre)
            theme.paint_ring(painter, ring, half + 3, colours)


class ChoiceCard(Card):
    """Rows of which one is chosen; digits and arrows choose, too, unless not ``numbered``.

    ``chosen`` tells what the person chose: a number, or None where ``may_be_none`` and the person
    pressed Delete.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        *,
        may_be_none: bool = False,
        numbered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, padded=False)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(name)
        self._numbered = numbered
        self._may_be_none = may_be_none
        self._number: int | None = None
        self._group = QButtonGroup(self)
        width = _name_width(choices)
        self._rows = {
            choice.number: ChoiceRow(choice, width, str(choice.number) if numbered else "")
            for choice in choices
        }
        for row in self._rows.values():
            self._group.addButton(row)
            self.body.addWidget(row)
            # Not "clicked": a screen reader toggles without a click.
            row.toggled.connect(lambda on, number=row.number: self._tell(number) if on else None)
        self._show_lines()

    @property
    def number(self) -> int | None:
        """The number chosen."""
        return self._number

    def set_number(self, number: int | None) -> None:
        """Shows what is chosen; nobody is told."""
        if number == self._number:
            return
        self._number = number
        # An exclusive group never lets its last choice go.
        self._group.setExclusive(False)
        for row in self._rows.values():
            row.setChecked(row.number == number)
        self._group.setExclusive(True)
        self._show_lines()

    def choose(self, number: int | None) -> None:
        """Chooses for the person, who pressed a key or a button elsewhere."""
        self._tell(number)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Whether ``event`` was the digit of a row, which is chosen then."""
        digit = event.text()
        if not self._numbered or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if not (digit.isascii() and digit.isdigit() and int(digit) in self._rows):
            return False
        self._tell(int(digit))
        return True

    @property
    def row(self) -> ChoiceRow:
        """The row chosen, else the first."""
        return self._row_in_reach()

    def focus_row(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Puts the keyboard on the row chosen, else on the first."""
        self._row_in_reach().setFocus(reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # An edge of the style sheet would keep the rows inside: that of the chosen one covers it.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().line), 1))
        painter.drawRoundedRect(_edge(QRectF(self.rect())), RADIUS_CARD, RADIUS_CARD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._may_be_none and pressed(Act.CLEAR, event):
            self._tell(None)
        elif not self.take_digit(event):
            super().keyPressEvent(event)

    def _show_lines(self) -> None:
        """A line below each row but the last; the one that is chosen has an edge instead."""
        rows = [*self._rows.values()]
        for row, below in pairwise(rows):
            row.has_line = not row.isChecked() and not below.isChecked()
            row.update()

    def _row_in_reach(self) -> ChoiceRow:
        rows = iter(self._rows.values())
        first = next(rows)
        return first if self._number is None else self._rows[self._number]

    def _tell(self, number: int | None) -> None:
        if number == self._number:
            return
        had_keyboard = any(row.hasFocus() for row in self._rows.values())
        self.set_number(number)
        if had_keyboard:
            self.focus_row()
        self.chosen.emit(number)


def _edge(rect: QRectF) -> QRectF:
    """Where a line of one pixel runs round ``rect``, inside of it."""
    return rect.adjusted(0.5, 0.5, -0.5, -0.5)


def _name_width(choices: Sequence[Choice]) -> int:
    metrics = QFontMetrics(theme.font("strong"))
    return max(_NAME_WIDTH, *(metrics.horizontalAdvance(choice.name) for choice in choices))


def _text(painter: QPainter, left: int, text: str, type: str, colour: str) -> None:
    painter.setFont(theme.font(type))
    painter.setPen(QColor(colour))
    room = QRectF(left, SPACE_8, theme.px(400), theme.line("compact"))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
