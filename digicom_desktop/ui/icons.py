"""Our own line icons: strokes of 1.4 on a grid of 16, in any colour."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
)

from digicom_desktop.ui.tokens import ICON_SIZE, ICON_STROKE, LIGHT, RADIUS_CONTROL

# Path data as in SVG (M L H V C Z, absolute), and two shapes of our own:
# O cx cy r is a circle, R x y width height radius a rounded rectangle.
_STROKES = MappingProxyType(
    {
        "add": "M8 3 V13 M3 8 H13",
        "alert": "O8 8 6 M8 4.8 V8.8 M8 10.9 V11.1",
        "arrow-down": "M3.2 6 L8 10.8 L12.8 6",
        "arrow-left": "M9.8 3.2 L5 8 L9.8 12.8",
        "arrow-right": "M6.2 3.2 L11 8 L6.2 12.8",
        "arrow-up": "M3.2 10.4 L8 5.6 L12.8 10.4",
        "book": "R3 2 10.5 12 1 M6 5.2 H10.6 M6 8 H10.6 M6 10.8 H10.6 M3 12 H13.5",
        "building": "M2.5 13.7 V3 C2.5 2.4 2.8 2.2 3.2 2.2 H8.8 C9.3 2.2 9.5 2.5 9.5 3 "
        "V13.7 M9.5 6.6 H12.8 C13.3 6.6 13.5 6.9 13.5 7.3 V13.7 M1.5 13.7 H14.5 "
        "M5 5.2 H7 M5 8 H7 M5 10.8 H7 M11.5 9.4 V9.6 M11.5 11.4 V11.6",
        "chart": "M3.2 13.2 V8.6 M8 13.2 V3 M12.8 13.2 V6.2 M1.8 14.2 H14.2",
        "check": "M2.8 8.6 L6.2 12 L13.2 4.4",
        "compare": "M5 2.6 V13.4 M11 2.6 V13.4 M3 6.2 H7 M9 9.8 H13",
        "copy": "R5.6 5.6 8 8 1.2 M10.4 5.4 V3.4 C10.4 2.8 10 2.4 9.4 2.4 H3.6 C2.9 2.4 "
        "2.4 2.9 2.4 3.6 V9.4 C2.4 10 2.8 10.4 3.4 10.4 H5.4",
        "cross": "M3.8 3.8 L12.2 12.2 M12.2 3.8 L3.8 12.2",
        "document": "M3.4 13.2 V2.8 C3.4 2.2 3.8 1.9 4.3 1.9 H9.2 L12.6 5.3 V13.2 C12.6 "
        "13.8 12.2 14.1 11.7 14.1 H4.3 C3.8 14.1 3.4 13.8 3.4 13.2 Z M9 2 V5.5 "
        "H12.4",
        "eye": "M1.6 8 C4.6 3.2 11.4 3.2 14.4 8 C11.4 12.8 4.6 12.8 1.6 8 Z O8 8 2.2",
        "eye-off": "M1.6 8 C4.6 3.2 11.4 3.2 14.4 8 C11.4 12.8 4.6 12.8 1.6 8 Z M3 13.4 L13 2.6",
        "flag": "M3.6 14.2 V2.4 H12.6 L10.6 5.4 L12.6 8.6 H3.8",
        "folder": "M1.9 12.2 V3.9 C1.9 3.3 2.3 2.9 2.9 2.9 H6.2 L7.7 4.6 H13.1 C13.7 4.6 "
        "14.1 5 14.1 5.6 V12.2 C14.1 12.8 13.7 13.2 13.1 13.2 H2.9 C2.3 13.2 "
        "1.9 12.8 1.9 12.2 Z",
        "guide": "R1.8 2.6 12.4 10.8 1 M9.8 2.8 V13.2 M11.6 5.6 H12.4 M11.6 8 H12.4",
        "home": "M2.2 7.6 L8 2.4 L13.8 7.6 M3.8 6.4 V13.4 H6.4 V9.6 H9.6 V13.4 H12.2 V6.4",
        "info": "O8 8 6 M8 7.4 V11.2 M8 4.9 V5.1",
        "lock": "R3.2 7 9.6 7 1.2 M5.2 7 V5 C5.2 3.2 6.4 2 8 2 C9.6 2 10.8 3.2 10.8 5 V7",
        "more": "O3.4 8 .35 O8 8 .35 O12.6 8 .35",
        "package": "M8 1.8 L13.6 4.8 V11.2 L8 14.2 L2.4 11.2 V4.8 Z M2.6 4.9 L8 7.8 L13.4 4.9 "
        "M8 8 V14",
        "printer": "M4.6 6 V2.4 H11.4 V6 R2 6 12 5.4 1 M4.6 9 H11.4 V13.6 H4.6 Z M11.6 7.7 V7.9",
        "redo": "M10 2.8 L13.2 6 L10 9.2 M13 6 H6.2 C4.2 6 2.8 7.5 2.8 9.5 C2.8 11.5 "
        "4.2 13 6.2 13 H8",
        "search": "O7 7 4.4 M10.3 10.3 L13.8 13.8",
        "settings": "O8 8 2.2 M8 1.6 V3.6 M8 12.4 V14.4 M1.6 8 H3.6 M12.4 8 H14.4 M3.5 3.5 "
        "L4.9 4.9 M11.1 11.1 L12.5 12.5 M12.5 3.5 L11.1 4.9 M4.9 11.1 L3.5 12.5",
        "shield": "M8 1.8 L13.4 3.8 V7.6 C13.4 10.8 11.2 13.2 8 14.4 C4.8 13.2 2.6 10.8 2.6 7.6 "
        "V3.8 Z",
        "table": "R2.2 2.4 11.6 11.2 1 M2.4 6 H13.6 M2.4 9.8 H13.6 M6.2 6.2 V13.4",
        "tag": "M2.2 7.2 V3 C2.2 2.5 2.5 2.2 3 2.2 H7.2 L13.6 8.6 C14 9 14 9.5 13.6 "
        "9.9 L9.9 13.6 C9.5 14 9 14 8.6 13.6 Z M5.2 5.1 V5.3",
        "target": "O8 8 6 O8 8 2.6",
        "trash": "M2.6 4.2 H13.4 M6 4 V2.4 H10 V4 M4 4.4 L4.6 13.8 H11.4 L12 4.4 M6.8 7 "
        "V11 M9.2 7 V11",
        "undo": "M6 2.8 L2.8 6 L6 9.2 M3 6 H9.8 C11.8 6 13.2 7.5 13.2 9.5 C13.2 11.5 "
        "11.8 13 9.8 13 H8",
        "upload": "M8 10.4 V2.4 M4.8 5.4 L8 2.2 L11.2 5.4 M2.4 9.4 V13.4 H13.6 V9.4",
        "warning": "M8 2.4 L14.4 13.4 H1.6 Z M8 6.4 V9.6 M8 11.4 V11.6",
    }
)

NAMES = frozenset(_STROKES)

_TOKEN = re.compile(r"([MLHVCZOR])|(-?\d*\.?\d+)")


def paint(
    painter: QPainter, name: str, rect: QRectF, colour: str, stroke: float = ICON_STROKE
) -> None:
    """Draws the icon ``name`` into ``rect``; its strokes keep their width at every size."""
    scale = rect.width() / ICON_SIZE
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    pen = QPen(QColor(colour), stroke / scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path(name), pen)
    painter.restore()


def icon(name: str, colour: str, size: int = ICON_SIZE, disabled: str = "", gap: int = 0) -> QIcon:
    """The icon for a button, sharp at the screen's own scale; ``gap`` as ``pixmap`` has it."""
    result = QIcon(pixmap(name, colour, size, gap))
    if disabled:
        result.addPixmap(pixmap(name, disabled, size, gap), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, colour: str, size: int = ICON_SIZE, gap: int = 0) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels, with ``gap`` more behind or before (−)."""
    ratio = _ratio()
    result = QPixmap()
    key = f"{name} {colour} {size} {gap} {ratio}"
    if QPixmapCache.find(key, result):
        return result
    result = QPixmap(QSize(size + abs(gap), size) * ratio)
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    paint(painter, name, QRectF(max(0, -gap), 0, size, size), colour)
    painter.end()
    QPixmapCache.insert(key, result)
    return result


def application_icon() -> QIcon:
    """The program's own mark: three bars on accent, as Home shows it."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(0, 0, size, size), LIGHT.accent, LIGHT.onaccent)
        painter.end()
        result.addPixmap(picture)
    return result


