"""The firm's figures as a report shows them, with the change on the year before."""

from decimal import Decimal
from fractions import Fraction

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.measure import PERCENT
from digicom_desktop.domain.metric import (
    Metric,
    Metrics,
    MetricValue,
    by_group,
    metrics_for,
)
from digicom_desktop.domain.number import plain_decimal, rounded, shown_figure
from digicom_desktop.domain.report import MetricView
from digicom_desktop.domain.words import Words

_PLACES = 1


def metric_views(metrics: Metrics, assessment: Assessment, words: Words) -> tuple[MetricView, ...]:
    """All figures that apply to the firm, filled or not, heading by heading."""
    applying = metrics_for(assessment.profile, metrics)
    return tuple(
        _view(metric, assessment.metric(metric.id), words)
        for _, figures in by_group(applying)
        for metric in figures
    )


def change_text(metric: Metric, value: MetricValue, words: Words) -> str:
    """The change on the year before ("+18.6%"), "" where the two years cannot be compared.

    A share changes by points. Nothing is a percentage of zero, nor of a loss.
    """
    current, previous = metric.read(value.current), metric.read(value.previous)
    if not isinstance(current, Decimal) or not isinstance(previous, Decimal):
        return ""
    return change_between(previous, current, metric.measure.unit, words)


def change_between(old: Decimal, new: Decimal, unit: str, words: Words) -> str:
    """The change from ``old`` to ``new``, both in ``unit``, by the rule of ``change_text``."""
    change = Fraction(new) - Fraction(old)
    if unit == PERCENT.unit:
        places = max(_PLACES, _decimals(old), _decimals(new))
        return words.say("metrics.change.points", value=signed(change, places))
    if old <= 0:
        return ""
    return words.say("metrics.change.percent", value=signed(change / Fraction(old) * 100))


def signed(change: Fraction, places: int = _PLACES) -> str:
    """``change`` to ``places`` decimals, half up, with its sign: "+2.5", "-0.3".

    Only what did not change is shown as nothing ("0.0"): a small change has more decimals.
    """
    text = rounded(change, places)
    while change and not text.strip("-0."):
        places += 1
        text = rounded(change, places)
    return text if text.startswith("-") or not change else f"+{text}"


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _view(metric: Metric, value: MetricValue, words: Words) -> MetricView:
    language = words.language
    return MetricView(
        id=metric.id,
        group=metric.group.name.in_(language),
        name=metric.name.in_(language),
        definition=metric.definition.in_(language),
        unit=metric.unit.in_(language),
        current=_shown(metric, value.current),
        previous=_shown(metric, value.previous),
        current_value=_plain(metric, value.current),
        previous_value=_plain(metric, value.previous),
        change=change_text(metric, value, words),
    )


def _shown(metric: Metric, text: str) -> str:
    """The figure in its unit; what cannot be read is shown as typed."""
    value = metric.read(text)
    return shown_figure(value, metric.measure) if isinstance(value, Decimal) else text


def _plain(metric: Metric, text: str) -> str | None:
    value = metric.read(text)
    return plain_decimal(value) if isinstance(value, Decimal) else None
