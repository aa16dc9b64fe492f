"""The figures of an assessment, firm's and items', read once for all rules of the check."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.guideline import Indicator
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.measure import MONEY, PERCENT, Measure
from digicom_desktop.domain.metric import COMPANY_FIELDS, YEARS, metrics_for
from digicom_desktop.domain.number import grouped, in_brackets, read_figure
from digicom_desktop.domain.previous import Previous
from digicom_desktop.domain.review_source import ReviewSource
from digicom_desktop.domain.share import share_problem
from digicom_desktop.domain.text import LocalizedText, is_blank

_LEAST_CHANGE = Decimal(10)
"""Ten people or things, 10 万元, ten points; of what is counted in 万 ten things as well."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure of one ``year``: its text, and the value or what is wrong with the text.

    ``is_company`` marks what stands among the firm's own fields, where it is judged.
    """

    year: int
    subject: str
    place: str
    text: str
    value: Decimal | None = None
    problem: Judgement | None = None
    is_company: bool = False


@dataclass(frozen=True, slots=True)
class FigurePair:
    """One figure in the assessed year and the year before.

    ``item`` is "" for a figure of the firm; ``then`` is what the assessment of the year before
    said, where this one was carried forward from it. Between values that differ by less than
    ``least_change`` no comparison says anything: one client may well become ten in a year.
    """

    id: str
    item: str
    name: LocalizedText
    unit: LocalizedText
    least_change: Decimal
    current: Typed
    previous: Typed
    then: Typed | None = None

    @property
    def years(self) -> tuple[Typed, Typed]:
        """The assessed year and the one before."""
        return self.current, self.previous

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in 万元."""
        return self.unit.zh == MONEY.unit

    @property
    def is_percent(self) -> bool:
        """Whether it is a share."""
        return self.unit.zh == PERCENT.unit

    def beyond_whole(self, typed: Typed) -> Judgement | None:
        """What is wrong with the percentage ``typed`` if it is meant as a part of a whole."""
        if not self.is_percent or typed.value is None:
            return None
        return share_problem(typed.value)

    def shown(self, value: Decimal) -> LocalizedText:
        """``value`` in the unit of the figure."""
        number, unit = grouped(value), self.unit
        if self.is_percent:
            return LocalizedText(f"{number}%", f"{number}%")
        return LocalizedText(f"{number} {unit.zh}", f"{number} ({unit.en})")

    def shown_in_brackets(self, value: Decimal) -> LocalizedText:
        """``shown`` for a place between brackets: 2,000 × CNY 10,000."""
        return in_brackets(value, self.unit)


def figure_pairs(source: ReviewSource) -> tuple[FigurePair, ...]:
    """The figures of the firm that apply, then those of the items that count or are open.

    Nothing is said about figures of items that do not apply, nor of those that are last year's
    until somebody has looked at them: there the whole item is to be confirmed.
    """
    return (*_of_firm(source), *_of_items(source))


def _of_firm(source: ReviewSource) -> Iterator[FigurePair]:
    assessment, last = source.assessment, _last_year(source.assessment)
    for metric in metrics_for(assessment.profile, source.metrics):
        value, subject = assessment.metric(metric.id), f"metrics.{metric.id}"
        measure = metric.measure
        current = _metric(measure, assessment.year, subject, value.current)
        if shared := COMPANY_FIELDS.get(metric.id):
            current = _among_fields(current, shared)
        then = _metric(measure, last.year, "", last.metrics.get(metric.id, "")) if last else None
        yield FigurePair(
            id=metric.id,
            item="",
            name=metric.name,
            unit=metric.unit,
            least_change=_LEAST_CHANGE * (measure.step or 1),
            current=current,
            previous=_metric(measure, assessment.year - 1, f"{subject}.previous", value.previous),
            then=then,
        )


def _of_items(source: ReviewSource) -> Iterator[FigurePair]:
    year, last = source.assessment.year, _last_year(source.assessment)
    for item in source.edition.items:
        answer = source.assessment.answer(item.id)
        if answer.not_applicable or answer.to_confirm:
            continue
        before = last.answer(item.id).figures if last else {}
        for indicator in item.indicators:
            figure, previous = answer.figure(indicator.id), f"{indicator.id}.{YEARS[1]}"
            here = f"item/{item.id}#"
            then = before.get(indicator.id, "")
            yield FigurePair(
                id=indicator.id,
                item=item.id,
                name=indicator.name,
                unit=indicator.unit,
                least_change=_LEAST_CHANGE,
                current=_figure(indicator, year, indicator.id, here, figure.current),
                previous=_figure(indicator, year - 1, previous, here, figure.previous),
                then=_figure(indicator, year - 1, "", here, then) if then else None,
            )


def _last_year(assessment: Assessment) -> Previous | None:
    """What the assessment of the year before said; an older one says nothing of that year."""
    previous = assessment.previous
    return previous if previous is not None and previous.year == assessment.year - 1 else None


def _metric(measure: Measure, year: int, subject: str, text: str) -> Typed:
    place = f"company#{subject}"
    match read_figure(text, measure) if text else None:
        case None:
            return Typed(year, subject, place, text)
        case Judgement() as problem:
            return Typed(year, subject, place, text, problem=problem)
        case value:
            return Typed(year, subject, place, text, value)


def _among_fields(typed: Typed, field: str) -> Typed:
    return Typed(
        typed.year,
        f"company.{field}",
        f"company#{field}",
        typed.text,
        typed.value,
        typed.problem,
        is_company=True,
    )


def _figure(indicator: Indicator, year: int, subject: str, page: str, text: str) -> Typed:
    place = page + subject
    if is_blank(text):
        return Typed(year, subject, place, text)
    match indicator.read(text):
        case Judgement() as problem:
            return Typed(year, subject, place, text, problem=problem)
        case value:
            return Typed(year, subject, place, text, value)
