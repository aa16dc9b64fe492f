"""What Qt needs from a Linux system: which libraries, and the Debian packages that hold them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

# What PySide6's own libraries link to, the window (xcb) and lupdate (krb5) included.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


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
    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


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
