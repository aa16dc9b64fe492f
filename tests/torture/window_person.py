"""Answers at the real window, and acknowledges what it says is saved, until it is killed.

python -m tests.torture.window_person FOLDER ANSWERED
"""

import sys
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from digicom_desktop.app import make_application
from digicom_desktop.domain.text import Language
from digicom_desktop.program import Program, dress
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.choice_card import ChoiceCard
from digicom_desktop.ui.item_page import ItemPage
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.top_strip import Strip

W = TypeVar("W", bound=QWidget)


def level_of(number: int) -> int:
    """The level that answer ``number`` gives."""
    return number % 5


def note_of(number: int) -> str:
    """The note that answer ``number`` gives."""
    return f"{number} typed"


def main(folder: str, answered: str) -> None:
    """Goes on until it is killed."""
    preferences = PreferenceFile(Path(folder), Language.EN)
    application = make_application(preferences.language)
    dress(application, preferences)
    program = Program(application, preferences, [])
    window = program.make_window()
    window.resize(1366, 768)
    window.show()
    program.open_workspace(Path(folder))
    assert program.workspace is not None
    session = program.workspace.open(program.workspace.rows()[0].id)
    window.open_session(session, "company")
    assert window.page is not None
    items = [item.id for item in session.appraisal.edition.items]
    for number in count(int(answered) + 1):
        page = window.page
        page.go(f"item/{items[number % len(items)]}")
        QApplication.processEvents()
        _answer(page, number)
        # Leaving the item saves what was typed there, as it does for everybody.
        page.go("company")
        _wait_until_saved(page)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def _answer(page: AssessmentPage, number: int) -> None:
    shown = _visible(page, ItemPage)
    cards = _visible(shown, ChoiceCard)
    QTest.keyClick(cards, Qt.Key(Qt.Key.Key_0 + level_of(number)))
    notes = [f for f in shown.findChildren(QPlainTextEdit) if f.accessibleName().startswith("Note")]
    notes[0].setFocus()
    notes[0].selectAll()
    QTest.keyClicks(notes[0], note_of(number))


def _wait_until_saved(page: AssessmentPage) -> None:
    """Looks at nothing but what the strip says."""
    labels = _visible(page, Strip).findChildren(QLabel)
    while not any(label.text().startswith("Saved ") for label in labels):
        QApplication.processEvents()


def _visible(parent: QWidget, kind: type[W]) -> W:
    return next(found for found in parent.findChildren(kind) if found.isVisible())


if __name__ == "__main__":
    main(*sys.argv[1:])
