"""An assessment in which every field that holds a text can be given one, found by walking it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from random import Random
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.assessment import (
    Answer,
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
    Figure,
)
from digicom_desktop.domain.company import NARRATIVES, TEXT_FIELDS, Company
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.plan import Action, Plan
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import clean
from tests.domain.random_ratings import EDITION

CHOSEN = frozenset(
    {
        *("edition", "profile", "answers.item", "answers.practices"),
        *("company.region", "company.industry", "company.industry_detail", "company.ownership"),
        *("company.category", "evidence.entries.number", "evidence.entries.items"),
        *("evidence.entries.file.sha256", "reasons.values", "plan.actions.id"),
        *("plan.actions.item", "previous.edition", "previous.code"),
    }
)
"""Texts that no person types: ids, codes and hashes, by their names without keys and indexes."""

Place = tuple[str | int, ...]
"""The way to a field: names of fields, keys and indexes."""


@cache
def model() -> Assessment:
    """One of everything that holds texts, each saying "x"."""
    first, excused = EDITION.items[0], EDITION.items[-1]
    figures = {indicator.id: Figure("x", "x") for indicator in first.indicators}
    statement = Statement("x", "x", "x", "x", "x")
    answers = {
        first.id: Answer(
            first.id,
            level=3,
            practices=frozenset(practice.id for practice in first.practices[:1]),
            figures=MappingProxyType(figures),
            statement=statement,
        ),
        excused.id: Answer(excused.id, not_applicable=True, reason="x"),
    }
    before = PreviousAnswer(
        3, 2, reason="x", figures=MappingProxyType(dict.fromkeys(figures, "x")), statement=statement
    )
    entry = Evidence(
        f"{first.id}-01",
        title="x",
        date="x",
        valid_until="x",
        proves="x",
        items=(first.id,),
        file=EvidenceFile("x", 1, "ab" * 32),
    )
    texts = dict.fromkeys(set(TEXT_FIELDS) - {name.partition(".")[2] for name in CHOSEN}, "x")
    return Assessment(
        EDITION.id,
        Company(2025, **texts),
        answers=MappingProxyType(answers),
        evidence=EvidenceRegister((entry,), MappingProxyType({first.id: 1})),
        metrics=MappingProxyType({"ec_sales": MetricValue("x", "x")}),
        reasons=MappingProxyType({"answer.unanswered": Reason("", "x")}),
        plan=Plan(
            MappingProxyType({first.id: 4}),
            (Action("a1", first.id, text="x", owner="x", due="x", note="x"),),
            issued=1,
        ),
        previous=Previous(
            2024,
            EDITION.id,
            answers=MappingProxyType({first.id: before}),
            metrics=MappingProxyType({"ec_sales": "x"}),
            narratives=MappingProxyType(dict.fromkeys(NARRATIVES, "x")),
        ),
    )


def name_of(place: Place) -> str:
    """``place`` by the names of its fields alone, such as "evidence.entries.title"."""
    names = [step for step in place if isinstance(step, str) and not step.startswith("@")]
    return ".".join(names)


@cache
def places() -> tuple[Place, ...]:
    """Every field of ``model`` that holds a text which a person types."""
    return tuple(place for place in _texts(model(), ()) if name_of(place) not in CHOSEN)


def texts_in(value: object) -> Iterator[str]:
    """Every text inside ``value``, also ids."""
    for _, inner in _inside(value):
        if _is_text(inner):
            yield str(inner)
        else:
            yield from texts_in(inner)


def _texts(value: object, place: Place) -> Iterator[Place]:
    for step, inner in _inside(value):
        here = (*place, step)
        if _is_text(inner):
            yield here
        else:
            yield from _texts(inner, here)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum)


def _inside(value: object) -> list[tuple[str | int, Any]]:
    if is_dataclass(value):
        return [(field.name, getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Mapping):
        return [(f"@{key}", inner) for key, inner in value.items()]
    return list(enumerate(value)) if isinstance(value, tuple) else []


def text_at(value: Any, place: Place) -> str:
    """What stands at ``place``."""
    for step in place:
        value = dict(_inside(value))[step]
    return str(value)


def with_text(value: Any, place: Place, text: str) -> Any:
    """``value`` with ``text`` at ``place``."""
    if not place:
        return text
    step, rest = place[0], place[1:]
    inside = dict(_inside(value))
    changed = with_text(inside[step], rest, text)
    if is_dataclass(value):
        return replace(value, **{str(step): changed})  # type: ignore[type-var]
    inside[step] = changed
    if isinstance(value, Mapping):
        return MappingProxyType({str(key)[1:]: inner for key, inner in inside.items()})
    return tuple(inside.values())


def filled(random: Random, text: Callable[[Random], str]) -> Assessment:
    """``model`` with what fields make of another ``text`` in some; blank ones are left out."""
    assessment = model()
    for place in random.sample(places(), 12):
        assessment = with_text(assessment, place, clean(text(random), 3_000) or "x")
    return assessment
