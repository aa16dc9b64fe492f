"""The real window on a real store; only the pages may be small ones of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.words import Words
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Change, Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.fields import LineField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.page import Page, PageMakers
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.workspace import Workspace

W = TypeVar("W", bound=QWidget)


class SmallPage(Page):
    """A page with one field, the firm's name, and a guide."""

    has_guide = True

    def __init__(self, session: Session, words: Words, workspace: Workspace, subject: str) -> None:
        super().__init__()
        self.session = session
        self.subject = subject
        self.target = ""
        self.changes: list[Change] = []
        self.name = LineField("企业名称", 200)
        self.name.set_text(session.current.company.name)
        self.name.edited.connect(self._on_name_edited)
        self.name.typing.connect(self.typing)
        self.name.visit_ended.connect(self.visit_ended)
        QVBoxLayout(self).addWidget(self.name)

    def show_change(self, change: Change) -> None:
        self.changes.append(change)
        self.name.set_text(change.after.company.name)

    def flush(self) -> None:
        self.name.flush()

    def make_guide(self) -> QWidget:
        return PlainLabel("指引")

    def focus_start(self, target: str = "") -> None:
        self.target = target

    def answer(self, item: str, level: int) -> None:
        """Does what a click on a level card does."""
        answer = replace(self.session.current.answer(item), level=level)
        self.change_requested.emit(self.session.current.with_answer(answer), "")

    def write(self, text: str) -> None:
        """Does what typing a long narrative does."""
        company = replace(self.session.current.company, main_practices=text)
        self.change_requested.emit(replace(self.session.current, company=company), "")

    def _on_name_edited(self, text: str) -> None:
        company = replace(self.session.current.company, name=text)
        self.change_requested.emit(replace(self.session.current, company=company), "company.name")


class ReferencePage(Page):
    """A page about the edition."""


def small_makers() -> PageMakers:
    """Every place of an assessment, with the small page."""
    places = ("company", "profile", "item", "review", "results", "plan", "compare", "export")
    return PageMakers(
        pages=dict.fromkeys(places, SmallPage),
        references={"guideline": lambda edition, words: ReferencePage()},
    )


@contextmanager
def workspace_in(folder: Path) -> Iterator[Workspace]:
    """A real workspace in ``folder``."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    try:
        yield workspace
    finally:
        workspace.close()


@contextmanager
def window_on(
    workspace: Workspace, makers: PageMakers | None = None, size: tuple[int, int] = (1366, 768)
) -> Iterator[MainWindow]:
    """The window, shown, dressed as the program dresses it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, LIGHT)
    preferences = PreferenceFile(workspace.database.parent)
    window = MainWindow(preferences, makers or small_makers())
    window.use(workspace)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.deleteLater()


def page_of(window: MainWindow) -> AssessmentPage:
    """The open assessment."""
    assert window.page is not None
    return window.page


def small_page(window: MainWindow) -> SmallPage:
    """The small page that is shown."""
    shown = [page for page in page_of(window).findChildren(SmallPage) if page.isVisible()]
    assert len(shown) == 1
    return shown[0]


def part(window: MainWindow, kind: type[W]) -> W:
    """The one part of a kind on the open assessment."""
    found = page_of(window).findChild(kind)
    assert isinstance(found, kind)
    return found


def texts(widget: QWidget) -> set[str]:
    """Every text that a label shows on ``widget`` now."""
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def fill_disk(workspace: Workspace) -> None:
    """From now on every write finds the disk full."""
    connection = workspace._store._connection
    connection.fetch(f"PRAGMA max_page_count = {connection.pragma('page_count')}")


def free_disk(workspace: Workspace) -> None:
    """There is room again."""
    workspace._store._connection.fetch("PRAGMA max_page_count = 1000000")
