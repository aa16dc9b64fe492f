"""A revision to be read: everything that was finalised, as it was, and never anything else."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.revision_contents import Contents
from digicom_desktop.ui.revision_search import RevisionSearch
from digicom_desktop.ui.revision_sections import Part, RevisionSections
from digicom_desktop.ui.revision_standing import (
    ICONS,
    TONES,
    finalised_text,
    revision_name,
    standing,
)
from digicom_desktop.ui.revision_text import ReadText
from digicom_desktop.ui.shortcuts import Act, bind
from digicom_desktop.ui.tab_order import in_order
from digicom_desktop.ui.tokens import (
    CONTENT_WIDTH,
    PAGE_SIDE,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    Tone,
)
from digicom_desktop.workspace import Workspace


class RevisionPage(Page):
    """The revision ``number``; nothing here changes anything, whatever became of the draft."""

    def __init__(self, session: Session, words: Words, workspace: Workspace, number: int) -> None:
        super().__init__()
        self._number = number
        self._text: ReadText | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        try:
            revision = session.history.revision(number)
            report = session.history.report(number, words.language)
        except DigicomError as error:
            self._show_damage(words.error(error))
            return
        self._text = ReadText(revision_name(number))
        sections = RevisionSections(report, self._text.writer, self._text)
        self._lay_out(revision, self._text, [*sections.parts()])

    def focus_start(self, target: str = "") -> None:
        if self._text is not None:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, revision: Revision, text: ReadText, parts: list[Part]) -> None:
        contents = Contents([part.title for part in parts if part.title])
        contents.chosen.connect(text.go_to)
        text.reached.connect(contents.show_current)
        contents.show_current(0)
        search = RevisionSearch(text)
        bind(Act.FIND, self, search.focus_line)
        edge = PageEdge(at_top=True)
        inside = QVBoxLayout(edge.inside)
        inside.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        inside.setSpacing(SPACE_4)
        inside.addLayout(self._title(revision, search))
        inside.addWidget(contents)
        head = self._head(revision)
        text.lead_with(head)
        self._column.addWidget(edge)
        self._column.addWidget(_middle(text), 1)
        text.fill(parts)
        stops = [*in_order(search), *in_order(contents), *in_order(head), text]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _title(self, revision: Revision, search: RevisionSearch) -> QHBoxLayout:
        """What stays in sight above the contents."""
        words = FlowLayout(SPACE_12, SPACE_4)
        words.addWidget(PlainLabel(revision_name(revision.number), "page"))
        state = revision.state
        words.addWidget(Chip(standing(revision), TONES[state], ICONS[state]))
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addLayout(words, 1)
        row.addWidget(search, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _head(self, revision: Revision) -> QWidget:
        """What goes away with the beginning of the text."""
        words = FlowLayout(SPACE_12, SPACE_4)
        words.addWidget(PlainLabel(finalised_text(revision), "compact", "text2"))
        words.addWidget(_code(revision.code, self.tr("Copy the code {0}").format(revision.code)))
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(SPACE_24, SPACE_12, SPACE_24, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(words)
        column.addWidget(self._notice())
        return head

    def _notice(self) -> Banner:
        links = (
            self._link(self.tr("Back to what is open now"), "export"),
            self._link(self.tr("Export this revision…"), f"export#{self._number}"),
            self._link(self.tr("Compare"), "compare"),
        )
        return Banner(self.tr("What was finalised never changes."), Tone.GREY, links)

    def _link(self, text: str, place: str) -> Button:
        link = Button(text, Kind.LINK)
        link.clicked.connect(lambda: self.place_requested.emit(place))
        return link

    def _show_damage(self, sentence: str) -> None:
        scroll = ScrolledColumn()
        scroll.body.addWidget(PlainLabel(revision_name(self._number), "page"))
        back = self._link(self.tr("Back to what is open now"), "export")
        scroll.body.addWidget(Banner(sentence, Tone.RED, (back,)))
        self._column.addWidget(scroll)


def _middle(text: ReadText) -> QWidget:
    card = Card(padded=False)
    # The text has no round corners of its own.
    card.body.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
    card.body.addWidget(text)
    card.setMaximumWidth(theme.px(CONTENT_WIDTH))
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(PAGE_SIDE, SPACE_12, PAGE_SIDE, SPACE_16)
    row.addWidget(card)
    return middle


def _code(code: str, name: str) -> QWidget:
    """The code, and the button that copies it."""
    shown = QWidget()
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_4)
    row.addWidget(PlainLabel(code, "strong"))
    row.addWidget(
        IconButton("copy", name, on_click=lambda: QGuiApplication.clipboard().setText(code))
    )
    return shown
