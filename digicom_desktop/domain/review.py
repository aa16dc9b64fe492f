"""The check (审核): all findings of one assessment."""

from collections.abc import Iterator
from itertools import chain

from digicom_desktop.domain import (
    review_answers,
    review_carried,
    review_company,
    review_evidence,
    review_figures,
    review_files,
    review_filing,
    review_levels,
    review_magnitude,
    review_plan,
)
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import Rule
from digicom_desktop.domain.review_source import ReviewSource

__all__ = ["RULES", "ReviewSource", "review"]

RULES: tuple[Rule, ...] = (
    *review_company.RULES,
    *review_filing.RULES,
    *review_answers.RULES,
    *review_levels.RULES,
    *review_carried.RULES,
    *review_evidence.RULES,
    *review_files.RULES,
    *review_figures.RULES,
    *review_magnitude.RULES,
    *review_plan.RULES,
)
"""All rules there are."""


def review(source: ReviewSource) -> tuple[Finding, ...]:
    """All findings, the gravest class first, within a class in the order of the pages.

    The pages are: company, profile, items, evidence, figures, plan.
    """
    found = _by_page(Reading(source))
    return tuple(sorted(found, key=lambda finding: finding.class_))


def _by_page(reading: Reading) -> Iterator[Finding]:
    return chain(
        review_company.check_company(reading),
        review_filing.check_filing(reading),
        review_answers.check_profile(reading),
        review_answers.check_answers(reading),
        _items(reading),
        review_evidence.check_evidence(reading),
        review_files.check_files(reading),
        review_figures.check_figures(reading),
        review_magnitude.check_magnitude(reading),
        review_plan.check_plan(reading),
    )


def _items(reading: Reading) -> Iterator[Finding]:
    for item, answer in reading.answers:
        yield from review_answers.check_answer(reading, item, answer)
        yield from review_levels.check_levels(reading, item, answer)
        yield from review_carried.check_carried(reading, item, answer)
