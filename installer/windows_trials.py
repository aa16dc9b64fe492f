"""Tries the installer, the zip and the installed program as a person in China has them.

The user is called 张三, Windows is Chinese with the code page GBK, and he is no administrator. What
he sees is kept in the root's ``pictures``.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

from installer.wine import ORDINARY, Done, Windows

USER, CHINESE = "张三", "zh_CN.UTF-8"
TITLE = "数商自评"
PROGRAM, CONSOLE = "digicom-desktop.exe", "digicom-desktop-cli.exe"
PLAIN = ("-X", "utf8", "-m", "digicom_desktop")
"""How Python's own program runs the modules."""
_COLOURS = 100
"""A window that paints has more; an empty screen has one."""
_MOMENTS = (1.0, 2.0, 3.0, 3.5, 4.0, 4.3, 4.6, 4.9, 5.2)
"""Seconds after which an installer is killed; it takes some five."""
_LINKS = 2
"""In the menu and on the desktop."""
_PAGE = 20
"""The same for a page of the installer."""
_CODE_PAGE = r"HKLM\System\CurrentControlSet\Control\Nls\CodePage"
_REFUSED = 2
"""How the installer ends where something stands in the way."""


def try_windows(root: Path, setup: str, portable: Path | None, longest: int) -> None:
    """Go through everything; ends with what is not as it should be.

    ``longest`` is the number of characters that the folder of the program may have.
    """
    installer = rf"Z:\out\{setup}"
    for name in ("pictures", f"home/{USER}", "home/li"):
        shutil.rmtree(root / name, ignore_errors=True)
    with Windows(root, USER, CHINESE) as windows:
        trials = Trials(windows, installer, longest)
        trials.meet_an_old_windows()
        trials.install_by_hand()
        trials.try_itself()
        trials.open_files()
        trials.upgrade()
        trials.be_killed()
        trials.respect_others()
        trials.meet_a_closed_door()
        trials.meet_a_full_disk()
        trials.meet_newer_data()
        trials.go_far_down()
        if portable is not None:
            trials.carry_along(portable)
        trials.remove()
    with Windows(root, "li", "en_US.UTF-8") as windows:
        Trials(windows, installer, longest).install_by_hand("english-")


