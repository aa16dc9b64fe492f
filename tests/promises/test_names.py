"""What a firm is called is its name everywhere, and never markup or a command."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace
from tests.journeys.person import Person
from tests.promises.stage import opened
from tests.ui.stage import page_of, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

FORBIDDEN = set('<>:"/\\|?*')


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    folder.mkdir()
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, target: Path) -> Iterator[MainWindow]:
    """A window with the sample firm open at the page on which its name is typed."""
    preferences = PreferenceFile(workspace.database.parent, Language.EN)
    preferences.change(export_folder=str(target), language=Language.EN)
    with window_on(workspace, page_makers(preferences)) as window:
        window.open_session(workspace.add_sample(), "company")
        qtbot.wait(200)  # the tables of the page come after it
        yield window


def type_name(window: MainWindow, text: str) -> None:
    """Writes it over the old one, as a person does, and leaves the field."""
    person = Person(window)
    try:
        person.click(person.field(window.words.say("company.name")))
        person.press("Ctrl+A")
        person.write(text)
        person.press("Tab")
    finally:
        person.leave()


def export(qtbot: QtBot, window: MainWindow, target: Path) -> dict[str, Path]:
    """Exports all that is offered by clicks; what there is, by suffix."""
    page_of(window).go("export")
    files = window.findChild(ExportFiles)
    assert isinstance(files, ExportFiles)
    tick = files._rows["package"]._tick
    if not tick.isChecked():
        tick.click()
    (button,) = [
        b for b in window.findChildren(QAbstractButton) if b.text().startswith("Export 3 files")
    ]
    with qtbot.waitSignal(files.finished, timeout=120_000):
        button.click()
    found = {path.suffix: path for path in target.iterdir()}
    assert found.keys() == {".xlsx", ".pdf", ".digicom"}
    return found


def require_everywhere(
    window: MainWindow, workspace: Workspace, files: dict[str, Path], name: str, shown: str
) -> None:
    """``name`` is stored, shown and written as it is; ``shown`` is what of it a PDF draws."""
    id = page_of(window).session.id
    assert workspace.open(id).current.company.name == name
    assert name in window.windowTitle()
    labels = [label for label in window.findChildren(QLabel) if name in label.text()]
    assert labels
    assert all(label.textFormat().name == "PlainText" for label in labels)

    workbook = load_workbook(files[".xlsx"], read_only=True)
    cells = {
        value for sheet in workbook for row in sheet.iter_rows(values_only=True) for value in row
    }
    workbook.close()
    assert name in cells
    text = "".join(page.extract_text() for page in PdfReader(files[".pdf"]).pages)
    assert "".join(shown.split()) in "".join(text.split())
    for path in files.values():
        assert not FORBIDDEN & set(path.name)
        assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in path.name)
    with opened(files[".digicom"].parent / "那台") as there:
        hand_in = there.read_file(files[".digicom"])
        there.take_evidence(files[".digicom"], hand_in)
        session = there.bring_in(hand_in, (), IfExists.KEEP)
        assert session is not None
        assert session.current.company.name == name
        assert [row.summary.firm for row in there.rows()] == [name]


def test_ampersands_and_angle_brackets_in_a_name_are_the_name_wherever_it_stands(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, target: Path
) -> None:
    name = "甲&乙 <b>商贸</b> &lt;\"引号\"> <img src='x'>有限公司"
    type_name(window, name)
    files = export(qtbot, window, target)
    require_everywhere(window, workspace, files, name, name)


def test_control_characters_in_a_name_reach_neither_disk_nor_documents_nor_file_names(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, target: Path
) -> None:
    type_name(window, "婺\x00源\x07青\x1b[31m禾\x7f\x9f茶\ufffe业\u202e有限公司\r\n")
    files = export(qtbot, window, target)
    name = page_of(window).session.current.company.name
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Cn") for c in name)
    assert name.replace("\u202e", "").strip() == "婺源青[31m禾茶业有限公司"
    require_everywhere(window, workspace, files, name, "婺源青[31m禾茶业")
