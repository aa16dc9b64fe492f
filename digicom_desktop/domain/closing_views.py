"""What follows from an assessment as a report shows it: check, steps, plan, last year."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from digicom_desktop.domain.worked_method import WorkedStep

__all__ = [
    "ActionView",
    "FindingView",
    "PlanLineView",
    "PlanView",
    "PreviousView",
    "StepView",
    "WorkedStep",
]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding and what was said about it.

    ``class_`` is its letter; ``where`` the page, item, or number of the evidence it is about;
    ``said`` is the reason, or that it was verified, "" while nothing was said or it no longer
    holds.
    """

    key: str
    class_: str
    class_name: str
    where: str
    place: str
    sentence: str
    hint: str
    said: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """The smallest step that raises an item by one level; ``gain`` in points, "+2.5" as shown."""

    item: str
    title: str
    from_level: int
    to_level: int
    what: str
    """All that has to be done, one line per change."""
    short: str
    """The same in a few words."""
    where: str
    gain: Fraction
    gain_shown: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action of the plan; ``state`` is "open", "begun", "done" or "dropped"."""

    id: str
    item: str
    text: str
    owner: str
    due: str
    state: str
    state_name: str
    note: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class PlanLineView:
    """An item of the plan: ``now`` is its supported level, ``target`` None without a target.

    ``gain`` is what reaching the target alone is worth; ``next_steps`` says what it takes, cheapest
    first.
    """

    item: str
    title: str
    now: int
    target: int | None
    gain: Fraction
    gain_shown: str
    next_steps: tuple[str, ...]
    actions: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan, best gain first; ``planned`` is the score once every target is reached."""

    lines: tuple[PlanLineView, ...]
    planned: Fraction | None
    planned_shown: str
    planned_level: int | None
    planned_level_name: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was planned."""
        return not self.lines


@dataclass(frozen=True, slots=True)
class PreviousView:
    """Last year's evidence-backed means of the directions, by id; None where nothing applied."""

    year: int
    directions: Mapping[str, Fraction | None]
    shown: Mapping[str, str]
    supported: Fraction | None
    supported_shown: str
