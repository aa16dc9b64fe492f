"""Ticks and switches whose text wraps."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import by_keyboard, press_by_enter
from digicom_desktop.ui.tokens import (
    ICON_SIZE,
    RADIUS_CONTROL,
    RADIUS_TICK,
    SPACE_4,
    SPACE_8,
    Colours,
)

TICK_INSET = SPACE_4
"""How far the box stands from the left edge of its field: there is room for the focus ring."""

_GAP = 10

_ROW = 28
_SWITCH = QSize(34, 18)


def tick_text_left() -> int:
    """How far the text of a tick stands from the left edge of its field."""
    return TICK_INSET + _box() + _GAP


def _box() -> int:
    return theme.px(ICON_SIZE)


def _switch() -> QSize:
    return QSize(theme.px(_SWITCH.width()), theme.px(_SWITCH.height()))


class _Ticked(QCheckBox):
    """What tick and switch have in common; ``edited`` tells only what the person ticked."""

    edited = Signal(bool)
    visit_ended = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = text
        self._by_keyboard = False
        self.setAccessibleName(text)
        self.setFont(theme.font("compact"))
        self._is_told = True
        # Not "clicked": a screen reader toggles without a click.
        self.toggled.connect(self._on_toggled)

    @property
    def wears_ring(self) -> bool:
        """Whether the focus ring is to be painted."""
        return self._by_keyboard and self.hasFocus()

    def set_ticked(self, ticked: bool) -> None:
        """Shows whether it is ticked; nobody is told."""
        self._is_told = False
        self.setChecked(ticked)
        self._is_told = True

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = by_keyboard(event, self._by_keyboard)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def _on_toggled(self, checked: bool) -> None:
        if self._is_told:
            self.edited.emit(checked)
            self.visit_ended.emit()


class TickField(_Ticked):
    """A tick before a text that wraps; ``note`` stands at the right."""

    def __init__(self, text: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._note = note
        self.setAccessibleDescription(note)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self._sentence) + tick_text_left() + 4
        return QSize(width + self._note_room(), theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(tick_text_left() + 80 + self._note_room(), theme.px(_ROW))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - tick_text_left() - self._note_room()), 10_000)
        flags = Qt.TextFlag.TextWordWrap
        needed = QFontMetrics(self.font()).boundingRect(room, flags, self._sentence).height()
        return max(theme.px(_ROW), needed + SPACE_8)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setFont(self.font())
        line = QFontMetrics(self.font()).lineSpacing()
        top = (SPACE_8 + line - _box()) / 2
        box = QRectF(TICK_INSET + 0.5, top, _box() - 1, _box() - 1)
        paint_tick(painter, box, self.isChecked(), self.isEnabled(), colours, self.underMouse())
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.text3))
        room = self.rect().adjusted(tick_text_left(), SPACE_8 // 2, -self._note_room(), 0)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._sentence)
        if self._note:
            self._paint_note(painter, QColor(colours.text3), line)
        if self.wears_ring:
            theme.paint_ring(painter, box.adjusted(-3, -3, 3, 3), RADIUS_TICK + 2, colours)

    def _note_room(self) -> int:
        if not self._note:
            return 0
        return QFontMetrics(theme.font("caption")).horizontalAdvance(self._note) + SPACE_8 + 4

    def _paint_note(self, painter: QPainter, colour: QColor, line: int) -> None:
        """On the first line of the text."""
        painter.setFont(theme.font("caption"))
        painter.setPen(colour)
        room = QRect(0, SPACE_8 // 2, self.width() - 4, line)
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._note
        )


class SwitchField(_Ticked):
    """A switch with a short text behind it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self._sentence)
        return QSize(_switch().width() + SPACE_8 + width + 2, theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setFont(self.font())
        track = QRectF(
            0.5,
            (self.height() - _switch().height()) / 2,
            _switch().width() - 1,
            _switch().height() - 1,
        )
        _paint_switch(painter, track, self.isChecked(), self.isEnabled(), colours)
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.text3))
        room = self.rect().adjusted(_switch().width() + SPACE_8, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._sentence)
        if self.wears_ring:
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CONTROL, colours)


def paint_tick(
    painter: QPainter,
    box: QRectF,
    ticked: bool,
    enabled: bool,
    colours: Colours,
    hovered: bool = False,
) -> None:
    """Draws the box of a tick; ``box`` lies on half pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = colours.text2 if hovered else colours.ctl
    fill = colours.surface if enabled else colours.grey.fill
    mark = colours.onaccent if enabled else colours.text3
    if ticked and enabled:
        edge = fill = colours.pressed if hovered else colours.accent
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, RADIUS_TICK, RADIUS_TICK)
    if ticked:
        icons.paint(painter, "check", box.adjusted(2, 2, -2, -2), mark, 1.8)


def _paint_switch(
    painter: QPainter, track: QRectF, on: bool, enabled: bool, colours: Colours
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = colours.accent if on else colours.ctl
    painter.setPen(QPen(QColor(edge if enabled else colours.line), 1))
    painter.setBrush(QColor(colours.accent if on and enabled else colours.surface))
    radius = track.height() / 2
    painter.drawRoundedRect(track, radius, radius)
    knob = colours.onaccent if on else colours.text2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(knob if enabled else colours.text3))
    x = track.right() - radius if on else track.left() + radius
    painter.drawEllipse(QPointF(x, track.center().y()), radius - 3, radius - 3)
