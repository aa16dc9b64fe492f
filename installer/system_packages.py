"""What Qt needs from a Linux system: which libraries, and the Debian packages that hold them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from digicom_desktop import installation

# What PySide6's own libraries link to: the window, and lupdate (krb5).
QT_LIBRARIES = {**installation.WINDOW_LIBRARIES, "libgssapi_krb5.so.2": "libgssapi-krb5-2"}


def need_qt_libraries() -> None:
    """Install what Qt lacks on this system, or say how and end."""
    if sys.platform != "linux":
        return
    if missing := missing_packages():
        install(missing, "Qt needs libraries that this system lacks.")
    if missing := missing_packages():
        sys.exit(f"Installed, and still not to be loaded: {' '.join(missing)}")


def missing_packages() -> list[str]:
    """The packages of those libraries that cannot be loaded."""
    return installation.missing_packages(QT_LIBRARIES)


def install(packages: list[str], why: str) -> None:
    """Install Debian packages as root; anybody else is told the exact command, and we end."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        sys.exit(
            f"{why} Run this, or on a system without apt-get its like, and try again:\n"
            f"    sudo apt-get update && sudo {' '.join(command)}"
        )
    print(why, "Installing", *packages, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        # Another apt may be at work: it is given two minutes.
        options = ["-qq", "-o", "DPkg::Lock::Timeout=120"]
        if subprocess.run([*step, *options], env=environment, check=False).returncode:
            sys.exit(f"This failed, the reason is above: {' '.join(step)}")
