"""The language of the window: Qt's own words and ours."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.text import Language
from digicom_desktop.paths import translations_folder


def translate(application: QApplication, language: Language) -> list[QTranslator]:
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
