"""The time, handed in, so that whoever starts the program (or a test) says what it is."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
"""The time of all of China, which documents print: the same wherever they are made again."""

Clock = Callable[[], datetime]
"""The time now: aware, UTC."""


def local_day(clock: Clock) -> date:
    """Today by ``clock``, where the person is."""
    return clock().astimezone().date()


def system_clock() -> datetime:
    """The computer's own time."""
    return datetime.now(UTC)
