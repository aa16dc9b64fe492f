"""Which level the ticked practices of an item suggest; the person decides."""

from collections.abc import Set

from digicom_desktop.domain.guideline import Item, Method


def suggested_level(item: Item, ticked: Set[str], method: Method) -> int:
    """Level 0-4 for the ids ``ticked``, 0 where none is of ``item``.

    Practices that say their level suggest the highest one below which no level is left out (levels
    are nested; level 1 is given by any tick). In an edition where they do not say it, the number
    of ticks decides, as the edition's method has it.
    """
    done = [practice for practice in item.practices if practice.id in ticked]
    if not done:
        return 0
    levels = {practice.level for practice in done}
    if None in levels:
        by_ticks = method.suggested_level_by_ticks
        return by_ticks[min(len(done), len(by_ticks) - 1)]
    level = 1
    while level + 1 in levels:
        level += 1
    return level


def missing_level(item: Item, ticked: Set[str], suggested: int) -> int:
    """The level next above ``suggested`` that keeps a higher one of ``ticked`` from counting.

    0 where no higher one is ticked, or the practices do not say their level.
    """
    levels = {practice.level or 0 for practice in item.practices if practice.id in ticked}
    return suggested + 1 if suggested and max(levels, default=0) > suggested + 1 else 0
