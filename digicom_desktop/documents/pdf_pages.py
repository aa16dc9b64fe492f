"""Puts blocks on pages: keeps heads with what follows, splits what is too long."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from digicom_desktop.documents.pdf_blocks import PAGE_BREAK, Block, Drawn, Stack, least_of
from digicom_desktop.documents.pdf_pen import Pen


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far below the top of the text area it begins."""

    block: Block
    top: float


Page = tuple[Placed, ...]


def compose(blocks: Sequence[Block], height: float) -> list[Page]:
    """``blocks`` on pages whose text area is ``height`` points high."""
    waiting = deque(blocks)
    pages: list[Page] = []
    while waiting:
        page = _fill(waiting, height)
        if page:
            pages.append(page)
    return pages


def _fill(waiting: deque[Block], height: float) -> Page:
    """One page of what waits first; what was placed no longer waits."""
    placed: list[Placed] = []
    used = 0.0
    while waiting:
        block = waiting.popleft()
        if block is PAGE_BREAK:
            break
        if not placed and isinstance(block, Drawn) and block.divides:
            continue
        top = used + (block.before if placed else 0)
        if block.height <= height - top and _can_stay(block, waiting, height - top):
            placed.append(Placed(block, top))
            used = top + block.height
            continue
        _cut(block, waiting, placed, top, height)
        break
    return tuple(placed)


def _can_stay(block: Block, waiting: deque[Block], room: float) -> bool:
    if not block.keeps:
        return True
    following: list[Block] = [block]
    for other in waiting:
        following.append(other)
        if not other.keeps:
            break
    return least_of(following) <= room


def _cut(
    block: Block, waiting: deque[Block], placed: list[Placed], top: float, height: float
) -> None:
    """Place the beginning of a block that does not fit; the rest waits for the next page."""
    room = height - top
    parts = None if block.keeps or block.least > room else block.split(room)
    if parts is None and not placed:
        # Nothing else can be done with a block that is higher than a page.
        parts = block.split(room)
    if parts is not None:
        placed.append(Placed(parts[0], top))
        waiting.appendleft(parts[1])
    elif placed:
        waiting.appendleft(block)
    else:
        placed.append(Placed(block, top))


def anchors(pages: Sequence[Page], first: int = 1) -> dict[str, int]:
    """The page number of every anchor; ``first`` is that of the first page."""
    return {
        key: number
        for number, page in enumerate(pages, first)
        for placed in page
        for key in _keys(placed.block)
    }


def _keys(block: Block) -> list[str]:
    keys = [block.anchor.key] if block.anchor else []
    if isinstance(block, Stack):
        for inner in block.blocks:
            keys.extend(_keys(inner))
    return keys


def draw_page(pen: Pen, page: Page, left: float, top: float) -> None:
    """Draw all blocks of ``page``; (left, top) is the corner of its text area."""
    for placed in page:
        block, y = placed.block, top + placed.top
        if block.anchor:
            pen.bookmark(block.anchor.key, block.anchor.title, block.anchor.level, y)
        block.draw(pen, left, y)
