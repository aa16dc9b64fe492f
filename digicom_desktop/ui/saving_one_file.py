"""Saves everything as one file, where the person wants it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.clock import local_day, system_clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.one_file import SavedAsOne, save_as_one_file
from digicom_desktop.paths import ONE_FILE_SUFFIX
from digicom_desktop.ui.dialogs import show_message
from digicom_desktop.ui.file_dialogs import ask_where_to_save
from digicom_desktop.ui.progress import Progress
from digicom_desktop.ui.tokens import Tone
from digicom_desktop.ui.waiting import wait_for

if TYPE_CHECKING:
    from digicom_desktop.domain.text import Language
    from digicom_desktop.workspace import Workspace


class SavingOneFile(QObject):
    """Asks where to, and saves; ``told`` is then what was done, and its tone."""

    def __init__(self, workspace: "Workspace", language: "Language", over: QWidget) -> None:
        super().__init__()
        self._workspace, self._language, self._over = workspace, language, over
        self.told = ("", Tone.GREEN)

    def save(self) -> bool:
        """Whether everything was saved; where it could not be, the person was told why."""
        path = self._ask()
        if path is None:
            return False
        try:
            saved = self._write(path)
        except DigicomError as error:
            sentence = self._workspace.words(self._language).error(error)
            show_message(self.tr("Not saved"), sentence, self._over)
            return False
        if saved is not None:
            self.told = self._said(path, saved)
        return saved is not None

    def _ask(self) -> Path | None:
        name = self.tr("DigiCom all data {0}").format(local_day(system_clock).isoformat())
        title = self.tr("Save everything as one file")
        kinds = self.tr("All data (*.digicom-all)")
        path = ask_where_to_save(self._over, title, f"{name}{ONE_FILE_SUFFIX}", kinds)
        if path is None or path.suffix.lower() == ONE_FILE_SUFFIX:
            return path
        return path.with_name(f"{path.name}{ONE_FILE_SUFFIX}")

    def _write(self, path: Path) -> SavedAsOne | None:
        # What is saved is the newest backup; only this thread can make it.
        self._workspace.back_up_if_changed()
        progress = Progress()
        data = self._workspace.database.parent
        return wait_for(
            partial(save_as_one_file, data, path, progress.on_bytes, progress.go_on),
            self.tr("Saving everything"),
            str(path),
            self._over,
            progress,
        )

    def _said(self, path: Path, saved: SavedAsOne) -> tuple[str, Tone]:
        text = self.tr(
            "Everything is in {0}: {1} assessments, {2} evidence files. On the other computer, "
            "open this file with the program."
        )
        said = text.format(path, saved.assessments, saved.files)
        if not saved.lacking:
            return said, Tone.GREEN
        lacking = self.tr(
            "Evidence files that are missing or damaged here and so are not in it: {0}."
        )
        return f"{said}\n{lacking.format(saved.lacking)}", Tone.AMBER
