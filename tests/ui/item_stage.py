"""An item page on a real store, with an owner that does what the assessment page does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from digicom_desktop.domain.assessment import Answer, Evidence
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.choice_card import ChoiceRow
from digicom_desktop.ui.item_page import ItemPage
from digicom_desktop.workspace import Workspace
from tests.ui import page_stage


@dataclass
class Stage(page_stage.Stage):
    """What a test sees and touches of the page of ``item``."""

    item: str = ""

    @property
    def answer(self) -> Answer:
        """The answer on the disk."""
        return self.stored.answer(self.item)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the item on the disk."""
        return self.stored.evidence.of_item(self.item)

    def level(self, number: int) -> ChoiceRow:
        """The level card ``number``."""
        return next(row for row in self.page.findChildren(ChoiceRow) if row.number == number)

    def text(self, name: str) -> QPlainTextEdit:
        """The text whose accessible name is ``name``."""
        return self.find(QPlainTextEdit, lambda text: text.accessibleName() == name)


@contextmanager
def staged(
    folder: Path, item: str = "1.1", language: Language = Language.EN, *, filled: bool = False
) -> Iterator[Stage]:
    """The page of ``item`` in a new assessment, or in the sample where ``filled``."""

    def make(session: Session, words: Words, workspace: Workspace) -> ItemPage:
        return ItemPage(session, item, words)

    with page_stage.staged(folder, make, language, filled=filled, width=798) as on:
        yield Stage(**vars(on), item=item)
