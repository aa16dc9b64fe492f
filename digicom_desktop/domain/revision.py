"""Revisions: what was finalised, unchanged for ever, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

REMARK_LIMIT = 600


class State(StrEnum):
    """Where an assessment stands; a revision is never a draft."""

    DRAFT = "draft"
    FINALISED = "finalised"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


NEXT_STATES = MappingProxyType(
    {
        State.FINALISED: (State.SUBMITTED,),
        State.SUBMITTED: (State.ACCEPTED, State.RETURNED),
        State.RETURNED: (State.SUBMITTED,),
        State.ACCEPTED: (),
    }
)
"""Where a revision may go from each state."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A revision came into ``state`` on the day ``on`` (as typed by the person, or today's)."""

    state: State
    on: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """What was finalised: ``content`` is canonical, ``code`` its consistency code.

    ``number`` counts from 1 within its assessment; ``finalised`` is aware, UTC. What became of it
    (``changes``, oldest first) stands beside it and is in no code.
    """

    number: int
    finalised: datetime
    code: str
    content: bytes
    changes: tuple[StateChange, ...] = ()

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self.changes[-1].state if self.changes else State.FINALISED
