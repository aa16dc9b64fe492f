"""Values → shapes of radar, bars and strip, for any painter.

Lengths are in the painter's own unit (pixels, points); the origin is the top left corner and y
grows downwards. Values are points on the fixed scale 0-100; a value of None has no shape but its
label. Shapes come in painting order: what lies behind comes first. A painter knows only how to
draw the five kinds of shape and what each role looks like.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from digicom_desktop.domain.chart_shapes import (
    LEVELS,
    Box,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Role,
    Shape,
)

__all__ = [
    "LEVELS", "Axis", "Box", "Cell", "Dot", "Group", "Label", "Line", "Point", "Polygon", "Role",
    "Shape", "bars", "radar", "strip", "strip_height",
]  # fmt: skip

RINGS = (25, 50, 75, 100)
_SIDE = 5.0
"""How many lines wide a label beside the wheel is, with the gap before it."""
_LARGER = 1.4
"""How many times as large the wheel is as one whose labels all stand beside it."""
Value = Fraction | float | None


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of the radar or a bar.

    ``supported_text`` and ``declared_text`` are the values as shown, ``missing`` what stands in
    their place when there is none (不适用), ``note`` one more line (样本不足). ``previous`` is the
    supported value of the year before, which only the radar shows.
    """

    key: str
    name: str
    supported: Value
    declared: Value
    supported_text: str
    declared_text: str
    missing: str
    note: str = ""
    previous: Value = None


