"""Tries the installer, the zip and the installed program as a person in China has them.

The user is called 张三, Windows is Chinese with the code page GBK, and he is no administrator. What
he sees is kept in the root's ``pictures``.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
import zipfile
from contextlib import closing
from pathlib import Path

from installer.user_computer import LINKS, PAGE, TITLE, UserComputer, require
from installer.wine import ORDINARY, Windows

USER, CHINESE = "张三", "zh_CN.UTF-8"
_MOMENTS = (1.0, 2.0, 3.0, 3.5, 4.0, 4.3, 4.6, 4.9, 5.2)
"""Seconds after which an installer is killed; it takes some five."""
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
        trials = Trials(UserComputer(windows, installer, longest))
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
        Trials(UserComputer(windows, installer, longest)).install_by_hand("english-")


class Trials:
    """What is tried on one user's computer ``pc``."""

    def __init__(self, pc: UserComputer) -> None:
        self._pc = pc
        self._sample: Path | None = None

    def meet_an_old_windows(self) -> None:
        """Windows 8.1, which the libraries no longer support."""
        windows = self._pc.windows
        windows.program(60, "winecfg", "-v", "win81")
        done = windows.program(60, self._pc.setup, "/S")
        require(done.status == _REFUSED, f"on Windows 8.1: status {done.status}")
        require(not self._pc.program.exists(), "something was installed on Windows 8.1")
        with windows.start("wine", self._pc.setup) as running:
            windows.wait_for_window("安装")
            windows.keys("shift")
            self._pc.see("old-windows", PAGE)
            windows.keys("Return")
            running.wait(60)
        windows.program(60, "winecfg", "-v", "win10")
        self._pc.say("Refused on Windows 8.1")

    def install_by_hand(self, prefix: str = "") -> None:
        """Through all pages, and the program that the last of them starts."""
        windows = self._pc.windows
        with windows.start("wine", self._pc.setup) as running:
            windows.wait_for_window("安装|Setup")
            for page, key in (("welcome", "Return"), ("folder", "Return")):
                windows.picture(f"{prefix}{page}")
                windows.keys(key)
            windows.wait_for_window("安装|Setup")
            self._pc.until_installed()
            windows.picture(f"{prefix}finished")
            windows.keys("Return")
            windows.wait_for_window(f"^({TITLE}|DigiCom Desktop)$")
            windows.keys("shift")
            self._pc.see(f"{prefix}first-start")
            windows.keys("alt+F4")
            running.wait(60)
        windows.rest()
        self._pc.say("Installed page by page; menu, desktop, and the window paints")

    def try_itself(self) -> None:
        """The self-test of what was installed."""
        page = self._pc.windows.program(30, "reg", "query", _CODE_PAGE, "/v", "ACP")
        require("936" in page.output, f"the code page is not GBK: {page.output}")
        done = self._pc.run(self._pc.program, "--self-test", seconds=600)
        self._pc.say(f"Self-test of what was installed: passed, {done.seconds:.0f} s", done.output)

    def open_files(self) -> None:
        """A double click on a file, and a second start while the window is open."""
        windows = self._pc.windows
        folder = windows.drive / "自评 文件"
        self._pc.run(self._pc.program, "demo", self._pc.known(folder))
        self._sample = next(folder.glob("*.digicom"))
        # Wine's shell does not look among what is registered for one user.
        for key in (".digicom", "DigiCom.Package"):
            copy = rf"HKCU\Software\Classes\{key}", rf"HKLM\Software\Classes\{key}"
            windows.program(30, "reg", "copy", *copy, "/s", "/f")
        with windows.start("wine", "start", self._pc.known(self._sample)) as opener:
            windows.wait_for_window(f"^{TITLE}")
            opener.wait(60)
            windows.keys("shift", "shift")
            self._pc.see("double-click")
            windows.keys("Return", "shift")
            self._pc.see("opened")
            windows.run(20, "xdotool", "search", "--name", TITLE, "windowminimize")
            again = windows.program(60, *self._pc.window_of(self._pc.program))
            require(again.status == 0, f"the second start ended with {again.status}")
            windows.keys("shift")
            self._pc.see("second-start")
            require(self._pc.windows_shown() == 1, f"windows: {windows.titles()}")
        self._pc.say(f"Opened by a double click; a second start ended in {again.seconds:.1f} s")

    def upgrade(self) -> None:
        """Over the running program, which is refused, and over the closed one."""
        windows = self._pc.windows
        kept = self._pc.inside(self._pc.program)
        done = windows.program(300, self._pc.setup, "/S")
        require(done.status == _REFUSED, f"over a running program: status {done.status}")
        require(self._pc.inside(self._pc.program) == kept, "the running program was changed")
        with windows.start("wine", self._pc.setup) as running:
            windows.wait_for_window("安装")
            windows.keys("Return", "Return", "shift", "shift")
            windows.picture("running")
            windows.keys("Escape")
            running.wait(60)
        self._pc.close_window()
        before = self._pc.run(self._pc.program, "list", "--json").output
        done = windows.program(300, self._pc.setup, "/S")
        require(done.status == 0, f"over the closed program: status {done.status}")
        windows.rest()
        after = self._pc.run(self._pc.program, "list", "--json").output
        require(after == before, "the data changed")
        require("婺源" in before, "there were no data")
        self._pc.say(f"Refused while it runs; installed over itself in {done.seconds:.0f} s")

    def be_killed(self) -> None:
        """An upgrade that is killed at any moment leaves a program, and the next one succeeds."""
        windows = self._pc.windows
        before = self._pc.run(self._pc.program, "list", "--json").output
        for moment in _MOMENTS:
            windows.rest()
            with windows.start("wine", self._pc.setup, "/S"):
                time.sleep(moment)
                windows.run(30, "wineserver", "-k")
            listed = self._pc.run(self._pc.program, "list", "--json").output
            require(listed == before, f"killed after {moment} s: {listed}")
        require(windows.program(300, self._pc.setup, "/S").status == 0, "not installed after kills")
        left = [path.name for path in self._pc.program.glob("dc*")]
        require(not left, f"left by killed installers: {left}")
        self._pc.say(f"Killed at {len(_MOMENTS)} moments: it works, and the next upgrade succeeds")

    def respect_others(self) -> None:
        """What others keep in a folder stays, data above all; and so does another copy."""
        drive, windows = self._pc.windows.drive, self._pc.windows
        kept = [drive / "others" / "lib" / "mine.txt", drive / "data" / "digicom.sqlite3"]
        kept.append(drive / "data" / "DigiCom Desktop" / "mine.txt")
        for path in kept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("mine", encoding="utf-8")
        self._pc.windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", drive / "others")
        self._pc.windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", drive / "data")
        refused = windows.program(300, self._pc.setup, "/S", r"/D=C:\data")
        require(refused.status == _REFUSED, f"among data: status {refused.status}")
        self._pc.ask_for("others", r"C:\data")
        done = windows.program(300, self._pc.setup, "/S", r"/D=C:\others")
        require(done.status == 0, f"among other files: status {done.status}")
        copy = drive / "others" / "DigiCom Desktop"
        self._pc.run(copy, "--version")
        shutil.copy(copy / "lib" / "uninstall.exe", drive / "others" / "lib")
        windows.program(60, r"C:\others\lib\uninstall.exe", "/S")
        # Wine puts what has a blank in quotes, which /D= does not take: so it is the usual folder.
        windows.program(30, "reg", "delete", r"HKCU\Software\DigiCom Desktop", "/f")
        windows.program(300, self._pc.setup, "/S")
        windows.program(60, self._pc.known(copy / "lib" / "uninstall.exe"), "/S")
        windows.rest()
        require(not copy.exists(), "the copy is still there")
        self._pc.run(self._pc.program, "--version")
        asked = windows.program(30, "reg", "query", r"HKCU\Software\Classes\.digicom")
        require(asked.status == 0, "the copy took the association of the other one along")
        texts = {path.read_text(encoding="utf-8") for path in kept}
        require(texts == {"mine"} and len(self._pc.links()) == LINKS, "something of others is gone")
        self._pc.say("Refused among data; other files and another copy of the program stayed")

    def meet_a_closed_door(self) -> None:
        """Folders that must not be written, for the program and for its data."""
        folder = self._pc.windows.drive / "closed"
        folder.mkdir(mode=0o755)
        known = self._pc.known(folder)
        done = self._pc.windows.program(300, self._pc.setup, "/S", rf"/D={known}")
        require(done.status == _REFUSED, f"without permission: status {done.status}")
        require(not any(folder.iterdir()), "something was written without permission")
        self._pc.ask_for("closed-folder", known)
        self._pc.refused("No permission", "--data-dir", rf"{known}\data", "list")
        self._pc.see_refusal("closed", rf"{known}\data")

    def meet_a_full_disk(self) -> None:
        """Disks that are too small for the program, and for its data."""
        for size, name in (("60m", "small"), ("200k", "tiny")):
            folder = self._pc.windows.drive / name
            folder.mkdir()
            options = f"size={size},uid={ORDINARY},gid={ORDINARY}"
            self._pc.windows.as_root("mount", "-t", "tmpfs", "-o", options, "none", folder)
        done = self._pc.windows.program(300, self._pc.setup, "/S", r"/D=C:\small\digicom")
        require(done.status == _REFUSED, f"on a full disk: status {done.status}")
        left = self._pc.windows.as_root("ls", "-A", self._pc.windows.drive / "small").output
        require(not left, f"left on the full disk: {left}")
        self._pc.ask_for("small-disk", r"C:\small\digicom")
        self._pc.refused("Disk full", "--data-dir", r"C:\tiny\data", "demo", r"C:\tiny\demo")

    def meet_newer_data(self) -> None:
        """Data that a newer version has written."""
        folder = self._pc.windows.drive / "newer"
        shutil.copytree(self._pc.data, folder)
        self._pc.windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", folder)
        with closing(sqlite3.connect(folder / "digicom.sqlite3")) as connection:
            connection.execute("PRAGMA user_version = 99")
        self._pc.refused("Newer data", "--data-dir", self._pc.known(folder), "list")
        self._pc.see_refusal("newer", self._pc.known(folder))

    def go_far_down(self) -> None:
        """The longest folder for the program and for its data, and one that is longer."""
        folder = self._pc.deep("程序")
        done = self._pc.windows.program(300, self._pc.setup, "/S", f"/D={self._pc.known(folder)}")
        require(done.status == 0, f"in the longest folder: status {done.status}")
        done = self._pc.run(folder, "--self-test", seconds=600)
        self._test_in(self._pc.deep("临时"))
        data = self._pc.deep("数据")
        place = self._pc.known(data)
        self._pc.run(folder, "--data-dir", place, "import", self._pc.known(self._found()))
        listed = self._pc.run(folder, "--data-dir", place, "list").output
        require("婺源" in listed, f"in the longest data folder: {listed}")
        longer = self._pc.known(folder) + "长"
        refused = self._pc.windows.program(300, self._pc.setup, "/S", f"/D={longer}")
        require(refused.status == _REFUSED, f"in a longer folder: status {refused.status}")
        self._pc.ask_for("too-long", longer)
        self._pc.windows.program(120, self._pc.known(folder / "lib" / "uninstall.exe"), "/S")
        self._pc.windows.rest()
        require(not folder.exists(), "the program is still there")
        self._pc.say(
            f"In a Chinese folder of {self._pc.longest} characters: self-test {done.seconds:.0f} s"
        )

    def _test_in(self, place: Path) -> None:
        """The self-test, with its data, evidence and exports in the folder ``place``."""
        self._pc.windows.as_root("install", "-d", "-o", str(ORDINARY), "-g", str(ORDINARY), place)
        script = self._pc.windows.drive / "there.bat"
        known = [f"set {name}={self._pc.known(place)}" for name in ("TEMP", "TMP")]
        command = " ".join(f'"{part}"' for part in self._pc.console_of(self._pc.program))
        lines = ["@echo off", *known, "echo there> %TEMP%\\there.txt", f"{command} --self-test"]
        script.write_text("\r\n".join(lines), encoding="gbk", newline="")
        done = self._pc.windows.program(600, "cmd", "/c", self._pc.known(script))
        require((place / "there.txt").is_file(), "Windows has another folder for passing files")
        require(done.status == 0, f"the self-test in a long folder: {done.output}")

    def carry_along(self, portable: Path) -> None:
        """The zip ``portable``, unpacked in such a folder, with its data beside it."""
        folder = self._pc.deep("便携")
        with zipfile.ZipFile(portable) as archive:
            for name in archive.namelist():
                target = folder / name.partition("/")[2]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
        self._pc.windows.as_root("chown", "-R", f"{ORDINARY}:{ORDINARY}", folder)
        before = self._pc.inside(self._pc.data)
        done = self._pc.run(folder, "--self-test", seconds=600)
        self._pc.run(folder, "import", self._pc.known(self._found()))
        require("婺源" in self._pc.run(folder, "list").output, "the zip has no data of its own")
        require((folder / "data" / "digicom.sqlite3").is_file(), "the data are elsewhere")
        require(self._pc.inside(self._pc.data) == before, "the zip touched the user's own data")
        with self._pc.windows.start("wine", *self._pc.window_of(folder)):
            self._pc.windows.wait_for_window(f"^{TITLE}")
            self._pc.windows.keys("shift", "shift")
            self._pc.see("portable")
            self._pc.close_window()
        self._pc.say(f"The zip in such a folder: self-test {done.seconds:.0f} s, data beside it")

    def remove(self) -> None:
        """Without a question, which keeps the data, and by hand, with Yes."""
        windows = self._pc.windows
        windows.program(300, self._pc.setup, "/S")
        kept = self._pc.inside(self._pc.data)
        windows.program(120, self._pc.known(self._pc.program / "lib" / "uninstall.exe"), "/S")
        windows.rest()
        require(not self._pc.program.exists(), "the program is still there")
        require(self._pc.inside(self._pc.data) == kept, "the data are not what they were")
        require(not self._pc.links(), f"left: {self._pc.links()}")
        asked = windows.program(30, "reg", "query", r"HKCU\Software\Classes\.digicom")
        require(asked.status != 0, f"left in the registry: {asked.output}")
        windows.program(300, self._pc.setup, "/S")
        with windows.start("wine", self._pc.known(self._pc.program / "lib" / "uninstall.exe")):
            windows.wait_for_window("卸载")
            windows.keys("shift")
            windows.picture("remove")
            windows.keys("Return", "shift", "shift", "shift")
            windows.picture("remove-data")
            windows.keys("Left", "Return", "shift")
            windows.picture("removed")
            windows.keys("Return")
        windows.rest()
        require(not self._pc.program.exists(), "the program is still there")
        require(not self._pc.data.exists(), "the data are still there after Yes")
        removed = self._pc.data.with_name(f"{self._pc.data.name}.removed")
        require(not removed.exists(), "the data are still there under another name")
        self._pc.say("Removed without a question: the data stayed; by hand with Yes: they are gone")

    def _found(self) -> Path:
        if self._sample is None:
            raise RuntimeError("open_files makes the sample")
        return self._sample
