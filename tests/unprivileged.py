"""Python in a process that obeys the permissions of files, whoever runs the tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
_DROP = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]


def run_unprivileged(script: str, *arguments: object) -> list[str]:
    """The lines that ``script`` prints; root keeps its name there, but not its powers."""
    if sys.platform == "win32":
        pytest.skip("permissions are another matter there")
    command = [sys.executable, "-c", script, *map(str, arguments)]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None or subprocess.run([*_DROP, "true"]).returncode != 0:
            pytest.skip("root cannot lay down its powers here")
        command = [*_DROP, *command]
    environment = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
