"""The tools above the lists of Home: search, filter, order."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.choice_inputs import ChoiceInput
from digicom_desktop.ui.home_rows import Order, Progress, Wanted
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.segments import Segments
from digicom_desktop.ui.shortcuts import Act, bind
from digicom_desktop.ui.tokens import SPACE_8

_SEARCH_WIDTH = 280


class ListTools(QWidget):
    """``changed`` tells what the person wants to see now."""

    changed = Signal(object)
    """The ``Wanted``."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Wanted()
        self.search = self._make_search()
        self.segments = self._make_segments()
        self.order = self._make_order()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.search, 100)
        row.addWidget(self.segments)
        row.addStretch(1)
        row.addWidget(self.order)

    def show_bin(self, is_bin: bool) -> None:
        """Offers what the recycle bin needs, or the assessments that are kept."""
        self.segments.setVisible(not is_bin)
        self.order.setItemText(0, self.tr("Deleted last") if is_bin else self.tr("Last change"))
        self.order.show_whole()

    def show_archive(self) -> None:
        """Does what a click on the archive does."""
        self.segments.choose(Progress.ARCHIVED)

    def show_counts(self, counts: Mapping[Progress, int]) -> None:
        """Shows how many rows each choice of progress has."""
        for progress, number in counts.items():
            self.segments.set_count(progress, number)
        # Whoever archives nothing is not to wonder what that is.
        is_wanted = self._wanted.progress is Progress.ARCHIVED
        self.segments.offer(Progress.ARCHIVED, bool(counts[Progress.ARCHIVED]) or is_wanted)

    def _make_search(self) -> LineInput:
        search = LineInput(100)
        search.setPlaceholderText(self.tr("Firm, year or code"))
        search.setAccessibleName(self.tr("Search (Ctrl+F)"))
        search.setToolTip(f"{search.accessibleName()}\n{search.placeholderText()}")
        search.setMaximumWidth(_SEARCH_WIDTH)
        colour = theme.current().text3
        search.lead_with("search")
        clear = QAction(icons.icon("cross", colour), self.tr("Clear the search"), search)
        clear.triggered.connect(search.clear)
        search.addAction(clear, LineInput.ActionPosition.TrailingPosition)
        clear.setVisible(False)
        search.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        search.textChanged.connect(lambda text: self._want(replace(self._wanted, text=text)))
        bind(Act.FIND, self, search.setFocus)
        return search

    def _make_segments(self) -> Segments:
        segments = Segments(
            (
                (Progress.ALL, self.tr("All")),
                (Progress.STARTED, self.tr("In progress")),
                (Progress.COMPLETE, self.tr("All answered")),
                (Progress.ARCHIVED, self.tr("Archived")),
            ),
            self.tr("Which assessments are shown"),
        )
        segments.chosen.connect(
            lambda key: self._want(replace(self._wanted, progress=Progress(key)))
        )
        return segments

    def _make_order(self) -> ChoiceInput:
        order = ChoiceInput(
            (
                (Order.CHANGED, self.tr("Last change")),
                (Order.FIRM, self.tr("Firm")),
                (Order.YEAR, self.tr("Year")),
                (Order.SCORE, self.tr("Evidence-backed")),
            )
        )
        order.setAccessibleName(self.tr("Sorted by"))
        order.setToolTip(order.accessibleName())
        order.set_code(Order.CHANGED)
        order.show_whole()
        order.activated.connect(
            lambda: self._want(replace(self._wanted, order=Order(order.code())))
        )
        return order

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.changed.emit(wanted)