class Trials:
    """One user's computer, and the installer ``setup`` that is tried there."""

    def __init__(self, windows: Windows, setup: str, longest: int) -> None:
        self._windows, self._setup, self._longest = windows, setup, longest
        users = windows.drive / "users"
        local = next(p for p in users.glob("*/AppData/Local") if p.parts[-3] != "Public")
        self._user = local.parents[1]
        self._folder = local / "Programs" / "DigiCom Desktop"
        self._data = local / "DigiCom Desktop"
        self._sample: Path | None = None

    def meet_an_old_windows(self) -> None:
        """Windows 8.1, which the libraries no longer support."""
        windows = self._windows
        windows.program(60, "winecfg", "-v", "win81")
        done = windows.program(60, self._setup, "/S")
        _require(done.status == _REFUSED, f"on Windows 8.1: status {done.status}")
        _require(not self._folder.exists(), "something was installed on Windows 8.1")
        with windows.start("wine", self._setup) as running:
            windows.wait_for_window("安装")
            windows.keys("shift")
            self._see("old-windows", _PAGE)
            windows.keys("Return")
            running.wait(60)
        windows.program(60, "winecfg", "-v", "win10")
        self._say("Refused on Windows 8.1")

    def install_by_hand(self, prefix: str = "") -> None:
        """Through all pages, and the program that the last of them starts."""
        windows = self._windows
        with windows.start("wine", self._setup) as running:
            windows.wait_for_window("安装|Setup")
            for page, key in (("welcome", "Return"), ("folder", "Return")):
                windows.picture(f"{prefix}{page}")
                windows.keys(key)
            windows.wait_for_window("安装|Setup")
            self._until_installed()
            windows.picture(f"{prefix}finished")
            windows.keys("Return")
            windows.wait_for_window(f"^({TITLE}|DigiCom Desktop)$")
            windows.keys("shift")
            self._see(f"{prefix}first-start")
            windows.keys("alt+F4")
            running.wait(60)
        windows.rest()
        self._say("Installed page by page; menu, desktop, and the window paints")

    def try_itself(self) -> None:
        """The self-test of what was installed."""
        page = self._windows.program(30, "reg", "query", _CODE_PAGE, "/v", "ACP")
        _require("936" in page.output, f"the code page is not GBK: {page.output}")
        done = self._run(self._folder, "--self-test", seconds=600)
        self._say(f"Self-test of what was installed: passed, {done.seconds:.0f} s", done.output)

    def open_files(self) -> None:
        """A double click on a file, and a second start while the window is open."""
        windows = self._windows
        folder = windows.drive / "自评 文件"
        self._run(self._folder, "demo", self._known(folder))
        self._sample = next(folder.glob("*.digicom"))
        # Wine's shell does not look among what is registered for one user.
        for key in (".digicom", "DigiCom.Package"):
            copy = rf"HKCU\Software\Classes\{key}", rf"HKLM\Software\Classes\{key}"
            windows.program(30, "reg", "copy", *copy, "/s", "/f")
        with windows.start("wine", "start", self._known(self._sample)) as opener:
            windows.wait_for_window(f"^{TITLE}")
            opener.wait(60)
            windows.keys("shift", "shift")
            self._see("double-click")
            windows.keys("Return", "shift")
            self._see("opened")
            windows.run(20, "xdotool", "search", "--name", TITLE, "windowminimize")
            again = windows.program(60, *self._window_of(self._folder))
            _require(again.status == 0, f"the second start ended with {again.status}")
            windows.keys("shift")
            self._see("second-start")
            _require(self._windows_shown() == 1, f"windows: {windows.titles()}")
        self._say(f"Opened by a double click; a second start ended in {again.seconds:.1f} s")

    def upgrade(self) -> None:
        """Over the running program, which is refused, and over the closed one."""
        windows = self._windows
        kept = self._inside(self._folder)
        done = windows.program(300, self._setup, "/S")
        _require(done.status == _REFUSED, f"over a running program: status {done.status}")
        _require(self._inside(self._folder) == kept, "the running program was changed")
        with windows.start("wine", self._setup) as running:
            windows.wait_for_window("安装")
            windows.keys("Return", "Return", "shift", "shift")
            windows.picture("running")
            windows.keys("Escape")
            running.wait(60)
        self._close_window()
        before = self._run(self._folder, "list", "--json").output
        done = windows.program(300, self._setup, "/S")
        _require(done.status == 0, f"over the closed program: status {done.status}")
        windows.rest()
        _require(self._run(self._folder, "list", "--json").output == before, "the data changed")
        _require("婺源" in before, "there were no data")
        self._say(f"Refused while it runs; installed over itself in {done.seconds:.0f} s")

    def be_killed(self) -> None:
        """An upgrade that is killed at any moment leaves a program, and the next one succeeds."""
        windows = self._windows
        before = self._run(self._folder, "list", "--json").output
        for moment in _MOMENTS:
            windows.rest()
            with windows.start("wine", self._setup, "/S"):
                time.sleep(moment)
                windows.run(30, "wineserver", "-k")
            listed = self._run(self._folder, "list", "--json").output
            _require(listed == before, f"killed after {moment} s: {listed}")
        _require(windows.program(300, self._setup, "/S").status == 0, "not installed after kills")
        left = [path.name for path in self._folder.glob("dc*")]
        _require(not left, f"left by killed installers: {left}")
        self._say(f"Killed at {len(_MOMENTS)} moments: it works, and the next upgrade succeeds")

    def respect_others(self) -> None:
        """What others keep in a folder stays, data above all; and so does another copy."""
        drive, windows = self._windows.drive, self._windows
        kept = [drive / "others" / "lib" / "mine.txt", drive / "data" / "digicom.sqlite3"]
        kept.append(drive / "data" / "DigiCom Desktop" / "mine.txt")
        for path in kept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("mine", encoding="utf-8")
        self._windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", drive / "others")
        self._windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", drive / "data")
        refused = windows.program(300, self._setup, "/S", r"/D=C:\data")
        _require(refused.status == _REFUSED, f"among data: status {refused.status}")
        self._ask_for("others", r"C:\data")
        done = windows.program(300, self._setup, "/S", r"/D=C:\others")
        _require(done.status == 0, f"among other files: status {done.status}")
        copy = drive / "others" / "DigiCom Desktop"
        self._run(copy, "--version")
        shutil.copy(copy / "lib" / "uninstall.exe", drive / "others" / "lib")
        windows.program(60, r"C:\others\lib\uninstall.exe", "/S")
        # Wine puts what has a blank in quotes, which /D= does not take: so it is the usual folder.
        windows.program(30, "reg", "delete", r"HKCU\Software\DigiCom Desktop", "/f")
        windows.program(300, self._setup, "/S")
        windows.program(60, self._known(copy / "lib" / "uninstall.exe"), "/S")
        windows.rest()
        _require(not copy.exists(), "the copy is still there")
        self._run(self._folder, "--version")
        asked = windows.program(30, "reg", "query", r"HKCU\Software\Classes\.digicom")
        _require(asked.status == 0, "the copy took the association of the other one along")
        texts = {path.read_text(encoding="utf-8") for path in kept}
        _require(texts == {"mine"} and len(self._links()) == _LINKS, "something of others is gone")
        self._say("Refused among data; other files and another copy of the program stayed")

    def meet_a_closed_door(self) -> None:
        """Folders that must not be written, for the program and for its data."""
        folder = self._windows.drive / "closed"
        folder.mkdir(mode=0o755)
        known = self._known(folder)
        done = self._windows.program(300, self._setup, "/S", rf"/D={known}")
        _require(done.status == _REFUSED, f"without permission: status {done.status}")
        _require(not any(folder.iterdir()), "something was written without permission")
        self._ask_for("closed-folder", known)
        self._refused("No permission", "--data-dir", rf"{known}\data", "list")
        self._see_refusal("closed", rf"{known}\data")

    def meet_a_full_disk(self) -> None:
        """Disks that are too small for the program, and for its data."""
        for size, name in (("60m", "small"), ("200k", "tiny")):
            folder = self._windows.drive / name
            folder.mkdir()
            options = f"size={size},uid={ORDINARY},gid={ORDINARY}"
            self._windows.as_root("mount", "-t", "tmpfs", "-o", options, "none", folder)
        done = self._windows.program(300, self._setup, "/S", r"/D=C:\small\digicom")
        _require(done.status == _REFUSED, f"on a full disk: status {done.status}")
        left = self._windows.as_root("ls", "-A", self._windows.drive / "small").output
        _require(not left, f"left on the full disk: {left}")
        self._ask_for("small-disk", r"C:\small\digicom")
        self._refused("Disk full", "--data-dir", r"C:\tiny\data", "demo", r"C:\tiny\demo")

    def meet_newer_data(self) -> None:
        """Data that a newer version has written."""
        folder = self._windows.drive / "newer"
        shutil.copytree(self._data, folder)
        self._windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", folder)
        with closing(sqlite3.connect(folder / "digicom.sqlite3")) as connection:
            connection.execute("PRAGMA user_version = 99")
        self._refused("Newer data", "--data-dir", self._known(folder), "list")
        self._see_refusal("newer", self._known(folder))

    def go_far_down(self) -> None:
        """The longest folder for the program and for its data, and one that is longer."""
        folder = self._deep("程序")
        done = self._windows.program(300, self._setup, "/S", f"/D={self._known(folder)}")
        _require(done.status == 0, f"in the longest folder: status {done.status}")
        done = self._run(folder, "--self-test", seconds=600)
        self._test_in(self._deep("临时"))
        data = self._deep("数据")
        place = self._known(data)
        self._run(folder, "--data-dir", place, "import", self._known(self._found()))
        listed = self._run(folder, "--data-dir", place, "list").output
        _require("婺源" in listed, f"in the longest data folder: {listed}")
        longer = self._known(folder) + "长"
        refused = self._windows.program(300, self._setup, "/S", f"/D={longer}")
        _require(refused.status == _REFUSED, f"in a longer folder: status {refused.status}")
        self._ask_for("too-long", longer)
        self._windows.program(120, self._known(folder / "lib" / "uninstall.exe"), "/S")
        self._windows.rest()
        _require(not folder.exists(), "the program is still there")
        self._say(
            f"In a Chinese folder of {self._longest} characters: self-test {done.seconds:.0f} s"
        )

    def _test_in(self, place: Path) -> None:
        """The self-test, with its data, evidence and exports in the folder ``place``."""
        self._windows.as_root("install", "-d", "-o", str(ORDINARY), "-g", str(ORDINARY), place)
        script = self._windows.drive / "there.bat"
        known = [f"set {name}={self._known(place)}" for name in ("TEMP", "TMP")]
        command = " ".join(f'"{part}"' for part in self._console_of(self._folder))
        lines = ["@echo off", *known, "echo there> %TEMP%\\there.txt", f"{command} --self-test"]
        script.write_text("\r\n".join(lines), encoding="gbk", newline="")
        done = self._windows.program(600, "cmd", "/c", self._known(script))
        _require((place / "there.txt").is_file(), "Windows has another folder for passing files")
        _require(done.status == 0, f"the self-test in a long folder: {done.output}")

    def carry_along(self, portable: Path) -> None:
        """The zip ``portable``, unpacked in such a folder, with its data beside it."""
        folder = self._deep("便携")
        with zipfile.ZipFile(portable) as archive:
            for name in archive.namelist():
                target = folder / name.partition("/")[2]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
        self._windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", folder)
        before = self._inside(self._data)
        done = self._run(folder, "--self-test", seconds=600)
        self._run(folder, "import", self._known(self._found()))
        _require("婺源" in self._run(folder, "list").output, "the zip has no data of its own")
        _require((folder / "data" / "digicom.sqlite3").is_file(), "the data are elsewhere")
        _require(self._inside(self._data) == before, "the zip touched the user's own data")
        with self._windows.start("wine", *self._window_of(folder)):
            self._windows.wait_for_window(f"^{TITLE}")
            self._windows.keys("shift", "shift")
            self._see("portable")
            self._close_window()
        self._say(f"The zip in such a folder: self-test {done.seconds:.0f} s, data beside it")

    def remove(self) -> None:
        """Without a question, which keeps the data, and by hand, with Yes."""
        windows = self._windows
        windows.program(300, self._setup, "/S")
        kept = self._inside(self._data)
        windows.program(120, self._known(self._folder / "lib" / "uninstall.exe"), "/S")
        windows.rest()
        _require(not self._folder.exists(), "the program is still there")
        _require(self._inside(self._data) == kept, "the data are not what they were")
        _require(not self._links(), f"left: {self._links()}")
        asked = windows.program(30, "reg", "query", r"HKCU\Software\Classes\.digicom")
        _require(asked.status != 0, f"left in the registry: {asked.output}")
        windows.program(300, self._setup, "/S")
        with windows.start("wine", self._known(self._folder / "lib" / "uninstall.exe")):
            windows.wait_for_window("卸载")
            windows.keys("shift")
            windows.picture("remove")
            windows.keys("Return", "shift", "shift", "shift")
            windows.picture("remove-data")
            windows.keys("Left", "Return", "shift")
            windows.picture("removed")
            windows.keys("Return")
        windows.rest()
        _require(not self._folder.exists(), "the program is still there")
        _require(not self._data.exists(), "the data are still there after Yes")
        removed = self._data.with_name(f"{self._data.name}.removed")
        _require(not removed.exists(), "the data are still there under another name")
        self._say("Removed without a question: the data stayed; by hand with Yes: they are gone")

    def _console_of(self, folder: Path) -> tuple[str, ...]:
        return self._command(folder, CONSOLE, "python.exe")

    def _window_of(self, folder: Path) -> tuple[str, ...]:
        return self._command(folder, PROGRAM, "pythonw.exe")

    def _command(self, folder: Path, program: str, python: str) -> tuple[str, ...]:
        """How it is started: from the zip, installed, or installed without a program of ours."""
        for path in (folder / program, folder / "lib" / program):
            if path.is_file():
                return (self._known(path),)
        return (self._known(folder / "lib" / python), *PLAIN)

    def _run(self, folder: Path, *arguments: str, seconds: int = 120) -> Done:
        """The command line of the program in ``folder``, which must end with 0."""
        done = self._windows.program(seconds, *self._console_of(folder), *arguments)
        _require(done.status == 0, f"{arguments}: status {done.status}\n{done.output}")
        return done

    def _refused(self, what: str, *arguments: str) -> None:
        """The command line must say why not, in one sentence for people."""
        command = self._console_of(self._folder)
        for language, full_stop in (("zh_CN", "。"), ("en", ".")):
            done = self._windows.program(120, *command, "--language", language, *arguments)
            sentence = done.output.strip()
            is_sentence = sentence.endswith(full_stop) and "Traceback" not in sentence
            _require(done.status == 1 and is_sentence, f"{what}: {done}")
            self._say(f"{what}: {sentence}")

    def _see_refusal(self, name: str, data: str) -> None:
        """The window must say why not, and end."""
        program = self._window_of(self._folder)
        with self._windows.start("wine", *program, "--data-dir", data):
            self._windows.wait_for_window(".")
            self._windows.keys("shift", "shift")
            self._see(name)
            self._windows.keys("Escape")
        self._windows.rest()

    def _ask_for(self, name: str, folder: str) -> None:
        """See what the installer's page says about ``folder``, and give up."""
        with self._windows.start("wine", self._setup, f"/D={folder}") as running:
            self._windows.wait_for_window("安装")
            self._windows.keys("Return", "Return", "shift")
            self._see(name, _PAGE)
            self._windows.keys("Return", "Escape", "Return")
            running.wait(60)

    def _see(self, name: str, least: int = _COLOURS) -> None:
        colours = self._windows.picture(name)
        _require(colours > least, f"{name}: only {colours} colours, so nothing is painted")

    def _close_window(self) -> None:
        self._windows.keys("alt+F4")
        self._windows.rest()

    def _windows_shown(self) -> int:
        return sum(TITLE in title for title in self._windows.titles())

    def _until_installed(self) -> None:
        # The links are made near the end; then the page goes, and the last one comes.
        self._windows.until("the links", lambda: len(self._links()) == _LINKS, 300)
        self._windows.keys("shift", "shift", "shift")
        self._windows.until("the last page", lambda: self._windows.picture("finished") > _PAGE, 60)

    def _links(self) -> list[str]:
        return [path.name for path in self._user.rglob("*.lnk")]

    def _found(self) -> Path:
        if self._sample is None:
            raise RuntimeError("open_files makes the sample")
        return self._sample

    def _deep(self, name: str) -> Path:
        """A folder of the most characters, as Windows counts them; it is not there."""
        known = rf"C:\{name}"
        while len(known) < self._longest:
            known += "\\" + "很长的文件夹名称" * 4
        known = known[: self._longest]
        if known.endswith("\\"):
            known = known[:-2] + "很长"
        folder = self._windows.drive.joinpath(*known.split("\\")[1:])
        self._windows.as_root("mkdir", "-p", folder.parent)
        self._windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", self._windows.drive / name)
        return folder

    def _known(self, path: Path) -> str:
        """``path`` as Windows calls it."""
        return "C:\\" + "\\".join(path.relative_to(self._windows.drive).parts)

    def _inside(self, folder: Path) -> dict[str, bytes]:
        names = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in names}

    def _say(self, sentence: str, more: str = "") -> None:
        print(more + sentence, flush=True)


def _require(is_so: bool, otherwise: str) -> None:
    if not is_so:
        sys.exit(otherwise)
