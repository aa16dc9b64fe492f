"""Shapes of the charts: right values at right places, nothing where there is no value."""

import math
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.chart_geometry import (
    RINGS,
    Axis,
    Cell,
    Group,
    Value,
    bars,
    radar,
    strip,
    strip_height,
)
from digicom_desktop.domain.chart_shapes import Box, Dot, Label, Line, Point, Polygon, Role, Shape

ShapeT = TypeVar("ShapeT", Polygon, Line, Dot, Box, Label)
WIDTH, HEIGHT, LINE = 400.0, 300.0, 12.0
CENTER = Point(WIDTH / 2, HEIGHT / 2)


def axis(n: int, supported: Value, declared: Value = 100) -> Axis:
    shown = "—" if supported is None else f"{float(supported):.1f}"
    return Axis(str(n), f"方向{n}", supported, declared, shown, "100.0", "不适用")


def wheel(values: list[Value]) -> tuple[Shape, ...]:
    axes = [axis(n, value, None if value is None else 100) for n, value in enumerate(values)]
    return radar(axes, WIDTH, HEIGHT, LINE)


def distance(point: Point) -> float:
    return math.hypot(point.x - CENTER.x, point.y - CENTER.y)


def distance_from(point: Point, width: float, height: float) -> float:
    """From the middle of a radar of this size."""
    return math.hypot(point.x - width / 2, point.y - height / 2)


def of(kind: type[ShapeT], shapes: tuple[Shape, ...], role: Role) -> list[ShapeT]:
    return [s for s in shapes if isinstance(s, kind) and s.role is role]


def test_the_scale_is_fixed_whatever_the_values() -> None:
    low, high = wheel([10] * 6), wheel([90] * 6)
    assert of(Polygon, low, Role.RIM) == of(Polygon, high, Role.RIM)
    radii = [distance(ring.points[0]) for ring in of(Polygon, low, Role.RING)]
    rim = distance(of(Polygon, low, Role.RIM)[0].points[0])
    assert radii == pytest.approx([rim * ring / 100 for ring in RINGS[:-1]])


def test_the_first_direction_is_at_the_top_and_the_next_one_right_of_it() -> None:
    dots = of(Dot, wheel([Fraction(100)] * 6), Role.SUPPORTED)
    assert dots[0].center.x == pytest.approx(CENTER.x)
    assert dots[0].center.y < CENTER.y
    assert dots[1].center.x > CENTER.x
    assert [dot.key for dot in dots] == [str(n) for n in range(6)]


@given(st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=6, max_size=6))
def test_every_value_has_a_dot_at_its_distance_and_no_value_has_none(
    values: list[int | None],
) -> None:
    shapes = wheel(list(values))
    rim = distance(of(Polygon, shapes, Role.RIM)[0].points[0])
    dots = {dot.key: distance(dot.center) for dot in of(Dot, shapes, Role.SUPPORTED)}
    expected = {str(n): rim * value / 100 for n, value in enumerate(values) if value is not None}
    assert dots == pytest.approx(expected)


@given(st.lists(st.one_of(st.none(), st.integers(1, 100)), min_size=6, max_size=6))
def test_no_line_crosses_a_direction_without_a_value(values: list[int | None]) -> None:
    shapes = wheel(list(values))
    outlines: list[Line | Polygon] = [
        *of(Line, shapes, Role.SUPPORTED),
        *of(Polygon, shapes, Role.SUPPORTED),
    ]
    present = [value for value in values if value is not None]
    if len(present) == 6:
        assert [len(outline.points) for outline in outlines] == [6]
    else:
        assert all(isinstance(outline, Line) for outline in outlines)
        assert sum(len(outline.points) for outline in outlines) <= len(present)


def test_last_year_is_an_outline_behind_the_others() -> None:
    axes = [replace(axis(n, 80), previous=Fraction(50)) for n in range(6)]
    shapes = radar(axes, WIDTH, HEIGHT, LINE)
    (before,) = of(Polygon, shapes, Role.PREVIOUS)
    rim = distance(of(Polygon, shapes, Role.RIM)[0].points[0])
    assert [distance(point) for point in before.points] == pytest.approx([rim / 2] * 6)
    assert shapes.index(before) < min(shapes.index(s) for s in of(Polygon, shapes, Role.DECLARED))


def test_without_last_year_nothing_is_drawn_of_it() -> None:
    assert not [s for s in wheel([80] * 6) if s.role is Role.PREVIOUS]


def test_last_year_does_not_cross_a_direction_that_did_not_apply() -> None:
    values = [50, None, 50, 50, 50, 50]
    axes = [replace(axis(n, 80), previous=value) for n, value in enumerate(values)]
    shapes = radar(axes, WIDTH, HEIGHT, LINE)
    assert not of(Polygon, shapes, Role.PREVIOUS)
    (before,) = of(Line, shapes, Role.PREVIOUS)
    assert len(before.points) == 5


