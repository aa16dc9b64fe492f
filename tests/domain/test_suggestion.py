"""What ticked practices suggest."""

from dataclasses import replace

import pytest

from digicom_desktop.domain.suggestion import suggested_level
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_LIBRARY = Library(resources_folder())
_EDITION = _LIBRARY.edition(_LIBRARY.newest_edition_id())
_ITEM = _EDITION.items[0]
_FIRST = _LIBRARY.edition("mofcom-trial-1")


@pytest.mark.parametrize(
    ("levels", "ticked", "level"),
    [
        ((1, 2, 2, 3, 4), (), 0),
        ((1, 2, 2, 3, 4), (0,), 1),
        ((1, 2, 2, 3, 4), (1,), 2),
        ((1, 2, 2, 3, 4), (0, 1, 2), 2),
        ((1, 2, 2, 3, 4), (2, 3), 3),
        ((1, 2, 2, 3, 4), (0, 1, 2, 3, 4), 4),
        ((1, 2, 2, 3, 4), (3, 4), 1),  # the higher levels include level 2
        ((2, 2, 3, 4, 4), (0, 2, 4), 4),
    ],
)
def test_a_level_is_suggested_as_far_as_no_level_below_is_left_out(
    levels: tuple[int, ...], ticked: tuple[int, ...], level: int
) -> None:
    practices = tuple(
        replace(practice, level=said)
        for practice, said in zip(_ITEM.practices, levels, strict=True)
    )
    item = replace(_ITEM, practices=practices)
    ids = {practices[place].id for place in ticked} | {"9.9.p9"}
    assert suggested_level(item, ids, _EDITION.method) == level


def test_where_practices_say_no_level_the_number_of_ticks_decides() -> None:
    item = _FIRST.items[0]
    ids = [practice.id for practice in item.practices]
    suggested = [
        suggested_level(item, set(ids[:count]), _FIRST.method) for count in range(len(ids) + 1)
    ]
    assert suggested == [0, 1, 2, 2, 3, 4]
