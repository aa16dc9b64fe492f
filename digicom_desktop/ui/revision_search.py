"""Searches the text of a revision: a line, how often it was found, and the way through it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.revision_text import ReadText
from digicom_desktop.ui.tokens import SPACE_4

_WIDTH = 180
_LONGEST = 60


class RevisionSearch(QWidget):
    """Goes through the places of ``text`` where the words typed here stand."""

    def __init__(self, text: ReadText) -> None:
        super().__init__()
        self._text = text
        self._count = self._at = 0
        self._line = LineInput(_LONGEST)
        self._line.setPlaceholderText(self.tr("Search"))
        self._line.setAccessibleName(self.tr("Search the text"))
        self._line.setFixedWidth(_WIDTH)
        self._line.lead_with("search")
        self._said = PlainLabel("", "compact", "text2")
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._said.setMinimumWidth(self._room())  # nothing moves when something is found
        self._back = IconButton("arrow-up", self.tr("Previous place"), on_click=self._on_back)
        self._next = IconButton("arrow-down", self.tr("Next place"), on_click=self._on_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for widget in (self._said, self._line, self._back, self._next):
            row.addWidget(widget)
        self._line.textChanged.connect(self._on_searched)
        self._line.returnPressed.connect(self._on_next)
        self._on_searched("")

    def focus_line(self) -> None:
        """Puts the keyboard into the line."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def _room(self) -> int:
        metrics = theme.metrics("compact")
        texts = (self.tr("Not found"), self.tr("{0}/{1}").format(88, 88))
        return max(metrics.horizontalAdvance(text) for text in texts)

    def _on_searched(self, wanted: str) -> None:
        self._count = self._text.search(wanted.strip())
        for button in (self._back, self._next):
            button.setEnabled(self._count > 1)
        self._go_to(0)
        if not self._count:
            self._said.setText(self.tr("Not found") if wanted.strip() else "")

    def _on_next(self) -> None:
        self._go_to(self._at + 1)

    def _on_back(self) -> None:
        self._go_to(self._at - 1)

    def _go_to(self, place: int) -> None:
        if self._count:
            self._at = place % self._count
            self._text.show_place(self._at)
            self._said.setText(self.tr("{0}/{1}").format(self._at + 1, self._count))
