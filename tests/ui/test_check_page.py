"""The check page says of each file and code whether it belongs to what was finalised here."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.domain.verdict import Checked, Verdict
from digicom_desktop.session import Session
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.check_card import CheckCard
from digicom_desktop.ui.check_page import CheckPage
from digicom_desktop.ui.import_notes import NoteList
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace
from tests.finished import settle
from tests.showcase.hand_ins import CODE, notes, results
from tests.ui.modal import answering, button, press
from tests.ui.stage import page_of, texts, window_on, workspace_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SAME = "As it was finalised; nothing was altered."
ALTERED = "Altered: it is not as it was finalised."


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def session(workspace: Workspace) -> Session:
    session = workspace.add_sample()
    settle(session)
    session.finalise()
    return session


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    preferences = PreferenceFile(workspace.database.parent)
    preferences.change(language=Language.EN)
    with window_on(workspace, page_makers(preferences)) as window:
        window.show_home("check")
        yield window


def page(window: MainWindow) -> CheckPage:
    found = window.home.findChild(CheckPage)
    assert isinstance(found, CheckPage)
    return found


def check(qtbot: QtBot, window: MainWindow, *paths: Path) -> list[set[str]]:
    """What the cards say about ``paths``, in the order of the page."""
    shown = page(window)
    shown.check(paths)
    qtbot.waitUntil(lambda: not shown.is_running, timeout=60_000)
    QApplication.processEvents()
    cards = sorted(
        (card for card in shown.findChildren(CheckCard) if card.isVisible()),
        key=lambda card: card.y(),
    )
    return [texts(card) for card in cards]


def exported(session: Session, workspace: Workspace, folder: Path) -> tuple[Path, Path]:
    report = session.report(Language.ZH)
    workbook, pdf = folder / "第1版.xlsx", folder / "第1版.pdf"
    workspace.export_workbook(report, workbook)
    workspace.export_pdf(report, pdf)
    return workbook, pdf


def alter(path: Path) -> Path:
    """A copy in which somebody raised a level."""
    altered = path.with_name("改过.xlsx")
    workbook = load_workbook(path)
    sheet = workbook["自评表"]
    cell = next(
        cell
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and str(cell.value or "").startswith("3")
    )
    cell.value = 4
    workbook.save(altered)
    return altered


def test_files_as_they_were_written_are_the_same_and_an_altered_one_is_altered(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    workbook, pdf = exported(session, workspace, tmp_path)
    first, second, third = check(qtbot, window, workbook, pdf, alter(workbook))
    assert SAME in first
    assert SAME in second
    assert ALTERED in third
    known = f"{session.current.company.name} · 2025 · Revision 1"
    assert all(known in card for card in (first, second, third))


def test_a_file_that_cannot_be_checked_is_a_card_too(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"<html>")
    (card,) = check(qtbot, window, path)
    assert "It could not be checked" in card


def test_a_code_is_known_unknown_or_mistyped(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    code = session.history.revision(1).code
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    line = page(window).findChild(LineInput)
    assert isinstance(line, LineInput)
    for typed, said in (
        (
            code.lower().replace("-", " "),
            "A revision that is saved on this computer has this code.",
        ),
        (wrong, "The code is mistyped; please look again."),
    ):
        line.setText(typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda said=said: said in texts(page(window)))  # type: ignore[misc]


def test_the_assessment_it_belongs_to_is_opened(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    line = page(window).findChild(LineInput)
    assert isinstance(line, LineInput)
    line.setText(session.history.revision(1).code)
    button(page(window), "Check the code").click()
    button(page(window), "Open the assessment").click()
    assert page_of(window).session.id == session.id


def test_a_result_is_copied_as_text_and_taken_away(window: MainWindow) -> None:
    name, checked = results()[4]
    page(window).show_checked(name, checked)
    button(page(window), "Copy the result").click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == [name, ALTERED]
    assert (
        "- 自评表 F9: '很好' is no level. Please enter 0 to 4, or that it does not apply." in lines
    )
    button(page(window), f"Remove {name}").click()
    QApplication.processEvents()
    assert ALTERED not in texts(page(window))


def test_many_details_scroll_in_their_card(qtbot: QtBot, window: MainWindow) -> None:
    name, checked = results()[4]
    page(window).show_checked(name, replace(checked, notes=notes(1_000)))
    details = page(window).findChild(NoteList)
    assert isinstance(details, NoteList)
    assert details.height() <= 240
    qtbot.waitUntil(lambda: details.verticalScrollBar().maximum() > 1_000)


def test_files_are_chosen_and_what_waits_is_called_off(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Workspace,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workbook, pdf = exported(session, workspace, tmp_path)
    chosen = [str(workbook), str(pdf)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    button(page(window), "Choose files…").click()
    button(page(window), "Stop").click()
    assert not page(window).is_running
    stopped = [
        card
        for card in page(window).findChildren(CheckCard)
        if "Stopped before it was checked" in texts(card)
    ]
    assert len(stopped) == 2
    (first, *_) = check(qtbot, window, workbook)
    assert SAME in first


def test_the_same_file_is_one_card_however_often_it_is_checked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"<html>")
    check(qtbot, window, path)
    assert len(check(qtbot, window, path)) == 1


def test_files_of_a_firm_are_said_to_belong_together_and_can_be_brought_in(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    with workspace_in(tmp_path / "firm") as firm:
        theirs = firm.add_sample()
        settle(theirs)
        theirs.finalise()
        workbook, pdf = exported(theirs, firm, tmp_path)
        code = theirs.history.revision(1).code
    first, _ = check(qtbot, window, workbook, pdf)
    assert any(text.startswith("Complete and unaltered") for text in first)
    same = f"These 2 have the same consistency code: {code}"
    assert same in texts(page(window))
    with answering(press("Import")):
        button(page(window), "Open it and bring it in…").click()
        qtbot.waitUntil(lambda: window.page is not None)
    assert page_of(window).session.history.revision(1).code == code
    window.show_home("check")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What was checked is there again, and this time the revision is here.
    again = page(window)
    assert again.paths == (workbook, pdf)
    qtbot.waitUntil(lambda: not again.is_running, timeout=60_000)
    assert sum(SAME in texts(card) for card in again.findChildren(CheckCard)) == 2


def test_a_file_with_another_code_than_those_beside_it_is_named(window: MainWindow) -> None:
    name, checked = results()[5]
    other = "9FGH-22AB-CDEFK"
    page(window).show_checked(name, checked)
    page(window).show_checked("其他.pdf", Checked("pdf", Verdict.UNKNOWN, other))
    differ = f"These 2 do not have the same consistency code. {CODE}: {name}; {other}: 其他.pdf"
    QApplication.processEvents()
    assert differ in texts(page(window))
    button(page(window), "Remove 其他.pdf").click()
    QApplication.processEvents()
    assert differ not in texts(page(window))


def test_a_pdf_that_cannot_be_read_back_is_checked_instead(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    with answering(press("Check this PDF")):
        window.open_file(path)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    shown = page(window)
    qtbot.waitUntil(lambda: not shown.is_running)
    assert any(text.startswith(path.name) for text in texts(shown))
