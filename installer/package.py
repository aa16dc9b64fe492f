"""Builds the folder that runs without Python, and has it test itself.

python -m installer.package          for the system that this runs on, into dist/
python -m installer.package --deb    the Debian package, built in a root of Debian 11, into dist/
python -m installer.package --target windows    installer and zip for Windows, built under Wine
python -m installer.package --target windows --plain    an installer that runs Python's own program
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from installer.system_packages import install

ROOT = Path(__file__).resolve().parents[1]
NAME = "digicom-desktop"
SPEC = ROOT / "installer" / f"{NAME}.spec"
WINDOWS, LINUX = os.name == "nt", sys.platform == "linux"
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "WINDIR")
"""What Windows programs cannot do without."""


def main(arguments: Sequence[str]) -> int:
    """Build what ``arguments`` ask for; fails loudly."""
    if list(arguments) == ["--deb"]:
        from installer.deb_root import build_deb

        build_deb(ROOT)
        return 0
    if list(arguments[:2]) == ["--target", "windows"] and arguments[2:] in ([], ["--plain"]):
        from installer.windows_root import build_windows

        build_windows(ROOT, plain=bool(arguments[2:]))
        return 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    try_folder(build_folder())
    return 0


def build_folder() -> Path:
    """Run PyInstaller; the folder that it made."""
    if LINUX:
        _need_tools()
    began = time.monotonic()
    folder = ROOT / "dist" / NAME
    options = ["--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--workpath", str(ROOT / "build"), "--distpath", str(folder.parent)]
    command = [sys.executable, "-m", "PyInstaller", *options, *places, str(SPEC)]
    # The order of sets must not change what is built from the same source.
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        sys.exit("PyInstaller failed, the reason is above.")
    print(f"Built in {time.monotonic() - began:.0f} s: {folder}, {size(folder) / 1e6:.0f} MB")
    return folder


def _need_tools() -> None:
    """Install what PyInstaller needs from a Linux system."""
    if not shutil.which("strip"):
        install(["binutils"], "What is built is made smaller with strip.")
    library = f"libpython3.{sys.version_info[1]}"
    if sys.base_prefix == "/usr":  # Debian's own Python comes without it
        try:
            ctypes.CDLL(f"{library}.so.1.0")
        except OSError:
            install([library], "Python itself is shipped as a library.")


def try_folder(folder: Path) -> None:
    """Have the program in ``folder`` test itself; ends everything where it does not pass."""
    program = folder / (f"{NAME}-cli.exe" if WINDOWS else NAME)
    starts = sorted(_seconds([str(program), "--version"]) for _ in range(5))
    print(f"The command line answers in {starts[len(starts) // 2] * 1000:.0f} ms")
    command = [str(program), "--self-test"]
    _seconds(command)
    if LINUX and not os.environ.get("DISPLAY") and shutil.which("xvfb-run"):
        print("Once more with a screen:")
        _seconds(["xvfb-run", "--auto-servernum", *command])


def _seconds(command: Sequence[str]) -> float:
    """How long ``command`` takes, with nothing in its environment but what every person has."""
    with tempfile.TemporaryDirectory(prefix="digicom-home-") as home:
        began = time.monotonic()
        sys.stdout.flush()
        done = subprocess.run(command, cwd=home, env=_environment(home), check=False)
        seconds = time.monotonic() - began
    if done.returncode:
        sys.exit(f"This failed, the reason is above: {' '.join(command)}")
    return seconds


def _environment(home: str) -> dict[str, str]:
    if WINDOWS:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return {**kept, "LOCALAPPDATA": home, "APPDATA": home}
    settings = {"HOME": home, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR")
    return settings | {name: os.environ[name] for name in shown if name in os.environ}


def version_of(project: Path) -> str:
    """The version of ``project``, whose own modules need not be importable."""
    text = (project / "digicom_desktop" / "__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'__version__ = "([^"]+)"', text)[0])


def size(folder: Path) -> int:
    """Bytes of all files in ``folder``."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
