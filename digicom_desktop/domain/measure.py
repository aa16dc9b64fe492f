"""Units of figures: which may be typed, and what they come to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from digicom_desktop.domain.text import narrowed


@dataclass(frozen=True, slots=True)
class Measure:
    """How figures of one kind are written: a bare number is in ``unit``.

    ``units`` says how many ``unit`` each unit that may be typed is; every value is a multiple of
    ``step`` (0: of anything); only a ``signed`` one may be below zero; ``places`` decimals are
    shown, or as many as there are.
    """

    unit: str
    units: Mapping[str, Decimal]
    step: Decimal = Decimal(0)
    signed: bool = False
    places: int | None = None

    @property
    def is_money(self) -> bool:
        """Whether the figures are amounts of 人民币."""
        return "元" in self.units

    @property
    def may_mean_yuan(self) -> bool:
        """Whether ¥ before a number leaves open whether it is in yuan or in ``unit``."""
        return self.is_money and self.units["元"] != 1

    @property
    def named_units(self) -> tuple[str, ...]:
        """The units written in full, smallest first, for a sentence that offers them."""
        full = (unit for unit in self.units if unit.endswith(self.unit[-1]))
        return tuple(sorted(full, key=lambda unit: self.units[unit]))


_DASHES = str.maketrans("−–‐", "---")


def one_dash(text: str) -> str:
    """``text`` with one kind of minus sign."""
    return text.translate(_DASHES)


def unit_form(unit: str) -> str:
    """A unit without blanks inside, brackets around or capitals."""
    form = one_dash("".join(narrowed(unit).split()).casefold())
    return form[1:-1] if form.startswith("(") and form.endswith(")") else form


_DETAIL = re.compile(r"[/(]")
"""Where a unit begins to say what it is counted by: 元/单, 条/年, 家(户)."""
_MULTIPLES = {"千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
# 5千 in a field of 万元 may mean 千元 or 千万元: it is never said without 元.
_ALONE = ("万", "百万", "千万", "亿")
_IN_WAN = {f"{word}元": Decimal(size) / 10**4 for word, size in {"": 1, **_MULTIPLES}.items()}

MONEY = Measure(
    unit="万元",
    units=MappingProxyType({**_IN_WAN, **{word: _IN_WAN[f"{word}元"] for word in _ALONE}}),
    places=2,
)
"""Amounts in 万元; typed in 元, 千元, 万元, 百万元, 千万元 or 亿元."""

BALANCE = replace(MONEY, signed=True)
"""Amounts that may be below zero, such as a loss."""

PERCENT = Measure(unit="%", units=MappingProxyType({"%": Decimal(1)}))


def count_measure(unit: str, *others: str) -> Measure:
    """Whole numbers of people or things in ``unit`` ("人", "万单"); ``others`` mean the same."""
    base = unit.removeprefix("万") or unit
    size = Decimal(1) if base == unit else Decimal(10**4)
    units = {"": 1 / size, "万": 10**4 / size}
    return Measure(
        unit=unit,
        units=MappingProxyType(
            {
                **{f"{word}{base}": factor for word, factor in units.items()},
                **{word: factor for word, factor in units.items() if word},
                **{unit_form(other): Decimal(1) for other in others},
            }
        ),
        step=1 / size,
    )


PEOPLE = count_measure("人", "名")


def indicator_measure(zh: str, en: str) -> Measure:
    """How key figures in a unit of the checklist are written: whatever is a number counts.

    Of "元/单", "条/年" or "家（户）" the part before is enough. What would be a mistake (a negative
    number of clients) is said by the check, never by reading: old assessments keep their levels.
    """
    unit = unit_form(zh)
    base = _DETAIL.split(unit)[0]
    same = {unit: Decimal(1), base: Decimal(1), unit_form(en): Decimal(1)}
    if base == "元":
        multiples = {word: size * 10**4 for word, size in MONEY.units.items()}
        return Measure(unit, MappingProxyType({**multiples, **same}), signed=True)
    if base == MONEY.unit:
        return Measure(unit, MappingProxyType({**MONEY.units, **same}), signed=True)
    if base not in PERCENT.units:
        same |= {"万": Decimal(10**4), f"万{base}": Decimal(10**4)}
    return Measure(unit, MappingProxyType(same), signed=True)
