"""All benches of the torture bench, in the order in which they run."""

from tests.torture import kills, window_kills
from tests.torture.outcome import Bench

BENCHES: dict[str, Bench] = {
    "kills": kills.bench,
    "window": window_kills.bench,
}
