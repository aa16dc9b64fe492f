"""Home: every saved assessment, to open, begin, delete or bring back."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.file_drop import FileDrop
from digicom_desktop.ui.home_rail import HomeRail
from digicom_desktop.ui.labels import Separator
from digicom_desktop.ui.tokens import Tone

if TYPE_CHECKING:
    from digicom_desktop.domain.summary import SavedRow
    from digicom_desktop.ui.home_lists import AssessmentLists


class HomePage(QWidget):
    """Shows the rows that its owner gives it, and asks for what shall happen to one."""

    new_requested = Signal()
    file_requested = Signal(object)
    """The ``Path`` of a file to be brought in, None for one that the person is to choose."""
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
    settings_requested = Signal()
    place_requested = Signal(str)

    def __init__(self, language: Language, references: frozenset[str]) -> None:
        super().__init__()
        self.rail = HomeRail(references)
        self.rail.place_requested.connect(self.place_requested)
        self.rail.settings_requested.connect(self.settings_requested)
        self._language = language
        drop = FileDrop(self, self._letting_go)
        drop.dropped.connect(self._on_dropped)
        self._middle = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(Separator(vertical=True))
        self._column = QVBoxLayout()
        self._column.addWidget(self._middle, 1)
        row.addLayout(self._column, 1)
        self.place = "list"

    @cached_property
    def lists(self) -> "AssessmentLists":
        """The lists, made when there is something to show: the frame around them is seen before."""
        from digicom_desktop.ui.home_lists import AssessmentLists

        lists = AssessmentLists(self._language)
        lists.new_requested.connect(self.new_requested)
        lists.file_requested.connect(lambda: self.file_requested.emit(None))
        lists.sample_requested.connect(self.sample_requested)
        lists.open_requested.connect(self.open_requested)
        lists.carry_requested.connect(self.carry_requested)
        lists.forward_requested.connect(self.forward_requested)
        lists.compare_requested.connect(self.compare_requested)
        lists.delete_requested.connect(self.delete_requested)
        lists.restore_requested.connect(self.restore_requested)
        lists.purge_requested.connect(self.purge_requested)
        lists.archive_requested.connect(self.archive_requested)
        lists.unarchive_requested.connect(self.unarchive_requested)
        lists.reset_requested.connect(self.reset_requested)
        lists.backups_requested.connect(self.backups_requested)
        self._middle.addWidget(lists)
        return lists

    def _on_dropped(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            self.file_requested.emit(paths[0])
        else:
            self.tell(self.tr("Open one file at a time, please."), Tone.AMBER)

    def _letting_go(self, files: Sequence[Path]) -> str:
        if len(files) > 1:
            return self.tr("Only one file can be opened at a time; “Check files” takes several")
        return self.tr("Let go to open the file")

    def tell(self, sentence: str, tone: Tone) -> None:
        """Says something about the data above the lists, until the person has read it."""
        from digicom_desktop.ui.told import Told

        self._column.insertWidget(0, Told(sentence, tone))

    def show_rows(self, kept: "Sequence[SavedRow]", deleted: "Sequence[SavedRow]") -> None:
        """Shows the saved assessments and those in the recycle bin."""
        self.rail.show_counts(len(kept), len(deleted))
        self.lists.show_rows(kept, deleted)

    def show_place(self, place: str, reference: QWidget | None = None) -> None:
        """Shows "list", "bin", or the page ``reference`` of a place."""
        self.place = place
        self.rail.show_place(place)
        self.lists.hide_notice()  # whoever goes elsewhere has read it
        while self._middle.count() > 1:
            old = self._middle.widget(1)
            self._middle.removeWidget(old)
            old.deleteLater()
        if reference is not None:
            self._middle.addWidget(reference)
            self._middle.setCurrentWidget(reference)
        else:
            self._middle.setCurrentWidget(self.lists)
            self.lists.show_bin(place == "bin")
