"""The watchdog barks at a loop that stands still, and at nothing else."""

import hashlib
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.watchdog import LIMIT, SLEEP_LIMIT, Block, Watchdog


@pytest.fixture
def watchdog(qapp: QApplication) -> Iterator[Watchdog]:
    """One whose findings the test looks at itself."""
    watchdog = Watchdog()
    watchdog.start()
    yield watchdog


def _compute(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def _compute_in_c(seconds: float) -> None:
    """One call that lets no other thread of Python run."""
    began = time.thread_time()
    sorted(range(100_000, 0, -1), key=float)
    once = time.thread_time() - began
    sorted(range(int(100_000 * seconds / once), 0, -1), key=float)


def _found(qtbot: QtBot, watchdog: Watchdog, do: Callable[[], object]) -> list[Block]:
    """What is found while ``do`` is done by the loop, as a slot is."""
    QTimer.singleShot(20, do)
    qtbot.wait(60)
    watchdog.stop()
    return watchdog.blocks


def test_a_slot_that_computes_for_long_is_found_and_named(qtbot: QtBot, watchdog: Watchdog) -> None:
    (block,) = _found(qtbot, watchdog, lambda: _compute(3 * LIMIT))
    assert block.seconds > 2 * LIMIT
    assert "in _compute\n" in str(block)


def test_a_call_into_c_that_holds_the_interpreter_is_found(
    qtbot: QtBot, watchdog: Watchdog
) -> None:
    assert _found(qtbot, watchdog, lambda: _compute_in_c(4 * LIMIT))


def test_a_slot_that_waits_for_very_long_is_found(qtbot: QtBot, watchdog: Watchdog) -> None:
    (block,) = _found(qtbot, watchdog, lambda: time.sleep(SLEEP_LIMIT * 1.3))
    assert "in <lambda>\n" in str(block)


def test_many_short_slots_are_no_block(qtbot: QtBot, watchdog: Watchdog) -> None:
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: _compute(LIMIT / 20))
    timer.start()
    qtbot.wait(400)
    timer.stop()
    watchdog.stop()
    assert watchdog.blocks == []


def test_waiting_in_the_loop_is_no_block(qtbot: QtBot, watchdog: Watchdog) -> None:
    qtbot.wait(300)
    watchdog.stop()
    assert watchdog.blocks == []


def test_what_a_test_computes_in_a_library_is_no_block(qtbot: QtBot, watchdog: Watchdog) -> None:
    hashlib.pbkdf2_hmac("sha256", b"a", b"b", 100)
    import statistics

    statistics.fmean(float(number) for number in range(10))
    watchdog.stop()
    assert watchdog.blocks == []


def test_what_goes_on_while_it_rests_is_no_block(qtbot: QtBot, watchdog: Watchdog) -> None:
    with watchdog.resting():
        assert _found(qtbot, watchdog, lambda: _compute(2 * LIMIT)) == []
