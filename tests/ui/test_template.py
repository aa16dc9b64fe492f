"""An empty template is written where the person wants it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.hand_in import Source
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.import_template import TemplateDialog
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail_rows import RailRow
from digicom_desktop.workspace import Workspace
from tests.ui.modal import answering, button, press
from tests.ui.stage import window_on, workspace_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    preferences = PreferenceFile(workspace.database.parent)
    preferences.change(language=Language.EN)
    with window_on(workspace, page_makers(preferences)) as window:
        yield window


def ask(window: MainWindow) -> None:
    """Presses the row of the rail."""
    rows = window.home.rail.findChildren(RailRow)
    (row,) = [row for row in rows if row.accessibleName() == "Empty template…"]
    row.click()


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_template_of_the_chosen_year_and_language_is_written(
    window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "template")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)

    years: list[int] = []

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplateDialog)
        dialog._year.set_text(str(dialog.year - 1))
        dialog._language.set_text(Language.EN)
        years.append(dialog.year)
        button(dialog, "Save…").click()

    with answering(choose, press("Open folder")):
        ask(window)
    written = tmp_path / "template.xlsx"
    hand_in = workspace.read_file(written)
    assert hand_in.source is Source.TEMPLATE
    assert hand_in.language is Language.EN
    assert [hand_in.original.year] == years
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def test_no_place_chosen_writes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, "")
    before = set(tmp_path.rglob("*.xlsx"))
    with answering(press("Save…")):
        ask(window)
    assert set(tmp_path.rglob("*.xlsx")) == before


def test_a_folder_that_is_gone_is_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "gone" / "template.xlsx")
    heard: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, Message)
        heard.append(dialog.text)
        dialog.accept()

    with answering(press("Save…"), read):
        ask(window)
    assert "gone" in heard[0]
