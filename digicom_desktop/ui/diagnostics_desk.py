"""Saves the diagnostics where the person wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from digicom_desktop.diagnostics import Screen, Seen, write_diagnostics
from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.dialogs import show_message
from digicom_desktop.ui.file_dialogs import ask_where_to_save
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.telling import words_of

if TYPE_CHECKING:
    from digicom_desktop.log import Log
    from digicom_desktop.workspace import Workspace

_FILE_NAME = "digicom-diagnostics.zip"


class DiagnosticsDesk(QObject):
    """Works also where there is no ``workspace`` yet, and no window ``over`` which it would ask."""

    def __init__(
        self,
        log: Log,
        preferences: PreferenceFile,
        workspace: Workspace | None,
        over: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._log, self._preferences, self._workspace = log, preferences, workspace
        self._over = over

    def save(self) -> None:
        """Asks where to, writes, and says where they are; or why not."""
        title = self.tr("Save diagnostics")
        chosen = ask_where_to_save(self._over, title, _FILE_NAME, "ZIP (*.zip)")
        if chosen is None:
            return
        try:
            write_diagnostics(chosen, self._log, seen(self._preferences), self._workspace)
        except DigicomError as error:
            said = words_of(self._preferences.language).error(error)
            show_message(self.tr("Not saved"), said, self._over)
        else:
            text = self.tr(
                "{0}\n\nPlease send this file to whoever gave you the program. You can open it and "
                "look: it holds nothing that you entered."
            )
            show_message(self.tr("Diagnostics saved"), text.format(chosen), self._over)


def seen(preferences: PreferenceFile) -> Seen:
    """How the window looks now."""
    wanted = preferences.current
    return Seen(
        qt=qVersion(),
        platform=QGuiApplication.platformName(),
        language=preferences.language,
        appearance=wanted.appearance,
        text_size=int(wanted.text_size),
        screens=tuple(
            Screen(screen.size().width(), screen.size().height(), screen.devicePixelRatio())
            for screen in QGuiApplication.screens()
        ),
    )
