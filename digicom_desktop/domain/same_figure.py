"""Key figures of items that the firm states among its own as well."""

from collections.abc import Mapping
from types import MappingProxyType

from digicom_desktop.domain.assessment import Assessment, Figure
from digicom_desktop.domain.metric import Metrics, metrics_for


def stated_by_firm(metrics: Metrics, assessment: Assessment) -> Mapping[str, Figure]:
    """What the firm's own figures say of key figures, as typed, by indicator; what applies only."""
    applying = {metric.id for metric in metrics_for(assessment.profile, metrics)}
    values = {
        indicator: assessment.metric(metric)
        for indicator, metric in metrics.same.items()
        if metric in applying
    }
    return MappingProxyType(
        {id: Figure(said.current, said.previous) for id, said in values.items()}
    )
