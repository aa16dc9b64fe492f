"""The card with the six areas of new momentum."""

from collections.abc import Iterator
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.report import ItemView, MomentumView, Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import by_keyboard
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, plain_tip
from digicom_desktop.ui.tokens import RADIUS_CHIP, SPACE_4, SPACE_8, Tone

_TONES = MappingProxyType({"effective": Tone.GREEN, "growing": Tone.BLUE})
_HEIGHT = 26
_PADDING = 8
_GAP = 6


class MomentumCard(Card):
    """Each area with its state in words, and what makes it so on pointing and on focus.

    Views of the result, never extra points.
    """

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self._edition = edition
        self._flow = FlowLayout(SPACE_8, SPACE_4)
        self._chips = [_AreaChip() for _ in edition.momentum]
        self.body.addWidget(PlainLabel(self.tr("New momentum"), "section"))
        self.body.addLayout(self._flow)
        for chip in self._chips:
            self._flow.addWidget(chip)
        self.body.addSpacing(SPACE_4)
        method = edition.method
        note = self.tr(
            "Effective: evidence supports level {0} in one of its items; growing: level {1}. "
            "Only a view, without points of its own."
        ).format(method.momentum_effective_from, method.momentum_growing_from)
        self.body.addWidget(PlainLabel(note, "caption", "text3", wrap=True))
        self.body.addStretch(1)

    def show_report(self, report: Report) -> None:
        """Shows the areas of ``report``."""
        for chip, area in zip(self._chips, report.momentum, strict=True):
            chip.show_area(area, "\n".join(self._reasons(report, area.id)))

    def _reasons(self, report: Report, area: str) -> Iterator[str]:
        """The items that feed the area with what counts of them, the highest first."""
        feeding = {item.id for item in self._edition.items if area in item.momentum}
        items = [item for item in report.items if item.id in feeding]
        for item in sorted(items, key=_supported, reverse=True):
            yield self._reason(item)

    def _reason(self, item: ItemView) -> str:
        name = f"{item.id} {item.title}"
        if item.supported is None:
            return f"{name}: {item.state_name}"
        return self.tr("{0}: level {1} {2}").format(name, item.supported, item.supported_name)


def _supported(item: ItemView) -> int:
    return -1 if item.supported is None else item.supported


class _AreaChip(QWidget):
    """The name of an area, and its state bold behind it."""

    def __init__(self) -> None:
        super().__init__()
        self._name = self._state = ""
        self._tone = Tone.GREY
        self._by_keyboard = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._bold = theme.font("caption")
        self._bold.setBold(True)

    def show_area(self, area: MomentumView, reasons: str) -> None:
        """Shows the state of ``area``, and ``reasons`` on pointing."""
        self._name, self._state = area.name, area.state_name
        self._tone = _TONES.get(area.state, Tone.GREY)
        self.setAccessibleName(f"{area.name}: {area.state_name}")
        self.setAccessibleDescription(reasons)
        self.setToolTip(plain_tip(reasons))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        state = QFontMetrics(self._bold).horizontalAdvance(self._state)
        return QSize(self._name_width() + _GAP + state + 2 * _PADDING, theme.px(_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = by_keyboard(event, self._by_keyboard)
        if self._by_keyboard:
            below = self.mapToGlobal(self.rect().bottomLeft())
            QToolTip.showText(below, self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()

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
        if self._by_keyboard and self.hasFocus():
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CHIP, theme.current())

    def _name_width(self) -> int:
        return theme.metrics("caption").horizontalAdvance(self._name)
