"""What is ready for finalising and what is not: the lines of the checklist."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import NARRATIVES, missing
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.revision import State
from digicom_desktop.session import Session
from digicom_desktop.ui.page import split_place

_EXPLAINED = frozenset({FindingClass.EXPLAIN, FindingClass.VERIFY})
_METRICS = "metrics"


class Part(StrEnum):
    """A line of the checklist."""

    COMPANY = "company"
    ITEMS = "items"
    FIGURES = "figures"
    REASONS = "reasons"
    NOT_APPLICABLE = "not_applicable"
    NARRATIVES = "narratives"
    EVIDENCE = "evidence"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class OpenPart:
    """What is open in one part: ``places`` in the order of the pages, the first to jump to."""

    part: Part
    places: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many findings are open."""
        return len(self.places)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is."""
        return not self.places


@dataclass(frozen=True, slots=True)
class FinaliseState:
    """How far an assessment is from a revision.

    ``number`` is that of the revision it becomes, or of the one that says the same already
    (``is_finalised``). ``size`` is that of all evidence ``files``, in bytes.
    """

    is_finalised: bool
    number: int
    must_fix: int
    to_explain: int
    to_verify: int
    first_place: str
    parts: tuple[OpenPart, ...]
    unanswered: int
    items: int
    not_applicable: int
    most_not_applicable: int
    missing_narratives: tuple[str, ...]
    evidence: int
    files: int
    size: int
    planned: int
    """How many items the improvement plan is about."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps it from being finalised."""
        return not (self.must_fix or self.to_explain or self.to_verify)

    def part(self, part: Part) -> OpenPart:
        """What is open in ``part``."""
        return next(known for known in self.parts if known.part is part)


def finalise_state(session: Session) -> FinaliseState:
    """How far ``session`` is from a revision now."""
    appraisal, assessment = session.appraisal, session.current
    open_findings = appraisal.open_findings
    is_finalised = session.state is not State.DRAFT
    result = appraisal.result
    entries = assessment.evidence.entries
    return FinaliseState(
        is_finalised=is_finalised,
        number=session.finalised if is_finalised else session.finalised + 1,
        must_fix=appraisal.count_open(FindingClass.MUST_FIX),
        to_explain=appraisal.count_open(FindingClass.EXPLAIN),
        to_verify=appraisal.count_open(FindingClass.VERIFY),
        first_place=open_findings[0].place if open_findings else "",
        parts=tuple(_open_part(part, open_findings, assessment) for part in Part),
        unanswered=len(session.edition.items) - result.answered - result.not_applicable,
        items=len(session.edition.items),
        not_applicable=result.not_applicable,
        most_not_applicable=session.edition.method.most_not_applicable,
        missing_narratives=tuple(n for n in missing(assessment.company) if n in NARRATIVES),
        evidence=len(entries),
        files=sum(entry.file is not None for entry in entries),
        size=sum(entry.file.size for entry in entries if entry.file),
        planned=len(assessment.plan.targets.keys() | {a.item for a in assessment.plan.actions}),
    )


def part_of(finding: Finding, assessment: Assessment) -> Part:
    """The line of the checklist that ``finding`` belongs to; every open one belongs to one."""
    if finding.class_ in _EXPLAINED:
        return Part.REASONS
    kind, subject, target = split_place(finding.place)
    if kind == "plan":
        return Part.PLAN
    if kind != "item":
        if target in NARRATIVES:
            return Part.NARRATIVES
        return Part.FIGURES if target == _METRICS else Part.COMPANY
    if target in ("figures", "evidence"):
        return Part(target)
    if target.startswith(f"{subject}."):
        return Part.FIGURES
    is_left_out = target == "not_applicable" or assessment.answer(subject).not_applicable
    return Part.NOT_APPLICABLE if is_left_out else Part.ITEMS


def _open_part(part: Part, findings: Sequence[Finding], assessment: Assessment) -> OpenPart:
    places = (found.place for found in findings if part_of(found, assessment) is part)
    return OpenPart(part, tuple(places))
