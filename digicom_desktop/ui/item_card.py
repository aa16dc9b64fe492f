"""What a person says about one item: level, practices, key figures, statement."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Answer, Figure
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.guideline import Edition, Item
from digicom_desktop.domain.previous import Previous
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.choice_card import Choice, ChoiceCard
from digicom_desktop.ui.figure_table import FigureTable
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.item_state import Section
from digicom_desktop.ui.practice_list import PracticeList
from digicom_desktop.ui.statement_form import StatementForm
from digicom_desktop.ui.tokens import SPACE_16


class ItemCard(QWidget):
    """``answered`` tells the new ``Answer``, and the field visit that it belongs to ("" for none).

    ``sections`` names the sections that stand in it.
    """

    answered = Signal(object, str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self,
        edition: Edition,
        item: Item,
        year: int,
        words: Words,
        shares: Set[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        method, language = edition.method, words.language
        self._answer = Answer(item.id)
        self._levels = ChoiceCard(
            self.tr("Level"), _choices(edition, item, words), may_be_none=True
        )
        self._clear = Button(self.tr("Clear"), Kind.LINK, on_click=self._on_clear)
        self._aid = Button(self.tr("Not sure? Answer a few questions"), Kind.LINK)
        self._aid.clicked.connect(lambda: self._ask(edition, item, language))
        if not item.aid:
            self._aid.hide()
        self._practices = PracticeList(item, method, language)
        self._figures = FigureTable(item, year, method.figure_needed_from, words, shares)
        self._statement = StatementForm(words, method.grade_caps[1])
        self.sections: dict[Section, ItemSection] = {
            Section.LEVEL: self._level_section(),
            Section.PRACTICES: self._practices,
            Section.FIGURES: self._figures,
            Section.STATEMENT: self._statement,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_16)
        for section in self.sections.values():
            column.addWidget(section)
        self._connect()

    def show_answer(self, answer: Answer) -> None:
        """Shows ``answer``; a field that the person types in is left alone."""
        self._answer = answer
        self._levels.set_number(answer.level)
        self._clear.setVisible(answer.level is not None)
        self._practices.show_ticked(answer.practices, answer.level)
        self._figures.show_figures(answer)
        self._statement.show_statement(answer.statement)

    def compare_with(self, previous: Previous) -> None:
        """Marks what of the statement is last year's."""
        before = previous.answer(self._answer.item).statement
        self._statement.compare_with(previous.year, before)

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        self._figures.flush()
        self._statement.flush()

    def focus_section(self, section: Section, reason: Qt.FocusReason) -> None:
        """Puts the keyboard where ``section`` begins."""
        match section:
            case Section.PRACTICES:
                self._practices.focus_first(reason)
            case Section.FIGURES:
                self._figures.focus_first(reason)
            case Section.STATEMENT:
                self._statement.focus_first(reason)
            case _:
                self._levels.focus_row(reason)

    @property
    def level_row(self) -> QWidget:
        """The row of the level chosen, else the first."""
        return self._levels.row

    def show_found(self, findings: Iterable[Finding], known: Mapping[str, Figure]) -> None:
        """Says of ``findings`` at the figures, and offers what is ``known`` of them elsewhere."""
        self._figures.show_findings(findings)
        self._figures.show_known(known)

    def has_place(self, place: str) -> bool:
        """Whether ``place`` is a figure here."""
        return self._figures.has_place(place)

    def focus_place(self, place: str, reason: Qt.FocusReason) -> QWidget:
        """Puts the keyboard on the figure at ``place``; its field."""
        return self._figures.focus_place(place, reason)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Whether ``event`` was a digit that chooses a level."""
        return self._levels.take_digit(event)

    def _level_section(self) -> ItemSection:
        hint = self.tr("Read from level 4 down: the first one *fully done* is yours")
        section = ItemSection(self.tr("Which level is reached today"), hint, self._clear)
        section.body.addWidget(self._levels)
        section.body.addWidget(self._aid, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _ask(self, edition: Edition, item: Item, language: Language) -> None:
        from digicom_desktop.ui.aid_dialog import AidDialog

        names = tuple(name.in_(language) for name in edition.level_names)
        dialog = AidDialog(item, names, language, self.window())
        if dialog.exec() == AidDialog.DialogCode.Accepted:
            self._levels.choose(dialog.level)
            self._levels.focus_row()
        dialog.deleteLater()

    def _connect(self) -> None:
        self._levels.chosen.connect(self._on_level_chosen)
        self._practices.ticked.connect(self._on_practice_ticked)
        self._practices.level_taken.connect(self._levels.choose)
        self._figures.edited.connect(self._on_figure_edited)
        self._figures.pasted.connect(self._on_figures_pasted)
        self._statement.edited.connect(self._on_statement_edited)
        for typed in (self._figures, self._statement):
            typed.typing.connect(self.typing)
            typed.visit_ended.connect(self.visit_ended)

    def _on_clear(self) -> None:
        self._levels.choose(None)
        self._levels.focus_row()

    def _on_level_chosen(self, level: int | None) -> None:
        self._tell(replace(self._answer, level=level))

    def _on_practice_ticked(self, practice: str, ticked: bool) -> None:
        self._tell(self._answer.with_practice(practice, ticked))

    def _on_figure_edited(self, indicator: str, figure: Figure, which: str) -> None:
        self._tell(self._answer.with_figure(indicator, figure), f"{indicator}.{which}")

    def _on_figures_pasted(self, figures: Mapping[str, Figure]) -> None:
        answer = self._answer
        for id, figure in figures.items():
            answer = answer.with_figure(id, figure)
        self.visit_ended.emit()
        self._tell(answer)

    def _on_statement_edited(self, name: str, text: str) -> None:
        statement = replace(self._answer.statement, **{name: text})
        self._tell(replace(self._answer, statement=statement), f"{self._answer.item}.{name}")

    def _tell(self, answer: Answer, visit: str = "") -> None:
        self._answer = answer
        self.answered.emit(answer, visit)


def _choices(edition: Edition, item: Item, words: Words) -> list[Choice]:
    """The five levels, the highest first: the method reads downwards."""
    language = words.language
    return [
        Choice(
            level.level, edition.level_names[level.level].in_(language), level.text.in_(language)
        )
        for level in reversed(item.levels)
    ]
