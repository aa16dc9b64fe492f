"""Numbering plans are imported by the names of countries, so nothing else tells PyInstaller."""

from PyInstaller.utils.hooks import collect_submodules  # type: ignore[import-untyped]

hiddenimports = collect_submodules("phonenumbers.data")
