"""The firm's figures: which apply, what is stored and said of them, and whether they agree."""

import json
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import canonical_bytes, consistency_code
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.content import content
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.metric import (
    COMPANY_FIELDS,
    Metric,
    Metrics,
    MetricValue,
    Relation,
    by_group,
    metrics_for,
)
from digicom_desktop.domain.metric_check import broken_checks
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_LIBRARY = Library(resources_folder())
_METRICS = _LIBRARY.metrics()
_EDITION = _LIBRARY.edition("mofcom-trial-1")
_TYPES = [kind.id for kind in _EDITION.business_types]
_EMPTY = Assessment("mofcom-trial-1", Company(year=2025))


def _metric(id: str) -> Metric:
    return next(metric for metric in _METRICS.figures if metric.id == id)


def _ids(metrics: Iterable[Metric]) -> set[str]:
    return {metric.id for metric in metrics}


def _content(assessment: Assessment) -> Any:
    return content(_EDITION, assessment, _METRICS)


def _filled(profile: set[str], **current: str) -> Assessment:
    assessment = replace(_EMPTY, profile=frozenset(profile))
    for id, text in current.items():
        assessment = assessment.with_metric(id, MetricValue(text))
    return assessment


def test_general_figures_apply_before_a_type_of_business_is_chosen() -> None:
    found = metrics_for(frozenset(), _METRICS)

    assert all(metric.is_general for metric in found)
    assert {"revenue", "ec_sales", "orders", "ip_count"} <= _ids(found)


@pytest.mark.parametrize(
    ("profile", "shown", "hidden"),
    [
        ({"platform"}, {"platform_trade", "online_retail", "farmers_helped"}, {"trade_total"}),
        ({"foreign_trade"}, {"trade_total", "cbec_trade"}, {"platform_trade", "online_retail"}),
        ({"agri", "foreign_trade"}, {"cbec_trade", "farmers_helped"}, {"platform_users"}),
        ({"catering_life"}, {"online_retail"}, {"online_retail_goods"}),
        ({"of_a_later_edition"}, {"revenue"}, {"online_retail"}),
    ],
)
def test_a_type_of_business_brings_its_figures(
    profile: set[str], shown: set[str], hidden: set[str]
) -> None:
    found = _ids(metrics_for(profile, _METRICS))

    assert shown <= found
    assert not hidden & found


@given(st.frozensets(st.sampled_from(_TYPES)), st.sampled_from(_TYPES))
def test_another_type_only_adds_figures_and_keeps_their_order(
    profile: frozenset[str], another: str
) -> None:
    fewer, more = metrics_for(profile, _METRICS), metrics_for(profile | {another}, _METRICS)

    assert _ids(fewer) <= _ids(more)
    assert [metric for metric in _METRICS.figures if metric in more] == list(more)


def test_only_a_profit_may_be_below_zero() -> None:
    assert _metric("profit_total").read("(12.5)") == Decimal("-12.5")
    wrong = _metric("ec_sales").read("(12.5)")
    assert isinstance(wrong, Judgement)
    assert wrong.id == "number.negative"


def test_each_figure_is_read_by_its_kind() -> None:
    assert _metric("ec_sales").read("12,605,000元") == Decimal("1260.5")
    assert _metric("it_staff").read("8人") == 8
    assert _metric("orders").read("15,000单") == Decimal("1.5")
    assert _metric("platform_merchants").read("12 merchants") == 12
    assert isinstance(_metric("ip_count").read("8.5"), Judgement)


def test_a_figure_is_kept_as_typed_and_said_as_meant() -> None:
    assessment = _EMPTY.with_metric(
        "ec_sales", MetricValue("１，２６０．５０ 万 元", "9,800,000元")
    )

    assert json.loads(parts.encode(assessment, "metrics")) == {
        "ec_sales": {"current": "１，２６０．５０ 万 元", "previous": "9,800,000元"}
    }
    assert _content(assessment)["metrics"] == {"ec_sales": {"current": "1260.5", "previous": "980"}}


