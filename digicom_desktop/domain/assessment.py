"""One assessment: the firm, its answers to the items, and the evidence for them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.company import Company
from digicom_desktop.domain.metric import COMPANY_FIELDS, MetricValue
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.previous import Previous
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.statement import Statement

REASON_LIMIT = 600
TITLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure of one item as typed, for the assessed year and the year before."""

    current: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the firm says about one item; ``level`` 0-4, None while unanswered.

    ``not_applicable`` goes before ``level``, which is kept so that nothing is lost when the item
    turns out to apply after all. ``later`` marks an item to come back to. ``to_confirm`` says that
    all of it is last year's and counts as nothing before somebody has looked at it.
    """

    item: str
    level: int | None = None
    not_applicable: bool = False
    reason: str = ""
    practices: frozenset[str] = frozenset()
    figures: Mapping[str, Figure] = field(default_factory=lambda: MappingProxyType({}))
    statement: Statement = Statement()
    later: bool = False
    to_confirm: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether a level is chosen or the item is said not to apply, and that is this year's."""
        return not self.to_confirm and (self.not_applicable or self.level is not None)

    def figure(self, indicator: str) -> Figure:
        """The figure typed for ``indicator``, blank if none."""
        return self.figures.get(indicator, Figure())

    def with_figure(self, indicator: str, figure: Figure) -> "Answer":
        """This answer with another figure for ``indicator``; a blank one is left out."""
        figures = {**self.figures, indicator: figure}
        if figure == Figure():
            del figures[indicator]
        return replace(self, figures=MappingProxyType(figures))

    def with_practice(self, practice: str, ticked: bool) -> "Answer":
        """This answer with ``practice`` ticked or not."""
        practices = self.practices | {practice} if ticked else self.practices - {practice}
        return replace(self, practices=practices)


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A copied file: its original name, size in bytes and SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence; ``number`` ("1.1-01") is given at first use and kept for ever.

    ``grade`` is 2 (the firm's own document) or 3 (checkable from outside); ``date`` and
    ``valid_until`` (of a licence or contract, the last day it holds) as typed.
    """

    number: str
    title: str = ""
    date: str = ""
    proves: str = ""
    grade: int = 2
    items: tuple[str, ...] = ()
    file: EvidenceFile | None = None
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRegister:
    """All evidence by number, and how many numbers each item has given out already."""

    entries: tuple[Evidence, ...] = ()
    issued: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def sorted(self) -> "EvidenceRegister":
        """This register in the order of its numbers."""
        return replace(self, entries=_by_number(self.entries))

    def of_item(self, item: str) -> tuple[Evidence, ...]:
        """The evidence that supports ``item``."""
        return tuple(entry for entry in self.entries if item in entry.items)

    def next_number(self, item: str) -> str:
        """The number that the next evidence first used for ``item`` gets."""
        return f"{item}-{self.issued.get(item, 0) + 1:02d}"

    def with_new(self, entry: Evidence) -> "EvidenceRegister":
        """This register with ``entry``, whose number came from ``next_number``."""
        item = entry.number.rpartition("-")[0]
        issued = MappingProxyType({**self.issued, item: self.issued.get(item, 0) + 1})
        return replace(self, entries=_by_number((*self.entries, entry)), issued=issued)

    def with_changed(self, entry: Evidence) -> "EvidenceRegister":
        """This register with ``entry`` in the place of the one with the same number."""
        others = (old for old in self.entries if old.number != entry.number)
        return replace(self, entries=_by_number((*others, entry)))

    def without(self, number: str) -> "EvidenceRegister":
        """This register without ``number``, which is never given out again."""
        return replace(self, entries=tuple(e for e in self.entries if e.number != number))

    def entry(self, number: str) -> Evidence:
        """The evidence ``number``; KeyError if there is none."""
        for entry in self.entries:
            if entry.number == number:
                return entry
        raise KeyError(number)


def _by_number(entries: Collection[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(entries, key=lambda entry: _number_key(entry.number)))


def _number_key(number: str) -> tuple[str, int]:
    item, _, count = number.rpartition("-")
    return item, int(count)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything one assessment says; a change makes a new value."""

    edition: str
    company: Company
    profile: frozenset[str] = frozenset()
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    evidence: EvidenceRegister = EvidenceRegister()
    metrics: Mapping[str, MetricValue] = field(default_factory=lambda: MappingProxyType({}))
    reasons: Mapping[str, Reason] = field(default_factory=lambda: MappingProxyType({}))
    """What is said about findings, by ``Finding.key``; also of findings that are gone."""
    plan: Plan = Plan()
    previous: Previous | None = None

    @property
    def year(self) -> int:
        """The assessed year (评价年度)."""
        return self.company.year

    def answer(self, item: str) -> Answer:
        """The answer to ``item``, an empty one if there is none yet."""
        return self.answers.get(item) or Answer(item)

    def with_answer(self, answer: Answer) -> "Assessment":
        """This assessment with ``answer`` in the place of the item's old one.

        Last year's answer is this year's once it is changed. A mark to come back is no change, and
        this year's figures alone say nothing of level and statement, which still are last year's.
        """
        old = self.answer(answer.item)
        if old.to_confirm and replace(answer, later=old.later, figures=old.figures) != old:
            answer = replace(answer, to_confirm=False)
        answers = {**self.answers, answer.item: answer}
        if answer == Answer(answer.item):
            del answers[answer.item]
        return replace(self, answers=MappingProxyType(answers))

    def metric(self, id: str) -> MetricValue:
        """The firm's figure ``id``, blank if none; the assessed year of some is the company's."""
        value = self.metrics.get(id, MetricValue())
        shared = COMPANY_FIELDS.get(id)
        return replace(value, current=getattr(self.company, shared)) if shared else value

    def with_metric(self, id: str, value: MetricValue) -> "Assessment":
        """This assessment with another value for the figure ``id``; a blank one is left out."""
        company = self.company
        if shared := COMPANY_FIELDS.get(id):
            current: dict[str, Any] = {shared: value.current}
            company = replace(company, **current)
            value = replace(value, current="")
        metrics = {**self.metrics, id: value}
        if value == MetricValue():
            del metrics[id]
        return replace(self, company=company, metrics=MappingProxyType(metrics))

    def with_reason(self, key: str, reason: Reason | None) -> "Assessment":
        """This assessment with another reason for the finding ``key``, or none."""
        reasons = {old: said for old, said in self.reasons.items() if old != key}
        if reason is not None:
            reasons[key] = reason
        return replace(self, reasons=MappingProxyType(reasons))
