"""Starts the program with a window, or says why it cannot."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from digicom_desktop import installation
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import LOCK_NAME, data_folder, resources_folder, usual_folder
from digicom_desktop.program import OK, PROBLEM, Program, dress
from digicom_desktop.ui import icons, theme, translation
from digicom_desktop.ui.display import settle_input_method, speaking_of_no_display
from digicom_desktop.ui.interruption import Interruption
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.telling import (
    say_aloud,
    say_no_display,
    words_of,
)

if TYPE_CHECKING:
    from types import TracebackType


def main(data_dir: Path | None, language: Language | None, file: Path | None = None) -> int:
    """Opens the window on ``data_dir`` in ``language``, if they are given; the exit status.

    ``file`` is brought in as soon as the window is there. Where the program is running on this data
    already, that one comes forward and gets the file instead.
    """
    folder, away = _find_data(data_dir)
    if away is None and _is_handed_over(folder, file):
        return OK
    preferences = PreferenceFile(folder, language)
    application = make_application(preferences.language)
    sys.excepthook = partial(_tell_of_trouble, installation.program_mark(), preferences.language)
    dress(application, preferences)
    translators = translation.translate(application, preferences.language)
    if away is not None:
        found = _ask_for_data(away, preferences.language)
        if found is None:
            return PROBLEM
        folder, preferences = found, PreferenceFile(found, preferences.language)
        dress(application, preferences)
    program = Program(application, preferences, translators, file)
    window = program.make_window()
    # SQLite is loaded while the person already sees the window.
    window.painted.connect(lambda: program.open_workspace(folder))
    window.show()
    # Where the session of the desktop ends, what is typed must be saved at once.
    application.commitDataRequest.connect(lambda: program.save_typed())
    interruption = Interruption(application)
    interruption.requested.connect(program.end)
    status = application.exec()
    interruption.stop()
    return program.close() or status


def make_application(language: Language) -> QApplication:
    """The application with its fonts and icon; where Qt cannot begin, a sentence and an end."""
    settle_input_method()
    with speaking_of_no_display(partial(_say_no_window, language)):
        application = QApplication(sys.argv[:1])
    theme.load_fonts(resources_folder() / "fonts")
    application.setApplicationName("digicom-desktop")
    application.setWindowIcon(icons.application_icon())
    return application


def _say_no_window(language: Language) -> None:
    """Why Qt cannot begin: a part of the system is missing, or there is no display."""
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    missing = installation.missing_packages() if has_display else []
    if missing:
        said = words_of(language).say("window.missing_packages", packages=" ".join(missing))
        say_aloud(said)
        installation.tell_desktop(said)
    else:
        say_no_display(language)


def _find_data(chosen: Path | None) -> tuple[Path, DigicomError | None]:
    """The data folder; or the usual one, and why the data is not where it was moved to."""
    try:
        return data_folder(chosen), None
    except DigicomError as error:
        if not error.id.startswith("paths.moved_"):
            raise
        return usual_folder(), error


def _is_handed_over(folder: Path, file: Path | None) -> bool:
    from digicom_desktop.store.lock import is_held

    if not is_held(folder / LOCK_NAME):
        return False
    from digicom_desktop.store.second_start import hand_over

    return hand_over(folder, file)


def _ask_for_data(away: DigicomError, language: Language) -> Path | None:
    from digicom_desktop.ui.data_move import AwayData

    return AwayData(words_of(language)).find(away)


def _tell_of_trouble(
    mark: tuple[int, int],
    language: Language,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """An exception hook; ``mark`` is that of the program's file at the start."""
    if installation.program_mark() == mark:
        _tell_of_crash(kind, error, trace)
    elif QApplication.activeModalWidget() is None:
        # A version that was installed meanwhile has other files: that is nobody's mistake.
        say_replaced(language)


def _tell_of_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    from digicom_desktop.ui.crash import tell_of_crash

    tell_of_crash(kind, error, trace)


def say_replaced(language: Language) -> None:
    """Says that this is no longer the program that is installed."""
    from digicom_desktop.ui.dialogs import show_message

    title = QCoreApplication.translate("MainWindow", "DigiCom Desktop")
    show_message(title, words_of(language).say("window.replaced"))