def test_two_ways_to_type_a_figure_give_one_consistency_code() -> None:
    codes = {
        consistency_code(canonical_bytes(_content(_filled(set(), ec_sales=text))))
        for text in ("1260.5", "1,260.50万元", "12605千元", "0.12605 亿")
    }
    assert len(codes) == 1


def test_a_figure_typed_wrongly_is_kept_as_typed_in_the_content_of_a_draft() -> None:
    assert _content(_filled(set(), ec_sales="约一千万"))["metrics"] == {
        "ec_sales": {"current": {"typed": "约一千万"}}
    }


@pytest.mark.parametrize("id", ["platform_trade", "of_a_later_version"])
def test_a_figure_that_does_not_apply_is_kept_but_not_said(id: str) -> None:
    assessment = _EMPTY.with_metric(id, MetricValue("5"))

    assert parts.decode(parts.parts(assessment)) == assessment
    assert "metrics" not in _content(assessment)


def test_without_figures_parts_and_content_are_what_they_were_before_there_were_any() -> None:
    assert parts.parts(_EMPTY).keys() == {"company", "profile", "evidence"}
    assert "metrics" not in _content(_EMPTY)
    nothing: Metrics = Metrics((), ())
    assert content(_EDITION, _EMPTY, nothing) == _content(_EMPTY)


def test_a_figure_that_is_blank_again_leaves_nothing_behind() -> None:
    typed = _EMPTY.with_metric("ec_sales", MetricValue("5"))

    assert typed.with_metric("ec_sales", MetricValue()) == _EMPTY
    assert not parts.is_kept(_EMPTY, "metrics")
    assert parts.is_kept(typed, "metrics")
    assert parts.changed(_EMPTY, typed) == {"metrics"}


@pytest.mark.parametrize("id", COMPANY_FIELDS)
def test_a_figure_of_the_company_is_typed_once(id: str) -> None:
    value = MetricValue("4,860", "4,210")
    assessment = _EMPTY.with_metric(id, value)

    assert assessment.metric(id) == value
    assert getattr(assessment.company, COMPANY_FIELDS[id]) == "4,860"
    assert assessment.metrics == {id: MetricValue(previous="4,210")}
    assert _content(assessment)["company"] in ({COMPANY_FIELDS[id]: "4860"}, {"employees": 4860})
    assert _content(assessment)["metrics"] == {id: {"previous": "4210"}}
    assert parts.changed(assessment, assessment.with_metric(id, replace(value, previous="1"))) == {
        "metrics"
    }


def test_the_companys_own_field_goes_before_what_a_part_says() -> None:
    stored = {
        **parts.parts(replace(_EMPTY, company=Company(2025, revenue="5"))),
        "metrics": b'{"revenue":{"current":"6","previous":"4"}}',
    }
    assert parts.decode(stored).metric("revenue") == MetricValue("5", "4")


_DOUBTS = {"sales_above_revenue", "merchants_above_users", "farmers_below_ten_yuan"}
_DOUBTS |= {"orders_below_one_yuan", "orders_above_100_000_yuan", "users_below_one_yuan"}


def _sides(assessment: Assessment) -> list[tuple[str, str, Decimal, Decimal]]:
    found = broken_checks(_METRICS, assessment)
    return [(broken.check.id, broken.year, broken.left, broken.right) for broken in found]


