"""The manual: its chapters one at a time, contents at the left, a search through all of them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digicom_desktop.library.manual import Manual
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import ScrolledColumn
from digicom_desktop.ui.contents_list import ContentsList
from digicom_desktop.ui.labels import Separator
from digicom_desktop.ui.manual_chapter import ManualChapter
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.search_head import SearchHead
from digicom_desktop.ui.searched_text import SearchedText, places
from digicom_desktop.ui.tokens import SPACE_24


class ManualPage(Page):
    """``focus_start("backup")`` shows the chapter of that id."""

    def __init__(self, manual: Manual) -> None:
        super().__init__()
        self._manual = manual
        self._wanted = ""
        self._found: list[tuple[int, int, int]] = []
        self._chapter = -1
        self._shown: ManualChapter | None = None
        self._head = SearchHead(self.tr("Manual"))
        self._contents = ContentsList([(0, chapter.title) for chapter in manual.chapters])
        self._scroll = ScrolledColumn()
        self._on = Button("", Kind.LINK, "arrow-right")
        self._scroll.body.addWidget(self._on, 0, Qt.AlignmentFlag.AlignRight)
        self._lay_out()
        self._head.searched.connect(self._on_searched)
        self._head.place_chosen.connect(self._on_place_chosen)
        self._contents.chosen.connect(self.show_chapter)
        self._on.clicked.connect(lambda: self.show_chapter(self._chapter + 1))
        self.show_chapter(0)

    def focus_start(self, target: str = "") -> None:
        for number, chapter in enumerate(self._manual.chapters):
            if chapter.id == target:
                self.show_chapter(number)
        self._head.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chapter(self, number: int) -> None:
        """Shows the chapter ``number`` from its beginning."""
        if number != self._chapter:
            self._chapter = number
            self._replace_chapter()
        self._scroll.verticalScrollBar().setValue(0)

    def _replace_chapter(self) -> None:
        chapters = self._manual.chapters
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = ManualChapter(chapters[self._chapter], self._manual)
        for text in self._shown.texts:
            text.search(self._wanted)
        self._scroll.body.insertWidget(0, self._shown)
        self._shown.show()
        self._contents.show_place(self._chapter)
        follows = self._chapter + 1 < len(chapters)
        self._on.setVisible(follows)
        if follows:
            self._on.setText(self.tr("Next: {0}").format(chapters[self._chapter + 1].title))

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

    def _on_searched(self, wanted: str) -> None:
        self._wanted = wanted
        self._found = [
            (number, place, times)
            for number, chapter in enumerate(self._manual.chapters)
            for place, text in enumerate((chapter.title, *(b.text for b in chapter.blocks)))
            for times, _ in enumerate(places(text, wanted))
        ]
        for text in self._shown.texts if self._shown else ():
            text.search(wanted)
        self._head.show_places(len(self._found), silent=not wanted)

    def _on_place_chosen(self, number: int) -> None:
        chapter, place, times = self._found[number]
        if chapter != self._chapter:
            self.show_chapter(chapter)
        if self._shown is None:
            return
        for text in self._shown.texts:
            text.set_current(None)
        text = self._shown.texts[place]
        text.set_current(times)
        # A chapter that has just come gets its heights when the loop comes round.
        QTimer.singleShot(0, text, lambda: self._bring_into_sight(text, times))

    def _bring_into_sight(self, text: SearchedText, times: int) -> None:
        inside = self._scroll.widget()
        middle = text.mapTo(inside, text.place(times).center().toPoint())
        self._scroll.ensureVisible(middle.x(), middle.y(), SPACE_24, self._scroll.height() // 3)
