"""Where each piece of evidence stands in the volume."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digicom_desktop.documents.pdf_blocks import Block
from digicom_desktop.documents.pdf_pages import Page, compose
from digicom_desktop.documents.pdf_styles import HEIGHT
from digicom_desktop.documents.volume_source import Piece
from digicom_desktop.domain.report import EvidenceView

_FRONT = 1
"""The cover."""


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of the volume: the ``n``-th (from 1), with the page that its divider begins on."""

    piece: Piece
    n: int
    count: int
    page: int
    divider_pages: int

    @property
    def entry(self) -> EvidenceView:
        """Its line in the register."""
        return self.piece.entry

    @property
    def sheets(self) -> int:
        """How many of its pages are in the volume."""
        return len(self.piece.prepared.sheets)

    @property
    def first(self) -> int:
        """The first of its own pages, if there is one."""
        return self.page + self.divider_pages

    @property
    def last(self) -> int:
        """The last of its own pages; the one before ``first`` where there is none."""
        return self.first + self.sheets - 1

    @property
    def key(self) -> str:
        """What links lead to."""
        return f"piece-{self.n}"


Lists = Callable[[Sequence[Place]], Sequence[Block]]
Divider = Callable[[Place], Sequence[Block]]


def place(pieces: Sequence[Piece], lists: Sequence[Lists], divider: Divider) -> tuple[Place, ...]:
    """``pieces`` one after the other behind cover and ``lists``.

    How many pages those and each ``divider`` take does not depend on the numbers in them.
    """
    drafts = [Place(piece, n, len(pieces), 1, 1) for n, piece in enumerate(pieces, 1)]
    page = _FRONT + sum(len(pages_of(blocks(drafts))) for blocks in lists) + 1
    placed: list[Place] = []
    for draft in drafts:
        here = Place(draft.piece, draft.n, draft.count, page, len(pages_of(divider(draft))))
        placed.append(here)
        page = here.last + 1
    return tuple(placed)


def pages_of(blocks: Sequence[Block]) -> list[Page]:
    """``blocks`` on pages of the volume."""
    return compose(blocks, HEIGHT)