def test_a_direction_without_a_value_says_so() -> None:
    labels = [s for s in wheel([50, None, 50, 50, 50, 50]) if isinstance(s, Label)]
    assert ("不适用", "1") in [(label.text, label.key) for label in labels]


@given(
    st.floats(150, 900),
    st.floats(150, 700),
    st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=6, max_size=6),
)
def test_the_wheel_and_its_labels_stay_inside_their_box(
    width: float, height: float, values: list[int | None]
) -> None:
    axes = [axis(n, value) for n, value in enumerate(values)]
    for shape in radar(axes, width, height, LINE):
        points = shape.points if isinstance(shape, Polygon | Line) else ()
        if isinstance(shape, Label):
            points = (Point(shape.x, shape.y - LINE / 2), Point(shape.x, shape.y + LINE / 2))
        assert all(-0.01 <= p.x <= width + 0.01 for p in points)
        assert all(-0.01 <= p.y <= height + 0.01 for p in points)


def test_a_bar_is_as_long_as_its_value_and_the_tick_marks_the_claim() -> None:
    shapes = bars([axis(1, Fraction(25), Fraction(75))], 300, 20, 60, 40)
    (track,), (bar,) = of(Box, shapes, Role.TRACK), of(Box, shapes, Role.BAR)
    (tick,) = of(Line, shapes, Role.TICK)
    assert (track.x, track.width) == (60, 200)
    assert (bar.x, bar.width) == (60, 50)
    assert {point.x for point in tick.points} == {60 + 150}


def test_a_bar_below_its_name_has_the_whole_width() -> None:
    shapes = bars([axis(1, 25, 75), axis(2, 25, 75)], 300, 20, 0, 40, above=18)
    tracks = of(Box, shapes, Role.TRACK)
    names = [s for s in shapes if isinstance(s, Label) and s.role is Role.NAME]
    assert [track.width for track in tracks] == [260, 260]
    for track, name, bottom in zip(tracks, names, (38, 76), strict=True):
        assert name.y + 18 / 2 <= track.y
        assert track.y + track.height < bottom


@given(st.floats(200, 500), st.floats(200, 500))
def test_no_label_of_the_radar_begins_on_the_wheel(width: float, height: float) -> None:
    shapes = radar([axis(n, 50) for n in range(6)], width, height, LINE)
    rim = distance_from(of(Polygon, shapes, Role.RIM)[0].points[0], width, height)
    for label in of(Label, shapes, Role.NAME) + of(Label, shapes, Role.SCORE):
        assert distance_from(Point(label.x, label.y), width, height) > rim


def test_a_narrow_radar_is_larger_than_its_labels_beside_it_would_leave_it() -> None:
    shapes = radar([axis(n, 50) for n in range(6)], 240, 400, LINE)
    rim = distance_from(of(Polygon, shapes, Role.RIM)[0].points[0], 240, 400)
    assert rim > 240 / 2 - 5 * LINE


def test_a_characteristic_without_a_value_has_no_bar() -> None:
    shapes = bars([axis(1, None, None)], 300, 20, 60, 40)
    assert all(isinstance(shape, Label) for shape in shapes)
    assert "不适用" in [shape.text for shape in shapes if isinstance(shape, Label)]


def test_a_value_of_nothing_has_a_track_but_no_bar() -> None:
    shapes = bars([axis(1, Fraction(0), Fraction(0))], 300, 20, 60, 40)
    assert of(Box, shapes, Role.TRACK)
    assert not of(Box, shapes, Role.BAR)


def test_the_strip_shows_each_item_once_with_its_state() -> None:
    cells = (
        Cell("1.1", 3, None, is_applicable=True),
        Cell("1.2", 1, 3, is_applicable=True),
        Cell("1.3", None, None, is_applicable=True),
        Cell("1.4", None, None, is_applicable=False),
    )
    shapes = strip([Group("1", "技术创新应用", cells)], 400, LINE, 3)
    boxes = [shape for shape in shapes if isinstance(shape, Box)]
    assert [box.role for box in boxes] == [
        Role.LEVEL_3,
        Role.LEVEL_1,
        Role.UNANSWERED,
        Role.NOT_APPLICABLE,
    ]
    texts = [(shape.key, shape.text) for shape in shapes if isinstance(shape, Label)]
    assert ("1.2", "↑3") in texts
    assert ("1.4", "–") in texts
    assert ("1.3", "1.3") in texts


@pytest.mark.parametrize("columns", [1, 2, 3, 6])
def test_the_strip_is_as_high_as_it_says(columns: int) -> None:
    cells = (Cell("1", 1, 2, is_applicable=True),)
    groups = [Group(str(n), "名", cells) for n in range(6)]
    height = strip_height(len(groups), LINE, columns)
    for shape in strip(groups, 600, LINE, columns):
        if isinstance(shape, Label):
            assert shape.y + LINE / 2 <= height
        elif isinstance(shape, Box):
            assert shape.y + shape.height <= height
