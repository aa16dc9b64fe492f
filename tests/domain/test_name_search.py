"""Names are found in running text, and nothing else is."""

import pytest

from digicom_desktop.domain.name_search import NameSearch, searchable, visible


def replaced(text: str, *names: str) -> str:
    return NameSearch.of(dict.fromkeys(searchable(names), "…")).replaced(text)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("程䶮", "程䶮、程 䶮、程\n䶮、程\u200b䶮", "…、…、…、…"),
        ("Anna Schmidt", "ANNA SCHMIDT, AnnaSchmidt, Ａｎｎａ Ｓｃｈｍｉｄｔ", "…, …, …"),
        ("13800000000", "138 0000 0000 / 138-0000-0000", "… / …"),
        ("甲（乙）公司", "甲(乙)公司", "…"),
        ("Li", "Li, Linda, policy", "…, Linda, policy"),
        ("李", "李子熟了", "李子熟了"),
        (" \u200b", "原样", "原样"),
        ("a.b*c", "a.b*c, aXbbc", "…, aXbbc"),
    ],
)
def test_a_name_is_found_however_it_is_typed(name: str, text: str, left: str) -> None:
    assert replaced(text, name) == left


def test_a_name_within_a_longer_one_does_not_hide_the_longer_one() -> None:
    assert replaced("青禾茶业有限公司与青禾", "青禾", "青禾茶业有限公司") == "…与…"


def test_without_names_a_text_stays_but_for_what_nobody_sees() -> None:
    assert replaced("a\u202eb\nc") == "ab\nc"
    assert visible("\ufeff字\u00ad\t") == "字\t"
