"""Opens the real window, fills it in as a person does, and opens it again."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    Qt,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPixmap, QRawFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from digicom_desktop import app
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.program import OK, Program, dress
from digicom_desktop.self_test.steps import expect
from digicom_desktop.session import Session
from digicom_desktop.ui import icons, translation
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.choice_card import ChoiceCard
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import FAMILY, LIGHT
from digicom_desktop.workspace import Workspace

_PATIENCE = 30.0
"""Seconds for the window to answer."""
_IDEOGRAPHS = range(0x4E00, 0xA000)
_GLYPHS = (0x5546, 0x8BC4, 0x9555, 0x4DAE)
"""Common and rare characters that names are written with."""
_LEVELS = 5
PLACES = ("company", "profile", "review", "results", "worked", "plan", "compare", "export")
REFERENCES = ("guideline", "method", "manual")


class WindowTrial:
    """The program with its window on the data in ``folder``, opened and closed at will."""

    def __init__(self, folder: Path, language: Language) -> None:
        self._folder = folder
        self._crashes: list[BaseException] = []
        self._application = app.make_application(language)
        self._program: Program | None = None
        sys.excepthook = self._on_crash
        # What platforms without a desktop cannot do is no concern of this.
        qInstallMessageHandler(lambda kind, context, message: None)

    @property
    def window(self) -> MainWindow:
        """The open window; DigicomError where there is none."""
        window = self._program.window if self._program is not None else None
        if window is None:
            raise DigicomError("self_test.not_so", what="window")
        return window

    @property
    def workspace(self) -> Workspace:
        """What the window works on."""
        workspace = self._program.workspace if self._program is not None else None
        if workspace is None:
            raise DigicomError("self_test.not_so", what="database")
        return workspace

    @property
    def page(self) -> AssessmentPage:
        """The open assessment."""
        page = self.window.page
        if page is None:
            raise DigicomError("self_test.not_so", what="page")
        return page

    def open(self, language: Language) -> None:
        """Start as ``app.main`` does, and wait until Home stands there."""
        preferences = PreferenceFile(self._folder, language)
        dress(self._application, preferences)
        translators = translation.translate(self._application, language)
        program = Program(self._application, preferences, translators)
        self._program = program
        window = program.make_window()
        window.painted.connect(lambda: program.open_workspace(self._folder))
        window.show()
        self._wait(lambda: program.workspace is not None, "database")
        self._require_language(language)

    def close(self) -> None:
        """Close window and data folder."""
        program, self._program = self._program, None
        if program is None:
            return
        if program.window is not None:
            program.window.close()
        status = program.close()
        for translator in self._application.findChildren(QTranslator):
            self._application.removeTranslator(translator)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        expect(status == OK, "close")
        self._require_no_crash()

    def require_looks(self) -> None:
        """Raise DigicomError unless fonts have Chinese glyphs and every icon draws something."""
        font = QRawFont.fromFont(self._application.font())
        expect(font.familyName() == FAMILY, font.familyName())
        for glyph in _GLYPHS:
            expect(font.supportsCharacter(glyph), f"U+{glyph:04X}")
        for name in icons.NAMES:
            expect(_draws(icons.pixmap(name, LIGHT.text)), name)
        for size in self._application.windowIcon().availableSizes():
            expect(_draws(self._application.windowIcon().pixmap(size)), f"icon {size.width()}")

    def fill_in(self, year: int, firm: str) -> tuple[str, Assessment]:
        """Begin an assessment, type ``firm`` and answer every item; its id, and what it says."""
        self.window.open_session(self.workspace.create(year), "company#name")
        self._wait(lambda: self.window.focusWidget() is not None, "name")
        _type(self.window.focusWidget(), firm)
        session = self.page.session
        for number, item in enumerate(session.edition.item_ids):
            self.go(f"item/{item}")
            _press_digit(_visible(self.page, ChoiceCard), number % _LEVELS)
            expect(session.current.answer(item).level == number % _LEVELS, item)
        self.page.flush()
        expect(session.current.company.name == firm, "name")
        expect(session.is_saved, "saved")
        return session.id, session.current

    def show_all(self, session: Session) -> None:
        """Show every page of ``session``, and paint it."""
        self.window.open_session(session, "company")
        for place in (*PLACES, *REFERENCES, f"item/{session.edition.item_ids[0]}"):
            self.go(place)
            expect(not self.window.grab().isNull(), place)

    def go(self, place: str) -> None:
        """Show ``place`` of the open assessment and let it be painted."""
        self.page.go(place)
        self._application.processEvents()
        self._require_no_crash()

    def _require_language(self, language: Language) -> None:
        """The title and the buttons of Home speak ``language``."""
        buttons = [b.text() for b in self.window.findChildren(QAbstractButton) if b.isVisible()]
        labels = [w.text() for w in self.window.findChildren(QLabel) if w.isVisible()]
        said = [self.window.windowTitle(), *filter(None, buttons + labels)]
        chinese = [text for text in said if _is_chinese(text)]
        is_zh = language is Language.ZH
        expect(_is_chinese(said[0]) == is_zh, said[0])
        expect((len(chinese) > len(said) / 2) == is_zh, "texts")
        # A word of Qt's own
        cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
        expect(_is_chinese(cancel) == is_zh, cancel)

    def _wait(self, is_there: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not is_there():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            self._require_no_crash()
            expect(time.monotonic() < end, what)

    def _on_crash(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._crashes.append(error)

    def _require_no_crash(self) -> None:
        if self._crashes:
            raise self._crashes[0]


def _draws(picture: QPixmap) -> bool:
    """Whether anything is to be seen on ``picture``."""
    image = picture.toImage()
    return any(
        image.pixelColor(x, y).alpha() > 0
        for y in range(image.height())
        for x in range(image.width())
    )


def _is_chinese(text: str) -> bool:
    return any(ord(character) in _IDEOGRAPHS for character in text)


def _visible(parent: QWidget, kind: type[ChoiceCard]) -> ChoiceCard:
    found = [widget for widget in parent.findChildren(kind) if widget.isVisible()]
    expect(len(found) == 1, kind.__name__)
    return found[0]


def _type(widget: QWidget | None, text: str) -> None:
    """Type ``text`` as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    if widget is not None:
        QApplication.sendEvent(widget, event)


def _press_digit(widget: QWidget, digit: int) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = Qt.Key(Qt.Key.Key_0 + digit)
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, str(digit))
        QApplication.sendEvent(widget, event)
