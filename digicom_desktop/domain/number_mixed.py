"""What a figure of several numbers and units comes to, where it can be read in one way only."""

import re
from decimal import Decimal
from types import MappingProxyType

from digicom_desktop.domain.measure import Measure, unit_form

# A number, and the unit behind it, over and over; behind the last number there may be none.
_PART = re.compile(r"(\d{1,8})([^\d.,\s]*)", re.ASCII)
_SMALL = MappingProxyType({"千": 1000, "百": 100})
"""Units that only say anything behind a greater one: 1万2千."""
_MOST_PARTS = 3


def mixed_value(plain: str, measure: Measure) -> Decimal | None:
    """1亿2000万, 1万2千 and 1万2 in ``measure.unit``; None where nobody knows what is meant.

    A single figure at the end counts thousands behind 万, as people say it; four count ones.
    """
    parts = _PART.findall("".join(plain.split()))
    if "".join(a + b for a, b in parts) != "".join(plain.split()):
        return None
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    one = min(measure.units.values())
    value, last = Decimal(0), Decimal(0)
    for place, (digits, unit) in enumerate(parts):
        size = _size(digits, unit_form(unit), last, one, measure)
        if size is None or (place and Decimal(digits) * size >= last):
            return None
        value, last = value + Decimal(digits) * size, size
    return None if measure.step and value % measure.step else value


def _size(
    digits: str, unit: str, before: Decimal, one: Decimal, measure: Measure
) -> Decimal | None:
    """How many of ``measure.unit`` one of ``digits`` is, behind a part of ``before`` each."""
    factor = measure.units.get(unit) if unit else None
    if factor is None and before and unit in _SMALL:
        factor = _SMALL[unit] * one
    if factor is not None and factor > one:
        return factor
    if not before or (unit and factor is None):
        return None
    if len(digits) == len(str(int(before / one))) - 1:
        return one
    return before / 10 if len(digits) == 1 and not unit else None
