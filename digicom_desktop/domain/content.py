"""Assessment → canonical content: what it says, without how it was typed."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from digicom_desktop.domain.assessment import Answer, Assessment, Evidence, Figure
from digicom_desktop.domain.canonical import Json
from digicom_desktop.domain.company import TEXT_FIELDS, Company
from digicom_desktop.domain.credit_code import said_code
from digicom_desktop.domain.date_text import parse_date, read_valid_until
from digicom_desktop.domain.guideline import Edition, Indicator, Item
from digicom_desktop.domain.metric import (
    COMPANY_FIELDS,
    YEARS,
    Metric,
    Metrics,
    MetricValue,
    metrics_for,
)
from digicom_desktop.domain.number import (
    parse_amount,
    parse_count,
    plain_decimal,
)
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.statement import FIELDS, Statement
from digicom_desktop.domain.text import is_blank
from digicom_desktop.domain.year_parts import texts_of, write_action, write_previous

FORMAT = 1
"""Number of this shape of content; a new shape gets a new number and a reader for the old one."""


def content(edition: Edition, assessment: Assessment, metrics: Metrics) -> Mapping[str, Json]:
    """The canonical content of ``assessment``, with those of its ``metrics`` that apply.

    A figure, date or count that was typed wrongly (text where a number belongs) is kept as
    ``{"typed": text}``; such content is a draft's and can't be finalised.
    """
    return _without_blanks(
        {
            "format": FORMAT,
            "edition": {"id": edition.id, "sha256": edition.sha256},
            "method": edition.method.id,
            "year": assessment.year,
            "company": _company(assessment.company),
            "business_types": sorted(assessment.profile),
            "metrics": _metrics(metrics, assessment),
            "answers": {
                item.id: _answer(item, assessment.answer(item.id)) for item in edition.items
            },
            "evidence": {entry.number: _evidence(entry) for entry in assessment.evidence.entries},
            "reasons": _reasons(assessment.reasons),
            "plan": _plan(assessment.plan),
            "previous": write_previous(assessment.previous) if assessment.previous else "",
        }
    )


def _without_blanks(values: Mapping[str, Json]) -> dict[str, Json]:
    """``values`` without what says nothing: absent is a key left out, never "", [] or {}."""
    return {key: value for key, value in values.items() if value not in ("", {}, [])}


def _read(text: str, read: Callable[[str], Json | None]) -> Json:
    if is_blank(text):
        return ""
    value = read(text)
    return {"typed": text} if value is None else value


def _amount(text: str) -> str | None:
    amount = parse_amount(text)
    return None if amount is None else plain_decimal(amount)


_READERS: Mapping[str, Callable[[str], Json | None]] = {
    "employees": parse_count,
    "revenue": _amount,
    "total_assets": _amount,
    "founded": parse_date,
    "filled_on": parse_date,
    "credit_code": said_code,
}


def _company(company: Company) -> Json:
    texts = {name: str(getattr(company, name)) for name in TEXT_FIELDS}
    return _without_blanks(
        {
            name: _read(text, _READERS[name]) if name in _READERS else text
            for name, text in texts.items()
        }
    )


def _metrics(metrics: Metrics, assessment: Assessment) -> Json:
    """Figures in their unit; what stands in the company is said there, once."""
    applying = metrics_for(assessment.profile, metrics)
    return _without_blanks({m.id: _metric(m, assessment.metric(m.id)) for m in applying})


def _metric(metric: Metric, value: MetricValue) -> Json:
    def read(text: str) -> str | None:
        number = metric.read(text)
        return plain_decimal(number) if isinstance(number, Decimal) else None

    years = YEARS[1:] if metric.id in COMPANY_FIELDS else YEARS
    return _without_blanks({year: _read(getattr(value, year), read) for year in years})


def _answer(item: Item, answer: Answer) -> Json:
    open_: dict[str, Json] = {"to_confirm": True} if answer.to_confirm else {}
    if answer.not_applicable:
        return {"not_applicable": answer.reason or True, **open_}
    said = open_ | _without_blanks(
        {
            "practices": sorted(answer.practices),
            "figures": _figures(item, answer),
            "statement": _statement(answer.statement),
        }
    )
    return said if answer.level is None else {"level": answer.level, **said}


def _figures(item: Item, answer: Answer) -> Json:
    return _without_blanks(
        {
            indicator.id: _figure(answer.figure(indicator.id), indicator)
            for indicator in item.indicators
        }
    )


def _figure(figure: Figure, indicator: Indicator) -> Json:
    def read(text: str) -> str | None:
        number = indicator.number(text)
        return None if number is None else plain_decimal(number)

    return _without_blanks(
        {"current": _read(figure.current, read), "previous": _read(figure.previous, read)}
    )


def _statement(statement: Statement) -> Json:
    return texts_of(statement, FIELDS)


def _reasons(reasons: Mapping[str, Reason]) -> Json:
    """What was said, without for which values: content that is finalised has living ones only."""
    return _without_blanks(
        {key: texts_of(reason, ("text", "verified")) for key, reason in reasons.items()}
    )


def _plan(plan: Plan) -> Json:
    """Without how many ids were given out, which is nobody else's business."""
    actions = [
        _without_blanks({**write_action(action), "due": _read(action.due, parse_date)})
        for action in plan.actions
    ]
    return _without_blanks({"targets": dict(plan.targets), "actions": actions})


def _evidence(entry: Evidence) -> Json:
    file = entry.file
    return _without_blanks(
        {
            "title": entry.title,
            "date": _read(entry.date, parse_date),
            "valid_until": _read(entry.valid_until, read_valid_until),
            "proves": entry.proves,
            "grade": entry.grade,
            "items": sorted(entry.items),
            "file": {}
            if file is None
            else {"name": file.name, "size": file.size, "sha256": file.sha256},
        }
    )
