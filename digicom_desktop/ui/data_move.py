"""Moves the data folder where the person wants it, and asks for data that is not where it was."""

from collections.abc import Callable
from enum import IntEnum
from functools import partial
from pathlib import Path, PurePath
from threading import Event

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.clock import Clock
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.long_paths import plain
from digicom_desktop.moving import (
    folder_in,
    follow,
    move_data,
    remove_old,
    use_usual_folder,
)
from digicom_desktop.paths import data_folder
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import WIDE, PlainDialog, Question, show_message
from digicom_desktop.ui.file_dialogs import ask_for_folder
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.waiting import wait_for


class DataMove(QObject):
    """Asks where to, moves, and asks whether the old copy may go."""

    def __init__(self, folder: Path, words: Words, window: QWidget | None) -> None:
        super().__init__()
        self._folder, self._words, self._window = folder, words, window
        self.problem: DigicomError | None = None
        """Why the data is still where it was, unless the person wanted that."""

    def ask(self) -> Path | None:
        """The folder that the data is to move to; None where the person thinks better of it."""
        place = ask_for_folder(self._window, self.tr("Where is the data to go?"))
        if place is None:
            return None
        target = folder_in(place)
        return target if self.confirm(target) else None

    def confirm(self, target: PurePath) -> bool:
        """Says what is going to happen; whether it may."""
        text = self.tr(
            "From: {0}\nTo: {1}\n\nEverything is copied and compared first; only then does the "
            "program use the new folder. Choose a disk of this computer, not a network drive, a "
            "synchronised folder or a memory stick."
        )
        question = Question(
            self.tr("Move the data?"),
            text.format(plain(self._folder), target),
            ((self.tr("Cancel"), Kind.SECONDARY), (self.tr("Move"), Kind.PRIMARY)),
            self._window,
        )
        return question.ask() == 1

    def move(self, target: Path, clock: Clock) -> Path:
        """Moves to ``target`` while nobody has the data open; where the data is then."""
        called_off, ended = Event(), Event()
        work = partial(move_data, self._folder, target, clock, called_off.is_set)
        try:
            wait_for(
                partial(_do, work, ended),
                self.tr("Moving the data"),
                self.tr("Everything is being copied and compared."),
                self._window,
            )
        except DigicomError as error:
            self.problem = error
        called_off.set()
        # Until the file that is being copied ends nobody may open the old folder again.
        ended.wait()
        return data_folder()

    def offer_to_remove(self, target: Path) -> None:
        """Asks what is to become of the old copy, and does it."""
        if not self.wants_removed(target):
            return
        try:
            remove_old(self._folder)
        except DigicomError as error:
            show_message(self.tr("Not deleted"), self._words.error(error), self._window)

    def wants_removed(self, target: PurePath) -> bool:
        """Says that all is in ``target``; whether the old copy may go."""
        text = self.tr(
            "They were copied, compared and opened there. A copy is still in {0}: it is not used "
            "any more and can be deleted."
        )
        question = Question(
            self.tr("Your data is now in {0}").format(plain(target)),
            text.format(plain(self._folder)),
            (
                (self.tr("Keep the old copy"), Kind.SECONDARY),
                (self.tr("Delete the old copy"), Kind.PRIMARY),
            ),
            self._window,
        )
        return question.ask() == 1


def _do(work: Callable[[], None], ended: Event) -> None:
    try:
        work()
    finally:
        ended.set()


class Where(IntEnum):
    """What to do about data that is not where it was moved to; Escape quits."""

    QUIT = 0
    USUAL = 1
    ELSEWHERE = 2
    AGAIN = 3


class AwayDialog(PlainDialog):
    """Says what is missing, and offers the ways on."""

    def __init__(self, error: DigicomError, words: Words) -> None:
        super().__init__(self.tr("Your data is not there"), width=WIDE)
        self.body.addWidget(PlainLabel(words.error(error), "body", wrap=True))
        text = self.tr(
            "In the usual folder the program begins with what an earlier move left there, or with "
            "nothing. Nothing is deleted."
        )
        self.body.addWidget(PlainLabel(text, "compact", "text2", wrap=True))
        self.add_button(self.tr("Quit"), Kind.SECONDARY, Where.QUIT)
        self.add_button(self.tr("Use the usual folder"), Kind.SECONDARY, Where.USUAL)
        self.add_button(self.tr("Show where it is…"), Kind.SECONDARY, Where.ELSEWHERE)
        again = self.add_button(self.tr("Try again"), Kind.PRIMARY, Where.AGAIN)
        again.setDefault(True)
        again.setFocus()

    def ask(self) -> Where:
        """The answer given; the dialog is gone then."""
        answer = Where(self.exec())
        self.deleteLater()
        return answer


class AwayData(QObject):
    """Asks until the data is found, or the person quits."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def find(self, error: DigicomError) -> Path | None:
        """The folder to go on in; None when the person quits."""
        while True:
            choice = AwayDialog(error, self._words).ask()
            if choice is Where.QUIT:
                return None
            try:
                if choice is Where.USUAL:
                    use_usual_folder()
                elif choice is Where.ELSEWHERE:
                    self._follow()
                return data_folder()
            except DigicomError as failure:
                error = failure

    def _follow(self) -> None:
        chosen = ask_for_folder(None, self.tr("Where is the data?"))
        if chosen is not None:
            follow(chosen)
