"""An item page on a real store, with an owner that does what the assessment page does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from digicom_desktop.domain.assessment import Answer, Assessment, Evidence
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.choice_card import ChoiceRow
from digicom_desktop.ui.item_page import ItemPage
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.workspace import Workspace

W = TypeVar("W", bound=QWidget)

HOSTILE = ('<img src="file:///etc/passwd">', "=1+1", "a\x00b\x07\x1b[31mc\x9d", "&amp; <b>x</b>")


@dataclass
class Stage:
    """What a test sees and touches; ``places`` are those the page asked for."""

    workspace: Workspace
    session: Session
    page: ItemPage
    places: list[str]

    @property
    def answer(self) -> Answer:
        """The answer on the disk."""
        return self.stored.answer(self.page.property("item"))

    @property
    def stored(self) -> Assessment:
        """The assessment as the disk has it now."""
        return self.workspace.open(self.session.id).current

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the item on the disk."""
        return self.stored.evidence.of_item(self.page.property("item"))

    def level(self, number: int) -> ChoiceRow:
        """The level card ``number``."""
        return next(row for row in self.page.findChildren(ChoiceRow) if row.number == number)

    def line(self, name: str) -> QLineEdit:
        """The line whose accessible name is ``name``."""
        return self.find(QLineEdit, lambda line: line.accessibleName() == name)

    def text(self, name: str) -> QPlainTextEdit:
        """The text whose accessible name is ``name``."""
        return self.find(QPlainTextEdit, lambda text: text.accessibleName() == name)

    def find(self, kind: type[W], wanted: Callable[[W], bool]) -> W:
        """The one widget of ``kind`` that is ``wanted``."""
        found = [widget for widget in self.page.findChildren(kind) if wanted(widget)]
        if len(found) != 1:
            raise LookupError(f"{len(found)} found")
        return found[0]

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
    folder: Path, item: str = "1.1", language: Language = Language.EN, *, filled: bool = False
) -> Iterator[Stage]:
    """The page of ``item`` in a new assessment, or in the sample where ``filled``."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise LookupError("there is no application")
    theme.apply(application, LIGHT)
    workspace = Workspace.at(folder, resources_folder(), lambda: datetime.now(UTC))
    session = workspace.add_sample() if filled else workspace.create(2025)
    page = ItemPage(session, item, workspace.words(language), language)
    page.setProperty("item", item)
    stage = Stage(workspace, session, page, [])
    page.change_requested.connect(stage.change)
    page.visit_ended.connect(session.end_visit)
    page.place_requested.connect(stage.places.append)
    page.resize(798, 720)
    page.show()
    page.activateWindow()
    try:
        yield stage
    finally:
        page.flush()
        page.close()
        page.deleteLater()
        workspace.close()
