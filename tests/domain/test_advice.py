"""The smallest step of each item, and what it is worth."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given

from digicom_desktop.domain.advice import (
    Change,
    Need,
    Step,
    changed,
    changes_to,
    smallest_steps,
)
from digicom_desktop.domain.scoring import Rating, item_result, score
from tests.domain.random_ratings import EDITION, any_ratings, rating

_METHOD = EDITION.method
_CLAIM, _GRADE, _FIGURE = Need.CLAIM, Need.GRADE, Need.FIGURE


def _steps(ratings: dict[str, Rating]) -> tuple[Step, ...]:
    return smallest_steps(EDITION, ratings, score(EDITION, ratings))


def _step(rating: Rating) -> Step:
    """The step of the first item, which is rated so, among others that are all unanswered."""
    return next(step for step in _steps({"1.1": rating}) if step.item == "1.1")


@pytest.mark.parametrize(
    ("rating", "changes", "from_level", "to_level"),
    [
        (Rating(), [Change(_CLAIM, 1)], 0, 1),
        (Rating(0), [Change(_CLAIM, 1)], 0, 1),
        (Rating(1), [Change(_CLAIM, 2), Change(_GRADE, 1)], 1, 2),
        (Rating(2), [Change(_GRADE, 1)], 1, 2),
        (Rating(4), [Change(_GRADE, 1)], 1, 2),
        (Rating(2, grade=1), [Change(_CLAIM, 3), Change(_GRADE, 2), Change(_FIGURE, 1)], 2, 3),
        (Rating(3, grade=2), [Change(_FIGURE, 1)], 2, 3),
        (Rating(3, grade=1, has_figure=True), [Change(_GRADE, 2)], 2, 3),
        (Rating(3, grade=2, has_figure=True), [Change(_CLAIM, 4), Change(_GRADE, 3)], 3, 4),
        (Rating(4, grade=2, has_figure=True), [Change(_GRADE, 3)], 3, 4),
        (Rating(2, grade=3), [Change(_CLAIM, 3), Change(_FIGURE, 1)], 2, 3),
    ],
)
def test_the_step_names_what_is_missing_for_the_next_level(
    rating: Rating, changes: list[Change], from_level: int, to_level: int
) -> None:
    step = _step(rating)

    assert list(step.changes) == changes
    assert (step.from_level, step.to_level) == (from_level, to_level)


def test_a_figure_that_frees_two_levels_is_said_to_be_worth_both() -> None:
    step = _step(Rating(4, grade=3))

    assert (step.changes, step.from_level, step.to_level) == ((Change(_FIGURE, 1),), 2, 4)
    assert step.gain == 2 * _step(Rating(2, grade=1)).gain


def test_a_level_inside_the_best_eight_is_worth_two_and_a_half_points() -> None:
    """By hand: eight at 2 and fourteen at 1; S gains 25 × (0.7 ÷ 8 + 0.3 ÷ 22)."""
    best = {id: Rating(2, grade=1) for id in EDITION.item_ids[:8]}
    rest = {id: Rating(1) for id in EDITION.item_ids[8:]}
    gains = {step.item: step.gain for step in _steps({**best, **rest})}

    inside = Fraction(25 * 7, 80) + Fraction(25 * 3, 220)
    assert inside == Fraction(445, 176)  # 2.53
    assert {gains[id] for id in best} == {inside}
    # Level 2 is no more than what the eighth of the best has already.
    assert {gains[id] for id in rest} == {Fraction(25 * 3, 220)}


def test_larger_gain_comes_first_then_fewer_changes_then_the_edition_order() -> None:
    ratings = {id: Rating(4, grade=3, has_figure=True) for id in EDITION.item_ids}
    ratings |= {"2.1": Rating(4, grade=3), "1.3": Rating(2, grade=1), "1.2": Rating(2, grade=1)}
    ratings |= {"6.4": Rating(3, grade=2)}
    steps = _steps(ratings)

    assert [step.item for step in steps] == ["2.1", "6.4", "1.2", "1.3"]
    assert steps[0].gain > steps[1].gain == steps[2].gain
    assert [len(step.changes) for step in steps] == [1, 1, 3, 3]


def test_neither_the_top_level_nor_an_item_that_does_not_apply_has_a_step() -> None:
    ratings = {id: Rating(not_applicable=True) for id in EDITION.item_ids}
    ratings["1.1"] = Rating(4, grade=3, has_figure=True)

    assert _steps(ratings) == ()


@given(any_ratings)
def test_every_step_raises_its_item_and_the_score_by_what_it_says(
    ratings: dict[str, Rating],
) -> None:
    before = score(EDITION, ratings)
    steps = smallest_steps(EDITION, ratings, before)

    risable = {i for i, r in before.items.items() if r.applies and (r.supported or 0) < 4}
    assert {step.item for step in steps} == risable
    for step in steps:
        rating = ratings.get(step.item, Rating())
        after = score(EDITION, {**ratings, step.item: changed(rating, step.changes)})
        assert after.items[step.item].supported == step.to_level > step.from_level
        assert (after.supported or 0) - (before.supported or 0) == step.gain > 0


@given(rating)
def test_no_smaller_set_of_changes_raises_an_item(rating: Rating) -> None:
    """All sets of claims, grades and the figure are tried."""
    rating = replace(rating, not_applicable=False)
    level = (item_result(_METHOD, rating).supported or 0) + 1
    if level > 4:
        return
    fewest = len(changes_to(_METHOD, rating, level))
    for smaller in _sets_of(fewest - 1):
        assert (item_result(_METHOD, changed(rating, smaller)).supported or 0) < level or any(
            change.need is _CLAIM and change.to < (rating.level or 0) for change in smaller
        )


def _sets_of(size: int) -> Iterator[tuple[Change, ...]]:
    changes = [Change(_CLAIM, n) for n in range(5)] + [Change(_GRADE, n) for n in range(4)]
    for found in combinations([*changes, Change(_FIGURE, 1)], size):
        if len({change.need for change in found}) == size:
            yield found
