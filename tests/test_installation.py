"""What the program needs of the system, and whether it was replaced while it ran."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from digicom_desktop import installation
from digicom_desktop.__main__ import main
from digicom_desktop.installation import WINDOW_LIBRARIES, missing_packages, program_mark

ROOT = Path(__file__).resolve().parents[1]
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such packages")
WITHOUT_CURSOR = """
import ctypes, sys
load = ctypes.CDLL
def refuse(name):
    if name == "libxcb-cursor.so.0":
        raise OSError(name)
    return load(name)
ctypes.CDLL = refuse
from digicom_desktop.__main__ import main
sys.exit(main())
"""


@linux
def test_the_package_of_a_library_that_is_not_there_is_named() -> None:
    assert missing_packages({"libnowhere.so.7": "libnowhere7", "libc.so.6": "libc6"}) == [
        "libnowhere7"
    ]


@linux
def test_nothing_is_missing_where_the_tests_run() -> None:
    assert missing_packages() == []
    assert WINDOW_LIBRARIES["libxcb-cursor.so.0"] == "libxcb-cursor0"


@linux
@pytest.mark.parametrize(
    ("options", "said"),
    [((), "缺少打开窗口所需的组件"), (("--language", "en"), "The system lacks parts")],
)
def test_a_window_that_lacks_a_library_says_which_package_to_install(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711", "WAYLAND_DISPLAY": ""}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_CURSOR, "--data-dir", str(tmp_path), *options],
        env={**os.environ, **environment, "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.rstrip().endswith("sudo apt install libxcb-cursor0")


IMPORT = """
import sys
from importlib.abc import MetaPathFinder
class Refuse(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "PySide6.QtCore":
            raise {error}
sys.meta_path.insert(0, Refuse())
from digicom_desktop.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("error", "is_ours"),
    [
        ('ImportError("libEGL.so.1: cannot open", name="PySide6.QtCore")', False),
        ('ImportError("libEGL.so.1: cannot open", name="/usr/lib/x/QtCore.abi3.so")', False),
        ('ImportError("libEGL.so.1: cannot open")', False),
        ('ImportError("cannot import name", name="digicom_desktop.app")', True),
        ('ModuleNotFoundError("No module", name="json")', True),
    ],
)
@pytest.mark.parametrize("option", [(), ("--self-test",)])
def test_a_library_that_qt_lacks_is_told_from_a_mistake_of_ours(
    tmp_path: Path, error: str, is_ours: bool, option: tuple[str, ...]
) -> None:
    code = IMPORT.format(error=error)
    done = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(tmp_path), *option],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert ("Traceback" in done.stderr) == is_ours
    assert ("libEGL" in done.stderr) != is_ours
    assert ("组件" in done.stderr) != is_ours


@linux
@pytest.mark.parametrize(("display", "shown"), [(":1", True), ("", False)])
def test_who_sees_no_console_is_shown_the_sentence_by_the_desktop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, display: str, shown: bool
) -> None:
    dialog = tmp_path / "kdialog"
    dialog.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{tmp_path}/shown"\n', encoding="utf-8")
    dialog.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/nowhere")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    installation.tell_desktop("缺少 <b>组件</b>")
    assert (tmp_path / "shown").is_file() == shown
    if shown:
        said = (tmp_path / "shown").read_text(encoding="utf-8")
        assert said == "--error|缺少 <b>组件</b>|"


@pytest.mark.parametrize("arguments", [["报告.pdf"], ["a.xlsx", "b.xlsx"], ["--nonsense"]])
def test_a_window_without_a_console_says_what_it_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """What is dropped on the icon comes as arguments; argparse has nowhere to complain."""
    said: list[str] = []
    monkeypatch.setattr(installation, "tell_desktop", said.append)
    monkeypatch.setattr(sys, "argv", ["digicom-desktop.exe", *arguments])
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    assert main() == 1
    assert said == [
        "这里只能打开一份 .digicom、.digicom-all 或 .xlsx 文件。"
        "要用命令行，请运行 digicom-desktop-cli。"
    ]


def test_a_replaced_program_has_another_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "digicom-desktop"
    program.write_bytes(b"old")
    monkeypatch.setattr(sys, "executable", str(program))
    assert program_mark() == (0, 0)  # from source, Python itself is no part of the program
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    before = program_mark()
    assert program_mark() == before
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "new").replace(program)
    assert program_mark() != before
    program.unlink()
    assert installation.program_mark() == (0, 0)
