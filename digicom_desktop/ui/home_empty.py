"""What Home shows where there are no rows: why, and how to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_8, SPACE_24

_READABLE = 560
"""How wide a text of several lines is where there is room."""


class EmptyHome(Card):
    """A head and a text; the ways to begin where nothing at all is saved."""

    new_requested = Signal()
    file_requested = Signal()
    sample_requested = Signal()
    backups_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        self.body.setSpacing(SPACE_8)
        self._head = PlainLabel("", "panel", wrap=True)
        self.text = Paragraph("", "body", "text2")
        self.text.setMaximumWidth(theme.px(_READABLE))
        self._new = Button(self.tr("New assessment"), icon="add")
        self._new.clicked.connect(lambda: self.new_requested.emit())
        file = Button(self.tr("Open a file…"), icon="folder")
        file.setAccessibleDescription(self.tr("A workbook, a filled template or a package"))
        file.clicked.connect(lambda: self.file_requested.emit())
        sample = Button(self.tr("Look at a filled example"), icon="document")
        sample.clicked.connect(lambda: self.sample_requested.emit())
        restore = Button(self.tr("Restore from a backup…"), icon="undo")
        restore.setAccessibleDescription(
            self.tr("After a new computer: from a memory stick or a backup file")
        )
        restore.clicked.connect(lambda: self.backups_requested.emit())
        self._ways = (self._new, file, sample, restore)
        row = FlowLayout(SPACE_8, SPACE_8)
        for button in self._ways:
            row.addWidget(button)
        self.body.addWidget(self._head)
        # A row knows how wide the text becomes, a column only how wide it may be.
        readable = QHBoxLayout()
        readable.addWidget(self.text, 100)
        readable.addStretch(1)
        self.body.addLayout(readable)
        self.body.addSpacing(SPACE_8)
        self.body.addLayout(row)

    def show_beginning(self) -> None:
        """Nothing is saved yet: what this is about, in three sentences, and the ways to begin."""
        self._show(
            self.tr("No assessment yet"),
            self.tr(
                "An assessment leads a firm through 22 questions about its digital commerce and "
                "shows where it stands. "
                "Begin with the year and the firm, then answer the items in any order; everything "
                "is saved as you go. "
                "At the end the program writes the workbook and the PDF that your bureau takes."
            ),
            with_ways=True,
        )

    def show_no_match(self) -> None:
        """Something is saved, but not what is searched for."""
        text = self.tr("Change the search or the choice above.")
        self._show(self.tr("No assessment matches"), text)

    def show_empty_bin(self) -> None:
        """Nothing was deleted."""
        text = self.tr("What you delete stays here until you delete it for ever.")
        self._show(self.tr("The recycle bin is empty"), text)

    def _show(self, head: str, text: str, *, with_ways: bool = False) -> None:
        self._head.setText(head)
        self.text.set_text(text)
        for button in self._ways:
            button.setVisible(with_ways)
