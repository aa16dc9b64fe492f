"""Tables that break across pages and repeat their heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digicom_desktop.documents.pdf_blocks import Anchor, Block
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_styles import LINE, RULE

PADDING = 2.75
GAP = 6.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells side by side; splits only when a page cannot hold it."""

    cells: tuple[Block, ...]
    columns: tuple[float, ...]
    """The width of each cell, the gap to the next one included."""

    @property
    def height(self) -> float:
        """The highest cell and the space around it."""
        return max(cell.height for cell in self.cells) + 2 * PADDING

    def split(self, room: float) -> tuple[TableRow, TableRow] | None:
        """Every cell that is too high is cut; the others stay above."""
        heads: list[Block] = []
        tails: list[Block] = []
        for cell in self.cells:
            parts = None if cell.height <= room - 2 * PADDING else cell.split(room - 2 * PADDING)
            if parts is None and cell.height > room - 2 * PADDING:
                return None
            head, tail = parts or (cell, _EMPTY)
            heads.append(head)
            tails.append(tail)
        return replace(self, cells=tuple(heads)), replace(self, cells=tuple(tails))


@dataclass(frozen=True, slots=True)
class _Empty:
    height: float = 0
    before: float = 0
    least: float = 0
    keeps: bool = False
    anchor: Anchor | None = None

    def split(self, room: float) -> tuple[Block, Block] | None:
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        pass


_EMPTY = _Empty()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head (None: without one); rows are equally wide, their columns may differ."""

    head: TableRow | None
    rows: tuple[TableRow, ...]
    before: float = 0
    keeps: bool = False
    anchor: Anchor | None = None
    tallest: float = 640
    """A row higher than this may be cut."""

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0

    @property
    def height(self) -> float:
        """Head and rows."""
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The head and the first row, or a good part of it."""
        return self._head_height + min(self.rows[0].height, self.tallest)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Cut between rows; the rest begins with the head again."""
        used = self._head_height
        for n, row in enumerate(self.rows):
            if used + row.height > room + 0.01:
                return self._cut(n, room - used)
            used += row.height
        return None

    def _cut(self, n: int, room: float) -> tuple[Block, Block] | None:
        row = self.rows[n]
        parts = row.split(room) if row.height > self.tallest else None
        above = (*self.rows[:n], parts[0]) if parts else self.rows[:n]
        below = (parts[1], *self.rows[n + 1 :]) if parts else self.rows[n:]
        if not above:
            return None
        head = replace(self, rows=above, keeps=False)
        return head, replace(self, rows=below, before=0, anchor=None)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw head, rows and the lines between them."""
        width = sum(self.rows[0].columns)
        pen.line((x, y), (x + width, y), RULE, 0.75)
        if self.head:
            y = self._draw_row(pen, self.head, x, y)
            pen.line((x, y), (x + width, y), RULE, 0.75)
        for row in self.rows:
            y = self._draw_row(pen, row, x, y)
            pen.line((x, y), (x + width, y), LINE if row is not self.rows[-1] else RULE, 0.5)

    def _draw_row(self, pen: Pen, row: TableRow, x: float, y: float) -> float:
        for width, cell in zip(row.columns, row.cells, strict=True):
            cell.draw(pen, x, y + PADDING)
            x += width
        return y + row.height


def cell_widths(columns: Sequence[float]) -> list[float]:
    """The room for the text of each column: the last one needs no gap."""
    return [*(width - GAP for width in columns[:-1]), columns[-1]]
