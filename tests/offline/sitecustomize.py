"""Refuses the network to every Python that has this folder on its path, as tests do."""

import sys
from typing import Any

_EVENTS = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.sendto",
    }
)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _EVENTS and not _is_local(arguments[0]):
        raise PermissionError(f"the network is refused in tests: {event} {arguments[1:]}")


def _is_local(caller: Any) -> bool:
    # Sockets inside this computer (X11, input methods) are no network.
    return getattr(getattr(caller, "family", None), "name", "") == "AF_UNIX"


sys.addaudithook(_refuse)
