"""Draws the program's own mark as files: python -m installer.icon_files FOLDER."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)
NAME = "digicom-desktop"
SIDE = (328, 628)
"""Pixels of the picture of the installer: twice what NSIS asks for."""


def write_icons(folder: Path) -> None:
    """Write ``digicom-desktop-16.png`` … ``-256.png``, and for Windows all of them in one .ico.

    Also the picture beside the first and last page of the installer for Windows.
    """
    from PIL import Image
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication

    from digicom_desktop.ui.icons import application_icon

    application = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    icon = application_icon()
    for size in SIZES:
        if not icon.pixmap(QSize(size, size)).toImage().save(str(png_path(folder, size))):
            sys.exit(f"The icon of {size} pixels cannot be written into {folder}.")
    pictures = [Image.open(png_path(folder, size)) for size in SIZES]
    largest, others = pictures[-1], pictures[:-1]
    largest.save(ico_path(folder), sizes=[(s, s) for s in SIZES], append_images=others)
    _draw_side(side_path(folder))
    del application


def _draw_side(path: Path) -> None:
    """The mark, and below it its bars, growing out of the foot of the page."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    from digicom_desktop.design import LIGHT
    from digicom_desktop.ui.icons import paint_mark

    width, height = SIDE
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.accent))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_mark(painter, QRectF(40, 40, 96, 96), LIGHT.onaccent, LIGHT.accent)
    bar = QColor(LIGHT.onaccent)
    for number, part in enumerate((0.18, 0.30, 0.42, 0.56)):
        bar.setAlphaF(0.08 + 0.04 * number)
        painter.setBrush(bar)
        high = height * part
        painter.drawRoundedRect(QRectF(40 + number * 66, height - high, 50, high + 20), 8, 8)
    painter.end()
    if not picture.save(str(path)):
        sys.exit(f"The picture of the installer cannot be written to {path}.")


def png_path(folder: Path, size: int) -> Path:
    """Where ``write_icons`` puts the picture of ``size`` pixels."""
    return folder / f"{NAME}-{size}.png"


def side_path(folder: Path) -> Path:
    """Where ``write_icons`` puts the picture of the installer for Windows."""
    return folder / f"{NAME}-side.bmp"


def ico_path(folder: Path) -> Path:
    """Where ``write_icons`` puts the icon for Windows."""
    return folder / f"{NAME}.ico"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write_icons(Path(sys.argv[1]))
