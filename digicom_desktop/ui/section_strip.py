"""The section strip of an item: five anchors with count and state."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.item_state import Section, SectionState
from digicom_desktop.ui.labels import ElidedLabel, PlainLabel
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.tokens import (
    ICON_INLINE,
    RADIUS_CONTROL,
    SPACE_4,
    SPACE_8,
    Tone,
)

_HEIGHT = 28
_PADDING = 10
_ICON_GAP = 6
_COUNT_GAP = 6
_SPARE = 4
"""Widths of texts are rounded, and so are the sizes of their letters."""


class SectionStrip(QWidget):
    """Five anchors; ``section_requested`` tells which was clicked."""

    section_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            Section.LEVEL: self.tr("Level"),
            Section.PRACTICES: self.tr("Practices"),
            Section.FIGURES: self.tr("Key figures"),
            Section.STATEMENT: self.tr("Statement"),
            Section.EVIDENCE: self.tr("Evidence"),
        }
        self._spoken = {"check": self.tr("done"), "warning": self.tr("incomplete"), "": ""}
        self._anchors = {section: _Anchor(name) for section, name in names.items()}
        row = FlowLayout(SPACE_4, SPACE_4)
        self.setLayout(row)
        for section, anchor in self._anchors.items():
            anchor.clicked.connect(
                lambda _=False, section=section: self.section_requested.emit(section)
            )
            row.addWidget(anchor)

    def show_states(self, states: dict[Section, SectionState]) -> None:
        """Shows counts and icons."""
        for section, state in states.items():
            self._anchors[section].show_state(state, self._spoken[state.icon])

    def show_current(self, current: Section) -> None:
        """Marks the section that the person is in."""
        for section, anchor in self._anchors.items():
            anchor.set_current(section is current)


class StickyBar(PageEdge):
    """Item, title, level and section strip; over the page once the question has scrolled away."""

    def __init__(self, item: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(at_top=True, parent=parent)
        self.strip = SectionStrip()
        self._chip = Chip("", Tone.ACCENT)
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(PlainLabel(item, "body", "text2"))
        head.addWidget(ElidedLabel(title, "section"))
        head.addWidget(self._chip)
        head.addStretch(1)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 11, 0, 11)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addWidget(self.strip)

    def fit(self) -> None:
        """Is as high as its width asks for: anchors that have grown go on in another line."""
        self.resize(self.width(), max(self.heightForWidth(self.width()), self.sizeHint().height()))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def show_level(self, text: str, *, is_answered: bool) -> None:
        """Shows the level chosen, or that there is none."""
        self._chip.set_state(text, Tone.ACCENT if is_answered else Tone.GREY)


class _Anchor(PaintedButton):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._state = SectionState("")
        self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)

    def show_state(self, state: SectionState, spoken: str) -> None:
        if state != self._state:
            self._state = state
            self.setAccessibleName(" ".join(filter(None, (self._name, state.count, spoken))))
            self.updateGeometry()
            self.update()

    def set_current(self, current: bool) -> None:
        if current != self._is_current:
            self._is_current = current
            self.update()

    def sizeHint(self) -> QSize:
        # The bold name is the wider one: nothing moves when another section becomes the current.
        name = QFontMetrics(theme.font("strong")).horizontalAdvance(self._name)
        count = QFontMetrics(theme.font("compact")).horizontalAdvance(self._state.count)
        return QSize(
            2 * _PADDING + self._icon_room() + name + _COUNT_GAP + count + _SPARE, theme.px(_HEIGHT)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        rect = QRectF(self.rect())
        if self._is_current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.tint if self._is_current else colours.hover))
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        if self._state.icon:
            tone = colours.green if self._state.icon == "check" else colours.amber
            box = QRectF(
                _PADDING,
                (self.height() - theme.px(ICON_INLINE)) / 2,
                theme.px(ICON_INLINE),
                theme.px(ICON_INLINE),
            )
            icons.paint(painter, self._state.icon, box, tone.text)
        left = _PADDING + self._icon_room()
        kind, tone_name = ("strong", "text") if self._is_current else ("compact", "text2")
        left += _write(painter, left, self._name, kind, getattr(colours, tone_name)) + _COUNT_GAP
        _write(painter, left, self._state.count, "compact", colours.text3)
        if self.wears_ring:
            theme.paint_ring(painter, rect, RADIUS_CONTROL, colours)

    def _icon_room(self) -> int:
        return theme.px(ICON_INLINE) + _ICON_GAP if self._state.icon else 0


def _write(painter: QPainter, left: int, text: str, type: str, colour: str) -> int:
    """Draws ``text`` in the middle of the row; how wide it is."""
    painter.setFont(theme.font(type))
    painter.setPen(QColor(colour))
    metrics = QFontMetrics(painter.font())
    base = (theme.px(_HEIGHT) + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left, base), text)
    return metrics.horizontalAdvance(text)
