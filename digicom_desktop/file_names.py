"""Names for files, from what people typed."""

import os
import re
import sys
import unicodedata
from pathlib import Path

_NAME_BYTES = 200
_LEAST_NAME = 40
_BESIDE_NAME = 20
"""Characters for the suffix and the number of a copy."""
_EXCEL_PATH = 218
"""Characters of a path with its folder that Excel for Windows opens; Windows takes 259."""
_RESERVED = re.compile(r'[<>:"/\\|?*]')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE)
# Control, format (bidi, zero width), surrogate and private use characters: invisible in a name, or
# unwritable on some file system.
_INVISIBLE = {"Cc", "Cf", "Cs", "Co"}


def safe_name(text: str, fallback: str, ending: str = "", most: int = _NAME_BYTES) -> str:
    """``text`` as a file name, without a suffix, that every system takes; Chinese stays Chinese.

    At most ``most`` bytes of UTF-8, so that a suffix and a number still fit. Where it is longer,
    ``ending``, with which ``text`` ends, is kept and what stands before it is cut. ``fallback``
    when nothing is left.
    """
    # Windows drops trailing dots and blanks, and a leading dot or ~$ hides a file or marks a lock.
    name = _plain(text).lstrip(" .~$")
    name = f"_{name}" if _DEVICE.match(name) else name
    return _fitted(name, _plain(ending).rstrip(" ."), most) or fallback


def room_for_name(folder: Path) -> int:
    """So many bytes of UTF-8 ``folder`` takes as a name without suffix, 200 at most."""
    if sys.platform == "win32":
        room = _EXCEL_PATH - len(str(folder)) - 1
    else:
        try:
            room = os.pathconf(folder, "PC_NAME_MAX")
        except (OSError, ValueError):
            return _NAME_BYTES
    return max(_LEAST_NAME, min(_NAME_BYTES, room - _BESIDE_NAME))


def is_invisible(character: str) -> bool:
    """Whether nobody sees it in a name: controls, marks of direction, joiners, private use."""
    # Tabs and line breaks separate words; they become blanks.
    return unicodedata.category(character) in _INVISIBLE and not character.isspace()


def _plain(text: str) -> str:
    """``text`` on one line, with nothing that a system reserves and nothing that nobody sees."""
    visible = (c for c in unicodedata.normalize("NFC", text) if not is_invisible(c))
    words = " ".join(_RESERVED.sub("_", "".join(visible)).split())
    return unicodedata.normalize("NFC", words)


def _fitted(name: str, ending: str, most: int) -> str:
    room = most - len(ending.encode())
    if len(name.encode()) > most and room > 0 and ending and name.endswith(ending):
        return _cut(name.removesuffix(ending), room) + ending
    return _cut(name, most)


def _cut(name: str, most: int) -> str:
    return name.encode()[:most].decode(errors="ignore").rstrip(" .")