@dataclass(frozen=True, slots=True)
class Cell:
    """An item in the strip; ``level`` is the supported one, ``claim`` set where it is higher."""

    key: str
    level: int | None
    claim: int | None
    is_applicable: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The cells of one direction."""

    key: str
    name: str
    cells: tuple[Cell, ...]


# --- radar ---------------------------------------------------------------------------------------


def radar(
    axes: Sequence[Axis], width: float, height: float, line: float, name_lines: int = 1
) -> tuple[Shape, ...]:
    """Directions on a wheel that begins at the top and turns clockwise.

    The outline of the year before lies behind, and is there only where a direction has its value.
    ``line`` is the height of a line of label text; above, below and beside the wheel there is
    room for a name in ``name_lines`` and a line of values. Where only the labels at the sides keep
    the wheel small, it is larger, and they stand where its outline leaves them room.
    """
    center = Point(width / 2, height / 2)
    beside = _LARGER * (width / 2 - _SIDE * line)
    radius = max(min(height / 2 - (name_lines + 1.8) * line, beside), 0)
    wheel = _Wheel(center, radius, len(axes))
    return (
        *_grid(wheel),
        *_previous(wheel, axes),
        *_declared(wheel, axes),
        *_supported(wheel, axes),
        *_radar_labels(wheel, axes, line, width),
    )


@dataclass(frozen=True, slots=True)
class _Wheel:
    center: Point
    radius: float
    count: int

    def at(self, n: int, value: float) -> Point:
        """The point of axis ``n`` at ``value`` (0-100, more lies outside)."""
        angle = 2 * math.pi * n / self.count
        reach = self.radius * value / 100
        return Point(
            self.center.x + reach * math.sin(angle), self.center.y - reach * math.cos(angle)
        )

    def ring(self, value: float) -> tuple[Point, ...]:
        return tuple(self.at(n, value) for n in range(self.count))


def _grid(wheel: _Wheel) -> Iterator[Shape]:
    for n in range(wheel.count):
        yield Line((wheel.center, wheel.at(n, 100)), Role.AXIS)
    for value in RINGS:
        yield Polygon(wheel.ring(value), Role.RIM if value == RINGS[-1] else Role.RING)
    for value in RINGS:
        place = wheel.at(0, value)
        yield Label(place.x + 3, place.y, str(value), "start", Role.SCALE)


def _previous(wheel: _Wheel, axes: Sequence[Axis]) -> Iterator[Shape]:
    values = [_number(axis.previous) for axis in axes]
    yield from _outline(wheel, values, Role.PREVIOUS)


def _declared(wheel: _Wheel, axes: Sequence[Axis]) -> Iterator[Shape]:
    values = [_number(axis.declared) for axis in axes]
    yield from _outline(wheel, values, Role.DECLARED)


def _supported(wheel: _Wheel, axes: Sequence[Axis]) -> Iterator[Shape]:
    values = [_number(axis.supported) for axis in axes]
    yield from _areas(wheel, values)
    yield from _outline(wheel, values, Role.SUPPORTED)
    for n, (axis, value) in enumerate(zip(axes, values, strict=True)):
        if value is not None:
            yield Dot(wheel.at(n, value), Role.SUPPORTED, axis.key)


def _areas(wheel: _Wheel, values: Sequence[float | None]) -> Iterator[Polygon]:
    for arc in _arcs(values):
        points = tuple(wheel.at(n, values[n] or 0) for n in arc)
        if len(points) == len(values):
            yield Polygon(points, Role.SUPPORTED_AREA)
        elif len(points) > 1:
            yield Polygon((wheel.center, *points), Role.SUPPORTED_AREA)


def _outline(wheel: _Wheel, values: Sequence[float | None], role: Role) -> Iterator[Shape]:
    for arc in _arcs(values):
        points = tuple(wheel.at(n, values[n] or 0) for n in arc)
        if len(points) == len(values) and len(points) > 2:
            yield Polygon(points, role)
        elif len(points) > 1:
            yield Line(points, role)


def _arcs(values: Sequence[float | None]) -> list[list[int]]:
    """Neighbouring axes that have a value: nothing is drawn across an axis that has none."""
    count = len(values)
    gaps = [n for n in range(count) if values[n] is None]
    if not gaps:
        return [list(range(count))]
    arcs: list[list[int]] = [[]]
    for step in range(1, count + 1):
        n = (gaps[0] + step) % count
        if values[n] is None:
            arcs.append([])
        else:
            arcs[-1].append(n)
    return [arc for arc in arcs if arc]


def _radar_labels(
    wheel: _Wheel, axes: Sequence[Axis], line: float, width: float
) -> Iterator[Label]:
    for n, axis in enumerate(axes):
        rim = wheel.at(n, 100)
        across, down = rim.x - wheel.center.x, rim.y - wheel.center.y
        is_middle = abs(across) < wheel.radius / 100
        align = "middle" if is_middle else "start" if across > 0 else "end"
        lines = _label_lines(axis)
        aside = 0 if is_middle else min(abs(across) + 0.7 * line, width / 2 - (_SIDE - 0.7) * line)
        x = wheel.center.x + math.copysign(aside, across)
        # As far up or down as the wheel reaches where the label begins.
        away = math.sqrt(max(wheel.radius**2 - aside**2, 0)) + line * (len(lines) / 2 + 0.4)
        away = away if aside < wheel.radius else abs(down)
        middle = wheel.center.y + math.copysign(max(away, abs(down)), down)
        top = middle - line * (len(lines) - 1) / 2
        for row, (text, role) in enumerate(lines):
            yield Label(x, top + row * line, text, align, role, axis.key)


def _label_lines(axis: Axis) -> list[tuple[str, Role]]:
    if axis.supported is None:
        return [(axis.name, Role.NAME), (axis.missing, Role.NOTE)]
    values = f"{axis.supported_text} / {axis.declared_text}"
    lines = [(axis.name, Role.NAME), (values, Role.SCORE)]
    return [*lines, (axis.note, Role.NOTE)] if axis.note else lines


# --- bars ----------------------------------------------------------------------------------------


def bars(
    axes: Sequence[Axis],
    width: float,
    row: float,
    name_width: float,
    score_width: float,
    above: float = 0,
) -> tuple[Shape, ...]:
    """One bar a row, ``row`` high: name, bar with a tick at the declared value, score.

    The name stands in a line of its own, ``above`` high, if there is one.
    """
    left, right = name_width, width - score_width
    return tuple(
        shape
        for n, axis in enumerate(axes)
        for shape in (
            Label(0, _name_middle(n, row, above), axis.name, "start", Role.NAME, axis.key),
            *_bar(axis, _bar_middle(n, row, above), left, right, row),
        )
    )


def _name_middle(n: int, row: float, above: float) -> float:
    return n * (row + above) + above / 2 if above else _bar_middle(n, row, above)


def _bar_middle(n: int, row: float, above: float) -> float:
    """Nearer to its own name than to the next one."""
    return n * (row + above) + above + row * (0.44 if above else 0.5)


def _bar(axis: Axis, middle: float, left: float, right: float, row: float) -> Iterator[Shape]:
    thickness, tick = row * 0.4, row * 0.62
    supported, declared = _number(axis.supported), _number(axis.declared)
    if supported is None:
        yield Label(left, middle, axis.missing, "start", Role.NOTE, axis.key)
        return
    top, scale = middle - thickness / 2, (right - left) / 100
    yield Box(left, top, right - left, thickness, Role.TRACK, axis.key)
    if supported:
        yield Box(left, top, supported * scale, thickness, Role.BAR, axis.key)
    if declared is not None:
        x = left + declared * scale
        ends = (Point(x, middle - tick / 2), Point(x, middle + tick / 2))
        yield Line(ends, Role.TICK, axis.key)
    far = right + row * 2.1
    yield Label(far, middle, axis.supported_text, "end", Role.SCORE, axis.key)
    yield Label(far + row * 0.3, middle, f"/ {axis.declared_text}", "start", Role.SCORE_SECOND)


# --- strip ---------------------------------------------------------------------------------------


def strip(
    groups: Sequence[Group], width: float, line: float, columns: int, cell: float = 26
) -> tuple[Shape, ...]:
    """All items as cells of width ``cell``, ``columns`` groups to a row."""
    pitch = width / columns
    row_height = strip_height(1, line, 1, cell)
    return tuple(
        shape
        for n, group in enumerate(groups)
        for shape in _group(
            group, Point(pitch * (n % columns), row_height * (n // columns)), line, cell
        )
    )


def strip_height(groups: int, line: float, columns: int, cell: float = 26) -> float:
    """How high the strip of so many groups is."""
    rows = -(-groups // columns)
    return rows * (1.3 * line + cell * 0.8 + 2.8 * line)


def _group(group: Group, corner: Point, line: float, cell: float) -> Iterator[Shape]:
    yield Label(corner.x, corner.y + line / 2, group.name, "start", Role.NAME, group.key)
    for n, item in enumerate(group.cells):
        yield from _cell(item, Point(corner.x + n * cell, corner.y + 1.3 * line), line, cell)


def _cell(item: Cell, corner: Point, line: float, cell: float) -> Iterator[Shape]:
    width, height = cell * 0.88, cell * 0.8
    middle = corner.x + width / 2
    role = _cell_role(item)
    yield Box(corner.x, corner.y, width, height, role, item.key)
    text = "–" if not item.is_applicable else "" if item.level is None else str(item.level)
    if text:
        yield Label(middle, corner.y + height / 2, text, "middle", role, item.key)
    below = corner.y + height + line * 0.65
    yield Label(middle, below, item.key, "middle", Role.NOTE, item.key)
    if item.claim is not None:
        claim = f"↑{item.claim}"
        yield Label(middle, below + line * 0.95, claim, "middle", Role.SCORE_SECOND, item.key)


def _cell_role(item: Cell) -> Role:
    if not item.is_applicable:
        return Role.NOT_APPLICABLE
    return Role.UNANSWERED if item.level is None else LEVELS[item.level]


def _number(value: Value) -> float | None:
    return None if value is None else float(value)
