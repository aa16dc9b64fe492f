"""The improvement plan: what its targets are worth, and which targets lead to the next level.

The rules are this software's own (method.md, "Steps and gains").
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from digicom_desktop.domain.advice import Change, changes_to, gain_of, grade_for
from digicom_desktop.domain.guideline import Edition, Method
from digicom_desktop.domain.plan import Action, Plan
from digicom_desktop.domain.scoring import (
    ItemResult,
    Rating,
    Result,
    asked_by_gates,
    item_result,
    item_results,
    score,
    score_items,
)
from digicom_desktop.domain.way import way_to


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What is planned for one item; ``target`` is None where there are only actions.

    ``from_level`` is the supported level today, 0 where nothing counts. ``gain`` is what this
    target on its own adds to the evidence-backed score; ``changes`` are the least it takes.
    """

    item: str
    from_level: int
    target: int | None
    gain: Fraction
    changes: tuple[Change, ...]
    actions: tuple[Action, ...]

    @property
    def is_reached(self) -> bool:
        """Whether the target counts already, with the evidence that a plan asks for."""
        if self.target is None or self.from_level < self.target:
            return False
        return self.from_level > self.target or not self.changes


def is_reached(method: Method, before: ItemResult, target: int) -> bool:
    """Whether ``target`` counts at ``before`` with the evidence that a plan takes for granted."""
    supported = before.supported or 0
    is_evidenced = before.grade >= _planned_grade(method, target)
    return supported > target or (supported == target and is_evidenced)


def planned_result(edition: Edition, ratings: Mapping[str, Rating], plan: Plan) -> Result:
    """The result once every target of ``plan`` is reached.

    A target stands in the place of the claimed and of the supported level where it is higher. The
    figure and the evidence that it needs are assumed, and a document of the firm's own at least,
    which the gates of the firm's level ask for. Items that do not apply stay out.
    """
    items = item_results(edition, ratings)
    for item, level in plan.targets.items():
        if item in items:
            items[item] = _reached(edition.method, items[item], level)
    return score_items(edition, items)


def suggested_plan(
    edition: Edition, ratings: Mapping[str, Rating], plan: Plan, unlikely: Collection[str] = ()
) -> Plan:
    """``plan`` with the targets that the greedy way to the next level still needs.

    The person's own targets stay as they are and count as reached. Unchanged where the level is
    reached with them, or cannot be reached beside them. ``unlikely`` items are left as they are
    where there is a way without them.
    """
    gate = asked_by_gates(edition.method, score(edition, ratings).level)
    if gate is None:
        return plan
    own = {item: level for item, level in plan.targets.items() if item in edition.item_ids}
    planned = {
        item: _planned(edition.method, rating, own[item]) if item in own else rating
        for item, rating in ((id, ratings.get(id, Rating())) for id in edition.item_ids)
    }
    way = way_to(edition, planned, gate, untouched={*own, *unlikely})
    if not way.reached:
        way = way_to(edition, planned, gate, untouched=own)
    for move in way.moves:
        plan = plan.with_target(move.item, move.to_level)
    return plan


def unlikely_items(edition: Edition, profile: Collection[str]) -> tuple[str, ...]:
    """Items that firms of every kind of business in ``profile`` may leave out."""
    kinds = {*profile}
    return tuple(
        item.id for item in edition.items if kinds and kinds <= {*item.not_applicable_types}
    )


def ranked(edition: Edition, ratings: Mapping[str, Rating], plan: Plan) -> tuple[PlanLine, ...]:
    """A line for each item with a target or an action: larger gain, then edition order.

    Items that the edition does not have come last.
    """
    items = item_results(edition, ratings)
    concerned = plan.targets.keys() | {action.item for action in plan.actions}
    known = [item for item in edition.item_ids if item in concerned]
    others = sorted(concerned - {*known})
    lines = [_line(edition.method, ratings, items, plan, item) for item in known]
    lines.sort(key=lambda line: -line.gain)
    strangers = (
        PlanLine(item, 0, plan.targets.get(item), Fraction(0), (), plan.of_item(item))
        for item in others
    )
    return (*lines, *strangers)


def _line(
    method: Method,
    ratings: Mapping[str, Rating],
    items: Mapping[str, ItemResult],
    plan: Plan,
    item: str,
) -> PlanLine:
    before, target = items[item], plan.targets.get(item)
    gain, changes = Fraction(0), tuple[Change, ...]()
    if target is not None and before.applies:
        gain = gain_of(method, items, item, _reached(method, before, target))
        # What the planned result takes for granted is asked for, else its level would not come.
        grade = _planned_grade(method, target)
        if not is_reached(method, before, target):
            changes = changes_to(method, ratings.get(item, Rating()), target, least_grade=grade)
    return PlanLine(item, before.supported or 0, target, gain, changes, plan.of_item(item))


def _reached(method: Method, before: ItemResult, level: int) -> ItemResult:
    """``before`` once ``level`` counts; as it is where more counts or the item does not apply."""
    if not before.applies or (before.supported or 0) > level:
        return before
    return replace(
        before,
        state="answered",
        claimed=max(before.claimed or 0, level),
        supported=level,
        grade=max(before.grade, _planned_grade(method, level)),
        cap=max(before.cap, level),
        lacking=(),
    )


def _planned(method: Method, rating: Rating, level: int) -> Rating:
    """``rating`` at which exactly what ``_reached`` says counts."""
    before = item_result(method, rating)
    if not before.applies or (before.supported or 0) > level:
        return rating
    return replace(
        rating,
        level=level,
        grade=max(rating.grade, _planned_grade(method, level)),
        has_figure=rating.has_figure or level >= method.figure_needed_from,
    )


def _planned_grade(method: Method, level: int) -> int:
    return max(grade_for(method, level), method.evidenced_grade)
