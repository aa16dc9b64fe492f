"""One user's computer with Windows, the installer that is tried there, and what is seen of it."""

from __future__ import annotations

import sys
from pathlib import Path

from installer.wine import ORDINARY, Done, Windows

TITLE = "数商自评"
PROGRAM, CONSOLE = "digicom-desktop.exe", "digicom-desktop-cli.exe"
PLAIN = ("-X", "utf8", "-m", "digicom_desktop")
"""How Python's own program runs the modules."""
LINKS = 2
"""In the menu and on the desktop."""
_COLOURS = 100
"""A window that paints has more; an empty screen has one."""
PAGE = 20
"""The same for a page of the installer."""


class UserComputer:
    """``windows`` as its user has it, with the installer ``setup``.

    ``program`` and ``data`` are the usual folders, there or not; ``longest`` is the number of
    characters that another folder of the program may have.
    """

    def __init__(self, windows: Windows, setup: str, longest: int) -> None:
        self.windows, self.setup, self.longest = windows, setup, longest
        users = windows.drive / "users"
        local = next(p for p in users.glob("*/AppData/Local") if p.parts[-3] != "Public")
        self.home = local.parents[1]
        self.program = local / "Programs" / "DigiCom Desktop"
        self.data = local / "DigiCom Desktop"

    def console_of(self, folder: Path) -> tuple[str, ...]:
        """How the command line of the program in ``folder`` is started."""
        return self._command(folder, CONSOLE, "python.exe")

    def window_of(self, folder: Path) -> tuple[str, ...]:
        """How its window is started."""
        return self._command(folder, PROGRAM, "pythonw.exe")

    def _command(self, folder: Path, program: str, python: str) -> tuple[str, ...]:
        # From the zip; installed; installed without a program of ours.
        for path in (folder / program, folder / "lib" / program):
            if path.is_file():
                return (self.known(path),)
        return (self.known(folder / "lib" / python), *PLAIN)

    def run(self, folder: Path, *arguments: str, seconds: int = 120) -> Done:
        """The command line of the program in ``folder``, which must end with 0."""
        done = self.windows.program(seconds, *self.console_of(folder), *arguments)
        require(done.status == 0, f"{arguments}: status {done.status}\n{done.output}")
        return done

    def refused(self, what: str, *arguments: str) -> None:
        """The command line must say why not, in one sentence for people."""
        command = self.console_of(self.program)
        for language, full_stop in (("zh_CN", "。"), ("en", ".")):
            done = self.windows.program(120, *command, "--language", language, *arguments)
            sentence = done.output.strip()
            is_sentence = sentence.endswith(full_stop) and "Traceback" not in sentence
            require(done.status == 1 and is_sentence, f"{what}: {done}")
            self.say(f"{what}: {sentence}")

    def see_refusal(self, name: str, data: str) -> None:
        """The window must say why not, and end."""
        program = self.window_of(self.program)
        with self.windows.start("wine", *program, "--data-dir", data):
            self.windows.wait_for_window(".")
            self.windows.keys("shift", "shift")
            self.see(name)
            self.windows.keys("Escape")
        self.windows.rest()

    def ask_for(self, name: str, folder: str) -> None:
        """See what the installer's page says about ``folder``, and give up."""
        with self.windows.start("wine", self.setup, f"/D={folder}") as running:
            self.windows.wait_for_window("安装")
            self.windows.keys("Return", "Return", "shift")
            self.see(name, PAGE)
            self.windows.keys("Return", "Escape", "Return")
            running.wait(60)

    def see(self, name: str, least: int = _COLOURS) -> None:
        """Keep a picture called ``name``, which must have more than ``least`` colours."""
        colours = self.windows.picture(name)
        require(colours > least, f"{name}: only {colours} colours, so nothing is painted")

    def close_window(self) -> None:
        """Close the window that is before the others, and wait for its end."""
        self.windows.keys("alt+F4")
        self.windows.rest()

    def windows_shown(self) -> int:
        """How many windows of the program there are."""
        return sum(TITLE in title for title in self.windows.titles())

    def until_installed(self) -> None:
        """Wait for the last page of the installer."""
        # The links are made near the end; then the page goes, and the last one comes.
        self.windows.until("the links", lambda: len(self.links()) == LINKS, 300)
        self.windows.keys("shift", "shift", "shift")
        self.windows.until("the last page", lambda: self.windows.picture("finished") > PAGE, 60)

    def links(self) -> list[str]:
        """The names of the user's links, in the menu and on the desktop."""
        return [path.name for path in self.home.rglob("*.lnk")]

    def deep(self, name: str) -> Path:
        """A folder of the most characters, as Windows counts them; it is not there."""
        known = rf"C:\{name}"
        while len(known) < self.longest:
            known += "\\" + "很长的文件夹名称" * 4
        known = known[: self.longest]
        if known.endswith("\\"):
            known = known[:-2] + "很长"
        folder = self.windows.drive.joinpath(*known.split("\\")[1:])
        self.windows.as_root("mkdir", "-p", folder.parent)
        self.windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", self.windows.drive / name)
        return folder

    def known(self, path: Path) -> str:
        """``path`` as Windows calls it."""
        return "C:\\" + "\\".join(path.relative_to(self.windows.drive).parts)

    def inside(self, folder: Path) -> dict[str, bytes]:
        """What lies in ``folder``: contents by path."""
        names = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in names}

    def say(self, sentence: str, more: str = "") -> None:
        """Tell whoever builds, after what a program said of itself."""
        print(more + sentence, flush=True)


def require(is_so: bool, otherwise: str) -> None:
    """End everything with the sentence ``otherwise`` unless ``is_so``."""
    if not is_so:
        sys.exit(otherwise)
