"""A page on a real store, with an owner that does what the assessment page does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.workspace import Workspace

W = TypeVar("W", bound=QWidget)

HOSTILE = ('<img src="file:///etc/passwd">', "=1+1", "a\x00b\x07\x1b[31mc\x9d", "&amp; <b>x</b>")
"""Texts that must be shown, kept and written as the texts that they are."""

Make = Callable[[Session, Words, Workspace], Page]


@dataclass
class Stage:
    """What a test sees and touches; ``places`` are those the page asked for."""

    workspace: Workspace
    session: Session
    words: Words
    page: Page
    places: list[str] = field(default_factory=list)

    @property
    def stored(self) -> Assessment:
        """The assessment as the disk has it now."""
        return self.workspace.open(self.session.id).current

    @property
    def report(self) -> Report:
        """The report in the language of the page."""
        return self.session.report(self.words.language)

    @property
    def said(self) -> list[str]:
        """Every text that can be read on the page."""
        QApplication.processEvents()
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def find(self, kind: type[W], wanted: Callable[[W], bool] = lambda _: True) -> W:
        """The one widget of ``kind`` that is ``wanted``."""
        found = [widget for widget in self.page.findChildren(kind) if wanted(widget)]
        if len(found) != 1:
            raise LookupError(f"{len(found)} found")
        return found[0]

    def line(self, name: str) -> QLineEdit:
        """The line whose accessible name is ``name``."""
        return self.find(QLineEdit, lambda line: line.accessibleName() == name)

    def button(self, name: str) -> QAbstractButton:
        """The visible button whose accessible name is ``name``."""
        QApplication.processEvents()
        return self.find(QAbstractButton, lambda b: b.isVisible() and b.accessibleName() == name)

    def change(self, assessment: Assessment, visit: str = "") -> None:
        """What the owner does when the page asks for a change."""
        self.page.show_change(self.session.change(assessment, visit))

    def undo(self) -> None:
        """What the owner does on Ctrl+Z."""
        change = self.session.undo()
        if change is not None:
            self.page.show_change(change)


@contextmanager
def staged(
    folder: Path,
    make: Make,
    language: Language = Language.EN,
    *,
    filled: bool = False,
    width: int = 1118,
) -> Iterator[Stage]:
    """The page that ``make`` makes on a new assessment, or on the sample where ``filled``."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise LookupError("there is no application")
    theme.apply(application, LIGHT)
    workspace = Workspace.at(folder, resources_folder(), lambda: datetime.now(UTC))
    session = workspace.add_sample() if filled else workspace.create(2025)
    words = workspace.words(language)
    page = make(session, words, workspace)
    stage = Stage(workspace, session, words, page)
    page.change_requested.connect(stage.change)
    page.visit_ended.connect(session.end_visit)
    page.place_requested.connect(stage.places.append)
    page.resize(width, 720)
    page.show()
    page.activateWindow()
    try:
        yield stage
    finally:
        page.flush()
        page.close()
        page.deleteLater()
        workspace.close()
