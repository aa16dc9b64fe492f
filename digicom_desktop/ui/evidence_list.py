"""The evidence of an item: its rows, and the ways to add another."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.evidence_row import EvidenceRow
from digicom_desktop.ui.evidence_thumbnails import Thumbnails
from digicom_desktop.ui.file_drop import FileDrop
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16


class EvidenceList(Card):
    """Rows ask with the number of their evidence; files may be dropped here."""

    open_requested = Signal(str)
    edit_requested = Signal(str)
    file_requested = Signal(str)
    save_copy_requested = Signal(str)
    take_off_requested = Signal(str)
    delete_requested = Signal(str)
    choose_requested = Signal()
    paste_requested = Signal()
    without_file_requested = Signal()
    other_requested = Signal()
    dropped = Signal(object)

    def __init__(self, limits: str, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent, padded=False)
        drop = FileDrop(self, self._letting_go)
        drop.dropped.connect(self.dropped)
        self._limits = limits
        self._thumbnails = thumbnails
        self._rows: dict[str, EvidenceRow] = {}
        self._shown: tuple[Evidence, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._foot = Paragraph(limits, "caption", "text3")
        self.body.addLayout(self._list)
        self.body.addWidget(self._adding())

    def show_entries(
        self, entries: Sequence[Evidence], item: str, grade_names: Sequence[str]
    ) -> None:
        """Shows ``entries``; the same ones again change nothing."""
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        self._clear()
        for entry in entries:
            row = EvidenceRow(entry, item, grade_names[entry.grade], self._thumbnails)
            self._connect(row, entry.number)
            self._rows[entry.number] = row
            self._list.addWidget(row)
            self._list.addWidget(Separator())

    def show_copying(self, count: int) -> None:
        """Says how many files are being copied."""
        text = self.tr("Copying {0} file(s)…").format(count) if count else self._limits
        self._foot.set_text(text)

    def focus_entry(self, number: str) -> None:
        """Puts the keyboard on ``number``, or where evidence is added."""
        if number in self._rows:
            self._rows[number].focus_actions()
        else:
            self._choose.setFocus()

    def focus_adding(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard where evidence is added."""
        self._choose.setFocus(reason)

    def _letting_go(self, paths: Sequence[Path]) -> str:
        from digicom_desktop.incoming import is_own_file

        if any(is_own_file(path) for path in paths):
            return self.tr("Let go: you will be asked whether to open it or to add it as evidence")
        return self.tr("Let go to add it as evidence of this item")

    def _clear(self) -> None:
        self._rows = {}
        while self._list.count():
            widget: QWidget | None = self._list.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _connect(self, row: EvidenceRow, number: str) -> None:
        for asked, told in (
            (row.open_requested, self.open_requested),
            (row.edit_requested, self.edit_requested),
            (row.file_requested, self.file_requested),
            (row.save_copy_requested, self.save_copy_requested),
            (row.take_off_requested, self.take_off_requested),
            (row.delete_requested, self.delete_requested),
        ):
            asked.connect(lambda told=told: told.emit(number))

    def _adding(self) -> QWidget:
        self._choose = Button(self.tr("choose files…"), Kind.LINK)
        self._choose.clicked.connect(lambda: self.choose_requested.emit())
        paste = Button(self.tr("Paste"), Kind.LINK)
        paste.setToolTip(self.tr("Paste files or a picture that was copied (Ctrl+V)"))
        paste.clicked.connect(lambda: self.paste_requested.emit())
        without = Button(self.tr("Without a file…"), Kind.LINK)
        without.clicked.connect(lambda: self.without_file_requested.emit())
        other = Button(self.tr("Use evidence of another item…"), Kind.LINK)
        other.clicked.connect(lambda: self.other_requested.emit())
        row = FlowLayout(SPACE_16, 0)
        row.addWidget(_beside(self.tr("Drop files here, or"), self._choose))
        row.addWidget(paste)
        row.addWidget(without)
        row.addWidget(other)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(row)
        texts.addWidget(self._foot)
        area = QWidget()
        outer = QHBoxLayout(area)
        outer.setContentsMargins(SPACE_12 + 1, SPACE_8, SPACE_16, SPACE_8)
        outer.setSpacing(SPACE_12)
        icon = QVBoxLayout()
        icon.setContentsMargins(0, 3, 0, 0)
        icon.addWidget(IconLabel("add", theme.current().text2))
        icon.addStretch(1)
        outer.addLayout(icon)
        outer.addLayout(texts, 1)
        return area


def _beside(text: str, button: Button) -> QWidget:
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_4)
    row.addWidget(PlainLabel(text, "compact", "text2"))
    row.addWidget(button)
    return result
