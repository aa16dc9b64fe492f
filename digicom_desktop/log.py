"""What the program did and what failed, one line each, without anything that a person entered."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock
from types import TracebackType

from digicom_desktop.errors import DigicomError

FOLDER_NAME = "logs"
"""The folder in the data folder."""

_NAME = "digicom.log"
_OLDER = ("digicom.log.1", "digicom.log.2")
"""What became of the file when it was full, the newer first."""
_SIZE = 256 * 1024
"""Bytes of one file."""
_REMEMBERED = 500
"""Lines that wait for a folder, or for a disk that takes them."""
_FRAMES = 40
"""Calls of one error that are named; an endless recursion has a thousand."""
_ERRORS = 5
"""How many errors are named of those that led to one another."""

_ID = re.compile(r"[a-z0-9_.]{1,80}")
_FILE = re.compile(r"[\w.-]{1,80}\.py|<[\w. -]{1,80}>")
_PACKAGE = "digicom_desktop"
_LIBRARIES = "site-packages"
_DEPTH = 4
"""Parts of the longest path of a file of ours, from the package on."""


class Event(StrEnum):
    """What may be noted."""

    START = "start"
    END = "end"
    OPENED = "opened"
    NOT_OPENED = "not_opened"
    BROKEN_OFF = "broken_off"
    """The last run ended in the middle of native code."""
    CRASH = "crash"
    REPEATED = "repeated"
    """The failure above happened so often again."""
    RECOVERED = "recovered"
    NOT_RECOVERED = "not_recovered"
    NOT_SAVED = "not_saved"
    SAVED_AGAIN = "saved_again"
    BACKUP = "backup"
    NO_BACKUP = "no_backup"
    SECOND_PLACE = "second_place"
    NO_SECOND_PLACE = "no_second_place"
    RESTORED = "restored"
    NOT_RESTORED = "not_restored"
    MOVED = "moved"
    NOT_MOVED = "not_moved"
    BROUGHT_IN = "brought_in"
    NOT_BROUGHT_IN = "not_brought_in"
    WORKBOOK = "workbook_written"
    PDF = "pdf_written"
    PACKAGE = "package_written"
    VOLUME = "volume_written"
    NOT_WRITTEN = "not_written"


def _now() -> datetime:
    return datetime.now(UTC)


class Log:
    """The events of this run; they wait in memory until a folder is known to be ours.

    No text can get in: events are members of ``Event``, everything else is numbers, names of types,
    ids of sentences and places in code. What no disk takes is given up in silence. Any thread.
    """

    def __init__(self, now: Callable[[], datetime] = _now) -> None:
        self._now = now
        self._lock = Lock()
        self._waiting: deque[str] = deque(maxlen=_REMEMBERED)
        self._last_failure = ""
        self._repeated = 0
        self.folder: Path | None = None
        """The data folder in which it is kept."""

    def keep_in(self, folder: Path) -> None:
        """Write what was noted, and what will be, in the data ``folder``."""
        with self._lock:
            self.folder = folder
            self._write()

    def let_go(self) -> None:
        """Touch nothing in the data folder from now on."""
        with self._lock:
            self.folder = None

    def note(self, event: Event, **numbers: int) -> None:
        """Write that ``event`` happened."""
        with self._lock:
            self._add(event, numbers)
            self._write()

    def failure(self, event: Event, error: BaseException) -> None:
        """Write that ``event`` happened, and where in the program ``error`` came from.

        The same again is only counted: what fails while it is painted fails with every frame.
        """
        said = f"{Event(event)} {'; '.join(trail(error))}"
        with self._lock:
            if said == self._last_failure:
                self._repeated += 1
                return
            self._add_repeated()
            self._last_failure = said
            self._waiting.append(f"{self._time()} {said}")
            self._write()

    @contextmanager
    def noting(self, event: Event) -> Iterator[None]:
        """Write as ``event`` any DigicomError that passes."""
        try:
            yield
        except DigicomError as error:
            self.failure(event, error)
            raise

    def texts(self) -> dict[str, str]:
        """Everything that is noted, by the names of files; what no file took is there, too."""
        with self._lock:
            self._add_repeated()
            self._write()
            found = {name: self._read(name) for name in (*reversed(_OLDER), _NAME)}
            found[_NAME] += "".join(f"{line}\n" for line in self._waiting)
        return {name: text for name, text in found.items() if text}

    def _add(self, event: Event, numbers: dict[str, int]) -> None:
        self._add_repeated()
        pairs = (f" {name}={int(number)}" for name, number in numbers.items())
        self._waiting.append(f"{self._time()} {Event(event)}{''.join(pairs)}")

    def _add_repeated(self) -> None:
        if self._repeated:
            line = f"{self._time()} {Event.REPEATED} times={self._repeated}"
            self._waiting.append(line)
        self._last_failure, self._repeated = "", 0

    def _time(self) -> str:
        return f"{self._now().astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"

    def _write(self) -> None:
        if self.folder is None or not self._waiting:
            return
        content = "".join(f"{line}\n" for line in self._waiting).encode()
        try:
            folder = self.folder / FOLDER_NAME
            folder.mkdir(mode=0o700, exist_ok=True)
            _make_room(folder, len(content))
            append_private(folder / _NAME, content)
        except OSError:
            return
        self._waiting.clear()

    def _read(self, name: str) -> str:
        if self.folder is None:
            return ""
        try:
            return (self.folder / FOLDER_NAME / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""


def append_private(path: Path, content: bytes) -> None:
    """Add ``content`` to ``path``, which only this person may read."""
    # Not held open: the folder may move, and Windows moves no file that somebody holds.
    flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    with os.fdopen(handle, "ab") as file:
        file.write(content)


def _make_room(folder: Path, size: int) -> None:
    """Begin another file where the one in ``folder`` is full, and drop the oldest."""
    path = folder / _NAME
    if not path.exists() or path.stat().st_size + size <= _SIZE:
        return
    newer, older = (folder / name for name in _OLDER)
    if newer.exists():
        newer.replace(older)
    path.replace(newer)


def trail(error: BaseException | None) -> Iterator[str]:
    """The type of ``error``, and of what led to it, with the places in code, innermost last.

    Neither messages nor whole paths, because both may hold a person's texts.
    """
    for _ in range(_ERRORS):
        if error is None:
            return
        places = deque(_places(error.__traceback__), maxlen=_FRAMES)
        yield " ".join((_name(error), *(f"@ {place}" for place in places)))
        error = error.__cause__ or error.__context__


def _name(error: BaseException) -> str:
    if not isinstance(error, DigicomError):
        return type(error).__name__
    return f"{type(error).__name__} {error.id if _ID.fullmatch(error.id) else '?'}"


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{place_of(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def place_of(file: str) -> str:
    """Where ``file`` lies in its package; of a path that is no package's, only the name."""
    parts = re.split(r"[/\\]", file)
    name = parts[-1] if _FILE.fullmatch(parts[-1]) else "?"
    for root, skipped in ((_LIBRARIES, 1), (_PACKAGE, 0)):
        if root in parts[:-1]:
            inside = parts[len(parts) - 1 - parts[::-1].index(root) + skipped : -1]
            return "/".join((*inside, name)) if len(inside) < _DEPTH else name
    return name
