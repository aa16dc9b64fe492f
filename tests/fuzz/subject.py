"""What is fuzzed: a kind of input, how often it comes, and what has to bear it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

Make = Callable[[Random], bytes]
Read = Callable[[bytes], Iterable[str]]


class WrongError(Exception):
    """A reader took something and understood it wrongly."""


@dataclass(frozen=True)
class Subject:
    """``make`` gives an input that is bad at random; ``read`` bears it and says what it said of it.

    An input that gets one of ``gate`` was turned away before anything inside it was looked at. Of
    ``share`` runs in a round this subject has so many.
    """

    name: str
    suffix: str
    share: int
    make: Make
    read: Read
    gate: frozenset[str] = frozenset()


def require(holds: bool, what: str) -> None:
    """Raise WrongError ``what`` unless it ``holds``."""
    if not holds:
        raise WrongError(what)
