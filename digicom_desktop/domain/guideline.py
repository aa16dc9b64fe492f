"""An edition of the checklist: Edition › Direction › Item › Level, Practice, Evidence."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm

from digicom_desktop.domain.decision_aid import AidQuestion
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.measure import Measure, indicator_measure
from digicom_desktop.domain.number import read_figure
from digicom_desktop.domain.text import LocalizedText


@dataclass(frozen=True, slots=True)
class LevelText:
    """One of an item's five descriptors; ``level`` is 0-4."""

    level: int
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice to tick: ``basis`` is part of the Chinese clause.

    ``level`` is the level it speaks for, None in an edition that does not say.
    """

    id: str
    basis: str
    level: int | None
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Indicator:
    """A key figure of an item: a number per year in ``unit``; ``better`` is "up" or "down".

    ``definition`` says in one line how it is computed, and for when.
    """

    id: str
    name: LocalizedText
    definition: LocalizedText
    unit: LocalizedText
    better: str

    measure: Measure = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Figures are read again after every change of an assessment.
        object.__setattr__(self, "measure", indicator_measure(self.unit.zh, self.unit.en))

    def read(self, text: str) -> Decimal | Judgement | None:
        """The figure typed as ``text`` in ``unit``, or what is wrong; None for a blank."""
        return read_figure(text, self.measure)

    def number(self, text: str) -> Decimal | None:
        """The figure typed as ``text`` in ``unit``, None where it is none."""
        value = self.read(text)
        return value if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class EvidenceHint:
    """A document that may prove an item, and what must be visible in it.

    ``grade`` is its usual one, None in an edition that does not say.
    """

    id: str
    grade: int | None
    title: LocalizedText
    shows: LocalizedText


@dataclass(frozen=True, slots=True)
class Illustration:
    """An invented firm that has reached exactly ``level`` (0-4) in an item."""

    level: int
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Example:
    """What an item looks like in a kind of business: well done, and where a fact is missing."""

    business_type: str
    strong: Illustration
    weak: Illustration


@dataclass(frozen=True, slots=True)
class Term:
    """A technical word of the items and one sentence that explains it."""

    id: str
    name: LocalizedText
    explanation: LocalizedText


@dataclass(frozen=True, slots=True)
class NextStep:
    """The cheapest step from ``from_level`` to the next level."""

    id: str
    from_level: int
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Item:
    """One of the 22 items; ``clause`` is the guideline's sentence, ``characteristics`` sum to 1."""

    id: str
    title: LocalizedText
    clause: LocalizedText
    plain: LocalizedText
    core: LocalizedText | None
    """What the item is about: the practice that all its levels speak of, where it is said."""
    counts: LocalizedText | None
    """What counts as that practice."""
    excluded: LocalizedText | None
    """What does not, although it looks like it."""
    levels: tuple[LevelText, ...]
    practices: tuple[Practice, ...]
    indicators: tuple[Indicator, ...]
    evidence: tuple[EvidenceHint, ...]
    aid: tuple[AidQuestion, ...]
    next_steps: tuple[NextStep, ...]
    mistakes: tuple[LocalizedText, ...]
    not_applicable_hint: LocalizedText
    zero_hint: LocalizedText | None
    """Who must assess the item all the same, at level 0, where it is said."""
    not_applicable_types: tuple[str, ...]
    examples: tuple[Example, ...]
    characteristics: tuple[tuple[str, Fraction], ...]
    momentum: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """One of the six directions, with its items in the guideline's order."""

    id: str
    name: LocalizedText
    lead: LocalizedText
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One of the six characteristics (主要特征)."""

    id: str
    name: LocalizedText
    clause: LocalizedText


@dataclass(frozen=True, slots=True)
class Named:
    """A thing of the edition that has only an id and a name: momentum area, business type."""

    id: str
    name: LocalizedText


@dataclass(frozen=True, slots=True)
class LevelGate:
    """What level ``level`` of the firm asks for; all of it must hold."""

    level: int
    name: LocalizedText
    score: int
    items: int
    directions: int
    evidenced_items: int
    data_level: int


@dataclass(frozen=True, slots=True)
class Method:
    """The numbers of the scoring method; only the arithmetic is code (scoring.py)."""

    id: int
    points_per_level: int
    best_count: int
    depth_share: Fraction
    breadth_share: Fraction
    grade_caps: tuple[int, ...]
    """Highest level that counts, by evidence grade 0-3."""
    figure_needed_from: int
    level_without_figure: int
    evidenced_grade: int
    data_items: tuple[str, ...]
    least_applicable_for_level: int
    most_not_applicable: int
    shortest_reason: int
    most_items_per_evidence: int
    momentum_effective_from: int
    momentum_growing_from: int
    thin_direction_share: Fraction
    suggested_level_by_ticks: tuple[int, ...]
    """Level that a number of ticked practices suggests; index is the number of ticks."""
    gates: tuple[LevelGate, ...]
    """Lowest level first."""


@dataclass(frozen=True)
class Edition:
    """A checklist as read from its folder; an assessment keeps its edition for ever."""

    id: str
    sha256: str
    title: LocalizedText
    issuer: LocalizedText
    preamble: LocalizedText
    goal: LocalizedText
    source: str
    """The whole guideline word for word, as Markdown, in Chinese."""
    momentum: tuple[Named, ...]
    characteristics: tuple[Characteristic, ...]
    directions: tuple[Direction, ...]
    business_types: tuple[Named, ...]
    level_names: tuple[LocalizedText, ...]
    level_meanings: tuple[LocalizedText, ...]
    grade_names: tuple[LocalizedText, ...]
    grade_meanings: tuple[LocalizedText, ...]
    reading_rules: tuple[LocalizedText, ...]
    glossary: tuple[Term, ...]
    method_note: LocalizedText
    method: Method

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in edition order."""
        return tuple(item for direction in self.directions for item in direction.items)

    @cached_property
    def item_ids(self) -> tuple[str, ...]:
        """The ids of all items in edition order."""
        return tuple(item.id for item in self.items)

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def whole_weights(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """The characteristics of each item with whole weights, all in one proportion.

        A weighted mean comes out the same as with the fractions, in a fraction of the time.
        """
        weights = [weight for item in self.items for _, weight in item.characteristics]
        scale = lcm(*(weight.denominator for weight in weights))
        return {
            item.id: tuple((id, int(weight * scale)) for id, weight in item.characteristics)
            for item in self.items
        }

    def item(self, id: str) -> Item:
        """The item ``id``; KeyError if the edition has none."""
        return self._by_id[id]

    def direction_of(self, item_id: str) -> Direction:
        """The direction that ``item_id`` belongs to."""
        return next(d for d in self.directions if any(i.id == item_id for i in d.items))
