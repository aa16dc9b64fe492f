"""The program as a person starts it, for journeys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.program import Program
from digicom_desktop.ui import theme
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.workspace import Workspace
from tests.journeys.watchdog import Watchdog


@contextmanager
def running_program(qapp: QApplication, folder: Path, watchdog: Watchdog) -> Iterator[MainWindow]:
    """The program as ``app.main`` starts it, in English, on the data in ``folder``."""
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
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


def know_the_firm(folder: Path) -> None:
    """The sample firm was assessed for the year before the one that is assessed now."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    sample = workspace.library.sample()
    year = system_clock().year - 2
    workspace.add(replace(sample, company=replace(sample.company, year=year)))
    workspace.close()


def make_photos(folder: Path) -> list[str]:
    """Two files to prove something with."""
    paths = [folder / "营业执照.jpg", folder / "进销存截图.png"]
    for path in paths:
        path.write_bytes(b"a picture of " + path.name.encode())
    return [str(path) for path in paths]
