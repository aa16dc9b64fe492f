"""A file of somebody else ends, whatever it is made of, and nobody has to wait for it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.check_page import CheckPage
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from tests.documents.endless import endless_pdf
from tests.hostile.corpus import CORPUS
from tests.promises.stage import ROOT, opened
from tests.ui.modal import answering
from tests.ui.stage import window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_SECONDS = 90
"""A PDF is given twenty, after those in which its process begins."""
_MEGABYTES = 700

_MEASURED = """
import resource, subprocess, sys
status = subprocess.call([sys.executable, *sys.argv[2:]])
with open(sys.argv[1], "w", encoding="utf-8") as took:
    took.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(status)
"""
"""Runs Python, and writes how many kilobytes it took: what a large process starts itself is said to
have taken as much as that."""

Make = Callable[[], bytes]


HOSTILE: dict[str, tuple[str, Make]] = {
    "billion laughs.xlsx": ("import", CORPUS["billion laughs"].build),
    "levels without end.xlsx": ("import", CORPUS["500,000 levels"].build),
    "bomb.xlsx": ("import", CORPUS["bomb in parts"].build),
    "bomb.digicom": ("import", CORPUS["bomb among the pictures"].build),
    "bomb that lies.digicom": ("check", CORPUS["bomb that says it is small"].build),
    "endless.pdf": ("check", endless_pdf),
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process took")
@pytest.mark.parametrize("name", HOSTILE)
def test_an_import_that_would_hang_ends_in_bounded_time_and_memory(
    tmp_path: Path, name: str
) -> None:
    command, make = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    arguments = ["--language", "en", command, str(tmp_path / name), "--data-dir", str(tmp_path)]
    took = tmp_path / "took"
    process = subprocess.Popen(
        [sys.executable, "-c", _MEASURED, str(took), "-m", "digicom_desktop", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    watchdog = threading.Timer(_SECONDS, os.killpg, (process.pid, signal.SIGKILL))
    watchdog.start()
    said, _ = process.communicate()
    watchdog.cancel()
    assert process.returncode == 1, said
    assert len(said.splitlines()) == 1, said
    assert said.rstrip().endswith((".", ")"))
    assert int(took.read_text(encoding="utf-8")) / 1024 < _MEGABYTES


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with opened(tmp_path / "data") as workspace:
        preferences = PreferenceFile(workspace.database.parent, Language.EN)
        with window_on(workspace, page_makers(preferences)) as window:
            yield window


@pytest.fixture
def beats(qtbot: QtBot) -> Iterator[list[int]]:
    """Grows while the window is alive."""
    found: list[int] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: found.append(1))
    timer.start()
    yield found
    timer.stop()


def _has_beaten(beats: list[int], wanted: int) -> bool:
    return len(beats) > wanted


def test_the_window_stays_alive_over_a_hostile_file_and_it_can_be_called_off(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, beats: list[int]
) -> None:
    path = tmp_path / "endless.pdf"
    path.write_bytes(endless_pdf())
    window.show_home("check")
    page = window.home.findChild(CheckPage)
    assert isinstance(page, CheckPage)
    page.check([path])
    for wanted in (10, 20, 30):
        qtbot.waitUntil(partial(_has_beaten, beats, wanted), timeout=20_000)
        assert page.is_running
    (stop,) = [b for b in page.findChildren(QAbstractButton) if b.text() == "Stop"]
    assert stop.isVisible()
    stop.click()
    QApplication.processEvents()
    assert not page.is_running
    assert not stop.isVisible()


def test_a_hostile_workbook_is_a_sentence_in_the_window_and_nothing_came_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(CORPUS["bomb in parts"].build())
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, Message)
        said.append(dialog.text)
        dialog.accept()

    with answering(read):
        window.open_file(path)
    assert path.name in said[0]
    assert window._workspace.rows() == ()
