"""Large, medium, small or micro: the size class of a firm by 国统字〔2017〕213号."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from digicom_desktop.domain.company import Company
from digicom_desktop.domain.number import parse_amount, parse_count
from digicom_desktop.domain.text import LocalizedText


class SizeClass(StrEnum):
    """The four classes, largest first."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    MICRO = "micro"


class Outcome(StrEnum):
    """How far the class can be told."""

    NO_INDUSTRY = "no_industry"
    GROUP_NEEDED = "group_needed"
    UNCOVERED = "uncovered"
    UNDETERMINED = "undetermined"
    DETERMINED = "determined"


@dataclass(frozen=True, slots=True)
class SizeRule:
    """One row of the standard. ``bounds``: class → indicator → lower bound, inclusive.

    Indicators are ``employees`` (persons), ``revenue`` and ``assets`` (万元); micro has no bound.
    """

    id: str
    name: LocalizedText
    bounds: Mapping[SizeClass, Mapping[str, int]]

    @property
    def indicators(self) -> tuple[str, ...]:
        """What the row looks at; whatever else is known does not matter."""
        return tuple(self.bounds[SizeClass.LARGE])


@dataclass(frozen=True, slots=True)
class GroupQuestion:
    """A division whose groups (中类) stand in several rows. ``groups``: code → rule, None = none.

    ``default`` is the rule of most groups, taken until the question is answered; None = no such.
    """

    groups: Mapping[str, str | None]
    default: str | None


@dataclass(frozen=True, slots=True)
class SizeResult:
    """What is known of the size, and why.

    ``values`` holds what the rule looks at; None for what is missing. ``best`` is the largest class
    that is possible: the class itself once it is determined. ``is_assumed``: the rule is that of
    most groups of the division, because none was chosen.
    """

    outcome: Outcome
    rule: SizeRule | None = None
    values: Mapping[str, Decimal | None] = field(default_factory=dict)
    best: SizeClass | None = None
    is_assumed: bool = False

    @property
    def size(self) -> SizeClass | None:
        """The class, once it is determined."""
        return self.best if self.outcome is Outcome.DETERMINED else None

    @property
    def possible(self) -> tuple[SizeClass, ...]:
        """The classes that are not ruled out, largest first; a single one if it is certain."""
        if self.best is None:
            return ()
        classes = tuple(SizeClass)
        return (self.best,) if self.size else classes[classes.index(self.best) :]

    @property
    def missing(self) -> tuple[str, ...]:
        """The indicators that are needed and not known."""
        return tuple(name for name, value in self.values.items() if value is None)

    def below(self, size: SizeClass) -> tuple[str, ...]:
        """The known indicators that do not reach the lower bound of ``size``."""
        if self.rule is None:
            return ()
        bounds = self.rule.bounds.get(size, {})
        return tuple(
            name
            for name, value in self.values.items()
            if value is not None and value < bounds.get(name, 0)
        )


@dataclass(frozen=True, slots=True)
class SizeStandard:
    """The rows of the standard by id, and which of them a division of industry stands in."""

    rules: Mapping[str, SizeRule]
    divisions: Mapping[str, str | None]
    questions: Mapping[str, GroupQuestion]

    def groups(self, division: str) -> tuple[str, ...]:
        """The groups to choose from in ``division``; nearly always none: nothing to ask."""
        question = self.questions.get(division)
        return tuple(question.groups) if question else ()

    def size_class(
        self,
        division: str,
        group: str = "",
        *,
        employees: Decimal | int | None = None,
        revenue: Decimal | int | None = None,
        assets: Decimal | int | None = None,
    ) -> SizeResult:
        """The size of a firm in ``division`` ("59") and ``group`` ("591"), amounts in 万元."""
        values = {"employees": employees, "revenue": revenue, "assets": assets}
        question = self.questions.get(division)
        if question is None:
            if division not in self.divisions:
                return SizeResult(Outcome.NO_INDUSTRY)
            return self._by_rule(self.divisions[division], values)
        if group in question.groups:
            return self._by_rule(question.groups[group], values)
        if question.default is None:
            return SizeResult(Outcome.GROUP_NEEDED)
        return self._by_rule(question.default, values, is_assumed=True)

    def of_company(self, company: Company) -> SizeResult:
        """The size of ``company``; a figure that cannot be read counts as missing."""
        return self.size_class(
            company.industry,
            company.industry_detail,
            employees=parse_count(company.employees),
            revenue=parse_amount(company.revenue),
            assets=parse_amount(company.total_assets),
        )

    def _by_rule(
        self,
        id: str | None,
        values: Mapping[str, Decimal | int | None],
        *,
        is_assumed: bool = False,
    ) -> SizeResult:
        if id is None:
            return SizeResult(Outcome.UNCOVERED)
        return classify(self.rules[id], values, is_assumed=is_assumed)


def classify(
    rule: SizeRule, values: Mapping[str, Decimal | int | None], *, is_assumed: bool = False
) -> SizeResult:
    """The class by ``rule``: the largest of which every indicator reaches the bound, else micro.

    With an indicator missing only micro is certain, where a known one is below the bound of small.
    """
    needed = {name: _decimal(values.get(name)) for name in rule.indicators}
    known = {name: value for name, value in needed.items() if value is not None}
    best = next((size for size in rule.bounds if _reaches(rule, size, known)), SizeClass.MICRO)
    is_certain = len(known) == len(needed) or best is SizeClass.MICRO
    outcome = Outcome.DETERMINED if is_certain else Outcome.UNDETERMINED
    return SizeResult(outcome, rule, needed, best, is_assumed)


def _reaches(rule: SizeRule, size: SizeClass, known: Mapping[str, Decimal]) -> bool:
    return all(value >= rule.bounds[size][name] for name, value in known.items())


def _decimal(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
