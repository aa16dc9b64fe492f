"""How long something takes, as a median in milliseconds."""

import statistics
import time
from collections.abc import Callable


def milliseconds(do: Callable[[], object]) -> float:
    """How long one call of ``do`` takes."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def median(do: Callable[[], object], times: int) -> float:
    """The median over ``times`` calls."""
    return statistics.median(milliseconds(do) for _ in range(times))
