"""The table of the torture bench cannot look good when something was bad."""

import os
from dataclasses import replace
from queue import SimpleQueue

from tests.torture.__main__ import Row, _run
from tests.torture.outcome import Outcome


def test_one_bad_trial_is_enough() -> None:
    good = Outcome("kind", 500, 500)
    assert good.is_good
    assert not replace(good, losses=1).is_good
    assert not replace(good, crashes=1).is_good
    assert not replace(good, false_saved=1).is_good


def test_a_bench_that_dies_is_a_crash() -> None:
    found: SimpleQueue[Row | None] = SimpleQueue()
    _run(["no such bench", "short", "1"], os.environ, found)
    row = found.get()
    assert row is not None
    assert row[0].crashes == 1
    assert found.get() is None
