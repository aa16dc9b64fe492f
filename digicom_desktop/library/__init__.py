"""Reads editions, words and lists of codes from resources/."""

from digicom_desktop.library.bundled import Library
from digicom_desktop.library.edition_check import check_edition
from digicom_desktop.library.findings import EditionFinding

__all__ = ["EditionFinding", "Library", "check_edition"]
