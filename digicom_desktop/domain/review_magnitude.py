"""Rules of the check: figures that look like 元 instead of 万元, or changed beyond belief.

All of them compare two figures that can be read; what is not above zero is never compared with, as
nothing is a multiple of it.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from digicom_desktop.domain.finding import Finding, Said
from digicom_desktop.domain.judgement import Judgement, warning
from digicom_desktop.domain.number import grouped, rounded
from digicom_desktop.domain.review_pair import FigurePair
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, verify
from digicom_desktop.domain.review_yuan import grounds

LIKE_YUAN = explain("figure.like_yuan")
TENFOLD = explain("figure.tenfold")
FALL = explain("figure.fall")
UNCHANGED = verify("figure.unchanged")

RULES = (LIKE_YUAN, TENFOLD, FALL, UNCHANGED)

GREAT_GROWTH = 10
GREAT_FALL = Fraction(4, 5)


def check_magnitude(reading: Reading) -> Iterator[Finding]:
    """Findings at the size of figures; of one that looks like 元 it is not said that it grew.

    Nor of a percentage that is none: that it is wrong is said already.
    """
    for pair in reading.figures:
        if any(pair.beyond_whole(typed) for typed in pair.years):
            continue
        found = [*_like_yuan(reading, pair)] if pair.is_money else []
        yield from found or _change(reading, pair)


def _like_yuan(reading: Reading, pair: FigurePair) -> Iterator[Finding]:
    """At most one finding for each year: the first ground is enough."""
    for place, typed in enumerate(pair.years):
        ground = next(grounds(reading, pair, place), None)
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


def _change(reading: Reading, pair: FigurePair) -> Iterator[Finding]:
    """Two equal amounts, or two figures far apart that are each of a whole year."""
    now, then = pair.current.value, pair.previous.value
    if now is None or then is None or then <= 0:
        return
    at = (pair.current.subject, pair.current.place, (pair.current.text, pair.previous.text))
    if now == then and pair.is_money:
        yield UNCHANGED.found(*at, name=pair.name, value=pair.shown(now))
    if reading.is_young or abs(now - then) < pair.least_change:
        return
    times, year = Fraction(now) / Fraction(then), pair.current.year
    if times >= GREAT_GROWTH:
        value, other, grown = pair.shown(now), pair.shown(then), _grouped(times)
        said: dict[str, Said] = {"value": value, "other": other, "times": grown}
        yield TENFOLD.found(*at, name=pair.name, year=year, **said)
    elif 1 - times > GREAT_FALL:
        yield FALL.found(*at, name=pair.name, year=year, change=_fall(pair, now, then))


def _fall(pair: FigurePair, now: Decimal, then: Decimal) -> Judgement:
    """From what to what; what is below zero has no percentage of what was above it."""
    if now >= 0:
        percent = _grouped((1 - Fraction(now) / Fraction(then)) * 100)
        values = {"value": pair.shown(now), "other": pair.shown(then), "percent": percent}
        return warning("review.ground.fall", **values)
    if pair.is_money:
        return warning("review.ground.loss", value=pair.shown(-now), other=pair.shown(then))
    return warning("review.ground.below_zero", value=pair.shown(now), other=pair.shown(then))


def _grouped(times: Fraction) -> str:
    return grouped(Decimal(rounded(times, 1)))
