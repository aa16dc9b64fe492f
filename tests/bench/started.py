"""From starting the process to the window: beside a bare window of the same toolkit."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace

_RUNS = 15


def measure(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Rows of name, value and goal; the two windows take turns, so that both meet the same noise.

    "Stable" is when the program waits for the person: everything saved is listed.
    """
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    workspace.add_sample()
    workspace.close()
    runs: dict[str, list[dict[str, float]]] = {"bare": [], "ours": []}
    for number in range(_RUNS + 1):
        for kind, times in runs.items():
            found = _start(kind, folder)
            if number:  # The first start of all fills caches of files and of compiled modules.
                times.append(found)
    for key, name in (("painted", "first paint"), ("stable", "stable window")):
        bare, ours = (statistics.median(run[key] for run in runs[kind]) for kind in runs)
        yield f"bare PySide6 window, {name}", bare, ""
        yield f"window, {name}", ours, ""
        yield f"window, {name}: times the bare one", ours / bare, "<= 1.7"
    for kind, name in (("bare", "bare PySide6 window"), ("ours", "window")):
        memory = statistics.median(run["memory"] for run in runs[kind])
        yield f"{name}, memory (MB)", memory, ""


def _start(kind: str, folder: Path) -> dict[str, float]:
    environment = {**os.environ}
    # Started as an installed program is: with its modules compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "" if "DISPLAY" in environment else "offscreen")
    if not environment["QT_QPA_PLATFORM"]:
        del environment["QT_QPA_PLATFORM"]
    child = Path(__file__).with_name("window_process.py")
    command = [sys.executable, str(child), kind, str(folder), repr(time.monotonic())]
    done = subprocess.run(
        command, env=environment, capture_output=True, check=True, encoding="utf-8", timeout=60
    )
    times: dict[str, float] = json.loads(done.stdout)
    return times
