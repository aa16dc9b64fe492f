"""Which amounts look like 元 instead of 万元, and on what ground."""

from collections.abc import Iterator, Mapping, Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from digicom_desktop.domain.judgement import Judgement, warning
from digicom_desktop.domain.number import grouped, rounded
from digicom_desktop.domain.review_pair import FigurePair, Typed
from digicom_desktop.domain.review_reading import Reading

GROWTH = 5_000
"""From this multiple of the other year on, an amount is rather one in 元 than a growth."""

PARTS = frozenset({"profit_total", "tax_paid", "rd_spend", "digital_spend", "2.2.k2", "5.1.k2"})
"""What is a part of revenue or of cost: of a firm that earns anything, seldom as much as that."""

TRADE = frozenset(
    {"ec_trade", "ec_sales", "ec_purchase", "online_retail", "online_retail_goods"}
    | {"trade_total", "cbec_trade", "4.3.k1"}
)
"""What is bought and sold: an agent states all of it, of which only the commission is revenue."""

THROUGHPUT = frozenset({"platform_trade", "self_run_trade", "3.1.k2"})
"""What others trade on a platform, where the other trade often passes over it as well."""

_PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class _Scale:
    """An amount is rather one in 元 from ``least`` times the ``base`` on, if it is ``floor``."""

    kind: str
    base: FigurePair | None
    least: int
    floor: int = 0

    def base_of(self, place: int) -> Typed | None:
        """What to compare with: of the same year if it is known, else of the other one.

        The number of people of another year would say less than that of no year at all.
        """
        if self.base is None:
            return None
        own, other = self.base.years[place], self.base.years[1 - place]
        is_known = own.value is not None and own.value > 0
        return own if is_known or self.kind == "per_employee" else other


def grounds(
    reading: Reading, pair: FigurePair, place: int
) -> Iterator[tuple[Judgement, tuple[str, ...]]]:
    """Why the amount of that year looks like 元, each with the texts that it was compared with."""
    typed, other = pair.years[place], pair.years[1 - place]
    # Nearly nothing in the year of the foundation is no measure for the year that follows.
    times = None if reading.is_young else _times(typed, other, GROWTH)
    if times is not None:
        values = {"year": other.year, "other": _shown(other), "times": _grouped(times)}
        yield warning("review.ground.other_year", **values), (other.text,)
    scale = _scale(pair, reading.figures_of_firm, reading.assessment.profile)
    base = scale.base_of(place)
    times = None if base is None else _times(typed, base, scale.least, scale.floor)
    if base is not None and times is not None:
        said = warning(f"review.ground.{scale.kind}", other=_shown(base), times=_grouped(times))
        yield said, (base.text,)


def _scale(
    pair: FigurePair, of_firm: Mapping[str, FigurePair], profile: AbstractSet[str]
) -> _Scale:
    """What a figure is measured by: revenue and assets by the number of people.

    Any other by the revenue. What investors may pay for is little in 万元 where there is next to
    no revenue yet, and would be nothing worth stating in 元.
    """
    people, revenue = of_firm.get("employees_end"), of_firm.get("revenue")
    if pair.id == "revenue":
        return _Scale("per_employee", people, 10_000)
    if pair.id == "total_assets":
        return _Scale("per_employee", people, 100_000)
    if pair.id in THROUGHPUT or (pair.id in TRADE and _PLATFORM in profile):
        return _Scale("revenue", revenue, 100_000)
    if pair.id in TRADE:
        return _Scale("revenue", revenue, 50)
    if pair.id in PARTS:
        return _Scale("revenue", revenue, 10, floor=1_000)
    return _Scale("revenue", revenue, 1_000)


def _times(typed: Typed, base: Typed, least: int, floor: int = 0) -> Fraction | None:
    """How many times ``base`` it is, gain or loss, if that is ``least`` or more.

    Nothing is a multiple of what is not above zero, nor of what cannot be read.
    """
    if typed.value is None or base.value is None or base.value <= 0:
        return None
    amount = abs(typed.value)
    is_much = amount >= floor and amount >= least * base.value
    return Fraction(amount) / Fraction(base.value) if is_much else None


def _shown(typed: Typed) -> str:
    return "" if typed.value is None else grouped(typed.value)


def _grouped(times: Fraction) -> str:
    return grouped(Decimal(rounded(times, 1)))
