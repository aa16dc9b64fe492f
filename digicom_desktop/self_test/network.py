"""Notices whether anything in this process speaks to a network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from digicom_desktop.self_test.steps import expect

_EVENTS = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
    }
)
_LIBRARIES = ("Qt6Network", "libssl")


class NetworkWatch:
    """Listens from now on; there is no way to stop listening."""

    def __init__(self) -> None:
        self._seen: list[str] = []
        sys.addaudithook(self._listen)

    def require_silence(self) -> None:
        """Raise DigicomError if something spoke, or what could speak was loaded."""
        expect(not self._seen, ", ".join(self._seen))
        for module in ("PySide6.QtNetwork", "ssl"):
            expect(module not in sys.modules, module)
        for library in _LIBRARIES:
            expect(library not in _loaded(), library)

    def _listen(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS and not _is_inside(arguments[0]):
            self._seen.append(event)


def _is_inside(caller: Any) -> bool:
    """Whether it is a socket inside this computer, such as that of a child process."""
    return getattr(getattr(caller, "family", None), "name", "") == "AF_UNIX"


def _loaded() -> str:
    """The libraries in this process, where the system tells of them."""
    maps = Path("/proc/self/maps")
    return maps.read_text(encoding="utf-8", errors="replace") if maps.is_file() else ""
