"""An assessment goes to a newer edition with all that has a successor there."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.assessment import (
    Answer,
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
    Figure,
)
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.edition_map import EditionMap, carry
from digicom_desktop.domain.statement import Statement

_FIRST = EditionMap(
    old="e1",
    new="e2",
    items={"a": "a", "b": "c"},
    business_types={"shop": "store"},
    practices={"a.p1": "a.p2", "b.p1": "c.p1"},
    indicators={"a.k1": "a.k1", "b.k1": "c.k2"},
    review=False,
)
_SECOND = EditionMap(
    old="e2",
    new="e3",
    items={"c": "a"},
    business_types={"store": "store"},
    practices={"c.p1": "a.p9"},
    indicators={"c.k2": "a.k1"},
    review=True,
)
_COMPANY = Company(2025, name="甲公司", main_practices="做了很多。")
_STATEMENT = Statement("账本", "2021", "全店", "老王", "备注")
_FIGURE = Figure("12", "9")


def _with(*answers: Answer, **values: object) -> Assessment:
    start = Assessment("e1", _COMPANY)
    for answer in answers:
        start = start.with_answer(answer)
    return replace(start, **values)  # type: ignore[arg-type]


def test_firm_year_and_edition_arrive() -> None:
    carried = carry(_with(), [_FIRST])
    assert (carried.edition, carried.company, carried.year) == ("e2", _COMPANY, 2025)


def test_an_answer_arrives_at_the_item_that_follows() -> None:
    answer = Answer(
        "b",
        level=3,
        reason="一条理由",
        practices=frozenset({"b.p1", "b.p2"}),
        figures=MappingProxyType({"b.k1": _FIGURE, "b.k2": Figure("1")}),
        statement=_STATEMENT,
    )
    carried = carry(_with(answer), [_FIRST])
    assert dict(carried.answers) == {
        "c": Answer(
            "c",
            level=3,
            reason="一条理由",
            practices=frozenset({"c.p1"}),
            figures=MappingProxyType({"c.k2": _FIGURE}),
            statement=_STATEMENT,
        )
    }


def test_a_reason_why_an_item_does_not_apply_arrives_with_its_hidden_level() -> None:
    answer = Answer("a", level=2, not_applicable=True, reason="没有门店。")
    assert carry(_with(answer), [_FIRST]).answer("a") == answer


def test_what_has_no_successor_does_not_arrive() -> None:
    carried = carry(_with(Answer("x", level=4), profile=frozenset({"shop", "farm"})), [_FIRST])
    assert carried.answers == {}
    assert carried.profile == {"store"}


def test_an_answer_of_which_nothing_is_left_is_no_answer() -> None:
    ticked = Answer("a", practices=frozenset({"a.p7"}))
    assert carry(_with(ticked), [_FIRST]).answers == {}


@pytest.mark.parametrize(
    ("answer", "later"),
    [
        (Answer("c", level=0), True),
        (Answer("c", not_applicable=True), True),
        (Answer("c", statement=_STATEMENT), False),
        (Answer("c", statement=_STATEMENT, later=True), True),
    ],
)
def test_a_review_marks_what_is_answered(answer: Answer, later: bool) -> None:
    before = replace(_with(answer), edition="e2")
    assert carry(before, [_SECOND]).answer("a").later is later
    assert carry(before, [replace(_SECOND, review=False)]).answer("a").later is answer.later


def test_evidence_keeps_its_number_and_supports_the_items_that_follow() -> None:
    file = EvidenceFile("周报.pdf", 12, "ab" * 32)
    entry = Evidence("b-02", "周报", "2025-03", "每周看", 3, ("a", "b", "x"), file)
    alone = Evidence("x-01", items=("x",))
    issued = MappingProxyType({"b": 2, "x": 1})
    carried = carry(_with(evidence=EvidenceRegister((entry, alone), issued)), [_FIRST]).evidence
    assert carried.entries == (replace(entry, items=("a", "c")), replace(alone, items=()))
    assert carried.issued == issued


def test_a_number_is_never_given_out_twice_where_items_changed_places() -> None:
    swap = replace(_FIRST, items={"a": "b", "b": "a"})
    register = EvidenceRegister((Evidence("a-01", items=("a",)),), MappingProxyType({"a": 1}))
    carried = carry(_with(evidence=register), [swap]).evidence
    assert carried.of_item("b")[0].number == "a-01"
    assert {carried.next_number("a"), carried.next_number("b")} == {"a-02", "b-01"}


def test_editions_far_apart_are_carried_step_by_step() -> None:
    figures = MappingProxyType({"b.k1": _FIGURE})
    answer = Answer("b", level=1, practices=frozenset({"b.p1"}), figures=figures)
    register = EvidenceRegister((Evidence("b-01", items=("b",)),), MappingProxyType({"b": 1}))
    carried = carry(
        _with(answer, Answer("a", level=4), profile=frozenset({"shop"}), evidence=register),
        [_FIRST, _SECOND],
    )
    assert carried.edition == "e3"
    assert carried.profile == {"store"}
    assert carried.evidence.of_item("a")[0].number == "b-01"
    assert dict(carried.answers) == {
        "a": Answer(
            "a",
            level=1,
            practices=frozenset({"a.p9"}),
            figures=MappingProxyType({"a.k1": _FIGURE}),
            later=True,
        )
    }


_ids = st.sampled_from(["a", "b", "c"])
_answers = st.builds(
    Answer,
    item=_ids,
    level=st.none() | st.integers(0, 4),
    not_applicable=st.booleans(),
    reason=st.text(max_size=5),
    practices=st.frozensets(_ids.map(lambda id: f"{id}.p1")),
    figures=st.dictionaries(_ids.map(lambda id: f"{id}.k1"), st.just(_FIGURE)).map(
        MappingProxyType
    ),
    statement=st.just(_STATEMENT) | st.just(Statement()),
    later=st.booleans(),
)


def _itself(*letters: str) -> dict[str, str]:
    ids = [f"{id}{letter}" for id in "abc" for letter in letters]
    return dict(zip(ids, ids, strict=True))


@given(st.lists(_answers, max_size=4))
def test_where_every_id_leads_to_itself_only_the_edition_changes(answers: list[Answer]) -> None:
    same = EditionMap("e1", "e2", _itself(""), {}, _itself(".p1"), _itself(".k1"), review=False)
    before = _with(*answers)
    assert carry(before, [same]) == replace(before, edition="e2")


@given(st.lists(_answers, max_size=4), st.booleans())
def test_levels_and_states_survive_every_map(answers: list[Answer], review: bool) -> None:
    turn = {"a": "b", "b": "c", "c": "a"}
    before = _with(*answers)
    after = carry(before, [replace(_FIRST, items=turn, review=review)])
    for item, answer in before.answers.items():
        there = after.answer(turn[item])
        assert (there.level, there.not_applicable) == (answer.level, answer.not_applicable)
        assert (there.reason, there.statement) == (answer.reason, answer.statement)
        assert there.later == (answer.later or (review and answer.is_answered))


def test_without_steps_nothing_changes() -> None:
    before = _with(Answer("a", level=1))
    assert carry(before, []) == before
