"""How the roles of chart shapes look on screen."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from digicom_desktop.domain.chart_geometry import (
    LEVELS,
    Axis,
    Box,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Role,
    Shape,
    radar,
)
from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import (
    CHART_AREA,
    CHART_DASH,
    CHART_DOTS,
    RADIUS_BAR,
    RADIUS_CHIP,
    Colours,
)

_DOT = 3.5
_MIDDLE_SHARE = 0.5
"""How much of a radar's width a name above or below it may take: the corners are the others'."""
_LINE = 17
_BETWEEN = " / "
"""Stands between the evidence-backed and the declared value of a radar label."""

_CELLS = frozenset(
    {
        *LEVELS,
        Role.NOT_APPLICABLE,
        Role.UNANSWERED,
    }
)
_TYPES = MappingProxyType({Role.SCORE: "strong", **dict.fromkeys(_CELLS, "strong")})


class ChartLook:
    """Paints shapes in ``colours`` into a widget of ``size``, names in ``name_type``."""

    def __init__(self, colours: Colours, size: QSizeF, name_type: str = "caption") -> None:
        self._colours = colours
        self._width = size.width()
        self._middle = size.height() / 2
        self._down: dict[str, float] = {}
        self._types = {**_TYPES, Role.NAME: name_type}

    def paint(self, painter: QPainter, shapes: Sequence[Shape]) -> None:
        """Paints ``shapes``, what lies behind first."""
        for shape in shapes:
            match shape:
                case Polygon():
                    self._polygon(painter, shape)
                case Line():
                    painter.setPen(self.pen(shape.role))
                    painter.drawPolyline(_polygon(shape.points))
                case Dot():
                    self._fill(painter, self._colours.accent)
                    painter.drawEllipse(QPointF(shape.center.x, shape.center.y), _DOT, _DOT)
                case Box():
                    self._box(painter, shape)
                case Label():
                    self._label(painter, shape)

    def _polygon(self, painter: QPainter, shape: Polygon) -> None:
        if shape.role is Role.SUPPORTED_AREA:
            colour = QColor(self._colours.accent)
            colour.setAlphaF(CHART_AREA)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        else:
            painter.setPen(self.pen(shape.role))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_polygon(shape.points))

    def pen(self, role: Role) -> QPen:
        """How lines of ``role`` are drawn."""
        colours = self._colours
        match role:
            case Role.SUPPORTED:
                pen = QPen(QColor(colours.accent), 2)
            case Role.DECLARED:
                pen = QPen(QColor(colours.ctl), 1.5)
                pen.setDashPattern(CHART_DASH)
            case Role.PREVIOUS:
                pen = QPen(QColor(colours.text2), 1.5)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern(CHART_DOTS)
            case Role.TICK:
                pen = QPen(QColor(colours.text2), 2)
            case _:
                pen = QPen(QColor(colours.line), 1)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _fill(self, painter: QPainter, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))

    def _box(self, painter: QPainter, box: Box) -> None:
        rect = QRectF(box.x, box.y, box.width, box.height)
        radius = RADIUS_CHIP if box.role in _CELLS else min(RADIUS_BAR, box.width / 2)
        self._fill(painter, self._box_fill(box.role))
        if box.role in (Role.LEVEL_0, Role.UNANSWERED):
            painter.setPen(self._edge(box.role))
            rect.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, radius, radius)

    def _edge(self, role: Role) -> QPen:
        pen = QPen(QColor(self._colours.ctl), 1)
        if role is Role.UNANSWERED:
            pen.setDashPattern(CHART_DASH)
        return pen

    def _box_fill(self, role: Role) -> str:
        colours = self._colours
        if role in LEVELS:
            return colours.level(LEVELS.index(role)).fill
        return {
            Role.TRACK: colours.hover,
            Role.BAR: colours.accent,
            Role.NOT_APPLICABLE: colours.grey.fill,
        }.get(role, colours.surface)

    def _text_colour(self, role: Role) -> str:
        colours = self._colours
        if role in LEVELS:
            return colours.level(LEVELS.index(role)).text
        return {
            Role.NOT_APPLICABLE: colours.grey.text,
            Role.SCORE_SECOND: colours.text2,
            Role.NOTE: colours.text3,
        }.get(role, colours.text)

    def _label(self, painter: QPainter, label: Label) -> None:
        if label.role is Role.SCALE:
            return  # every value stands in words beside its axis
        if label.role is Role.SCORE and _BETWEEN in label.text:
            self._pair(painter, label)
            return
        font = theme.font(self._types.get(label.role, "caption"))
        lines = list(_wrapped(label.text, font, self._room(label)))
        top = label.y + self._down.get(label.key, 0.0)
        longer = (len(lines) - 1) * theme.px(_LINE)
        if label.y < self._middle:
            top -= longer
        elif longer:
            self._down[label.key] = longer  # what stands below gives way
        for down, text in enumerate(lines):
            self._text(painter, font, text, label, top + down * theme.px(_LINE))

    def _room(self, label: Label) -> float:
        if label.role is not Role.NAME:
            return self._width
        if label.align == "middle":
            return self._width * _MIDDLE_SHARE
        return self._width - label.x if label.align == "start" else label.x

    def _text(self, painter: QPainter, font: QFont, text: str, label: Label, y: float) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._text_colour(label.role)))
        width = QFontMetricsF(font).horizontalAdvance(text) + 1
        rect = QRectF(label.x - _before(label.align, width), y - theme.px(12), width, theme.px(24))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)

    def _pair(self, painter: QPainter, label: Label) -> None:
        """Evidence-backed bold, declared behind it in the neutral colour."""
        first, _, second = label.text.partition(_BETWEEN)
        bold, plain = theme.font("caption"), theme.font("caption")
        bold.setBold(True)
        width = QFontMetricsF(bold).horizontalAdvance(first)
        rest = f"{_BETWEEN}{second}"
        whole = width + QFontMetricsF(plain).horizontalAdvance(rest)
        left = label.x - _before(label.align, whole)
        y = label.y + self._down.get(label.key, 0.0)
        self._text(painter, bold, first, Label(left, y, first, "start", Role.SCORE), y)
        behind = Label(left + width, y, rest, "start", Role.SCORE_SECOND)
        self._text(painter, plain, rest, behind, y)


def radar_shapes(axes: Sequence[Axis], width: float, height: float) -> tuple[Shape, ...]:
    """A radar with room for the longest name, wherever it stands, above and below."""
    font, room = theme.font("caption"), width * _MIDDLE_SHARE
    lines = max(len(list(_wrapped(axis.name, font, room))) for axis in axes)
    return radar(axes, width, height, theme.px(_LINE), lines)


def _before(align: str, width: float) -> float:
    return {"start": 0.0, "middle": width / 2, "end": width}[align]


def _polygon(points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(point.x, point.y) for point in points])


def _wrapped(text: str, font: QFont, room: float) -> Iterator[str]:
    """``text`` in lines that fit into ``room``; a word that is too long stays whole."""
    metrics = QFontMetricsF(font)
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > room:
            yield line
            line = word
        else:
            line = longer
    yield line
