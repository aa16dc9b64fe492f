"""What must be settled with the system before Qt's application is made: display, input method."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


def settle_input_method() -> None:
    """The wheels bring no fcitx plugin, but fcitx understands what ibus says."""
    if sys.platform != "linux":
        return
    several = os.environ.get("QT_IM_MODULES", "")  # goes before the single one
    if "fcitx" in several and "ibus" not in several:
        os.environ["QT_IM_MODULES"] = f"{several};ibus"
    named = os.environ.get("QT_IM_MODULE", "")
    if not named and "WAYLAND_DISPLAY" not in os.environ:
        # Under X nothing else says it; Wayland has a way of its own that needs no name.
        named = os.environ.get("XMODIFIERS", "")
    if "fcitx" in named.lower():
        os.environ["QT_IM_MODULE"] = "ibus"


@contextmanager
def speaking_of_no_display(say: Callable[[], None]) -> Iterator[None]:
    """Where there is no display Qt would abort: has ``say`` say so instead, and ends with 1."""

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            say()
            os._exit(1)

    qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
