"""What the installed program stands on: libraries of the system, and its own file."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

WINDOW_LIBRARIES: Mapping[str, str] = MappingProxyType(
    {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libX11.so.6": "libx11-6",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libzstd.so.1": "libzstd1",
    }
)
"""What a window links to on Linux, and the Debian packages that hold it."""
_DIALOGS = (
    ("zenity", "--error", "--no-markup", "--text"),
    ("kdialog", "--error"),
    ("notify-send", "--urgency=critical"),
    ("xmessage",),
)
"""Programs that desktops bring to show a sentence, with their options."""


_STOP_SIGN = 0x10
"""MB_ICONHAND of Windows."""
_ANY_PROCESS = -1
"""ASFW_ANY of Windows."""


def missing_packages(libraries: Mapping[str, str] = WINDOW_LIBRARIES) -> list[str]:
    """The packages of those libraries that cannot be loaded; on other systems none."""
    import ctypes  # only where something is missing already, and never on the way to the window

    missing = []
    for library, package in libraries.items() if sys.platform == "linux" else ():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def tell_desktop(sentence: str) -> None:
    """Shows ``sentence`` by the desktop itself to a person who sees no console.

    Such a person began the installed program at a menu; returns when it was read.
    """
    import shutil
    import subprocess

    if sys.platform == "win32":
        if sys.stderr is None:
            import ctypes

            ctypes.windll.user32.MessageBoxW(None, sentence, "DigiCom Desktop", _STOP_SIGN)
        return
    is_seen = sys.stderr is not None and sys.stderr.isatty()
    is_installed = getattr(sys, "frozen", False) and sys.platform == "linux"
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if is_seen or not is_installed or not has_display:
        return

    for program, *options in _DIALOGS:
        if found := shutil.which(program):
            with suppress(OSError):
                subprocess.run([found, *options, sentence], check=False)
            return


def let_others_come_forward() -> None:
    """Give away the right to the foreground, which Windows gave this process when it was started.

    Without it the window that is open already would only blink in the task bar.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)


def program_mark() -> tuple[int, int]:
    """What differs once another version was installed in the place of this one; else (0, 0)."""
    if getattr(sys, "frozen", False):
        with suppress(OSError):
            there = Path(sys.executable).stat()
            return there.st_ino, there.st_mtime_ns
    return 0, 0
