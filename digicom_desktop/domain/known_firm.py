"""A firm that was assessed before: what its newest assessment says, put into an empty one."""

from dataclasses import replace
from typing import Any

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import NARRATIVES, TEXT_FIELDS
from digicom_desktop.domain.metric import COMPANY_FIELDS, MetricValue
from digicom_desktop.domain.text import is_blank

_IDENTITY = ("name", "credit_code")
"""What is typed before the program knows the firm."""

_OF_THE_YEAR = frozenset({*COMPANY_FIELDS.values(), *NARRATIVES})
"""What is said of one year, and would be wrong of another."""


def is_otherwise_empty(assessment: Assessment) -> bool:
    """Whether nothing but the firm's name and code, and the year, is filled in."""
    company = assessment.company
    typed = any(
        not is_blank(getattr(company, name)) for name in TEXT_FIELDS if name not in _IDENTITY
    )
    entries = assessment.answers or assessment.evidence.entries or assessment.metrics
    return not (typed or entries or assessment.profile)


def with_known_firm(assessment: Assessment, known: Assessment) -> Assessment:
    """``assessment`` with what ``known`` says of the same firm, where nothing stands yet.

    The date of filling in is another one. Of another year neither figures nor narratives are taken,
    but those of the year before are what was last year.
    """
    left_out = {"filled_on"} if known.year == assessment.year else {"filled_on", *_OF_THE_YEAR}
    company = assessment.company
    copied: dict[str, Any] = {
        name: getattr(known.company, name)
        for name in TEXT_FIELDS
        if name not in left_out and is_blank(getattr(company, name))
    }
    filled = replace(
        assessment,
        company=replace(company, **copied),
        profile=assessment.profile or known.profile,
    )
    for id in (*known.metrics, *COMPANY_FIELDS):
        filled = filled.with_metric(id, _joined(filled, known, id))
    return filled


def _joined(assessment: Assessment, known: Assessment, id: str) -> MetricValue:
    """The figure ``id`` of both, what is typed already going before."""
    mine, theirs = assessment.metric(id), known.metric(id)
    match assessment.year - known.year:
        case 0:
            return MetricValue(mine.current or theirs.current, mine.previous or theirs.previous)
        case 1:
            return replace(mine, previous=mine.previous or theirs.current)
    return mine
