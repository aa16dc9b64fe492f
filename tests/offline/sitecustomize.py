"""Refuses the network to every Python that has this folder on its path, as tests do."""

import sys
from typing import Any

_ASKING = frozenset(
    {
        "ftplib.connect",
        "http.client.connect",
        "imaplib.open",
        "poplib.connect",
        "smtplib.connect",
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
        "urllib.Request",
        "webbrowser.open",
    }
)
_NETWORK_OF_QT = "PySide6.QtNetwork"
"""Written in C++: whoever has imported it is not heard any more."""


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    # The refusal says nothing of a socket itself, which may not be whole yet.
    if event == "socket.__new__":
        is_network = _is_network(arguments[1])
        said = arguments[1:]
    elif event == "import":
        is_network = arguments[0] == _NETWORK_OF_QT
        said = arguments[:1]
    else:
        is_network = event in _ASKING and not _is_local(arguments[0])
        said = arguments[1:]
    if is_network:
        raise PermissionError(f"the network is refused in tests: {event} {said}")


def _is_network(family: int) -> bool:
    # -1: of a file that is open already, and asks for leave when it does something.
    return sys.platform == "linux" and family not in (1, -1)  # AF_UNIX


def _is_local(caller: Any) -> bool:
    # Sockets inside this computer (X11, input methods) are no network.
    return getattr(getattr(caller, "family", None), "name", "") == "AF_UNIX"


sys.addaudithook(_refuse)
