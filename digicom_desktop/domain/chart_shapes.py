"""The shapes that charts are made of, for any painter."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a shape stands for; its look is the painter's."""

    RING = "ring"
    RIM = "rim"
    AXIS = "axis"
    SCALE = "scale"
    SUPPORTED_AREA = "supported_area"
    SUPPORTED = "supported"
    DECLARED = "declared"
    PREVIOUS = "previous"
    TRACK = "track"
    BAR = "bar"
    TICK = "tick"
    NAME = "name"
    SCORE = "score"
    SCORE_SECOND = "score_second"
    NOTE = "note"
    LEVEL_0 = "level_0"
    LEVEL_1 = "level_1"
    LEVEL_2 = "level_2"
    LEVEL_3 = "level_3"
    LEVEL_4 = "level_4"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"


LEVELS = (Role.LEVEL_0, Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4)


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled or outlined figure; ``key`` names what a pointer on it is about."""

    points: tuple[Point, ...]
    role: Role
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with two or more points, not closed."""

    points: tuple[Point, ...]
    role: Role
    key: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A small disc; its size is the painter's."""

    center: Point
    role: Role
    key: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    role: Role
    key: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text: ``x`` is its start, middle or end as ``align`` says, ``y`` its middle."""

    x: float
    y: float
    text: str
    align: str
    role: Role
    key: str = ""


Shape = Polygon | Line | Dot | Box | Label
