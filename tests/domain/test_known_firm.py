"""What an earlier assessment of a firm puts into an empty one."""

from dataclasses import replace

import pytest

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.company import NARRATIVES, TEXT_FIELDS, Company
from digicom_desktop.domain.known_firm import is_otherwise_empty, with_known_firm
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_SAMPLE = Library(resources_folder()).sample()
_KNOWN = _SAMPLE.with_metric("revenue", MetricValue("4,860", "4,210")).with_metric(
    "orders", MetricValue("24", "20")
)


def _empty(year: int) -> Assessment:
    code = _KNOWN.company.credit_code
    return Assessment(_KNOWN.edition, Company(year=year, credit_code=code))


def test_the_same_year_takes_everything_but_the_date_of_filling_in() -> None:
    filled = with_known_firm(_empty(2025), _KNOWN)

    assert filled.company == replace(_KNOWN.company, filled_on="")
    assert filled.profile == _KNOWN.profile
    assert filled.metrics == _KNOWN.metrics
    assert filled.answers == {}


def test_the_next_year_has_the_figures_as_those_of_last_year() -> None:
    filled = with_known_firm(_empty(2026), _KNOWN)

    assert filled.metric("revenue") == MetricValue("", "4,860")
    assert filled.metric("employees_end") == MetricValue("", "86")
    assert filled.metric("orders") == MetricValue("", "24")


@pytest.mark.parametrize("year", [2026, 2027, 2023])
def test_another_year_takes_neither_figures_nor_narratives(year: int) -> None:
    filled = with_known_firm(_empty(year), _KNOWN)

    of_the_year = {"employees", "revenue", "total_assets", "filled_on", *NARRATIVES}
    for name in TEXT_FIELDS:
        expected = "" if name in of_the_year else getattr(_KNOWN.company, name)
        assert getattr(filled.company, name) == expected, name
    if year != 2026:
        assert filled.metrics == {}


def test_what_is_typed_already_stays() -> None:
    begun = replace(_empty(2025), profile=frozenset({"platform"}))
    begun = replace(begun, company=replace(begun.company, name="Tea", employees="90"))
    filled = with_known_firm(begun.with_metric("orders", MetricValue("", "19")), _KNOWN)

    assert (filled.company.name, filled.company.employees) == ("Tea", "90")
    assert filled.profile == {"platform"}
    assert filled.metric("orders") == MetricValue("24", "19")


def test_an_assessment_with_only_name_and_code_is_otherwise_empty() -> None:
    empty = _empty(2026)
    named = replace(empty, company=replace(empty.company, name="Tea", contact=" "))
    assert is_otherwise_empty(named)
    for more in (
        replace(empty, company=replace(empty.company, contact="Yu")),
        replace(empty, profile=frozenset({"agri"})),
        empty.with_answer(Answer("1.1", level=1)),
        empty.with_metric("orders", MetricValue("1")),
        _KNOWN,
    ):
        assert not is_otherwise_empty(more)
