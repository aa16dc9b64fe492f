"""The program as it is started: with and without a display, with a folder in use, after a crash."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.program import Program
from digicom_desktop.ui import theme
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.display import settle_input_method
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.settings_dialog import SettingsDialog
from digicom_desktop.ui.telling import say_no_start
from digicom_desktop.ui.theme import Appearance
from tests.ui.stage import workspace_in

ROOT = Path(__file__).resolve().parents[2]
QUIT_WHEN_PAINTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from digicom_desktop.ui.main_window import MainWindow
used = MainWindow.use
def use(window, *arguments):
    used(window, *arguments)
    print("usable", window.isVisible(), window.home.lists.isVisible(), flush=True)
    QTimer.singleShot(0, window.close)
MainWindow.use = use
from digicom_desktop.__main__ import main
sys.exit(main())
"""

TYPE_AND_TELL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit
from PySide6.QtTest import QTest
from digicom_desktop.ui.display import settle_input_method
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.telling import say_no_start
used = MainWindow.use
def use(window, *arguments):
    used(window, *arguments)
    window.open_session(window._workspace.create(2025), "company")
    QTimer.singleShot(300, lambda: type_into(window))
def type_into(window):
    name = next(f for f in window.page.findChildren(QLineEdit) if f.isVisible() and f.isEnabled())
    name.setFocus()
    QTest.keyClicks(name, "Typed last")
    assert window.page.session.current.company.name == ""
    print("typed", flush=True)
MainWindow.use = use
from digicom_desktop.__main__ import main
sys.exit(main())
"""
TELL_OF_CLOSING = (
    """
