"""The guideline word for word, to read and to search."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.searched_text import SearchedText
from digicom_desktop.ui.tokens import PAGE_TOP, SPACE_8, SPACE_12, SPACE_16, SPACE_24

_TYPES = ("body", "page", "panel", "section")
_LINES = (26, 32, 30, 28)
_SEARCH_WIDTH = 240
_LONGEST_SEARCH = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source, or a heading of ``level`` 1 and more."""

    level: int
    text: str


def blocks(source: str) -> tuple[Block, ...]:
    """The paragraphs and headings of ``source``, which knows no other markup."""
    result = []
    for part in source.split("\n\n"):
        line = part.strip()
        text = line.lstrip("#")
        if line:
            result.append(Block(len(line) - len(text), text.strip()))
    return tuple(result)


class GuidelinePage(Page):
    """Plain paragraphs of our own; ``focus_start("1.1")`` shows the clause of an item."""

    def __init__(self, edition: Edition, words: Words) -> None:
        super().__init__()
        self._edition = edition
        self._texts: list[SearchedText] = []
        self._found: list[tuple[SearchedText, int]] = []
        self._at = -1
        self._search = LineInput(_LONGEST_SEARCH)
        self._count = PlainLabel("", "compact", "text2")
        self._back = IconButton("arrow-up", self.tr("Previous place"), on_click=self._on_back)
        self._next = IconButton("arrow-down", self.tr("Next place"), on_click=self._on_next)
        self._scroll = ScrolledColumn()
        self._scroll.body.addWidget(self._text_card(words.language))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._scroll, 1)
        self._search.textChanged.connect(self._on_searched)
        self._search.returnPressed.connect(self._on_next)
        self._on_searched("")

    def focus_start(self, target: str = "") -> None:
        if target in self._edition.item_ids:
            self.search(self._edition.item(target).clause.zh)
            return
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self, wanted: str) -> None:
        """Marks ``wanted`` and shows its first place, without it standing in the search line."""
        self._found = [
            (text, number) for text in self._texts for number in range(text.search(wanted))
        ]
        self._go_to(0 if self._found else -1)
        for button in (self._back, self._next):
            button.setEnabled(len(self._found) > 1)

    def _head(self) -> PageEdge:
        head = PageEdge(at_top=True)
        self._search.setPlaceholderText(self.tr("Search the text"))
        self._search.setAccessibleName(self.tr("Search the text"))
        self._search.setFixedWidth(_SEARCH_WIDTH)
        self._search.lead_with("search")
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._search.setFocus)
        row = QHBoxLayout(head.inside)
        row.setContentsMargins(0, PAGE_TOP, 0, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(PlainLabel(self.tr("The guideline"), "page"))
        row.addStretch(1)
        for widget in (self._count, self._search, self._back, self._next):
            row.addWidget(widget)
        return head

    def _text_card(self, language: Language) -> Card:
        card = Card()
        card.body.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        card.body.setSpacing(SPACE_12)
        note = self.tr("Official text, word for word. Issued by: {0}").format(
            self._edition.issuer.in_(language)
        )
        card.body.addWidget(PlainLabel(note, "caption", "text3", wrap=True))
        if language is Language.EN:
            translated = self.tr("Only the Chinese text is official; the items show translations.")
            card.body.addWidget(PlainLabel(translated, "caption", "text3", wrap=True))
        for block in blocks(self._edition.source):
            level = min(block.level, len(_TYPES) - 1)
            text = SearchedText(block.text, _TYPES[level], _LINES[level])
            self._texts.append(text)
            card.body.addWidget(text)
        return card

    def _on_searched(self, wanted: str) -> None:
        self.search(wanted.strip())
        if not wanted.strip():
            self._count.setText("")

    def _on_next(self) -> None:
        if self._found:
            self._go_to((self._at + 1) % len(self._found))

    def _on_back(self) -> None:
        if self._found:
            self._go_to((self._at - 1) % len(self._found))

    def _go_to(self, place: int) -> None:
        if 0 <= self._at < len(self._found):
            self._found[self._at][0].set_current(None)
        self._at = place
        if place < 0:
            self._count.setText(self.tr("Not found"))
            return
        text, number = self._found[place]
        text.set_current(number)
        self._count.setText(self.tr("{0} of {1}").format(place + 1, len(self._found)))
        where = text.mapTo(self._scroll.widget(), text.place(number).center().toPoint())
        self._scroll.ensureVisible(where.x(), where.y(), SPACE_24, self._scroll.height() // 3)
