r"""Long paths on Windows, which takes more than 259 characters only behind a ``\\?\``.

Windows 10 can do without it where an administrator allows that (``LongPathsEnabled``), which is
rarely so. See Microsoft, "Maximum Path Length Limitation".
"""

import sys
from pathlib import Path, PurePath
from typing import TypeVar

_PREFIX, _SHARE = "\\\\?\\", "\\\\?\\UNC\\"
_LONG = 120
"""Characters of a folder; the names that the store makes in one have up to 130."""

P = TypeVar("P", bound=PurePath)


def reachable(folder: Path) -> Path:
    """``folder``, an absolute path, so that all that the store makes in it can be reached.

    Only on Windows, and only where ``folder`` is long, is it another one.
    """
    return extended(folder) if sys.platform == "win32" else folder


def extended(folder: P) -> P:
    """``folder`` as Windows takes it at any length, if it is long."""
    text = str(folder)
    if len(text) <= _LONG or text.startswith(_PREFIX):
        return folder
    share = text.startswith("\\\\")
    return type(folder)(_SHARE + text[2:] if share else _PREFIX + text)


def plain(path: P) -> P:
    """``path`` as people know it: what ``extended`` put before it is taken away."""
    text = str(path)
    if text.startswith(_SHARE):
        return type(path)("\\\\" + text[len(_SHARE) :])
    return type(path)(text[len(_PREFIX) :]) if text.startswith(_PREFIX) else path
