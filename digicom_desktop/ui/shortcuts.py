"""The keys of the program: declared once, and from here both bound and listed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class Where(StrEnum):
    """A place of the program where keys do something of their own."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    ASSESSMENT = "assessment"
    ITEM = "item"
    REVIEW = "review"
    READING = "reading"


class Act(StrEnum):
    """What a key does; ``SHORTCUTS`` has its keys, the sheet its words."""

    SHEET = "sheet"
    SETTINGS = "settings"
    OPEN_FILE = "open_file"
    NEW = "new"
    FIND = "find"
    OPEN_ROW = "open_row"
    DELETE_ROW = "delete_row"
    NEXT_OPEN = "next_open"
    UNDO = "undo"
    REDO = "redo"
    GUIDE = "guide"
    CLOSE_GUIDE = "close_guide"
    LEVEL = "level"
    CLEAR = "clear"
    NOT_APPLICABLE = "not_applicable"
    FLAG = "flag"
    CONFIRM = "confirm"
    PASTE = "paste"
    PREVIOUS = "previous"
    NEXT = "next"
    BACK = "back"
    ONWARD = "onward"
    NEXT_FINDING = "next_finding"
    PREVIOUS_FINDING = "previous_finding"
    PRINT = "print"
    COPY = "copy"
    SELECT_ALL = "select_all"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """``keys`` as Qt writes them on every system ("Ctrl+Return"), and where they hold."""

    keys: tuple[str, ...]
    where: tuple[Where, ...]


SHORTCUTS: Mapping[Act, Shortcut] = MappingProxyType(
    {
        Act.SHEET: Shortcut(("F1",), (Where.EVERYWHERE,)),
        Act.SETTINGS: Shortcut(("Ctrl+,",), (Where.EVERYWHERE,)),
        Act.OPEN_FILE: Shortcut(("Ctrl+O",), (Where.EVERYWHERE,)),
        Act.NEW: Shortcut(("Ctrl+N",), (Where.HOME,)),
        Act.FIND: Shortcut(("Ctrl+F",), (Where.HOME, Where.READING)),
        Act.OPEN_ROW: Shortcut(("Return", "Enter"), (Where.HOME,)),
        Act.DELETE_ROW: Shortcut(("Del",), (Where.HOME,)),
        Act.NEXT_OPEN: Shortcut(("Ctrl+Return", "Ctrl+Enter"), (Where.ASSESSMENT,)),
        Act.UNDO: Shortcut(("Ctrl+Z",), (Where.ASSESSMENT,)),
        Act.REDO: Shortcut(("Ctrl+Y", "Ctrl+Shift+Z"), (Where.ASSESSMENT,)),
        Act.GUIDE: Shortcut(("Shift+F1",), (Where.ASSESSMENT,)),
        Act.CLOSE_GUIDE: Shortcut(("Esc",), (Where.ASSESSMENT,)),
        Act.LEVEL: Shortcut(("0", "1", "2", "3", "4"), (Where.ITEM,)),
        Act.CLEAR: Shortcut(("Del", "Backspace"), (Where.ITEM,)),
        Act.NOT_APPLICABLE: Shortcut(("N",), (Where.ITEM,)),
        Act.FLAG: Shortcut(("F",), (Where.ITEM,)),
        Act.CONFIRM: Shortcut(("Y",), (Where.ITEM,)),
        Act.PASTE: Shortcut(("Ctrl+V",), (Where.ITEM,)),
        Act.PREVIOUS: Shortcut(("Alt+Left", "Alt+Up"), (Where.ITEM,)),
        Act.NEXT: Shortcut(("Alt+Right", "Alt+Down"), (Where.ITEM,)),
        Act.BACK: Shortcut(("Ctrl+PgUp",), (Where.ITEM,)),
        Act.ONWARD: Shortcut(("Ctrl+PgDown",), (Where.ITEM,)),
        Act.NEXT_FINDING: Shortcut(("F8",), (Where.REVIEW,)),
        Act.PREVIOUS_FINDING: Shortcut(("Shift+F8",), (Where.REVIEW,)),
        Act.PRINT: Shortcut(("Ctrl+P",), (Where.READING,)),
        Act.COPY: Shortcut(("Ctrl+C",), (Where.READING,)),
        Act.SELECT_ALL: Shortcut(("Ctrl+A",), (Where.READING,)),
    }
)

_SHOWN = MappingProxyType(
    {"Return": "Enter", "Del": "Delete", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
)
"""What stands on the key itself, where Qt calls it otherwise."""


def sequences(act: Act) -> list[QKeySequence]:
    """The keys of ``act``, for actions of Qt."""
    return [QKeySequence(key) for key in SHORTCUTS[act].keys]


def bind(act: Act, owner: QWidget, action: Callable[[], object]) -> None:
    """Has the keys of ``act`` do ``action`` in the window of ``owner`` while that is shown."""
    for sequence in sequences(act):
        QShortcut(sequence, owner).activated.connect(lambda: action())


def bind_unless_composing(act: Act, owner: QWidget, action: Callable[[], object]) -> None:
    """As ``bind``, but for an input method that composes: these keys are part of no text.

    Where a system edits text with one of them, as macOS does with Alt and an arrow, Qt gives it to
    the field.
    """
    bind(act, owner, lambda: None if _is_composing() else action())


def pressed(act: Act, event: QKeyEvent) -> bool:
    """Whether ``event`` is one of the keys of ``act``, on the number pad or not."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    typed = QKeySequence(event.keyCombination().toCombined() & ~keypad.value)
    return any(typed == sequence for sequence in sequences(act))


def is_typing() -> bool:
    """Whether the keyboard is in a field of text that can be changed."""
    field = QApplication.focusWidget()
    return isinstance(field, QLineEdit | QPlainTextEdit) and not field.isReadOnly()


def _is_composing() -> bool:
    return bool(getattr(QApplication.focusWidget(), "is_composing", False))


def shown_keys(act: Act) -> tuple[str, ...]:
    """The keys of ``act`` as they are read from a keyboard, each once: "Ctrl+Enter"."""
    shown = [
        "+".join(_SHOWN.get(part, part) for part in key.split("+")) for key in SHORTCUTS[act].keys
    ]
    return tuple(dict.fromkeys(shown))
