"""Opens evidence with the program of the system: always a copy, never what is kept."""

import hashlib
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QCoreApplication, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import room_for_name, safe_name
from digicom_desktop.files import write_bytes
from digicom_desktop.program_files import is_program_name, is_program_start, real_suffix

_READ_ONLY = 0o400
_START = 16


class OpenedCopies(QObject):
    """Where the copies lie that other programs show; they go when this program ends.

    It belongs to the application: whoever looks at a copy may leave the page meanwhile.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._folder: QTemporaryDir | None = None
        self._numbers = count(1)
        application.aboutToQuit.connect(self._remove)

    @staticmethod
    def of_application() -> "OpenedCopies":
        """The one of the running application."""
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("there is no application")
        found = application.findChild(OpenedCopies)
        return found if isinstance(found, OpenedCopies) else OpenedCopies(application)

    def place_for(self, file: EvidenceFile) -> Path:
        """Where a new copy of ``file`` goes, under the name that the person knows.

        Raises DigicomError ``files.failed``.
        """
        if self._folder is None:
            self._folder = QTemporaryDir()
        suffix = real_suffix(file.name)
        try:
            prefix = f"{next(self._numbers)}-"
            place = Path(mkdtemp(prefix=prefix, dir=self._folder.path()))
        except OSError as error:
            raise DigicomError("files.failed", path=file.name, reason=error.strerror) from error
        stem = safe_name(Path(file.name).stem, file.sha256[:8], most=room_for_name(place))
        return place / f"{stem}{suffix}"

    def _remove(self) -> None:
        if self._folder is not None:
            self._folder.remove()
            self._folder = None


def copy_to_open(kept: Path, file: EvidenceFile, to: Path) -> None:
    """Write a copy of ``kept`` that cannot be changed by mistake; any thread.

    Raises DigicomError ``store.evidence.program`` for what a system would run: it may have come
    with a file of others; ``store.evidence.…`` of what is not what was kept; ``files.…``.
    """
    content = _read(kept, file)
    if is_program_name(to.name) or is_program_start(content[:_START]):
        raise DigicomError("store.evidence.program", name=file.name)
    _require_same(content, file)
    write_bytes(to, content)
    to.chmod(_READ_ONLY)


def kept_content(kept: Path, file: EvidenceFile) -> bytes:
    """What ``kept`` holds, where that is still what was kept; any thread.

    Raises DigicomError ``store.evidence.copy_unreadable`` or ``store.evidence.altered``.
    """
    content = _read(kept, file)
    _require_same(content, file)
    return content


def _read(kept: Path, file: EvidenceFile) -> bytes:
    try:
        return kept.read_bytes()
    except OSError as error:
        raise DigicomError("store.evidence.copy_unreadable", name=file.name) from error


def _require_same(content: bytes, file: EvidenceFile) -> None:
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise DigicomError("store.evidence.altered", number=file.sha256[:8])


def open_copy(path: Path) -> bool:
    """Whether a program of the system shows the file at ``path`` now."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
