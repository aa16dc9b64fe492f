"""Starts the program with a window, or says why it cannot."""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from pathlib import Path

# Alone and first: where Qt lacks a library of the system, this import says which one.
import PySide6.QtCore  # noqa: F401
from PySide6.QtWidgets import QApplication

from digicom_desktop import installation
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.fatal_trace import FatalTrace
from digicom_desktop.log import Log
from digicom_desktop.paths import data_folder, resources_folder, usual_folder
from digicom_desktop.program import OK, PROBLEM, Program, dress, is_handed_over
from digicom_desktop.ui import icons, theme, translation
from digicom_desktop.ui.crash_hook import CrashHook
from digicom_desktop.ui.display import settle_input_method, speaking_of_no_display
from digicom_desktop.ui.interruption import Interruption
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.telling import (
    say_aloud,
    say_no_display,
    words_of,
)


def main(data_dir: Path | None, language: Language | None, file: Path | None = None) -> int:
    """Opens the window on ``data_dir`` in ``language``, if they are given; the exit status.

    ``file`` is brought in as soon as the window is there. Where the program is running on this data
    already, that one comes forward and gets the file instead.
    """
    folder, away = _find_data(data_dir)
    if away is None and is_handed_over(folder, file):
        return OK
    preferences = PreferenceFile(folder, language)
    application = make_application(preferences.language)
    log = Log()
    hook = CrashHook(log, preferences)
    sys.excepthook, threading.excepthook = hook.hear, hook.hear_of_thread
    dress(application, preferences)
    translators = translation.translate(application, preferences.language)
    if away is not None:
        found = _ask_for_data(away, preferences.language)
        if found is None:
            return PROBLEM
        folder, preferences = found, PreferenceFile(found, preferences.language)
        dress(application, preferences)
    program = Program(application, preferences, translators, file, log, FatalTrace())
    hook.running = program
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


def _ask_for_data(away: DigicomError, language: Language) -> Path | None:
    from digicom_desktop.ui.data_move import AwayData

    return AwayData(words_of(language)).find(away)
