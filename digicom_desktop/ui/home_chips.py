"""Where the chips of a Home row lie: in two lines at most, none cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from digicom_desktop.ui.chips import chip_width
from digicom_desktop.ui.tokens import Tone

CHIP_GAP = 4
_LINES = 2


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A chip in line 0 or 1, ``left`` from the beginning of the column, in logical pixels."""

    text: str
    tone: Tone
    line: int
    left: int
    width: int


def placed_chips(
    chips: Sequence[tuple[str, Tone]], room: int, metrics: QFontMetrics
) -> tuple[PlacedChip, ...]:
    """The first of ``chips`` that two lines of ``room`` hold; a last chip counts the others."""
    for shown in range(len(chips), 0, -1):
        placed = _placed(_counted(chips, shown), room, metrics)
        if placed[-1].line < _LINES and all(chip.width <= room for chip in placed):
            return placed
    return _placed(_counted(chips, 0), room, metrics)


def _counted(chips: Sequence[tuple[str, Tone]], shown: int) -> list[tuple[str, Tone]]:
    left_out = len(chips) - shown
    return [*chips[:shown], *([(f"+{left_out}", Tone.GREY)] if left_out else [])]


def _placed(
    chips: Sequence[tuple[str, Tone]], room: int, metrics: QFontMetrics
) -> tuple[PlacedChip, ...]:
    placed: list[PlacedChip] = []
    line = left = 0
    for text, tone in chips:
        width = chip_width(metrics, text)
        if left and left + width > room:
            line, left = line + 1, 0
        placed.append(PlacedChip(text, tone, line, left, width))
        left += width + CHIP_GAP
    return tuple(placed)
