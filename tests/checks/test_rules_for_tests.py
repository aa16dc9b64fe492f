"""The rules of conftest.py hold: each is broken on purpose."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

pytest_plugins = ["pytester"]

TESTS = Path(__file__).resolve().parents[1]
CONFTEST = TESTS / "conftest.py"


NETWORK = {
    "a socket": "import socket; socket.socket()",
    "a socket of IPv6": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "a name": "import socket; socket.getaddrinfo('example.invalid', 80)",
    "an old way to ask for a name": "import socket; socket.gethostbyname('example.invalid')",
    "the name of an address": "import socket; socket.getnameinfo(('192.0.2.1', 80), 0)",
    "a page": "from urllib.request import urlopen; urlopen('http://192.0.2.1/')",
    "a connection": "from http.client import HTTPConnection as C; C('192.0.2.1').connect()",
    "Qt": "import PySide6.QtNetwork",
}
_PATH_IS_SET = re.compile(r'PYTHONPATH"(\] *=|:|,)')
IN_A_CHILD = """
import subprocess, sys
sys.exit(subprocess.run([sys.executable, "-c", sys.argv[1]]).returncode)
"""
IN_A_WORKER = """
import multiprocessing, sys
def work(code):
    exec(code)
if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=work, args=(sys.argv[1],))
    process.start()
    process.join()
    sys.exit(process.exitcode)
"""


def test_a_test_cannot_reach_the_network() -> None:
    with pytest.raises(PermissionError, match="refused in tests"), socket.socket() as endpoint:
        endpoint.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError, match="refused in tests"):
        socket.getaddrinfo("example.invalid", 80)


@pytest.mark.parametrize("code", NETWORK.values(), ids=NETWORK)
def test_no_way_to_the_network_is_open(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "refused in tests" in done.stderr


@pytest.mark.parametrize("how", ["-c", "child", "worker"])
def test_a_program_that_a_test_starts_cannot_reach_the_network(tmp_path: Path, how: str) -> None:
    """Nor can the programs and workers that it starts in its turn."""
    script = tmp_path / "program.py"
    script.write_text({"child": IN_A_CHILD}.get(how, IN_A_WORKER), encoding="utf-8")
    code = "import socket; socket.socket().connect(('127.0.0.1', 9))"
    started = ["-c", code] if how == "-c" else [str(script), code]
    done = subprocess.run(
        [sys.executable, *started], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "refused in tests: socket." in done.stderr


def test_no_test_takes_the_guard_against_the_network_from_what_it_starts() -> None:
    """Whoever sets the path of a program keeps on it what is there."""
    careless = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if _PATH_IS_SET.search(line) and not re.search("OFFLINE|environ|prepend", line)
    }
    assert careless == set()


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
