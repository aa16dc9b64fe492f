"""A new year from an old assessment: last year's answers, to be confirmed, and its values inside.

Figures of the year move into the column of the year before; nothing counts as answered before
somebody has changed or confirmed it.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.advice import grade_for
from digicom_desktop.domain.assessment import Answer, Assessment, Figure
from digicom_desktop.domain.company import NARRATIVES, Company
from digicom_desktop.domain.guideline import Edition, Item, Method
from digicom_desktop.domain.metric import COMPANY_FIELDS, Metrics, MetricValue, metrics_for
from digicom_desktop.domain.number import parse_number, plain_decimal
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.scoring import ItemResult, Result, score_items
from digicom_desktop.domain.text import is_blank


def carry_forward(
    old: Assessment, result: Result, code: str, year: int, *, edition: Edition, metrics: Metrics
) -> Assessment:
    """The assessment of ``year`` that begins with what ``old`` says, on the same ``edition``.

    ``result`` is that of ``old``, ``code`` the consistency code of the revision that is carried,
    "" of a draft. Where years lie between, the figures of the old one are nobody's year before and
    stand in ``previous`` only. Raises ValueError unless ``year`` is later than that of ``old``.
    """
    if year <= old.year:
        raise ValueError(f"{year} is not after {old.year}")
    follows = year == old.year + 1
    carried = Assessment(
        edition=old.edition,
        company=_company(old.company, year),
        profile=old.profile,
        answers=MappingProxyType(dict(_answers(old, follows))),
        evidence=old.evidence,
        plan=_plan(old.plan, result),
        previous=_previous(old, result, code, edition, metrics),
    )
    if follows:
        for id in (*old.metrics, *COMPANY_FIELDS):
            carried = carried.with_metric(id, MetricValue(previous=old.metric(id).current))
    return carried


def confirmed(assessment: Assessment, item: str) -> Assessment:
    """``assessment`` with last year's answer to ``item`` taken for this year's as it stands."""
    return assessment.with_answer(replace(assessment.answer(item), to_confirm=False))


def previous_result(edition: Edition, previous: Previous) -> Result:
    """Last year's scores and views, from the levels that were kept.

    ``level`` is None and ``gates`` are empty: which evidence there was is not kept. Grades are the
    lowest that the levels took. Answers to items that ``edition`` does not have are left out.
    """
    items = {id: _previous_item(edition.method, previous.answer(id)) for id in edition.item_ids}
    return replace(score_items(edition, items), level=None, gates=())


def _company(company: Company, year: int) -> Company:
    """Without what is said of one year, and would be wrong of another."""
    of_the_year: dict[str, Any] = dict.fromkeys(
        ("filled_on", *COMPANY_FIELDS.values(), *NARRATIVES), ""
    )
    return replace(company, year=year, **of_the_year)


def _answers(old: Assessment, follows: bool) -> Iterator[tuple[str, Answer]]:
    for item, answer in old.answers.items():
        figures = {
            id: Figure(previous=figure.current)
            for id, figure in answer.figures.items()
            if follows and figure.current
        }
        carried = replace(answer, figures=MappingProxyType(figures), later=False, to_confirm=False)
        if carried != Answer(item):
            yield item, replace(carried, to_confirm=True)


def _plan(plan: Plan, result: Result) -> Plan:
    """What is still to be done; the numbers that were given out stay given."""
    targets = {
        item: level
        for item, level in plan.targets.items()
        if item not in result.items or (result.items[item].supported or 0) < level
    }
    actions = tuple(action for action in plan.actions if action.is_open)
    return replace(plan, targets=MappingProxyType(targets), actions=actions)


def _previous(
    old: Assessment, result: Result, code: str, edition: Edition, metrics: Metrics
) -> Previous:
    answers = (
        (item.id, _previous_answer(item, old.answer(item.id), result.items[item.id]))
        for item in edition.items
    )
    typed = {name: str(getattr(old.company, name)) for name in NARRATIVES}
    return Previous(
        year=old.year,
        edition=old.edition,
        code=code,
        answers=MappingProxyType({id: a for id, a in answers if a != PreviousAnswer()}),
        metrics=MappingProxyType(_metrics(old, metrics)),
        narratives=MappingProxyType({name: t for name, t in typed.items() if not is_blank(t)}),
    )


def _previous_answer(item: Item, answer: Answer, result: ItemResult) -> PreviousAnswer:
    """``answer`` as it counted; one that was never confirmed said nothing of that year."""
    if answer.to_confirm:
        return PreviousAnswer()
    if not result.applies:
        return PreviousAnswer(not_applicable=True, reason=answer.reason)
    return PreviousAnswer(
        level=result.claimed,
        supported=result.supported,
        figures=MappingProxyType(_figures(item, answer)),
        statement=answer.statement,
    )


def _figures(item: Item, answer: Answer) -> dict[str, str]:
    """Plain decimals; what cannot be read is kept as typed."""
    indicators = {indicator.id: indicator for indicator in item.indicators}
    found = {}
    for id, figure in answer.figures.items():
        if not is_blank(figure.current):
            text = figure.current
            number = indicators[id].number(text) if id in indicators else parse_number(text)
            found[id] = figure.current if number is None else plain_decimal(number)
    return found


def _metrics(old: Assessment, metrics: Metrics) -> dict[str, str]:
    """Plain decimals of the figures that apply, in their units; else as typed."""
    found = {}
    for metric in metrics_for(old.profile, metrics):
        text = old.metric(metric.id).current
        if not is_blank(text):
            number = metric.read(text)
            found[metric.id] = plain_decimal(number) if isinstance(number, Decimal) else text
    return found


def _previous_item(method: Method, answer: PreviousAnswer) -> ItemResult:
    if answer.not_applicable:
        return ItemResult("not_applicable", None, 0, method.grade_caps[0], None, (), 0)
    if answer.level is None:
        return ItemResult("unanswered", None, 0, method.grade_caps[0], None, (), 0)
    supported = answer.level if answer.supported is None else answer.supported
    grade = grade_for(method, supported)
    return ItemResult("answered", answer.level, grade, supported, supported, (), grade)
