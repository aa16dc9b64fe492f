"""Where a window goes that was somewhere before: inside what can be seen now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

_CAPTION = 32
"""How high the bar above a window is at most, by which it is moved; it must be in sight."""
_EDGE = 4
"""How thick the frame of a window is at most."""


def place_in_sight(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """``wanted`` moved, and made smaller where it must be, into one of the ``screens``.

    ``screens`` are the parts that windows may use, the main one first, none of them empty. A screen
    may be gone since, or have become smaller, as where its scale was changed: then the window goes
    to the one that shows most of it, or to the main one.
    """
    best = max(screens, key=lambda screen: _area(screen & wanted))
    screen = best if _area(best & wanted) else screens[0]
    width, height = min(wanted.width(), screen.width()), min(wanted.height(), screen.height())
    top = screen.top() + min(_CAPTION, screen.height() - height)
    x = min(max(wanted.x(), screen.left()), screen.left() + screen.width() - width)
    y = min(max(wanted.y(), top), max(top, screen.top() + screen.height() - height))
    return QRect(x, y, width, height)


def room_for(window: QWidget) -> QRect:
    """What windows may use of the screen that ``window`` is on, below the bar it is moved by."""
    return window.screen().availableGeometry().adjusted(_EDGE, _CAPTION, -_EDGE, -_EDGE)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
