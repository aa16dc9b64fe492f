"""dev.py and what it asks of the system."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from installer import system_packages
from tests.checks.source import ROOT

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks nothing of other systems")


def _dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("arguments", [(), ("start",), ("--run",)])
def test_wrong_use_tells_the_commands_and_ends_with_2(arguments: tuple[str, ...]) -> None:
    done = _dev(*arguments)
    assert done.returncode == 2
    assert "python3 dev.py run" in done.stderr
    assert "python3 dev.py test" in done.stderr


def test_help_is_no_wrong_use() -> None:
    done = _dev("--help")
    assert done.returncode == 0
    assert "python3 dev.py run" in done.stdout


@pytest.mark.parametrize("version", [(3, 10, 0), (3, 14, 0)])
def test_another_python_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit, match=r"needs Python 3\.11, 3\.12 or 3\.13, and this is 3\.1"):
        dev.main(["run"])


@linux
def test_a_library_that_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = {"libnowhere.so.7": "libnowhere7", "libc.so.6": "libc6"}
    monkeypatch.setattr(system_packages, "QT_LIBRARIES", libraries)
    assert system_packages.missing_packages() == ["libnowhere7"]


@linux
def test_a_person_who_is_not_root_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "QT_LIBRARIES", {"libnowhere.so.7": "libnowhere7"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as told:
        system_packages.need_qt_libraries()
    assert "sudo apt-get install --yes --no-install-recommends libnowhere7" in str(told.value)


@linux
def test_root_has_it_installed_and_it_is_looked_for_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/asked"\n', encoding="utf-8")
    apt.chmod(apt.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(system_packages, "QT_LIBRARIES", {"libnowhere.so.7": "libnowhere7"})
    with pytest.raises(SystemExit, match="still not to be loaded: libnowhere7"):
        system_packages.need_qt_libraries()
    update, install = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert update.startswith("update ")
    assert install.startswith("install --yes --no-install-recommends libnowhere7 ")


@linux
def test_a_display_that_does_not_answer_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not dev.display_is_named()
    assert not dev.display_answers()
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-4711")
    assert dev.display_is_named()
    assert not dev.display_answers()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert dev.display_answers()
