"""Steps told in words."""

from fractions import Fraction
from typing import Any

import pytest

from digicom_desktop.domain.advice import Change, Need, Step
from digicom_desktop.domain.advice_text import StepRow, change_lines, step_row, step_sentence
from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.text import Language
from tests.domain.random_ratings import EDITION, LIBRARY

_ZH, _EN = LIBRARY.words(Language.ZH), LIBRARY.words(Language.EN)
_CLAIM, _GRADE, _FIGURE = Need.CLAIM, Need.GRADE, Need.FIGURE
_ITEM = EDITION.item("1.1")


def _assessment(**answer: Any) -> Assessment:
    return Assessment(EDITION.id, Company(year=2025)).with_answer(Answer("1.1", **answer))


def _step(*changes: Change) -> Step:
    return Step("1.1", 2, 3, changes, Fraction(445, 176))


def test_each_change_is_a_line() -> None:
    step = _step(Change(_CLAIM, 3), Change(_GRADE, 2), Change(_FIGURE, 1))

    assert step_sentence(step, EDITION, _assessment(level=2), _ZH).split("\n") == [
        _ITEM.next_steps[2].text.zh,
        f"补一份“{_ITEM.evidence[0].title.zh}”。",
        "补一个 2025 年的关键指标。",
    ]
    assert step_sentence(step, EDITION, _assessment(level=2), _EN).split("\n") == [
        _ITEM.next_steps[2].text.en,
        f"Add '{_ITEM.evidence[0].title.en}' as evidence.",
        "Add one key figure for 2025.",
    ]


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        (1, "把情况说明四格填全"),
        (2, "补一份“经营报表截图”"),
        (3, "补一份“云端软件订购合同和发票”"),
    ],
)
def test_evidence_is_named_by_the_items_own_hint_of_that_grade(grade: int, expected: str) -> None:
    row = step_row(_step(Change(_GRADE, grade)), EDITION, _assessment(level=3), _ZH)

    assert row == StepRow(
        expected,
        f"1.1 {_ITEM.title.zh} • 2\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}级",
        "+2.5",
    )


@pytest.mark.parametrize("grade", [2, 3])
def test_an_edition_without_grades_of_hints_says_it_in_general(grade: int) -> None:
    first: Edition = LIBRARY.edition("mofcom-trial-1")
    (line,) = change_lines("1.1", (Change(_GRADE, grade),), first, _assessment(level=3), _ZH)

    assert line == _ZH.say(f"advice.grade_{grade}") + "。"


def test_a_claim_over_two_levels_has_both_next_steps() -> None:
    lines = change_lines("1.1", (Change(_CLAIM, 3),), EDITION, _assessment(level=1), _ZH)

    assert lines == (_ITEM.next_steps[1].text.zh, _ITEM.next_steps[2].text.zh)


@pytest.mark.parametrize("words", [_ZH, _EN])
def test_before_anything_is_claimed_the_item_is_to_be_answered(words: Any) -> None:
    step = _step(Change(_CLAIM, 1))
    answer, confirm = words.say("advice.answer"), words.say("advice.confirm")

    assert step_row(step, EDITION, _assessment(), words).what == answer
    assert step_sentence(step, EDITION, _assessment(), words)[:-1] == answer
    old = _assessment(level=3, to_confirm=True)
    assert step_row(step, EDITION, old, words).what == confirm
    assert step_sentence(step, EDITION, old, words)[:-1] == confirm


def test_a_row_joins_short_forms() -> None:
    step = _step(Change(_CLAIM, 3), Change(_FIGURE, 1))
    what = step_row(step, EDITION, _assessment(level=2), _ZH).what

    assert what == "把做法提到 3 级；补一个 2025 年的关键指标"
    english = step_row(step, EDITION, _assessment(level=2), _EN)
    assert english.what == "Do what level 3 asks for. Add one key figure for 2025"
