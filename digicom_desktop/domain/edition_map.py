"""An assessment of an older edition → the same assessment on a newer one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from digicom_desktop.domain.assessment import Answer, Assessment, EvidenceRegister
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.previous import Previous

_F = TypeVar("_F")


@dataclass(frozen=True, slots=True)
class EditionMap:
    """What became of the ids of the edition ``old`` in the edition ``new``.

    Each mapping says old id → new id; an id that it lacks has no successor. ``review`` says that
    the levels have other words now, so that each has to be looked at again.
    """

    old: str
    new: str
    items: Mapping[str, str]
    business_types: Mapping[str, str]
    practices: Mapping[str, str]
    indicators: Mapping[str, str]
    review: bool


def carry(assessment: Assessment, steps: Iterable[EditionMap]) -> Assessment:
    """``assessment`` on the edition that the last step leads to; unchanged without steps.

    The first step begins at the assessment's edition, each further one where the last one ends.
    """
    for step in steps:
        assessment = _carry(assessment, step)
    return assessment


def _carry(assessment: Assessment, step: EditionMap) -> Assessment:
    carried = (
        _answer(answer, step) for item, answer in assessment.answers.items() if item in step.items
    )
    answers = {answer.item: answer for answer in carried if answer != Answer(answer.item)}
    return replace(
        assessment,
        edition=step.new,
        profile=_successors(assessment.profile, step.business_types),
        answers=MappingProxyType(answers),
        evidence=_register(assessment.evidence, step),
        plan=_plan(assessment.plan, step.items),
        previous=assessment.previous and _previous(assessment.previous, step),
    )


def _plan(plan: Plan, items: Mapping[str, str]) -> Plan:
    """Actions for an item without successor stay: somebody may be at work on them."""
    targets = {items[id]: level for id, level in plan.targets.items() if id in items}
    actions = (replace(action, item=items.get(action.item, action.item)) for action in plan.actions)
    return replace(plan, targets=MappingProxyType(targets), actions=tuple(actions))


def _previous(previous: Previous, step: EditionMap) -> Previous:
    answers = {
        step.items[id]: replace(answer, figures=_figures(answer.figures, step))
        for id, answer in previous.answers.items()
        if id in step.items
    }
    return replace(previous, answers=MappingProxyType(answers))


def _figures(figures: Mapping[str, _F], step: EditionMap) -> Mapping[str, _F]:
    found = {step.indicators[id]: f for id, f in figures.items() if id in step.indicators}
    return MappingProxyType(found)


def _answer(answer: Answer, step: EditionMap) -> Answer:
    return replace(
        answer,
        item=step.items[answer.item],
        practices=_successors(answer.practices, step.practices),
        figures=_figures(answer.figures, step),
        later=answer.later or (step.review and answer.is_answered),
    )


def _register(register: EvidenceRegister, step: EditionMap) -> EvidenceRegister:
    """All evidence, also of items without successor: another item may use it.

    Numbers stand on paper and stay, even where they begin with an item's old id; and so do the
    counts of those given out, so that no number comes twice.
    """
    entries = (
        replace(entry, items=tuple(step.items[id] for id in entry.items if id in step.items))
        for entry in register.entries
    )
    return replace(register, entries=tuple(entries))


def _successors(ids: frozenset[str], successors: Mapping[str, str]) -> frozenset[str]:
    return frozenset(successors[id] for id in ids if id in successors)
