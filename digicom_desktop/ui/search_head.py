"""The head of a text that can be searched: title, search line, how many places there are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.shortcuts import Act, bind, shown_keys
from digicom_desktop.ui.tokens import PAGE_TOP, SPACE_4, SPACE_8

_SEARCH_WIDTH = 240
_LONGEST_SEARCH = 60


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

    def show_places(self, count: int, *, silent: bool = False) -> None:
        """Says that there are ``count`` places, and asks for the first; ``silent`` says no zero."""
        self._places, self._at = count, 0
        self._show(count)
        if not count and not silent:
            self._count.setText(self.tr("Not found"))
        if count:
            self.place_chosen.emit(0)

    def _lay_out(self, title: str, above: Sequence[QWidget], beside: Sequence[QWidget]) -> None:
        self.line.setPlaceholderText(self.tr("Search the text"))
        self.line.setAccessibleName(self.tr("Search the text"))
        # Beside a long title the line is too short for its own words.
        self.line.setToolTip(f"{self.line.placeholderText()} ({shown_keys(Act.FIND)[0]})")
        self.line.setMinimumWidth(theme.px(_SEARCH_WIDTH // 2))
        self.line.setMaximumWidth(theme.px(_SEARCH_WIDTH))
        self.line.lead_with("search")
        bind(Act.FIND, self, self.line.setFocus)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, PAGE_TOP, 0, SPACE_8)
        column.setSpacing(SPACE_4)
        for widget in above:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        column.addLayout(row)
        row.addWidget(PlainLabel(title, "page"))
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.line, 4)
        row.addWidget(self._back)
        row.addWidget(self._next)
        for widget in beside:
            row.addWidget(widget)

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
