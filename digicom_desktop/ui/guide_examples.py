"""What an item looks like in the firm's own trade: well done, and where a fact is missing."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.guideline import Edition, Example, Illustration, Item
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_16, Tone

_BODY_LINE = 24


class GuideExamples(QWidget):
    """Examples of the kinds of business in ``profile``; of all kinds while none is chosen."""

    def __init__(
        self,
        edition: Edition,
        item: Item,
        profile: frozenset[str],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._names = {kind.id: kind.name.in_(language) for kind in edition.business_types}
        self._levels = tuple(name.in_(language) for name in edition.level_names)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        own = [example for example in item.examples if example.business_type in profile]
        self._column.addWidget(Paragraph(self._note(bool(own), profile), "caption", "text3"))
        for example in own or item.examples:
            for widget in self._example(example):
                self._column.addWidget(widget)
            self._column.addSpacing(SPACE_16 - SPACE_8)
        self._column.addWidget(
            Paragraph(self.tr("Written to explain; no real firms."), "caption", "text3")
        )

    def _note(self, has_own: bool, profile: frozenset[str]) -> str:
        if has_own:
            return self.tr("Picked by the business profile")
        chosen = [name for id, name in self._names.items() if id in profile]
        if not chosen:
            return self.tr(
                "Choose kinds of business in the profile to see only those of your trade"
            )
        said = self.tr(
            "There is no example of your own trade here ({0}); see those of others first"
        )
        return said.format(self.tr(", ", "between trades").join(chosen))

    def _example(self, example: Example) -> Iterator[QWidget]:
        yield Chip(self._names[example.business_type], Tone.GREY)
        yield self._illustration(example.strong)
        yield self._illustration(example.weak)

    def _illustration(self, shown: Illustration) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        named = self.tr("Level {0} {1}").format(shown.level, self._levels[shown.level])
        column.addWidget(Paragraph(named, "caption", "text3"))
        column.addWidget(Paragraph(shown.text.in_(self._language), "body", line=_BODY_LINE))
        return box
