"""The program as a person starts it, for journeys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from digicom_desktop import app
from digicom_desktop.domain.text import Language
from digicom_desktop.ui import theme
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import LIGHT
from tests.journeys.watchdog import Watchdog


@contextmanager
def running_program(qapp: QApplication, folder: Path, watchdog: Watchdog) -> Iterator[MainWindow]:
    """The program as ``app.main`` starts it, in English, on the data in ``folder``."""
    program = app.Program(qapp, PreferenceFile(folder, Language.EN), [])
    with watchdog.resting():  # how long a start takes is measured by the benchmark
        theme.apply(qapp, LIGHT)
        window = program.make_window()
        window.resize(1366, 768)
        window.show()
        program.open_workspace(folder)
        # Nobody presses a button before Home has stood there for half a second.
        while program.reading_ahead is None or program.reading_ahead.is_alive():
            QApplication.processEvents()
    try:
        yield window
        window.close()
    finally:
        program.close()
