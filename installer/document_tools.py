"""Programs that only some tests need (documents, screen reader), installed where possible.

Without them those tests are skipped and say so; nothing else depends on them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "soffice": "libreoffice-calc-nogui",
    "pdftotext": "poppler-utils",
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
}
MODULES = {
    "usr/lib/python3/dist-packages/uno.py": "python3-uno",
    "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
"""Patterns of files below the root: the system's own Python fills in a template with the first of
them, and listens like a screen reader with the others."""
_MINUTES = 4
"""How long the system may take; the tests are worth more than waiting for a slow mirror."""


def main() -> int:
    """Install what is missing, as root on a system with apt-get; 0 whatever comes of it."""
    packages = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    packages += [package for module, package in MODULES.items() if not _is_there(module)]
    if not packages:
        return 0
    if not _may_install():
        print("Not installed, so some tests are skipped:", *packages, flush=True)
        return 0
    print("For some of the tests, installing", *packages, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *step]
        try:
            subprocess.run(command, env=environment, check=True, timeout=60 * _MINUTES)
        except (OSError, subprocess.SubprocessError) as error:
            print(f"Some tests are skipped: {error}", flush=True)
            return 0
    return 0


def _is_there(pattern: str) -> bool:
    return any(Path("/").glob(pattern))


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.name == "posix" and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
