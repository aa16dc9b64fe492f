"""One of many choices is found by name, code or another word, the best first."""

import pytest

from digicom_desktop.domain.choice_search import Choice, ChoiceSearch, the_one_meant

_TRADES = (
    Choice("18", "18 服饰业 · C 制造业", "服饰业", ("服装厂",)),
    Choice("51", "51 批发业 · F 批发和零售业", "批发业", ("服装批发",)),
    Choice("52", "52 零售业 · F 批发和零售业", "零售业", ("服装店", "网店", "online shop")),
)
_PLACES = (
    Choice("22", "吉林省"),
    Choice("33", "浙江省"),
    Choice("2202", "吉林省 · 吉林市", "吉林市", is_further=True),
    Choice("3307", "浙江省 · 金华市", "金华市", is_further=True),
    Choice("330782", "浙江省 · 金华市 · 义乌市", "义乌市", is_further=True),
)


def codes(choices: tuple[Choice, ...], text: str) -> list[str]:
    return [found.choice.code for found in ChoiceSearch(choices).find(text)]


def meant(choices: tuple[Choice, ...], text: str) -> str:
    choice = the_one_meant(ChoiceSearch(choices).find(text))
    return choice.code if choice else ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("零售", ["52", "51"]),
        ("批发", ["51", "52"]),
        ("服装", ["18", "51", "52"]),
        ("服装店", ["52"]),
        ("制造业", ["18"]),
        ("5", ["51", "52"]),
        ("", ["18", "51", "52"]),
        ("--", []),
        ("我在淘宝开网店", ["52"]),
        ("My online shop", ["52"]),
        ("飞船", []),
    ],
)
def test_what_is_found_by_its_own_name_goes_before_what_is_found_by_its_section(
    typed: str, found: list[str]
) -> None:
    assert codes(_TRADES, typed) == found


@pytest.mark.parametrize(
    ("typed", "code"), [("零售", "52"), ("服装", ""), ("业", ""), ("制造", "18"), ("52", "52")]
)
def test_a_choice_is_meant_where_nothing_else_is_found_as_near(typed: str, code: str) -> None:
    assert meant(_TRADES, typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("义乌", "330782"),
        ("吉林", "22"),
        ("吉林市", "2202"),
        ("浙江义乌", "330782"),
        ("浙江", "33"),
    ],
)
def test_what_lies_further_down_is_found_and_gives_way_to_what_is_listed(
    typed: str, code: str
) -> None:
    assert meant(_PLACES, typed) == code
    assert codes(_PLACES, "") == ["22", "33"], "listed are the nearest alone"


def test_a_line_found_by_another_word_says_by_which() -> None:
    (found,) = ChoiceSearch(_TRADES).find("网店")
    assert found.shown == "52 零售业 · F 批发和零售业（网店）"
    (found,) = ChoiceSearch(_TRADES).find("online shop")
    assert found.shown.endswith(" (online shop)")
