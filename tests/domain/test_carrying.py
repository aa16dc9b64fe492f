"""A new year begins with last year's answers and counts none before somebody looked at it."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Answer, Assessment, Figure
from digicom_desktop.domain.carrying import carry_forward, confirmed, previous_result
from digicom_desktop.domain.company import NARRATIVES, TEXT_FIELDS, Company
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.plan import ActionState, Plan
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.scoring import Rating, evaluate, score
from digicom_desktop.domain.statement import Statement
from tests.domain.random_ratings import EDITION, LIBRARY, any_ratings

_METRICS = LIBRARY.metrics()
_OLD = LIBRARY.sample()
_RESULT = evaluate(EDITION, _OLD)
_STATEMENT = Statement("账本", "2021", "全店", "老王", "备注")


def _carried(old: Assessment, year: int = 0, code: str = "AB12") -> Assessment:
    result = evaluate(EDITION, old)
    year = year or old.year + 1
    return carry_forward(old, result, code, year, edition=EDITION, metrics=_METRICS)


def _with(answer: Answer) -> Assessment:
    return Assessment(EDITION.id, Company(2025)).with_answer(answer)


def _previous(assessment: Assessment) -> Previous:
    assert assessment.previous is not None
    return assessment.previous


def test_the_firm_is_copied_without_what_is_said_of_one_year() -> None:
    carried = _carried(_OLD)

    of_the_year = {"employees", "revenue", "total_assets", "filled_on", *NARRATIVES}
    for name in TEXT_FIELDS:
        expected = "" if name in of_the_year else getattr(_OLD.company, name)
        assert getattr(carried.company, name) == expected, name
    assert (carried.year, carried.edition, carried.profile) == (
        _OLD.year + 1,
        _OLD.edition,
        _OLD.profile,
    )


def test_figures_move_into_the_column_of_the_year_before() -> None:
    carried = _carried(_OLD)

    assert carried.metric("revenue") == MetricValue("", "4,860")
    assert carried.metric("employees_end") == MetricValue("", "86")
    assert carried.metric("orders") == MetricValue("", "20.6")
    assert carried.answer("1.1").figure("1.1.k1") == Figure("", "11.3%")


def test_where_years_lie_between_no_figure_moves_but_all_are_kept() -> None:
    carried = _carried(_OLD, _OLD.year + 2)

    assert carried.metrics == {}
    assert all(not answer.figures for answer in carried.answers.values())
    assert _previous(carried).metrics["revenue"] == "4860"
    assert _previous(carried).answer("1.1").figures["1.1.k2"] == "101.4"


def test_every_answer_waits_to_be_confirmed_and_counts_nothing() -> None:
    old = _OLD.with_answer(replace(_OLD.answer("1.2"), later=True))
    carried = _carried(old)
    result = evaluate(EDITION, carried)

    assert carried.answers.keys() == old.answers.keys()
    for item, answer in carried.answers.items():
        before = old.answer(item)
        assert answer.to_confirm and not answer.later
        assert (answer.level, answer.reason) == (before.level, before.reason)
        assert (answer.practices, answer.statement) == (before.practices, before.statement)
    assert carried.answer("3.1").not_applicable
    assert (result.answered, result.not_applicable) == (0, 0)
    assert result.supported == 0


def test_a_confirmed_answer_counts_and_nothing_else_of_it_changes() -> None:
    carried = _carried(_OLD)
    after = confirmed(confirmed(carried, "1.4"), "3.1")

    assert after.answer("1.4") == replace(carried.answer("1.4"), to_confirm=False)
    result = evaluate(EDITION, after)
    assert (result.answered, result.not_applicable) == (1, 1)
    assert result.items["1.4"].claimed == _OLD.answer("1.4").level
    assert confirmed(after, "1.4") == after


def test_a_change_confirms_and_a_mark_to_come_back_does_not() -> None:
    carried = _carried(_OLD)
    changed = carried.with_answer(replace(carried.answer("1.1"), level=3))
    marked = carried.with_answer(replace(carried.answer("1.1"), later=True))

    assert changed.answer("1.1").is_answered
    assert not marked.answer("1.1").is_answered


def test_nothing_is_to_be_confirmed_where_nothing_was_said() -> None:
    old = _with(Answer("1.1", later=True)).with_answer(
        Answer("1.2", figures=MappingProxyType({"1.2.k1": Figure(previous="7")}))
    )

    assert _carried(old).answers == {}


def test_evidence_keeps_its_numbers_and_reasons_are_dropped() -> None:
    carried = _carried(_OLD.with_reason("x", Reason("0", "because")))

    assert carried.evidence == _OLD.evidence
    assert carried.reasons == {}


def test_what_is_still_planned_stays() -> None:
    plan = Plan().with_new("1.1", "a").with_new("1.2", "b").with_new("9.9", "c").with_new("1.3")
    for number, state in enumerate((ActionState.DONE, ActionState.BEGUN, ActionState.DROPPED)):
        plan = plan.with_changed(replace(plan.actions[number], state=state))
    plan = plan.with_target("1.4", 4).with_target("9.9", 2).with_target("2.3", 1)
    carried = _carried(replace(_OLD, plan=plan)).plan

    assert _RESULT.items["2.3"].supported in (1, 2, 3, 4)
    assert [action.id for action in carried.actions] == ["a2", "a4"]
    assert dict(carried.targets) == {"1.4": 4, "9.9": 2}
    assert carried.issued == 4


def test_last_years_values_are_kept_inside() -> None:
    old = _with(
        Answer(
            "1.1",
            level=3,
            reason="只是备着的一条理由",
            statement=_STATEMENT,
            figures=MappingProxyType(
                {
                    "1.1.k1": Figure("１１.30%"),
                    "1.1.k2": Figure("约三天"),
                    "1.1.k3": Figure(" ", "4"),
                }
            ),
        )
    ).with_answer(Answer("1.2", not_applicable=True, reason="没有这样的业务，明年再看"))
    old = replace(old, company=replace(old.company, results="好", problems="  "))
    old = old.with_metric("revenue", MetricValue("486万元", "1")).with_metric(
        "tax_paid", MetricValue("不清楚")
    )
    previous = _previous(_carried(old))

    assert (previous.year, previous.edition, previous.code) == (2025, EDITION.id, "AB12")
    assert dict(previous.answers) == {
        "1.1": PreviousAnswer(
            level=3,
            supported=2,
            figures={"1.1.k1": "11.3", "1.1.k2": "约三天"},
            statement=_STATEMENT,
        ),
        "1.2": PreviousAnswer(not_applicable=True, reason="没有这样的业务，明年再看"),
    }
    assert dict(previous.metrics) == {"revenue": "486", "tax_paid": "不清楚"}
    assert dict(previous.narratives) == {"results": "好"}


def test_figures_that_do_not_apply_to_the_firm_are_not_told_as_last_years() -> None:
    old = replace(_OLD, profile=frozenset()).with_metric("farmers_helped", MetricValue("9"))
    carried = _carried(old)

    assert "farmers_helped" not in _previous(carried).metrics
    assert carried.metric("farmers_helped").previous == "9"


def test_an_answer_that_was_never_confirmed_says_nothing_of_its_year() -> None:
    twice = _carried(confirmed(_carried(_OLD), "1.1"), code="")

    assert twice.year == _OLD.year + 2
    assert _previous(twice).answers.keys() == {"1.1"}
    assert twice.answer("1.2").level == _OLD.answer("1.2").level


def test_what_was_carried_is_stored_and_read_again() -> None:
    carried = _carried(_OLD)

    assert parts.decode(parts.parts(carried)) == carried


@pytest.mark.parametrize("year", [_OLD.year, _OLD.year - 1])
def test_a_year_that_is_not_later_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        _carried(_OLD, year)


def test_last_years_scores_and_directions_are_what_they_were() -> None:
    last = previous_result(EDITION, _previous(_carried(_OLD)))

    assert (last.supported, last.declared) == (_RESULT.supported, _RESULT.declared)
    assert last.directions == _RESULT.directions
    assert last.characteristics == _RESULT.characteristics
    assert last.momentum == _RESULT.momentum
    assert (last.level, last.gates) == (None, ())


@given(any_ratings)
def test_every_result_is_found_again_in_the_levels_that_were_kept(
    ratings: dict[str, Rating],
) -> None:
    before = score(EDITION, ratings)
    kept = {
        id: PreviousAnswer(r.claimed, r.supported, not r.applies) for id, r in before.items.items()
    }
    last = previous_result(
        EDITION, Previous(2024, EDITION.id, answers={**kept, "9.9": kept["1.1"]})
    )

    assert (last.supported, last.directions) == (before.supported, before.directions)
    assert (last.answered, last.not_applicable) == (before.answered, before.not_applicable)
    states = {id: (r.state, r.claimed, r.supported) for id, r in before.items.items()}
    assert {id: (r.state, r.claimed, r.supported) for id, r in last.items.items()} == states
