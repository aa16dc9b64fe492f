"""What the declaration of the workbook is made of: sheets, blocks, columns, kinds of cells.

A block of rows begins with a hidden row of keys: ``MARK`` and the block's id in the first, hidden
column, then the id of each column over its cells. Every following row carries its own id in the
hidden column. Values are found by these three ids, so rows may be sorted, columns moved and
sheets renamed. A row too tall for a sheet goes on below under the same id with ``#2``, ``#3``, …
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
from types import MappingProxyType

MARK = "#digicom:"
CONTINUED = "#"
NEW = "new."
"""How the ids of rows begin that wait to be filled in."""
FORMAT = 1
"""Version of this layout, written into the hidden sheet."""

CELL_LIMIT = 30_000
"""Most UTF-16 units of canonical content in one cell; Excel holds 32,767."""

_PIXELS_ACROSS, _PIXELS_ACROSS_LANDSCAPE = 718, 1047
"""What an A4 page has room for between its margins."""
_MOST_PIXELS = 9
"""A character of the widths in the widest font that may stand in for the right one; it has 7."""
BLANK_ROWS = MappingProxyType({f"{NEW}{number}": 34.0 for number in range(1, 100)})
"""Room for two lines in a row that waits to be filled in."""


class Kind(Enum):
    """How the cells of a column look; the value says nothing else."""

    LABEL = "label"
    TEXT = "text"
    LINE = "line"
    """One line of typed text: the cell is formatted as text, so that nothing becomes a date."""
    MIDDLE = "middle"
    NUMBER = "number"
    FIGURE = "figure"
    """A number with thousands separators."""
    NOTE = "note"
    """Running text without a frame."""
    CODE = "code"
    POINTS = "points"
    """A whole number that a formula computes."""
    CHECK = "check"
    """A score, or a word on one, that a formula computes."""
    CLAUSE = "clause"
    """Running text of a statement that is signed."""
    BOX = "box"
    """An empty box to write, sign or stamp in."""


def _no_choices() -> Mapping[str, str]:
    return MappingProxyType({})


def _no_heights() -> Mapping[str, float]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a block; ``width`` in characters, ``span`` sheet columns wide.

    The cells of an ``is_input`` column are not locked; ``choices`` names the list they offer.
    """

    id: str
    kind: Kind
    width: float = 0.0
    span: int = 1
    is_input: bool = False
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one kind; ``title`` and ``heads`` say whether a heading and column heads show.

    ``new_page`` begins one in print, on a sheet with a ``scale``. ``words`` is where the heads are
    in the words files, if not with the other heads. A block that is ``together`` is not parted in
    print; one that is ``joined`` follows the one above without a gap; one ``for_template``
    stands in no other workbook. By the ids of rows: those ``locked`` in spite of an input column,
    ``choices`` of their own, least ``heights`` in points.
    """

    id: str
    columns: tuple[Column, ...]
    title: bool = False
    heads: bool = True
    new_page: bool = False
    together: bool = False
    joined: bool = False
    words: str = ""
    for_template: bool = False
    locked: frozenset[str] = frozenset()
    choices: Mapping[str, str] = field(default_factory=_no_choices, hash=False)
    heights: Mapping[str, float] = field(default_factory=_no_heights, hash=False)

    @property
    def key(self) -> str:
        """What stands in the hidden column of the block's row of keys."""
        return MARK + self.id

    def head(self, column: Column) -> str:
        """The id of the words over ``column``."""
        return f"{self.words or f'workbook.heads.{self.id}'}.{column.id}"

    @property
    def places(self) -> tuple[tuple[int, Column], ...]:
        """Each column with its first sheet column, counted from 0."""
        ends = accumulate((column.span for column in self.columns), initial=0)
        return tuple(zip(ends, self.columns, strict=False))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; ``widths`` of its visible columns, in characters of the default font.

    Printed, the width fits on ``pages_across`` pages, the first ``repeated`` columns on each; with
    a ``scale`` (percent) it is left to that, since a fitted sheet has no page breaks of its own,
    and a heading could stay behind at the end of a page.
    """

    id: str
    blocks: tuple[Block, ...]
    widths: tuple[float, ...]
    landscape: bool = False
    frozen: bool = False
    repeated: int = 0
    pages_across: int = 1
    scale: int | None = None
    says_method: bool = False
    """Whether the notice on the method stands under the heading: where scores and levels stand."""
    hidden: bool = False
    has_charts: bool = False

    def block(self, id: str) -> Block:
        """The block ``id``; KeyError if the sheet has none."""
        return {block.id: block for block in self.blocks}[id]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the whole workbook for one cell, or without ``row`` for all cells of a column."""

    name: str
    block: str
    row: str | None
    column: str


def scale_of(widths: tuple[float, ...], *, landscape: bool = False) -> int:
    """Percent at which ``widths`` fit a page whatever font is there."""
    room = _PIXELS_ACROSS_LANDSCAPE if landscape else _PIXELS_ACROSS
    return int(100 * room / (_MOST_PIXELS * sum(widths)))


def widths_of(columns: tuple[Column, ...]) -> tuple[float, ...]:
    """The widths of the visible columns of a sheet with one block of ``columns``."""
    return tuple(column.width for column in columns)
