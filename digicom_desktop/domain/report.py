"""Report: the immutable view of an assessment, in one language.

Screen, Excel and PDF take every number and every name from here, so they cannot disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from digicom_desktop.domain.closing_views import (
    FindingView,
    PlanView,
    PreviousView,
    StepView,
    WorkedStep,
)
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled value; ``id`` is stable ("company.name"), ``value`` is "" when nothing is."""

    id: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level 0-4 of an item with its name and the item's descriptor."""

    level: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PracticeView:
    """A practice and whether it is ticked."""

    id: str
    text: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class FigureView:
    """A key figure of an item; ``current`` and ``previous`` as shown, "" when not filled.

    ``current_value`` is the plain decimal string ("1234.5") when the text is a number, else None.
    """

    id: str
    name: str
    definition: str
    unit: str
    current: str
    previous: str
    current_value: str | None
    previous_value: str | None


@dataclass(frozen=True, slots=True)
class MetricView:
    """A figure of the firm; ``group`` is its heading, ``change`` that on the year before.

    ``current`` and ``previous`` are shown in ``unit``, or as typed where the text is no figure, ""
    when not filled; ``current_value`` is the plain decimal string ("1234.5"), None for no figure.
    """

    id: str
    group: str
    name: str
    definition: str
    unit: str
    current: str
    previous: str
    current_value: str | None
    previous_value: str | None
    change: str

    @property
    def is_filled(self) -> bool:
        """Whether anything was typed for one of the years."""
        return bool(self.current.strip() or self.previous.strip())


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One row of the evidence register."""

    number: str
    title: str
    date: str
    valid_until: str
    proves: str
    grade: int
    grade_name: str
    items: tuple[str, ...]
    file_name: str
    file_size: int | None
    file_sha256: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item with its answer.

    ``state`` is "unanswered", "not_applicable" or "answered"; ``claimed`` and ``supported`` are
    levels 0-4 and None unless answered; ``grade`` 0-3 is that of the best evidence; ``cap`` is
    the highest level that counts.
    """

    id: str
    direction: str
    title: str
    clause: str
    clause_zh: str
    plain: str
    levels: tuple[LevelView, ...]
    state: str
    state_name: str
    claimed: int | None
    claimed_name: str
    supported: int | None
    supported_name: str
    grade: int
    grade_name: str
    cap: int
    reason: str
    practices: tuple[PracticeView, ...]
    figures: tuple[FigureView, ...]
    statement: tuple[Row, ...]
    """The four fields and the note, in order; ids statement.system … statement.note."""
    evidence: tuple[str, ...]
    """Numbers of the evidence that supports this item."""
    last_year: str
    """One sentence on last year's levels; "" where there is no last year."""
    hold_back: str
    """One sentence on what keeps the supported level below the claim; "" when nothing does."""

    @property
    def short(self) -> str:
        """What a strip or a table cell shows: the supported level, "–" or ""."""
        if self.state == "not_applicable":
            return "–"
        return "" if self.supported is None else str(self.supported)


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score: exact value (None when there is none) and as shown ("55.2", "—")."""

    value: Fraction | None
    shown: str


@dataclass(frozen=True, slots=True)
class DirectionView:
    """A direction with its items and means; ``is_thin`` when fewer than half its items apply."""

    id: str
    name: str
    lead: str
    items: tuple[ItemView, ...]
    claimed: ScoreView
    supported: ScoreView
    is_thin: bool


@dataclass(frozen=True, slots=True)
class CharacteristicView:
    """A characteristic with its weighted means."""

    id: str
    name: str
    clause: str
    claimed: ScoreView
    supported: ScoreView


@dataclass(frozen=True, slots=True)
class MomentumView:
    """A momentum area; ``state`` is "effective", "growing", "untouched" or "not_applicable"."""

    id: str
    name: str
    state: str
    state_name: str


@dataclass(frozen=True, slots=True)
class GateView:
    """One condition of a level: what it asks, what is there, what is needed."""

    id: str
    name: str
    have: str
    need: str
    holds: bool


@dataclass(frozen=True, slots=True)
class FirmLevelView:
    """The firm's level; ``level`` None when too few items apply (then ``sentence`` says why)."""

    level: int | None
    name: str
    names: tuple[str, ...]
    """Names of levels 1-4, for a scale."""
    sentence: str
    next_name: str
    """Name of the next level, "" at the top or without a level."""
    gates: tuple[GateView, ...]
    """Conditions of the next level (of the top one once reached)."""


