"""Makes the root that the .deb is built in, Debian 11 with a Python compiled there, and builds it.

python3 -m installer.deb_root FOLDER    only makes the root; `dev.py package --deb` does all

A program that is linked in Debian 11 needs nothing newer than its C library, 2.31. What is there
already is kept: delete FOLDER to begin anew. Everything comes from the mirror that this machine's
own apt names, so no address stands here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from installer.licences import SHIPPED
from installer.system_packages import QT_LIBRARIES

SUITE = "bullseye"
SOURCES = "bookworm"
"""The Debian release that Python, SQLite and expat come from, as source, with all their patches."""
PREFIX = "/opt/python"
PYTHON = f"{PREFIX}/bin/python3.11"
NEEDED = [
    # compilers, and what CPython and SQLite are linked to
    "autoconf", "automake", "build-essential", "libtool",
    "libbz2-dev", "libffi-dev", "liblzma-dev", "tcl", "zlib1g-dev",
    # what Qt is linked to beside QT_LIBRARIES, so that dpkg-shlibdeps finds it
    "libcups2", "libfreetype6", "libwayland-client0", "libwayland-cursor0", "libxcb-util1",
    "libzstd1",
    # what the self-test needs to open a real window
    "xauth", "xvfb",
]  # fmt: skip
LIBRARIES = {
    "sqlite3": "--disable-static --disable-tcl --disable-readline",
    "expat": "--disable-static --without-xmlwf --without-examples --without-tests",
}
"""What is compiled beside Python, because it reads files of others: source package → options."""
# No OpenSSL: the program never speaks to a network, and Python has hashes of its own.
PYTHON_OPTIONS = "--enable-shared --enable-optimizations --with-ensurepip=no --with-system-expat"
MODULES = ("bz2", "ctypes", "hashlib", "lzma", "pyexpat", "sqlite3", "_elementtree", "zlib")
"""What Python would leave out without a word where a library is missing."""
TRAINING = "-m test --pgo test_json test_re test_sqlite3 test_unicode test_dataclasses test_list"
"""What the compiler watches to learn where CPython spends its time."""


def main(arguments: list[str]) -> int:
    """Make the root in the folder that is named; the exit status."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    make_root(Path(arguments[0]).resolve())
    return 0


def make_root(root: Path) -> None:
    """Make what ``root`` lacks; as root, on a machine with debootstrap."""
    needed = [*NEEDED, *QT_LIBRARIES.values()]
    once(root, "system", partial(make_system, root, SUITE, needed, SOURCES))
    for source in (*LIBRARIES, "python3.11"):
        once(root, source, partial(_compile, root, source))


def build_deb(project: Path) -> None:
    """Build the folder and the package of ``project`` in the root; the package comes to dist/."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        sys.exit("This needs root, and debootstrap: apt-get install debootstrap")
    root = project / "build" / "deb-root"
    make_root(root)
    for place in ("source", "venv", "out"):
        shutil.rmtree(root / "build" / place, ignore_errors=True)
    copy_source(project, root / "build" / "source")
    # PyInstaller knows where a library belongs only where Python itself looks for libraries.
    inside(root, [PYTHON, "-m", "venv", "--without-pip", "/build/venv"])
    _install_libraries(project, root / "build/venv/lib/python3.11/site-packages")
    environment = {
        "PYTHONPATH": "/build/source",
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": commit_time(project),
    }
    for module in (
        ["installer.package"],
        ["installer.deb", "/build/source/dist/digicom-desktop", "/build/out"],
    ):
        inside(root, ["/build/venv/bin/python", "-m", *module], environment, Path("/build/source"))
    for package in (root / "build" / "out").glob("*.deb"):
        (project / "dist").mkdir(exist_ok=True)
        shutil.copy(package, project / "dist")
        print(project / "dist" / package.name)


def copy_source(project: Path, to: Path) -> None:
    """Copy what git knows of, as it stands there now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        target = to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(project / name, target)


