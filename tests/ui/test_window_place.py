"""A window comes back where it was, as long as it can be seen there."""

import pytest
from PySide6.QtCore import QRect

from digicom_desktop.ui.window_place import place_in_sight

NOTEBOOK = QRect(0, 0, 1366, 728)
BESIDE = QRect(1366, 0, 1920, 1040)
LEFT_OF_IT = QRect(-1920, -200, 1920, 1040)


@pytest.mark.parametrize("where", [QRect(100, 60, 1100, 620), QRect(0, 32, 1366, 696)])
def test_what_is_in_sight_stays_where_it_is(where: QRect) -> None:
    assert place_in_sight(where, [NOTEBOOK]) == where


def test_a_window_on_the_second_screen_comes_back_there() -> None:
    where = QRect(1500, 80, 1300, 900)
    assert place_in_sight(where, [NOTEBOOK, BESIDE]) == where


def test_where_its_screen_is_gone_it_comes_to_the_main_one() -> None:
    moved = place_in_sight(QRect(1500, 80, 1300, 900), [NOTEBOOK])
    assert NOTEBOOK.contains(moved)
    assert moved.width() == 1300


def test_where_the_scale_has_grown_it_becomes_as_small_as_the_screen() -> None:
    smaller = QRect(0, 0, 910, 480)
    moved = place_in_sight(QRect(300, 200, 1366, 728), [smaller])
    assert moved == smaller


def test_a_window_half_outside_is_moved_inside() -> None:
    moved = place_in_sight(QRect(-400, -100, 1100, 620), [NOTEBOOK])
    assert NOTEBOOK.contains(moved)
    assert moved.size() == QRect(0, 0, 1100, 620).size()


def test_the_bar_to_move_it_by_is_never_above_the_edge() -> None:
    assert place_in_sight(QRect(100, 0, 1100, 620), [NOTEBOOK]).top() > NOTEBOOK.top()


def test_of_two_screens_it_stays_on_the_one_that_shows_most_of_it() -> None:
    moved = place_in_sight(QRect(-900, 100, 1100, 620), [NOTEBOOK, LEFT_OF_IT])
    assert LEFT_OF_IT.contains(moved)


@pytest.mark.parametrize("x", [-100_000, 100_000])
def test_wherever_it_was_it_is_seen_whole(x: int) -> None:
    assert NOTEBOOK.contains(place_in_sight(QRect(x, x, 1200, 700), [NOTEBOOK]))
