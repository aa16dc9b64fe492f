"""Makes backups while the person works, here and in the second place, and says what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.catching_up import CatchingUp
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.second_place import SecondPlace
from digicom_desktop.ui.telling import backed_up, words_of
from digicom_desktop.ui.tokens import Tone

if TYPE_CHECKING:
    from digicom_desktop.workspace import Workspace

_AFTER = 2_000
"""Milliseconds from an open workspace to its backup: the person is looking at Home by then."""


class BackingUp(QObject):
    """Of one workspace at a time, from ``begin`` to ``stop``."""

    told = Signal(str, Tone)
    """A sentence to say above what is shown."""

    def __init__(self, preferences: PreferenceFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._preferences = preferences
        self._says_copied = False
        self._second_place = SecondPlace(self)
        self._second_place.ended.connect(self._on_copied)
        self._catching_up = CatchingUp()
        self._due = QTimer(self, singleShot=True, interval=_AFTER)
        self._due.timeout.connect(self.back_up)

    def begin(self, workspace: "Workspace", preferences: PreferenceFile) -> None:
        """Backs up ``workspace`` soon, if the last run left something without a backup."""
        self._workspace, self._preferences = workspace, preferences
        self._due.start()

    def back_up(self) -> None:
        """Makes a backup of what changed since the last one."""
        if self._workspace is None:
            return
        try:
            self._workspace.back_up_if_changed()
        except DigicomError as error:
            self._tell(error, Tone.AMBER)
        self._catching_up.start(self._workspace)
        self._copy()

    def back_up_now(self) -> None:
        """Makes a backup of all there is, and says so."""
        if self._workspace is None:
            return
        try:
            self._workspace.back_up_if_changed("asked")
        except DigicomError as error:
            self._tell(error, Tone.AMBER)
            return
        self._catching_up.start(self._workspace)
        self._says_copied = self._place is not None
        if self._says_copied:
            self._copy()
        else:
            self._say_backed_up()

    def stop(self) -> None:
        """Returns when nothing goes on any more with the data, and lets nothing begin."""
        self._due.stop()
        self._catching_up.stop()
        self._second_place.stop()

    def copy_last(self) -> None:
        """Copies what was made at the end to the second place, if that is there.

        Raises DigicomError ``store.second.…``.
        """
        if self._workspace is not None and self._place is not None and self._place.is_dir():
            self._workspace.copy_to_second_place(self._place)

    @property
    def _place(self) -> Path | None:
        """The second place that the person has chosen, if there is one."""
        chosen = self._preferences.current.backup_folder
        return Path(chosen) if chosen else None

    def _copy(self) -> None:
        if self._workspace is not None and self._place is not None:
            self._second_place.copy(self._workspace, self._place)

    def _on_copied(self, problem: DigicomError | None) -> None:
        place, says = self._place, self._says_copied
        self._says_copied = False
        if problem is None and says and place is not None:
            self._say_backed_up(place)
        elif problem is not None:
            self._tell(problem, Tone.GREY if problem.id == "store.second.absent" else Tone.AMBER)

    def _say_backed_up(self, place: Path | None = None) -> None:
        backups = self._workspace.backups() if self._workspace is not None else ()
        if backups:
            said = backed_up(backups[0].made, self._preferences.language, place)
            self.told.emit(said, Tone.GREEN)

    def _tell(self, error: DigicomError, tone: Tone) -> None:
        self.told.emit(words_of(self._preferences.language).error(error), tone)