def paint_mark(painter: QPainter, rect: QRectF, fill: str, bars: str) -> None:
    """The program's mark in ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    radius = rect.width() * RADIUS_CONTROL / 24
    painter.drawRoundedRect(rect, radius, radius)
    inside = rect.width() * 14 / 24
    box = QRectF(0, 0, inside, inside)
    box.moveCenter(rect.center())
    paint(painter, "chart", box, bars, ICON_STROKE * rect.width() / 24)


def path(name: str) -> QPainterPath:
    """The strokes of ``name`` on the grid of 16."""
    result = QPainterPath()
    for letter, values in _commands(_STROKES[name]):
        _draw(result, letter, values)
    return result


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    letter, values = "", list[float]()
    for found in _TOKEN.finditer(data):
        if found[1]:
            if letter:
                yield letter, values
            letter, values = found[1], []
        else:
            values.append(float(found[2]))
    yield letter, values


def _draw(drawn: QPainterPath, letter: str, v: list[float]) -> None:
    here = drawn.currentPosition()
    match letter:
        case "M":
            drawn.moveTo(*v)
        case "L":
            drawn.lineTo(*v)
        case "H":
            drawn.lineTo(v[0], here.y())
        case "V":
            drawn.lineTo(here.x(), v[0])
        case "C":
            drawn.cubicTo(*v)
        case "O":
            drawn.addEllipse(QPointF(v[0], v[1]), v[2], v[2])
        case "R":
            drawn.addRoundedRect(v[0], v[1], v[2], v[3], v[4], v[4])
        case _:
            drawn.closeSubpath()


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
