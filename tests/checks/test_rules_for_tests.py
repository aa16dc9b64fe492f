"""The rules of conftest.py hold: each is broken on purpose."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"


def test_a_test_cannot_reach_the_network() -> None:
    with socket.socket() as endpoint, pytest.raises(PermissionError, match="refused in tests"):
        endpoint.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError, match="refused in tests"):
        socket.getaddrinfo("example.invalid", 80)


def test_a_program_that_a_test_starts_cannot_reach_the_network() -> None:
    code = "import socket; socket.socket().bind(('127.0.0.1', 0))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "refused in tests: socket.bind" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="there are no local sockets of this kind")
def test_a_socket_inside_this_computer_is_no_network(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(tmp_path / "s"))


def test_a_test_has_a_home_of_its_own(own_home: Path) -> None:
    assert Path.home() == own_home
    assert list(own_home.iterdir()) == []
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    if sys.platform == "linux":
        assert Path(place).is_relative_to(own_home)


def test_texts_are_drawn_in_the_bundled_font(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Noto Sans SC"


@pytest.mark.parametrize(
    ("name", "body", "complaint"),
    [
        ("window", "from PySide6.QtWidgets import QWidget; global w; w = QWidget()", "windows are"),
        ("qt", "from PySide6.QtCore import qWarning; qWarning('odd')", "Qt messages"),
        ("warning", "import warnings; warnings.warn('old')", "UserWarning: old"),
        ("open", "open(__file__)", "unclosed file"),
    ],
)
def test_a_careless_test_fails(
    pytester: pytest.Pytester, name: str, body: str, complaint: str
) -> None:
    pyproject = CONFTEST.parents[1] / "pyproject.toml"
    pytester.path.joinpath("pyproject.toml").write_bytes(pyproject.read_bytes())
    (tests := pytester.path / "tests").mkdir()
    offline = CONFTEST.parent / "offline"
    tests.joinpath("conftest.py").write_bytes(CONFTEST.read_bytes())
    tests.joinpath("offline").mkdir()
    for file in offline.glob("*.py"):
        tests.joinpath("offline", file.name).write_bytes(file.read_bytes())
    test = f"def test_it(qapp):\n    {body}\n"
    tests.joinpath(f"test_{name}.py").write_text(test, encoding="utf-8")
    result = pytester.runpytest_subprocess("-p", "no:xdist", "-p", "no:cacheprovider")
    assert result.ret == 1
    result.stdout.fnmatch_lines([f"*{complaint}*"])
