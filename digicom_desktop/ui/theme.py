"""Fusion, palette, fonts and style sheet, applied from the tokens."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
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


def apply(application: QApplication, colours: Colours) -> None:
    """Dresses ``application``; the widgets made afterwards follow."""
    # A dressed application's style no longer tells its name, and takes its time to be set anew.
    if not application.styleSheet():
        application.setStyle("Fusion")
    application.setFont(font("compact"))
    application.setPalette(_palette(colours))
    sheet = style_sheet(colours)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def current() -> Colours:
    """The colours the application wears; its palette is where Qt keeps them."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def font(name: str) -> QFont:
    """The font of a step of the type scale."""
    style = TYPE_SCALE[name]
    result = QFont(FAMILY)
    result.setPixelSize(style.size)
    result.setBold(style.bold)
    return result


def metrics(name: str) -> QFontMetrics:
    """How wide and high texts of a step of the type scale are."""
    return QFontMetrics(font(name))


def paint_ring(painter: QPainter, rect: QRectF, radius: float, colours: Colours) -> None:
    """The focus ring of whatever is reached by keyboard: 2 px of accent inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.accent), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


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