@dataclass(frozen=True, slots=True)
class ScoringView:
    """The numbers that scores are made with, for a document that computes them once more.

    ``weights`` are whole numbers in one proportion, by item and characteristic; ``thresholds`` the
    scores that levels of the firm ask for.
    """

    points_per_level: int
    best_count: int
    depth_share: Fraction
    breadth_share: Fraction
    thresholds: tuple[int, ...]
    weights: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a page or a document says about one assessment, in one language.

    ``state`` is "draft", "finalised" or, in a copy without names, "advice"; ``saved_at`` (aware)
    is the time the content was saved, the only time that documents print; ``content`` holds the
    canonical bytes, ``code`` their consistency code; both are empty in a copy without names.
    ``program`` is the program's version.
    """

    language: Language
    words: Words
    program: str
    edition: str
    edition_title: str
    edition_issuer: str
    edition_sha256: str
    method: int
    method_note: str
    state: str
    state_name: str
    revision: int | None
    code: str
    content: bytes
    saved_at: datetime
    firm: str
    credit_code: str
    year: int
    company: tuple[Row, ...]
    narratives: tuple[Row, ...]
    business_types: tuple[str, ...]
    metrics: tuple[MetricView, ...]
    """The firm's figures that apply to these types, filled or not."""
    goal: str
    preamble: str
    reading_rules: tuple[str, ...]
    level_names: tuple[str, ...]
    level_meanings: tuple[str, ...]
    grade_names: tuple[str, ...]
    grade_meanings: tuple[str, ...]
    grade_caps: tuple[int, ...]
    directions: tuple[DirectionView, ...]
    characteristics: tuple[CharacteristicView, ...]
    momentum: tuple[MomentumView, ...]
    evidence: tuple[EvidenceView, ...]
    declared: ScoreView
    supported: ScoreView
    firm_level: FirmLevelView
    answered: int
    not_applicable: int
    total: int
    scoring: ScoringView
    how_scored: tuple[str, ...]
    """How the score is made, in paragraphs with this method's numbers."""
    strongest: tuple[str, ...]
    weakest: tuple[str, ...]
    """Ids of items, best and worst supported first."""
    findings: tuple[FindingView, ...]
    """Everything the check found, the gravest first."""
    steps: tuple[StepView, ...]
    """The smallest step of each item that can rise, best first."""
    plan: PlanView
    previous: PreviousView | None
    worked: tuple[WorkedStep, ...]
    """The method step by step with this firm's own numbers."""
    notices: Mapping[str, str]
    """Sentences every document repeats: not_official, code_meaning, draft."""

    @property
    def file_title(self) -> str:
        """What a document of this report is called: firm, year, kind, state; not yet safe."""
        return self._file_title(self.firm.strip() or self.words.say("report.nameless"))

    @property
    def file_ending(self) -> str:
        """What of ``file_title`` stands behind the firm's name."""
        return self._file_title("")

    def _file_title(self, firm: str) -> str:
        state = self.state_name
        if self.revision is not None:
            state = self.words.say("report.file_state", number=self.revision)
        return self.words.say("report.file_title", firm=firm, year=self.year, state=state)

    @property
    def explained(self) -> tuple[FindingView, ...]:
        """The findings that have to be explained or verified (审核说明)."""
        return tuple(finding for finding in self.findings if finding.class_ in ("B", "C"))

    @property
    def items(self) -> tuple[ItemView, ...]:
        """All items in edition order."""
        return tuple(item for direction in self.directions for item in direction.items)
