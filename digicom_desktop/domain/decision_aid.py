"""Yes-or-no questions that lead to a level, asked in turn; the person decides all the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from digicom_desktop.domain.text import LocalizedText

LEVELS: Mapping[str, int] = MappingProxyType({f"L{level}": level for level in range(5)})
"""How an answer names the level it leads to."""


@dataclass(frozen=True, slots=True)
class AidQuestion:
    """``yes`` and ``no`` are where the answer leads: "L0" … "L4", or the id of a question."""

    id: str
    text: LocalizedText
    yes: str
    no: str


def follow(aid: Sequence[AidQuestion], answers: Sequence[bool]) -> AidQuestion | int:
    """The question that comes after ``answers``, or the level 0-4 that they lead to.

    Answers after the one that leads to a level are left alone.
    """
    question = aid[0]
    for answer in answers:
        target = question.yes if answer else question.no
        if target in LEVELS:
            return LEVELS[target]
        question = next(q for q in aid if q.id == target)
    return question


def ends(aid: Sequence[AidQuestion]) -> frozenset[int]:
    """All levels that some answers lead to; ValueError where answers lead round or nowhere."""
    by_id = {question.id: question for question in aid}

    def below(id: str, passed: frozenset[str]) -> frozenset[int]:
        if id in LEVELS:
            return frozenset({LEVELS[id]})
        if id in passed or id not in by_id:
            raise ValueError(id)
        question = by_id[id]
        return below(question.yes, passed | {id}) | below(question.no, passed | {id})

    return below(aid[0].id, frozenset())
