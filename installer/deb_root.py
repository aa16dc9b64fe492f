"""Makes the root that the .deb is built in: Debian 11 with a Python compiled there.

python3 installer/deb_root.py FOLDER

A program that is linked in Debian 11 needs nothing newer than its C library, 2.31. What is there
already is kept: delete FOLDER to begin anew. Everything comes from the mirror that this machine's
own apt names, so no address stands here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

SUITE = "bullseye"
SOURCES = "bookworm"
"""The Debian release that Python, SQLite and expat come from, as source, with all their patches."""
PREFIX = "/opt/python"
PYTHON = f"{PREFIX}/bin/python3.11"
NEEDED = [
    # compilers, and what CPython and SQLite are linked to
    "autoconf", "automake", "build-essential", "libtool",
    "libbz2-dev", "libffi-dev", "liblzma-dev", "tcl", "zlib1g-dev",
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
    _once(root, "system", partial(_make_system, root))
    for source in (*LIBRARIES, "python3.11"):
        _once(root, source, partial(_compile, root, source))


def inside(root: Path, command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run ``command`` inside ``root`` with a /proc and a /dev/shm of its own; fails loudly."""
    settings = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        **(environment or {}),
    }
    mounts = 'mount -t proc proc "$0/proc" && mount -t tmpfs shm "$0/dev/shm" && exec chroot "$0"'
    shell = ["sh", "-c", f'{mounts} "$@"', str(root), *command]
    subprocess.run(["unshare", "--mount", "--pid", "--fork", *shell], env=settings, check=True)


def _once(root: Path, name: str, make: Callable[[], None]) -> None:
    mark = root / f".{name}-is-made"
    if not mark.is_file():
        print(f"{root}: {name} …", flush=True)
        make()
        mark.touch()


def _make_system(root: Path) -> None:
    mirror = _mirror()
    subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(root), mirror], check=True)
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc", name), root / "etc" / name)
    lines = [f"deb {mirror} {SUITE} main", f"deb-src {mirror} {SOURCES} main"]
    (root / "etc/apt/sources.list").write_text("\n".join(lines) + "\n", encoding="utf-8")
    inside(root, ["apt-get", "-qq", "update"])
    install = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends"]
    inside(root, [*install, *NEEDED])


def _mirror() -> str:
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
        make --silent install
        cd /
        rm -rf /build/{source}
    """
    inside(root, ["sh", "-c", script])
    if source not in LIBRARIES:
        inside(root, [PYTHON, "-c", f"import {', '.join(MODULES)}"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
