"""Rules of the check: the assessed year, the firm's dates and its three narratives."""

from collections.abc import Iterator

from digicom_desktop.domain.company import NARRATIVES
from digicom_desktop.domain.finding import Finding, WordId
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, hint, verify
from digicom_desktop.domain.review_span import span_of, year_span
from digicom_desktop.domain.text import is_blank

FUTURE = explain("founded.in_future")
AFTER_YEAR = explain("founded.after_year")
TOO_EARLY = verify("founded.too_early")
YOUNG = verify("founded.young")
NOT_OVER = verify("year.not_over")
OLD = verify("year.old")
FILLED_IN_FUTURE = verify("filled_on.in_future")
FILLED_EARLY = verify("filled_on.before_year_end")
NOT_DATED = hint("filled_on.missing")
SHORT = verify("narrative.short")
ALIKE = verify("narrative.alike")

RULES = (
    FUTURE, AFTER_YEAR, TOO_EARLY, YOUNG, NOT_OVER, OLD, FILLED_IN_FUTURE, FILLED_EARLY, NOT_DATED,
    SHORT, ALIKE,
)  # fmt: skip

EARLIEST = 1840
"""No firm that is registered today was founded before this year."""

SHORTEST_NARRATIVE = 30
"""Fewest characters of a narrative that says something, blanks not counted."""


def check_filing(reading: Reading) -> Iterator[Finding]:
    """Findings at the year, the dates and the narratives."""
    yield from _year(reading)
    yield from _founded(reading)
    yield from _filled_on(reading)
    yield from _narratives(reading)


def _year(reading: Reading) -> Iterator[Finding]:
    """Usually it is the year before this one that is assessed."""
    year, last = reading.assessment.year, reading.source.today.year - 1
    at = ("company.year", "company#year", (year,))
    if not reading.is_year_over:
        yield NOT_OVER.found(*at, year=year)
    elif year < last:
        yield OLD.found(*at, year=year, last=last)


def _founded(reading: Reading) -> Iterator[Finding]:
    """A firm founded on a day to come, after the assessed year, or shortly before it."""
    text, year = reading.company.founded, reading.assessment.year
    founded = span_of(text)
    if founded is None:
        return
    subject, place = "company.founded", "company#founded"
    if founded.first > reading.today:
        yield FUTURE.found(subject, place, (text,), date=founded.shown)
    elif founded.first > reading.year.last:
        yield AFTER_YEAR.found(subject, place, (text, year), date=founded.shown, year=year)
    elif founded.last < year_span(EARLIEST).first:
        yield TOO_EARLY.found(subject, place, (text,), date=founded.shown)
    elif reading.is_young:
        yield YOUNG.found(subject, place, (text, year), date=founded.shown, year=year)


def _filled_on(reading: Reading) -> Iterator[Finding]:
    text, year = reading.company.filled_on, reading.assessment.year
    subject, place = "company.filled_on", "company#filled_on"
    if is_blank(text):
        yield NOT_DATED.found(subject, place, (text,))
    filled = span_of(text)
    if filled is None:
        return
    if filled.first > reading.today:
        yield FILLED_IN_FUTURE.found(subject, place, (text,), date=filled.date)
    elif filled.last <= reading.year.last and reading.is_year_over:
        # While the year is not over, that is what is said.
        yield FILLED_EARLY.found(subject, place, (text, year), date=filled.date, year=year)


def _narratives(reading: Reading) -> Iterator[Finding]:
    texts = {name: str(getattr(reading.company, name)) for name in NARRATIVES}
    plain = {n: "" if is_blank(text) else "".join(text.split()) for n, text in texts.items()}
    for name, said in plain.items():
        if 0 < len(said) < SHORTEST_NARRATIVE:
            yield SHORT.found(
                f"company.{name}",
                f"company#{name}",
                (texts[name],),
                field=WordId(f"company.{name}"),
                count=len(said),
                least=SHORTEST_NARRATIVE,
            )
    alike = [name for name, said in plain.items() if said and [*plain.values()].count(said) > 1]
    if alike:
        names = tuple(WordId(f"company.{name}") for name in alike)
        yield ALIKE.found("", f"company#{alike[0]}", (*alike, texts[alike[0]]), fields=names)
