"""The improvement plan (改进计划): a target per item, and what is to be done by whom and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from digicom_desktop.domain.date_text import parse_date

TEXT_LIMIT = 300
NOTE_LIMIT = 300
OWNER_LIMIT = 50
DUE_LIMIT = 20


class ActionState(StrEnum):
    """How far an action is."""

    OPEN = "open"
    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do for ``item``; texts as typed, ``due`` is meant to be a date.

    ``id`` ("a1", "a2", …) is given once and never again in one assessment.
    """

    id: str
    item: str
    text: str = ""
    owner: str = ""
    due: str = ""
    state: ActionState = ActionState.OPEN
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in (ActionState.OPEN, ActionState.BEGUN)

    @property
    def due_by(self) -> str:
        """The last day on which it is in time, ``YYYY-MM-DD``; "" without a readable date.

        A month or a year without a day is due at its end; as this is only compared, every month
        ends on its 31st.
        """
        date = parse_date(self.due)
        return "" if date is None else date + "-12-31"[len(date) - 4 :]


@dataclass(frozen=True, slots=True)
class Plan:
    """Targets (level 1-4 by item id), actions in the order they were made, numbers given out."""

    targets: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    actions: tuple[Action, ...] = ()
    issued: int = 0

    def with_target(self, item: str, level: int | None) -> "Plan":
        """This plan with another target for ``item``, or none."""
        targets = {id: old for id, old in self.targets.items() if id != item}
        if level is not None:
            targets[item] = level
        return replace(self, targets=MappingProxyType(targets))

    def with_new(self, item: str, text: str = "") -> "Plan":
        """This plan with one more action for ``item``."""
        number = self.issued + 1
        action = Action(f"a{number}", item, text)
        return replace(self, actions=(*self.actions, action), issued=number)

    def with_changed(self, action: Action) -> "Plan":
        """This plan with ``action`` in the place of the one with its id."""
        actions = tuple(action if old.id == action.id else old for old in self.actions)
        return replace(self, actions=actions)

    def without(self, id: str) -> "Plan":
        """This plan without the action ``id``."""
        return replace(self, actions=tuple(a for a in self.actions if a.id != id))

    def of_item(self, item: str) -> tuple[Action, ...]:
        """The actions for ``item``."""
        return tuple(action for action in self.actions if action.item == item)

    @property
    def due_dates(self) -> tuple[str, ...]:
        """When the open actions are due (``due_by``), earliest first, those with a date only."""
        return tuple(sorted(a.due_by for a in self.actions if a.is_open and a.due_by))
