"""The program ends in the middle of native code; the next start says so in one quiet sentence."""

import subprocess
import sys
from pathlib import Path

LOOK = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from digicom_desktop.__main__ import main
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.told import Told
used, falls = MainWindow.use, sys.argv.pop() == "fall"
def use(window, *arguments):
    used(window, *arguments)
    QTimer.singleShot(0, lambda: look(window))
def look(window):
    for told in window.home.findChildren(Told):
        print(*(label.text() for label in told.findChildren(QLabel)), flush=True)
    if falls:
        os.abort()
    window.close()
MainWindow.use = use
sys.exit(main())
"""


def _start(folder: Path, how: str) -> str:
    command = [sys.executable, "-c", LOOK, "--language", "en", "--data-dir", str(folder), how]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode != 0) == (how == "fall"), done.stderr
    return done.stdout.strip()


def _log(folder: Path) -> list[str]:
    text = (folder / "logs" / "digicom.log").read_text(encoding="utf-8")
    return [line.split()[1] for line in text.splitlines()]


def test_the_next_start_says_so_once(tmp_path: Path) -> None:
    folder = tmp_path / "张三"
    assert _start(folder, "fall") == ""
    assert _start(folder, "end").startswith("The program ended unexpectedly last time.")
    assert _start(folder, "end") == ""
    left = (folder / "logs" / "last-end.txt").read_text(encoding="utf-8")
    assert "Fatal Python error: Aborted" in left
    assert "digicom_desktop/app.py:" in left
    assert "张三" not in left
    assert _log(folder) == [
        *("start", "opened"),
        *("start", "opened", "broken_off", "end"),
        *("start", "opened", "end"),
    ]
    assert not (folder / "logs" / "fatal.log").exists()
