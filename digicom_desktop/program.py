"""The one window of the program, and what it works on."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.fatal_trace import FatalTrace
from digicom_desktop.log import Event, Log
from digicom_desktop.paths import LOCK_NAME
from digicom_desktop.ui import theme, translation
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.backing_up import BackingUp
from digicom_desktop.ui.data_opening import DataOpening
from digicom_desktop.ui.main_window import MainWindow, Whereabouts
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.telling import (
    before_restoring,
    say_aloud,
    say_no_start,
    say_trouble_at_end,
    words_of,
)
from digicom_desktop.ui.tokens import Tone

if TYPE_CHECKING:
    from digicom_desktop.ui.data_move import DataMove
    from digicom_desktop.ui.restore import Restoring
    from digicom_desktop.ui.second_starts import SecondStarts
    from digicom_desktop.workspace import Workspace

OK = 0
PROBLEM = 1
_READ_AHEAD_AFTER = 300
"""Milliseconds from an open workspace to reading what the first assessment needs: Home stands."""
_ANSWERED_AFTER = 500
"""Milliseconds after which we look again whether a dialog has been answered."""


class Program:
    """Holds the one window, and puts another in its place for another language or theme.

    ``window`` and ``workspace`` are None until there is one.
    """

    def __init__(
        self,
        application: QApplication,
        preferences: PreferenceFile,
        translators: list[QTranslator],
        file: Path | None = None,
        log: Log | None = None,
        trace: FatalTrace | None = None,
    ) -> None:
        self._application = application
        self._opening = DataOpening(log, trace)
        self._log = self._opening.log
        self.workspace: Workspace | None = None
        self.preferences = preferences
        self._translators = translators
        self._file = file
        self.window: MainWindow | None = None
        self._may_ask = True
        self._backing_up = BackingUp(preferences, application)
        self._backing_up.told.connect(self._tell)
        self._second_starts: SecondStarts | None = None
        self.reading_ahead: Thread | None = None
        self._read_ahead = QTimer(singleShot=True, interval=_READ_AHEAD_AFTER)
        self._read_ahead.timeout.connect(self._on_read_ahead)
        self._answered = QTimer(singleShot=True, interval=_ANSWERED_AFTER)
        self._answered.timeout.connect(self._on_system_scheme_changed)
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def make_window(self) -> MainWindow:
        """Makes the window in the language and theme that the preferences name."""
        window = MainWindow(self.preferences, page_makers(self.preferences))
        window.look_changed.connect(self.change_look)
        window.backup_folder_changed.connect(self.back_up_now)
        window.backup_requested.connect(self.back_up_now)
        window.restore_requested.connect(self.restore)
        window.move_requested.connect(self.move_data)
        self.window = window
        return window

    def open_workspace(self, folder: Path) -> None:
        """Opens what is saved in ``folder``; without that the program ends with a sentence."""
        if self.window is None or self.workspace is not None:
            return
        if is_handed_over(folder, self._file):
            self._application.exit(OK)
            return
        self._log.note(Event.START)
        opened = self._opening.open(folder, self.preferences.language, self.window)
        if opened is None:
            self._application.exit(PROBLEM)
        else:
            self._use(opened.workspace)
            self._tell_all(opened.told)
        gc.enable()

    def _use(self, workspace: Workspace) -> None:
        self.workspace = workspace
        if self.window is not None:
            self.window.use(workspace)
            self._read_ahead.start()
            self._take_up(workspace)
            if self._file is not None:
                # It may ask: whoever opens the workspace does not wait for the answer.
                QTimer.singleShot(0, self.window, partial(self.window.open_file, self._file))

    def _take_up(self, workspace: Workspace) -> None:
        """Lets begin what goes on beside the window as long as ``workspace`` is open."""
        from digicom_desktop.ui.second_starts import SecondStarts

        if self._second_starts is None:
            self._second_starts = SecondStarts(self._application)
            self._second_starts.window_wanted.connect(self._on_window_wanted)
            self._second_starts.file_brought.connect(self._on_file_brought)
        self._second_starts.watch(workspace)
        self._backing_up.begin(workspace, self.preferences)

    def _on_window_wanted(self) -> None:
        from digicom_desktop.ui.second_starts import come_forward

        if self.window is not None:
            come_forward(self.window)

    def _on_file_brought(self, file: Path) -> None:
        if self.window is not None:
            self.window.open_file(file)

    def _tell(self, sentence: str, tone: Tone) -> None:
        if self.window is not None:
            self.window.tell(sentence, tone)

    def _tell_all(self, told: Iterable[tuple[str, Tone]]) -> None:
        for sentence, tone in told:
            self._tell(sentence, tone)

    def _on_read_ahead(self) -> None:
        """Reads in a thread for what nobody is to wait on a click."""
        from digicom_desktop.ui.read_ahead import read_ahead

        if self.workspace is not None:
            self.reading_ahead = read_ahead(self.workspace.library, self.preferences.language)

    def back_up(self) -> None:
        """Makes a backup of what changed since the last one."""
        self._backing_up.back_up()

    def back_up_now(self) -> None:
        """Makes a backup of all there is, here and in the second place, and says so."""
        if self.save_typed():
            self._backing_up.back_up_now()

    def change_look(self) -> None:
        """Puts a new window in the old one's place, on the same session, page and item."""
        old = self.window
        if old is None or self.workspace is None:
            return
        where = old.whereabouts()
        old.remember_geometry()
        wanted = self.preferences.current
        is_dressed = theme.colours_for(wanted.appearance) == theme.current()
        if not is_dressed or wanted.text_size is not theme.text_size():
            # Dressing the application anew takes a second for all that an open page holds. Where
            # only the language changes, the old page goes once the new one has been painted.
            old.dismantle()
            dress(self._application, self.preferences)
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = translation.translate(self._application, self.preferences.language)
        self._replace_window(self.workspace, where)

    def _replace_window(self, workspace: Workspace, where: Whereabouts) -> MainWindow:
        old = self.window
        window = self.make_window()
        window.use(workspace, where)
        window.show()
        if old is not None:
            old.hide()
            old.deleteLater()
        return window

    def move_data(self) -> None:
        """Moves the data folder where the person wants it, and goes on there at the same place."""
        from digicom_desktop.ui.data_move import DataMove

        window, workspace = self.window, self.workspace
        if window is None or workspace is None or not self.save_typed():
            return
        source = workspace.database.parent
        move = DataMove(source, words_of(self.preferences.language), window)
        target = move.ask()
        if target is None:
            return
        where = window.whereabouts()
        self._put_down(window)
        try:
            workspace.close()
        except DigicomError as error:  # of the backup: everything is saved
            self._tell(words_of(self.preferences.language).error(error), Tone.AMBER)
        self._move(move, target, where)

    def _move(self, move: DataMove, target: Path, where: Whereabouts) -> None:
        # Every file is compared with its copy: none of them may change.
        self._opening.let_go()
        try:
            now = move.move(target, system_clock)
        except DigicomError as error:  # it was moved, and is not there any more
            say_no_start(error, self.preferences.language)
            self._application.exit(PROBLEM)
            return
        problem = move.problem
        if problem is not None:
            self._log.failure(Event.NOT_MOVED, problem)
        if not self._go_on_in(now, where):
            return
        if problem is not None:
            self._tell(words_of(self.preferences.language).error(problem), Tone.AMBER)
        if now == target:
            self._log.note(Event.MOVED)
            move.offer_to_remove(now)

    def restore(self, chosen: Path) -> None:
        """Puts a backup of ``chosen`` in the place of what is here, if the person wants that."""
        from digicom_desktop.restoring import let_go

        window, workspace = self.window, self.workspace
        if window is None or workspace is None or not self.save_typed():
            return
        with closing(self._restoring(workspace, window)) as restoring:
            held = restoring.ask(chosen)
            if held is None:
                return
            self._put_down(window)
            try:
                let_go(workspace)
            except DigicomError as error:
                restoring.say(error)
                self._take_up(workspace)
                return
            restoring.restore(held)
        if restoring.told:
            self._log.note(Event.RESTORED)
        is_open = self._go_on_in(workspace.database.parent, Whereabouts(None, "list"))
        if is_open and restoring.told:
            self._tell(f"{restoring.told} {before_restoring()}", Tone.GREEN)

    def _restoring(self, workspace: Workspace, window: MainWindow) -> Restoring:
        from digicom_desktop.ui.restore import Restoring

        data, rows = workspace.database.parent, workspace.rows()
        words = words_of(self.preferences.language)
        return Restoring(data, rows, self._log, words, system_clock, window)

    def _put_down(self, window: MainWindow) -> None:
        """Lets nothing begin or go on any more with the data that is about to be closed."""
        window.remember_geometry()
        self._backing_up.stop()
        if self._second_starts is not None:
            self._second_starts.stop()

    def _go_on_in(self, folder: Path, where: Whereabouts) -> bool:
        """Opens the data again, which lies in ``folder`` by now, where the person was.

        False where it cannot be opened and the person knows why: the program ends.
        """
        self.preferences = PreferenceFile(folder, self.preferences.language)
        self.workspace = None
        opened = self._opening.open(folder, self.preferences.language, self.window)
        if opened is None:
            self._application.exit(PROBLEM)
            return False
        self.workspace, told = opened
        try:
            session = self.workspace.open(where.session.id) if where.session else None
            where = replace(where, session=session)
        except DigicomError as error:
            where = Whereabouts(None, "list")
            told = (*told, (words_of(self.preferences.language).error(error), Tone.AMBER))
        self._replace_window(self.workspace, where)
        self._take_up(self.workspace)
        self._tell_all(told)
        return True

    def save_typed(self) -> bool:
        """Saves what was typed without asking anything; whether everything is on the disk."""
        problem = self.window.save_typed() if self.window is not None else None
        if problem is not None:
            say_aloud(words_of(self.preferences.language).error(problem))
        return problem is None

    def end(self) -> None:
        """Ends at once, as the system asks: saves what can be saved, and opens no dialog."""
        self._may_ask = False
        is_saved = self.save_typed()
        if self.window is not None:
            self.window.remember_geometry()
        self._application.exit(OK if is_saved else PROBLEM)

    def close(self) -> int:
        """Lets window and data folder go; the exit status.

        Everything is on the disk by then. Where its backup fails, a sentence says so.
        """
        self._backing_up.stop()
        self._read_ahead.stop()
        self._answered.stop()
        if self._second_starts is not None:
            self._second_starts.stop()
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        try:
            if self.workspace is not None:
                self.workspace.close()
                self._backing_up.copy_last()
                self._log.note(Event.END)
        except DigicomError as error:
            language = self.preferences.language
            if self._may_ask:
                say_trouble_at_end(error, language)
            else:
                say_aloud(words_of(language).error(error))
            return PROBLEM
        finally:
            self._opening.let_go()
        return OK

    def _on_system_scheme_changed(self) -> None:
        if theme.colours_for(self.preferences.current.appearance) == theme.current():
            return
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            # It belongs to this window, and so does whoever waits for its answer.
            self._answered.start()
        else:
            self.change_look()


def dress(application: QApplication, preferences: PreferenceFile) -> None:
    """Gives ``application`` the theme and the size of texts that the person chose."""
    wanted = preferences.current
    theme.apply(application, theme.colours_for(wanted.appearance), wanted.text_size)


def is_handed_over(folder: Path, file: Path | None) -> bool:
    """Whether the program that has ``folder`` open already comes forward, and opens ``file``."""
    from digicom_desktop.store.lock import is_held

    if not is_held(folder / LOCK_NAME):
        return False
    from digicom_desktop.installation import let_others_come_forward
    from digicom_desktop.store.second_start import hand_over

    let_others_come_forward()
    return hand_over(folder, file)
