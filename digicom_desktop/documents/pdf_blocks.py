"""The pieces a page is made of: each knows its height, how it splits and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from digicom_desktop.documents.pdf_pen import Pen


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that contents, outline and links lead to; ``level`` 0 chapter, 1 section, 2 item."""

    key: str
    title: str
    level: int


class Block(Protocol):
    """A laid out piece of a page; lengths in points."""

    @property
    def height(self) -> float:
        """How high it is."""

    @property
    def before(self) -> float:
        """The space above it, dropped at the top of a page."""

    @property
    def least(self) -> float:
        """How much of it must fit on a page for it to begin there."""

    @property
    def keeps(self) -> bool:
        """Whether the next block must begin on the same page."""

    @property
    def anchor(self) -> Anchor | None:
        """Where it can be found."""

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Its beginning, not higher than ``room``, and the rest; None if nothing fits."""

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its top left corner at (x, y)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block of fixed height that a function draws: a chart, a rule, a space.

    ``divides``: it only parts what is above from what is below, so no page begins with it.
    """

    height: float
    paint: Callable[[Pen, float, float], None]
    before: float = 0
    keeps: bool = False
    anchor: Anchor | None = None
    divides: bool = False

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """It does not split."""
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it."""
        self.paint(pen, x, y)


def space(height: float) -> Drawn:
    """Nothing, ``height`` points high; a page may end after it."""
    return Drawn(0, lambda pen, x, y: None, before=height)


def rule(
    width: float, color: str, before: float = 0, thickness: float = 0.5, *, divides: bool = False
) -> Drawn:
    """A horizontal line that stays with what follows."""
    return Drawn(
        thickness,
        lambda pen, x, y: pen.line((x, y), (x + width, y), color, thickness),
        before=before,
        keeps=True,
        divides=divides,
    )


PAGE_BREAK = Drawn(0, lambda pen, x, y: None)
"""What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks below one another; splits between and inside them unless ``together``."""

    blocks: tuple[Block, ...]
    together: bool = False
    before: float = 0
    keeps: bool = False
    anchor: Anchor | None = None

    @property
    def height(self) -> float:
        """The sum of all, the space above the first left out."""
        return sum(b.height + b.before for b in self.blocks) - self._first_space

    @property
    def least(self) -> float:
        """All of it when together, else what the first blocks ask for."""
        return self.height if self.together else least_of(self.blocks)

    @property
    def _first_space(self) -> float:
        return self.blocks[0].before if self.blocks else 0

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Cut at the last place where both sides are allowed to be apart."""
        if self.together:
            return None
        head, tail = split_list(self.blocks, room)
        if not head or not tail:
            return None
        return (
            replace(self, blocks=head, keeps=False),
            replace(self, blocks=tail, before=0, anchor=None),
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw all from the top."""
        y -= self._first_space
        for block in self.blocks:
            y += block.before
            if block.anchor:
                pen.bookmark(block.anchor.key, block.anchor.title, block.anchor.level, y)
            block.draw(pen, x, y)
            y += block.height


def least_of(blocks: Sequence[Block]) -> float:
    """The room in which the first of ``blocks`` and all that it keeps with it can begin."""
    total = 0.0
    for n, block in enumerate(blocks):
        total += block.before if n else 0
        if not block.keeps or n + 1 == len(blocks):
            return total + block.least
        total += block.height
    return total


def split_list(
    blocks: tuple[Block, ...], room: float
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks (or beginnings of blocks) that fit into ``room``, and the rest."""
    used = 0.0
    for n, block in enumerate(blocks):
        gap = block.before if n else 0
        left = room - used - gap
        if block.height <= left and (not block.keeps or least_of(blocks[n:]) <= left):
            used += gap + block.height
            continue
        parts = None if block.keeps else block.split(left)
        if parts is None:
            return blocks[:n], blocks[n:]
        return (*blocks[:n], parts[0]), (parts[1], *blocks[n + 1 :])
    return blocks, ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label at the left of a block; stays with its first lines."""

    label: Block
    body: Block
    label_width: float
    drop: float = 0
    """How much lower the label begins."""
    before: float = 0
    keeps: bool = False
    anchor: Anchor | None = None

    @property
    def height(self) -> float:
        """That of the higher side."""
        return max(self.label.height, self.body.height)

    @property
    def least(self) -> float:
        """The label and the beginning of the body."""
        return max(self.label.height, self.body.least)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Split the body; the label stays above."""
        parts = None if room < self.least else self.body.split(room)
        if parts is None:
            return None
        rest = Labelled(space(0), parts[1], self.label_width)
        return replace(self, body=parts[0], keeps=False), rest

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw both sides."""
        self.label.draw(pen, x, y + self.drop)
        self.body.draw(pen, x + self.label_width, y)


@dataclass(frozen=True, slots=True)
class Marked:
    """A block with a bar at its left, as quotations have."""

    body: Block
    color: str
    inset: float = 10
    before: float = 0
    keeps: bool = False
    anchor: Anchor | None = None

    @property
    def height(self) -> float:
        """That of the block."""
        return self.body.height

    @property
    def least(self) -> float:
        """What the block asks for."""
        return self.body.least

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Split the block; both parts keep the bar."""
        parts = self.body.split(room)
        if parts is None:
            return None
        return replace(self, body=parts[0], keeps=False), replace(self, body=parts[1], before=0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw bar and block."""
        pen.box(x, y + 1.5, 2, self.height - 3, self.color)
        self.body.draw(pen, x + self.inset, y)
