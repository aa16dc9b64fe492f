"""Figures that are a part of a whole, in per cent."""

from decimal import Decimal

from digicom_desktop.domain.judgement import Judgement, error

_WHOLE = 100


def share_problem(value: Decimal) -> Judgement | None:
    """What is wrong with ``value`` as a share of a whole; None if nothing."""
    if value < 0:
        return error("number.share_negative")
    return error("number.share_over") if value > _WHOLE else None
