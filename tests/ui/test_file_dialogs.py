"""Where the system's file dialogs begin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.ui.file_dialogs import (
    Purpose,
    ask_for_file,
    ask_for_files,
    ask_for_folder,
    ask_where_to_save,
    documents_folder,
)


@pytest.fixture
def over(qtbot: QtBot) -> Iterator[QWidget]:
    """A window in a run of the program in which nothing has been chosen yet."""
    _forget()
    widget = QWidget()
    qtbot.addWidget(widget)
    yield widget
    _forget()


def _forget() -> None:
    application = QApplication.instance()
    for purpose in Purpose:
        if application is not None:
            application.setProperty(f"chosen-{purpose}", None)


def test_files_are_looked_for_where_the_last_ones_were(
    over: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(parent: QWidget, title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        begun.append(folder)
        return [str(tmp_path / "a.jpg"), str(tmp_path / "b.jpg")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    chosen = ask_for_files(over, "Choose", Purpose.EVIDENCE)
    ask_for_files(over, "Choose", Purpose.EVIDENCE)
    ask_for_files(over, "Choose", Purpose.ASSESSMENT)

    assert chosen == [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    assert begun == [str(documents_folder()), str(tmp_path), str(documents_folder())]


def test_whoever_thinks_better_of_it_changes_nothing(
    over: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def cancel(parent: QWidget, title: str, folder: str, kinds: str) -> tuple[str, str]:
        begun.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", cancel)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", cancel)
    assert ask_for_file(over, "Choose", Purpose.ASSESSMENT) is None
    assert ask_where_to_save(over, "Save", "a.txt") is None
    assert begun == [str(documents_folder()), str(documents_folder() / "a.txt")]


def test_a_folder_that_is_gone_is_not_gone_back_to(
    over: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(stick / "a.txt"), ""))
    assert ask_where_to_save(over, "Save", "a.txt") == stick / "a.txt"
    stick.rmdir()
    begun: list[str] = []

    def cancel(parent: QWidget, title: str, folder: str, kinds: str) -> tuple[str, str]:
        begun.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", cancel)
    ask_where_to_save(over, "Save", "a.txt")
    assert begun == [str(documents_folder() / "a.txt")]


def test_a_known_folder_is_where_the_choice_begins(
    over: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(parent: QWidget, title: str, folder: str) -> str:
        begun.append(folder)
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    assert ask_for_folder(over, "Where?", "/known") == tmp_path
    assert begun == ["/known"]
