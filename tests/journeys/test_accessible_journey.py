"""A journey through the accessibility tree only, as a screen reader sees the window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace
from tests.journeys import by_tree
from tests.journeys.program import know_the_firm, make_photos, running_program
from tests.journeys.watchdog import Watchdog
from tests.ui.stage import fill_disk, free_disk, page_of, workspace_in

Role = QAccessible.Role
Text = QAccessible.Text


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> MainWindow:
    preferences = PreferenceFile(tmp_path, Language.EN)
    window = MainWindow(preferences, page_makers(preferences))
    qtbot.addWidget(window, before_close_func=lambda window: window._drop_page())
    window.use(workspace)
    window.show()
    return window


def _has(node: QAccessibleInterface, state: str) -> bool:
    """Whether ``node`` is in ``state``; the stubs of Qt do not know these bits."""
    return bool(getattr(node.state(), state))


def _is_checked(node: QAccessibleInterface) -> bool:
    return _has(node, "checked")


def _nodes(inside: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What can be seen in and below ``inside``."""
    if not inside.isValid() or _has(inside, "invisible"):
        return
    yield inside
    for place in range(inside.childCount()):
        child = inside.child(place)
        if child is not None:
            yield from _nodes(child)


def _find(window: MainWindow, role: Role, name: str) -> QAccessibleInterface:
    """The first visible node of ``role`` whose name begins with ``name``."""
    root = QAccessible.queryAccessibleInterface(window)
    for node in _nodes(root):
        if node.role() == role and node.text(Text.Name).startswith(name):
            return node
    raise LookupError(f"no {role} {name!r} in the tree")


def _press(window: MainWindow, role: Role, name: str) -> None:
    node = _find(window, role, name)
    node.actionInterface().doAction(node.actionInterface().actionNames()[0])
    QApplication.processEvents()


def test_an_item_is_answered_stated_and_its_score_read_through_the_tree(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.open_session(workspace.create(2025), "item/1.1")
    QApplication.processEvents()
    level = _find(window, Role.RadioButton, "3 ")
    assert level.text(Text.Description), "the descriptor of the level is read, too"
    assert not _is_checked(level)
    _press(window, Role.RadioButton, "3 ")
    assert _is_checked(_find(window, Role.RadioButton, "3 "))
    note = _find(window, Role.EditableText, "Note")
    note.setText(Text.Value, "Orders and stock are in one program.")
    page = page_of(window)
    page.flush()
    answer = page.session.current.answer("1.1")
    assert answer.level == 3
    assert "Orders and stock" in repr(answer)
    (score,) = {
        node.text(Text.Name)
        for node in _nodes(QAccessible.queryAccessibleInterface(window))
        if node.text(Text.Description) == "Declared"
    }
    assert score not in ("", "—")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What a screen reader is told from now on, and whether at once."""
    told: list[tuple[str, bool]] = []
    assertive = QAccessible.AnnouncementPoliteness.Assertive

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append((event.message(), event.politeness() == assertive))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


def test_saving_is_announced(
    window: MainWindow, workspace: Workspace, said: list[tuple[str, bool]]
) -> None:
    window.open_session(workspace.create(2025), "item/1.1")
    assert any(text.startswith("Saved ") and not urgent for text, urgent in said)


def test_what_is_wrong_in_a_field_is_announced_at_once_and_stays_its_description(
    window: MainWindow, workspace: Workspace, said: list[tuple[str, bool]]
) -> None:
    window.open_session(workspace.create(2025), "company")
    QApplication.processEvents()
    founded = _find(window, Role.EditableText, "Founded")
    founded.setText(Text.Value, "2009-02-30")
    page_of(window).flush()
    described = _find(window, Role.EditableText, "Founded").text(Text.Description)
    assert described
    assert (described, True) in said


def test_that_nothing_is_saved_is_announced_at_once_and_that_it_is_again(
    window: MainWindow, workspace: Workspace, said: list[tuple[str, bool]]
) -> None:
    window.open_session(workspace.create(2025), "item/1.1")
    QApplication.processEvents()
    fill_disk(workspace)
    current = page_of(window).session.current
    long = "一段很长的说明" * 400
    company = replace(current.company, main_practices=long, results=long, problems=long)
    page_of(window)._on_change_requested(replace(current, company=company), "")
    assert any(text.startswith("Not saved") and urgent for text, urgent in said)
    free_disk(workspace)
    said.clear()
    assert page_of(window).session.retry()
    page_of(window)._on_retry()
    assert any(text.startswith("Saved ") for text, _ in said)


class QtTree:
    """The tree that Qt builds for screen readers, of the window and of a dialog over it."""

    _ROLES = MappingProxyType(
        {
            by_tree.BUTTON: Role.Button,
            by_tree.RADIO: Role.RadioButton,
            by_tree.CHECK: Role.CheckBox,
            by_tree.TEXT: Role.EditableText,
        }
    )

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def names(self, role: str) -> list[str]:
        return [node.text(Text.Name) for node in self._of(role)]

    def press(self, role: str, name: str) -> None:
        action = self._node(role, name).actionInterface()
        # Whoever presses does not wait for the dialog that opens.
        QTimer.singleShot(0, lambda: action.doAction(action.actionNames()[0]))

    def text(self, name: str) -> str:
        return self._node(by_tree.TEXT, name).text(Text.Value)

    def write(self, name: str, text: str) -> None:
        self._node(by_tree.TEXT, name).setText(Text.Value, text)

    def _of(self, role: str) -> list[QAccessibleInterface]:
        top = QApplication.activeModalWidget() or self._window
        root = QAccessible.queryAccessibleInterface(top)
        return [node for node in _nodes(root) if node.role() == self._ROLES[role]]

    def _node(self, role: str, name: str) -> QAccessibleInterface:
        return next(node for node in self._of(role) if node.text(Text.Name) == name)


def test_a_typical_assessment_is_finished_and_exported_through_the_tree(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    watchdog: Watchdog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, target = tmp_path / "数据", tmp_path / "报送"
    target.mkdir()
    know_the_firm(data)
    photos = make_photos(tmp_path)
    PreferenceFile(data, Language.EN).change(export_folder=str(target))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *args: (photos, ""))
    with watchdog.resting(), running_program(qapp, data, watchdog) as window:

        def attach() -> Iterator[None]:
            while window.page is None or len(window.page.session.saved.evidence.entries) < 2:
                yield

        sample = window._workspace.library.sample()
        year = system_clock().year - 1
        steps = by_tree.assessment(QtTree(window), year, sample.company.credit_code, 22, attach)
        _go_through(qtbot, steps)
        qtbot.waitUntil(lambda: len([*target.iterdir()]) == 3, timeout=60_000)
        assert window.page is not None
        assert window.page.session.state is State.FINALISED
    assert {path.suffix for path in target.iterdir()} == {".xlsx", ".pdf"}


def _go_through(qtbot: QtBot, steps: Iterator[None]) -> None:
    """One step whenever the loop comes round, also that of a dialog."""
    problems: list[Exception] = []
    over: list[bool] = []

    def step() -> None:
        try:
            next(steps)
        except StopIteration:
            over.append(True)
        except Exception as problem:
            problems.append(problem)
            if dialog := QApplication.activeModalWidget():
                dialog.close()

    timer = QTimer(interval=5)
    timer.timeout.connect(step)
    timer.start()
    qtbot.waitUntil(lambda: bool(over or problems), timeout=120_000)
    timer.stop()
    if problems:
        raise problems[0]
