"""Kinds of bar codes, the square one among them, are imported by their names."""

from PyInstaller.utils.hooks import collect_submodules  # type: ignore[import-untyped]

hiddenimports = collect_submodules("reportlab.graphics.barcode")
