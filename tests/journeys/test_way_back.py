"""What goes out comes back: a template, an edited workbook, a package on another computer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.program import Program
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.check_card import CheckCard
from digicom_desktop.ui.check_page import CheckPage
from digicom_desktop.ui.choice_card import ChoiceCard
from digicom_desktop.ui.evidence_section import EvidenceSection
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.import_dialog import ImportDialog
from digicom_desktop.ui.import_difference_list import DifferenceList
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import LIGHT
from tests.finished import settle
from tests.journeys.watchdog import Watchdog
from tests.ui.modal import answering, button, press
from tests.ui.stage import page_of, texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

FIRM = "婺源县江湾镇青禾茶叶店<img src=x>"


@contextmanager
def program(
    qapp: QApplication, data: Path, target: Path, watchdog: Watchdog
) -> Iterator[MainWindow]:
    """The program as ``app.main`` starts it, in English, on the data in ``data``."""
    preferences = PreferenceFile(data, Language.EN)
    preferences.change(export_folder=str(target))
    running = Program(qapp, preferences, [])
    with watchdog.resting():  # how long a start takes is measured by the benchmark
        theme.apply(qapp, LIGHT)
        window = running.make_window()
        window.resize(1366, 768)
        window.show()
        running.open_workspace(data)
        while running.reading_ahead is None or running.reading_ahead.is_alive():
            QApplication.processEvents()
    try:
        yield window
        window.close()
    finally:
        running.close()


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window.home, QDragEnterEvent(QPoint(500, 300), copy, data, left, none))
    QApplication.sendEvent(window.home, QDropEvent(QPointF(500, 300), copy, data, left, none))


def bring_in(
    qtbot: QtBot, window: MainWindow, path: Path, act: Callable[[QDialog], None]
) -> Session:
    """Drops ``path`` on Home and answers with ``act``; what is open then."""
    window.show_home()
    QApplication.processEvents()
    with answering(act):
        drop(window, path)
        qtbot.waitUntil(lambda: window.page is not None, timeout=30_000)
    QApplication.processEvents()
    return page_of(window).session


def export(qtbot: QtBot, window: MainWindow, target: Path, watchdog: Watchdog) -> dict[str, Path]:
    """Exports all four files; where they are, by what they are."""
    page_of(window).go("export")
    QApplication.processEvents()
    files = window.findChild(ExportFiles)
    assert isinstance(files, ExportFiles)
    wanted = 2
    for kind in ("package", "volume"):
        tick = files._rows[kind]._tick
        if tick.isEnabled():
            if not tick.isChecked():
                tick.click()
            wanted += 1
    earlier = set(target.iterdir())
    # While a thread of ours writes, the heartbeat waits for the interpreter as long as that does.
    with watchdog.resting(), qtbot.waitSignal(files.finished, timeout=120_000):
        button(page_of(window), f"Export {wanted} files").click()
    assert "All written and checked" in texts(page_of(window))
    written = set(target.iterdir()) - earlier
    assert len(written) == wanted
    found = {path.suffix.removeprefix("."): path for path in written if "汇编" not in path.name}
    return found | dict.fromkeys(["volume"], next((p for p in written if "汇编" in p.name), Path()))


def free_cells(workbook: Workbook, sheet: str, label: str) -> list[Cell]:
    """The cells to be filled in of the row in which ``label`` begins a cell."""
    for row in workbook[sheet].iter_rows():
        if any(str(cell.value or "").startswith(label) for cell in row):
            return [c for c in row if isinstance(c, Cell) and not c.protection.locked]
    raise LookupError(label)


def write_template(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with answering(press("Save…"), press("Done")):
        window.home.place_requested.emit("template")


def fill(path: Path) -> None:
    """As somebody without the program."""
    workbook = load_workbook(path)
    free_cells(workbook, "企业信息", "企业名称")[0].value = FIRM
    free_cells(workbook, "企业信息", "统一社会信用代码")[0].value = "91361130MA00CHA53J"
    free_cells(workbook, "自评表", "1.1")[0].value = "3级"
    free_cells(workbook, "自评表", "1.2")[0].value = "二级"
    workbook.save(path)


def edit(path: Path) -> None:
    """Two cells that say something else afterwards."""
    workbook = load_workbook(path)
    free_cells(workbook, "自评表", "1.1")[0].value = 4
    free_cells(workbook, "自评表", "1.2")[0].value = 1
    workbook.save(path)


def replace_but_keep_one(dialog: QDialog) -> None:
    """Replaces what is there, and leaves the first difference as it was."""
    assert isinstance(dialog, ImportDialog)
    assert len(dialog.visible) == 2
    card = dialog.findChild(ChoiceCard)
    rows = dialog.findChild(DifferenceList)
    assert isinstance(card, ChoiceCard)
    assert isinstance(rows, DifferenceList)
    card.choose(2)
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows._rows.take(0, next(taken for taken in type(rows._rows.taken(0)) if taken == "original"))
    button(dialog, "Import").click()


def test_a_template_is_filled_brought_in_exported_edited_and_brought_in_again(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    watchdog: Watchdog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, target = tmp_path / "数据", tmp_path / "报送"
    target.mkdir()
    blank = tmp_path / "空白模板.xlsx"
    with program(qapp, data, target, watchdog) as window:
        with watchdog.resting():
            write_template(window, blank, monkeypatch)
        fill(blank)
        session = bring_in(qtbot, window, blank, press("Import"))
        assert session.current.company.name == FIRM
        assert session.current.answer("1.1").level == 3
        assert session.current.answer("1.2").level == 2
        workbook = export(qtbot, window, target, watchdog)["xlsx"]
        edit(workbook)
        again = bring_in(qtbot, window, workbook, replace_but_keep_one)
        assert again.id == session.id
        assert again.current.answer("1.1").level == 3
        assert again.current.answer("1.2").level == 1
        assert len(window._workspace.rows()) == 1


def attach(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    """Attaches a photograph to the first item."""
    page_of(window).go("item/1.1")
    section = page_of(window).findChild(EvidenceSection)
    assert isinstance(section, EvidenceSection)
    number = page_of(window).session.current.evidence.of_item("1.1")[0].number
    section._desk.take([photo], number)
    qtbot.waitUntil(lambda: page_of(window).session.current.evidence.entry(number).file is not None)


def verdicts(qtbot: QtBot, window: MainWindow, *paths: Path) -> list[str]:
    """What the check page says of ``paths``, in their order."""
    window.show_home("check")
    page = window.home.findChild(CheckPage)
    assert isinstance(page, CheckPage)
    page.check(paths)
    qtbot.waitUntil(lambda: not page.is_running, timeout=60_000)
    cards = {card._name: card for card in page.findChildren(CheckCard)}
    return [cards[path.name]._verdict.text() for path in paths]


def test_a_package_opens_on_another_computer_and_files_are_checked(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, watchdog: Watchdog
) -> None:
    here, there, target = tmp_path / "这台", tmp_path / "那台", tmp_path / "报送"
    target.mkdir()
    photo = tmp_path / "现场照片.png"
    Image.effect_noise((600, 400), 80).save(photo)
    with program(qapp, here, target, watchdog) as window:
        with watchdog.resting():
            window.home.place_requested.emit("sample")
        attach(qtbot, window, photo)
        first = page_of(window).session
        with watchdog.resting():
            settle(first)
            first.finalise()
        files = export(qtbot, window, target, watchdog)
        altered = target / "改过.xlsx"
        altered.write_bytes(files["xlsx"].read_bytes())
        edit(altered)
        same = window.words.say("check.verdict.same")
        changed = window.words.say("check.verdict.altered")
        paths = (files["xlsx"], files["pdf"], files["digicom"], altered)
        assert verdicts(qtbot, window, *paths) == [same, same, same, changed]
        code = first.history.revision(1).code

    with program(qapp, there, target, watchdog) as window:
        session = bring_in(qtbot, window, files["digicom"], press("Import"))
        assert session.history.revision(1).code == code
        (kept,) = [e.file for e in session.current.evidence.entries if e.file is not None]
        assert session.evidence_path(kept.sha256).read_bytes() == photo.read_bytes()
        assert verdicts(qtbot, window, files["pdf"]) == [same]
