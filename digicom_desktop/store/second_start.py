"""What a second start of the program hands to the one that has the data folder open."""

import json
import os
import re
import secrets
import time
from contextlib import suppress
from pathlib import Path

from digicom_desktop.store.layout import Layout, create_private
from digicom_desktop.store.lock import is_held

_PATIENCE = 3.0
"""Seconds that the other one has to take a request."""
_PAUSE = 0.02
_STALE = 60.0
"""Seconds after which nobody waits for an answer any more."""
_LONGEST = 64 * 1024
"""Bytes of a request: a path has fewer."""
_NAME = re.compile(r"[0-9a-f]{16}\.json")
_UNFINISHED = re.compile(r"[0-9a-f]{16}\.part")


def hand_over(folder: Path, file: Path | None) -> bool:
    """Ask whoever has ``folder`` open to come forward, and to open ``file``; whether it will.

    False where nobody has it open, nobody answers in time, or nothing can be written there.
    """
    layout = Layout(folder)
    if not is_held(layout.lock):
        return False
    name = secrets.token_hex(8)
    request, unfinished = layout.requests / f"{name}.json", layout.requests / f"{name}.part"
    try:
        make_requests_folder(folder)
        create_private(unfinished)
        unfinished.write_text(_text(file), encoding="utf-8")
        unfinished.replace(request)
        return _is_taken(request)
    except OSError:
        return False


def make_requests_folder(folder: Path) -> Path:
    """The folder of requests in the data folder ``folder``; raises OSError."""
    requests = Layout(folder).requests
    requests.mkdir(mode=0o700, exist_ok=True)
    return requests


def take_requests(folder: Path) -> tuple[Path | None, ...]:
    """Takes what waits in the data folder ``folder``, the oldest first.

    A request is the file to open, or None where the window is to come forward. What is none, and
    what nobody waits for any more, is dropped.
    """
    waiting: list[tuple[float, Path]] = []
    with suppress(OSError):
        for path in Layout(folder).requests.iterdir():
            with suppress(OSError):
                waiting.append((path.stat().st_mtime, path))
    taken = (_take(path, changed) for changed, path in sorted(waiting))
    return tuple(request[0] for request in taken if request is not None)


def _is_taken(request: Path) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while request.exists():
        if time.monotonic() > deadline:
            try:
                request.unlink()
            except FileNotFoundError:  # at the very last moment
                return True
            return False
        time.sleep(_PAUSE)
    return True


def _text(file: Path | None) -> str:
    # The other one was started in another folder. On Linux a path need not be any text: JSON
    # writes what is none as escapes.
    return json.dumps({"open": None if file is None else os.path.abspath(file)})  # noqa: PTH100


def _take(path: Path, changed: float) -> tuple[Path | None] | None:
    is_stale = abs(time.time() - changed) > _STALE
    if not _NAME.fullmatch(path.name):
        if is_stale and _UNFINISHED.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()
        return None
    try:
        with path.open("rb") as stream:
            content = stream.read(_LONGEST)
        path.unlink()  # which is the answer
    except OSError:
        return None
    return None if is_stale else _parsed(content)


def _parsed(content: bytes) -> tuple[Path | None] | None:
    with suppress(ValueError, RecursionError):
        request = json.loads(content)
        if isinstance(request, dict) and "open" in request:
            wanted = request["open"]
            if wanted is None:
                return (None,)
            if isinstance(wanted, str) and "\0" not in wanted and Path(wanted).is_absolute():
                return (Path(wanted),)
    return None
