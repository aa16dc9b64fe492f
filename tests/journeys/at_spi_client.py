"""A screen reader's client on AT-SPI: starts the program and does ``by_tree.assessment`` in it.

The system's own Python runs this, in a session of D-Bus of its own: there it finds the bindings.

    python3 at_spi_client.py YEAR CODE ITEMS PHOTO PHOTO -- PROGRAM ARGUMENT…
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import gi  # type: ignore[import-untyped, import-not-found, unused-ignore]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent))
import by_tree  # type: ignore[import-not-found, unused-ignore]  # noqa: E402

_NAME = "digicom-desktop"
_ROLES = {
    by_tree.BUTTON: "push button",
    by_tree.RADIO: "radio button",
    by_tree.CHECK: "check box",
    by_tree.TEXT: "text",
}
_PAUSE = 0.05
"""Seconds between two looks at the tree."""
_START, _END = 30.0, 60.0
"""Seconds that the program has to come up, and to go."""


class SpiTree:
    """What AT-SPI tells of the program: of its dialog, or else of its window."""

    def __init__(self, program: Atspi.Accessible) -> None:
        self._program = program

    def names(self, role: str) -> list[str]:
        return [name for name, _ in self._of(role)]

    def press(self, role: str, name: str) -> None:
        action = self._node(role, name).get_action_iface()
        try:
            action.do_action(0)
        except GLib.Error:
            # What opens a dialog answers only when that is closed.
            return

    def text(self, name: str) -> str:
        node = self._node(by_tree.TEXT, name)
        return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))

    def write(self, name: str, text: str) -> None:
        self._node(by_tree.TEXT, name).get_editable_text_iface().set_text_contents(text)

    def _of(self, role: str) -> list[tuple[str, Atspi.Accessible]]:
        """The nodes of ``role`` with their names."""
        tops = list(_children(self._program))
        dialogs = [top for top in tops if _described(top)[0] == "dialog" and _is_seen(top)]
        inside = dialogs[-1:] or tops
        found = ((node, *_described(node)) for top in inside for node in _nodes(top))
        return [(name, node) for node, known, name in found if known == _ROLES[role]]

    def _node(self, role: str, name: str) -> Atspi.Accessible:
        return next(node for known, node in self._of(role) if known == name)


def _children(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def _described(node: Atspi.Accessible) -> tuple[str, str]:
    """Its role and its name; nothing of one that went away while we looked at it."""
    try:
        return node.get_role_name(), node.get_name()
    except GLib.Error:
        return "", ""


def _is_seen(node: Atspi.Accessible) -> bool:
    try:
        return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))
    except GLib.Error:
        return False


def _nodes(inside: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    try:
        if not _is_seen(inside):
            return
        yield inside
        for child in _children(inside):
            yield from _nodes(child)
    except GLib.Error:  # it went away while we looked at it
        return


def _program() -> Atspi.Accessible:
    until = time.monotonic() + _START
    while time.monotonic() < until:
        for program in _children(Atspi.get_desktop(0)):
            if program.get_name() == _NAME:
                program.set_cache_mask(Atspi.Cache.NONE)
                return program
        time.sleep(_PAUSE)
    raise LookupError("AT-SPI does not know the program")


def _attach(tree: SpiTree, photos: list[str]) -> Iterator[None]:
    """Answers Qt's own dialog for files."""
    while "File name:" not in tree.names(by_tree.TEXT):
        yield
    tree.write("File name:", " ".join(f'"{photo}"' for photo in photos))
    tree.press(by_tree.BUTTON, "Open")
    while "All answered: to the check" not in tree.names(by_tree.BUTTON):
        yield


def main(arguments: list[str]) -> int:
    """0 where all of it was done."""
    split = arguments.index("--")
    year, code, items, *photos = arguments[:split]
    Atspi.set_timeout(5_000, 15_000)
    program = subprocess.Popen(arguments[split + 1 :])
    try:
        tree = SpiTree(_program())
        steps = by_tree.assessment(tree, int(year), code, int(items), lambda: _attach(tree, photos))
        for _ in steps:
            time.sleep(_PAUSE)
        while not any(name.startswith("Open folder") for name in tree.names(by_tree.BUTTON)):
            time.sleep(_PAUSE)
    finally:
        program.terminate()
        program.wait(_END)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
