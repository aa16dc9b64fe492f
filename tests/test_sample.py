"""The filled sample firm is complete and obeys the rules it shows."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from digicom_desktop.domain.assessment import (
    LINE_LIMIT,
    REASON_LIMIT,
    STATEMENT_LIMIT,
    TITLE_LIMIT,
    Answer,
    Assessment,
    Evidence,
    Figure,
)
from digicom_desktop.domain.company import (
    CATEGORIES,
    NARRATIVES,
    OWNERSHIPS,
    TEXT_FIELDS,
    limit,
    missing,
)
from digicom_desktop.domain.date_text import parse_date
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.number import parse_amount, parse_count, parse_number
from digicom_desktop.domain.scoring import evaluate, shown_score
from digicom_desktop.domain.text import clean
from digicom_desktop.library.bundled import Library

RESOURCES = Path(__file__).parents[1] / "resources"
LINES = ("system", "since", "scope", "person")


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return Library(RESOURCES).sample()


@pytest.fixture(scope="module")
def edition(sample: Assessment) -> Edition:
    return Library(RESOURCES).edition(sample.edition)


def answered(sample: Assessment) -> list[Answer]:
    return [answer for answer in sample.answers.values() if not answer.not_applicable]


# ── The firm ──


def test_the_firm_says_that_it_is_invented(sample: Assessment) -> None:
    assert sample.company.name.endswith("（示例）")


def test_everything_that_finalising_asks_of_the_firm_is_filled(sample: Assessment) -> None:
    assert missing(sample.company) == ()
    asked = [name for name in TEXT_FIELDS if name != "industry_detail"]  # of two industries only
    assert all(getattr(sample.company, name).strip() for name in asked)


def test_the_firm_s_texts_fit_their_fields_unchanged(sample: Assessment) -> None:
    for name in TEXT_FIELDS:
        text = getattr(sample.company, name)
        assert clean(text, limit(name)) == text, name


def test_each_narrative_is_as_long_as_a_bureau_expects(sample: Assessment) -> None:
    for name in NARRATIVES:
        assert 250 <= len(getattr(sample.company, name)) <= 600, name


def test_the_firm_s_numbers_dates_and_choices_can_be_read(sample: Assessment) -> None:
    company = sample.company
    assert parse_count(company.employees) == 86
    assert parse_amount(company.revenue) == 4860
    assert parse_amount(company.total_assets) == 5320
    assert parse_date(company.founded) == company.founded
    assert parse_date(company.filled_on) == company.filled_on
    assert company.category in CATEGORIES
    assert company.ownership in OWNERSHIPS


def test_both_check_characters_of_the_credit_code_are_right(sample: Assessment) -> None:
    """GB 32100 over the whole code and GB 11714 over the body, worked out anew here."""
    code = sample.company.credit_code
    outer = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(outer.index(c) * pow(3, place, 31) for place, c in enumerate(code[:17]))
    assert code[17] == outer[-total % 31]
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    body = sum(int(c, 36) * weight for c, weight in zip(code[8:16], weights, strict=True))
    assert code[16] == "0123456789X"[-body % 11]
    assert code.startswith("91" + sample.company.region)


def test_the_firm_is_where_its_address_says_in_an_industry_that_exists(
    sample: Assessment,
) -> None:
    library = Library(RESOURCES)
    region = library.regions().full_name(sample.company.region)
    assert region == "江西省上饶市婺源县"
    assert sample.company.address.startswith(region)
    assert library.industries().division(sample.company.industry) is not None


# ── The answers ──


def test_every_item_of_the_edition_is_answered(sample: Assessment, edition: Edition) -> None:
    assert tuple(sample.answers) == edition.item_ids
    assert all(answer.is_answered for answer in sample.answers.values())


def test_business_types_practices_and_figures_exist_in_the_edition(
    sample: Assessment, edition: Edition
) -> None:
    assert sample.profile <= {kind.id for kind in edition.business_types}
    for answer in sample.answers.values():
        item = edition.item(answer.item)
        assert answer.practices <= {practice.id for practice in item.practices}
        assert set(answer.figures) <= {indicator.id for indicator in item.indicators}


def test_every_level_is_claimed_and_every_grade_of_evidence_occurs(
    sample: Assessment, edition: Edition
) -> None:
    items = evaluate(edition, sample).items.values()
    assert {result.claimed for result in items if result.applies} == {0, 1, 2, 3, 4}
    assert {result.grade for result in items} == {0, 1, 2, 3}


def test_one_item_does_not_apply_for_a_reason_that_all_its_business_types_share(
    sample: Assessment, edition: Edition
) -> None:
    (answer,) = [a for a in sample.answers.values() if a.not_applicable]
    assert edition.method.shortest_reason <= len(answer.reason) <= REASON_LIMIT
    assert sample.profile <= set(edition.item(answer.item).not_applicable_types)


def test_one_item_is_marked_to_come_back_to(sample: Assessment) -> None:
    assert [a.item for a in sample.answers.values() if a.later] == ["6.3"]


def test_the_ticked_practices_suggest_the_claimed_level_but_for_two(
    sample: Assessment, edition: Edition
) -> None:
    """6.3 and 6.4 claim one level more than is ticked: the window shows what it says then."""
    suggested = edition.method.suggested_level_by_ticks
    differing = {a.item for a in answered(sample) if suggested[len(a.practices)] != a.level}
    assert differing == {"6.3", "6.4"}


def test_every_figure_is_a_number_for_both_years(sample: Assessment, edition: Edition) -> None:
    for answer in sample.answers.values():
        units = {i.id: i.unit.zh for i in edition.item(answer.item).indicators}
        for id, figure in answer.figures.items():
            assert parse_number(figure.current, units[id]) is not None, id
            assert parse_number(figure.previous, units[id]) is not None, id


def test_statements_fit_their_fields_unchanged(sample: Assessment) -> None:
    for answer in sample.answers.values():
        assert clean(answer.statement.note, STATEMENT_LIMIT) == answer.statement.note
        for line in LINES:
            text = getattr(answer.statement, line)
            assert clean(text, LINE_LIMIT) == text, (answer.item, line)
            assert "\n" not in text


# ── The evidence ──


def test_numbers_of_evidence_are_the_ones_given_out_in_turn(sample: Assessment) -> None:
    register = replace(sample.evidence, entries=(), issued={})
    for entry in sample.evidence.entries:
        assert entry.number == register.next_number(entry.items[0])
        register = register.with_new(entry)
    assert register == sample.evidence


def test_every_evidence_says_what_it_proves_and_for_which_items(
    sample: Assessment, edition: Edition
) -> None:
    entries = sample.evidence.entries
    assert len(entries) == 15
    for entry in entries:
        assert entry.grade in {2, 3}
        assert 0 < len(entry.title) <= TITLE_LIMIT
        assert entry.proves
        assert 1 <= len(entry.items) <= edition.method.most_items_per_evidence
        assert set(entry.items) <= set(edition.item_ids)
    assert max(len(entry.items) for entry in entries) == edition.method.most_items_per_evidence


def test_every_evidence_is_of_the_assessed_year_or_the_month_after(sample: Assessment) -> None:
    for entry in sample.evidence.entries:
        assert parse_date(entry.date) == entry.date
        assert "2025-01-01" <= entry.date <= "2026-01-31", entry.number


# ── The result ──


def test_the_scores_are_those_worked_out_by_hand(sample: Assessment, edition: Edition) -> None:
    """21 items apply. Claims: 4, seven 3, eight 2, three 1, two 0: sum 44, best eight 25.

    What counts: 4, four 3, ten 2, four 1, two 0: sum 40, best eight 22.
    """
    result = evaluate(edition, sample)
    depth, breadth = Fraction(7, 10) * 25 / 8, Fraction(3, 10) * 25 / 21
    assert result.declared == depth * 25 + breadth * 44
    assert result.supported == depth * 22 + breadth * 40
    assert (shown_score(result.declared), shown_score(result.supported)) == ("70.4", "62.4")
    assert result.level == 2


def test_four_claims_are_held_back_each_for_want_of_one_thing(
    sample: Assessment, edition: Edition
) -> None:
    items = evaluate(edition, sample).items
    held_back = {id: result.lacking for id, result in items.items() if result.is_held_back}
    assert held_back == {
        "2.1": ("figure",),
        "4.2": ("grade",),
        "6.3": ("figure",),
        "6.4": ("grade",),
    }


def test_two_figures_and_one_document_away_from_the_next_level(
    sample: Assessment, edition: Edition
) -> None:
    better = sample
    for item, indicator in (("2.1", "2.1.k1"), ("6.3", "6.3.k1")):
        better = better.with_answer(better.answer(item).with_figure(indicator, Figure("6")))
    document = Evidence(better.evidence.next_number("4.2"), title="截图", items=("4.2",))
    better = replace(better, evidence=better.evidence.with_new(document))
    assert evaluate(edition, better).level == 3
