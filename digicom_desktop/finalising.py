"""What must hold before an assessment becomes a revision."""

from datetime import datetime

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.revision import Revision
from digicom_desktop.errors import DigicomError


def require_no_open_finding(appraisal: Appraisal) -> None:
    """Raise DigicomError ``finalise.open`` while findings of class A, B or C are open."""
    if appraisal.open_findings:
        raise DigicomError(
            "finalise.open",
            must_fix=appraisal.count_open(FindingClass.MUST_FIX),
            to_explain=appraisal.count_open(FindingClass.EXPLAIN),
            to_verify=appraisal.count_open(FindingClass.VERIFY),
        )


def require_right_clock(now: datetime, saved_at: datetime, newest: Revision | None) -> None:
    """Raise DigicomError ``finalise.clock`` where the clock is behind what was done already.

    A revision says when it was made, on paper too: it must not be older than the one before it.
    """
    last = saved_at if newest is None else max(saved_at, newest.finalised)
    if now < last:
        raise DigicomError(
            "finalise.clock",
            now=f"{now.astimezone():%Y-%m-%d %H:%M}",
            last=f"{last.astimezone():%Y-%m-%d %H:%M}",
        )


def with_living_reasons(appraisal: Appraisal) -> Assessment:
    """The assessment with those reasons only that belong to a finding as it is now.

    What was said about something that is no longer so must not be printed.
    """
    assessment = appraisal.assessment
    living = {
        finding.key for finding in appraisal.findings if finding.reason_of(assessment.reasons)
    }
    for key in assessment.reasons.keys() - living:
        assessment = assessment.with_reason(key, None)
    return assessment
