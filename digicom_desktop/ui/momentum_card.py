"""The card with the six areas of new momentum."""

from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.domain.guideline import Method
from digicom_desktop.domain.report import MomentumView, Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import RADIUS_CHIP, SPACE_4, SPACE_8, Tone

_TONES = MappingProxyType({"effective": Tone.GREEN, "growing": Tone.BLUE})
_HEIGHT = 26
_PADDING = 8
_GAP = 6


class MomentumCard(Card):
    """Each area with its state in words; views of the result, never extra points."""

    def __init__(self, method: Method) -> None:
        super().__init__()
        self._flow = FlowLayout(SPACE_8, SPACE_8)
        self.body.addWidget(PlainLabel(self.tr("New momentum"), "section"))
        self.body.addLayout(self._flow)
        self.body.addSpacing(SPACE_4)
        note = self.tr(
            "Effective: evidence supports level {0} in one of its items; growing: level {1}. "
            "Only a view, without points of its own."
        ).format(method.momentum_effective_from, method.momentum_growing_from)
        self.body.addWidget(PlainLabel(note, "caption", "text3", wrap=True))
        self.body.addStretch(1)

    def show_report(self, report: Report) -> None:
        """Shows the areas of ``report``."""
        self._flow.clear()
        for area in report.momentum:
            self._flow.addWidget(_AreaChip(area))


class _AreaChip(QWidget):
    """The name of an area, and its state bold behind it."""

    def __init__(self, area: MomentumView) -> None:
        super().__init__()
        self._name, self._state = area.name, area.state_name
        self._tone = _TONES.get(area.state, Tone.GREY)
        self.setAccessibleName(f"{area.name}: {area.state_name}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._bold = theme.font("caption")
        self._bold.setBold(True)

    def sizeHint(self) -> QSize:
        state = QFontMetrics(self._bold).horizontalAdvance(self._state)
        return QSize(self._name_width() + _GAP + state + 2 * _PADDING, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pair = theme.current().tone(self._tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.fill))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(QColor(pair.text))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        room = QRectF(self.rect()).adjusted(_PADDING, 0, 0, 0)
        painter.setFont(theme.font("caption"))
        painter.drawText(room, middle, self._name)
        painter.setFont(self._bold)
        painter.drawText(room.adjusted(self._name_width() + _GAP, 0, 0, 0), middle, self._state)

    def _name_width(self) -> int:
        return theme.metrics("caption").horizontalAdvance(self._name)
