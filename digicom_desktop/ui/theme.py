"""Fusion, palette, fonts and style sheet, applied from the tokens."""

from enum import IntEnum, StrEnum
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication

from digicom_desktop.ui.style_sheet import style_sheet
from digicom_desktop.ui.tokens import DARK, FAMILY, LIGHT, TYPE_SCALE, Colours

_COMPACT = TYPE_SCALE["compact"].size
_FILES = (640, 400)
_OF_THE_SCREEN = 0.9
_NARROWER = 0.4
"""How much of the growth of texts a column at the side takes over: the middle needs its room."""


class TextSize(IntEnum):
    """The person's choice of how large texts and controls are, in per cent."""

    SMALL = 90
    NORMAL = 100
    LARGE = 115
    LARGER = 130
    HUGE = 150
    DOUBLE = 200


class Appearance(StrEnum):
    """The person's choice of theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def load_fonts(folder: Path) -> None:
    """Registers the bundled fonts (about 5 ms each); without them the system's font stands in."""
    for file in sorted(folder.glob("NotoSansSC*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def colours_for(appearance: Appearance) -> Colours:
    """The colours that ``appearance`` means on this system now."""
    if appearance is Appearance.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance is Appearance.DARK else LIGHT


def apply(
    application: QApplication, colours: Colours, text_size: TextSize = TextSize.NORMAL
) -> None:
    """Dresses ``application``; the widgets made afterwards follow."""
    # A dressed application's style no longer tells its name, and takes its time to be set anew.
    if not application.styleSheet():
        application.setStyle("Fusion")
    application.setFont(_font("compact", text_size / 100))
    application.setPalette(_palette(colours))
    sheet = style_sheet(colours, text_size / 100) + _file_dialog(text_size / 100)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def current() -> Colours:
    """The colours the application wears; its palette is where Qt keeps them."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def text_size() -> TextSize:
    """How large the application's texts are; its font is where Qt keeps it."""
    size = QGuiApplication.font().pixelSize()
    found = (choice for choice in TextSize if round(_COMPACT * choice / 100) == size)
    return next(found, TextSize.NORMAL)


def px(size: float) -> int:
    """``size``, of a text or of a control around it, as large as the person wants texts."""
    return round(size * text_size() / 100)


def width(size: int) -> int:
    """``size``, of a column at the side, where texts are as large as the person wants them."""
    return round(size * (1 + max(0.0, text_size() / 100 - 1) * _NARROWER))


def line(name: str) -> int:
    """How high a line of a step of the type scale is."""
    return px(TYPE_SCALE[name].line)


def font(name: str) -> QFont:
    """The font of a step of the type scale."""
    return _font(name, text_size() / 100)


def metrics(name: str) -> QFontMetrics:
    """How wide and high texts of a step of the type scale are."""
    return QFontMetrics(font(name))


def paint_ring(
    painter: QPainter, rect: QRectF, radius: float, colours: Colours, colour: str = ""
) -> None:
    """The focus ring of whatever is reached by keyboard: 2 px inside ``rect``, usually accent."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour or colours.accent), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def _file_dialog(scale: float) -> str:
    """Qt's own dialog for files begins no larger than for small texts, where a system has none."""
    room = QGuiApplication.primaryScreen().availableGeometry().size() * _OF_THE_SCREEN
    size = QSize(round(_FILES[0] * scale), round(_FILES[1] * scale)).boundedTo(room)
    return f"\nQFileDialog {{ min-width: {size.width()}px; min-height: {size.height()}px; }}"


def _font(name: str, scale: float) -> QFont:
    style = TYPE_SCALE[name]
    result = QFont(FAMILY)
    result.setPixelSize(round(style.size * scale))
    result.setBold(style.bold)
    return result


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, value in {
        role.Window: colours.bg,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.PlaceholderText: colours.text3,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.onaccent,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.onaccent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Light: colours.hover,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.ctl,
        role.Shadow: colours.line,
    }.items():
        palette.setColor(where, QColor(value))
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.text3))
    return palette
