"""The firm's digital-commerce figures: which there are, and what is typed for each."""

from collections.abc import Iterable, Mapping, Set as AbstractSet
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.measure import MONEY, PEOPLE, PERCENT, Measure, count_measure
from digicom_desktop.domain.number import read_figure
from digicom_desktop.domain.text import LocalizedText

YEARS = ("current", "previous")
"""The fields of a value: the assessed year and the year before."""

COMPANY_FIELDS = MappingProxyType(
    {"revenue": "revenue", "total_assets": "total_assets", "employees_end": "employees"}
)
"""Figures whose assessed year stands among the firm's own fields, so that it is typed once."""


class MetricKind(StrEnum):
    """What a figure counts."""

    MONEY = "money"
    PEOPLE = "people"
    COUNT = "count"
    PERCENT = "percent"


_MEASURES = MappingProxyType(
    {MetricKind.MONEY: MONEY, MetricKind.PEOPLE: PEOPLE, MetricKind.PERCENT: PERCENT}
)


@dataclass(frozen=True, slots=True)
class MetricValue:
    """A figure of the firm as typed, for the assessed year and the year before."""

    current: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class MetricGroup:
    """A heading under which figures are shown."""

    id: str
    name: LocalizedText


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure that the firm states, the same in every edition.

    ``business_types`` are those it applies to, none for every firm; ``source`` is where the
    definition is from.
    """

    id: str
    group: MetricGroup
    kind: MetricKind
    name: LocalizedText
    definition: LocalizedText
    unit: LocalizedText
    business_types: frozenset[str]
    may_be_negative: bool
    source: LocalizedText

    @property
    def is_general(self) -> bool:
        """Whether it applies to every firm."""
        return not self.business_types

    @property
    def measure(self) -> Measure:
        """How its values are written."""
        if self.kind is MetricKind.COUNT:
            measure = count_measure(self.unit.zh, self.unit.en)
        else:
            measure = _MEASURES[self.kind]
        return replace(measure, signed=self.may_be_negative)

    def read(self, text: str) -> Decimal | Judgement | None:
        """The figure typed as ``text`` in ``unit``, or what is wrong; None for a blank."""
        return read_figure(text, self.measure)


class Relation(StrEnum):
    """How the two sides of a check stand to each other."""

    AT_MOST = "at_most"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class MetricCheck:
    """The sum of the figures ``left`` is at most, or equals, ``factor`` times that of ``right``.

    Where it is ``doubtful`` a broken one only asks for a second look.
    """

    id: str
    left: tuple[str, ...]
    relation: Relation
    right: tuple[str, ...]
    factor: Decimal
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Metrics:
    """All figures in the order in which they are shown, and the checks between them.

    ``shares`` are key figures of the checklist that are parts of a whole; ``same`` tells of a key
    figure which figure of the firm it is.
    """

    figures: tuple[Metric, ...]
    checks: tuple[MetricCheck, ...]
    shares: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def metrics_for(business_types: AbstractSet[str], metrics: Metrics) -> tuple[Metric, ...]:
    """The figures that apply to a firm of these types: the general ones, and those of any type."""
    return tuple(m for m in metrics.figures if m.is_general or m.business_types & business_types)


def by_group(figures: Iterable[Metric]) -> tuple[tuple[MetricGroup, tuple[Metric, ...]], ...]:
    """``figures`` under their headings, both in the order in which they come first."""
    found: dict[str, list[Metric]] = {}
    for metric in figures:
        found.setdefault(metric.group.id, []).append(metric)
    return tuple((members[0].group, tuple(members)) for members in found.values())
