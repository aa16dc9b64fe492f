"""The window: Home, or one open assessment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget

from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.home_page import HomePage
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import WINDOW_MINIMUM, WINDOW_SIZE

# Home is painted before anything that only an open assessment or a dialog needs is imported.
if TYPE_CHECKING:
    from digicom_desktop.domain.summary import SavedRow
    from digicom_desktop.domain.words import Words
    from digicom_desktop.session import Session
    from digicom_desktop.ui.assessment_page import AssessmentPage
    from digicom_desktop.ui.page import PageMakers
    from digicom_desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the person is, to go on there in a window of another language or theme."""

    session: "Session | None"
    place: str


class MainWindow(QMainWindow):
    """Carries what Home asks for to the workspace, and opens assessments.

    It is born without the workspace, so that it can be painted before SQLite is loaded: Home is
    empty and asks for nothing until ``use`` gives it one.
    """

    painted = Signal()
    """The window is on the screen for the first time."""
    look_changed = Signal()
    """Language or theme were changed: another window takes this one's place."""

    _workspace: "Workspace"

    def __init__(self, preferences: PreferenceFile, makers: "PageMakers") -> None:
        super().__init__()
        self._was_painted = False
        self._preferences = preferences
        self._makers = makers
        self._page: AssessmentPage | None = None
        self._home = HomePage(preferences.language, frozenset(makers.references))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._home)
        self.setCentralWidget(self._stack)
        self.setWindowTitle(self.tr("DigiCom Desktop"))
        self._home.show_place("list")
        self._restore_geometry()

    def use(self, workspace: "Workspace", where: Whereabouts | None = None) -> None:
        """Works on ``workspace`` from now on, and goes on ``where`` another window was left."""
        self._workspace = workspace
        self._connect_home()
        self._add_shortcuts()
        if where is not None and where.session is not None:
            self.open_session(where.session, where.place)
        else:
            self.show_home(where.place if where else "list")

    @property
    def page(self) -> "AssessmentPage | None":
        """The open assessment, if there is one."""
        return self._page

    @cached_property
    def words(self) -> "Words":
        """The sentences of the window's language, read when the first of them is needed."""
        return self._workspace.words(self._preferences.language)

    @property
    def home(self) -> HomePage:
        """Home, also while it is hidden."""
        return self._home

    def show_home(self, place: str = "list") -> None:
        """Closes the open assessment and shows Home at ``place``."""
        left = self._page.session.id if self._page else ""
        if self._page is not None:
            if not self._may_leave():
                return
            self._drop_page()
        self._refresh()
        self._on_home_place_requested(place)
        self.setWindowTitle(self.tr("DigiCom Desktop"))
        if left:
            self._home.lists.choose(left)

    def open_session(self, session: "Session", place: str) -> None:
        """Shows an open assessment at ``place``."""
        from digicom_desktop.ui.assessment_page import AssessmentPage

        guide_open = self._preferences.current.guide_open is not False
        page = AssessmentPage(session, self._workspace, self.words, self._makers, guide_open)
        page.home_requested.connect(lambda: self.show_home())
        page.settings_requested.connect(self.show_settings)
        page.guide_toggled.connect(lambda open: self._preferences.change(guide_open=open))
        self._drop_page()
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.go(place or next(iter(self._makers.pages), ""))
        firm = session.current.company.name
        name = self.tr("DigiCom Desktop")
        self.setWindowTitle(f"{firm} {session.current.year} – {name}" if firm else name)

    def whereabouts(self) -> Whereabouts:
        """Where the person is; everything typed is in the session."""
        if self._page is None:
            return Whereabouts(None, self._home.place)
        self._page.flush()
        return Whereabouts(self._page.session, self._page.place)

    def show_settings(self) -> None:
        """Lets the person choose language and theme."""
        from digicom_desktop.ui.dialogs import SettingsDialog

        folder = str(self._workspace.database.parent)
        dialog = SettingsDialog(self._preferences, folder, self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        language, appearance = dialog.language, dialog.appearance
        dialog.deleteLater()
        if accepted and self._preferences.change_look(language, appearance):
            self.look_changed.emit()

    def remember_geometry(self) -> None:
        """Keeps size and place for the next start."""
        where = self.normalGeometry()
        self._preferences.change(
            geometry=(where.x(), where.y(), where.width(), where.height()),
            maximised=self.isMaximized(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # What is painted now is on the screen when the loop comes round again.
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.remember_geometry()
        event.accept()

    def _connect_home(self) -> None:
        home = self._home
        home.new_requested.connect(self._on_new_requested)
        home.sample_requested.connect(self._on_sample_requested)
        home.open_requested.connect(self._on_open_requested)
        home.delete_requested.connect(self._on_delete_requested)
        home.restore_requested.connect(self._on_restore_requested)
        home.purge_requested.connect(self._on_purge_requested)
        home.settings_requested.connect(self.show_settings)
        home.place_requested.connect(self._on_home_place_requested)

    def _add_shortcuts(self) -> None:
        for keys, action in (
            ("F1", lambda page: page.toggle_guide()),
            ("Esc", lambda page: page.close_guide_over_page()),
            ("Ctrl+Z", lambda page: page.undo()),
            ("Ctrl+Y", lambda page: page.redo()),
            ("Ctrl+Shift+Z", lambda page: page.redo()),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda action=action: self._on_page(action))
        QShortcut(QKeySequence("Ctrl+,"), self).activated.connect(self.show_settings)

    def _on_page(self, action: "Callable[[AssessmentPage], None]") -> None:
        if self._page is not None:
            action(self._page)

    def _restore_geometry(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(
            min(WINDOW_MINIMUM[0], room.width()), min(WINDOW_MINIMUM[1], room.height())
        )
        preferences = self._preferences.current
        if preferences.geometry:
            wanted = QRect(*preferences.geometry)
            screens = (screen.availableGeometry() for screen in QGuiApplication.screens())
            if any(screen.intersects(wanted) for screen in screens):
                self.setGeometry(wanted)
        else:
            self.resize(min(WINDOW_SIZE[0], room.width()), min(WINDOW_SIZE[1], room.height()))
        if preferences.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _drop_page(self) -> None:
        if self._page is not None:
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    def _refresh(self) -> None:
        with self._telling():
            self._home.show_rows(self._workspace.rows(), self._workspace.rows(deleted=True))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Says a known failure of the workspace in a sentence."""
        try:
            yield
        except DigicomError as error:
            from digicom_desktop.ui.dialogs import show_message

            show_message(self.tr("That did not work"), self.words.error(error), self)

    def _row(self, id: str) -> "SavedRow | None":
        return next((row for row in self._workspace.rows() if row.id == id), None)

    def _on_home_place_requested(self, place: str) -> None:
        maker = self._makers.references.get(place)
        self._stack.setCurrentWidget(self._home)
        self._home.show_place(place, maker(self._workspace, self.words) if maker else None)

    def _on_new_requested(self) -> None:
        from digicom_desktop.ui.dialogs import YearDialog

        dialog = YearDialog(datetime.now().astimezone().year, self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        year = dialog.year
        dialog.deleteLater()
        if accepted:
            with self._telling():
                self.open_session(self._workspace.create(year), "company")

    def _on_sample_requested(self) -> None:
        with self._telling():
            self.open_session(self._workspace.add_sample(), "company")

    def _on_open_requested(self, id: str) -> None:
        from digicom_desktop.ui.page import place_of_part

        with self._telling():
            row = self._row(id)
            place = place_of_part(row.summary.last_place) if row else ""
            self.open_session(self._workspace.open(id), place)

    def _on_delete_requested(self, id: str) -> None:
        row = self._row(id)
        with self._telling():
            self._workspace.delete(id)
            self._refresh()
            if row is not None:
                self._home.lists.show_deleted(row)

    def _on_restore_requested(self, id: str) -> None:
        with self._telling():
            self._workspace.restore(id)
            self._home.lists.hide_notice()
            self._refresh()

    def _on_purge_requested(self, id: str) -> None:
        from digicom_desktop.ui.dialogs import Question

        question = Question(
            self.tr("Delete for ever?"),
            self.tr("The assessment and its evidence files are removed and cannot come back."),
            ((self.tr("Cancel"), Kind.SECONDARY), (self.tr("Delete for ever"), Kind.DANGER)),
            self,
        )
        if question.ask() == 1:
            with self._telling():
                self._workspace.purge(id)
                self._refresh()

    def _may_leave(self) -> bool:
        """Whether everything is on disk, or the person leaves all the same."""
        page = self._page
        if page is None:
            return True
        page.flush()
        while not (page.session.is_saved or page.session.retry()):
            answer = self._ask_about_unsaved()
            if answer == 0 or (answer == 2 and page.save_rescue_copy()):
                return answer == 2
            if answer == 3:
                return True
        return True

    def _ask_about_unsaved(self) -> int:
        from digicom_desktop.ui.dialogs import Question

        return Question(
            self.tr("Not everything is saved"),
            self.tr("The last changes could not be written to the disk and exist only here."),
            (
                (self.tr("Stay"), Kind.PRIMARY),
                (self.tr("Try again"), Kind.SECONDARY),
                (self.tr("Save a copy elsewhere…"), Kind.SECONDARY),
                (self.tr("Leave without saving"), Kind.DANGER),
            ),
            self,
        ).ask()
