"""Starts what a developer needs; the work itself is done elsewhere.

python3 dev.py run [ARGUMENTS]    the program: its window, or what ARGUMENTS ask for (list, demo …)
python3 dev.py test [ARGUMENTS]   all checks and tests; with ARGUMENTS only pytest, given these
python3 dev.py bench [ARGUMENTS]  the benchmark
python3 dev.py torture [--long]   kills, full disks, damaged files, hostile texts: what may be lost
python3 dev.py translations       brings i18n/*.ts up to date with the texts in the code
python3 dev.py package [--deb]    the folder that runs without Python, or the Debian package of it
python3 dev.py package --target windows    installer and zip for Windows, built under Wine
python3 dev.py screenshots DIR    pictures of every page and dialog, in both languages, both themes

Each of them first makes .venv from requirements.lock, which takes a minute, once.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # PYTHONSAFEPATH leaves it out

from installer.system_packages import install, need_qt_libraries  # noqa: E402

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LINUX = sys.platform == "linux"
MODULES = {
    "run": ["digicom_desktop"],
    "test": ["tests.checks"],
    "bench": ["tests.bench"],
    "torture": ["tests.torture"],
    "translations": ["tests.checks.translations", "--update"],
    "screenshots": ["tests.screenshots"],
    "package": ["installer.package"],
}
# What another shell or environment left behind and would lead Python or pip elsewhere.
FOREIGN = ["PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "VIRTUAL_ENV"]
FOREIGN += ["PIP_TARGET", "PIP_PREFIX", "PIP_USER"]
NO_DISPLAY = """\
没有可用的显示器，窗口无法打开，改为运行演示，文件写入 demo-output。
There is no display for the window, so the demo runs instead and writes into demo-output."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks for; the exit status, 2 for wrong use."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        version = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"DigiCom Desktop needs Python 3.11, 3.12 or 3.13, and this is {version}.")
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if not arguments or arguments[0] not in MODULES:
        print(__doc__, file=sys.stderr)
        return 2
    for name in FOREIGN:
        os.environ.pop(name, None)
    if os.name == "nt":
        # Else Python reads its .pth files in the system's encoding, and a Chinese path breaks it.
        os.environ["PYTHONUTF8"] = "1"
    command, rest = arguments[0], arguments[1:]
    rest = rest[1:] if rest[:1] == ["--"] else rest
    make_environment()
    if command != "run" or not LINUX or display_is_named():
        need_qt_libraries()
        build_translations()
    if command == "run" and not rest and not display_answers():
        print(NO_DISPLAY)
        rest = ["demo", "demo-output"]
    return start([str(PYTHON), "-P", "-m", *MODULES[command], *rest])


def make_environment() -> None:
    """Make .venv hold what the lock says. Its mark is written last: without it all begins anew."""
    mark = VENV / "complete"
    lock, project = ROOT / "requirements.lock", ROOT / "pyproject.toml"
    content = hashlib.sha256(lock.read_bytes() + project.read_bytes()).hexdigest()
    wanted = [f"{sys.version_info[:3]} of {sys.base_prefix} in {ROOT}", content]
    there = mark.read_text(encoding="utf-8").splitlines() if mark.is_file() else []
    if there == wanted and PYTHON.exists():
        return
    print("Setting up .venv …", flush=True)
    mark.unlink(missing_ok=True)
    if there[:1] != wanted[:1] or not PYTHON.exists():
        if not importlib.util.find_spec("ensurepip"):
            install([f"python3.{sys.version_info[1]}-venv"], "This Python cannot make .venv.")
        do([getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", str(VENV)])
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq"]
    do([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)])
    do([*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    mark.write_text("\n".join(wanted), encoding="utf-8")


def build_translations() -> None:
    """Build the .qm files that are missing or older than their source."""
    for source in (ROOT / "i18n").glob("*.ts"):
        built = source.with_suffix(".qm")
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            do([str(PYTHON), str(ROOT / "installer" / "translations.py")])


def display_is_named() -> bool:
    """Whether somebody says that there is a display, or which platform Qt should use."""
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def display_answers() -> bool:
    """Whether a window can open. Qt itself would abort without a word that helps."""
    if not LINUX or os.environ.get("QT_QPA_PLATFORM"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and Path(os.environ.get("XDG_RUNTIME_DIR", ""), wayland).is_socket():
        return True
    if not os.environ.get("DISPLAY"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return failed == 0


def do(command: list[str]) -> None:
    """Run ``command``; if it fails, end with what it said and which it was."""
    try:
        status = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    except OSError as error:
        sys.exit(f"{command[0]} cannot be started: {error}")
    if status:
        sys.exit(f"This failed, the reason is above: {' '.join(command)}")


def start(command: list[str]) -> int:
    """Become ``command`` where the system can, so that signals reach it; else its exit status."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
