"""metrics.toml → the firm's figures and the checks between them."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from digicom_desktop.domain.metric import (
    Metric,
    MetricCheck,
    MetricGroup,
    MetricKind,
    Metrics,
    Relation,
)
from digicom_desktop.library.edition_files import ParsedFiles
from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.library.toml_table import NO_ITEM, Reading, Table

_Choice = TypeVar("_Choice", bound=StrEnum)
_PERCENT = Decimal("0.01")


def read_metrics(path: Path) -> Metrics:
    """The figures of the file ``path``; the first finding as DigicomError if it is broken."""
    metrics, findings = check_metrics(path)
    if findings:
        raise findings[0].error()
    return metrics


def check_metrics(path: Path) -> tuple[Metrics, tuple[EditionFinding, ...]]:
    """The figures, and everything an editor has to mend; with findings nobody should see them.

    As with an edition, mistakes of the form hide those between the parts that follow from them.
    """
    file = path.name
    try:
        files = ParsedFiles({file: path.read_bytes()})
    except OSError:
        return Metrics((), ()), (EditionFinding("unreadable", file, NO_ITEM, NO_ITEM, {}),)
    if files.findings:
        return Metrics((), ()), tuple(files.findings)
    reading = Reading()
    metrics = _metrics(reading.table(files.toml(file) or {}, file, NO_ITEM))
    reading.report_unknown_keys()
    return metrics, (*reading.findings,) or tuple(_broken_rules(metrics, file))


def _metrics(top: Table) -> Metrics:
    negative = top.lines("may_be_negative")
    sources, groups = top.table("sources"), top.table("groups")
    metrics = Metrics(
        figures=tuple(_metric(table, sources, groups, negative) for table in top.tables("metrics")),
        checks=(
            *(_check(table, doubtful=False) for table in top.tables("checks")),
            *(_check(table, doubtful=True) for table in top.tables("doubts")),
        ),
        shares=frozenset(top.lines("shares")),
        same=MappingProxyType(
            {table.line("indicator"): table.line("metric") for table in top.tables("same")}
        ),
    )
    for field, ids in (("may_be_negative", negative), ("same", tuple(metrics.same.values()))):
        for id in ids:
            if id not in {metric.id for metric in metrics.figures}:
                top.report(field, "unknown_id", value=id)
    return metrics


def _metric(table: Table, sources: Table, groups: Table, negative: tuple[str, ...]) -> Metric:
    id, group = table.line("id"), table.line("group")
    return Metric(
        id=id,
        group=MetricGroup(group, groups.text(group)),
        kind=_choice(table, "kind", MetricKind.MONEY),
        name=table.text("name"),
        definition=table.text("definition"),
        unit=table.text("unit"),
        business_types=frozenset(table.lines("business_types")),
        may_be_negative=id in negative,
        source=sources.text(table.line("source")),
    )


def _check(table: Table, *, doubtful: bool) -> MetricCheck:
    return MetricCheck(
        id=table.line("id"),
        left=table.lines("left"),
        relation=_choice(table, "relation", Relation.AT_MOST),
        right=table.lines("right"),
        factor=table.integer("percent") * _PERCENT if doubtful else Decimal(1),
        doubtful=doubtful,
    )


def _choice(table: Table, key: str, default: _Choice) -> _Choice:
    """The member of the default's kind that ``key`` names."""
    text, choices = table.line(key), type(default)
    if text in list(choices):
        return choices(text)
    if text:
        table.report(key, "not_a_choice", choices=", ".join(choices))
    return default


def _broken_rules(metrics: Metrics, file: str) -> Iterator[EditionFinding]:
    ids = [metric.id for metric in metrics.figures]
    check_ids = [check.id for check in metrics.checks]
    for field, all_ids in (("metrics", ids), ("checks", check_ids)):
        for id in sorted({id for id in all_ids if all_ids.count(id) > 1}):
            yield EditionFinding("repeated_id", file, NO_ITEM, field, {"value": id})
    for check in metrics.checks:
        for side, members in (("left", check.left), ("right", check.right)):
            field = f"{check.id}.{side}"
            if not members:
                yield EditionFinding("missing", file, NO_ITEM, field, {})
            for id in members:
                if id not in ids:
                    yield EditionFinding("unknown_id", file, NO_ITEM, field, {"value": id})
