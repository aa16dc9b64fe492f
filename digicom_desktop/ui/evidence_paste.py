"""What the clipboard holds that can become evidence: files, or a picture."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError
from digicom_desktop.passing_folder import PassingFolder
from digicom_desktop.ui.file_drop import local_files


def pasted_files(mime: QMimeData | None) -> list[Path]:
    """The files of this computer that were copied in a folder."""
    return local_files(mime) if mime is not None else []


def pasted_picture(mime: QMimeData | None) -> QImage | None:
    """The picture that was copied, as by a tool for screenshots."""
    if mime is None or not mime.hasImage():
        return None
    picture = QImage(mime.imageData())
    return None if picture.isNull() else picture


def picture_name(pattern: str, now: datetime) -> str:
    """A file name for a picture that has none: ``pattern`` with date and time for its {0}."""
    return pattern.format(f"{now:%Y-%m-%d %H.%M}") + ".png"


def copy_picture(picture: QImage, name: str, copy: Callable[[Path], EvidenceFile]) -> EvidenceFile:
    """``copy`` for ``picture`` as a PNG called ``name`` ("….png"); any thread.

    Raises DigicomError as ``copy`` does, and ``store.evidence.unreadable`` where the picture
    cannot be written.
    """
    try:
        with PassingFolder() as folder:
            path = folder / name
            if not picture.save(str(path)):
                raise DigicomError("store.evidence.unreadable", name=name)
            return copy(path)
    except OSError as error:
        raise DigicomError("store.evidence.unreadable", name=name) from error
