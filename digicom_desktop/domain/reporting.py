"""Assessment → Report: every name and number of a page or document, found once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from digicom_desktop.domain.advice import Step
from digicom_desktop.domain.assessment import Assessment, Evidence
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.closing import ClosingViews
from digicom_desktop.domain.closing_views import FindingView
from digicom_desktop.domain.company import NARRATIVES
from digicom_desktop.domain.company_rows import CompanySource, company_rows
from digicom_desktop.domain.credit_code import said_code
from digicom_desktop.domain.date_text import UNLIMITED, parse_date, read_valid_until
from digicom_desktop.domain.explained import Explained
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.guideline import Direction, Edition
from digicom_desktop.domain.industry import Industries
from digicom_desktop.domain.item_views import ItemViews
from digicom_desktop.domain.level_views import firm_level
from digicom_desktop.domain.method_text import how_scored
from digicom_desktop.domain.metric import Metrics
from digicom_desktop.domain.metric_views import metric_views
from digicom_desktop.domain.region import Regions
from digicom_desktop.domain.report import (
    CharacteristicView,
    DirectionView,
    EvidenceView,
    MomentumView,
    Report,
    Row,
    ScoreView,
    ScoringView,
)
from digicom_desktop.domain.scoring import (
    Rating,
    Result,
    shown_score,
    thresholds,
)
from digicom_desktop.domain.size_class import SizeStandard
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.domain.worked_method import worked

_EXTREMES = 3


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What a report is made of, apart from the language it speaks."""

    program: str
    edition: Edition
    regions: Regions
    industries: Industries
    metrics: Metrics
    size_standard: SizeStandard
    assessment: Assessment
    ratings: Mapping[str, Rating]
    result: Result
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    saved_at: datetime
    today: date
    content: bytes
    """The canonical bytes of ``assessment``; those of the revision if it is one."""
    revision: int | None = None
    explained: tuple[Explained, ...] = ()
    """What was explained when the revision was finalised."""


def build_report(source: ReportSource, words: Words) -> Report:
    """The report of ``source`` in the language of ``words``."""
    edition, assessment, result = source.edition, source.assessment, source.result
    language = words.language
    items = ItemViews(edition, assessment, result, words)
    firm = CompanySource(
        assessment.company, source.regions, source.industries, source.size_standard
    )
    closing = ClosingViews(edition, assessment, source.ratings, source.today.isoformat(), words)
    state = "draft" if source.revision is None else "finalised"
    return Report(
        language=language,
        words=words,
        program=source.program,
        edition=edition.id,
        edition_title=edition.title.in_(language),
        edition_issuer=edition.issuer.in_(language),
        edition_sha256=edition.sha256,
        method=edition.method.id,
        method_note=edition.method_note.in_(language),
        state=state,
        state_name=words.say(f"report.state.{state}"),
        revision=source.revision,
        code=consistency_code(source.content),
        content=source.content,
        saved_at=source.saved_at,
        firm=assessment.company.name,
        credit_code=said_code(assessment.company.credit_code),
        year=assessment.year,
        company=company_rows(firm, words),
        narratives=tuple(
            Row(f"company.{name}", words.say(f"company.{name}"), getattr(assessment.company, name))
            for name in NARRATIVES
        ),
        business_types=tuple(
            type_.name.in_(language)
            for type_ in edition.business_types
            if type_.id in assessment.profile
        ),
        metrics=metric_views(source.metrics, assessment, words),
        goal=edition.goal.in_(language),
        preamble=edition.preamble.in_(language),
        reading_rules=tuple(rule.in_(language) for rule in edition.reading_rules),
        level_names=tuple(name.in_(language) for name in edition.level_names),
        level_meanings=tuple(text.in_(language) for text in edition.level_meanings),
        grade_names=tuple(name.in_(language) for name in edition.grade_names),
        grade_meanings=tuple(text.in_(language) for text in edition.grade_meanings),
        grade_caps=edition.method.grade_caps,
        directions=tuple(_direction(source, words, items, d) for d in edition.directions),
        characteristics=_characteristics(source, language),
        momentum=tuple(
            MomentumView(
                area.id,
                area.name.in_(language),
                result.momentum[area.id],
                words.say(f"report.momentum.{result.momentum[area.id]}"),
            )
            for area in edition.momentum
        ),
        evidence=tuple(_evidence(entry, edition, words) for entry in assessment.evidence.entries),
        declared=_score(result.declared, edition),
        supported=_score(result.supported, edition),
        firm_level=firm_level(edition, result, words),
        answered=result.answered,
        not_applicable=result.not_applicable,
        total=len(edition.items),
        scoring=_scoring(edition),
        how_scored=how_scored(edition, words),
        strongest=_extremes(result, strongest=True),
        weakest=_extremes(result, strongest=False),
        findings=_findings(source, closing),
        steps=tuple(map(closing.step, source.steps)),
        plan=closing.plan(),
        previous=closing.previous(),
        worked=worked(edition, source.ratings, result, words),
        notices={
            "not_official": edition.method_note.in_(language),
            "code_meaning": words.say("report.code_meaning"),
            "draft": words.say("report.draft_notice"),
        },
    )


