"""Answers → scores, level of the firm, gates: method 1, computed with exact fractions.

The guideline sets no scores; the method is this software's own. Its numbers are the edition's data
(guideline.Method), here is only the arithmetic.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from digicom_desktop.domain.assessment import Assessment, Evidence
from digicom_desktop.domain.guideline import Direction, Edition, Item, LevelGate, Method
from digicom_desktop.domain.number import rounded


@dataclass(frozen=True, slots=True)
class Rating:
    """What counts of one answer: claimed level 0-4 (None: unanswered), evidence grade 0-3, figure.

    ``has_figure`` says whether at least one key figure of the assessed year is a number (0 counts).
    """

    level: int | None = None
    not_applicable: bool = False
    grade: int = 0
    has_figure: bool = False


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item's levels; ``claimed`` and ``supported`` are None unless the item is answered.

    ``cap`` is the highest level that evidence and figures let count at this claim; ``lacking``
    names what is missing for the claim: "figure", or "grade" (evidence of ``needed_grade``).
    """

    state: str
    claimed: int | None
    grade: int
    cap: int
    supported: int | None
    lacking: tuple[str, ...]
    needed_grade: int

    @property
    def applies(self) -> bool:
        """Whether the item counts in scores (unanswered items count 0)."""
        return self.state != "not_applicable"

    @property
    def is_held_back(self) -> bool:
        """Whether less than the claim counts."""
        return self.claimed is not None and self.supported != self.claimed


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition of a level; ``have`` and ``need`` in its own unit (points, items, level)."""

    id: str
    have: Fraction
    need: int

    @property
    def holds(self) -> bool:
        """Whether the exact value meets the threshold."""
        return self.have >= self.need


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of points 0-100 by claimed and by supported levels; None when nothing applies."""

    claimed: Fraction | None
    supported: Fraction | None
    is_thin: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that is computed from the answers of one assessment.

    ``level`` is 0-4, None with too few applicable items; ``gates`` are the conditions of the next
    level, of the highest one when that is reached.
    """

    items: Mapping[str, ItemResult]
    declared: Fraction | None
    supported: Fraction | None
    level: int | None
    gates: tuple[Gate, ...]
    directions: Mapping[str, Mean]
    characteristics: Mapping[str, Mean]
    momentum: Mapping[str, str]
    answered: int
    not_applicable: int


def rate(item: Item, assessment: Assessment) -> Rating:
    """What counts of the answer to ``item``."""
    answer = assessment.answer(item.id)
    if answer.to_confirm:
        return Rating()
    if answer.not_applicable:
        return Rating(not_applicable=True)
    figures = (answer.figure(indicator.id).current for indicator in item.indicators)
    return Rating(
        level=answer.level,
        grade=_grade(answer.statement.is_structured, assessment.evidence.of_item(item.id)),
        has_figure=any(
            indicator.number(text) is not None
            for text, indicator in zip(figures, item.indicators, strict=True)
        ),
    )


def _grade(has_statement: bool, evidence: Iterable[Evidence]) -> int:
    return max((entry.grade for entry in evidence), default=int(has_statement))


def evaluate(edition: Edition, assessment: Assessment) -> Result:
    """The result of ``assessment``, whose edition must be ``edition``."""
    return score(edition, {item.id: rate(item, assessment) for item in edition.items})


def score(edition: Edition, ratings: Mapping[str, Rating]) -> Result:
    """The result of ``ratings`` by item id; an item that is left out counts as unanswered."""
    return score_items(edition, item_results(edition, ratings))


def item_results(edition: Edition, ratings: Mapping[str, Rating]) -> dict[str, ItemResult]:
    """The levels of all items in edition order; one that is left out counts as unanswered."""
    method = edition.method
    return {i.id: item_result(method, ratings.get(i.id, Rating())) for i in edition.items}


def score_items(edition: Edition, items: Mapping[str, ItemResult]) -> Result:
    """The result of ``items``, which has every item of ``edition``."""
    method = edition.method
    supported = supported_score(method, items.values())
    level = _firm_level(edition, items, supported)
    return Result(
        items=items,
        declared=_total(method, items.values(), _claimed),
        supported=supported,
        level=level,
        gates=_next_gates(edition, items, supported, level),
        directions={d.id: _direction(method, d, items) for d in edition.directions},
        characteristics=_characteristics(edition, items),
        momentum={area.id: _momentum(edition, area.id, items) for area in edition.momentum},
        answered=sum(result.state == "answered" for result in items.values()),
        not_applicable=sum(not result.applies for result in items.values()),
    )


def supported_score(method: Method, items: Iterable[ItemResult]) -> Fraction | None:
    """The evidence-backed score alone, for trying what a change is worth; None if none applies."""
    return _total(method, items, _supported)


def item_result(method: Method, rating: Rating) -> ItemResult:
    """The levels of one item: evidence and figures cap the claim, they never multiply it."""
    cap = method.grade_caps[rating.grade]
    if rating.not_applicable:
        return ItemResult("not_applicable", None, rating.grade, cap, None, (), 0)
    if rating.level is None:
        return ItemResult("unanswered", None, rating.grade, cap, None, (), 0)
    claimed = rating.level
    needed = next(g for g, highest in enumerate(method.grade_caps) if highest >= claimed)
    lacking = ["grade"] if rating.grade < needed else []
    if claimed >= method.figure_needed_from and not rating.has_figure:
        lacking.append("figure")
        cap = min(cap, method.level_without_figure)
    return ItemResult(
        "answered", claimed, rating.grade, cap, min(claimed, cap), tuple(lacking), needed
    )


def shown_score(value: Fraction | None, thresholds: Iterable[int] = ()) -> str:
    """``value`` to one decimal, half up; "—" for None.

    Two decimals, cut off rather than rounded, where one would show a missed threshold as met.
    """
    if value is None:
        return "—"
    shown = rounded(value, 1)
    if any(value < threshold <= Fraction(shown) for threshold in thresholds):
        return rounded(Fraction(int(value * 100), 100), 2)
    return shown


def thresholds(method: Method) -> tuple[int, ...]:
    """The scores that levels of the firm ask for."""
    return tuple(gate.score for gate in method.gates)


_Level = Callable[[ItemResult], int]


def _claimed(result: ItemResult) -> int:
    return result.claimed or 0


def _supported(result: ItemResult) -> int:
    return result.supported or 0


def _mean(points: Iterable[int]) -> Fraction | None:
    values = list(points)
    return Fraction(sum(values), len(values)) if values else None


def _total(method: Method, items: Iterable[ItemResult], level: _Level) -> Fraction | None:
    """S = depth share × mean of the best min(8, A) + breadth share × mean of all A items."""
    levels = sorted((level(result) for result in items if result.applies), reverse=True)
    best, all_ = _mean(levels[: method.best_count]), _mean(levels)
    if best is None or all_ is None:
        return None
    return method.points_per_level * (method.depth_share * best + method.breadth_share * all_)


def gates_of(
    edition: Edition, items: Mapping[str, ItemResult], supported: Fraction | None, gate: LevelGate
) -> tuple[Gate, ...]:
    """The five conditions of one level of the firm."""
    reached = {id for id, r in items.items() if r.applies and _supported(r) >= gate.level}
    directions = sum(any(i.id in reached for i in d.items) for d in edition.directions)
    evidenced = sum(items[id].grade >= edition.method.evidenced_grade for id in reached)
    data = max(_supported(items[id]) for id in edition.method.data_items)
    return (
        Gate("score", supported or Fraction(0), gate.score),
        Gate("items", Fraction(len(reached)), gate.items),
        Gate("directions", Fraction(directions), gate.directions),
        Gate("evidenced", Fraction(evidenced), gate.evidenced_items),
        Gate("data", Fraction(data), gate.data_level),
    )


def _firm_level(
    edition: Edition, items: Mapping[str, ItemResult], supported: Fraction | None
) -> int | None:
    """The highest level whose gates all hold; each is tried on its own."""
    if sum(r.applies for r in items.values()) < edition.method.least_applicable_for_level:
        return None
    reached = (
        gate.level
        for gate in edition.method.gates
        if all(g.holds for g in gates_of(edition, items, supported, gate))
    )
    return max(reached, default=0)


def _next_gates(
    edition: Edition,
    items: Mapping[str, ItemResult],
    supported: Fraction | None,
    level: int | None,
) -> tuple[Gate, ...]:
    target = asked_by_gates(edition.method, level)
    return () if target is None else gates_of(edition, items, supported, target)


def asked_by_gates(method: Method, level: int | None) -> LevelGate | None:
    """The level whose conditions the gates of a result are: the next one, or the top one reached.

    None where too few items apply for any level.
    """
    if level is None:
        return None
    return next((gate for gate in method.gates if gate.level > level), method.gates[-1])


def _direction(method: Method, direction: Direction, items: Mapping[str, ItemResult]) -> Mean:
    applying = [items[item.id] for item in direction.items if items[item.id].applies]
    return Mean(
        claimed=_mean(_claimed(r) * method.points_per_level for r in applying),
        supported=_mean(_supported(r) * method.points_per_level for r in applying),
        is_thin=len(applying) < method.thin_direction_share * len(direction.items),
    )


def _characteristics(edition: Edition, items: Mapping[str, ItemResult]) -> dict[str, Mean]:
    """Weighted means over the applicable items."""
    sums = {c.id: [0, 0, 0] for c in edition.characteristics}
    points = edition.method.points_per_level
    for item, weights in edition.whole_weights.items():
        result = items[item]
        if result.applies:
            for id, weight in weights:
                total = sums[id]
                total[0] += weight
                total[1] += weight * _claimed(result)
                total[2] += weight * _supported(result)
    return {
        id: Mean(Fraction(claimed * points, weight), Fraction(supported * points, weight))
        if weight
        else Mean(None, None)
        for id, (weight, claimed, supported) in sums.items()
    }


def _momentum(edition: Edition, area: str, items: Mapping[str, ItemResult]) -> str:
    feeding = [items[item.id] for item in edition.items if area in item.momentum]
    applying = [_supported(result) for result in feeding if result.applies]
    if not applying:
        return "not_applicable"
    if max(applying) >= edition.method.momentum_effective_from:
        return "effective"
    return "growing" if max(applying) >= edition.method.momentum_growing_from else "untouched"
