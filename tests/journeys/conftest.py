"""Journeys go through windows, so what holds for tests of windows holds for them."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.watchdog import Watchdog
from tests.ui.conftest import the_application_goes_on

__all__ = ["the_application_goes_on", "watchdog"]


@pytest.fixture(autouse=True)
def watchdog(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watchdog]:
    """Fails a journey in which the event loop stood still for more than 100 ms."""
    # What the tests before left on the heap is no part of the program, but searched with it; the
    # program itself would let all of it go again when it has waited for something.
    gc.collect()
    gc.freeze()
    thaw = gc.unfreeze
    monkeypatch.setattr(gc, "unfreeze", lambda: None)
    watchdog = Watchdog()
    watchdog.start()
    yield watchdog
    watchdog.stop()
    thaw()
    if watchdog.blocks:
        pytest.fail("\n".join(map(str, watchdog.blocks)), pytrace=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One journey after the other: several programs at once would keep each other waiting."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.xdist_group("journeys"))
