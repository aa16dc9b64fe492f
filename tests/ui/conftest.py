"""What holds for every test of a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def the_application_stays(qapp: QApplication) -> Iterator[None]:
    """The last window that closes ends the program, but not the tests."""
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)
