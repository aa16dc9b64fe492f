"""Builds the program with a window: the one module that names every part."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import data_folder, resources_folder, translations_folder
from digicom_desktop.session import Session
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.crash import CrashDialog
from digicom_desktop.ui.dialogs import show_message
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.page import Page, PageMakers
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

OK = 0
PROBLEM = 1


def main(options: Namespace) -> int:
    """Opens the window that ``options`` (data_dir, language) ask for; the exit status."""
    folder = data_folder(options.data_dir)
    preferences = PreferenceFile(folder, options.language)
    language = preferences.language
    _settle_input_method()
    with _speaking_of_no_display(language):
        application = QApplication(sys.argv[:1])
    sys.excepthook = CrashDialog()
    _dress(application, preferences)
    translators = _translate(application, language)
    try:
        workspace = Workspace.at(folder, resources_folder(), system_clock)
    except DigicomError as error:
        words = Library(resources_folder()).words(language)
        show_message(application.applicationDisplayName(), words.error(error))
        return PROBLEM
    program = Program(application, workspace, preferences, translators)
    program.open_window()
    status = application.exec()
    program.close()
    return status


class Program:
    """Holds the one window, and puts another in its place for another language or theme."""

    def __init__(
        self,
        application: QApplication,
        workspace: Workspace,
        preferences: PreferenceFile,
        translators: list[QTranslator],
    ) -> None:
        self._application = application
        self._workspace = workspace
        self._preferences = preferences
        self._translators = translators
        self.window: MainWindow | None = None
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def open_window(self) -> MainWindow:
        """Makes the window in the language and theme that the preferences name."""
        words = self._workspace.words(self._preferences.language)
        window = MainWindow(self._workspace, words, self._preferences, page_makers())
        window.look_changed.connect(self.change_look)
        window.show()
        self.window = window
        return window

    def change_look(self) -> None:
        """Puts a new window in the old one's place, on the same session, page and item."""
        old = self.window
        if old is None:
            return
        where = old.whereabouts()
        old.remember_geometry()
        _dress(self._application, self._preferences)
        for translator in self._translators:
            self._application.removeTranslator(translator)
        language = self._preferences.language
        self._translators = _translate(self._application, language)
        self.open_window().resume(where)
        old.hide()
        old.deleteLater()

    def close(self) -> None:
        """Lets window and data folder go."""
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        self._workspace.close()

    def _on_system_scheme_changed(self) -> None:
        if theme.colours_for(self._preferences.current.appearance) != theme.current():
            self.change_look()


def page_makers() -> PageMakers:
    """How every page is made; each is imported when it is first opened."""
    return PageMakers(
        pages={
            "company": _company_page,
            "profile": _profile_page,
            "item": _item_page,
            "results": _results_page,
            "export": _export_page,
        },
        references={"guideline": _guideline_page, "method": _method_page},
    )


def _company_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.company_page import CompanyPage

    return CompanyPage(session, words, workspace.library)


def _profile_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.profile_page import ProfilePage

    return ProfilePage(session, words, workspace)


def _item_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.item_page import ItemPage

    return ItemPage(session, subject, words, words.language)


def _results_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.results_page import ResultsPage

    return ResultsPage(session, words, workspace)


def _export_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.export_page import ExportPage

    return ExportPage(session, words, workspace)


def _guideline_page(workspace: Workspace, words: Words) -> "QWidget":
    from digicom_desktop.ui.guideline_page import GuidelinePage

    return GuidelinePage(workspace, words)


def _method_page(workspace: Workspace, words: Words) -> "QWidget":
    from digicom_desktop.ui.method_page import MethodPage

    return MethodPage(workspace, words)


def _dress(application: QApplication, preferences: PreferenceFile) -> None:
    if not application.applicationName():
        application.setApplicationName("digicom-desktop")
    theme.load_fonts(resources_folder() / "fonts")
    theme.apply(application, theme.colours_for(preferences.current.appearance))
    application.setWindowIcon(icons.application_icon())


def _translate(application: QApplication, language: Language) -> list[QTranslator]:
    """Qt's own words and ours in ``language``; the code itself speaks English."""
    places = (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"digicom_{language}", str(translations_folder())),
    )
    loaded = []
    for name, folder in places:
        translator = QTranslator(application)
        if language is not Language.EN and translator.load(name, folder):
            application.installTranslator(translator)
            loaded.append(translator)
    return loaded


def _settle_input_method() -> None:
    """The wheels bring no fcitx plugin, but fcitx understands what ibus says."""
    if sys.platform == "linux" and "fcitx" in os.environ.get("QT_IM_MODULE", "").lower():
        os.environ["QT_IM_MODULE"] = "ibus"


@contextmanager
def _speaking_of_no_display(language: Language) -> Iterator[None]:
    """Where there is no display Qt would abort: says so in a sentence instead, and ends with 1."""

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            words = Library(resources_folder()).words(language)
            if sys.stderr is not None:
                sys.stderr.write(words.say("window.no_display") + "\n")
                sys.stderr.flush()
            os._exit(PROBLEM)

    qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
