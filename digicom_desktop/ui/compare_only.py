"""The card with items that only one side's edition has."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from digicom_desktop.domain.comparison_side import SideItem
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.compare_words import listed
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.linked_text import Link, LinkedText
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4


class OnlyCard(Card):
    """Those of the open assessment lead to their pages; it hides where there are none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._captions = (PlainLabel("", "caption", "text3"), PlainLabel("", "caption", "text3"))
        self._here, self._there = LinkedText(), Paragraph("", "compact", "text2")
        self._here.chosen.connect(self.chosen)
        self.body.setSpacing(SPACE_4)
        self.body.addWidget(PlainLabel(self.tr("Items that only one side has"), "section"))
        for caption, text in zip(self._captions, (self._here, self._there), strict=True):
            self.body.addWidget(caption)
            self.body.addWidget(text)

    def show_items(
        self, here: Sequence[SideItem], there: Sequence[SideItem], names: tuple[str, str]
    ) -> None:
        """Shows those ``here``, in the open assessment, and ``there``; ``names`` in that order."""
        for caption, name in zip(self._captions, names, strict=True):
            caption.setText(self.tr("Only in {0}").format(name))
        links = [Link(_named(item), item.id, _named(item)) for item in here]
        between = listed(("", ""))
        parts = [part for link in links for part in (between, link)]
        self._here.show_parts(parts[1:])
        self._there.set_text(listed([_named(item) for item in there]))
        for caption, text, items in zip(
            self._captions, (self._here, self._there), (here, there), strict=True
        ):
            caption.setVisible(bool(items))
            text.setVisible(bool(items))
        self.setVisible(bool(here or there))


def _named(item: SideItem) -> str:
    return f"{item.id} {item.title}"
