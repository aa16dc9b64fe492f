"""Cells of a spreadsheet that are pasted into a table of figures."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from digicom_desktop.ui.figure_field import LONGEST, Block

Cell = TypeVar("Cell")


def spread(block: Block, table: Sequence[Sequence[Cell]], first: Cell) -> dict[Cell, str] | None:
    """What each cell of ``table`` gets, the first text in ``first``, the others right and below.

    None where it does not fit. A blank cell of ``block`` leaves what stands there.
    """
    top, left = next((r, row.index(first)) for r, row in enumerate(table) if first in row)
    found = {}
    for down, texts in enumerate(block):
        for across, text in enumerate(texts):
            if not text:
                continue
            if len(text) > LONGEST or top + down >= len(table):
                return None
            if left + across >= len(table[top + down]):
                return None
            found[table[top + down][left + across]] = text
    return found


def refusal(block: Block) -> str:
    """Why nothing of ``block`` was pasted."""
    sentence = QCoreApplication.translate(
        "Field",
        "Nothing was pasted: {0} × {1} cells do not fit from here on. Copy only the numbers.",
    )
    return sentence.format(len(block), max(map(len, block)))
