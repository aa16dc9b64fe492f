"""All benches of the torture bench, in the order in which they run."""

from tests.torture.outcome import Bench

BENCHES: dict[str, Bench] = {}
