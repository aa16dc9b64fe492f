"""The filled sample firm does not contradict itself: texts, figures and levels agree."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from digicom_desktop.domain.assessment import Assessment, Figure
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.number import parse_amount, parse_number
from digicom_desktop.library.bundled import Library

RESOURCES = Path(__file__).parents[1] / "resources"


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return Library(RESOURCES).sample()


@pytest.fixture(scope="module")
def edition(sample: Assessment) -> Edition:
    return Library(RESOURCES).edition(sample.edition)


def all_text() -> str:
    return (RESOURCES / "samples" / "tea.toml").read_text(encoding="utf-8")


def test_level_four_has_a_better_figure(sample: Assessment, edition: Edition) -> None:
    """The fourth question: one figure is better than the year before."""
    for answer in sample.answers.values():
        if answer.level == 4:
            directions = {i.id: i.better for i in edition.item(answer.item).indicators}
            figures = answer.figures.items()
            assert any(_is_better(figure, directions[id]) for id, figure in figures), answer.item


def test_level_three_has_no_better_figure_of_its_own(sample: Assessment, edition: Edition) -> None:
    """With one it would be level 4."""
    for answer in sample.answers.values():
        if answer.level == 3:
            directions = {i.id: i.better for i in edition.item(answer.item).indicators}
            both = {id: figure for id, figure in answer.figures.items() if figure.previous}
            assert not any(_is_better(figure, directions[id]) for id, figure in both.items())


def test_each_note_says_why_it_is_not_the_next_level(sample: Assessment) -> None:
    """But for what was done and stopped or is new, which says why it is only level 1."""
    for answer in sample.answers.values():
        if answer.not_applicable:
            continue
        level = answer.level or 0
        said = {0: "所以填0级", 1: "只算1级", 4: "所以填4级"}.get(level, f"没有填{level + 1}级")
        assert said in answer.statement.note, answer.item


def _is_better(figure: Figure, better: str) -> bool:
    change = _number(figure.current) - _number(figure.previous)
    return change > 0 if better == "up" else change < 0


def _number(text: str) -> Decimal:
    number = parse_number(text, "%")
    assert number is not None
    return number


@pytest.mark.parametrize(
    ("item", "indicator", "part", "whole"),
    [
        ("2.3", "2.3.k1", 3372, 4860),
        ("4.1", "4.1.k1", 252, 4860),
        ("4.3", "4.3.k2", 86, 548),
        ("5.2", "5.2.k1", 233, 4860),
        ("3.2", "3.2.k1", 108, 112),
        ("3.3", "3.3.k2", 16, 19),
        ("5.3", "5.3.k3", 144, 146),
    ],
)
def test_a_share_is_what_the_amounts_in_the_texts_make(
    sample: Assessment, item: str, indicator: str, part: int, whole: int
) -> None:
    share = _number(sample.answer(item).figure(indicator).current)
    assert share == round(Decimal(part) * 100 / whole, 1)
    for amount in (part, whole):
        assert re.search(rf"(?<![\d,]){amount:,}(?![\d,])", all_text()), amount


def test_the_parts_of_the_turnover_in_the_narrative_make_the_whole(sample: Assessment) -> None:
    results = sample.company.results
    parts = ("线上零售", "门店零售", "国内批发", "出口", "采茶研学和茶空间")
    found = [re.search(rf"{part}([\d,]+)万元", results) for part in parts]
    amounts = [parse_amount(match[1]) for match in found if match]
    assert sum(amount or 0 for amount in amounts) == parse_amount(sample.company.revenue)
    assert f"营业收入{sample.company.revenue}万元" in results


@pytest.mark.parametrize(
    ("item", "indicator", "years"),
    [
        ("1.1", "1.1.k2", "由{previous}天降到{current}天"),
        ("1.3", "1.3.k2", "由{previous}元降到{current}元"),
        ("2.3", "2.3.k2", "由{previous}升到{current}"),
        ("4.1", "4.1.k1", "占{current}，上年占{previous}"),
        ("5.3", "5.3.k3", "由{previous}升到{current}"),
    ],
)
def test_the_narrative_tells_the_same_figures_as_the_items(
    sample: Assessment, item: str, indicator: str, years: str
) -> None:
    figure = sample.answer(item).figure(indicator)
    told = years.format(current=figure.current, previous=figure.previous)
    assert told in sample.company.results


def test_the_file_has_no_keys_that_the_program_ignores() -> None:
    assert set(tomllib.loads(all_text())) == {
        "edition",
        "profile",
        "company",
        "metrics",
        "answers",
        "evidence",
        "plan",
        "reasons",
    }


def test_trade_across_the_border_is_the_same_in_the_item(sample: Assessment) -> None:
    value, figure = sample.metric("cbec_trade"), sample.answer("4.3").figure("4.3.k1")
    assert (value.current, value.previous) == (figure.current, figure.previous)


def test_the_narrative_tells_the_same_turnover_exports_and_farmers_as_the_firm_s_figures(
    sample: Assessment,
) -> None:
    revenue, farmers = sample.metric("revenue"), sample.metric("farmers_helped")
    for told in (
        f"营业收入{revenue.current}万元",
        f"上年的{revenue.previous}万元",
        f"出口{sample.metric('trade_total').current}万元",
        f"合作茶农由{farmers.previous}户增加到{farmers.current}户",
    ):
        assert told in sample.company.results


def test_online_retail_is_what_the_turnover_makes_with_vat(sample: Assessment) -> None:
    """13% on goods, 6% on the study trips that are booked online; exports bear none."""
    for year, goods, trips in (("current", 2058, 168), ("previous", 1612, 104)):

        def amount(id: str, year: str = year) -> Decimal | None:
            return parse_amount(getattr(sample.metric(id), year))

        assert amount("online_retail_goods") == round(goods * Decimal("1.13"))
        assert amount("online_retail") == round(goods * Decimal("1.13") + trips * Decimal("1.06"))
        retail, abroad = amount("online_retail"), amount("cbec_trade")
        assert retail is not None
        assert abroad is not None
        assert amount("ec_sales") == retail + abroad
