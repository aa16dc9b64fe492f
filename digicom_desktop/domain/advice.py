"""The smallest step that raises each item by one level, and what it is worth."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Need(StrEnum):
    """What a step changes."""

    CLAIM = "claim"
    GRADE = "grade"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an item: its claim to level ``to``, its evidence to grade ``to``, or a figure.

    ``to`` is 1 for a figure: one number for the assessed year.
    """

    need: Need
    to: int


@dataclass(frozen=True, slots=True)
class Step:
    """The smallest set of changes that raises the supported level of ``item`` by one.

    ``gain`` is what the evidence-backed score gains, found by trying it.
    """

    item: str
    from_level: int
    to_level: int
    changes: tuple[Change, ...]
    gain: Fraction
