"""Where files of evidence come in and copies of them go out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
from digicom_desktop.session import Session
from digicom_desktop.ui.evidence_copying import EvidenceCopying
from digicom_desktop.ui.evidence_opening import (
    OpenedCopies,
    copy_to_open,
    kept_content,
    open_copy,
)
from digicom_desktop.ui.evidence_paste import copy_picture
from digicom_desktop.ui.file_dialogs import Purpose, ask_for_file, ask_for_files, ask_where_to_save

_OUT = "out"
_OPEN = "open "


class EvidenceDesk(QObject):
    """Asks for files and copies them into the store, the window going on meanwhile."""

    arrived = Signal(object, str)
    """The copied ``EvidenceFile``, and the number of the evidence it is for, "" for a new one."""
    failed = Signal(object)
    """The ``DigicomError``."""
    unopened = Signal(str)
    """The name of a file that no program of the system opened."""
    count_changed = Signal(int)
    """How many files are being copied."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._opening: dict[str, Path] = {}
        self._widget = parent
        self._copying = EvidenceCopying()
        self._taken = 0
        self._copying.done.connect(self._on_done)
        self._copying.failed.connect(self._on_failed)

    @property
    def is_empty(self) -> bool:
        """Whether no file is being copied."""
        return self._copying.count == 0

    @property
    def is_done_with_one(self) -> bool:
        """Whether a single file was taken, and it is there: one to be described at once."""
        return self.is_empty and self._taken == 1

    def ask_for_new(self) -> None:
        """Lets the person choose files, each a new piece of evidence."""
        title = self.tr("Choose evidence files")
        self.take(ask_for_files(self._widget, title, Purpose.EVIDENCE))

    def ask_for(self, number: str) -> None:
        """Lets the person choose the file of the evidence ``number``."""
        title = self.tr("Choose the file of {0}").format(number)
        chosen = ask_for_file(self._widget, title, Purpose.EVIDENCE)
        if chosen is not None:
            self.take([chosen], number)

    def take(self, paths: Sequence[Path], number: str = "") -> None:
        """Copies ``paths`` into the store."""
        self._taken = len(paths) if self.is_empty else self._taken + len(paths)
        for path in paths:
            self._copying.start(partial(self._session.copy_evidence, path), number)
        self.count_changed.emit(self._copying.count)

    def take_picture(self, picture: QImage, name: str) -> None:
        """Copies a picture of the clipboard into the store, as a PNG called ``name``."""
        self._taken = 1 if self.is_empty else self._taken + 1
        copy = partial(copy_picture, picture, name, self._session.copy_evidence)
        self._copying.start(copy, "")
        self.count_changed.emit(self._copying.count)

    def open(self, file: EvidenceFile) -> None:
        """Has the system open a copy of ``file``: the stored one is never opened."""
        try:
            to = OpenedCopies.of_application().place_for(file)
        except DigicomError as error:
            self.failed.emit(error)
            return
        purpose = f"{_OPEN}{to}"
        self._opening[purpose] = to
        self._copying.start(partial(self._copy_to_open, file, to), purpose)

    def hand_out(self, file: EvidenceFile) -> None:
        """Lets the person choose where a copy of ``file`` goes: the stored one is never opened."""
        title = self.tr("Save a copy")
        chosen = ask_where_to_save(self._widget, title, file.name)
        if chosen is not None:
            self._copying.start(partial(self._write_copy, file, chosen), _OUT)

    def finish(self) -> None:
        """Waits for everything that is being copied."""
        self._copying.finish()

    def _write_copy(self, file: EvidenceFile, to: Path) -> EvidenceFile:
        write_bytes(to, kept_content(self._session.evidence_path(file.sha256), file))
        return file

    def _copy_to_open(self, file: EvidenceFile, to: Path) -> EvidenceFile:
        copy_to_open(self._session.evidence_path(file.sha256), file, to)
        return file

    def _on_done(self, file: EvidenceFile, purpose: str) -> None:
        self.count_changed.emit(self._copying.count)
        if purpose in self._opening:
            if not open_copy(self._opening.pop(purpose)):
                self.unopened.emit(file.name)
        elif purpose != _OUT:
            self.arrived.emit(file, purpose)

    def _on_failed(self, error: DigicomError) -> None:
        self.count_changed.emit(self._copying.count)
        self.failed.emit(error)
