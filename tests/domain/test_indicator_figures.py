"""Key figures of items are read as those of the firm are."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.number import parse_number, plain_decimal
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

LIBRARY = Library(resources_folder())
METRICS = LIBRARY.metrics()
EDITIONS = [LIBRARY.edition(id) for id in ("mofcom-trial-1", "mofcom-trial-2")]
INDICATORS = {
    f"{edition.id} {indicator.id}": indicator
    for edition in EDITIONS
    for item in edition.items
    for indicator in item.indicators
}
NEWEST = {name.split()[1]: one for name, one in INDICATORS.items() if "-2 " in name}


@pytest.mark.parametrize(
    ("id", "typed", "value"),
    [
        ("4.3.k1", "9,780,000元", "978"),
        ("4.3.k1", "978", "978"),
        ("4.3.k1", "0.0978亿", "978"),
        ("4.3.k1", "￥978万元", "978"),
        ("4.3.k1", "（12）", "-12"),
        ("1.3.k2", "6.4元", "6.4"),
        ("1.3.k2", "￥5.9", "5.9"),
        ("1.3.k2", "5.9 元/单", "5.9"),
        ("1.3.k2", "５．９", "5.9"),
        ("4.1.k2", "1.2万元", "12000"),
        ("2.2.k1", "1.2万条", "12000"),
        ("2.2.k1", "120条", "120"),
        ("6.2.k2", "12家", "12"),
        ("6.2.k2", "12家（人）", "12"),
        ("1.1.k1", "12.5%", "12.5"),
        ("1.1.k1", "-5", "-5"),
        ("6.3.k2", "−31", "-31"),
    ],
)
def test_a_key_figure_may_be_typed_in_any_usual_unit(id: str, typed: str, value: str) -> None:
    number = NEWEST[id].number(typed)

    assert number is not None
    assert plain_decimal(number) == value


@pytest.mark.parametrize(
    ("id", "typed", "why"),
    [
        ("4.3.k1", "USD 1,360,000", "number.foreign"),
        ("4.3.k1", "¥978", "number.yuan_without_unit"),
        ("4.3.k1", "约950", "number.about"),
        ("1.3.k2", "5.9天", "number.unit"),
        ("1.1.k1", "12个", "number.unit"),
    ],
)
def test_what_is_wrong_with_a_key_figure_is_said_as_of_the_firm(
    id: str, typed: str, why: str
) -> None:
    found = NEWEST[id].read(typed)

    assert isinstance(found, Judgement)
    assert found.id == why


@given(
    st.sampled_from(sorted(INDICATORS)),
    st.from_regex(r"[-+−]?[0-9０-９]{1,3}(,[0-9]{3}){0,3}([.．][0-9]{1,6})?", fullmatch=True),
    st.sampled_from(["", "zh", "en", " zh", " en"]),
)
def test_what_was_a_number_before_stays_the_same_number(name: str, digits: str, unit: str) -> None:
    """Levels of revisions and scores of drafts hang on what counts as a figure."""
    indicator = INDICATORS[name]
    zh, en = indicator.unit.zh, indicator.unit.en
    typed = digits + {"": "", "zh": zh, "en": en, " zh": f" {zh}", " en": f" {en}"}[unit]
    before = parse_number(typed, zh, en)

    if before is not None:
        assert indicator.number(typed) == before


def test_shares_and_figures_that_are_asked_twice_are_known() -> None:
    for name in METRICS.shares:
        assert NEWEST[name].unit.zh == "%"
    for name, metric in METRICS.same.items():
        one = next(figure for figure in METRICS.figures if figure.id == metric)
        assert one.name.zh == NEWEST[name].name.zh
        assert one.unit == NEWEST[name].unit
        assert one.measure.units.items() <= NEWEST[name].measure.units.items()
    assert Decimal(0) == NEWEST["1.1.k1"].number("0")
