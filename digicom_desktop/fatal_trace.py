"""The last words of a process that ends in the middle of native code."""

from __future__ import annotations

import faulthandler
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from digicom_desktop.log import FOLDER_NAME, append_private, place_of

_NAME = "fatal.log"
_LAST = "last-end.txt"
"""What such an end left, without paths, until there is another one."""
_LIMIT = 200_000
_FRAME = re.compile(r'\s*File "(.*)", line (\d+) in ([\w<>.]{1,80})')
_HEAD = re.compile(
    r"(Fatal Python error: |Windows fatal exception: |(Current thread|Thread) 0x)"
    r"[\w ,:.'()-]{0,120}"
)


class FatalTrace:
    """Has Python write to ``logs/fatal.log`` in the data folder where it was when it ended so.

    On Windows it also writes of what others cope with later: only a run that did not end as it
    should leaves the file behind.
    """

    def __init__(self) -> None:
        self._handle: int | None = None
        self._path: Path | None = None
        self._may_empty = False

    def listen(self, folder: Path) -> None:
        """Begin in the data ``folder``, if there are logs in it; it may be that of another run."""
        path = folder / FOLDER_NAME / _NAME
        if self._path == path or not path.parent.is_dir():
            return
        self.end()
        with suppress(OSError):
            handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
            self._handle, self._path = handle, path
            faulthandler.enable(handle)

    def take(self) -> bool:
        """Whether the last run ended so; what it left is kept for the diagnostics.

        Nobody else has the data folder open.
        """
        self._may_empty = True
        if self._handle is None or self._path is None:
            return False
        with suppress(OSError):
            left = self._path.read_bytes()[:_LIMIT]
            if left:
                last = self._path.with_name(_LAST)
                last.unlink(missing_ok=True)
                append_private(last, shortened(left.decode(errors="replace")).encode())
                os.ftruncate(self._handle, 0)
                return True
        return False

    def end(self) -> None:
        """Let go of the folder: this run ends as it should, or goes on elsewhere."""
        if self._handle is None or self._path is None:
            return
        faulthandler.disable()
        with suppress(OSError):
            os.close(self._handle)
        if self._may_empty:
            with suppress(OSError):
                self._path.unlink()
        self._handle = self._path = None
        self._may_empty = False


def last_end(folder: Path | None) -> str:
    """What the last end of this kind left in the data ``folder``, "" where there was none."""
    if folder is not None:
        with suppress(OSError):
            path = folder / FOLDER_NAME / _LAST
            return path.read_text(encoding="utf-8", errors="replace")
    return ""


def shortened(text: str) -> str:
    """The lines of ``text`` that are known to be a trace, and of their paths only the ends."""
    return "".join(f"{line}\n" for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if found := _FRAME.fullmatch(line):
            yield f"  {place_of(found[1])}:{found[2]} {found[3]}"
        elif head := _HEAD.match(line):
            yield head[0]
