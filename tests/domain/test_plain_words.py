"""What is wrong is said as it is: a day that no calendar has, a reason without words."""

import pytest

from digicom_desktop.domain.date_text import missing_day, parse_date
from digicom_desktop.domain.finding import lacking_characters, says_nothing
from digicom_desktop.domain.review import review
from digicom_desktop.domain.review_span import date_problem
from digicom_desktop.domain.text import Language
from tests.domain.review_stage import LIBRARY, answered, source

ZH = LIBRARY.words(Language.ZH)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2009-02-30", "2009 年 2 月没有 30 日。"),
        ("2009.2.30", "2009 年 2 月没有 30 日。"),
        ("20090431", "2009 年 4 月没有 31 日。"),
        ("2025-13", "没有 13 月。"),
        ("去年", "请写成 2025-08-31、2025年8月 或 2025 这样的日期。"),
    ],
)
def test_a_day_that_does_not_exist_is_named(typed: str, said: str) -> None:
    problem = date_problem(typed)

    assert parse_date(typed) is None
    assert problem is not None
    assert problem.sentence(ZH) == said


@pytest.mark.parametrize("typed", ["2008-02-29", "2025", "2025年8月", "", "30", "0000"])
def test_what_is_a_date_or_none_at_all_lacks_no_day(typed: str) -> None:
    assert missing_day(typed) is None


def test_six_digits_are_long_enough_and_no_reason() -> None:
    assert says_nothing("111111") and lacking_characters("111111")
    assert says_nothing("......")
    assert not says_nothing("很少")
    assert not says_nothing("已经和账面核对过了")


def test_where_nothing_is_ticked_no_level_is_made_of_it() -> None:
    nothing = answered("2.1", practices=frozenset())
    (said,) = [f for f in review(source(nothing)) if f.rule == "level.above_practices"]

    assert said.sentence(ZH).endswith("级，一项做法也没有勾选。")
