"""The saved assessments and the recycle bin, below their tools."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner, IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.home_columns import ColumnWidths
from digicom_desktop.ui.home_list import HomeHead, HomeList
from digicom_desktop.ui.home_menu import RowFacts, RowMenu
from digicom_desktop.ui.home_rows import HomeRows, Progress, Wanted, count, select
from digicom_desktop.ui.home_tools import ListTools
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.shortcuts import Act, bind
from digicom_desktop.ui.tokens import (
    HEAD_HEIGHT,
    HOME_ROW_HEIGHT,
    PAGE_SIDE,
    PAGE_TOP,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    Tone,
)

if TYPE_CHECKING:
    from digicom_desktop.ui.home_empty import EmptyHome


class AssessmentLists(QWidget):
    """The list and the recycle bin, one of them at a time."""

    new_requested = Signal()
    file_requested = Signal()
    sample_requested = Signal()
    open_requested = Signal(str)
    carry_requested = Signal(str)
    forward_requested = Signal(str)
    compare_requested = Signal(str)
    delete_requested = Signal(str)
    restore_requested = Signal(str)
    purge_requested = Signal(str)
    archive_requested = Signal(str)
    unarchive_requested = Signal(str)
    reset_requested = Signal(str)
    backups_requested = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._kept: Sequence[SavedRow] = ()
        self._deleted: Sequence[SavedRow] = ()
        self._is_known = False
        self._is_bin = False
        self._wanted = Wanted()
        self._facts: Callable[[SavedRow], RowFacts] = lambda row: RowFacts()
        self._with_code: Callable[[str], frozenset[str]] = lambda text: frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_TOP)
        self._column.setSpacing(SPACE_12)
        self._add_title()
        self.tools = ListTools()
        self.tools.changed.connect(self._on_tools_changed)
        self._column.addWidget(self.tools)
        self._add_notice()
        self._add_list(language)
        self._empty_place = self._column.count()
        look = Button(self.tr("Show them"), Kind.LINK, on_click=self.tools.show_archive)
        self._elsewhere = Banner("", Tone.GREY, (look,))
        self._elsewhere.hide()
        self._column.addWidget(self._elsewhere)
        self._column.addWidget(self._make_note())
        self._column.addStretch(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.window().focusWidget() is None:
            # Else Qt takes the first row of the rail, and rings it.
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        """What has the keyboard where nothing else had it."""
        if self._rows.rowCount():
            return self.list
        return self if self._is_bin else self._new

    def show_rows(self, kept: Sequence[SavedRow], deleted: Sequence[SavedRow]) -> None:
        """Shows other rows, latest change first."""
        self._kept, self._deleted = kept, deleted
        is_first, self._is_known = not self._is_known, True
        self._show()
        if is_first and kept and self.window().focusWidget() is self._new:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_facts(self, facts: Callable[[SavedRow], RowFacts]) -> None:
        """Asks ``facts`` about a row when its menu is needed."""
        self._facts = facts

    def ask_codes(self, with_code: Callable[[str], frozenset[str]]) -> None:
        """Asks ``with_code`` for the ids of those of which a revision has the code typed."""
        self._with_code = with_code

    def show_bin(self, is_bin: bool) -> None:
        """Shows the recycle bin, or the assessments that are kept."""
        if self._is_bin != is_bin:
            self._is_bin = is_bin
            self._notice.hide()
        self._new.setVisible(not is_bin)
        self.tools.show_bin(is_bin)
        self._heads.show_bin(is_bin)
        self._title.setText(self.tr("Recycle bin") if is_bin else self.tr("My assessments"))
        self._show()

    def show_deleted(self, row: SavedRow) -> None:
        """Says that ``row`` is in the recycle bin now, and offers to bring it back."""
        self._show_notice(self.tr("{0}, {1}, is in the recycle bin now."), row, "restore")

    def show_archived(self, row: SavedRow) -> None:
        """Says that ``row`` is in the archive now, and offers to bring it back."""
        self._show_notice(self.tr("{0}, {1}, is in the archive now."), row, "unarchive")

    def _show_notice(self, text: str, row: SavedRow, back: str) -> None:
        name = row.summary.firm or self.tr("The assessment")
        text = text.format(name, row.summary.year)
        self._notice_id, self._way_back = row.id, back
        self._notice.set_text(text)
        self._notice.show()
        if self._card.isHidden():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_notice(self) -> None:
        """Takes the notice about a deleted row away."""
        self._notice.hide()

    def choose(self, id: str) -> None:
        """Puts the keyboard on the row ``id``, on the first one where it is not shown."""
        place = max(0, self._rows.place_of(id))
        self.list.setCurrentIndex(self._rows.index(place, 0))
        self.list.setFocus()

    def _add_title(self) -> None:
        self._title = PlainLabel(self.tr("My assessments"), "page")
        self._new = Button(self.tr("New assessment"), Kind.PRIMARY, "add")
        self._new.clicked.connect(lambda: self.new_requested.emit())
        bind(Act.NEW, self._new, self._new.click)
        open_file = Button(self.tr("Open a file…"), icon="folder")
        open_file.setToolTip(self.tr("A workbook, a filled template or a package (Ctrl+O)"))
        open_file.clicked.connect(lambda: self.file_requested.emit())
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self._title, 1)
        row.addWidget(open_file)
        row.addWidget(self._new)
        self._column.addLayout(row)
        self._column.addSpacing(SPACE_4)

    def _add_notice(self) -> None:
        self._notice_id = self._way_back = ""
        self._back = Button(self.tr("Bring it back"), Kind.LINK)
        self._back.clicked.connect(lambda: self._ask(self._way_back, self._notice_id))
        self._notice = Banner("", Tone.GREY, (self._back,))
        self._notice.hide()
        self._column.addWidget(self._notice)

    def _add_list(self, language: Language) -> None:
        widths = ColumnWidths()
        self._rows = HomeRows(language, self)
        self.list = HomeList(self._rows, widths)
        self.list.activated_row.connect(self._on_row_activated)
        self.list.delete_pressed.connect(self._on_delete_pressed)
        self.list.menu_requested.connect(self._on_menu_requested)
        self._card = Card(padded=False)
        self._heads = HomeHead(widths, self.list)
        self._card.body.addWidget(self._heads)
        self._card.body.addWidget(self.list)
        self._column.addWidget(self._card, 1)

    def _make_note(self) -> QWidget:
        note = QWidget()
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        text = self.tr("This software's own method, not an official score")
        row.addWidget(IconLabel("info", theme.current().text3, 14))
        row.addWidget(PlainLabel(text, "caption", "text3"), 1)
        backups = Button(self.tr("Recent backups…"), Kind.LINK)
        backups.clicked.connect(lambda: self.backups_requested.emit())
        row.addWidget(backups)
        return note

    def _show(self) -> None:
        rows = self._deleted if self._is_bin else self._kept
        for known in (self.tools, self._card):
            known.setVisible(self._is_known)
        if not self._is_known:
            return
        self.tools.show_counts(count(rows))
        with_code = self._with_code(self._wanted.text)
        shown = select(rows, self._wanted, is_bin=self._is_bin, with_code=with_code)
        self._show_elsewhere(with_code)
        place = self.list.currentIndex().row()
        self._rows.show_rows(shown)
        if place >= 0:
            # After a deletion the keyboard stays where it was.
            self.list.setCurrentIndex(self._rows.index(min(place, len(shown) - 1), 0))
        if not shown and self.list.hasFocus():
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.tools.setVisible(bool(rows))
        self._card.setVisible(bool(shown))
        self._card.setMaximumHeight(
            theme.px(HEAD_HEIGHT) + len(shown) * theme.px(HOME_ROW_HEIGHT) + 2
        )
        if not shown:
            self._show_nothing(rows)
        elif "_empty" in self.__dict__:
            self._empty.hide()

    def _show_nothing(self, rows: Sequence[SavedRow]) -> None:
        """Shows why there is no list, while there are ``rows`` or none at all."""
        self._empty.show()
        if rows:
            self._empty.show_no_match()
        elif self._is_bin:
            self._empty.show_empty_bin()
        else:
            self._empty.show_beginning()

    @cached_property
    def _empty(self) -> "EmptyHome":
        """What stands where no list does, made when that is so for the first time."""
        from digicom_desktop.ui.home_empty import EmptyHome

        empty = EmptyHome()
        empty.new_requested.connect(self.new_requested)
        empty.file_requested.connect(self.file_requested)
        empty.sample_requested.connect(self.sample_requested)
        empty.backups_requested.connect(self.backups_requested)
        self._column.insertWidget(self._empty_place, empty)
        return empty

    def _show_elsewhere(self, with_code: frozenset[str]) -> None:
        """Says what a search would find in the archive, where it does not look."""
        wanted = replace(self._wanted, progress=Progress.ARCHIVED)
        is_asked = self._wanted.text.strip() and wanted != self._wanted and not self._is_bin
        count = len(select(self._kept, wanted, with_code=with_code)) if is_asked else 0
        self._elsewhere.set_text(self.tr("Found in the archive: {0}").format(count))
        self._elsewhere.setVisible(bool(count))

    def _on_tools_changed(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._show()

    def _on_row_activated(self, row: SavedRow) -> None:
        (self.restore_requested if row.deleted else self.open_requested).emit(row.id)

    def _on_delete_pressed(self, row: SavedRow) -> None:
        (self.purge_requested if row.deleted else self.delete_requested).emit(row.id)

    def _on_menu_requested(self, row: SavedRow, where: QPoint) -> None:
        menu = RowMenu(row, self._facts(row), self)
        menu.asked.connect(lambda what: self._ask(what, row.id))
        menu.popup(where)

    def _ask(self, what: str, id: str) -> None:
        """Tells that ``what`` shall happen to the assessment ``id``."""
        {
            "open": self.open_requested,
            "carry": self.carry_requested,
            "forward": self.forward_requested,
            "compare": self.compare_requested,
            "delete": self.delete_requested,
            "restore": self.restore_requested,
            "purge": self.purge_requested,
            "archive": self.archive_requested,
            "unarchive": self.unarchive_requested,
            "reset": self.reset_requested,
        }[what].emit(id)
