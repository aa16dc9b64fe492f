"""Rules of the check: figures that cannot be read, contradict each other or last year's."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.judgement import warning
from digicom_desktop.domain.metric import YEARS
from digicom_desktop.domain.metric_check import BrokenCheck, agree, broken_among
from digicom_desktop.domain.review_pair import FigurePair, Typed
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, must_fix, shortened, verify

FIGURE_TYPED = must_fix("figure.typed")
METRIC_TYPED = must_fix("metric.typed")
CHECK = explain("metric_check")
DIFFERS = explain("figure.differs_from_last_year")
DOUBT = verify("metric_doubt")
SHARE = must_fix("figure.share")
OVER = explain("figure.percent_over")
TWICE = explain("figure.twice")

RULES = (FIGURE_TYPED, METRIC_TYPED, CHECK, DIFFERS, DOUBT, SHARE, OVER, TWICE)


def check_figures(reading: Reading) -> Iterator[Finding]:
    """Findings at figures by themselves, and where two of them do not agree."""
    for pair in reading.figures:
        for typed in pair.years:
            yield from _unreadable(pair, typed)
            yield from _share(reading, pair, typed)
        yield from _differs(reading, pair)
        yield from _twice(reading, pair)
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


def _share(reading: Reading, pair: FigurePair, typed: Typed) -> Iterator[Finding]:
    """Impossible for a part of a whole; of other rates it is only asked."""
    problem = pair.beyond_whole(typed)
    if typed.value is None or problem is None:
        return
    at = (typed.subject, typed.place, (typed.text,))
    said = {"name": pair.name, "value": pair.shown(typed.value)}
    if pair.id in reading.source.metrics.shares:
        yield SHARE.found(*at, year=typed.year, problem=problem, **said)
    else:
        yield OVER.found(*at, year=typed.year, **said)


def _twice(reading: Reading, pair: FigurePair) -> Iterator[Finding]:
    """The company and the item say different things of one figure."""
    other = reading.figures_of_firm.get(reading.source.metrics.same.get(pair.id, ""))
    if not pair.item or other is None:
        return
    for here, there in zip(pair.years, other.years, strict=True):
        if here.value is None or there.value is None or agree(here.value, there.value):
            continue
        yield TWICE.found(
            here.subject,
            here.place,
            (here.text, there.text),
            name=pair.name,
            item=pair.item,
            year=here.year,
            value=pair.shown(here.value),
            other=other.shown(there.value),
        )


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
