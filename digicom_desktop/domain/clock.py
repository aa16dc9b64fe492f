"""The time, handed in, so that whoever starts the program (or a test) says what it is."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""The time now: aware, UTC."""


def system_clock() -> datetime:
    """The computer's own time."""
    return datetime.now(UTC)
