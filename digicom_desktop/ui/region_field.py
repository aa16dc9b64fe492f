"""The region in three steps: province, city, county."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.domain.choice_search import Choice
from digicom_desktop.domain.region import Region, Regions, ways_below
from digicom_desktop.ui.fields import SearchChoiceField
from digicom_desktop.ui.tokens import SPACE_16


class RegionField(QWidget):
    """Tells the code of the deepest place chosen; ``captions`` are those of the three steps.

    Each step finds what lies further down as well: who types 义乌 fills all three.
    """

    edited = Signal(str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(self, regions: Regions, captions: Sequence[str]) -> None:
        super().__init__()
        self._regions = regions
        self._code = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        self._steps = [SearchChoiceField(caption, ()) for caption in captions]
        self._offered: list[tuple[Region, ...] | None] = [None for _ in captions]
        for depth, step in enumerate(self._steps):
            row.addWidget(step, 1)
            step.edited.connect(lambda code, depth=depth: self._on_step_edited(depth, code))
            step.typing.connect(self.typing)
            step.visit_ended.connect(self.visit_ended)
        self.setFocusProxy(self._steps[0])
        self.set_text("")

    def set_name(self, name: str) -> None:
        """Says how a screen reader calls the steps."""
        for step, caption in zip(self._steps, self._step_names(), strict=True):
            step.set_name(f"{name} {caption}")

    def text(self) -> str:
        """The code."""
        return self._code

    def set_text(self, code: str) -> None:
        """Shows ``code``; nobody is told. A code that the list lacks shows no step."""
        if any(step.is_waiting for step in self._steps):
            return
        self._code = code
        chosen = self._regions.steps(code)
        for depth, step in enumerate(self._steps):
            self._offer(depth, self._below(chosen[:depth], depth))
            step.set_placeholder(self._placeholder(depth, is_next=depth <= len(chosen)))
            step.set_text(chosen[depth].code if depth < len(chosen) else "")

    def flush(self) -> None:
        """Tells at once what was typed and not told yet."""
        for step in self._steps:
            step.flush()

    def _step_names(self) -> tuple[str, str, str]:
        return self.tr("Province"), self.tr("City"), self.tr("County")

    def _below(self, chosen: Sequence[Region], depth: int) -> tuple[Region, ...]:
        if depth == 0:
            return self._regions.provinces
        return chosen[-1].places if len(chosen) == depth else ()

    def _offer(self, depth: int, places: tuple[Region, ...]) -> None:
        if places == self._offered[depth]:
            return
        self._offered[depth] = places
        step = self._steps[depth]
        choices = [Choice(place.code, place.name) for place in places]
        step.set_choices(choices, lambda: _further(places))
        step.set_read_only(not places)

    def _placeholder(self, depth: int, *, is_next: bool) -> str:
        if not is_next:
            return ""
        if not self._offered[depth]:
            return self.tr("Nothing to choose")
        return (
            self.tr("Choose or type") if depth else self.tr("Type your city or county, or choose")
        )

    def _on_step_edited(self, depth: int, code: str) -> None:
        above = self._regions.steps(self._code)[:depth]
        self.set_text(code or (above[-1].code if above else ""))
        self.edited.emit(self._code)


def _further(places: Sequence[Region]) -> Iterator[Choice]:
    """What lies below ``places``, each with the way to it."""
    for way in ways_below(places):
        yield Choice(
            way[-1].code, " · ".join(place.name for place in way), way[-1].name, is_further=True
        )
