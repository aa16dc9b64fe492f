"""Draws the program's own mark as files: python -m installer.icon_files FOLDER."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)
NAME = "digicom-desktop"


def write_icons(folder: Path) -> None:
    """Write ``digicom-desktop-16.png`` … ``-256.png``, and all of them in one .ico for Windows."""
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
    del application


def png_path(folder: Path, size: int) -> Path:
    """Where ``write_icons`` puts the picture of ``size`` pixels."""
    return folder / f"{NAME}-{size}.png"


def ico_path(folder: Path) -> Path:
    """Where ``write_icons`` puts the icon for Windows."""
    return folder / f"{NAME}.ico"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write_icons(Path(sys.argv[1]))
