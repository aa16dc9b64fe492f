"""A sentence that wraps, with places in it that lead somewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.paragraph import Paragraph, colour_of
from digicom_desktop.ui.tokens import RADIUS_CHIP


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a sentence that leads to ``target``; ``says`` is its name and its tool tip."""

    text: str
    target: str
    says: str


Part = str | Link


class LinkedText(Paragraph):
    """Plain text and links, told by ``chosen`` when clicked; each link is reached by Tab."""

    chosen = Signal(str)

    def __init__(self, type: str = "compact", tone: str = "text") -> None:
        super().__init__("", type, tone)
        self._spots = [_Spot(self)]  # where it is made is where the Tab key comes to it
        self._ranges: list[tuple[int, int]] = []

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Shows ``parts`` one after the other."""
        links = [part for part in parts if isinstance(part, Link)]
        self._ranges = list(_ranges(parts))
        self.set_text("".join(p.text if isinstance(p, Link) else p for p in parts))
        while len(self._spots) < len(links):
            self._add_spot()
        for number, spot in enumerate(self._spots):
            spot.setVisible(number < len(links))
            if number < len(links):
                spot.set_link(links[number])
        self._place()

    def _add_spot(self) -> None:
        spot = _Spot(self)
        QWidget.setTabOrder(self._spots[-1], spot)
        self._spots.append(spot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        linked = QRegion()
        for rects in self._rects():
            linked += _region(rects)
        for region, tone in (
            (QRegion(self.rect()) - linked, str(self.property("tone"))),
            (linked, "accent"),
        ):
            painter.setClipRegion(region)
            self._block.paint(painter, QPointF(0, 0), self.width(), colour_of(tone))

    def _rects(self) -> Iterator[list[QRectF]]:
        """Where each link is drawn, line by line."""
        for start, length in self._ranges:
            yield list(self._block.rects(start, length, self.width()))

    def _place(self) -> None:
        for spot, rects in zip(self._spots, self._rects(), strict=False):
            spot.set_lines(rects)


class _Spot(PaintedButton):
    """Lies over a link: takes clicks and keys, and shows that it does."""

    def __init__(self, text: LinkedText) -> None:
        super().__init__(text)
        self._target = ""
        self._lines: list[QRectF] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: text.chosen.emit(self._target))

    def set_link(self, link: Link) -> None:
        self._target = link.target
        self.setAccessibleName(link.says)
        self.setToolTip(plain_tip(link.says))

    def set_lines(self, lines: Sequence[QRectF]) -> None:
        """Covers ``lines``, given in the coordinates of the sentence."""
        if not lines:
            return
        region = _region(lines)
        bounds = region.boundingRect()
        self.setGeometry(bounds)
        self.setMask(region.translated(-bounds.topLeft()))
        self._lines = [line.translated(-QPointF(bounds.topLeft())) for line in lines]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        for line in self._lines:
            if self.wears_ring:
                theme.paint_ring(painter, line.adjusted(-1, 0, 1, 0), RADIUS_CHIP, colours)
            elif self.underMouse():
                painter.setPen(QPen(QColor(colours.accent), 1))
                painter.drawLine(line.bottomLeft() - _UP, line.bottomRight() - _UP)


_UP = QPointF(0, 3)
"""From the foot of a line of text to the line under its letters."""


def _region(lines: Sequence[QRectF]) -> QRegion:
    region = QRegion()
    for line in lines:
        region += QRegion(QRect(line.toAlignedRect()).adjusted(-1, 0, 1, 0))
    return region


def _ranges(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Where each link begins in the text, and how long it is."""
    at = 0
    for part in parts:
        text = part.text if isinstance(part, Link) else part
        if isinstance(part, Link):
            yield at, len(text)
        at += len(text)


def listed(links: Sequence[Link], between: str, last: str) -> Iterator[Part]:
    """``links`` as a list in a sentence: ``between`` two of them, ``last`` before the last."""
    for number, link in enumerate(links):
        if number:
            yield last if number == len(links) - 1 else between
        yield link