@pytest.mark.parametrize(
    ("profile", "typed", "id"),
    [
        ("retailer", {"online_retail_goods": "6", "online_retail": "5"}, "goods_within_retail"),
        ("retailer", {"online_retail": "6", "ec_sales": "5"}, "retail_within_sales"),
        (
            "retailer",
            {"ec_trade": "6", "ec_sales": "3", "ec_purchase": "2"},
            "trade_is_sales_plus_purchases",
        ),
        ("foreign_trade", {"cbec_trade": "6", "trade_total": "5"}, "cross_border_within_trade"),
        ("platform", {"self_run_trade": "6", "platform_trade": "5"}, "self_run_within_platform"),
        (
            "platform",
            {"platform_merchants_active": "6", "platform_merchants": "5"},
            "active_merchants_within_all",
        ),
        (
            "platform",
            {"platform_users_active": "6", "platform_users": "5"},
            "active_users_within_all",
        ),
        ("retailer", {"it_staff": "6", "employees_end": "5"}, "it_staff_within_employees"),
        ("retailer", {"ec_sales": "6.5", "revenue": "5"}, "sales_above_revenue"),
        ("retailer", {"orders": "2568", "ec_sales": "90"}, "orders_below_one_yuan"),
        ("retailer", {"ec_sales": "900,000", "orders": "2"}, "orders_above_100_000_yuan"),
        ("platform", {"platform_users": "25000", "platform_trade": "800"}, "users_below_one_yuan"),
        ("platform", {"platform_merchants": "800", "platform_users": "0"}, "merchants_above_users"),
        ("agri", {"farmers_helped": "1148", "revenue": "1"}, "farmers_below_ten_yuan"),
    ],
)
def test_figures_that_contradict_each_other_are_found(
    profile: str, typed: dict[str, str], id: str
) -> None:
    (broken,) = broken_checks(_METRICS, _filled({profile}, **typed))

    assert (broken.check.id, broken.year) == (id, "current")
    assert broken.check.doubtful == (id in _DOUBTS)
    for missing in typed:
        rest = {other: text for other, text in typed.items() if other != missing}
        assert broken_checks(_METRICS, _filled({profile}, **rest)) == ()
    same = dict.fromkeys(typed, "0")
    assert broken_checks(_METRICS, _filled({profile}, **same)) == ()


def test_the_year_before_is_compared_too() -> None:
    assessment = _EMPTY.with_metric("ec_sales", MetricValue("1", "13万"))
    assessment = assessment.with_metric("revenue", MetricValue("1", "10万"))

    assert _sides(assessment) == [("sales_above_revenue", "previous", Decimal(13), Decimal(12))]


def test_what_was_rounded_apart_is_no_contradiction() -> None:
    typed = {"ec_sales": "1.01", "ec_purchase": "1.01"}

    assert _sides(_filled(set(), ec_trade="2.01", **typed)) == []
    assert _sides(_filled(set(), ec_trade="2.00", **typed)) != []


def test_a_figure_typed_wrongly_or_not_asked_for_contradicts_nothing() -> None:
    assert _sides(_filled({"retailer"}, online_retail="6", ec_sales="五")) == []
    assert _sides(_filled(set(), online_retail="6", ec_sales="5")) == []


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_sum_is_a_contradiction_exactly_when_it_does_not_add_up(sales: int, bought: int) -> None:
    right = _filled(
        set(), ec_trade=f"{sales + bought}", ec_sales=f"{sales}", ec_purchase=f"{bought}"
    )
    wrong = right.with_metric("ec_trade", MetricValue(f"{sales + bought + 1}"))

    assert _sides(right) == []
    assert [id for id, *_ in _sides(wrong)] == ["trade_is_sales_plus_purchases"]


def test_a_sum_is_the_only_relation_besides_a_limit() -> None:
    assert {check.relation for check in _METRICS.checks} == {*Relation}


def test_figures_stand_under_headings_in_the_order_of_the_file() -> None:
    groups = by_group(metrics_for({"platform", "foreign_trade"}, _METRICS))

    assert [group.id for group, _ in groups] == [
        "size", "results", "investment", "ecommerce", "platform", "trade", "partners",
    ]  # fmt: skip
    members = {group.id: [metric.id for metric in figures] for group, figures in groups}
    assert members["size"] == ["revenue", "total_assets", "employees_end"]
    assert members["ecommerce"][-1] == "orders"
