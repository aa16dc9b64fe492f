"""What a trial of the torture bench tells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Effort(Enum):
    """How much is tried: with the tests, or before a release."""

    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the trials of one kind; a row of the table.

    ``faults`` counts trials in which the fault really happened (the process was at work when it was
    killed, the call was made that failed). A loss is something acknowledged that is not there or is
    not as acknowledged; a crash is an end or an exception that is no sentence, or a hang; a false
    *saved* is an acknowledgement of what was not on the disk when it was given. ``notes`` say of
    each bad trial how it is seen again. ``skipped`` says why nothing was tried.
    """

    name: str
    trials: int
    faults: int
    losses: int = 0
    crashes: int = 0
    false_saved: int = 0
    notes: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost, nothing crashed, and no *saved* was false."""
        return not (self.losses or self.crashes or self.false_saved)


Bench = Callable[[Path, Effort, int], Iterable[Outcome]]
"""Tries one kind of fault in an empty folder, with an effort and a seed."""
