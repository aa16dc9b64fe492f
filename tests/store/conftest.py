"""A real store in a real folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from digicom_desktop.store.database import Store
from tests.store.samples import TickingClock


@pytest.fixture
def clock() -> TickingClock:
    """A clock that ticks once a second."""
    return TickingClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet, with Chinese and a blank in its name."""
    return tmp_path / "数据 data"


@pytest.fixture
def store(folder: Path, clock: TickingClock) -> Iterator[Store]:
    """An open store, closed after the test."""
    opened = Store.open(folder, clock)
    yield opened
    opened.close()
