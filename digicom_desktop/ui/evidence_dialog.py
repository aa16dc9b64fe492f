"""Says what a piece of evidence is: title, dates, what it proves, grade, items."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import TITLE_LIMIT, Evidence
from digicom_desktop.domain.date_text import read_valid_until
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.statement import STATEMENT_LIMIT
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.choice_card import Choice, ChoiceCard
from digicom_desktop.ui.dialogs import WIDE, PlainDialog
from digicom_desktop.ui.evidence_text import other_items, size_text
from digicom_desktop.ui.fields import DateField, LineField, SearchChoiceField, TextField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12

_GRADES = (2, 3)


class EvidenceDialog(PlainDialog):
    """Edits ``entry`` as evidence of ``item``; ``entry`` then gives the edited one."""

    def __init__(
        self,
        entry: Evidence,
        item: str,
        edition: Edition,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Evidence {0}").format(entry.number), parent, WIDE)
        self._entry, self._item, self._order = entry, item, edition.item_ids
        self.body.setSpacing(SPACE_12)
        if entry.file:
            said = f"{entry.file.name} · {size_text(entry.file.size)}"
            self.body.addWidget(Paragraph(said, "caption", "text2"))
        self._add_texts(entry)
        self._add_grades(edition, language)
        self._others = self._add_others(entry, edition, language)
        self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        keep = self.add_button(self.tr("Keep"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        keep.setDefault(True)
        self._title.setFocus()

    @property
    def entry(self) -> Evidence:
        """The evidence as the fields say it."""
        chosen = {self._item, *(field.text() for field in self._others)}
        return replace(
            self._entry,
            title=self._title.text(),
            date=self._date.text(),
            valid_until=self._valid_until.text(),
            proves=self._proves.text(),
            grade=self._grade.number or self._entry.grade,
            items=tuple(id for id in self._order if id in chosen),
        )

    def done(self, result: int) -> None:
        for field in self._others:
            field.flush()
        super().done(result)

    def _add_texts(self, entry: Evidence) -> None:
        self._title = LineField(
            self.tr("Title"), TITLE_LIMIT, placeholder=self.tr("What the document is called")
        )
        self._date = DateField(self.tr("Date of the document"))
        self._valid_until = _UntilField(
            self.tr("Valid until (licences, contracts)"),
            placeholder=self.tr("a date, or long-term"),
        )
        self._proves = TextField(
            self.tr("What it proves"),
            STATEMENT_LIMIT,
            placeholder=self.tr("What a reader can see in it"),
            lines=3,
        )
        dates = QHBoxLayout()
        dates.setSpacing(SPACE_12)
        dates.addWidget(self._date, 1)
        dates.addWidget(self._valid_until, 1)
        self.body.addWidget(self._title)
        self.body.addLayout(dates)
        self.body.addWidget(self._proves)
        for field, text in (
            (self._title, entry.title),
            (self._date, entry.date),
            (self._valid_until, entry.valid_until),
            (self._proves, entry.proves),
        ):
            field.set_text(text)

    def _add_grades(self, edition: Edition, language: Language) -> None:
        choices = [
            Choice(
                grade,
                edition.grade_names[grade].in_(language),
                edition.grade_meanings[grade].in_(language),
            )
            for grade in _GRADES
        ]
        caption = self.tr("Grade")
        self._grade = ChoiceCard(caption, choices)
        self._grade.set_number(self._entry.grade)
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addWidget(PlainLabel(caption, "caption", "text2"))
        column.addWidget(self._grade)
        self.body.addLayout(column)

    def _add_others(
        self, entry: Evidence, edition: Edition, language: Language
    ) -> Sequence[SearchChoiceField]:
        choices = [
            (item.id, f"{item.id} {item.title.in_(language)}")
            for item in edition.items
            if item.id != self._item
        ]
        most = edition.method.most_items_per_evidence
        used = (*other_items(entry, self._item), *("",) * most)
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        fields = []
        for number in range(most - 1):
            field = SearchChoiceField(
                self.tr("And one more (optional)")
                if number
                else self.tr("Also for another item (optional)"),
                choices,
                placeholder=self.tr("Type to search"),
            )
            field.set_text(used[number])
            fields.append(field)
            row.addWidget(field, 1)
        self.body.addLayout(row)
        return fields


class _UntilField(DateField):
    """The last day that something is valid, or that there is none."""

    def _can_be_read(self, text: str) -> bool:
        return read_valid_until(text) is not None

    def _advice(self) -> str:
        return self.tr("Enter a date, such as 2027-08-30, or long-term")
