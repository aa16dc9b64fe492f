"""python -m tests.hostile.typing_in FOLDER PAGES NAME…: hostile texts are pasted into real pages.

PAGES is how many pages are tried with each text, 0 for all. What a field shows, what the assessment
says and what is saved is the same, and it is what ``clean`` makes of the text.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from digicom_desktop.domain.text import Language, clean
from digicom_desktop.session import Session
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace
from tests.every_field import texts_in
from tests.hostile.texts import TEXTS
from tests.hostile.trials import Trials, arguments
from tests.ui.page_stage import Stage, staged

_ITEM, _EXCUSED = "1.1", "5.1"
PLACES = ("company", f"item/{_ITEM}", "plan", "review", f"item/{_EXCUSED}")
"""The pages with fields that hold texts."""


def main() -> None:
    """Try the texts of which the names are given."""
    folder, (pages, *names) = arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    trials = Trials()
    most = int(pages) or len(PLACES)
    for number, place in enumerate(PLACES):
        chosen = [name for at, name in enumerate(names) if (at + number) % len(PLACES) < most]
        if chosen:
            _type(folder / str(number), place, chosen, trials)
    trials.tell()


def _type(folder: Path, place: str, names: list[str], trials: Trials) -> None:
    kind, _, subject = place.partition("/")

    def make(session: Session, words: object, workspace: Workspace) -> Page:
        preferences = PreferenceFile(workspace.database.parent, Language.EN)
        maker = page_makers(preferences).pages[kind]
        return maker(session, words, workspace, subject)  # type: ignore[arg-type]

    with staged(folder, make, filled=True) as stage:
        stage.page.complete()
        QApplication.processEvents()
        for name in names:
            for at in range(len(list(_inputs(stage.page)))):
                with trials.trial(f"{name} into field {at} of {place}"):
                    _paste(stage, at, name, place, trials)


def _inputs(page: QWidget) -> Iterator[QLineEdit | QPlainTextEdit]:
    inputs: list[QLineEdit | QPlainTextEdit] = page.findChildren(QLineEdit)
    inputs += page.findChildren(QPlainTextEdit)
    for found in inputs:
        if found.isVisible() and found.isEnabled() and not found.isReadOnly():
            yield found


def _paste(stage: Stage, at: int, name: str, place: str, trials: Trials) -> None:
    """Paste into the input number ``at``, leave it, look, and take it back."""
    found = list(_inputs(stage.page))
    if at >= len(found):  # the page has changed with what was typed before
        return
    field, before = found[at], stage.session.current
    about = f"{name} into {field.accessibleName() or at} of {place}"
    QApplication.clipboard().setText(TEXTS[name])
    field.setFocus()
    field.selectAll()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    QApplication.processEvents()
    stage.page.flush()
    trials.faults += stage.session.current != before
    shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    trials.require(clean(shown) == shown, f"{about}: not clean")
    trials.require(stage.session.problem is None, f"{about}: was not saved")
    trials.require(stage.stored == stage.session.current, f"{about}: saved otherwise")
    if stage.session.current != before:
        said = {text.strip() for text in texts_in(stage.session.current)}
        is_said = shown.strip() in said or not shown.strip()
        trials.require(is_said, f"{about}: another text than is shown")
    field.clearFocus()
    stage.page.flush()
    while stage.session.current != before:
        stage.undo()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
