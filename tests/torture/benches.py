"""All benches of the torture bench, in the order in which they begin: the longest first."""

from tests.torture.crash_states import cut_the_power
from tests.torture.damage import damage
from tests.torture.full_disk import full_disk
from tests.torture.fuzzing import fuzz
from tests.torture.hostile import hostile
from tests.torture.kills import kill
from tests.torture.outcome import Bench
from tests.torture.rivals import rivals
from tests.torture.system_calls import fail_calls
from tests.torture.window_kills import kill_window

BENCHES: dict[str, Bench] = {
    "fuzz": fuzz,
    "kills": kill,
    "calls": fail_calls,
    "power": cut_the_power,
    "damage": damage,
    "hostile": hostile,
    "window": kill_window,
    "disk": full_disk,
    "rivals": rivals,
}
