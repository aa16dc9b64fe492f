"""The workbook's sheets, blocks, columns and ids: one declaration for writer and reader.

A block of rows begins with a hidden row of keys: ``MARK`` and the block's id in the first, hidden
column, then the id of each column over its cells. Every following row carries its own id in the
hidden column. Values are found by these three ids, so rows may be sorted, columns moved and
sheets renamed. A row too tall for a sheet goes on below under the same id with ``#2``, ``#3``, …
"""

from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

MARK = "#digicom:"
CONTINUED = "#"
FORMAT = 1
"""Version of this layout, written into the hidden sheet."""

CELL_LIMIT = 30_000
"""Most UTF-16 units of canonical content in one cell; Excel holds 32,767."""


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


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a block; ``width`` in characters, ``span`` sheet columns wide."""

    id: str
    kind: Kind
    width: float = 0.0
    span: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one kind; ``title`` and ``heads`` say whether a heading and column heads show.

    ``new_page`` begins one in print, on a sheet with a ``scale``.
    """

    id: str
    columns: tuple[Column, ...]
    title: bool = False
    heads: bool = True
    new_page: bool = False

    @property
    def key(self) -> str:
        """What stands in the hidden column of the block's row of keys."""
        return MARK + self.id

    @property
    def places(self) -> tuple[tuple[int, Column], ...]:
        """Each column with its first sheet column, counted from 0."""
        ends = accumulate((column.span for column in self.columns), initial=0)
        return tuple(zip(ends, self.columns, strict=False))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; ``widths`` of its visible columns, in characters of the default font.

    Printed, the width fits on ``pages_across`` pages, the first ``repeated`` columns on each; with
    a ``scale`` (percent) it is left to that, since a fitted sheet has no page breaks of its own.
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

    def block(self, id: str) -> Block:
        """The block ``id``; KeyError if the sheet has none."""
        return {block.id: block for block in self.blocks}[id]


def _widths(columns: tuple[Column, ...]) -> tuple[float, ...]:
    return tuple(column.width for column in columns)


_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.LINE))
_RESULT_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.TEXT, span=4))
_PARAGRAPHS = (Column("text", Kind.NOTE, span=2),)
_SCORES = (
    Column("name", Kind.LABEL),
    Column("supported", Kind.NUMBER),
    Column("declared", Kind.NUMBER),
    Column("remark", Kind.MIDDLE, span=2),
)

COVER = Sheet(
    "cover",
    (
        Block("cover", _PAIR, heads=False),
        Block("notices", _PARAGRAPHS, heads=False),
    ),
    (24, 66),
)

NOTES = Sheet(
    "notes",
    (
        Block("contents", (Column("name", Kind.LABEL), Column("text", Kind.TEXT)), title=True),
        Block("legend", (Column("name", Kind.LABEL), Column("text", Kind.TEXT)), title=True),
        Block("grades", (Column("name", Kind.LABEL), Column("text", Kind.TEXT)), title=True),
        Block("reading_rules", _PARAGRAPHS, title=True, heads=False),
        Block("how_scored", _PARAGRAPHS, title=True, heads=False),
        Block("guideline", _PARAGRAPHS, title=True, heads=False),
    ),
    (24, 74),
)

COMPANY = Sheet(
    "company",
    (
        Block("company", _PAIR, title=True, heads=False),
        Block(
            "narratives",
            (Column("label", Kind.LABEL), Column("text", Kind.TEXT)),
            title=True,
            heads=False,
        ),
    ),
    (24, 74),
)

_METRICS = (
    Column("group", Kind.TEXT, 18),
    Column("name", Kind.LABEL, 26),
    Column("definition", Kind.TEXT, 52),
    Column("unit", Kind.MIDDLE, 12),
    Column("current", Kind.FIGURE, 16),
    Column("previous", Kind.FIGURE, 16),
    Column("change", Kind.MIDDLE, 12),
)

METRICS = Sheet(
    "metrics",
    (Block("metrics", _METRICS),),
    _widths(_METRICS),
    landscape=True,
    frozen=True,
)

