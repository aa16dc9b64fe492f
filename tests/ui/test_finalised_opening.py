"""What is finalised opens where no key changes it, and a draft beside it is never begun unseen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.session import Session
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail_rows import StepRow
from digicom_desktop.ui.told import Told
from digicom_desktop.workspace import Workspace
from tests.finished import finished
from tests.ui.modal import answering, button, press
from tests.ui.stage import page_of, texts, window_on, workspace_in


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    makers = page_makers(PreferenceFile(workspace.database.parent, Language.EN))
    with window_on(workspace, makers) as window:
        yield window


@pytest.fixture
def final(workspace: Workspace) -> Session:
    """An assessment of which the first revision was made."""
    session = finished(workspace)
    session.finalise()
    return session


def _told(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [text for told in window.findChildren(Told) for text in texts(told)]


def _step(window: MainWindow) -> StepRow:
    return next(
        row
        for row in window.findChildren(StepRow)
        if row.isVisible() and row.accessibleName() == "Finalise and export"
    )


def _change(window: MainWindow) -> None:
    """Does what a click on a level does."""
    page = page_of(window)
    answer = replace(page.session.current.answer("1.1"), level=0)
    page._on_change_requested(page.session.current.with_answer(answer), "")


@pytest.mark.parametrize("state", [None, State.SUBMITTED, State.RETURNED])
def test_what_is_finalised_opens_at_finalise_and_export_and_a_stray_key_changes_nothing(
    window: MainWindow, final: Session, state: State | None
) -> None:
    if state is not None:
        final.history.change_state(1, State.SUBMITTED, "2026-12-01")
    if state is State.RETURNED:
        final.history.change_state(1, State.RETURNED, "2026-12-05")
    window.show_home()
    window.home.open_requested.emit(final.id)
    page = page_of(window)
    assert page.place == "export"
    assert not isinstance(window.focusWidget(), QLineEdit)
    for key in "x 3":
        QTest.keyClicks(window.focusWidget() or window, key)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.session.state is (state or State.FINALISED)


def test_a_draft_opens_where_it_was_left(window: MainWindow, workspace: Workspace) -> None:
    session = workspace.create(2025)
    answer = replace(session.current.answer("2.3"), level=1)
    session.change(session.current.with_answer(answer))
    window.show_home()
    window.home.open_requested.emit(session.id)
    assert page_of(window).place == "item/2.3"


def test_a_package_of_a_revision_opens_there_too(
    qtbot: QtBot, window: MainWindow, final: Session, workspace: Workspace, tmp_path: Path
) -> None:
    package = tmp_path / "firm.digicom"
    workspace.export_package(final.package_source(None), package)
    workspace.delete(final.id)
    with answering(press("Import")):
        window.open_file(package)
    page = page_of(window)
    assert page.session.state is State.FINALISED
    assert page.place == "export"


def test_the_first_edit_says_that_a_draft_has_begun_and_takes_it_back_on_a_word(
    window: MainWindow, final: Session
) -> None:
    window.open_session(final, "item/1.1")
    assert not _told(window)
    _change(window)
    said = "The draft of revision 2 has begun. Revision 1 stays as it is."
    assert _told(window).count(said) == 1
    _change(window)
    assert _told(window).count(said) == 1
    button(window, "Undo").click()
    assert final.state is State.FINALISED
    assert said not in _told(window)


def test_the_rail_ticks_the_last_step_only_when_the_files_are_out(
    window: MainWindow, final: Session, workspace: Workspace, tmp_path: Path
) -> None:
    window.open_session(final, "results")
    assert _step(window).accessibleDescription() == "to export"
    newest = final.history.newest
    assert newest is not None
    workspace.note_export(final.id, newest.code, tmp_path, 2)
    window.open_session(final, "results")
    assert _step(window).accessibleDescription() == "finalised and handed out"


def test_after_another_start_the_rail_says_no_more_than_is_known(
    qtbot: QtBot, final: Session, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.close()
    with workspace_in(tmp_path / "data") as later:
        makers = page_makers(PreferenceFile(later.database.parent, Language.EN))
        with window_on(later, makers) as window:
            window.open_session(later.open(final.id), "results")
            assert _step(window).accessibleDescription() == "finalised"
            later.open(final.id).history.change_state(1, State.SUBMITTED, "2026-12-01")
            window.open_session(later.open(final.id), "results")
            assert _step(window).accessibleDescription() == "finalised and handed out"
