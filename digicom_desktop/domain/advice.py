"""The smallest step that raises each item by one level, and what it is worth.

The rules are this software's own (method.md, "Steps and gains"): a gain is found by trying it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from digicom_desktop.domain.guideline import Edition, Item, Method
from digicom_desktop.domain.scoring import (
    ItemResult,
    Rating,
    Result,
    item_result,
    supported_score,
)


class Need(StrEnum):
    """What a step changes."""

    CLAIM = "claim"
    GRADE = "grade"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an item: its claim to level ``to``, its evidence to grade ``to``, or a figure.

    ``to`` is 1 for a figure: one number for the assessed year.
    """

    need: Need
    to: int


@dataclass(frozen=True, slots=True)
class Step:
    """The smallest set of changes that raises the supported level of ``item`` by one.

    ``to_level`` is more where the same changes let more count: one figure may be all that a claim
    two levels higher lacks. ``gain`` is what the evidence-backed score gains, found by trying it.
    """

    item: str
    from_level: int
    to_level: int
    changes: tuple[Change, ...]
    gain: Fraction


def smallest_steps(
    edition: Edition, ratings: Mapping[str, Rating], result: Result
) -> tuple[Step, ...]:
    """One step for each applicable item below the top level: larger gain, fewer changes first.

    ``result`` is that of ``ratings``; an unanswered item counts as level 0.
    """
    steps = (_step(edition.method, item, ratings, result) for item in edition.items)
    return tuple(sorted(filter(None, steps), key=lambda step: (-step.gain, len(step.changes))))


def changes_to(
    method: Method, rating: Rating, level: int, least_grade: int = 0
) -> tuple[Change, ...]:
    """The smallest set of changes that makes at least ``level`` (1-4) of an item count.

    Evidence is of ``least_grade`` or better afterwards. A claim is never lowered.
    """
    changes = []
    claimed = rating.level or 0
    if claimed < level:
        changes.append(Change(Need.CLAIM, level))
    grade = max(least_grade, grade_for(method, level))
    if rating.grade < grade:
        changes.append(Change(Need.GRADE, grade))
    asks_figure = max(claimed, level) >= method.figure_needed_from
    if asks_figure and not rating.has_figure and level > method.level_without_figure:
        changes.append(Change(Need.FIGURE, 1))
    return tuple(changes)


def grade_for(method: Method, level: int) -> int:
    """The lowest grade of evidence with which ``level`` counts."""
    return next(grade for grade, highest in enumerate(method.grade_caps) if highest >= level)


def changed(rating: Rating, changes: Iterable[Change]) -> Rating:
    """``rating`` after ``changes``."""
    for change in changes:
        match change.need:
            case Need.CLAIM:
                rating = replace(rating, level=change.to)
            case Need.GRADE:
                rating = replace(rating, grade=change.to)
            case Need.FIGURE:
                rating = replace(rating, has_figure=True)
    return rating


def gain_of(
    method: Method, items: Mapping[str, ItemResult], item: str, after: ItemResult
) -> Fraction:
    """What the evidence-backed score gains when ``item`` becomes ``after``."""
    before = supported_score(method, items.values()) or Fraction(0)
    return (supported_score(method, {**items, item: after}.values()) or Fraction(0)) - before


def _step(method: Method, item: Item, ratings: Mapping[str, Rating], result: Result) -> Step | None:
    before = result.items[item.id]
    level = (before.supported or 0) + 1
    if not before.applies or level > method.grade_caps[-1]:
        return None
    rating = ratings.get(item.id, Rating())
    changes = changes_to(method, rating, level)
    after = item_result(method, changed(rating, changes))
    gain = gain_of(method, result.items, item.id, after)
    return Step(item.id, level - 1, after.supported or 0, changes, gain)