_ITEMS = (
    Column("number", Kind.MIDDLE, 6),
    Column("title", Kind.LABEL, 17),
    Column("direction", Kind.TEXT, 12),
    Column("clause", Kind.TEXT, 43),
    Column("state", Kind.MIDDLE, 9),
    Column("claimed", Kind.NUMBER, 7),
    Column("claimed_name", Kind.MIDDLE, 8),
    Column("supported", Kind.NUMBER, 7),
    Column("supported_name", Kind.MIDDLE, 8),
    Column("descriptor", Kind.TEXT, 44),
    Column("grade_name", Kind.MIDDLE, 12),
    Column("evidence", Kind.MIDDLE, 9),
    Column("practices", Kind.TEXT, 38),
    Column("system", Kind.LINE, 16),
    Column("since", Kind.LINE, 12),
    Column("scope", Kind.LINE, 16),
    Column("person", Kind.LINE, 12),
    Column("note", Kind.TEXT, 34),
    Column("reason", Kind.TEXT, 19),
    Column("last_year", Kind.TEXT, 14),
    Column("hold_back", Kind.TEXT, 19),
)

ITEMS = Sheet(
    "items",
    (Block("items", _ITEMS),),
    _widths(_ITEMS),
    landscape=True,
    frozen=True,
    repeated=2,
    pages_across=2,
    says_method=True,
)

_FIGURES = (
    Column("item", Kind.MIDDLE, 6),
    Column("title", Kind.TEXT, 18),
    Column("name", Kind.LABEL, 24),
    Column("definition", Kind.TEXT, 48),
    Column("unit", Kind.MIDDLE, 12),
    Column("current", Kind.FIGURE, 16),
    Column("previous", Kind.FIGURE, 16),
)

FIGURES = Sheet(
    "figures",
    (Block("figures", _FIGURES),),
    _widths(_FIGURES),
    landscape=True,
    frozen=True,
)

_EVIDENCE = (
    Column("number", Kind.MIDDLE, 9),
    Column("title", Kind.LINE, 32),
    Column("date", Kind.LINE, 12),
    Column("valid_until", Kind.LINE, 12),
    Column("proves", Kind.TEXT, 44),
    Column("grade", Kind.NUMBER, 6),
    Column("grade_name", Kind.MIDDLE, 14),
    Column("items", Kind.MIDDLE, 9),
    Column("file_name", Kind.LINE, 24),
    Column("file_size", Kind.FIGURE, 12),
    Column("file_sha256", Kind.CODE, 28),
)

EVIDENCE = Sheet(
    "evidence",
    (Block("evidence", _EVIDENCE),),
    _widths(_EVIDENCE),
    landscape=True,
    frozen=True,
)

SCORES = Sheet(
    "scores",
    (
        Block("result", _RESULT_PAIR, title=True, heads=False),
        Block(
            "gates",
            (
                Column("name", Kind.LABEL),
                Column("have", Kind.MIDDLE),
                Column("need", Kind.MIDDLE),
                Column("holds", Kind.MIDDLE, span=2),
            ),
            title=True,
        ),
        Block("directions", _SCORES, title=True, new_page=True),
        Block("characteristics", _SCORES, title=True),
        Block(
            "momentum",
            (Column("name", Kind.LABEL), Column("state", Kind.MIDDLE, span=2)),
            title=True,
        ),
    ),
    (46, 14, 14, 12, 12),
    scale=80,
    says_method=True,
)

_TARGETS = (
    Column("item", Kind.MIDDLE),
    Column("title", Kind.TEXT),
    Column("now", Kind.NUMBER),
    Column("target", Kind.NUMBER),
    Column("gain", Kind.MIDDLE, span=2),
)
_ACTIONS = (
    Column("item", Kind.MIDDLE, 14),
    Column("text", Kind.TEXT, 50),
    Column("owner", Kind.LINE, 14),
    Column("due", Kind.LINE, 14),
    Column("state", Kind.MIDDLE, 12),
    Column("note", Kind.TEXT, 30),
)

PLAN = Sheet(
    "plan",
    (
        Block(
            "planned",
            (Column("label", Kind.LABEL, span=2), Column("value", Kind.TEXT, span=2)),
            title=True,
            heads=False,
        ),
        Block("targets", _TARGETS, title=True),
        Block("actions", _ACTIONS, title=True),
    ),
    _widths(_ACTIONS),
    landscape=True,
    says_method=True,
)

_REVIEW = (
    Column("class", Kind.MIDDLE, 14),
    Column("where", Kind.MIDDLE, 14),
    Column("finding", Kind.TEXT, 62),
    Column("said", Kind.TEXT, 48),
)

REVIEW = Sheet(
    "review",
    (Block("review", _REVIEW),),
    _widths(_REVIEW),
    landscape=True,
    frozen=True,
)

DATA = Sheet(
    "data",
    (Block("data", (Column("value", Kind.CODE, 80),)),),
    (80,),
    hidden=True,
)

SHEETS = (COVER, NOTES, COMPANY, METRICS, ITEMS, FIGURES, EVIDENCE, SCORES, PLAN, REVIEW, DATA)
"""In the order of the workbook."""
