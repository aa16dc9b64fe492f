"""The mark of an item: what its answer claims, and whether that is supported."""

from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.tokens import RADIUS_CHIP, RADIUS_TICK, Colours, Tone

MARK = 18
SQUARE = 8

FINDING_LOOK = MappingProxyType(
    {
        FindingClass.MUST_FIX: ("alert", Tone.RED),
        FindingClass.EXPLAIN: ("warning", Tone.AMBER),
        FindingClass.VERIFY: ("info", Tone.BLUE),
    }
)
"""Icon and tone of an open finding, by its class; hints are never open."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rail says about one item: digit of the claim, and whether it is supported.

    ``state`` is "open", "begun" (something is filled in, but no level chosen), "to_confirm" (last
    year's answer, its digit too), "held_back" (claim above support), "supported" or
    "not_applicable". ``finding`` is the gravest class of its open findings.
    """

    state: str
    digit: str = ""
    finding: FindingClass | None = None


def paint_mark(painter: QPainter, box: QRectF, mark: Mark) -> None:
    """The mark of an item, 18 px: filled, outlined, empty, or a dash for 不适用."""
    colours = theme.current()
    if mark.state == "not_applicable":
        _paint_dash(painter, box, colours.text3)
        return
    filled = mark.state == "supported"
    painter.setPen(_edge(mark, colours))
    painter.setBrush(QColor(colours.accent if filled else colours.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    painter.setFont(theme.font("mark"))
    quiet = colours.amber.text if mark.state == "to_confirm" else colours.accent
    painter.setPen(QColor(colours.onaccent if filled else quiet))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark.digit)
    if mark.state == "begun":
        _paint_dot(painter, box, box.width() / 6, colours)


def paint_finding(painter: QPainter, box: QRectF, class_: FindingClass) -> None:
    """The sign of open findings, in the shape and colour of their class."""
    icon, tone = FINDING_LOOK[class_]
    icons.paint(painter, icon, box, theme.current().tone(tone).text)


def paint_square(painter: QPainter, box: QRectF, mark: Mark, colours: Colours) -> None:
    """The small mark of an item in a closed direction, 8 px."""
    if mark.state == "not_applicable":
        _paint_dash(painter, box, colours.text3)
        return
    painter.setPen(_edge(mark, colours))
    filled = mark.state == "supported"
    painter.setBrush(QColor(colours.accent) if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_TICK - 1.5, RADIUS_TICK - 1.5
    )

    if mark.state == "begun":
        _paint_dot(painter, box, 1.5, colours)


def _paint_dot(painter: QPainter, box: QRectF, radius: float, colours: Colours) -> None:
    """In the middle of an item that is begun."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawEllipse(box.center(), radius, radius)


def _edge(mark: Mark, colours: Colours) -> QPen:
    """Broken where an answer is last year's."""
    if mark.state == "to_confirm":
        pen = QPen(QColor(colours.amber.text), 1)
        pen.setDashPattern([2, 2])
        return pen
    return QPen(QColor(colours.ctl if mark.state in ("open", "begun") else colours.accent), 1)


def _paint_dash(painter: QPainter, box: QRectF, colour: str) -> None:
    pen = QPen(QColor(colour), 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # no longer than a square is wide
    painter.setPen(pen)
    middle = box.center()
    half = min(box.width() / 2, 5)
    painter.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))
