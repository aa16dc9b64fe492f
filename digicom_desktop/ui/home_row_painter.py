"""Draws one row of Home."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.chips import chip_width, paint_chip
from digicom_desktop.ui.home_chips import CHIP_GAP, placed_chips
from digicom_desktop.ui.home_columns import Columns
from digicom_desktop.ui.home_rows import RowTexts
from digicom_desktop.ui.tokens import (
    CHIP_HEIGHT,
    RADIUS_CARD,
    RADIUS_CONTROL,
    Colours,
    Tone,
)

_NEVER_FIRST = ")]}\N{FULLWIDTH RIGHT PARENTHESIS}\N{RIGHT CORNER BRACKET}\N{MIDDLE DOT},."
"""No line begins with these."""
_BAR_WIDTH = 120
_SHORT_BAR = 80
"""With a chip behind it."""
_BAR_HEIGHT = 4
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands just now; ``zone`` is what the mouse is over."""

    selected: bool = False
    focused: bool = False
    last: bool = False
    newest: bool = False
    zone: str = ""


class RowPainter:
    """Draws rows into their rectangles, with the fonts made once."""

    def __init__(self) -> None:
        self._colours: Colours = theme.current()
        self._section = theme.font("section")
        self._body = theme.font("body")
        self._compact = theme.font("compact")
        self._strong = theme.font("strong")
        self._caption = theme.font("caption")
        self._panel = theme.font("panel")
        self._score = theme.font("panel")
        self._score.setBold(False)

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        columns: Columns,
        texts: RowTexts,
        done: float,
        state: RowState,
    ) -> None:
        """Draws the row; ``done`` is the share of items answered, 0-1."""
        self._colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, state)
        self._firm(painter, rect, columns.firm, texts)
        worst = () if columns.findings else texts.findings[:1]
        self._state(painter, rect, columns.state, texts, worst, done)
        self._scores(painter, rect, columns, texts)
        if columns.findings:
            self._findings(painter, rect, columns.findings, texts)
        if columns.changed:
            self._two_lines(painter, rect, columns.changed, texts.changed, texts.place)
        self._button(painter, columns.button_in(rect), texts.action, state)
        self._more(painter, columns.more_in(rect), state)

    def _ground(self, painter: QPainter, rect: QRect, state: RowState) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.sunken if state.selected else self._colours.surface))
        if state.last:
            painter.drawPath(_rounded_below(QRectF(rect), RADIUS_CARD - 1))
        else:
            painter.drawRect(rect)
            painter.fillRect(
                QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(self._colours.line)
            )
        if state.focused:
            theme.paint_ring(painter, QRectF(rect), RADIUS_CONTROL, self._colours)

    def _firm(
        self, painter: QPainter, rect: QRect, column: tuple[int, int], texts: RowTexts
    ) -> None:
        metrics = QFontMetrics(self._section)
        year_width = QFontMetrics(self._body).horizontalAdvance(texts.year) + 14
        is_long = metrics.horizontalAdvance(texts.firm) > column[1] - year_width
        lines = _in_two(metrics, texts.firm, column[1]) if is_long else [texts.firm]
        *tops, below = _lines(rect, column, len(lines))
        painter.setFont(self._section)
        painter.setPen(QColor(self._colours.text))
        for top, line in zip(tops, lines, strict=True):
            painter.drawText(top, _LEFT, line)
        if is_long:
            # The whole width is the firm's; the year stands before the code.
            code = f"{texts.year} · {texts.remark or texts.code}"
        else:
            code = texts.remark or texts.code
            painter.setFont(self._body)
            painter.setPen(QColor(self._colours.text2))
            behind = metrics.horizontalAdvance(texts.firm) + 14
            painter.drawText(tops[0].adjusted(behind, 0, 0, 0), _LEFT, texts.year)
        colours = self._colours
        self._line(painter, below, code, colours.red.text if texts.remark else colours.text3)

    def _state(
        self,
        painter: QPainter,
        rect: QRect,
        column: tuple[int, int],
        texts: RowTexts,
        worst: tuple[tuple[str, Tone], ...],
        done: float,
    ) -> None:
        """State, progress and its bar; behind it the ``worst`` finding that has no other place."""
        painter.setFont(self._caption)
        top = rect.center().y() - theme.px(CHIP_HEIGHT) + 4
        left = rect.left() + column[0]
        width = chip_width(painter.fontMetrics(), texts.state)
        chip = QRectF(left, top, width, theme.px(CHIP_HEIGHT))
        paint_chip(painter, chip, texts.state, texts.tone, self._colours)
        said = QRect(left + width + 5, top, column[1] - width - 5, theme.px(CHIP_HEIGHT))
        painter.setFont(self._compact)
        painter.setPen(QColor(self._colours.text2))
        painter.drawText(said, _LEFT, _cut(painter, texts.progress, said.width()))
        below = top + theme.px(CHIP_HEIGHT) + (10 if worst else 4)
        width = _SHORT_BAR if worst else _BAR_WIDTH
        self._bar(painter, QRectF(left, below, width, _BAR_HEIGHT), done)
        painter.setFont(self._caption)
        for text, tone in worst:
            room = chip_width(painter.fontMetrics(), text)
            place = QRectF(left + width + 2 * CHIP_GAP, below - 9, room, theme.px(CHIP_HEIGHT))
            paint_chip(painter, place, text, tone, self._colours)

    def _bar(self, painter: QPainter, track: QRectF, done: float) -> None:
        radius = track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.hover))
        painter.drawRoundedRect(track, radius, radius)
        if done > 0:
            painter.setBrush(QColor(self._colours.accent))
            track.setWidth(max(track.height(), track.width() * min(1.0, done)))
            painter.drawRoundedRect(track, radius, radius)

    def _scores(self, painter: QPainter, rect: QRect, columns: Columns, texts: RowTexts) -> None:
        for column, text, font, colour in (
            (columns.declared, texts.declared, self._score, self._colours.text2),
            (columns.supported, texts.supported, self._panel, self._colours.accent),
        ):
            if column is None:
                continue
            painter.setFont(font)
            painter.setPen(QColor(colour if text != "—" else self._colours.text3))
            room = QRect(rect.left() + column[0], rect.top(), column[1], rect.height())
            painter.drawText(room, _RIGHT, text)

    def _findings(
        self, painter: QPainter, rect: QRect, column: tuple[int, int], texts: RowTexts
    ) -> None:
        """A chip for each class, as many as there is room for, in two lines at most."""
        painter.setFont(self._caption)
        left, top = rect.left() + column[0], rect.center().y() - theme.px(CHIP_HEIGHT) // 2
        if not texts.findings:
            painter.setPen(QColor(self._colours.text3))
            painter.drawText(QRect(left, top, column[1], theme.px(CHIP_HEIGHT)), _LEFT, "—")
            return
        placed = placed_chips(texts.findings, column[1], painter.fontMetrics())
        if placed[-1].line:
            top -= (theme.px(CHIP_HEIGHT) + CHIP_GAP) // 2
        for chip in placed:
            line = top + chip.line * (theme.px(CHIP_HEIGHT) + CHIP_GAP)
            place = QRectF(left + chip.left, line, chip.width, theme.px(CHIP_HEIGHT))
            paint_chip(painter, place, chip.text, chip.tone, self._colours)

    def _two_lines(
        self, painter: QPainter, rect: QRect, column: tuple[int, int], first: str, second: str
    ) -> None:
        top, below = _lines(rect, column)
        self._line(painter, top, first, self._colours.text)
        self._line(painter, below, second, self._colours.text3)

    def _line(self, painter: QPainter, room: QRect, text: str, colour: str) -> None:
        painter.setFont(self._caption)
        painter.setPen(QColor(colour))
        painter.drawText(room, _LEFT, _cut(painter, text, room.width()))

    def _button(self, painter: QPainter, rect: QRect, text: str, state: RowState) -> None:
        colours = self._colours
        hovered = state.zone == "button"
        edge = colours.accent if state.newest else colours.text2 if hovered else colours.ctl
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(colours.hover if hovered else colours.surface))
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setFont(self._strong if state.newest else self._compact)
        painter.setPen(QColor(colours.accent if state.newest else colours.text))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)

    def _more(self, painter: QPainter, rect: QRect, state: RowState) -> None:
        if state.zone == "more":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.hover))
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        box = QRectF(0, 0, theme.px(16), theme.px(16))
        box.moveCenter(QRectF(rect).center())
        icons.paint(painter, "more", box, self._colours.text2)


def _lines(rect: QRect, column: tuple[int, int], above: int = 1) -> list[QRect]:
    """The lines of text of a row, centred together: so many large ones ``above`` a small one."""
    large, small = theme.line("body"), theme.line("caption")
    top = rect.center().y() - (above * large + small) // 2
    left = rect.left() + column[0]
    lines = [QRect(left, top + number * large, column[1], large) for number in range(above)]
    return [*lines, QRect(left, top + above * large, column[1], small)]


def _in_two(metrics: QFontMetrics, text: str, room: int) -> list[str]:
    """``text`` in two lines, the second cut where it is still too long."""
    fits = (end for end in range(len(text), 1, -1) if metrics.horizontalAdvance(text[:end]) <= room)
    end = next(fits, 1)
    blank = text.rfind(" ", 0, end + 1)
    if text.isascii() and blank > 0 and end < len(text):
        end = blank
    while 1 < end < len(text) and text[end] in _NEVER_FIRST:
        end -= 1
    rest = metrics.elidedText(text[end:].strip(), Qt.TextElideMode.ElideRight, room)
    return [text[:end], rest] if rest else [text]


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def _rounded_below(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    path.addRect(rect.adjusted(0, 0, 0, -radius))
    return path
