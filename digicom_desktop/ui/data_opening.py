"""Opens the data folder, asks where it cannot be opened, and keeps the log of the run in it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.fatal_trace import FatalTrace
from digicom_desktop.log import Event, Log
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.telling import broken_off, say_no_start, words_of
from digicom_desktop.ui.tokens import Tone

# On the way to the first paint: SQLite comes with the workspace.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digicom_desktop.domain.text import Language
    from digicom_desktop.workspace import Workspace


class Opened(NamedTuple):
    """An open workspace, and what is to be said above it."""

    workspace: Workspace
    told: tuple[tuple[str, Tone], ...]


class DataOpening:
    """``log`` and ``trace`` are kept in the data folder from the moment it is known to be ours."""

    def __init__(self, log: Log | None = None, trace: FatalTrace | None = None) -> None:
        self.log = log or Log()
        self._trace = trace

    def open(self, folder: Path, language: Language, window: QWidget | None) -> Opened | None:
        """What is saved in ``folder``; None where it cannot be opened and the person knows why."""
        from digicom_desktop.workspace import Workspace

        if self._trace is not None:
            self._trace.listen(folder)
        begun = time.monotonic()
        try:
            workspace = Workspace.at(folder, resources_folder(), system_clock, self.log)
        except DigicomError as error:
            self.log.failure(Event.NOT_OPENED, error)
            return self._recover(folder, error, language, window)
        taken = round(1000 * (time.monotonic() - begun))
        self.log.keep_in(folder)
        saved = _count(workspace)
        self.log.note(Event.OPENED, assessments=saved, schema=workspace.schema, milliseconds=taken)
        return Opened(workspace, self._about_last_end(folder))

    def let_go(self) -> None:
        """Touches nothing in the data folder any more."""
        self.log.let_go()
        if self._trace is not None:
            self._trace.end()

    def _recover(
        self, folder: Path, error: DigicomError, language: Language, window: QWidget | None
    ) -> Opened | None:
        from digicom_desktop.recovery import DamagedFolder, can_recover

        if not can_recover(error):
            say_no_start(error, language)
            return None
        from digicom_desktop.ui.recovery import Recovery

        self.log.keep_in(folder)
        damaged = DamagedFolder(folder, resources_folder(), system_clock, self.log)
        recovery = Recovery(damaged, words_of(language), window)
        workspace = recovery.run(error)
        if workspace is None:
            return None
        return Opened(workspace, ((recovery.told, Tone.AMBER), *self._about_last_end(folder)))

    def _about_last_end(self, folder: Path) -> tuple[tuple[str, Tone], ...]:
        """Whether it was a bad one; that of this run leaves a trace from now on."""
        if self._trace is None:
            return ()
        self._trace.listen(folder)
        if not self._trace.take():
            return ()
        self.log.note(Event.BROKEN_OFF)
        return ((broken_off(), Tone.GREY),)


def _count(workspace: Workspace) -> int:
    """How many assessments there are, -1 where that cannot be read: Home says so."""
    try:
        return workspace.count()
    except DigicomError:
        return -1
