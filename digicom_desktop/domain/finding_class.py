"""How grave a finding of the check (审核) is; all that a mark beside an item needs of it."""

from enum import StrEnum


class FindingClass(StrEnum):
    """The four classes of Chinese reporting clients, the gravest first."""

    MUST_FIX = "A"
    EXPLAIN = "B"
    VERIFY = "C"
    HINT = "D"