def _scoring(edition: Edition) -> ScoringView:
    method = edition.method
    return ScoringView(
        points_per_level=method.points_per_level,
        best_count=method.best_count,
        depth_share=method.depth_share,
        breadth_share=method.breadth_share,
        thresholds=thresholds(method),
        weights={item: dict(weights) for item, weights in edition.whole_weights.items()},
    )


def _findings(source: ReportSource, closing: ClosingViews) -> tuple[FindingView, ...]:
    """Of a revision, what was explained with it; the rules may have changed since."""
    if source.revision is not None:
        return tuple(map(closing.explained, source.explained))
    return tuple(map(closing.finding, source.findings))


def _score(value: Fraction | None, edition: Edition) -> ScoreView:
    return ScoreView(value, shown_score(value, thresholds(edition.method)))


def _mean(value: Fraction | None) -> ScoreView:
    return ScoreView(value, shown_score(value))


def _direction(
    source: ReportSource, words: Words, items: ItemViews, direction: Direction
) -> DirectionView:
    mean = source.result.directions[direction.id]
    return DirectionView(
        id=direction.id,
        name=direction.name.in_(words.language),
        lead=direction.lead.in_(words.language),
        items=tuple(items.view(direction, item) for item in direction.items),
        claimed=_mean(mean.claimed),
        supported=_mean(mean.supported),
        is_thin=mean.is_thin,
    )


def _characteristics(source: ReportSource, language: Language) -> tuple[CharacteristicView, ...]:
    return tuple(
        CharacteristicView(
            characteristic.id,
            characteristic.name.in_(language),
            characteristic.clause.in_(language),
            _mean(source.result.characteristics[characteristic.id].claimed),
            _mean(source.result.characteristics[characteristic.id].supported),
        )
        for characteristic in source.edition.characteristics
    )


def _evidence(entry: Evidence, edition: Edition, words: Words) -> EvidenceView:
    language = words.language
    return EvidenceView(
        number=entry.number,
        title=entry.title,
        date=parse_date(entry.date) or entry.date,
        valid_until=_until(entry, words),
        proves=entry.proves,
        grade=entry.grade,
        grade_name=edition.grade_names[entry.grade].in_(language),
        items=entry.items,
        file_name=entry.file.name if entry.file else "",
        file_size=entry.file.size if entry.file else None,
        file_sha256=entry.file.sha256 if entry.file else "",
    )


def _extremes(result: Result, *, strongest: bool) -> tuple[str, ...]:
    answered = [(item, r.supported) for item, r in result.items.items() if r.supported is not None]
    ordered = sorted(answered, key=lambda pair: -pair[1] if strongest else pair[1])
    return tuple(item for item, _ in ordered[:_EXTREMES])


def _until(entry: Evidence, words: Words) -> str:
    """The last valid day; what cannot be read is shown as typed."""
    until = read_valid_until(entry.valid_until)
    if until == UNLIMITED:
        return words.say("report.no_end")
    return until or entry.valid_until
