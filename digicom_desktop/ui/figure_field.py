"""A field for an amount or a number of people or things, in a unit of its own."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from digicom_desktop.domain.measure import Measure
from digicom_desktop.domain.number import grouped, read_figure, shown_figure
from digicom_desktop.domain.share import share_problem
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.fields import LineField
from digicom_desktop.ui.remark import Remark, remarks

LONGEST = 40
Block = Sequence[Sequence[str]]
"""Cells of a spreadsheet, row by row."""

_LARGE = 100_000


class FigureField(LineField):
    """Keeps the text as typed: 1,234.5, 123万, 12345678元, full width.

    Once left, it says below which figure was read, where that is not what stands there anyway.
    ``unit`` is how people call the unit of ``measure``; ``lead`` begins every sentence; a part of a
    whole (``is_share``) lies between 0 and 100%.
    """

    def __init__(
        self,
        caption: str,
        measure: Measure,
        unit: str,
        words: Words,
        *,
        placeholder: str = "",
        lead: str = "",
        is_share: bool = False,
    ) -> None:
        self.measure, self._unit, self._is_share = measure, unit, is_share
        self._words, self.lead = words, lead
        super().__init__(caption, LONGEST, placeholder=placeholder, narrows=True)

    def take_blocks(self, take: Callable[[Block], object]) -> None:
        """Has ``take`` deal with several cells that are pasted here, which show nothing as yet."""
        self._line.takes_blocks = True
        self._line.block_pasted.connect(take)

    def _remarks(self, text: str) -> tuple[Remark, ...]:
        found = read_figure(text, self.measure)
        if isinstance(found, Decimal):
            found = share_problem(found) if self._is_share else None
        return remarks([found], self._words, self.lead)

    def _check(self) -> None:
        self._hint_text = "" if self._is_typed_in else self._read_back(self.text())
        self._foot.set_hint(self._hint_text)
        super()._check()

    def _read_back(self, text: str) -> str:
        value = read_figure(text, self.measure)
        if not isinstance(value, Decimal):
            return ""
        shown = shown_figure(value, self.measure)
        # So much in 万元 is more often meant in 元: which it was taken for is said in any case.
        is_doubtful = self.measure.may_mean_yuan and abs(value) >= _LARGE
        bare = text.removesuffix(self.measure.unit).strip()
        if bare in (shown, grouped(value)) and not is_doubtful:
            return ""
        return self.lead + self._words.say("number.read", value=shown, unit=self._unit)
