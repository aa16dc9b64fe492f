"""The check as a whole: order, places, reasons, and that it never fails."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings, strategies as st

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import TEXT_FIELDS, Company
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.planning import suggested_plan
from digicom_desktop.domain.previous import PreviousAnswer
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.review import review
from digicom_desktop.domain.scoring import rate
from digicom_desktop.domain.text import Language
from tests.domain.random_assessments import assessments
from tests.domain.review_stage import (
    EDITION,
    GOOD,
    LIBRARY,
    METRICS,
    SAMPLE,
    TODAY,
    answered,
    evidence,
    figure,
    firm,
    found,
    last_year,
    metric,
    source,
)

WORDS = {language: LIBRARY.words(language) for language in Language}
ZH, EN = WORDS[Language.ZH], WORDS[Language.EN]
EMPTY = Assessment(EDITION.id, Company(year=2025))

_SECTIONS = {"level", "practices", "figures", "statement", "evidence", "not_applicable"}


def test_the_gravest_class_comes_first_and_within_it_the_pages_in_their_order() -> None:
    wrong = firm(employees="许多", phone="1", postcode="1")
    wrong = answered("6.3", figure("1.1.k1", "约一成", base=wrong), level=None)
    wrong = evidence("2.2-01", evidence("1.1-01", wrong, title=""), date="2023-01-01")
    wrong = replace(wrong, profile=frozenset())

    places = [(f.class_.value, f.place) for f in review(source(wrong))]

    assert places == [
        ("A", "company#employees"),
        ("A", "item/6.3#level"),
        ("A", "item/1.1#evidence"),
        ("A", "item/1.1#1.1.k1"),
        ("B", "company#postcode"),
        ("B", "profile"),
        ("C", "item/2.2#evidence"),
        ("D", "item/6.3#evidence"),
    ]


def test_items_come_in_the_order_of_the_edition_whatever_rule_they_break() -> None:
    wrong = last_year(_level("1.1", 2), base=answered("2.3", practices=frozenset()))
    wrong = last_year(_level("5.3", 0) | _level("1.1", 1), base=wrong)
    wrong = answered("1.3", wrong, level=3, figures={})

    explained = [f for f in review(source(wrong)) if f.class_ is FindingClass.EXPLAIN]

    assert [(f.subject, f.rule) for f in explained] == [
        ("1.1", "level.jump"),
        ("1.3", "level.no_figure"),
        ("1.3", "level.above_practices"),
        ("2.3", "level.above_practices"),
        ("5.3", "level.jump"),
    ]


def test_an_empty_assessment_lacks_its_fields_and_its_answers() -> None:
    findings = review(source(EMPTY))

    must_fix = [f for f in findings if f.class_ is FindingClass.MUST_FIX]
    assert [f.rule for f in must_fix] == ["company.missing"] * 12 + ["answers.unanswered"]
    (unanswered,) = found("answers.unanswered", source(EMPTY))
    assert unanswered.sentence(ZH).startswith("还有 22 项未作答：1.1、1.2、1.3")
    assert unanswered.place == "item/1.1#level"


def test_the_sample_lacks_what_it_lacks_on_purpose() -> None:
    findings = review(source(SAMPLE))

    assert {(f.rule, f.subject) for f in findings if f.class_ is not FindingClass.HINT} == {
        ("level.no_figure", "2.1"),
        ("not_applicable.unusual", "3.1"),
        ("evidence.no_file", ""),
    }
    hints = {f.subject for f in findings if f.rule == "level.unsupported"}
    assert hints == {"1.2", "2.1", "4.1", "4.2", "6.4"}


def test_what_is_found_leads_to_a_page_and_a_field_or_section_of_it() -> None:
    for finding in (*review(source(EMPTY)), *review(source(SAMPLE))):
        page, _, target = finding.place.partition("#")
        match page.partition("/"):
            case "company", _, _:
                assert target in {*TEXT_FIELDS, "year", "metrics"}
            case "item", _, item:
                assert item in EDITION.item_ids
                assert target in _SECTIONS or target.startswith(f"{item}.k")
            case _:
                assert finding.place == "profile" or finding.place.startswith("plan#")


def test_yuan_typed_in_both_years_is_found_however_far_below_the_revenue() -> None:
    yuan = figure("4.3.k1", "860,000", "310,000")
    for id, now, then in (
        ("tax_paid", "1,960,000", "1,710,000"),
        ("profit_total", "3,180,000", "2,620,000"),
        ("rd_spend", "620,000", "480,000"),
        ("digital_spend", "580,000", "450,000"),
    ):
        yuan = metric(id, now, then, yuan)

    subjects = {f.subject for f in found("figure.like_yuan", source(yuan))}

    ids = ("metrics.tax_paid", "metrics.profit_total", "metrics.rd_spend", "metrics.digital_spend")
    assert subjects == {f"{id}{year}" for id in (*ids, "4.3.k1") for year in ("", ".previous")}


def test_a_new_factory_has_more_assets_than_revenue() -> None:
    new = firm(revenue="15", total_assets="20,000", founded="2024-11")
    new = figure("4.3.k1", "", "", replace(new, metrics={}))
    new = metric("total_assets", "20,000", "2", metric("revenue", "15", "0.1", new))
    new = metric("rd_spend", "400", "2", metric("profit_total", "-600", "-1", new))
    rules = {f.rule for f in review(source(new)) if f.rule.startswith("figure.")}
    assert not rules & {"figure.like_yuan", "figure.tenfold", "figure.fall"}


def test_what_the_program_suggests_as_a_target_is_not_reached_yet() -> None:
    claimed = answered("4.3", answered("1.3", level=4), level=4)
    ratings = {item.id: rate(item, claimed) for item in EDITION.items}
    plan = suggested_plan(EDITION, ratings, Plan())
    assert plan.targets
    assert found("plan.target_reached", source(replace(claimed, plan=plan))) == []


def _level(item: str, level: int) -> dict[str, PreviousAnswer]:
    return {item: PreviousAnswer(level=level)}


def test_a_reason_closes_a_finding_until_its_values_change() -> None:
    (finding,) = found("level.above_practices", source(_above(4)))
    reason = Reason(finding.values_hash, "还有未列出的做法")
    reasoned = replace(_above(4), reasons={finding.key: reason})
    (same,) = found("level.above_practices", source(reasoned))
    assert not same.is_open(reasoned.reasons)

    changed = answered("2.1", reasoned, level=3)
    (other,) = found("level.above_practices", source(changed))
    assert other.key == finding.key
    assert other.is_open(changed.reasons)


def _above(level: int) -> Assessment:
    return answered("2.1", level=level, practices=frozenset({"2.1.p1"}))


def test_no_two_findings_share_a_key() -> None:
    spoilt = firm(postcode="1", employees="许多", revenue="许多")
    for id in ("ec_sales", "ec_trade", "tax_paid"):
        spoilt = metric(id, "许多", "许多", spoilt)
    spoilt = figure("1.1.k1", "许多", "许多", spoilt)
    for assessment in (spoilt, EMPTY, SAMPLE, metric("tax_paid", "9999999", "9999999")):
        keys = [finding.key for finding in review(source(assessment))]
        assert len({*keys}) == len(keys)


figures_typed = st.sampled_from(
    ["", "0", "-1", "1", "9.99", "100", "1,234.5 万元", "5000", "约一成", "100%", "1e9"]
)
dates_typed = st.sampled_from(["", "2025", "2024-02", "2025-12-31", "1900", "9999-12-31", "明年"])


@st.composite
def busy_assessments(draw: st.DrawFn) -> Assessment:
    """Assessments whose figures and dates can often be read and compared."""
    assessment = draw(assessments())
    assessment = firm(
        assessment,
        founded=draw(dates_typed),
        filled_on=draw(dates_typed),
        industry=draw(st.sampled_from(["", "15", "47", "59", "66", "70", "xx"])),
        region=draw(st.sampled_from(["", "36", "360000", "361100", "361130", "000000"])),
        employees=draw(figures_typed),
    )
    for shown in METRICS.figures:
        value = MetricValue(draw(figures_typed), draw(figures_typed))
        assessment = assessment.with_metric(shown.id, value)
    return assessment


@settings(deadline=None)
@given(busy_assessments(), st.dates(min_value=date(1999, 1, 1), max_value=date(2101, 12, 31)))
def test_the_check_never_fails_and_all_that_it_finds_can_be_said(
    assessment: Assessment, today: date
) -> None:
    for finding in review(source(assessment, today=today)):
        assert finding.values_hash
        for words in WORDS.values():
            assert finding.sentence(words)
            finding.hint(words)


@settings(deadline=None)
@given(assessments())
def test_the_same_assessment_is_judged_the_same(assessment: Assessment) -> None:
    first, second = review(source(assessment)), review(source(assessment))
    assert [_identity(f) for f in first] == [_identity(f) for f in second]
    assert [f.class_ for f in first] == sorted(f.class_ for f in first)


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.key, finding.place, finding.values_hash


def test_today_is_only_what_is_handed_in() -> None:
    """The same firm in order, decades from now, is only an old assessment."""
    rules = {f.rule for f in review(source(GOOD, today=TODAY + timedelta(days=365 * 30)))}
    assert rules == {"year.old"}
