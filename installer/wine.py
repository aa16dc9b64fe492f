"""A computer with Windows to try things on: Wine in a root of Debian, with a screen of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from installer.deb_root import inside

SCREEN = ":70"
ORDINARY = 1000
"""The number of the user who is no administrator."""
_ENDING = "wine client error"
_HOLD = """
mount -t proc proc "$0/proc"
mount -t tmpfs shm "$0/dev/shm"
rm -rf "$0/tmp/.X70-lock" "$0/tmp/.X11-unix/X70"
# Who waits here also buries the processes that nobody else waits for.
chroot "$0" Xvfb :70 -nocursor -screen 0 1366x768x24 -fbdir /screen &
wait
"""


@dataclass(frozen=True, slots=True)
class Done:
    """What a program said and how it ended."""

    status: int
    output: str
    seconds: float


class Windows:
    """Runs programs while the ``with`` block lasts; all of them end with it, whatever they do.

    What Windows thinks is drive C lies in ``home``/wine, and is made where it is missing.
    """

    def __init__(self, root: Path, user: str, language: str, *, is_ordinary: bool = True) -> None:
        self.root = root
        self._inner_home = Path("/home", user) if is_ordinary else Path("/", user)
        self.home = root / self._inner_home.relative_to("/")
        self.drive = self.home / "wine" / "drive_c"
        self._user, self._language, self._is_ordinary = user, language, is_ordinary
        self._holder: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Windows:
        self._make_user()
        try:
            self._begin()
        except BaseException:
            self.end()
            raise
        return self

    def _begin(self) -> None:
        shutil.rmtree(self.root / "screen", ignore_errors=True)
        (self.root / "screen").mkdir()
        options = ["--mount", "--net", "--pid", "--fork", "--kill-child"]
        shell = ["sh", "-e", "-c", _HOLD, str(self.root)]
        self._holder = subprocess.Popen(
            ["unshare", *options, *shell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        frame = self.root / "screen" / "Xvfb_screen0"
        self.until("the screen", lambda: frame.is_file() and frame.stat().st_size > 0)
        children = Path(f"/proc/{self._holder.pid}/task/{self._holder.pid}/children")
        self._first = children.read_text(encoding="utf-8").split()[0]
        self.run(180, "wineboot", "-u" if self.drive.is_dir() else "-i")
        self.rest()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def end(self) -> None:
        """End every process, at once."""
        if self._holder is not None:
            self._holder.kill()
            self._holder.wait()

    def run(self, seconds: int, *command: str) -> Done:
        """Run ``command``, which ends everything where it takes more than so many ``seconds``."""
        began = time.monotonic()
        with self._start(command, as_root=not self._is_ordinary) as process:
            try:
                output, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                self.end()
                sys.exit(f"Not done after {seconds} s: {' '.join(command)}")
        return Done(process.returncode, output or "", time.monotonic() - began)

    def program(self, seconds: int, *command: str) -> Done:
        """``run`` for a program of Windows."""
        done = self.run(seconds, "wine", *command)
        if _ENDING in done.output:  # Wine itself was just ending, and nothing was started
            self.rest()
            done = self.run(seconds, "wine", *command)
        return done

    def as_root(self, *command: str | Path) -> Done:
        """Run ``command`` as who may do everything; paths are those of this machine."""
        inner = [
            f"/{part.relative_to(self.root)}" if isinstance(part, Path) else part
            for part in command
        ]
        process = self._start(inner, as_root=True)
        output, _ = process.communicate(timeout=60)
        return Done(process.returncode, output, 0.0)

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start ``command`` and go on; nobody hears what it says."""
        return self._start(command, as_root=not self._is_ordinary, out=subprocess.DEVNULL)

    def _start(
        self, command: Sequence[str], *, as_root: bool, out: int = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        spaces = ["--mount", "--net", "--pid"]
        enter = ["nsenter", "--target", self._first, *spaces, "chroot", str(self.root)]
        who = ["setpriv", f"--reuid={ORDINARY}", f"--regid={ORDINARY}", "--clear-groups"]
        settings = [f"{name}={value}" for name, value in self._environment().items()]
        shell = ["sh", "-c", 'cd "$HOME" && exec "$@"', "sh"]
        whole = [*enter, *(() if as_root else who), "env", "-i", *settings, *shell]
        # Programs of Windows that are not ours say it in the code page of the system.
        said: dict[str, Any] = {"encoding": "utf-8", "errors": "replace"}
        both = subprocess.STDOUT
        return subprocess.Popen([*whole, *command], stdout=out, stderr=both, **said)

    def rest(self) -> None:
        """Wait until no program runs; only then are the registry and all links on the disk."""
        self.run(60, "wineserver", "-w")

    def keys(self, *keys: str) -> None:
        """Press ``keys`` one after the other, with time to see what each does."""
        for key in keys:
            self.run(20, "xdotool", "key", key)
            time.sleep(1)

    def wait_for_window(self, title: str, seconds: int = 90) -> None:
        """Until a window that is shown has ``title`` in its title."""
        find = ("xdotool", "search", "--onlyvisible", "--name", title)
        self.until(f"a window called {title}", lambda: not self.run(20, *find).status, seconds)

    def titles(self) -> list[str]:
        """The titles of all windows that are shown."""
        found = self.run(20, "xdotool", "search", "--onlyvisible", "--name", ".").output.split()
        names = (self.run(20, "xdotool", "getwindowname", number) for number in found)
        return [name.output.strip() for name in names]

    def picture(self, name: str) -> int:
        """Keep what the screen shows in ``root``/pictures; in how many colours it is."""
        from PIL import Image

        content = (self.root / "screen" / "Xvfb_screen0").read_bytes()
        head = [int.from_bytes(content[n * 4 : n * 4 + 4], "big") for n in range(25)]
        width, height, line, start = head[4], head[5], head[12], head[0] + head[19] * 12
        pixels = content[start : start + line * height]
        picture = Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX", line)
        folder = self.root / "pictures"
        folder.mkdir(exist_ok=True)
        picture.save(folder / f"{name}.png")
        return len(picture.getcolors(width * height) or ())

    def _environment(self) -> dict[str, str]:
        # What Wine drops of it is not needed; PATH must be there, for PySide adds to it.
        return {
            "DISPLAY": SCREEN,
            "HOME": str(self._inner_home),
            "LANG": self._language,
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "PYTHONHASHSEED": "1",
            "USER": self._user,
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "WINEPATH": r"C:\windows\system32",
            "WINEPREFIX": str(self._inner_home / "wine"),
        }

    def _make_user(self) -> None:
        if not self._is_ordinary:
            return
        users = self.root / "etc" / "passwd"
        lines = [
            line
            for line in users.read_text(encoding="utf-8").splitlines()
            if f":{ORDINARY}:" not in line
        ]
        lines.append(f"{self._user}:x:{ORDINARY}:{ORDINARY}::{self._inner_home}:/bin/sh")
        users.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.home.mkdir(parents=True, exist_ok=True)
        inside(self.root, ["chown", f"{ORDINARY}:{ORDINARY}", str(self._inner_home)])

    def until(self, what: str, is_so: Callable[[], bool], seconds: int = 30) -> None:
        deadline = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > deadline:
                with suppress(Exception):
                    self.picture("failure")
                self.end()
                sys.exit(f"Not there after {seconds} s: {what}")
            time.sleep(0.3)
