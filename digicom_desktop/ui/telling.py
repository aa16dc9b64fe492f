"""What the program says while it has no window to say it in: sentences, on the screen or aloud."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digicom_desktop.paths import resources_folder

# On the way to the first paint: only those who must say something load more.
if TYPE_CHECKING:
    from pathlib import Path

    from digicom_desktop.domain.text import Language
    from digicom_desktop.domain.words import Words
    from digicom_desktop.errors import DigicomError


def say_no_display(language: Language) -> None:
    """Says on the console that there is no display."""
    say_aloud(words_of(language).say("window.no_display"))


def say_no_start(error: DigicomError, language: Language) -> None:
    """Says why the program does not start."""
    from digicom_desktop.ui.dialogs import show_message

    title = QCoreApplication.translate("MainWindow", "The program cannot start")
    leave = QCoreApplication.translate("MainWindow", "Quit")
    show_message(title, words_of(language).error(error), button=leave)


def say_trouble_at_end(error: DigicomError, language: Language) -> None:
    """Says what failed on closing."""
    from digicom_desktop.ui.dialogs import show_message

    title = QCoreApplication.translate("MainWindow", "Something went wrong on closing")
    leave = QCoreApplication.translate("MainWindow", "Close")
    show_message(title, words_of(language).error(error), button=leave)


def backed_up(made: datetime, language: Language, place: Path | None = None) -> str:
    """That everything is in the backup ``made`` then; ``place`` has a copy of it."""
    from digicom_desktop.ui.backups_dialog import moment_of

    said = moment_of(made, language, datetime.now().astimezone())
    if place is None:
        return QCoreApplication.translate("MainWindow", "Everything is backed up ({0}).").format(
            said
        )
    text = QCoreApplication.translate(
        "MainWindow", "Everything is backed up ({0}), and copied with all evidence files to {1}."
    )
    return text.format(said, place / "DigiCom")


def broken_off() -> str:
    """That the last run ended in the middle of something."""
    return QCoreApplication.translate(
        "MainWindow",
        "The program ended unexpectedly last time. What was saved is safe. If it happens again, "
        "you can save diagnostics in the settings.",
    )


def before_restoring() -> str:
    """Where what was here is after a backup was restored."""
    return QCoreApplication.translate(
        "MainWindow", "What was here before is in the recent backups."
    )


def words_of(language: Language) -> Words:
    """The sentences in ``language``."""
    from digicom_desktop.library import Library

    return Library(resources_folder()).words(language)


def say_aloud(sentence: str) -> None:
    """Says ``sentence`` on the console, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()
