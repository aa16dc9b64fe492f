"""How much a person has to do for a typical assessment: counted, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.session import Session
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail_rows import StepRow
from digicom_desktop.ui.review_row import ReviewRow
from tests.journeys.by_tree import LEVELS, OF_THE_YEAR, REASON
from tests.journeys.person import Person
from tests.journeys.program import know_the_firm, make_photos, running_program
from tests.journeys.watchdog import Watchdog

_MOST = 90


def _session(window: MainWindow) -> Session:
    assert window.page is not None
    return window.page.session


def _go(person: Person, window: MainWindow, step: str) -> None:
    """Clicks on ``step`` in the rail."""
    person.click(person.find(StepRow, lambda row: row.accessibleName().startswith(step)))


def _create(person: Person, qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, lambda: person.press("Return"))
    person.push("New assessment")
    with qtbot.waitActive(window):  # no window manager gives the keyboard back
        window.activateWindow()


def _fill_in_company(person: Person, qtbot: QtBot, code: str) -> None:
    person.fill("Unified social credit code", code)
    qtbot.wait(700)  # as long as the field waits for more
    person.push("Fill in the company information")
    for name, text in OF_THE_YEAR.items():
        person.fill(name.format(year=system_clock().year - 1), text)


def _rate(person: Person, window: MainWindow) -> None:
    for number, item in enumerate(_session(window).edition.item_ids):
        person.press("Ctrl+Return")
        assert window.page is not None
        assert window.page.place == f"item/{item}"
        person.press(str(LEVELS[number % len(LEVELS)]))


def _attach(person: Person, qtbot: QtBot, window: MainWindow) -> None:
    person.acts += 2  # the system's own dialog: two files chosen
    person.push("choose files…")
    qtbot.waitUntil(lambda: len(_session(window).saved.evidence.entries) == 2)


def _explain(person: Person, window: MainWindow) -> None:
    """One reason for each kind of finding, and a tick for what only wants to be looked at."""
    person.press("Ctrl+Return")
    assert window.page is not None
    assert window.page.place == "review"
    session = _session(window)
    while findings := session.appraisal.open_findings:
        assert findings[0].class_ is not FindingClass.MUST_FIX, findings[0]
        key = findings[0].key
        row = person.find(ReviewRow, lambda row, key=key: row.line.key == key)  # type: ignore[misc]
        areas = row.findChildren(QPlainTextEdit)
        if not areas:
            person.push_in(row, "Looked at it")
            continue
        person.click(areas[0])
        person.write(REASON)
        person.press("Tab")
        if any(finding.rule == findings[0].rule for finding in findings[1:]):
            person.push_in(row, "The same reason")


def _export(person: Person, qtbot: QtBot, window: MainWindow, watchdog: Watchdog) -> None:
    _go(person, window, "Finalise and export")
    files = person.find(ExportFiles, lambda _: True)
    # While a thread of ours writes, the heartbeat waits for the interpreter as long as that does.
    with watchdog.resting(), qtbot.waitSignal(files.finished, timeout=60_000):
        person.push("Export 3 files")  # with the evidence volume


def test_a_typical_assessment_takes_ninety_acts_at_most_and_never_two_dialogs_at_once(
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
    with running_program(qapp, data, watchdog) as window:
        window.showNormal()
        window.resize(1366, 768)
        qtbot.waitActive(window)
        person = Person(window)
        _create(person, qtbot, window)
        sample = window._workspace.library.sample().company
        _fill_in_company(person, qtbot, sample.credit_code)
        _rate(person, window)
        _attach(person, qtbot, window)
        _explain(person, window)
        session = _session(window)
        QTimer.singleShot(0, lambda: person.push("Finalise"))
        person.push("Finalise…")
        assert session.state is State.FINALISED
        _export(person, qtbot, window, watchdog)
        person.leave()
    assert {path.suffix for path in target.iterdir()} == {".xlsx", ".pdf"}
    assert person.acts <= _MOST
    assert person.deepest == 1