import sys
from digicom_desktop.ui.dialogs import Message
Message.exec = lambda message: print("said", message.text, flush=True)
"""
    + QUIT_WHEN_PAINTED
)


def start(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own."""
    how = ["-c", code] if code else ["-m", "digicom_desktop"]
    return subprocess.run(
        [sys.executable, *how, *arguments],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_a_sentence_says_so(tmp_path: Path) -> None:
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = start("--data-dir", str(tmp_path), **environment)
    assert done.returncode == 1
    assert "没有可用的显示器" in done.stderr
    assert "Traceback" not in done.stderr
    done = start("--language", "en", "--data-dir", str(tmp_path), **environment)
    assert done.returncode == 1
    assert "There is no display" in done.stderr


@pytest.mark.parametrize("options", [(), ("--language", "en")])
def test_the_window_opens_and_closes(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = start("--data-dir", str(tmp_path / "数据"), *options, code=QUIT_WHEN_PAINTED)
    assert done.returncode == 0, done.stderr
    assert "usable True True" in done.stdout
    assert (tmp_path / "数据" / "digicom.sqlite3").is_file()


def test_no_heavy_library_is_loaded_before_the_first_paint() -> None:
    code = (
        "import sys, digicom_desktop.app;"
        "print(*sorted({'peewee', 'openpyxl', 'reportlab', 'sqlite3', 'tomllib',"
        "'phonenumbers', 'email_validator',"
        "'digicom_desktop.session', 'digicom_desktop.domain.report'} & sys.modules.keys()))"
    )
    done = start(code=code)
    assert done.stdout.split() == []
    assert done.returncode == 0, done.stderr


def test_a_folder_in_use_is_said_and_ends_with_1(tmp_path: Path) -> None:
    answer = """
import sys
from digicom_desktop.ui.dialogs import Message
Message.exec = lambda message: print("said", message.text, flush=True)
from digicom_desktop.__main__ import main
sys.exit(main())
"""
    with workspace_in(tmp_path):
        done = start("--data-dir", str(tmp_path), code=answer)
    assert done.returncode == 1
    assert done.stdout.startswith("said ")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_what_is_being_typed_is_saved_when_the_system_ends_the_program(
    tmp_path: Path, name: str
) -> None:
    command = [sys.executable, "-c", TYPE_AND_TELL, "--data-dir", str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "typed\n"
        process.send_signal(getattr(signal, name))
        try:
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()
        assert "Traceback" not in process.stderr.read()
    assert list((tmp_path / "backups").glob("*.sqlite3")), "it was closed in good order"
    with workspace_in(tmp_path) as workspace:
        (row,) = workspace.rows()
        assert row.summary.firm == "Typed last"


def test_a_backup_that_fails_on_closing_is_a_sentence_and_status_1(tmp_path: Path) -> None:
    with workspace_in(tmp_path) as workspace:
        workspace.create(2025)
        (tmp_path / "backups" / "backup.part").mkdir()
        with pytest.raises(DigicomError, match=r"store\.no_backup"):
            workspace.close()
    done = start("--data-dir", str(tmp_path), code=TELL_OF_CLOSING)
    assert done.returncode == 1
    assert "said 没有做成备份" in done.stdout
    assert "Traceback" not in done.stderr


def test_quitting_before_damaged_data_ends_with_1(tmp_path: Path) -> None:
    with workspace_in(tmp_path) as workspace:
        workspace.create(2025)
    (tmp_path / "digicom.sqlite3").write_bytes(b"rubbish" * 2000)
    quit_at_once = """
import sys
from digicom_desktop.ui.dialogs import PlainDialog
PlainDialog.exec = lambda dialog: print(type(dialog).__name__, flush=True) or 0
from digicom_desktop.__main__ import main
sys.exit(main())
"""
    done = start("--data-dir", str(tmp_path), code=quit_at_once)
    assert (done.returncode, done.stdout) == (1, "RecoveryDialog\n")
    assert "Traceback" not in done.stderr


def test_another_language_is_another_window_in_the_same_place(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    program = Program(qapp, PreferenceFile(tmp_path), [])
    window = program.make_window()
    program.open_workspace(tmp_path)
    window.home.sample_requested.emit()
    assert window.page is not None
    window.page.go("item/4.2")
    session = window.page.session

    preferences = program.preferences
    preferences.change_look(Language.EN, Appearance.DARK)
    window.look_changed.emit()
    other = program.window
    assert isinstance(other, MainWindow)
    assert other is not window
    assert other.page is not None
    assert (other.page.session, other.page.place) == (session, "item/4.2")
    assert theme.current().name == "dark"

    preferences.change_look(Language.ZH, Appearance.DARK)
    other.look_changed.emit()
    assert program.window is not None
    assert program.window.windowTitle().endswith("数商自评")

    # As the tests that follow expect it.
    preferences.change_look(Language.EN, Appearance.LIGHT)
    program.window.look_changed.emit()
    assert theme.current().name == "light"
    program.close()


def test_night_falls_only_after_an_open_dialog_is_answered(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """The dialog belongs to the window that another one would replace."""
    preferences = PreferenceFile(tmp_path, Language.EN)
    program = Program(qapp, preferences, [])
    window = program.make_window()
    program.open_workspace(tmp_path)
    seen = list[bool]()

    def fall() -> None:
        preferences.change(appearance=Appearance.DARK)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        seen.append(program.window is window)
        dialog = qapp.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        dialog.reject()

    QTimer.singleShot(0, fall)
    window.show_settings()
    assert seen == [True]
    qtbot.waitUntil(lambda: program.window is not window)
    assert theme.current().name == "dark"
    preferences.change_look(Language.EN, Appearance.LIGHT)
    program.change_look()
    program.close()


@pytest.mark.skipif(sys.platform != "linux", reason="input methods of Linux")
def test_fcitx_is_spoken_to_as_ibus(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_IM_MODULES", "XMODIFIERS", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for named, used in (("fcitx", "ibus"), ("fcitx5", "ibus"), ("xim", "xim")):
        monkeypatch.setenv("QT_IM_MODULE", named)
        settle_input_method()
        assert os.environ["QT_IM_MODULE"] == used


@pytest.mark.skipif(sys.platform != "linux", reason="input methods of Linux")
@pytest.mark.parametrize(
    ("said", "used"),
    [
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "compose"}, "compose"),
        ({"XMODIFIERS": "@im=fcitx", "WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"XMODIFIERS": "@im=none"}, None),
    ],
)
def test_where_qt_is_told_nothing_the_system_names_the_input_method(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], used: str | None
) -> None:
    for name in ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(name, "")  # remembers what was there
        monkeypatch.delenv(name)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    settle_input_method()
    assert os.environ.get("QT_IM_MODULE") == used


@pytest.mark.skipif(sys.platform != "linux", reason="input methods of Linux")
def test_a_list_of_input_methods_ends_with_one_that_is_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for named, used in (("wayland;fcitx", "wayland;fcitx;ibus"), ("fcitx;ibus", "fcitx;ibus")):
        monkeypatch.setenv("QT_IM_MODULES", named)
        settle_input_method()
        assert os.environ["QT_IM_MODULES"] == used


def test_a_refusal_is_plain_text(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str]] = []

    def show(message: Message) -> None:
        (label,) = [found for found in message.findChildren(QLabel) if "<b>" in found.text()]
        shown.append((label.text(), label.textFormat().name))

    monkeypatch.setattr(Message, "exec", show)
    say_no_start(DigicomError("window.no_libraries", detail="<b>x</b>"), Language.EN)
    assert shown == [
        (
            "The window needs a part of the system that is missing. "
            "Install it and try again: <b>x</b>",
            "PlainText",
        )
    ]
