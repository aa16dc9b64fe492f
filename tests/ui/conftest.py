"""What holds for every test of a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def the_application_goes_on(qapp: QApplication) -> Iterator[None]:
    """Closing the last window ends the program, but not the tests.

    Where a test ended the program while no loop was running, Qt remembers that and ends the next
    loop, such as a dialog's, before it begins: only a whole loop of the application forgets it.
    """
    qapp.setQuitOnLastWindowClosed(False)
    QTimer.singleShot(0, qapp.exit)
    qapp.exec()
    yield
    qapp.setQuitOnLastWindowClosed(True)
