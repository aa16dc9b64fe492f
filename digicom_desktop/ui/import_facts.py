"""What a file is and holds, in a few lines, and what becomes of an assessment that is there."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
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
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tone

_ANSWERS = (IfExists.KEEP, IfExists.REPLACE, IfExists.SKIP)


class ImportFacts(QWidget):
    """Firm, year, checklist, kind of file, answers, evidence, state and code."""

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
            self.tr("Assessed against"),
            self.tr("File"),
            self.tr("Answered"),
            self.tr("Evidence"),
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
            self._evidence(assessment),
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
                return self._package()

    def _package(self) -> str:
        revisions = self._hand_in.revisions
        if not revisions:
            return self.tr("Package")
        if any(revision.changes for revision in revisions):
            said = self.tr("Package, revisions: {0}, with what became of them")
        else:
            said = self.tr("Package, revisions: {0}")
        return said.format(len(revisions))

    def _evidence(self, assessment: Assessment) -> str:
        """How much there is, and of how much the files come along."""
        entries = assessment.evidence.entries
        if not entries:
            return self.tr("None")
        if self._hand_in.source is not Source.PACKAGE:
            return self.tr("{0} listed; a workbook holds no files").format(len(entries))
        come = self._hand_in.evidence
        filed = sum(entry.file is not None and entry.file.sha256 in come for entry in entries)
        return self.tr("{0}, of which with a file: {1}").format(len(entries), filed)

    def _state(self) -> str:
        if self._hand_in.was_altered:
            altered = self.tr("Draft: the workbook was altered since revision {0} was exported")
            return altered.format(self._hand_in.revision)
        # What a file says of itself is believed only where it is one of the states there are.
        said = self._hand_in.state
        name = state_name(State(said) if said in set(State) else State.DRAFT)
        number = self._hand_in.revision
        return name if number is None else f"{revision_name(number)} · {name}"


class IfExistsChoice(QWidget):
    """What becomes of ``existing``; both are kept unless something else is chosen."""

    chosen = Signal()

    def __init__(self, existing: SavedRow, same: int | None) -> None:
        """``same`` is the revision here that says exactly what the file says, None for none."""
        super().__init__()
        summary = existing.summary
        said = self.tr("{0}, {1}, is here already ({2}). What becomes of it?")
        firm = summary.firm or self.tr("This assessment")
        which = _which(existing)
        self._card = ChoiceCard(self.tr("What becomes of it"), self._choices())
        self._card.set_number(1)
        self._card.chosen.connect(lambda _: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(Paragraph(said.format(firm, summary.year, which), "strong"))
        if same is not None:
            exactly = self.tr("The file says exactly what revision {0} here says.").format(same)
            column.addWidget(Paragraph(exactly, "compact", Tone.BLUE))
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


def _which(row: SavedRow) -> str:
    """What tells ``row`` from others of the same firm and year."""
    summary = row.summary
    name = state_name(State(summary.state))
    if summary.state != State.DRAFT.value:
        name = f"{revision_name(summary.revision)} · {name}"
    changed = QCoreApplication.translate("ImportFacts", "{0}, last changed {1}")
    return changed.format(name, f"{row.changed.astimezone():%Y-%m-%d %H:%M}")
