"""The company page: the firm, its size, what is applied for, and three narratives."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import REQUIRED_FIELDS, missing
from digicom_desktop.domain.words import Words
from digicom_desktop.library import Library
from digicom_desktop.session import Change, Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import AT_RIGHT, Button, Kind, OnwardButton
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.company_fields import AMOUNTS, CompanyField, CompanyFields
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12, SPACE_16

_YEARS_BACK = 10
_Row = tuple[str, ...]

_BASICS: tuple[_Row, ...] = (
    ("name",),
    ("credit_code", "legal_representative"),
    ("region",),
    ("address", "postcode"),
    ("founded", "ownership"),
    ("contact", "phone", "email"),
)
_SIZE: tuple[_Row, ...] = (
    ("industry",),
    ("employees", "revenue", "total_assets"),
    ("honours",),
)
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


class _Missing(QWidget):
    """One sentence that names the required fields still blank, each a jump to its field."""

    asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._names: tuple[str, ...] | None = None
        self._flow = FlowLayout(SPACE_8, 0)
        self.setLayout(self._flow)

    def show_fields(self, names: tuple[str, ...]) -> None:
        """Names the fields ``names``; says so when nothing is missing."""
        if names == self._names:
            return
        self._names = names
        # What stands below keeps its place when a line of names goes away.
        self.setMinimumHeight(self.height() if self.isVisible() else 0)
        self._flow.clear()
        icon = "alert" if names else "check"
        tone = theme.current().red if names else theme.current().green
        self._flow.addWidget(IconLabel(icon, tone.text))
        self._flow.addWidget(PlainLabel(self._sentence(len(names)), "compact", "text2"))
        for name in names:
            link = Button(self._words.say(f"company.{name}"), Kind.LINK)
            link.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            self._flow.addWidget(link)

    def _sentence(self, count: int) -> str:
        if not count:
            return self.tr("Everything that is required is filled in.")
        return self.tr("Still needed before finalising ({0}):").format(count)


class CompanyPage(Page):
    """Every field of the firm, kept as typed."""

    def __init__(self, session: Session, words: Words, library: Library) -> None:
        super().__init__()
        self._session = session
        self._fields: dict[str, CompanyField] = {}
        self._makes = CompanyFields(words, library.regions(), library.industries(), _years(session))
        self._missing = _Missing(words)
        self._missing.asked.connect(self.focus_start)
        self._scroll = ScrolledColumn()
        self._scroll.body.setSpacing(SPACE_12)
        self._scroll.body.addLayout(self._head())
        self._scroll.body.addWidget(self._missing)
        for title, note, rows in self._groups():
            self._scroll.body.addWidget(self._card(title, note, rows))
        onward = OnwardButton(self.tr("Next: business profile"))
        onward.clicked.connect(lambda: self.place_requested.emit("profile"))
        self._scroll.body.addWidget(onward, 0, AT_RIGHT)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._show(session.current)

    def show_change(self, change: Change) -> None:
        if "company" in change.parts:
            self._show(change.after)

    def flush(self) -> None:
        for field in self._fields.values():
            field.flush()

    def focus_start(self, target: str = "") -> None:
        blank = missing(self._session.current.company)
        name = target if target in self._fields else next(iter(blank), "name")
        field = self._fields[name]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(field, SPACE_16, SPACE_16)

    def _groups(self) -> tuple[tuple[str, str, tuple[_Row, ...]], ...]:
        return (
            (self.tr("The firm"), "", _BASICS),
            (self.tr("Industry and size"), "", _SIZE),
            (self.tr("Application and filling in"), "", _FILING),
            (
                self.tr("In the firm's own words"),
                self.tr("Printed in the report as they stand here"),
                _STORY,
            ),
        )

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(PlainLabel(self.tr("Company"), "page"))
        note = self.tr("Saved as you type. * is needed before the assessment is finalised.")
        row.addWidget(PlainLabel(note, "compact", "text2", wrap=True), 1)
        return row

    def _card(self, title: str, note: str, rows: Sequence[_Row]) -> QWidget:
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
        card.body.addLayout(column)
        return card

    def _field(self, name: str) -> CompanyField:
        field = self._makes.make(name, required=name in REQUIRED_FIELDS)
        field.edited.connect(lambda text, name=name: self._on_edited(name, text))
        field.typing.connect(self.typing)
        field.visit_ended.connect(self.visit_ended)
        self._fields[name] = field
        return field

    def _show(self, assessment: Assessment) -> None:
        company = assessment.company
        for name, field in self._fields.items():
            field.set_text(str(getattr(company, name)))
        self._show_amounts(assessment)
        self._missing.show_fields(missing(company))

    def _show_amounts(self, assessment: Assessment) -> None:
        for name in AMOUNTS:
            field = self._fields[name]
            if isinstance(field, Field):
                field.set_hint(self._makes.amount_hint(getattr(assessment.company, name)))

    def _on_edited(self, name: str, text: str) -> None:
        value = int(text) if name == "year" else text
        current = self._session.current
        company = replace(current.company, **{name: value})  # type: ignore[arg-type]
        self.change_requested.emit(replace(current, company=company), f"company.{name}")
