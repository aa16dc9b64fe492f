"""Rows of a rail: a step, a direction, an item; each with its mark."""

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.chips import chip_width, paint_chip
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.marks import (
    FINDING_LOOK,
    MARK,
    SQUARE,
    Mark,
    paint_finding,
    paint_mark,
    paint_square,
)
from digicom_desktop.ui.tokens import (
    CHIP_HEIGHT,
    ICON_SIZE,
    RADIUS_CONTROL,
    RAIL_WIDTH,
    SPACE_8,
    SPACE_12,
    Colours,
    Tone,
)

_AROUND_ITEM = 10
"""The room above and below the title of an item; texts grow, but not what is between them."""
_MORE_LINE = 18
_MOST_LINES = 3
_PIECES = re.compile(r"[\u3400-\u9fff][^\w\s]*|[^\s\u3400-\u9fff]+|\s+")
"""A line may begin with each: a Chinese character with what follows it, a word, or blanks."""
_COUNT = 28
"""The room of "3/5"."""
_LEFT = 8
_FINDING = 11
"""The sign of open findings stands left of the mark, where nothing else does."""
_STATE_ICON = 14
_ARROW = 12
_UNDERLINE = 2
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class RailRow(PaintedButton):
    """A row that leads somewhere; ``arrow_pressed`` (+1, -1) asks for its neighbour."""

    arrow_pressed = Signal(int)

    def __init__(self, title: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._full_title = title
        self._cut = self._tip = ""
        self._is_current = False
        self._height = height
        self._rail_width = theme.width(RAIL_WIDTH)
        self.setAccessibleName(title)
        self.setFont(theme.font("compact"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def is_current(self) -> bool:
        """Whether this row leads to what is shown now."""
        return self._is_current

    def set_rail_width(self, width: int) -> None:
        """Takes as many lines as its title needs in a rail of another ``width``."""
        self._rail_width = width
        self.updateGeometry()

    def set_current(self, current: bool) -> None:
        """Marks the row that leads to what is shown now."""
        if self._is_current != current:
            self._is_current = current
            self.update()

    def sizeHint(self) -> QSize:
        lines = len(self._lines(self._room()))
        return QSize(120, self._height + (lines - 1) * theme.px(_MORE_LINE))

    def _lines(self, width: int) -> list[str]:
        """The title as it breaks when it is bold: being the current one moves no word."""
        metrics = QFontMetrics(theme.font("strong"))
        most = len(_in_lines(self._title, metrics, self._room()))
        return _in_lines(self._title, metrics, width, most)

    def _room(self) -> int:
        """How wide the title may be in a rail."""
        return self._rail_width - 2 * SPACE_8 - _LEFT - SPACE_8 - SPACE_8 // 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.arrow_pressed.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        self._paint_ground(painter, colours)
        right = self.width() - SPACE_8
        right = self._paint_right(painter, right, colours)
        left = self._paint_left(painter, _LEFT, colours)
        painter.setFont(theme.font("strong" if self._is_current else "compact"))
        painter.setPen(QColor(self._title_colour(colours)))
        room = QRect(left, 0, max(0, right - SPACE_8 // 2 - left), self.height())
        shown = "\n".join(self._lines(min(self._room(), room.width())))
        self._tell_if_cut(shown)
        painter.drawText(room, _MIDDLE, shown)

    def _paint_ground(self, painter: QPainter, colours: Colours) -> None:
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_current or self.underMouse():
            painter.setBrush(QColor(colours.tint if self._is_current else colours.hover))
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        if self._is_current:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(0, (self.height() - 18) / 2, 3, 18), 1.5, 1.5)
        if self.wears_ring:
            theme.paint_ring(painter, rect, RADIUS_CONTROL, colours)

    def _tell_if_cut(self, shown: str) -> None:
        full = self._full_title
        is_whole = "".join(shown.split()) == "".join(full.split())
        self._cut = "" if is_whole else full
        self._show_tip()

    def _explain(self, meaning: str, tip: str) -> None:
        """What its mark means, in words; as a tool tip ``tip``, "" where words stand there."""
        self.setAccessibleDescription(meaning)
        self._tip = tip
        self._show_tip()

    def _show_tip(self) -> None:
        lines = "\n".join(filter(None, (self._cut, self._tip)))
        tip = plain_tip(lines)
        if self.toolTip() != tip:
            self.setToolTip(tip)

    def _title_colour(self, colours: Colours) -> str:
        return colours.text if self._is_current else colours.text2

    def _paint_left(self, painter: QPainter, left: int, colours: Colours) -> int:
        """Draws what stands before the title; where the title begins."""
        return left

    def _paint_right(self, painter: QPainter, right: int, colours: Colours) -> int:
        """Draws what stands behind the title; where the title must end."""
        return right


class StepRow(RailRow):
    """A page with its icon; at the right a count or an icon."""

    def __init__(self, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, theme.line("compact") + SPACE_12, parent)
        self._icon = icon
        self._note = ""
        self._tone = Tone.GREY
        self._state_icon = ""
        self._is_chip = False

    def _room(self) -> int:
        return super()._room() - theme.px(ICON_SIZE) - SPACE_8

    def set_note(self, note: str) -> None:
        """Shows ``note`` at the right."""
        self._note, self._state_icon, self._is_chip = note, "", False
        self._describe(note)

    def set_chip(self, text: str, tone: Tone) -> None:
        """Shows ``text`` at the right, on the fill of its state."""
        self._note, self._tone, self._state_icon, self._is_chip = text, tone, "", True
        self._describe(text)

    def set_state(self, icon: str, tone: Tone, meaning: str) -> None:
        """Shows a state icon at the right; ``meaning`` says it in words."""
        self._note, self._tone, self._state_icon = "", tone, icon
        self._describe(meaning)

    def _describe(self, text: str) -> None:
        self._explain(text, text if self._state_icon else "")
        self.update()

    def _paint_left(self, painter: QPainter, left: int, colours: Colours) -> int:
        top = (self.height() - theme.px(ICON_SIZE)) / 2
        colour = self._title_colour(colours)
        icons.paint(
            painter, self._icon, QRectF(left, top, theme.px(ICON_SIZE), theme.px(ICON_SIZE)), colour
        )
        return left + theme.px(ICON_SIZE) + SPACE_8

    def _paint_right(self, painter: QPainter, right: int, colours: Colours) -> int:
        if self._state_icon:
            size = theme.px(_STATE_ICON)
            box = QRectF(right - size - 1, (self.height() - size) / 2, size, size)
            icons.paint(painter, self._state_icon, box, colours.tone(self._tone).text)
            return right - size - 2
        if not self._note:
            return right
        if self._is_chip:
            return self._paint_chip(painter, right, colours)
        painter.setFont(theme.font("compact"))
        return _text_at_right(painter, right, self.height(), self._note, colours)

    def _paint_chip(self, painter: QPainter, right: int, colours: Colours) -> int:
        painter.setFont(theme.font("caption"))
        width = chip_width(painter.fontMetrics(), self._note)
        chip = QRectF(
            right - width, (self.height() - theme.px(CHIP_HEIGHT)) / 2, width, theme.px(CHIP_HEIGHT)
        )
        paint_chip(painter, chip, self._note, self._tone, colours)
        return right - width


class DirectionRow(RailRow):
    """A direction: open it shows its count, closed the squares of its items."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, theme.line("compact") + SPACE_12, parent)
        self._marks: tuple[Mark, ...] = ()
        self._count = ""
        self._open = False

    def _room(self) -> int:
        behind = theme.px(_COUNT) if self._open else _step() * len(self._marks)
        return super()._room() - theme.px(_ARROW) - SPACE_8 - behind

    def set_marks(self, marks: tuple[Mark, ...], count: str, meaning: str = "") -> None:
        """Shows the state of its items; ``meaning`` says more than ``count`` ("3/5") does."""
        if len(marks) != len(self._marks):
            self.updateGeometry()
        self._marks, self._count = marks, count
        self._explain(meaning or count, meaning)
        self.update()

    def set_open(self, open: bool) -> None:
        """Shows whether its items stand below."""
        self._open = open
        self.updateGeometry()
        self.update()

    def _title_colour(self, colours: Colours) -> str:
        return colours.text

    def _paint_left(self, painter: QPainter, left: int, colours: Colours) -> int:
        size = theme.px(_ARROW)
        box = QRectF(left, (self.height() - size) / 2, size, size)
        icons.paint(painter, "arrow-down" if self._open else "arrow-right", box, colours.text2, 1.2)
        return left + size + SPACE_8

    def _paint_right(self, painter: QPainter, right: int, colours: Colours) -> int:
        if self._open:
            painter.setFont(theme.font("caption"))
            return _text_at_right(painter, right, self.height(), self._count, colours)
        square = theme.px(SQUARE)
        left = right - _step() * len(self._marks) + (_step() - square)
        for place, mark in enumerate(self._marks):
            box = QRectF(left + place * _step(), (self.height() - square) / 2, square, square)
            paint_square(painter, box, mark, colours)
            if mark.finding is not None:
                tone = colours.tone(FINDING_LOOK[mark.finding][1]).text
                line = QRectF(box.left(), box.bottom() + _UNDERLINE, square, _UNDERLINE)
                painter.fillRect(line, QColor(tone))
        return left


class ItemRow(RailRow):
    """An item: mark, number, title, and a flag for one to come back to."""

    def __init__(self, number: str, title: str, parent: QWidget | None = None) -> None:
        # What stands in brackets are examples; the page's head has them too.
        super().__init__(title.partition(" (")[0], theme.line("compact") + _AROUND_ITEM, parent)
        self._full_title = title
        self._number = number
        self._mark = Mark("open")
        self._flagged = False
        self.setAccessibleName(f"{number} {title}")

    def _room(self) -> int:
        # As if it were flagged: that may not move what is below.
        return (
            super()._room()
            - theme.px(MARK)
            - _before_mark()
            - SPACE_8
            - theme.px(26)
            - theme.px(18)
        )

    def set_mark(self, mark: Mark, flagged: bool, meaning: str) -> None:
        """Shows the state of the item; ``meaning`` says it in words."""
        self._mark, self._flagged = mark, flagged
        self._explain(meaning, meaning)
        self.update()

    def _paint_left(self, painter: QPainter, left: int, colours: Colours) -> int:
        left += _before_mark()
        if self._mark.finding is not None:
            sign = _finding()
            box = QRectF(left - sign - 1, (self.height() - sign) / 2, sign, sign)
            paint_finding(painter, box, self._mark.finding)
        paint_mark(
            painter,
            QRectF(left, (self.height() - theme.px(MARK)) / 2, theme.px(MARK), theme.px(MARK)),
            self._mark,
        )
        left += theme.px(MARK) + SPACE_8
        painter.setFont(theme.font("compact"))
        painter.setPen(QColor(colours.text3))
        painter.drawText(QRect(left, 0, theme.px(26), self.height()), _MIDDLE, self._number)
        return left + theme.px(26)

    def _paint_right(self, painter: QPainter, right: int, colours: Colours) -> int:
        if not self._flagged:
            return right
        size = theme.px(_STATE_ICON)
        box = QRectF(right - size, (self.height() - size) / 2, size, size)
        icons.paint(painter, "flag", box, colours.amber.text)
        return right - theme.px(18)


def _step() -> int:
    """From one square of a direction to the next."""
    return theme.px(SQUARE) + 3


def _finding() -> int:
    """How large the sign of open findings is."""
    return theme.px(_FINDING)


def _before_mark() -> int:
    """The room before the mark of an item, which the sign shares with the row's own margin."""
    return max(SPACE_8, _finding() + 1 - _LEFT + 4)


def _in_lines(text: str, metrics: QFontMetrics, width: int, most: int = _MOST_LINES) -> list[str]:
    """``text`` broken between words, or Chinese characters, into at most so many lines.

    The last one is cut where even that does not do.
    """
    rows = [""]
    for piece in _PIECES.findall(text):
        longer = rows[-1] + piece
        fits = metrics.horizontalAdvance(longer.strip()) <= width
        if fits or len(rows) == most or not rows[-1].strip():
            rows[-1] = longer
        else:
            rows.append(piece)
    return [metrics.elidedText(row.strip(), Qt.TextElideMode.ElideRight, width) for row in rows]


def _text_at_right(painter: QPainter, right: int, height: int, text: str, colours: Colours) -> int:
    width = QFontMetrics(painter.font()).horizontalAdvance(text)
    painter.setPen(QColor(colours.text3))
    painter.drawText(QRect(right - width, 0, width, height), _MIDDLE, text)
    return right - width
