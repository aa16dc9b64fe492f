"""Rules of the check: figures that look like 元 instead of 万元, or changed beyond belief.

All of them compare two figures that can be read; what is not above zero is never compared with, as
nothing is a multiple of it.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from digicom_desktop.domain.finding import Finding, Said
from digicom_desktop.domain.judgement import Judgement, warning
from digicom_desktop.domain.number import grouped, rounded
from digicom_desktop.domain.review_pair import FigurePair, Typed
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, verify

LIKE_YUAN = explain("figure.like_yuan")
TENFOLD = explain("figure.tenfold")
FALL = explain("figure.fall")
UNCHANGED = verify("figure.unchanged")

RULES = (LIKE_YUAN, TENFOLD, FALL, UNCHANGED)

YUAN_GROWTH = 5_000
"""From this multiple of the other year on, an amount is rather one in 元 than a growth."""

MOST_PER_EMPLOYEE = 10_000
"""Revenue per employee in 万元 above which it is rather one in 元."""

MOST_OF_REVENUE = 1_000
"""Multiple of the revenue above which another amount is rather one in 元."""

GREAT_GROWTH = 10
GREAT_FALL = Fraction(4, 5)


_Ground = tuple[Judgement, tuple[str, ...]]
"""Why an amount looks like 元, and the texts that it was compared with."""


def check_magnitude(reading: Reading) -> Iterator[Finding]:
    """Findings at the size of figures; of one that looks like 元 it is not said that it grew."""
    of_firm = {pair.id: pair for pair in reading.figures if not pair.item}
    for pair in reading.figures:
        found = [*_like_yuan(pair, of_firm)] if pair.is_money else []
        yield from found or _change(pair)


def _like_yuan(pair: FigurePair, of_firm: Mapping[str, FigurePair]) -> Iterator[Finding]:
    """At most one finding for each year: the first ground is enough."""
    for place, typed in enumerate(pair.years):
        ground = next(_grounds(pair, place, of_firm), None)
        if ground is not None and typed.value is not None:
            said, texts = ground
            yield LIKE_YUAN.found(
                typed.subject,
                typed.place,
                (typed.text, *texts),
                name=pair.name,
                year=typed.year,
                value=pair.shown(typed.value),
                ground=said,
            )


def _grounds(pair: FigurePair, place: int, of_firm: Mapping[str, FigurePair]) -> Iterator[_Ground]:
    typed, other = pair.years[place], pair.years[1 - place]
    times = _times(typed, other, YUAN_GROWTH)
    if times is not None:
        values = {"year": other.year, "other": _shown(other), "times": _grouped(times)}
        yield warning("review.ground.other_year", **values), (other.text,)
    compared, kind, most = _scale(pair, of_firm)
    if compared is None:
        return
    typed, base = pair.years[place], compared.years[place]
    times = _times(typed, base, most)
    if times is not None and times > most:
        said = warning(f"review.ground.{kind}", other=_shown(base), times=_grouped(times))
        yield said, (base.text,)


def _scale(
    pair: FigurePair, of_firm: Mapping[str, FigurePair]
) -> tuple[FigurePair | None, str, int]:
    """What a figure is measured by: revenue by the number of people, any other by the revenue."""
    if pair.id == "revenue":
        return of_firm.get("employees_end"), "per_employee", MOST_PER_EMPLOYEE
    return of_firm.get("revenue"), "revenue", MOST_OF_REVENUE


def _change(pair: FigurePair) -> Iterator[Finding]:
    now, then = pair.current.value, pair.previous.value
    if now is None or then is None or then <= 0:
        return
    at = (pair.current.subject, pair.current.place, (pair.current.text, pair.previous.text))
    if now == then and pair.is_money:
        yield UNCHANGED.found(*at, name=pair.name, value=pair.shown(now))
    if abs(now - then) < pair.least_change:
        return
    said: dict[str, Said] = {"value": pair.shown(now), "other": pair.shown(then)}
    times, year = Fraction(now) / Fraction(then), pair.current.year
    if times >= GREAT_GROWTH:
        yield TENFOLD.found(*at, name=pair.name, year=year, times=_grouped(times), **said)
    elif 1 - times > GREAT_FALL:
        fall = _grouped((1 - times) * 100)
        yield FALL.found(*at, name=pair.name, year=year, percent=fall, **said)


def _times(typed: Typed, other: Typed, least: int) -> Fraction | None:
    """How many times ``other`` it is, if that is ``least`` or more and can be said at all.

    Nothing is a multiple of what is not above zero, nor of what cannot be read.
    """
    value, base = typed.value, other.value
    if value is None or base is None or base <= 0 or value < least * base:
        return None
    return Fraction(value) / Fraction(base)


def _shown(typed: Typed) -> str:
    return "" if typed.value is None else grouped(typed.value)


def _grouped(times: Fraction) -> str:
    return grouped(Decimal(rounded(times, 1)))
