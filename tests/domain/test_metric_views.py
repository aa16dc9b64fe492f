"""What a report says of the firm's figures and of its size."""

from dataclasses import replace

import pytest

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.metric import Metric, MetricKind, MetricValue
from digicom_desktop.domain.metric_views import change_text, metric_views
from digicom_desktop.domain.report import MetricView
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_LIBRARY = Library(resources_folder())
_METRICS = _LIBRARY.metrics()
_ZH = _LIBRARY.words(Language.ZH)
_EMPTY = Assessment("mofcom-trial-1", Company(year=2025))


def _metric(id: str) -> Metric:
    return next(metric for metric in _METRICS.figures if metric.id == id)


def _views(assessment: Assessment, language: Language = Language.ZH) -> dict[str, MetricView]:
    words = _LIBRARY.words(language)
    return {view.id: view for view in metric_views(_METRICS, assessment, words)}


@pytest.mark.parametrize(
    ("id", "current", "previous", "change"),
    [
        ("revenue", "4,860", "4210", "+15.4%"),
        ("revenue", "48600000元", "4,210万元", "+15.4%"),
        ("revenue", "100", "200", "-50.0%"),
        ("orders", "7", "7", "0.0%"),
        ("orders", "0", "7", "-100.0%"),
        ("revenue", "10000", "10001", "-0.01%"),
        ("revenue", "10001", "10000", "+0.01%"),
        ("profit_total", "-3", "6", "-150.0%"),
        ("profit_total", "6", "-3", ""),
        ("revenue", "5", "0", ""),
        ("revenue", "5", "", ""),
        ("revenue", "约 5", "4", ""),
        ("revenue", "", "", ""),
    ],
)
def test_the_change_is_told_where_the_years_can_be_compared(
    id: str, current: str, previous: str, change: str
) -> None:
    assert change_text(_metric(id), MetricValue(current, previous), _ZH) == change


def test_a_share_changes_by_points() -> None:
    share = replace(_metric("orders"), kind=MetricKind.PERCENT)

    assert change_text(share, MetricValue("42.3%", "40"), _ZH) == "+2.3 个百分点"


@pytest.mark.parametrize(
    ("new", "old", "change"),
    [("0.1", "0.12", "-0.02"), ("0.38", "0.42", "-0.04"), ("5.125", "5", "+0.125")],
)
def test_points_have_as_many_decimals_as_the_shares_and_the_true_sign(
    new: str, old: str, change: str
) -> None:
    share = replace(_metric("orders"), kind=MetricKind.PERCENT)

    assert change_text(share, MetricValue(new, old), _ZH) == f"{change} 个百分点"


@pytest.mark.parametrize("language", list(Language))
def test_a_figure_is_shown_in_its_unit_whatever_was_typed(language: Language) -> None:
    filled = _EMPTY.with_metric("ec_sales", MetricValue("１２３４５６７８元", "a lot"))
    view = _views(filled, language)["ec_sales"]

    assert (view.current, view.current_value) == ("1,234.57", "1234.5678")
    assert (view.previous, view.previous_value) == ("a lot", None)
    assert view.unit == _metric("ec_sales").unit.in_(language)
    assert view.is_filled
    assert not _views(filled)["ec_purchase"].is_filled


def test_only_figures_of_the_firms_business_are_shown() -> None:
    platform = replace(_EMPTY, profile=frozenset({"platform"}))

    assert "platform_trade" in _views(platform)
    assert "platform_trade" not in _views(_EMPTY)


def test_what_stands_in_the_company_is_the_assessed_year() -> None:
    firm = replace(_EMPTY, company=Company(year=2025, employees="86人"))
    view = _views(firm.with_metric("employees_end", MetricValue("86人", "80")))["employees_end"]

    assert (view.current, view.previous, view.change) == ("86", "80", "+7.5%")
