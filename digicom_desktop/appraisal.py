"""Everything that is computed of one assessment: scores, steps, findings, and its line on Home."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from functools import cached_property

from digicom_desktop import __version__
from digicom_desktop.domain.advice import Step, smallest_steps
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.content import content
from digicom_desktop.domain.explained import draft_form, explained, read_explained, with_explained
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.metric import Metrics
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.reporting import ReportSource, build_report
from digicom_desktop.domain.review import ReviewSource, review
from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.scoring import Rating, Result, rate, score, shown_score, thresholds
from digicom_desktop.domain.summary import Summary
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library

Lost = Callable[[Collection[str]], frozenset[str]]
"""Which of some evidence files, by SHA-256 in hex, are no longer there."""


def none_lost(files: Collection[str]) -> frozenset[str]:
    """For an assessment that is judged apart from its files."""
    return frozenset()


class Appraisal:
    """What follows from one assessment; each part is computed when it is first asked for."""

    def __init__(
        self, library: Library, assessment: Assessment, today: date, lost: Lost = none_lost
    ) -> None:
        self.assessment = assessment
        self.today = today
        self.edition: Edition = library.edition(assessment.edition)
        self._library = library
        self._lost = lost

    @cached_property
    def ratings(self) -> Mapping[str, Rating]:
        """What counts of each answer, by item id."""
        return {item.id: rate(item, self.assessment) for item in self.edition.items}

    @cached_property
    def result(self) -> Result:
        """Scores, level and gates."""
        return score(self.edition, self.ratings)

    @cached_property
    def content(self) -> bytes:
        """What it says, as canonical bytes."""
        return canonical_bytes(content(self.edition, self.assessment, self._library.metrics()))

    @cached_property
    def draft_form(self) -> bytes:
        """``content``, to be compared with that of a revision."""
        return draft_form(self.content)

    def content_to_finalise(self) -> bytes:
        """``content`` with the findings that were explained, as they are printed."""
        words = (self._library.words(Language.ZH), self._library.words(Language.EN))
        entries = explained(self.findings, self.assessment.reasons, *words)
        return with_explained(self.content, entries)

    @property
    def metrics(self) -> Metrics:
        """The figures of a firm that there are."""
        return self._library.metrics()

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The smallest step of each item that can rise, best first."""
        return smallest_steps(self.edition, self.ratings, self.result)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything the check finds, the gravest first."""
        files = [entry.file.sha256 for entry in self.assessment.evidence.entries if entry.file]
        return review(
            ReviewSource(
                edition=self.edition,
                assessment=self.assessment,
                result=self.result,
                steps=self.steps,
                metrics=self._library.metrics(),
                regions=self._library.regions(),
                industries=self._library.industries(),
                size_standard=self._library.size_standard(),
                today=self.today,
                contact=_contact(self.assessment.company),
                lost_files=self._lost(files),
            )
        )

    @cached_property
    def open_findings(self) -> tuple[Finding, ...]:
        """Those that keep the assessment from being finalised."""
        reasons = self.assessment.reasons
        return tuple(finding for finding in self.findings if finding.is_open(reasons))

    def count_open(self, class_: FindingClass) -> int:
        """How many findings of ``class_`` are open."""
        return sum(finding.class_ is class_ for finding in self.open_findings)

    def report(
        self, language: Language, saved_at: datetime, revision: Revision | None = None
    ) -> Report:
        """Everything that a page or a document says; of ``revision`` if this is what it says."""
        source = ReportSource(
            program=__version__,
            edition=self.edition,
            regions=self._library.regions(),
            industries=self._library.industries(),
            metrics=self._library.metrics(),
            size_standard=self._library.size_standard(),
            assessment=self.assessment,
            ratings=self.ratings,
            result=self.result,
            steps=self.steps,
            findings=self.findings if revision is None else (),
            saved_at=saved_at,
            today=self.today,
            content=self.content if revision is None else revision.content,
            revision=None if revision is None else revision.number,
            explained=() if revision is None else read_explained(revision.content),
        )
        return build_report(source, self._library.words(language))

    def summary(self, last_place: str, state: str = "draft", revision: int = 0) -> Summary:
        """What Home shows."""
        assessment, result = self.assessment, self.result
        limits = thresholds(self.edition.method)
        return Summary(
            firm=assessment.company.name,
            credit_code=assessment.company.credit_code,
            year=assessment.year,
            edition=assessment.edition,
            answered=result.answered + result.not_applicable,
            total=len(self.edition.items),
            declared="" if result.declared is None else shown_score(result.declared, limits),
            supported="" if result.supported is None else shown_score(result.supported, limits),
            level=result.level,
            last_place=last_place,
            state=state,
            revision=revision,
            must_fix=self.count_open(FindingClass.MUST_FIX),
            to_explain=self.count_open(FindingClass.EXPLAIN),
            to_verify=self.count_open(FindingClass.VERIFY),
            due_dates=assessment.plan.due_dates,
        )


def _contact(company: Company) -> dict[str, Judgement]:
    """What is wrong with the firm's telephone number and e-mail address."""
    if not (company.phone or company.email):
        return {}  # the lists of numbers are large: they are read when there is one to judge
    from digicom_desktop.contact import email_judgement, phone_judgement

    found = {"phone": phone_judgement(company.phone), "email": email_judgement(company.email)}
    return {name: judgement for name, judgement in found.items() if judgement is not None}
