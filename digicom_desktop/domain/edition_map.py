"""An assessment of an older edition → the same assessment on a newer one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from digicom_desktop.domain.assessment import Answer, Assessment, EvidenceRegister


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
    carried = Assessment(
        edition=step.new,
        company=assessment.company,
        profile=_successors(assessment.profile, step.business_types),
        evidence=_register(assessment.evidence, step),
    )
    for item, answer in assessment.answers.items():
        if item in step.items:
            carried = carried.with_answer(_answer(answer, step))
    return carried


def _answer(answer: Answer, step: EditionMap) -> Answer:
    figures = {
        step.indicators[id]: figure
        for id, figure in answer.figures.items()
        if id in step.indicators
    }
    return replace(
        answer,
        item=step.items[answer.item],
        practices=_successors(answer.practices, step.practices),
        figures=MappingProxyType(figures),
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
