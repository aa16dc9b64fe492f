"""Rules of the check: figures that cannot be read, contradict each other or last year's."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.judgement import warning
from digicom_desktop.domain.metric import YEARS
from digicom_desktop.domain.metric_check import BrokenCheck, broken_among
from digicom_desktop.domain.review_pair import FigurePair, Typed
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, must_fix, shortened, verify

FIGURE_TYPED = must_fix("figure.typed")
METRIC_TYPED = must_fix("metric.typed")
CHECK = explain("metric_check")
DIFFERS = explain("figure.differs_from_last_year")
DOUBT = verify("metric_doubt")
OVER = verify("figure.percent_over")

RULES = (FIGURE_TYPED, METRIC_TYPED, CHECK, DIFFERS, DOUBT, OVER)

_WHOLE = 100


def check_figures(reading: Reading) -> Iterator[Finding]:
    """Findings at figures by themselves, and where two of them do not agree."""
    for pair in reading.figures:
        for typed in pair.years:
            yield from _unreadable(pair, typed)
            yield from _share(pair, typed)
        yield from _differs(reading, pair)
    of_firm = [pair for pair in reading.figures if not pair.item]
    values = {year: _values(of_firm, year) for year in YEARS}
    for broken in broken_among(reading.source.metrics, values):
        yield _check(reading, broken)


def _values(pairs: Iterable[FigurePair], year: str) -> dict[str, Decimal]:
    typed = ((pair.id, getattr(pair, year).value) for pair in pairs)
    return {id: value for id, value in typed if value is not None}


def _unreadable(pair: FigurePair, typed: Typed) -> Iterator[Finding]:
    if typed.problem is None or typed.is_company:
        return
    rule = FIGURE_TYPED if pair.item else METRIC_TYPED
    yield rule.found(
        typed.subject,
        typed.place,
        (typed.text,),
        name=pair.name,
        year=typed.year,
        typed=shortened(typed.text),
        problem=typed.problem,
    )


def _share(pair: FigurePair, typed: Typed) -> Iterator[Finding]:
    value = typed.value
    if pair.is_percent and value is not None and not 0 <= value <= _WHOLE:
        at = (typed.subject, typed.place, (typed.text,))
        yield OVER.found(*at, name=pair.name, year=typed.year, value=pair.shown(value))


def _differs(reading: Reading, pair: FigurePair) -> Iterator[Finding]:
    """Last year's value here is not what last year's assessment said.

    Blank or unreadable on either side, there is nothing to compare; nor where the assessment that
    was carried forward is not that of the year before.
    """
    now, then = pair.previous, pair.then
    if then is None or now.value is None or then.value is None or now.value == then.value:
        return
    yield DIFFERS.found(
        now.subject,
        now.place,
        (now.text, then.text),
        name=pair.name,
        year=now.year,
        value=pair.shown(now.value),
        other=pair.shown(then.value),
    )


def _check(reading: Reading, broken: BrokenCheck) -> Finding:
    check, assessment = broken.check, reading.assessment
    ids = (*check.left, *check.right)
    figure = reading.figures_of_firm[check.left[0]]
    problem = warning(
        f"metrics.check.{check.id}",
        left=figure.shown_in_brackets(broken.left),
        right=figure.shown_in_brackets(broken.right),
        base=reading.figures_of_firm[check.right[0]].shown_in_brackets(broken.base),
    )
    is_current = broken.year == YEARS[0]
    subject = f"metrics.{check.id}" if is_current else f"metrics.{check.id}.{broken.year}"
    texts = [getattr(assessment.metric(id), broken.year) for id in ids]
    year = assessment.year if is_current else assessment.year - 1
    rule = DOUBT if check.doubtful else CHECK
    first = f"metrics.{check.left[0]}" if is_current else f"metrics.{check.left[0]}.{broken.year}"
    return rule.found(subject, f"company#{first}", texts, year=year, problem=problem)
