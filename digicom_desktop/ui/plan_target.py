"""The choice of an item's target: four levels side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, RADIUS_CHIP, RADIUS_CONTROL

_INSIDE = 10
_EDGE = 3


class TargetChoice(QWidget):
    """Levels 1 to 4, named as the edition names them (0 to 4); those that count already are grey.

    ``chosen`` tells the level that the person chose.
    """

    chosen = Signal(int)

    def __init__(self, item: str, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Target of {0}").format(item))
        self._group = QButtonGroup(self)
        self._levels: dict[int, _Level] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(0)
        for level, name in enumerate(names[1:], 1):
            title = f"{level} {name}"
            button = _Level(title, self.tr("Target of {0}: level {1}").format(item, title))
            button.clicked.connect(lambda _=False, level=level: self.chosen.emit(level))
            self._group.addButton(button)
            self._levels[level] = button
            row.addWidget(button)

    def show_target(self, now: int, target: int | None, *, applies: bool = True) -> None:
        """Shows ``target``; levels up to ``now`` cannot be chosen, where none ``applies`` none."""
        self._group.setExclusive(False)  # else one stays chosen for ever
        for level, button in self._levels.items():
            button.setChecked(level == target)
            button.setEnabled(applies and (level > now or level == target))
        self._group.setExclusive(True)

    def focus_chosen(self, reason: Qt.FocusReason) -> bool:
        """Puts the keyboard on the chosen level, else on the lowest; False where none can be."""
        able = [button for button in self._levels.values() if button.isEnabled()]
        chosen = (button for button in able if button.isChecked())
        found = next(chosen, next(iter(able), None))
        if found is not None:
            found.setFocus(reason)
        return found is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CONTROL, RADIUS_CONTROL)


class _Level(PaintedButton):
    """One level; the arrow keys go on to its neighbours."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self._title = title
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        width = theme.metrics("strong").horizontalAdvance(title)
        self.setFixedSize(2 * _INSIDE + width, theme.px(CONTROL_HEIGHT) - 2 * _EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        is_chosen = self.isChecked()
        if is_chosen or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.tint if is_chosen else colours.hover))
            painter.drawRoundedRect(self.rect(), RADIUS_CHIP, RADIUS_CHIP)
        painter.setFont(theme.font("strong" if is_chosen else "compact"))
        colour = colours.text if is_chosen else colours.text2
        painter.setPen(QColor(colour if self.isEnabled() else colours.ctl))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._title)
        if self.wears_ring:
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CHIP, colours)
