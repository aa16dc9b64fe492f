"""Figures of the firm that do not agree with each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.metric import YEARS, Metric, MetricCheck, Metrics, Relation, metrics_for

# Each figure may have been rounded to a hundredth of its unit, half of which it is off at most.
_ROUNDING = Decimal("0.005")


@dataclass(frozen=True, slots=True)
class BrokenCheck:
    """A check that does not hold in ``year`` ("current", "previous"), and the sums of its sides.

    Its sentence is ``metrics.check.{check.id}`` with ``left`` and ``right``, which has ``factor``
    in it already, and ``base``, which has not.
    """

    check: MetricCheck
    year: str
    left: Decimal
    right: Decimal
    base: Decimal


def broken_checks(metrics: Metrics, assessment: Assessment) -> tuple[BrokenCheck, ...]:
    """All checks that ``assessment`` breaks, in their order, the assessed year first.

    A check is only made where all its figures apply to the firm and are typed as they should be.
    """
    figures = metrics_for(assessment.profile, metrics)
    return broken_among(metrics, {year: _values(figures, assessment, year) for year in YEARS})


def broken_among(
    metrics: Metrics, values: Mapping[str, Mapping[str, Decimal]]
) -> tuple[BrokenCheck, ...]:
    """``broken_checks`` where the ``values`` are read already: year → id → value."""
    return tuple(
        found
        for check in metrics.checks
        for year in YEARS
        for found in _broken(check, year, values[year])
    )


def agree(left: Decimal, right: Decimal) -> bool:
    """Whether two statements of one figure may be the same, each rounded on its own."""
    return abs(left - right) <= _ROUNDING


def _values(figures: tuple[Metric, ...], assessment: Assessment, year: str) -> dict[str, Decimal]:
    read = {m.id: m.read(getattr(assessment.metric(m.id), year)) for m in figures}
    return {id: value for id, value in read.items() if isinstance(value, Decimal)}


def _broken(check: MetricCheck, year: str, values: Mapping[str, Decimal]) -> Iterator[BrokenCheck]:
    ids = (*check.left, *check.right)
    if not values.keys() >= {*ids}:
        return
    left = sum((values[id] for id in check.left), Decimal(0))
    base = sum((values[id] for id in check.right), Decimal(0))
    right = check.factor * base
    excess = left - right if check.relation is Relation.AT_MOST else abs(left - right)
    # Two sides that were rounded apart are no contradiction.
    if excess > _ROUNDING * len(ids):
        yield BrokenCheck(check, year, left, right, base)
