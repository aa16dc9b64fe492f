"""The window: Home, or one open assessment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from digicom_desktop.paths import BACKUP_SUFFIX, ONE_FILE_SUFFIX, is_movable
from digicom_desktop.ui.home_page import HomePage
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import FRAME_HEIGHT, WINDOW_MINIMUM, WINDOW_SIZE, Tone
from digicom_desktop.ui.window_place import place_in_sight

# Home is painted before anything that only an open assessment or a dialog needs is imported.
if TYPE_CHECKING:
    from pathlib import Path

    from digicom_desktop.domain.words import Words
    from digicom_desktop.errors import DigicomError
    from digicom_desktop.session import Session
    from digicom_desktop.ui.assessment_page import AssessmentPage
    from digicom_desktop.ui.home_desk import HomeDesk
    from digicom_desktop.ui.import_desk import ImportDesk
    from digicom_desktop.ui.page import PageMakers
    from digicom_desktop.ui.standing import Standing
    from digicom_desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the person is, to go on there in a window of another language or theme."""

    session: "Session | None"
    place: str
    standing: "Standing | None" = field(default=None, compare=False)


class MainWindow(QMainWindow):
    """Shows Home or the open assessment, and goes between them.

    It is born without the workspace, so that it can be painted before SQLite is loaded: Home is
    empty and asks for nothing until ``use`` gives it one.
    """

    painted = Signal()
    """The window is on the screen for the first time."""
    look_changed = Signal()
    """Language, theme or text size were changed: another window takes this one's place."""
    backup_folder_changed = Signal()
    """A second place for backups was chosen, or there is none any more."""
    move_requested = Signal()
    """The data folder is to lie elsewhere."""
    backup_requested = Signal()
    """A backup is to be made now."""
    restore_requested = Signal(object)
    """What the backup at this ``Path`` holds is to come back."""

    _workspace: "Workspace"

    def __init__(self, preferences: PreferenceFile, makers: "PageMakers") -> None:
        super().__init__()
        self._was_painted = False
        self._preferences = preferences
        self._makers = makers
        self._page: AssessmentPage | None = None
        self._standing: Standing | None = None
        self.painted.connect(self._scroll_back)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setWindowTitle(self.tr("DigiCom Desktop"))
        self._restore_geometry()

    def use(self, workspace: "Workspace", where: Whereabouts | None = None) -> None:
        """Works on ``workspace`` from now on, and goes on ``where`` another window was left."""
        self._workspace = workspace
        self._add_shortcuts()
        if where is not None and where.session is not None:
            self.open_session(where.session, where.place)
            self._take_up(where.standing)
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

    @cached_property
    def home(self) -> HomePage:
        """Home, also while it is hidden; made when it is first needed."""
        places = frozenset((*self._makers.references, *self._makers.tools))
        home = HomePage(self._preferences.language, places)
        home.rail.show_place("list")
        self._stack.addWidget(home)
        return home

    @cached_property
    def _desk(self) -> "HomeDesk":
        from digicom_desktop.ui.home_desk import HomeDesk

        desk = HomeDesk(self.home, self._workspace, lambda: self.words, self._makers)
        desk.opened.connect(self.open_session)
        self.home.settings_requested.connect(self.show_settings)
        self.home.file_requested.connect(self.open_file)
        self.home.backups_requested.connect(self.show_backups)
        return desk

    @cached_property
    def _importing(self) -> "ImportDesk":
        from digicom_desktop.ui.import_desk import ImportDesk

        desk = ImportDesk(self._workspace, lambda: self.words, self)
        desk.opened.connect(self._show_imported)
        desk.skipped.connect(lambda sentence: self.home.tell(sentence, Tone.GREY))
        desk.check_requested.connect(lambda path: self._desk.check_files([path]))
        return desk

    def open_file(self, path: "Path | None" = None) -> None:
        """Brings in ``path``, or what the person chooses; an open assessment is left before."""
        path = path or self._importing.ask()
        if path is None:
            return
        if self._page is not None:
            self.show_home()
        if self._page is not None:
            return
        if path.suffix.lower() in {BACKUP_SUFFIX, ONE_FILE_SUFFIX}:
            # Whoever answers takes this window away: not from within what asked.
            QTimer.singleShot(0, self, partial(self.restore_requested.emit, path))
        else:
            self._importing.bring_in(path)

    def show_backups(self) -> None:
        """Lists the backups; from each of them everything can come back."""
        from digicom_desktop.ui.backups_desk import BackupsDesk

        desk = BackupsDesk(self._workspace, self._preferences.language, self)
        desk.backup_requested.connect(self.backup_requested)
        desk.told.connect(self.tell)
        desk.restore_requested.connect(self.restore_requested, Qt.ConnectionType.QueuedConnection)
        desk.show(self._preferences.current.backup_folder or "")
        desk.deleteLater()

    def tell(self, sentence: str, tone: Tone) -> None:
        """Says something above what is shown, until the person has read it."""
        (self._page or self.home).tell(sentence, tone)

    def _show_imported(self, session: "Session", sentence: str, tone: Tone) -> None:
        from digicom_desktop.ui.page import LOOK

        self.open_session(session, "company" if session.state == "draft" else LOOK)
        if self._page is not None:
            self._page.tell(sentence, tone)

    def show_home(self, place: str = "list") -> None:
        """Closes the open assessment and shows Home at ``place``."""
        left = self._page.session.id if self._page else ""
        if self._page is not None:
            if not self._may_leave():
                return
            self._drop_page()
        self._desk.refresh()
        self._desk.show_place(place)
        self._stack.setCurrentWidget(self.home)
        self._show_title()
        if left:
            self.home.lists.choose(left)

    def open_session(self, session: "Session", place: str) -> None:
        """Shows an open assessment at ``place``."""
        from digicom_desktop.ui.assessment_page import AssessmentPage

        guide_open = self._preferences.current.guide_open is not False
        scores_shown = self._preferences.current.scores_shown
        page = AssessmentPage(
            session, self._workspace, self.words, self._makers, guide_open, scores_shown
        )
        page.home_requested.connect(lambda: self.show_home())
        page.settings_requested.connect(self.show_settings)
        page.file_requested.connect(self.open_file)
        page.guide_toggled.connect(lambda open: self._preferences.change(guide_open=open))
        page.scores_toggled.connect(lambda shown: self._preferences.change(scores_shown=shown))
        self._drop_page()
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.changed.connect(self._show_title)
        page.go(place)
        self._show_title()

    def _show_title(self) -> None:
        """The title names the assessment that is open."""
        name = self.tr("DigiCom Desktop")
        company = self._page.session.current.company if self._page else None
        said = f"{company.name} {company.year} – {name}" if company and company.name else name
        self.setWindowTitle(said)

    def whereabouts(self) -> Whereabouts:
        """Where the person is; everything typed is in the session."""
        if self._page is None:
            return Whereabouts(None, self.home.place)
        self._page.flush()
        return Whereabouts(self._page.session, self._page.place, self._page.standing())

    def _take_up(self, standing: "Standing | None") -> None:
        if self._page is not None and standing is not None:
            self._page.take_up(standing)
            self._standing = standing

    def _scroll_back(self) -> None:
        """Heights are known once the window is shown; the page's own jumps wait for that, too."""
        if self._page is not None and self._standing is not None:
            self._page.scroll_back(self._standing)
        if self._was_painted:
            self._standing = None

    def show_settings(self) -> None:
        """Lets the person choose how the program looks and speaks, and where files go."""
        from digicom_desktop.ui.settings_dialog import SettingsDialog

        folder = self._workspace.database.parent
        dialog = SettingsDialog(self._preferences, folder, self, movable=is_movable(folder))
        dialog.diagnostics_requested.connect(lambda: self._save_diagnostics(dialog))
        answer = dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if answer == SettingsDialog.MOVE:
            QTimer.singleShot(0, self.move_requested.emit)
        if answer != QDialog.DialogCode.Accepted:
            return
        if chosen.backup_folder != self._preferences.current.backup_folder:
            QTimer.singleShot(0, self.backup_folder_changed.emit)
        self._preferences.change(
            export_folder=chosen.export_folder, backup_folder=chosen.backup_folder
        )
        if self._preferences.change_look(chosen.language, chosen.appearance, chosen.text_size):
            # The dialog was asked for by a button of the page that is to go.
            QTimer.singleShot(0, self.look_changed.emit)

    def _save_diagnostics(self, over: QWidget) -> None:
        from digicom_desktop.ui.diagnostics_desk import DiagnosticsDesk

        DiagnosticsDesk(self._workspace.log, self._preferences, self._workspace, over).save()

    def show_keys(self) -> None:
        """Lists every key of the program."""
        from digicom_desktop.ui.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(self)
        sheet.exec()
        sheet.deleteLater()

    def dismantle(self) -> None:
        """Lets go of all it shows, before another window takes its place."""
        self._page = None
        self._stack.deleteLater()
        QCoreApplication.sendPostedEvents(self._stack, QEvent.Type.DeferredDelete)

    def remember_geometry(self) -> None:
        """Keeps size and place for the next start."""
        where = self.normalGeometry()
        self._preferences.change(
            geometry=(where.x(), where.y(), where.width(), where.height()),
            maximised=self.isMaximized(),
        )

    def showEvent(self, event: QShowEvent) -> None:
        if self._page is None:
            self._stack.setCurrentWidget(self.home)
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll_back)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # What is painted now is on the screen when the loop comes round again.
            QTimer.singleShot(0, self.painted.emit)

    def save_typed(self) -> "DigicomError | None":
        """Saves what was typed without asking anything; why not, if it cannot be saved."""
        if self._page is None:
            return None
        self._page.flush()
        session = self._page.session
        return None if session.is_saved or session.retry() else session.problem

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.remember_geometry()
        event.accept()

    def _add_shortcuts(self) -> None:
        from digicom_desktop.ui.shortcuts import Act, bind, bind_unless_composing

        bind(Act.SHEET, self, self.show_keys)
        bind(Act.OPEN_FILE, self, self.open_file)
        bind(Act.SETTINGS, self, self.show_settings)
        bind(Act.GUIDE, self, lambda: self._on_page(lambda page: page.toggle_guide()))
        bind(
            Act.CLOSE_GUIDE, self, lambda: self._on_page(lambda page: page.close_guide_over_page())
        )
        bind(Act.UNDO, self, lambda: self._on_page(lambda page: page.undo()))
        bind(Act.REDO, self, lambda: self._on_page(lambda page: page.redo()))
        bind_unless_composing(
            Act.NEXT_OPEN, self, lambda: self._on_page(lambda page: page.go_to_next_unanswered())
        )

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
            first = QGuiApplication.primaryScreen()
            others = (screen for screen in QGuiApplication.screens() if screen is not first)
            screens = [screen.availableGeometry() for screen in (first, *others)]
            self.setGeometry(place_in_sight(wanted, screens))
        else:
            self.resize(min(WINDOW_SIZE[0], room.width()), min(WINDOW_SIZE[1], room.height()))
        # With its frame such a window is larger than the screen, and its last row below the edge.
        is_too_large = not preferences.geometry and room.height() < WINDOW_SIZE[1] + FRAME_HEIGHT
        if preferences.maximised or is_too_large:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _drop_page(self) -> None:
        if self._page is not None:
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = self._standing = None

    def _may_leave(self) -> bool:
        if self._page is None:
            return True
        from digicom_desktop.ui.leaving import may_leave

        return may_leave(self._page)
