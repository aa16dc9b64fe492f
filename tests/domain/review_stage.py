"""A firm that the check finds nothing wrong with, and ways to spoil it for the tests."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from digicom_desktop.domain.advice import Step
from digicom_desktop.domain.assessment import (
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
    Figure,
)
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.plan import Action, Plan
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.review import ReviewSource, review
from digicom_desktop.domain.scoring import evaluate
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

LIBRARY = Library(resources_folder())
SAMPLE = LIBRARY.sample()
EDITION = LIBRARY.edition(SAMPLE.edition)
METRICS = LIBRARY.metrics()
TODAY = date(2026, 2, 12)
"""The sample's year is 2025; it was filled in on 2026-02-10."""

_LEVELS = {"1.2": 3, "3.1": 0, "4.1": 3, "4.2": 2, "6.1": 0, "6.4": 1}


def file(seed: str, name: str = "材料.pdf") -> EvidenceFile:
    """A file whose content is told apart by ``seed``."""
    return EvidenceFile(name, 1000, seed.encode().hex().ljust(64, "0"))


def _good() -> Assessment:
    """The sample without what it lacks on purpose: every claim is supported, every file there."""
    good = SAMPLE
    for id, level in _LEVELS.items():
        answer = good.answer(id)
        good = good.with_answer(replace(answer, level=level, not_applicable=False, reason=""))
    done = frozenset(p.id for p in EDITION.item("4.2").practices if (p.level or 0) <= 2)
    good = good.with_answer(replace(good.answer("4.2"), practices=done))
    good = good.with_answer(good.answer("2.1").with_figure("2.1.k1", Figure("5", "4")))
    good = good.with_answer(replace(good.answer("6.3"), later=False))
    targets = {id: level for id, level in good.plan.targets.items() if id != "2.1"}
    good = replace(good, plan=replace(good.plan, targets=targets))
    entries = tuple(replace(e, file=file(e.number)) for e in good.evidence.entries)
    return replace(good, evidence=replace(good.evidence, entries=entries))


GOOD = _good()


def source(
    assessment: Assessment = GOOD,
    *,
    today: date = TODAY,
    steps: tuple[Step, ...] = (),
    contact: Mapping[str, Judgement] | None = None,
    lost: frozenset[str] = frozenset(),
) -> ReviewSource:
    """What the check looks at."""
    edition = LIBRARY.edition(assessment.edition)
    return ReviewSource(
        edition=edition,
        assessment=assessment,
        result=evaluate(edition, assessment),
        steps=steps,
        metrics=METRICS,
        regions=LIBRARY.regions(),
        industries=LIBRARY.industries(),
        size_standard=LIBRARY.size_standard(),
        today=today,
        contact=contact or {},
        lost_files=lost,
    )


def found(rule: str, source: ReviewSource) -> list[Finding]:
    """What ``rule`` finds."""
    return [finding for finding in review(source) if finding.rule == rule]


def firm(base: Assessment = GOOD, /, **fields: Any) -> Assessment:
    """``base`` with other fields of the company."""
    return replace(base, company=replace(base.company, **fields))


def answered(item: str, base: Assessment = GOOD, /, **fields: Any) -> Assessment:
    """``base`` with other fields of the answer to ``item``."""
    answer = replace(base.answer(item), **fields)
    return replace(base, answers={**base.answers, item: answer})


def blank_answer(*items: str) -> Assessment:
    """The good firm without answers to ``items``."""
    answers = {id: answer for id, answer in GOOD.answers.items() if id not in items}
    return replace(GOOD, answers=answers)


def figure(id: str, current: str = "", previous: str = "", base: Assessment = GOOD) -> Assessment:
    """``base`` with another key figure of an item."""
    answer = base.answer(id.rpartition(".")[0])
    return base.with_answer(answer.with_figure(id, Figure(current, previous)))


def metric(id: str, current: str = "", previous: str = "", base: Assessment = GOOD) -> Assessment:
    """``base`` with another figure of the firm."""
    return base.with_metric(id, MetricValue(current, previous))


def evidence(number: str = "1.1-01", base: Assessment = GOOD, /, **fields: Any) -> Assessment:
    """``base`` with other fields of one piece of evidence."""
    entry = replace(base.evidence.entry(number), **fields)
    return replace(base, evidence=base.evidence.with_changed(entry))


def only_evidence(*entries: Evidence) -> Assessment:
    """The good firm with no other evidence than ``entries``."""
    return replace(GOOD, evidence=EvidenceRegister(entries))


def planned(*actions: Action, targets: Mapping[str, int] | None = None) -> Assessment:
    """The good firm with a plan."""
    return replace(GOOD, plan=Plan(targets or {}, actions, len(actions)))


def last_year(
    answers: Mapping[str, PreviousAnswer] | None = None,
    metrics: Mapping[str, str] | None = None,
    *,
    year: int = 2024,
    base: Assessment = GOOD,
) -> Assessment:
    """``base`` with what the assessment of the year before said."""
    previous = Previous(year, EDITION.id, answers=answers or {}, metrics=metrics or {})
    return replace(base, previous=previous)


@dataclass(frozen=True)
class Case:
    """A rule finds something at ``subject`` in ``wrong`` and nothing in ``right``, close to it.

    ``again`` is found wanting too, with other values; None where the values cannot differ.
    """

    wrong: ReviewSource
    right: ReviewSource
    subject: str = ""
    again: ReviewSource | None = None


def case(
    wrong: Assessment | ReviewSource,
    right: Assessment | ReviewSource = GOOD,
    subject: str = "",
    again: Assessment | ReviewSource | None = None,
) -> Case:
    """A case of assessments, looked at on TODAY, or of whole sources."""
    return Case(
        wrong=_as_source(wrong),
        right=_as_source(right),
        subject=subject,
        again=None if again is None else _as_source(again),
    )


def _as_source(given: Assessment | ReviewSource) -> ReviewSource:
    return source(given) if isinstance(given, Assessment) else given
