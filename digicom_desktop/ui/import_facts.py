"""What a file is and holds, in a few lines, and what becomes of an assessment that is there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.hand_in import HandIn, IfExists, Source
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.choice_card import Choice, ChoiceCard
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.revision_standing import revision_name, state_name
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12

_ANSWERS = (IfExists.KEEP, IfExists.REPLACE, IfExists.SKIP)


class ImportFacts(QWidget):
    """Firm, year, checklist, kind of file, answers, state and code."""

    def __init__(self, hand_in: HandIn, edition: Edition, language: Language) -> None:
        super().__init__()
        self._hand_in, self._edition, self._language = hand_in, edition, language
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnStretch(1, 1)
        self._values: list[Paragraph] = []
        for row, name in enumerate(self._names()):
            value = Paragraph("", "compact")
            label = PlainLabel(name, "compact", "text2")
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._values.append(value)

    def show_content(self, assessment: Assessment) -> None:
        """Shows what would be brought in now."""
        for value, text in zip(self._values, self._texts(assessment), strict=True):
            value.set_text(text)

    def _names(self) -> tuple[str, ...]:
        names = (
            self.tr("Firm"),
            self.tr("Credit code"),
            self.tr("Year"),
            self.tr("Checklist"),
            self.tr("File"),
            self.tr("Answered"),
            self.tr("State"),
        )
        return (*names, self.tr("Code")) if self._hand_in.code else names

    def _texts(self, assessment: Assessment) -> tuple[str, ...]:
        company, items = assessment.company, self._edition.item_ids
        answered = sum(assessment.answer(item).is_answered for item in items)
        texts = (
            company.name or self.tr("not filled in"),
            company.credit_code or self.tr("not filled in"),
            str(assessment.year),
            self._edition.title.in_(self._language),
            self._kind(),
            self.tr("{0} of {1} items").format(answered, len(items)),
            self._state(),
        )
        return (*texts, self._hand_in.code) if self._hand_in.code else texts

    def _kind(self) -> str:
        match self._hand_in.source:
            case Source.WORKBOOK:
                return self.tr("Excel workbook")
            case Source.TEMPLATE:
                count = len(self._hand_in.differences)
                return self.tr("Filled template, values read: {0}").format(count)
            case Source.PACKAGE:
                count = len(self._hand_in.evidence)
                return self.tr("Package, evidence files: {0}").format(count)

    def _state(self) -> str:
        # What a file says of itself is believed only where it is one of the states there are.
        said = self._hand_in.state
        name = state_name(State(said) if said in set(State) else State.DRAFT)
        number = self._hand_in.revision
        return name if number is None else f"{revision_name(number)} · {name}"


class IfExistsChoice(QWidget):
    """What becomes of ``existing``; both are kept unless something else is chosen."""

    chosen = Signal()

    def __init__(self, existing: SavedRow) -> None:
        super().__init__()
        summary = existing.summary
        said = self.tr("{0}, {1}, is here already. What becomes of it?")
        firm = summary.firm or self.tr("This assessment")
        self._card = ChoiceCard(self.tr("What becomes of it"), self._choices())
        self._card.set_number(1)
        self._card.chosen.connect(lambda _: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(Paragraph(said.format(firm, summary.year), "strong"))
        column.addWidget(self._card)

    @property
    def if_exists(self) -> IfExists:
        """What the person chose."""
        return _ANSWERS[(self._card.number or 1) - 1]

    def _choices(self) -> list[Choice]:
        return [
            Choice(1, self.tr("Keep both"), self.tr("The file becomes an assessment of its own.")),
            Choice(
                2,
                self.tr("Replace"),
                self.tr("It says from now on what the file says; its revisions stay."),
            ),
            Choice(3, self.tr("Skip"), self.tr("Nothing is brought in; it stays as it is.")),
        ]
