"""The guideline word for word, to read and to search."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.contents_list import ContentsList
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.search_head import SearchHead
from digicom_desktop.ui.searched_text import SearchedText
from digicom_desktop.ui.shortcuts import Act, bind
from digicom_desktop.ui.text_print import Block, page_layout, print_text
from digicom_desktop.ui.tokens import SPACE_12, SPACE_16, SPACE_24

_TYPES = ("body", "page", "panel", "section")
_LINES = (26, 32, 30, 28)


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
        self._edition, self._language = edition, words.language
        self._texts: list[SearchedText] = []
        self._headings: list[tuple[int, SearchedText]] = []
        self._found: list[tuple[SearchedText, int]] = []
        self._marked: SearchedText | None = None
        self._back = Button("", Kind.LINK, "arrow-left")
        self._back.hide()
        self._print = IconButton("printer", self.tr("Print the guideline"), on_click=self.print_all)
        self._head = SearchHead(self.tr("The guideline"), (self._back,), (self._print,))
        bind(Act.PRINT, self, self.print_all)
        self._scroll = ScrolledColumn()
        self._scroll.body.addWidget(self._text_card(words.language))
        depths = [(max(0, level - 2), text.text) for level, text in self._headings]
        self._contents = ContentsList(depths)
        self._lay_out()
        self._head.searched.connect(self._on_searched)
        self._head.place_chosen.connect(self._on_place_chosen)
        self._contents.chosen.connect(self._on_heading_chosen)
        self._scroll.verticalScrollBar().valueChanged.connect(self._show_where)
        self._contents.show_place(0)

    def focus_start(self, target: str = "") -> None:
        if target in self._edition.item_ids:
            self.search(self._edition.item(target).clause.zh)
            self._offer_way_back(target)
        self._head.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_to_items(self) -> None:
        for text in self._texts:
            clauses = [item for item in self._edition.items if item.clause.zh in text.text]
            for item in clauses:
                title = item.title.in_(self._language)
                link = Button(self.tr("To item {0}").format(item.id), Kind.LINK, "arrow-right")
                link.setAccessibleDescription(title)
                link.clicked.connect(lambda _=False, id=item.id: self._leave_for(id))
                place = self._card.body.indexOf(text) + 1 + clauses.index(item)
                self._card.body.insertWidget(place, link, 0, Qt.AlignmentFlag.AlignLeft)

    def search(self, wanted: str) -> None:
        """Marks ``wanted`` and shows its first place, without it standing in the search line."""
        self._found = [
            (text, number) for text in self._texts for number in range(text.search(wanted))
        ]
        is_typed = bool(self._head.line.text().strip())
        self._head.show_places(len(self._found), silent=not wanted, counted=is_typed)

    def print_all(self) -> None:
        """Lets the person choose a printer, or a PDF where the system offers that, and prints."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(self.tr("The guideline"))
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            issuer = self._edition.issuer.in_(Language.ZH)
            print_text(printer, issuer, blocks(self._edition.source))
        dialog.deleteLater()

    def _offer_way_back(self, item: str) -> None:
        self._back.setText(self.tr("Back to {0}").format(item))
        self._back.clicked.connect(lambda: self._leave_for(item))
        self._back.show()

    def _leave_for(self, item: str) -> None:
        self.place_requested.emit(f"item/{item}")

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contents)
        row.addWidget(Separator(vertical=True))
        row.addLayout(column, 1)

    def _text_card(self, language: Language) -> Card:
        self._card = card = Card()
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
            self._add(block)
        return card

    def _add(self, block: Block) -> None:
        level = min(block.level, len(_TYPES) - 1)
        text = SearchedText(block.text, _TYPES[level], _LINES[level])
        self._texts.append(text)
        if block.level:
            self._headings.append((block.level, text))
        self._card.body.addWidget(text)

    def _on_searched(self, wanted: str) -> None:
        self.search(wanted)

    def _on_place_chosen(self, place: int) -> None:
        if self._marked is not None:
            self._marked.set_current(None)
        self._marked, number = self._found[place]
        self._marked.set_current(number)
        self._bring_into_sight(self._marked, number)
        # A page that has just come gets its heights when the loop comes round.
        QTimer.singleShot(0, self._marked, partial(self._bring_into_sight, self._marked, number))

    def _bring_into_sight(self, text: SearchedText, number: int) -> None:
        middle = text.mapTo(self._scroll.widget(), text.place(number).center().toPoint())
        self._scroll.ensureVisible(middle.x(), middle.y(), SPACE_24, self._scroll.height() // 3)
        self._mark_heading_above(self._top(text))

    def _on_heading_chosen(self, number: int) -> None:
        _, text = self._headings[number]
        bar = self._scroll.verticalScrollBar()
        bar.setValue(self._top(text) - SPACE_12)
        # The last ones cannot stand at the top: what was asked for is where one is.
        self._contents.show_place(number)

    def _show_where(self, seen_from: int) -> None:
        self._mark_heading_above(seen_from + SPACE_24)

    def _mark_heading_above(self, y: int) -> None:
        passed = [n for n, (_, text) in enumerate(self._headings) if self._top(text) <= y]
        self._contents.show_place(passed[-1] if passed else 0)

    def _top(self, text: SearchedText) -> int:
        return text.mapTo(self._scroll.widget(), text.rect().topLeft()).y()
