"""Method 1: worked cases, and what must hold for every answer."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.scoring import Rating, item_result, score, shown_score
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_CASES = json.loads(
    (Path(__file__).parent.parent / "data" / "scoring_vectors.json").read_text(encoding="utf-8")
)
_EDITION = Library(resources_folder()).edition("mofcom-trial-2")

ratings = st.dictionaries(
    st.sampled_from(_EDITION.item_ids),
    st.builds(
        Rating,
        level=st.none() | st.integers(0, 4),
        not_applicable=st.booleans(),
        grade=st.integers(0, 3),
        has_figure=st.booleans(),
    ),
)


def _rating(answer: Any) -> Rating:
    if answer == "na":
        return Rating(not_applicable=True)
    return Rating(level=answer["level"], grade=answer["grade"], has_figure=answer["figure"])


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_every_worked_case_gives_its_scores_levels_and_directions(case: Any) -> None:
    expected = case["expected"]
    result = score(_EDITION, {id: _rating(answer) for id, answer in case["answers"].items()})

    assert _near(result.declared, expected["declared"])
    assert _near(result.supported, expected["supported"])
    assert result.level == expected["level"]
    supported = {id: r.supported or 0 for id, r in result.items.items() if r.applies}
    assert supported == expected["supported_levels"]
    for id, mean in expected["directions"].items():
        assert _near(result.directions[id].supported, mean)


def _near(value: Fraction | None, expected: float | None) -> bool:
    if value is None or expected is None:
        return value is None and expected is None
    return abs(float(value) - expected) < 1e-6


@given(ratings, st.data())
def test_raising_one_claimed_level_lowers_neither_score_nor_level_of_the_firm(
    before: dict[str, Rating], data: st.DataObject
) -> None:
    item = data.draw(st.sampled_from(_EDITION.item_ids))
    rating = before.get(item, Rating())
    raised = replace(rating, level=min(4, (rating.level or 0) + 1))
    low, high = score(_EDITION, before), score(_EDITION, {**before, item: raised})

    assert (high.declared or 0) >= (low.declared or 0)
    assert (high.supported or 0) >= (low.supported or 0)
    assert (high.level or 0) >= (low.level or 0)


@given(ratings, st.data())
def test_better_evidence_lowers_neither_score_nor_level_of_the_firm(
    before: dict[str, Rating], data: st.DataObject
) -> None:
    item = data.draw(st.sampled_from(_EDITION.item_ids))
    rating = before.get(item, Rating())
    better = replace(rating, grade=min(3, rating.grade + 1), has_figure=True)
    low, high = score(_EDITION, before), score(_EDITION, {**before, item: better})

    assert (high.supported or 0) >= (low.supported or 0)
    assert (high.level or 0) >= (low.level or 0)


@given(ratings, st.randoms())
def test_the_order_of_answers_does_not_matter(before: dict[str, Rating], random: Any) -> None:
    shuffled = list(before.items())
    random.shuffle(shuffled)

    assert score(_EDITION, dict(shuffled)) == score(_EDITION, before)


@given(ratings)
def test_what_counts_is_never_more_than_what_is_claimed(before: dict[str, Rating]) -> None:
    result = score(_EDITION, before)

    assert (result.supported or 0) <= (result.declared or 0)
    assert all(
        r.supported <= r.claimed
        for r in result.items.values()
        if r.supported is not None and r.claimed is not None
    )


def test_an_unanswered_item_counts_zero_and_a_not_applicable_one_leaves_the_sum() -> None:
    one = {"1.1": Rating(level=4, grade=3, has_figure=True)}
    others = {id: Rating(not_applicable=True) for id in _EDITION.item_ids if id != "1.1"}

    assert score(_EDITION, {**one, **others}).supported == 100
    assert score(_EDITION, one).supported == Fraction(7, 10) * Fraction(100, 8) + Fraction(
        3, 10
    ) * Fraction(100, 22)


def test_there_is_no_score_when_nothing_applies() -> None:
    result = score(_EDITION, {id: Rating(not_applicable=True) for id in _EDITION.item_ids})

    assert (result.declared, result.supported, result.level) == (None, None, None)
    assert result.gates == ()
    assert set(result.momentum.values()) == {"not_applicable"}
    assert shown_score(result.supported) == "—"


def test_a_claim_says_what_it_lacks() -> None:
    method = _EDITION.method

    assert item_result(method, Rating(level=4, grade=2)).lacking == ("grade", "figure")
    assert item_result(method, Rating(level=3, grade=2)).lacking == ("figure",)
    assert item_result(method, Rating(level=2, grade=0)).needed_grade == 1
    assert item_result(method, Rating(level=2, grade=1)).lacking == ()
    assert item_result(method, Rating(level=0)).lacking == ()


def test_a_not_applicable_data_item_counts_zero_in_the_last_gate() -> None:
    full = {id: Rating(level=4, grade=3, has_figure=True) for id in _EDITION.item_ids}
    without = {**full, "1.1": Rating(not_applicable=True), "2.1": Rating(not_applicable=True)}

    assert score(_EDITION, full).level == 4
    assert score(_EDITION, without).level == 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(5995, 100), "59.95"),
        (Fraction(59999, 1000), "59.99"),
        (Fraction(60), "60.0"),
        (Fraction(5994, 100), "59.9"),
        (Fraction(1, 20), "0.1"),
    ],
)
def test_a_missed_threshold_is_never_shown_as_met(value: Fraction, shown: str) -> None:
    assert shown_score(value, (20, 40, 60, 80)) == shown


def test_the_edition_says_which_level_is_next() -> None:
    edition: Edition = _EDITION
    full = {id: Rating(level=3, grade=2, has_figure=True) for id in edition.item_ids}
    result = score(edition, full)

    assert result.level == 3
    assert {gate.id: gate.holds for gate in result.gates} == {
        "score": False,
        "items": False,
        "directions": False,
        "evidenced": False,
        "data": True,
    }
