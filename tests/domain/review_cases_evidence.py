"""What triggers each rule about evidence, and what nearly does."""

from collections.abc import Mapping
from dataclasses import replace

from digicom_desktop.domain.assessment import Assessment, Evidence
from tests.domain.review_stage import (
    GOOD,
    Case,
    answered,
    blank_answer,
    case,
    evidence,
    file,
    firm,
    last_year,
    only_evidence,
    source,
)

_LOST = file("1.1-01").sha256


def _dated(date: str, until: str = "") -> Assessment:
    return evidence(date=date, valid_until=until)


def _of_2024(date: str, until: str = "") -> Assessment:
    """An assessment of the year before, with a single piece of evidence."""
    piece = replace(_piece("1.1-01", "a", "1.1"), date=date, valid_until=until)
    return replace(only_evidence(piece), company=firm(year=2024).company)


def _piece(number: str, seed: str, *items: str) -> Evidence:
    return Evidence(number, "合同", "2025-05", "合作", 2, items, file(seed))


CASES: Mapping[str, tuple[Case, ...]] = {
    "evidence.no_title": (case(evidence(title="\u3000"), evidence(title="合同"), "1.1-01"),),
    "evidence.date_typed": (
        case(evidence(date="去年"), evidence(date="2025年"), "1.1-01"),
        case(evidence(date="2025-13"), evidence(date=""), "1.1-01"),
    ),
    "evidence.valid_until_typed": (
        case(evidence(valid_until="几年"), evidence(valid_until="2028-01"), "1.1-01"),
        case(evidence(valid_until="长期合作"), evidence(valid_until="长期"), "1.1-01"),
    ),
    "evidence.file_lost": (
        case(
            source(lost=frozenset({_LOST})),
            source(lost=frozenset({file("elsewhere").sha256})),
            "1.1-01",
        ),
        case(source(lost=frozenset({_LOST})), source(evidence(file=None)), "1.1-01"),
    ),
    "evidence.no_date": (
        case(evidence(date=""), evidence(date="2025"), "1.1-01"),
        case(evidence(date=" "), evidence(date="去年"), "1.1-01"),
    ),
    "evidence.in_future": (
        case(_dated("2026-02-13"), _dated("2026-02-12"), "1.1-01", _dated("2026-02-14")),
        case(_dated("2026-03"), _dated("2026-02"), "1.1-01"),
    ),
    "evidence.outside_year": (
        case(_dated("2023-12-31"), _dated("2024-01-01"), "1.1-01", _dated("2023-12-30")),
        case(_dated("2023"), _dated("2024"), "1.1-01", _dated("2023", "2024-06")),
        # Valid until the assessed year or later, it covers the year; until the day before it not.
        case(_dated("2020-05", "2024-12-31"), _dated("2020-05", "2025-01-01"), "1.1-01"),
        case(_dated("2020-05", "2024"), _dated("2020-05", "长期有效"), "1.1-01"),
        # Of a date to come it is only said that it is to come.
        case(_of_2024("2026-01-15"), _of_2024("2026-03-15"), "1.1-01"),
        # What is valid later is no evidence of the year before.
        case(_of_2024("2026-01-15", "2030"), _of_2024("2025-12-31", "2030"), "1.1-01"),
        case(_of_2024("2026-01-15", "长期"), _of_2024("2025-12-31", "长期"), "1.1-01"),
    ),
    "evidence.expired": (
        case(
            _dated("2025-06-26", "2025-12-30"),
            _dated("2025-06-26", "2025-12-31"),
            "1.1-01",
            _dated("2025-06-26", "2025-12-29"),
        ),
        case(_dated("2025-06-26", "2025-11"), _dated("2025-06-26", "2025"), "1.1-01"),
        case(_dated("2025-06-26", "2025-11"), _dated("2025-06-26", "永久"), "1.1-01"),
    ),
    "evidence.ends_before_date": (
        case(
            _dated("2025-06-26", "2025-06-25"),
            _dated("2025-06-26", "2025-06-26"),
            "1.1-01",
            _dated("2025-06-26", "2025-06-24"),
        ),
        case(_dated("2025-06-26", "2025-05"), _dated("2025-06-26", "2025-06"), "1.1-01"),
    ),
    "evidence.no_item": (
        case(evidence(items=()), evidence(items=("1.2",)), "1.1-01", evidence(items=("9.9",))),
    ),
    "evidence.unused": (
        case(blank_answer("2.2"), GOOD, "2.2-01"),
        case(
            answered("2.2", not_applicable=True),
            answered("2.2", to_confirm=True),
            "2.2-01",
        ),
        case(
            blank_answer("2.2"), evidence("2.2-01", blank_answer("2.2"), items=("1.1",)), "2.2-01"
        ),
    ),
    "evidence.same_file": (
        case(
            only_evidence(_piece("1.1-01", "a", "1.1"), _piece("1.2-01", "a", "1.2")),
            only_evidence(_piece("1.1-01", "a", "1.1"), _piece("1.2-01", "b", "1.2")),
            "1.1-01",
            only_evidence(_piece("1.1-01", "a", "1.1"), _piece("2.2-01", "a", "2.2")),
        ),
        case(
            only_evidence(_piece("1.1-01", "a", "1.1"), _piece("1.2-01", "a", "1.2")),
            evidence("1.1-02", evidence(file=None), file=None),
            "1.1-01",
        ),
    ),
    "evidence.too_many_items": (
        case(
            only_evidence(_piece("1.1-01", "a", "1.1", "1.2"), _piece("1.2-01", "a", "1.3", "2.1")),
            # The same item under both numbers is one item.
            only_evidence(_piece("1.1-01", "a", "1.1", "1.2"), _piece("1.2-01", "a", "1.2", "2.1")),
            "1.1-01",
            only_evidence(_piece("1.1-01", "a", "1.1", "1.2"), _piece("1.2-01", "a", "1.3", "2.2")),
        ),
        case(
            only_evidence(_piece("1.1-01", "a", "1.1", "1.2", "1.3", "2.1")),
            only_evidence(_piece("1.1-01", "a", "1.1", "1.2", "1.3")),
            "1.1-01",
        ),
    ),
    "evidence.no_file": (
        case(evidence(file=None), GOOD, "", evidence("2.2-01", evidence(file=None), file=None)),
    ),
    "evidence.before_year": (
        case(
            last_year(base=_dated("2024-12-29")),
            last_year(base=_dated("2025-01-01")),
            "",
            last_year(base=evidence("2.2-01", _dated("2024-12-29"), date="2024-11")),
        ),
        # Only what came with last year's answers; a licence that still holds is this year's.
        case(last_year(base=_dated("2024")), _dated("2024")),
        case(last_year(base=_dated("2024")), last_year(base=_dated("2024", "2025-06-30"))),
    ),
    "evidence.no_proof": (case(evidence(proves=""), evidence(proves="开通时间")),),
}
