"""Another page, size, language or theme of the open window: until it is painted."""

import os
import statistics
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "" if "DISPLAY" in os.environ else "offscreen")
if not os.environ["QT_QPA_PLATFORM"]:
    del os.environ["QT_QPA_PLATFORM"]

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.program import Program
from digicom_desktop.ui import theme
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.theme import Appearance
from tests.bench.timing import milliseconds

_TIMES = 15
_GOAL = "<= 100"
_PAGES = ("company", "profile", "item/1.1", "results", "export", "guideline", "method")
_SIZES = ((1093, 614), (1366, 768), (1600, 900))


def measure(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Rows of name, milliseconds and goal."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        return
    theme.load_fonts(resources_folder() / "fonts")
    program = Program(application, PreferenceFile(folder, Language.ZH), [])
    theme.apply(application, theme.colours_for(Appearance.LIGHT))
    window = program.make_window()
    window.resize(1366, 768)
    window.show()
    program.open_workspace(folder)
    window.home.sample_requested.emit()
    for page in _PAGES:
        yield f"to the page {page}", _median(_to(window, page)), _GOAL
    for page in _PAGES:
        _page(window).go(page)
        yield f"another size, {page}", _median(_sizes(window)), _GOAL
    for page in _PAGES:
        for name, looks in _LOOKS.items():
            yield f"another {name}, {page}", _median(_looks(program, page, looks)), _GOAL
    program.close()


_LOOKS = {
    "language": ((Language.EN, Appearance.LIGHT), (Language.ZH, Appearance.LIGHT)),
    "theme": ((Language.ZH, Appearance.DARK), (Language.ZH, Appearance.LIGHT)),
}


def _page(window: MainWindow) -> AssessmentPage:
    if window.page is None:
        raise LookupError("no assessment is open")
    return window.page


def _median(do: Callable[[], object]) -> float:
    """Until what ``do`` asks for is painted; what goes on behind it afterwards does not count."""
    return statistics.median(_until_painted(do) for _ in range(_TIMES))


def _until_painted(do: Callable[[], object]) -> float:
    def paint() -> None:
        do()
        QApplication.processEvents()

    taken = milliseconds(paint)
    _settle()
    return taken


def _settle() -> None:
    """Until nothing is left to be laid out, painted or deleted."""
    for _ in range(10):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _to(window: MainWindow, place: str) -> Callable[[], object]:
    """Makes the page of ``place`` anew, in the place of another."""

    def go() -> None:
        _page(window).place = ""  # as if coming from elsewhere
        _page(window).go(place)

    return go


def _sizes(window: MainWindow) -> Callable[[], object]:
    sizes = cycle(_SIZES)

    def resize() -> None:
        window.resize(*next(sizes))

    return resize


def _looks(
    program: Program, place: str, looks: tuple[tuple[Language, Appearance], ...]
) -> Callable[[], object]:
    if program.window is not None:
        _page(program.window).go(place)
        _settle()
    wanted = cycle(looks)

    def change() -> None:
        program.preferences.change_look(*next(wanted))
        program.change_look()

    return change
