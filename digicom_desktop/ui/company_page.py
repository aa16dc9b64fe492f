"""The company page: the firm, its size and figures, what is applied for, and three narratives."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import REQUIRED_FIELDS, Company, missing
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.after_paint import AfterPaint, show_in
from digicom_desktop.ui.buttons import AT_RIGHT, OnwardButton
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.company_fields import CompanyField, CompanyFields
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.fields import ChoiceField
from digicom_desktop.ui.found_at import doubt, found_at
from digicom_desktop.ui.known_firm_offer import KnownFirmOffer
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.last_year import LastYearText
from digicom_desktop.ui.metric_desk import MetricDesk
from digicom_desktop.ui.missing_line import MissingLine
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.size_line import SizeLine
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from digicom_desktop.workspace import Workspace

_YEARS_BACK = 10
"""Pixels that are seen above and below the field that is gone to: what is said of it, too."""
_SHOWN = frozenset({"company", "metrics", "profile"})
_Row = tuple[str, ...]

_BASICS: tuple[_Row, ...] = (
    ("name",),
    ("credit_code", "legal_representative"),
    ("region",),
    ("address", "postcode"),
    ("founded", "ownership"),
    ("contact", "phone", "email"),
    ("honours",),
)
_INDUSTRY: tuple[_Row, ...] = (("industry", "industry_detail"),)
_FILING: tuple[_Row, ...] = (
    ("category", "year"),
    ("receiving_bureau", "person_in_charge"),
    ("filled_by", "filled_on"),
)
_STORY: tuple[_Row, ...] = (("main_practices",), ("results",), ("problems",))


def _years(session: Session) -> list[int]:
    """The years offered, latest first; an older one stays where it was chosen."""
    latest = session.saved_at.year
    offered = {latest - back for back in range(_YEARS_BACK)}
    return sorted({*offered, session.current.year}, reverse=True)


def _is_here(place: str) -> bool:
    return place.partition("#")[0] == "company"


class CompanyPage(Page):
    """Every field of the firm, kept as typed.

    The fields further down are made once the person sees the first ones.
    """

    def __init__(self, session: Session, words: Words, workspace: Workspace) -> None:
        super().__init__()
        library = workspace.library
        self._session, self._words = session, words
        self._fields: dict[str, CompanyField] = {}
        self._makes = CompanyFields(
            words,
            library.regions(),
            library.industries(),
            library.size_standard(),
            _years(session),
            lambda: session.today,
        )
        self._groups: list[tuple[str, str]] = []
        self._offer = KnownFirmOffer(workspace, session.id)
        self._offer.accepted.connect(self._on_offer_accepted)
        self._size = SizeLine(library.size_standard(), words)
        self._figures = MetricDesk(library.metrics(), words)
        below = QWidget(self)
        below.hide()
        self._below = QVBoxLayout(below)
        self._missing = MissingLine(words)
        self._missing.asked.connect(self.focus_start)
        self._missing.check_requested.connect(lambda: self.place_requested.emit("review"))
        self._lay_out()
        self._connect_figures()
        self._show(session.current)
        self._further = AfterPaint(self, self._add_further)

    def show_change(self, change: Change) -> None:
        if change.parts & _SHOWN:
            self._show(change.after)

    def flush(self) -> None:
        for field in self._fields.values():
            field.flush()
        self._figures.flush()

    def focus_start(self, target: str = "") -> None:
        first = next(iter(missing(self._session.current.company)), "name")
        if target or first not in self._fields:
            # Only a page that is whole and laid out can be scrolled to a place further down.
            self._further.finish()
        places = self._places()
        field = places[target if target in places else first]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.bring(field)

    def _places(self) -> dict[str, CompanyField]:
        """The fields that are there, by the names that the company has for their values."""
        return {**self._fields, **self._figures.company_fields, **self._figures.places}

    def _lay_out(self) -> None:
        self._scroll = ScrolledColumn()
        column = self._scroll.body
        column.setSpacing(SPACE_12)
        column.addLayout(self._head())
        column.addWidget(self._missing)
        column.addWidget(self._card(self.tr("The firm"), "", _BASICS))
        size = self._card(self.tr("Industry and size"), "", _INDUSTRY)
        size.body.addSpacing(SPACE_4)
        size.body.addWidget(self._figures.size_figures)
        size.body.addWidget(self._size)
        column.addWidget(size)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(SPACE_12)
        self._below.addWidget(self._figures)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _add_further(self) -> None:
        self._figures.show_tables()
        column = self._below
        column.addWidget(self._card(self.tr("Application and filling in"), "", _FILING))
        note = self.tr("Printed in the report as they stand here")
        column.addWidget(self._card(self.tr("In the firm's own words"), note, _STORY))
        onward = OnwardButton(self.tr("Next: business profile"))
        onward.clicked.connect(lambda: self.place_requested.emit("profile"))
        column.addWidget(onward, 0, AT_RIGHT)
        self._show_fields(self._session.current.company)
        self._show_findings()
        show_in(self._scroll.body, self._below.parentWidget())

    def _connect_figures(self) -> None:
        self._figures.edited.connect(self._on_figure_edited)
        self._figures.pasted.connect(self._on_figures_pasted)
        self._figures.typing.connect(self.typing)
        self._figures.visit_ended.connect(self.visit_ended)
        self._figures.profile_requested.connect(lambda: self.place_requested.emit("profile"))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(PlainLabel(self.tr("Company"), "page"))
        note = self.tr("Saved as you type. * is needed before the assessment is finalised.")
        row.addWidget(PlainLabel(note, "compact", "text2", wrap=True), 1)
        return row

    def _card(self, title: str, note: str, rows: Sequence[_Row]) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(PlainLabel(title, "section"))
        if note:
            head.addWidget(PlainLabel(note, "caption", "text3"))
        head.addStretch(1)
        card.body.addLayout(head)
        column = QVBoxLayout()
        column.setSpacing(SPACE_12)
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(SPACE_16)
            for name in names:
                row.addWidget(self._field(name), 1)
            column.addLayout(row)
            if "credit_code" in names:
                column.addWidget(self._offer)
            self._add_last_year(column, names[0])
        card.body.addLayout(column)
        return card

    def _add_last_year(self, column: QVBoxLayout, name: str) -> None:
        previous = self._session.current.previous
        if previous is not None and (text := previous.narratives.get(name)):
            before = LastYearText(previous.year, text)
            before.taken.connect(lambda text, name=name: self._on_last_year_taken(name, text))
            column.addWidget(before)

    def _field(self, name: str) -> QWidget:
        field = self._makes.make(name, required=name in REQUIRED_FIELDS)
        field.edited.connect(lambda text, name=name: self._on_edited(name, text))
        field.typing.connect(self.typing)
        field.visit_ended.connect(self.visit_ended)
        self._fields[name] = field
        return field

    def _show(self, assessment: Assessment) -> None:
        company = assessment.company
        self._show_groups(company)
        self._show_fields(company)
        self._figures.show_findings(self._session.appraisal.open_findings)
        self._figures.show_assessment(assessment)
        self._show_findings()
        self._size.show_company(company)
        wrong = [f for f in self._session.appraisal.open_findings if _is_here(f.place)]
        self._missing.show_fields(missing(company), len(wrong))
        self._offer.show_assessment(assessment)

    def _show_fields(self, company: Company) -> None:
        for name, field in self._fields.items():
            field.set_text(str(getattr(company, name)))

    def _show_findings(self) -> None:
        """What the check finds at a field, once the person has left it."""
        found = found_at(self._session.appraisal.open_findings)
        words = self._words
        for name, field in self._fields.items():
            if isinstance(field, Field) and not field.is_typed_in:
                field.set_remarks([doubt(one, words) for one in found.get(f"company#{name}", ())])

    def _show_groups(self, company: Company) -> None:
        """The question for the industry group, where the size class depends on it."""
        groups = self._makes.groups_of(company.industry)
        field = self._fields["industry_detail"]
        if groups != self._groups and isinstance(field, ChoiceField):
            field.set_choices(groups)
        self._groups = groups
        field.setVisible(bool(groups))

    def _on_edited(self, name: str, text: str) -> None:
        current = self._session.current
        changed: dict[str, object] = {name: int(text) if name == "year" else text}
        if name == "industry":
            changed["industry_detail"] = ""
        company = replace(current.company, **changed)  # type: ignore[arg-type]
        self.change_requested.emit(replace(current, company=company), f"company.{name}")

    def _on_last_year_taken(self, name: str, text: str) -> None:
        """Behind what is written already; undo takes it out again."""
        self.flush()
        self.visit_ended.emit()
        written = self._fields[name].text()
        self._on_edited(name, f"{written}\n{text}" if written else text)
        self.visit_ended.emit()
        self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_figure_edited(self, id: str, value: MetricValue, which: str) -> None:
        changed = self._session.current.with_metric(id, value)
        self.change_requested.emit(changed, f"metrics.{id}.{which}")

    def _on_figures_pasted(self, values: Mapping[str, MetricValue]) -> None:
        changed = self._session.current
        for id, value in values.items():
            changed = changed.with_metric(id, value)
        self.visit_ended.emit()
        self.change_requested.emit(changed, "")

    def _on_offer_accepted(self) -> None:
        self.flush()
        self.visit_ended.emit()
        self.change_requested.emit(self._offer.filled(self._session.current), "")
        self.focus_start()
