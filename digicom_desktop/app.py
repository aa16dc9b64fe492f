"""Builds the program with a window: the one module that names every part."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QMessageLogContext,
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
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile

if TYPE_CHECKING:
    from types import TracebackType

    from digicom_desktop.domain.guideline import Edition
    from digicom_desktop.domain.words import Words
    from digicom_desktop.session import Session
    from digicom_desktop.ui.page import Page, PageMakers
    from digicom_desktop.workspace import Workspace

OK = 0
PROBLEM = 1


def main(data_dir: Path | None, language: Language | None) -> int:
    """Opens the window on ``data_dir`` in ``language``, if they are given; the exit status."""
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
    program = Program(application, preferences, translators)
    window = program.make_window()
    # SQLite is loaded while the person already sees the window.
    window.painted.connect(lambda: program.open_workspace(folder))
    window.show()
    status = application.exec()
    program.close()
    return status


def _show_refusal(error: DigicomError, language: Language) -> None:
    from digicom_desktop.library import Library
    from digicom_desktop.ui.dialogs import show_message

    words = Library(resources_folder()).words(language)
    show_message(QCoreApplication.translate("MainWindow", "DigiCom Desktop"), words.error(error))


def _tell_of_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    from digicom_desktop.ui.crash import tell_of_crash

    tell_of_crash(kind, error, trace)


class Program:
    """Holds the one window, and puts another in its place for another language or theme."""

    def __init__(
        self,
        application: QApplication,
        preferences: PreferenceFile,
        translators: list[QTranslator],
    ) -> None:
        self._application = application
        self._workspace: Workspace | None = None
        self._preferences = preferences
        self._translators = translators
        self.window: MainWindow | None = None
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def make_window(self) -> MainWindow:
        """Makes the window in the language and theme that the preferences name."""
        window = MainWindow(self._preferences, page_makers(self._preferences))
        window.look_changed.connect(self.change_look)
        self.window = window
        return window

    def open_workspace(self, folder: Path) -> None:
        """Opens what is saved in ``folder``; without that the program ends with a sentence."""
        from digicom_desktop.workspace import Workspace

        if self.window is None or self._workspace is not None:
            return
        try:
            self._workspace = Workspace.at(folder, resources_folder(), system_clock)
        except DigicomError as error:
            _show_refusal(error, self._preferences.language)
            self._application.exit(PROBLEM)
        else:
            self.window.use(self._workspace)

    def change_look(self) -> None:
        """Puts a new window in the old one's place, on the same session, page and item."""
        old = self.window
        if old is None or self._workspace is None:
            return
        where = old.whereabouts()
        old.remember_geometry()
        # Dressing the application anew takes a second for all that an open page holds.
        old.dismantle()
        _dress(self._application, self._preferences)
        for translator in self._translators:
            self._application.removeTranslator(translator)
        language = self._preferences.language
        self._translators = _translate(self._application, language)
        window = self.make_window()
        window.use(self._workspace, where)
        window.show()
        old.hide()
        old.deleteLater()

    def close(self) -> None:
        """Lets window and data folder go."""
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        if self._workspace is not None:
            self._workspace.close()

    def _on_system_scheme_changed(self) -> None:
        if theme.colours_for(self._preferences.current.appearance) != theme.current():
            self.change_look()


def page_makers(preferences: PreferenceFile) -> PageMakers:
    """How every page is made; each is imported when it is first opened."""
    from functools import partial

    from digicom_desktop.ui.page import PageMakers

    return PageMakers(
        pages={
            "company": _company_page,
            "profile": _profile_page,
            "item": _item_page,
            "results": _results_page,
            "export": partial(_export_page, preferences),
        },
        references={"guideline": _guideline_page, "method": _method_page},
    )


def _company_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.company_page import CompanyPage

    return CompanyPage(session, words, workspace.library)


def _profile_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.profile_page import ProfilePage

    return ProfilePage(session, words)


def _item_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.item_page import ItemPage

    return ItemPage(session, subject, words, words.language)


def _results_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.results_page import ResultsPage

    return ResultsPage(session, words)


def _export_page(
    preferences: PreferenceFile, session: Session, words: Words, workspace: Workspace, subject: str
) -> Page:
    from digicom_desktop.ui.export_page import ExportPage

    known = preferences.current.export_folder
    page = ExportPage(session, words, workspace, Path(known) if known else None)
    page.folder_chosen.connect(lambda path: preferences.change(export_folder=str(path)))
    return page


def _guideline_page(edition: Edition, words: Words) -> Page:
    from digicom_desktop.ui.guideline_page import GuidelinePage

    return GuidelinePage(edition, words)


def _method_page(edition: Edition, words: Words) -> Page:
    from digicom_desktop.ui.method_page import MethodPage

    return MethodPage(edition, words)


def _dress(application: QApplication, preferences: PreferenceFile) -> None:
    theme.apply(application, theme.colours_for(preferences.current.appearance))


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
            from digicom_desktop.library import Library

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
