"""The head of a text that can be searched: title, search line, how many places there are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.shortcuts import Act, bind, shown_keys
from digicom_desktop.ui.tokens import PAGE_SIDE, PAGE_TOP, SPACE_4, SPACE_8

_SEARCH_WIDTH = 240
_LONGEST_SEARCH = 60
_BESIDE = 44
"""Icon and edges beside the prompt."""


class SearchHead(PageEdge):
    """Counts through the places; its owner says how many there are, and shows the one asked for."""

    searched = Signal(str)
    """What is searched for; "" for nothing."""
    place_chosen = Signal(int)
    """The number of the place that shall be shown."""

    def __init__(
        self, title: str, above: Sequence[QWidget] = (), beside: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(at_top=True)
        self._places = 0
        self._at = 0
        self._row = 0
        self.line = LineInput(_LONGEST_SEARCH)
        self._count = PlainLabel("", "compact", "text2")
        self._back = IconButton(
            "arrow-up", self.tr("Previous place"), on_click=lambda: self._go(-1)
        )
        self._next = IconButton("arrow-down", self.tr("Next place"), on_click=lambda: self._go(1))
        self._lay_out(title, above, beside)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(lambda: self._go(1))
        self._show(0)

    def show_places(self, count: int, *, silent: bool = False, counted: bool = True) -> None:
        """Says that there are ``count`` places, and asks for the first; ``silent`` says no zero.

        What nobody has typed is not ``counted`` aloud where it stands only once.
        """
        self._places, self._at = count, 0
        self._show(count)
        if not counted and count == 1:
            self._count.setText("")
        if not count and not silent:
            self._count.setText(self.tr("Not found"))
        if count:
            self.place_chosen.emit(0)

    def _lay_out(self, title: str, above: Sequence[QWidget], beside: Sequence[QWidget]) -> None:
        self.line.setPlaceholderText(self.tr("Search the text"))
        self.line.setAccessibleName(self.tr("Search the text"))
        prompt = theme.metrics("compact").horizontalAdvance(self.line.placeholderText())
        self.line.setMinimumWidth(min(prompt + theme.px(_BESIDE), theme.px(_SEARCH_WIDTH)))
        # Beside a long title the line is too short for its own words.
        self.line.setToolTip(f"{self.line.placeholderText()} ({shown_keys(Act.FIND)[0]})")
        self.line.setMaximumWidth(theme.px(_SEARCH_WIDTH))
        self.line.lead_with("search")
        bind(Act.FIND, self, self.line.setFocus)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, PAGE_TOP, 0, SPACE_8)
        column.setSpacing(SPACE_4)
        for widget in above:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._title = PlainLabel(title, "page")
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.line, 4)
        row.addWidget(self._back)
        row.addWidget(self._next)
        for widget in beside:
            row.addWidget(widget)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._tools, 0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # The tools go below the title where there is no room beside it.
        widest = max(self._title.sizeHint().width(), self._tools.minimumSizeHint().width())
        return QSize(widest + 2 * PAGE_SIDE, super().minimumSizeHint().height())

    def _fit(self) -> None:
        counted = theme.metrics("compact").horizontalAdvance(self.tr("{0} of {1}").format(88, 88))
        spare = counted if self._count.text() == "" else 0  # nothing moves when something is found
        needed = self._title.sizeHint().width() + self._tools.minimumSizeHint().width() + spare
        row = 0 if needed + SPACE_8 <= self.width() - 2 * PAGE_SIDE else 1
        if row != self._row:
            self._row = row
            self._grid.removeWidget(self._tools)
            self._grid.addWidget(self._tools, row, 0 if row else 1, 1, 2 if row else 1)

    def _on_text_changed(self, text: str) -> None:
        self.searched.emit(text.strip())

    def _go(self, step: int) -> None:
        if self._places:
            self._at = (self._at + step) % self._places
            self._show(self._places)
            self.place_chosen.emit(self._at)

    def _show(self, count: int) -> None:
        said = self.tr("{0} of {1}").format(self._at + 1, count) if count else ""
        self._count.setText(said)
        for button in (self._back, self._next):
            button.setEnabled(count > 1)