def commit_time(project: Path) -> str:
    """When the last commit was made, in seconds."""
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def _install_libraries(project: Path, to: Path) -> None:
    """What is shipped and what builds it, as locked, in builds that run on Debian 11."""
    requirements = project / "build" / "deb-requirements.txt"
    builders = {"altgraph", "packaging", "pyinstaller", "pyinstaller-hooks-contrib", "setuptools"}
    requirements.write_text(locked(project, builders), encoding="utf-8")
    platforms = [f"--platform=manylinux_2_{minor}_x86_64" for minor in range(31, 16, -1)]
    options = ["--platform=manylinux2014_x86_64", "--python-version=3.11", "--no-deps", "-qq"]
    checks = ["--only-binary=:all:", "--require-hashes", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", f"--target={to}"]
    source = ["--requirement", str(requirements)]
    subprocess.run([*command, *platforms, *options, *checks, *source], check=True)


def locked(project: Path, builders: Collection[str]) -> str:
    """What requirements.lock says of all that is shipped, and of the ``builders``."""
    wanted = {*SHIPPED, *builders}
    lock = (project / "requirements.lock").read_text(encoding="utf-8")
    blocks = list(re.finditer(r"^([a-z0-9-]+)==.*(?:\n +--hash.*)+", lock, re.MULTILINE))
    if missing := wanted - {block[1] for block in blocks}:
        sys.exit(f"requirements.lock lacks {missing}")
    return "\n".join(block[0] for block in blocks if block[1] in wanted)


def inside(
    root: Path,
    command: list[str],
    environment: dict[str, str] | None = None,
    folder: Path = Path("/"),
) -> None:
    """Run ``command`` in ``folder`` of ``root``, with a /proc and a /dev/shm; fails loudly."""
    settings = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        **(environment or {}),
    }
    mounts = 'mount -t proc proc "$0/proc" && mount -t tmpfs shm "$0/dev/shm" && exec chroot "$0"'
    change = ["sh", "-c", 'cd "$0" && exec "$@"', str(folder)]
    shell = ["sh", "-c", f'{mounts} "$@"', str(root), *change, *command]
    subprocess.run(["unshare", "--mount", "--pid", "--fork", *shell], env=settings, check=True)


def once(root: Path, name: str, make: Callable[[], None]) -> None:
    """Do what ``make`` does unless it was done in ``root`` already."""
    mark = root / f".{name}-is-made"
    if not mark.is_file():
        print(f"{root}: {name} …", flush=True)
        make()
        mark.touch()


def make_system(root: Path, suite: str, packages: Collection[str], sources: str = "") -> None:
    """Make ``root`` a Debian of ``suite`` with ``packages``, and ``sources`` of another one."""
    mirror = mirror_of_debian()
    subprocess.run(["debootstrap", "--variant=minbase", suite, str(root), mirror], check=True)
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc", name), root / "etc" / name)
    lines = [f"deb {mirror} {suite} main"]
    if sources:
        lines.append(f"deb-src {mirror} {sources} main")
    (root / "etc/apt/sources.list").write_text("\n".join(lines) + "\n", encoding="utf-8")
    inside(root, ["apt-get", "-qq", "update"])
    install = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends"]
    inside(root, [*install, *packages])


def mirror_of_debian() -> str:
    """Where this machine's apt gets Debian from."""
    command = ["apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)"]
    lines = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    for label, _, address in (line.partition(" ") for line in lines.splitlines()):
        if label == "Debian":
            return address
    sys.exit("apt names no mirror of Debian, so there is nothing to make the root of.")


def _compile(root: Path, source: str) -> None:
    """Compile the Debian package ``source`` and install it in PREFIX."""
    options = LIBRARIES.get(source, PYTHON_OPTIONS)
    script = f"""
        set -e
        rm -rf /build/{source}
        mkdir -p /build/{source}
        cd /build/{source}
        apt-get -qq source {source}
        cd */
        if [ -d {source} ]; then cd {source}; fi
        if [ ! -f configure ]; then autoreconf --force --install; fi
        # As Debian does: since a patch of theirs, this module must be a part of Python itself.
        if [ -f Modules/pyexpat.c ]; then echo pyexpat pyexpat.c -lexpat >Modules/Setup.local; fi
        export CPPFLAGS=-I{PREFIX}/include
        export LDFLAGS='-L{PREFIX}/lib -Wl,-rpath,{PREFIX}/lib'
        ./configure --quiet --prefix={PREFIX} {options}
        make --silent --jobs={os.cpu_count() or 1} PROFILE_TASK='{TRAINING}'
        rm -rf {PREFIX}/lib/{source}
        make --silent install
        cd /
        rm -rf /build/{source}
    """
    inside(root, ["sh", "-c", script])
    if source not in LIBRARIES:
        inside(root, [PYTHON, "-c", f"import {', '.join(MODULES)}"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
