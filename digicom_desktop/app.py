"""Builds the program with a window: the one module that names every part."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import data_folder, resources_folder, translations_folder
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.interruption import Interruption
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.second_place import SecondPlace
from digicom_desktop.ui.tokens import Tone

if TYPE_CHECKING:
    from types import TracebackType

    from digicom_desktop.domain.words import Words
    from digicom_desktop.library import Library
    from digicom_desktop.workspace import Workspace

OK = 0
PROBLEM = 1
_BACK_UP_AFTER = 2_000
"""Milliseconds from an open workspace to its backup: the person is looking at Home by then."""
_READ_AHEAD_AFTER = 300
"""Milliseconds from an open workspace to reading what the first assessment needs: Home stands."""
_ANSWERED_AFTER = 500
"""Milliseconds after which we look again whether a dialog has been answered."""


def main(data_dir: Path | None, language: Language | None, file: Path | None = None) -> int:
    """Opens the window on ``data_dir`` in ``language``, if they are given; the exit status.

    ``file`` is brought in as soon as the window is there.
    """
    folder = data_folder(data_dir)
    preferences = PreferenceFile(folder, language)
    _settle_input_method()
    with _speaking_of_no_display(preferences.language):
        application = QApplication(sys.argv[:1])
    sys.excepthook = _tell_of_crash
    theme.load_fonts(resources_folder() / "fonts")
    application.setApplicationName("digicom-desktop")
    application.setWindowIcon(icons.application_icon())
    _dress(application, preferences)
    translators = _translate(application, preferences.language)
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


def _say_no_start(error: DigicomError, language: Language) -> None:
    from digicom_desktop.ui.dialogs import show_message

    title = QCoreApplication.translate("MainWindow", "The program cannot start")
    leave = QCoreApplication.translate("MainWindow", "Quit")
    show_message(title, _words(language).error(error), button=leave)


def _say_trouble_at_end(error: DigicomError, language: Language) -> None:
    from digicom_desktop.ui.dialogs import show_message

    title = QCoreApplication.translate("MainWindow", "Something went wrong on closing")
    leave = QCoreApplication.translate("MainWindow", "Close")
    show_message(title, _words(language).error(error), button=leave)


def _words(language: Language) -> Words:
    from digicom_desktop.library import Library

    return Library(resources_folder()).words(language)


def _say_aloud(sentence: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()


def _tell_of_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    from digicom_desktop.ui.crash import tell_of_crash

    tell_of_crash(kind, error, trace)


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
    ) -> None:
        self._application = application
        self.workspace: Workspace | None = None
        self.preferences = preferences
        self._translators = translators
        self._file = file
        self.window: MainWindow | None = None
        self._may_ask = True
        self._second_place = SecondPlace(application)
        self._second_place.ended.connect(self._on_copied)
        self._backup = QTimer(singleShot=True, interval=_BACK_UP_AFTER)
        self._backup.timeout.connect(self.back_up)
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
        window.backup_folder_changed.connect(self.copy_to_second_place)
        self.window = window
        return window

    def open_workspace(self, folder: Path) -> None:
        """Opens what is saved in ``folder``; without that the program ends with a sentence."""
        from digicom_desktop.workspace import Workspace

        if self.window is None or self.workspace is not None:
            return
        try:
            self._use(Workspace.at(folder, resources_folder(), system_clock))
        except DigicomError as error:
            self._recover(folder, error)
        gc.enable()

    def _recover(self, folder: Path, error: DigicomError) -> None:
        from digicom_desktop.recovery import DamagedFolder, can_recover

        if not can_recover(error):
            _say_no_start(error, self.preferences.language)
            self._application.exit(PROBLEM)
            return
        from digicom_desktop.ui.recovery import Recovery

        damaged = DamagedFolder(folder, resources_folder(), system_clock)
        recovery = Recovery(damaged, _words(self.preferences.language), self.window)
        workspace = recovery.run(error)
        if workspace is None:
            self._application.exit(PROBLEM)
        else:
            self._use(workspace)
            self._tell(recovery.told, Tone.AMBER)

    def _use(self, workspace: Workspace) -> None:
        self.workspace = workspace
        if self.window is not None:
            self.window.use(workspace)
            self._backup.start()
            self._read_ahead.start()
            if self._file is not None:
                # It may ask: whoever opens the workspace does not wait for the answer.
                QTimer.singleShot(0, self.window, partial(self.window.open_file, self._file))

    def _tell(self, sentence: str, tone: Tone) -> None:
        if self.window is not None:
            self.window.home.tell(sentence, tone)

    def _on_read_ahead(self) -> None:
        """Reads in a thread what takes 0.3 s, for which nobody is to wait on a click."""
        if self.workspace is not None:
            library, language = self.workspace.library, self.preferences.language
            self.reading_ahead = Thread(target=_read, args=(library, language), daemon=True)
            self.reading_ahead.start()

    def back_up(self) -> None:
        """Makes a backup of what the last run left without one, as when it was killed."""
        if self.workspace is None:
            return
        try:
            self.workspace.back_up_if_changed()
        except DigicomError as error:
            self._tell(_words(self.preferences.language).error(error), Tone.AMBER)
        self.copy_to_second_place()

    def copy_to_second_place(self) -> None:
        """Copies to the second place that the person has chosen, if there is one."""
        place = self.preferences.current.backup_folder
        if self.workspace is not None and place:
            self._second_place.copy(self.workspace, Path(place))

    def _on_copied(self, problem: DigicomError | None) -> None:
        if problem is not None:
            tone = Tone.GREY if problem.id == "store.second.absent" else Tone.AMBER
            self._tell(_words(self.preferences.language).error(problem), tone)

    def _copy_at_end(self) -> None:
        """What was made at the end goes to the second place, too, if that is there."""
        place = self.preferences.current.backup_folder
        self._second_place.wait()
        if self.workspace is not None and place and Path(place).is_dir():
            self.workspace.copy_to_second_place(Path(place))

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
            _dress(self._application, self.preferences)
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        language = self.preferences.language
        self._translators = _translate(self._application, language)
        window = self.make_window()
        window.use(self.workspace, where)
        window.show()
        old.hide()
        old.deleteLater()

    def save_typed(self) -> bool:
        """Saves what was typed without asking anything; whether everything is on the disk."""
        problem = self.window.save_typed() if self.window is not None else None
        if problem is not None:
            _say_aloud(_words(self.preferences.language).error(problem))
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
        self._backup.stop()
        self._read_ahead.stop()
        self._answered.stop()
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        try:
            if self.workspace is not None:
                self.workspace.close()
                self._copy_at_end()
        except DigicomError as error:
            language = self.preferences.language
            if self._may_ask:
                _say_trouble_at_end(error, language)
            else:
                _say_aloud(_words(language).error(error))
            return PROBLEM
        return OK

    def _on_system_scheme_changed(self) -> None:
        if theme.colours_for(self.preferences.current.appearance) == theme.current():
            return
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            # It belongs to this window, and so does whoever waits for its answer.
            self._answered.start()
        else:
            self.change_look()


def _read(library: Library, language: Language) -> None:
    """Everything that the first page of an assessment asks for, its modules first."""
    import digicom_desktop.ui.assessment_page  # noqa: F401
    import digicom_desktop.ui.company_page  # noqa: F401

    # What is wrong with a file is said when somebody needs it.
    with suppress(DigicomError):
        library.edition(library.newest_edition_id())
        library.words(language)
        for read in (library.regions, library.industries, library.metrics, library.size_standard):
            read()


def _dress(application: QApplication, preferences: PreferenceFile) -> None:
    wanted = preferences.current
    theme.apply(application, theme.colours_for(wanted.appearance), wanted.text_size)


def _translate(application: QApplication, language: Language) -> list[QTranslator]:
    """Qt's own words and ours in ``language``; the code itself speaks English."""
    places = (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"digicom_{language}", str(translations_folder())),
    )
    loaded: list[QTranslator] = []
    if language is Language.EN:
        return loaded
    for name, folder in places:
        translator = QTranslator()
        if translator.load(name, folder):
            translator.setParent(application)
            application.installTranslator(translator)
            loaded.append(translator)
    return loaded


def _settle_input_method() -> None:
    """The wheels bring no fcitx plugin, but fcitx understands what ibus says."""
    if sys.platform != "linux":
        return
    several = os.environ.get("QT_IM_MODULES", "")  # goes before the single one
    if "fcitx" in several and "ibus" not in several:
        os.environ["QT_IM_MODULES"] = f"{several};ibus"
    named = os.environ.get("QT_IM_MODULE", "")
    if not named and "WAYLAND_DISPLAY" not in os.environ:
        # Under X nothing else says it; Wayland has a way of its own that needs no name.
        named = os.environ.get("XMODIFIERS", "")
    if "fcitx" in named.lower():
        os.environ["QT_IM_MODULE"] = "ibus"


@contextmanager
def _speaking_of_no_display(language: Language) -> Iterator[None]:
    """Where there is no display Qt would abort: says so in a sentence instead, and ends with 1."""

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _say_aloud(_words(language).say("window.no_display"))
            os._exit(PROBLEM)

    qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
