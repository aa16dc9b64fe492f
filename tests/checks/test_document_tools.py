"""What the tests of documents need is installed where that is possible, and missed elsewhere."""

import os
import stat
import sys
from pathlib import Path

import pytest

from installer import document_tools

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks nothing of other systems")
MISSING = {"no-such-program": "no-such-package"}


def _apt_that(folder: Path, does: str) -> None:
    """An apt-get of our own in ``folder``."""
    apt = folder / "apt-get"
    apt.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    apt.chmod(apt.stat().st_mode | stat.S_IXUSR)


@linux
def test_root_gets_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _apt_that(tmp_path, f'echo "$@" >> {tmp_path}/log')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(document_tools, "PACKAGES", MISSING)
    monkeypatch.setattr(document_tools, "MODULES", {})
    assert document_tools.main() == 0
    update, install = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert update.endswith("update")
    assert install.endswith("install --yes --no-install-recommends no-such-package")


@linux
@pytest.mark.parametrize(("user", "does"), [(1000, "exit 0"), (0, "exit 100")])
def test_what_cannot_be_installed_stops_nothing_and_is_said(
    user: int,
    does: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _apt_that(tmp_path, does)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(document_tools, "PACKAGES", MISSING)
    monkeypatch.setattr(document_tools, "MODULES", {})
    assert document_tools.main() == 0
    assert "skipped" in capsys.readouterr().out
