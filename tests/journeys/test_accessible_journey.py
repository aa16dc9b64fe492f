"""A journey through the accessibility tree only, as a screen reader sees the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace
from tests.ui.stage import page_of, workspace_in

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


def test_saving_is_announced(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    window.open_session(workspace.create(2025), "item/1.1")
    assert any(text.startswith("Saved ") for text in said)
