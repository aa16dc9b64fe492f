"""What the targets of a plan are worth, and which ones lead to the next level."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from hypothesis import given, settings, strategies as st

from digicom_desktop.domain.advice import Change, Need, changed, smallest_steps
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.planning import (
    planned_result,
    ranked,
    suggested_plan,
    unlikely_items,
)
from digicom_desktop.domain.scoring import Rating, score
from digicom_desktop.domain.way import Obstacle, way_to_next_level
from tests.domain.random_ratings import EDITION, any_ratings, rateable

_IDS = EDITION.item_ids
_FULL = Rating(4, grade=3, has_figure=True)
targets = st.dictionaries(st.sampled_from(_IDS), st.integers(1, 4))


def _plan(targets: Mapping[str, int]) -> Plan:
    return Plan(targets=MappingProxyType(dict(targets)))


def test_a_target_stands_in_the_place_of_both_levels() -> None:
    """By hand: eight items at 3 of 22 give 0.7 × 75 + 0.3 × 600 ÷ 22."""
    result = planned_result(EDITION, {}, _plan(dict.fromkeys(_IDS[3:11], 3)))

    expected = Fraction(7, 10) * 75 + Fraction(3, 10) * Fraction(600, 22)
    assert (result.supported, result.declared) == (expected, expected)
    assert result.level == 3  # 1.4 to 3.3: three directions, each with the document it needs
    assert result.answered == 8


def test_what_counts_more_than_its_target_stays() -> None:
    ratings = {"1.1": _FULL, "1.2": Rating(4)}
    result = planned_result(EDITION, ratings, _plan({"1.1": 2, "1.2": 2}))

    assert (result.items["1.1"].claimed, result.items["1.1"].supported) == (4, 4)
    assert (result.items["1.2"].claimed, result.items["1.2"].supported) == (4, 2)


def test_an_item_that_does_not_apply_stays_out_and_an_unknown_one_is_passed_over() -> None:
    ratings = {"1.1": Rating(not_applicable=True)}
    plan = _plan({"1.1": 3, "9.9": 3})

    assert planned_result(EDITION, ratings, plan) == score(EDITION, ratings)
    assert suggested_plan(EDITION, ratings, plan).targets["9.9"] == 3


@given(any_ratings)
def test_a_plan_without_targets_leaves_the_result_as_it_is(ratings: dict[str, Rating]) -> None:
    assert planned_result(EDITION, ratings, Plan()) == score(EDITION, ratings)


@given(any_ratings, targets)
def test_a_plan_lowers_nothing_and_reaches_its_targets(
    ratings: dict[str, Rating], targets: dict[str, int]
) -> None:
    before, after = score(EDITION, ratings), planned_result(EDITION, ratings, _plan(targets))

    assert (after.supported or 0) >= (before.supported or 0)
    assert (after.declared or 0) >= (before.declared or 0)
    assert (after.level or 0) >= (before.level or 0)
    for item, level in targets.items():
        if before.items[item].applies:
            assert after.items[item].supported == max(before.items[item].supported or 0, level)


@settings(max_examples=200)
@given(rateable())
def test_the_suggested_plan_leads_to_the_next_level(ratings: dict[str, Rating]) -> None:
    before, way = score(EDITION, ratings), way_to_next_level(EDITION, ratings)
    plan = suggested_plan(EDITION, ratings, Plan())

    assert before.level is not None
    assert dict(plan.targets) == {move.item: move.to_level for move in way.moves}
    if way.obstacle is None:
        assert (planned_result(EDITION, ratings, plan).level or 0) > before.level


@settings(max_examples=200)
@given(rateable(), targets)
def test_own_targets_stay_and_count_on_the_way(
    ratings: dict[str, Rating], own: dict[str, int]
) -> None:
    before = score(EDITION, ratings)
    plan = suggested_plan(EDITION, ratings, _plan(own))

    assert own.items() <= plan.targets.items()
    assert before.level is not None
    reached = (planned_result(EDITION, ratings, plan).level or 0) > before.level
    if plan.targets.keys() > own.keys():
        assert reached
    elif way_to_next_level(EDITION, ratings).obstacle is None and not reached:
        # Own targets at all items that a gate could be met with stand in the way.
        assert own


def test_unlikely_items_are_left_as_they_are_where_there_is_a_way_without_them() -> None:
    plain = suggested_plan(EDITION, {}, Plan())
    unlikely = tuple(plain.targets)[:2]
    without = suggested_plan(EDITION, {}, Plan(), unlikely)

    assert not {*unlikely} & without.targets.keys()
    assert planned_result(EDITION, {}, without).level == 1
    assert suggested_plan(EDITION, {}, Plan(), _IDS) == plain


def test_unlikely_is_what_every_kind_of_business_of_the_firm_may_leave_out() -> None:
    item = next(item for item in EDITION.items if item.not_applicable_types)
    kind = item.not_applicable_types[0]
    other = next(k.id for k in EDITION.business_types if k.id not in item.not_applicable_types)

    assert item.id in unlikely_items(EDITION, {kind})
    assert item.id not in unlikely_items(EDITION, {kind, other})
    assert unlikely_items(EDITION, ()) == ()


def test_a_plan_that_reaches_the_level_already_is_left_alone() -> None:
    own = _plan(dict.fromkeys(_IDS[:8], 1))

    assert planned_result(EDITION, {}, own).level == 1
    assert suggested_plan(EDITION, {}, own) == own


def test_with_too_few_items_or_at_the_top_nothing_is_suggested() -> None:
    few = dict.fromkeys(_IDS[:9], Rating(not_applicable=True))
    top = dict.fromkeys(_IDS, _FULL)

    assert way_to_next_level(EDITION, top).obstacle is Obstacle.TOP
    assert suggested_plan(EDITION, few, Plan()) == suggested_plan(EDITION, top, Plan()) == Plan()


def test_lines_are_ranked_by_what_each_target_is_worth_alone() -> None:
    ratings = {"1.1": Rating(2, grade=1), "2.1": Rating(3, grade=2), "6.4": _FULL}
    plan = _plan({"1.2": 1, "2.1": 3, "1.1": 4, "6.4": 3}).with_new("5.1", "ask").with_new("x")
    lines = ranked(EDITION, ratings, plan)

    assert [(line.item, line.from_level, line.target) for line in lines] == [
        ("1.1", 2, 4),
        ("1.2", 0, 1),
        ("2.1", 2, 3),
        ("5.1", 0, None),
        ("6.4", 4, 3),
        ("x", 0, None),
    ]
    one = Fraction(25 * 7, 80) + Fraction(25 * 3, 220)
    assert [line.gain for line in lines] == [2 * one, one, one, 0, 0, 0]
    assert lines[0].changes == (
        Change(Need.CLAIM, 4),
        Change(Need.GRADE, 3),
        Change(Need.FIGURE, 1),
    )
    assert [action.text for action in lines[3].actions] == ["ask"]
    assert [line.is_reached for line in lines] == [False, False, False, False, True, False]


def test_a_target_that_counts_already_may_want_its_evidence() -> None:
    ratings = {"1.1": Rating(2, grade=1), "2.1": Rating(2, grade=2)}
    lines = {line.item: line for line in ranked(EDITION, ratings, _plan({"1.1": 2, "2.1": 2}))}

    assert [line.from_level for line in lines.values()] == [2, 2]
    assert (lines["1.1"].changes, lines["1.1"].is_reached) == ((Change(Need.GRADE, 2),), False)
    assert (lines["2.1"].changes, lines["2.1"].is_reached) == ((), True)


@given(any_ratings)
def test_a_target_one_level_up_is_worth_what_the_smallest_step_is(
    ratings: dict[str, Rating],
) -> None:
    for step in smallest_steps(EDITION, ratings, score(EDITION, ratings)):
        (line,) = ranked(EDITION, ratings, _plan({step.item: step.to_level}))
        assert (line.gain, line.from_level) == (step.gain, step.from_level)


@given(rateable())
@settings(max_examples=60)
def test_doing_what_the_lines_ask_for_brings_the_planned_level(
    ratings: dict[str, Rating],
) -> None:
    plan = suggested_plan(EDITION, ratings, Plan())
    done = dict(ratings)
    for line in ranked(EDITION, ratings, plan):
        done[line.item] = changed(done[line.item], line.changes)

    planned = planned_result(EDITION, ratings, plan)
    reached = score(EDITION, done)
    assert (reached.level or 0) >= (planned.level or 0)
    assert (reached.supported or 0) >= (planned.supported or 0)
