"""A copy of a report for advice: what it says, without who says it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from digicom_desktop.domain.closing_views import ActionView, FindingView, PlanView, StepView
from digicom_desktop.domain.name_search import NameSearch, searchable
from digicom_desktop.domain.report import (
    DirectionView,
    EvidenceView,
    FigureView,
    ItemView,
    MetricView,
    Report,
    Row,
)
from digicom_desktop.domain.words import Words

_Figure = TypeVar("_Figure", FigureView, MetricView)

STATE = "advice"
"""The state of such a report."""

_PERSON, _WITHHELD = "advice_copy.person", "advice_copy.withheld"
_FIELDS = MappingProxyType(
    {
        "company.name": "advice_copy.firm",
        "company.legal_representative": _PERSON,
        "company.contact": _PERSON,
        "company.filled_by": _PERSON,
        "company.person_in_charge": _PERSON,
        **dict.fromkeys(
            (
                f"company.{name}"
                for name in ("credit_code", "address", "postcode", "phone", "email")
            ),
            _WITHHELD,
        ),
        "statement.person": _PERSON,
    }
)
"""What stands in a field that says who the firm or a person is."""
_ANYWHERE = frozenset(_FIELDS) - {"company.name", "company.postcode"}
"""Fields whose values are looked for in all texts; six digits may be anything."""
_ROLE = re.compile(r"[(\uff08][^)\uff09]*[)\uff09]")
_ENUMERATION = re.compile("[\u3001\uff0c,;\uff1b/\n]")
_SHORT_FIRM = 3
"""A trade name of two characters may be any word."""


def without_names(report: Report) -> Report:
    """``report`` without the names of firm, persons and files, code, and ways to reach them.

    What people wrote is searched for them; the sentences of the checklist stay as they are. There
    is no canonical content and no code: nothing can be compared with what was handed in.
    """
    copy = _Copy(report.words, NameSearch.of(_names(report)))
    words = report.words
    state = "advice_copy.state_draft" if report.revision is None else "advice_copy.state"
    return replace(
        report,
        state=STATE,
        state_name=words.say(state),
        revision=None,
        code="",
        content=b"",
        firm=words.say("advice_copy.firm"),
        credit_code="",
        company=tuple(map(copy.row, report.company)),
        narratives=tuple(map(copy.row, report.narratives)),
        metrics=tuple(map(copy.figure, report.metrics)),
        directions=tuple(map(copy.direction, report.directions)),
        evidence=tuple(map(copy.evidence, report.evidence)),
        findings=tuple(map(copy.finding, report.findings)),
        steps=tuple(map(copy.step, report.steps)),
        plan=copy.plan(report.plan),
        notices={
            **report.notices,
            "code_meaning": "",
            "draft": words.say("advice_copy.notice"),
        },
    )


@dataclass(frozen=True, slots=True)
class _Copy:
    """Takes the names out of the parts of a report."""

    words: Words
    names: NameSearch

    def text(self, text: str) -> str:
        return self.names.replaced(text)

    def row(self, row: Row) -> Row:
        neutral = _FIELDS.get(row.id)
        if neutral is None or not row.value.strip():
            return replace(row, value=self.text(row.value))
        return replace(row, value=self.words.say(neutral))

    def figure(self, figure: _Figure) -> _Figure:
        return replace(
            figure, current=self.text(figure.current), previous=self.text(figure.previous)
        )

    def direction(self, direction: DirectionView) -> DirectionView:
        return replace(direction, items=tuple(map(self.item, direction.items)))

    def item(self, item: ItemView) -> ItemView:
        return replace(
            item,
            reason=self.text(item.reason),
            figures=tuple(map(self.figure, item.figures)),
            statement=tuple(map(self.row, item.statement)),
            last_year=self.text(item.last_year),
            hold_back=self.text(item.hold_back),
        )

    def evidence(self, entry: EvidenceView) -> EvidenceView:
        return replace(
            entry,
            title=self.text(entry.title),
            date=self.text(entry.date),
            valid_until=self.text(entry.valid_until),
            proves=self.text(entry.proves),
            file_name=self.words.say("advice_copy.file") if entry.file_name else "",
            file_size=None,
            file_sha256="",
        )

    def finding(self, finding: FindingView) -> FindingView:
        return replace(
            finding,
            where=self.text(finding.where),
            sentence=self.text(finding.sentence),
            hint=self.text(finding.hint),
            said=self.text(finding.said),
        )

    def step(self, step: StepView) -> StepView:
        return replace(step, what=self.text(step.what), short=self.text(step.short))

    def plan(self, plan: PlanView) -> PlanView:
        lines = tuple(
            replace(line, actions=tuple(map(self.action, line.actions))) for line in plan.lines
        )
        return replace(plan, lines=lines)

    def action(self, action: ActionView) -> ActionView:
        return replace(
            action,
            text=self.text(action.text),
            owner=self.words.say(_PERSON) if action.owner.strip() else "",
            due=self.text(action.due),
            note=self.text(action.note),
        )


def _names(report: Report) -> dict[str, str]:
    """Every name to look for, with what replaces it."""
    words = report.words
    names: dict[str, str] = {}
    for neutral, text in _typed(report):
        forms = _persons(text) if neutral == _PERSON else _numbers(text)
        names |= dict.fromkeys(searchable(list(forms)), words.say(neutral))
    for entry in report.evidence:
        names |= dict.fromkeys(searchable([entry.file_name]), words.say("advice_copy.file"))
    firm = searchable(list(_firm_names(report)))
    return names | dict.fromkeys(firm, words.say("advice_copy.firm"))


def _typed(report: Report) -> Iterator[tuple[str, str]]:
    """What stands in the fields that name somebody."""
    yield _WITHHELD, report.credit_code
    statements = (row for item in report.items for row in item.statement)
    for row in (*report.company, *statements):
        if row.id in _ANYWHERE:
            yield _FIELDS[row.id], row.value
    for line in report.plan.lines:
        for action in line.actions:
            yield _PERSON, action.owner


def _persons(text: str) -> Iterator[str]:
    """The whole text, and each of several names without what is said of the person."""
    yield text
    yield from _ENUMERATION.split(_ROLE.sub("", text))


def _numbers(text: str) -> Iterator[str]:
    """The whole text, and the part of it that reaches the firm without an extension."""
    yield text
    digits = re.findall(r"(?<![0-9A-Za-z])\d[\d\s-]{5,}\d(?![0-9A-Za-z])", text)
    yield from (re.sub(r"[\s-]", "", number) for number in digits)


def _firm_names(report: Report) -> Iterator[str]:
    """The full name, that without place and legal form, and the trade name alone."""
    words = report.words
    yield report.firm
    bare = _ROLE.sub("", report.firm).strip()
    yield bare
    core = _without_ending(bare, words.say("advice_copy.firm_endings").split())
    core = _without_places(core, _places(report))
    trade = _without_ending(core, words.say("advice_copy.trades").split())
    yield from (name for name in (core, trade) if len(name) >= _SHORT_FIRM)


def _without_ending(name: str, endings: list[str]) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending)
    return name


def _without_places(name: str, places: list[str]) -> str:
    for place in places:
        if name != place:
            name = name.removeprefix(place)
    return name


def _places(report: Report) -> list[str]:
    """Province, city and county of the firm, each also without what it is called by."""
    region = next((row.value for row in report.company if row.id == "company.region"), "")
    endings = report.words.say("advice_copy.place_endings").split()
    one_of = "|".join(sorted(endings, key=len, reverse=True))
    places = re.findall(f"\\S+?(?:{one_of})", region)
    return [form for place in places for form in (place, _without_ending(place, endings))]
