"""Reports of assessments, made without a store."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from digicom_desktop.domain.advice import smallest_steps
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.content import content
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.reporting import ReportSource, build_report
from digicom_desktop.domain.scoring import rate, score
from digicom_desktop.domain.text import Language
from tests.domain.random_ratings import LIBRARY

SAVED = datetime(2026, 2, 10, 8, 30, tzinfo=UTC)


def report_of(assessment: Assessment, language: Language = Language.ZH, **more: Any) -> Report:
    """The report of ``assessment``; ``more`` are values of ReportSource."""
    edition = LIBRARY.edition(assessment.edition)
    ratings = {item.id: rate(item, assessment) for item in edition.items}
    result = score(edition, ratings)
    source = ReportSource(
        program="0",
        edition=edition,
        regions=LIBRARY.regions(),
        industries=LIBRARY.industries(),
        metrics=LIBRARY.metrics(),
        size_standard=LIBRARY.size_standard(),
        assessment=assessment,
        ratings=ratings,
        result=result,
        steps=smallest_steps(edition, ratings, result),
        findings=(),
        saved_at=SAVED,
        today=SAVED.date(),
        content=canonical_bytes(content(edition, assessment, LIBRARY.metrics())),
    )
    return build_report(replace(source, **more), LIBRARY.words(language))
