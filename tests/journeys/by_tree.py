"""A typical assessment from Home to the exported files, done through an accessibility tree only.

Nothing here knows which tree: the test reads Qt's own, and a screen reader's client that of AT-SPI.
It needs nothing but Python, because that client runs in the system's.
"""

import time
from collections.abc import Callable, Generator, Iterator
from typing import Protocol

BUTTON, RADIO, CHECK, TEXT = "button", "radio", "check", "text"
LEVELS = (1, 2, 0, 2, 1, 3)
"""What an ordinary small firm claims, over and over again."""
OF_THE_YEAR = {
    "Employees at the end of the year, {year}": "90",
    "Operating revenue, {year}": "5,120",
    "Main practices, required": "用进销存软件记录订货、库存和发货，网店订单自动进入，每周看报表。",
    "Results achieved, required": "发货时间从三天缩短到两天，库存损耗下降，回头客比上年多了两成。",
    "Problems, required": "还没有专人管理数据，直播带货刚刚起步，缺少既懂茶叶又懂运营的人手。",
}
REASON = "做法以说明为准，凭据在会计处可查"
_PATIENCE = 20.0
"""Seconds after which what is not there is not going to be."""
_PRESSED = 0.2
"""Seconds after which a button has come up again: only then does Qt do what it is for."""
_TYPED = 0.8
"""Seconds after which a field has told what stands in it."""


class Tree(Protocol):
    """What a screen reader can see and do; every name is the beginning of one."""

    def names(self, role: str) -> list[str]:
        """The names of all that can be seen of ``role``, in the order of the tree."""

    def press(self, role: str, name: str) -> None:
        """Does what the one called ``name`` does when it is pressed; a dialog may open."""

    def text(self, name: str) -> str:
        """What stands in the field ``name``."""

    def write(self, name: str, text: str) -> None:
        """Puts ``text`` into the field ``name``."""


def assessment(
    tree: Tree, year: int, code: str, items: int, attach: Callable[[], Iterator[None]]
) -> Iterator[None]:
    """Does it all, and gives the program a turn at each ``yield``.

    ``attach`` answers the system's dialog for files with two of them.
    """
    yield from _press(tree, BUTTON, "New assessment")
    yield from _press(tree, BUTTON, "Start")
    yield from _write(tree, "Unified social credit code", code)
    yield from _press(tree, BUTTON, "Fill in the company information")
    for name, text in OF_THE_YEAR.items():
        yield from _write(tree, name.format(year=year), text)
    yield from _press(tree, BUTTON, "Next: business profile")
    yield from _press(tree, BUTTON, "Next: item 1.1")
    for number in range(items):
        yield from _press(tree, RADIO, f"{LEVELS[number % len(LEVELS)]} ")
        if number == items - 1:
            yield from _press(tree, BUTTON, "choose files…")
            yield from attach()
        yield from _press(tree, BUTTON, "Next" if number < items - 1 else "All answered")
    yield from _explain(tree)
    yield from _press(tree, BUTTON, "Finalise…")
    yield from _press(tree, BUTTON, "Finalise", whole=True)
    yield from _press(tree, BUTTON, "Finalise and export")
    yield from _press(tree, BUTTON, "Export 3 files")


def _explain(tree: Tree) -> Iterator[None]:
    """One reason for each kind of finding, and a tick for what only wants to be looked at."""
    yield from _find(tree, TEXT, "Explanation: ")
    while empty := [name for name in _explanations(tree) if not tree.text(name)]:
        tree.write(empty[0], REASON)
        yield from _wait(_TYPED)
        if any(name.startswith("The same reason") for name in tree.names(BUTTON)):
            yield from _press(tree, BUTTON, "The same reason")
            yield from _wait(_TYPED)
    for name in tree.names(CHECK):
        if name.startswith("Looked at it"):
            tree.press(CHECK, name)
            yield from _wait(_TYPED)


def _explanations(tree: Tree) -> list[str]:
    return [name for name in tree.names(TEXT) if name.startswith("Explanation: ")]


def _press(tree: Tree, role: str, beginning: str, *, whole: bool = False) -> Iterator[None]:
    name = yield from _find(tree, role, beginning, whole=whole)
    tree.press(role, name)
    yield from _wait(_PRESSED if role == BUTTON else 0)


def _write(tree: Tree, beginning: str, text: str) -> Iterator[None]:
    name = yield from _find(tree, TEXT, beginning)
    tree.write(name, text)
    yield from _wait(_TYPED)


def _find(
    tree: Tree, role: str, beginning: str, *, whole: bool = False
) -> Generator[None, None, str]:
    """The first name that begins so, or is just that, as soon as it is there."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        for name in tree.names(role):
            if name == beginning or (name.startswith(beginning) and not whole):
                return name
        yield
    raise LookupError(f"no {role} {beginning!r} among {tree.names(role)}")


def _wait(seconds: float) -> Iterator[None]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        yield
