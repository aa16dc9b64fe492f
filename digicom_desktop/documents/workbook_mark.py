"""Tells a workbook that this program wrote from others, without reading what is in it."""

from pathlib import Path

from digicom_desktop.documents.workbook_guard import ZIP_LIMITS
from digicom_desktop.documents.workbook_layout import NAMES
from digicom_desktop.documents.zip_guard import GuardedZip
from digicom_desktop.errors import DigicomError

_BOOK = "xl/workbook.xml"
_LARGEST = 1 << 20
"""Bytes of that part; it names sheets and ranges only."""


def is_own_workbook(path: Path) -> bool:
    """Whether the names of our workbooks are defined in it; other programs keep them."""
    try:
        with GuardedZip.open(path, ZIP_LIMITS) as archive:
            return NAMES[0].name.encode() in archive.read(_BOOK, _LARGEST)
    except (DigicomError, KeyError, OSError):
        return False
