"""Shows the recent backups, and hands on what the person wants of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from digicom_desktop.ui.backup_choice import ask_for_backup_file, ask_for_backup_folder
from digicom_desktop.ui.backups_dialog import SHOWN, SHOWN_ELSEWHERE, BackupsDialog, Wanted
from digicom_desktop.ui.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicom_desktop.domain.text import Language
    from digicom_desktop.workspace import BackupView, Workspace


class BackupsDesk(QObject):
    """Between the backups of a workspace and the program, over the window ``over``."""

    backup_requested = Signal()
    restore_requested = Signal(object)
    """The ``Path`` of a backup, of a file with everything, or of a folder with backups."""
    told = Signal(str, object)
    """A sentence about what was done, and its ``Tone``."""

    def __init__(self, workspace: "Workspace", language: "Language", over: QWidget) -> None:
        super().__init__(over)
        self._workspace, self._language, self._over = workspace, language, over

    def show(self, place: str) -> None:
        """Lists them, also those in the second ``place``, if there is one."""
        workspace = self._workspace
        found = self._looked_into(workspace.backups()[:SHOWN])
        if found is None:
            return
        second = self._in_second(Path(place)) if place else None
        dialog = BackupsDialog(
            found, workspace.backup_folder, self._language, self._over, place, second
        )
        wanted = dialog.ask()
        if wanted is Wanted.BACKUP:
            self.backup_requested.emit()
        elif wanted is Wanted.RESTORE:
            self.restore_requested.emit(dialog.chosen)
        elif wanted is Wanted.ONE_FILE:
            self._save()
        elif wanted is not Wanted.NOTHING:
            ask = ask_for_backup_folder if wanted is Wanted.FOLDER else ask_for_backup_file
            chosen = ask(self._over)
            if chosen is not None:
                self.restore_requested.emit(chosen)

    def _save(self) -> None:
        from digicom_desktop.ui.saving_one_file import SavingOneFile

        saving = SavingOneFile(self._workspace, self._language, self._over)
        if saving.save():
            self.told.emit(*saving.told)

    def _looked_into(self, backups: "Sequence[BackupView]") -> "Sequence[BackupView] | None":
        """What can be restored today; None where the person did not wait for it."""
        return wait_for(
            lambda: self._workspace.looked_into(backups),
            self.tr("Recent backups"),
            self.tr("Looking into the backups…"),
            self._over,
        )

    def _in_second(self, place: Path) -> "Sequence[BackupView] | None":
        def look() -> "Sequence[BackupView] | None":
            found = self._workspace.backups_in_second_place(place)
            return None if found is None else self._workspace.looked_into(found[:SHOWN_ELSEWHERE])

        # A disk that sleeps, or one in the network, takes its time.
        return wait_for(
            look,
            self.tr("Recent backups"),
            self.tr("Looking at the second place…"),
            self._over,
        )
