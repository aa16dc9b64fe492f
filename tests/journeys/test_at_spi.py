"""A typical assessment as a screen reader does it, through the real AT-SPI on a real display."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.preferences import PreferenceFile
from tests.journeys.program import know_the_firm, make_photos
from tests.ui.stage import workspace_in

_CLIENT = Path(__file__).with_name("at_spi_client.py")
_PYTHON = "/usr/bin/python3"
_PROJECT = Path(__file__).resolve().parents[2]
_MINUTES = 5


def _can_listen() -> bool:
    programs = all(shutil.which(name) for name in ("Xvfb", "dbus-run-session"))
    if not programs or not Path(_PYTHON).exists():
        return False
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([_PYTHON, "-c", asked], capture_output=True, check=False).returncode == 0


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of an ordinary laptop."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read, encoding="ascii") as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(30)


@pytest.mark.skipif(not _can_listen(), reason="needs Xvfb, D-Bus and AT-SPI with its bindings")
def test_a_typical_assessment_is_finished_and_exported_through_at_spi(
    tmp_path: Path, display: str
) -> None:
    data, target = tmp_path / "数据", tmp_path / "报送"
    target.mkdir()
    know_the_firm(data)
    PreferenceFile(data, Language.EN).change(export_folder=str(target))
    with workspace_in(data) as workspace:
        code = workspace.library.sample().company.credit_code
    year = str(system_clock().year - 1)
    program = [sys.executable, "-P", "-m", "digicom_desktop", "--data-dir", str(data)]
    command = ["dbus-run-session", "--", _PYTHON, str(_CLIENT)]
    command += [year, code, "22", *make_photos(tmp_path), "--", *program, "--language", "en"]
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": os.pathsep.join((str(_PROJECT), os.environ["PYTHONPATH"])),
    }
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60 * _MINUTES,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert {path.suffix for path in target.iterdir()} == {".xlsx", ".pdf"}
    with workspace_in(data) as workspace:
        newest = workspace.rows()[0]
        assert newest.summary.state == State.FINALISED
