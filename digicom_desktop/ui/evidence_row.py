"""One piece of evidence as a row: number, title, what is known about it, its grade."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.evidence_picture import SIDE, EvidencePicture
from digicom_desktop.ui.evidence_text import other_items, size_text
from digicom_desktop.ui.evidence_thumbnails import Thumbnails
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12, Tone

_SEPARATOR = " ·\N{NO-BREAK SPACE}"
"""No line ends with the point."""


class EvidenceRow(QWidget):
    """Asks for what its menu offers; a click anywhere edits."""

    open_requested = Signal()
    edit_requested = Signal()
    file_requested = Signal()
    save_copy_requested = Signal()
    take_off_requested = Signal()
    delete_requested = Signal()

    def __init__(
        self,
        entry: Evidence,
        item: str,
        grade_name: str,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entry, self._item = entry, item
        self.setAccessibleName(f"{entry.number} {entry.title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12 + 1, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(self._lead(thumbnails))
        row.addWidget(PlainLabel(entry.number, "strong"))
        row.addLayout(self._texts(), 1)
        row.addWidget(Chip(self._grade(grade_name), Tone.ACCENT))
        self._more = IconButton("more", self.tr("Actions for {0}").format(entry.number))
        self._more.setMenu(self._menu())
        row.addWidget(self._more)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.edit_requested.emit()

    def focus_actions(self) -> None:
        """Puts the keyboard on the row's menu."""
        self._more.setFocus()

    def _lead(self, thumbnails: Thumbnails) -> QWidget:
        """The file as a picture that opens it, or an icon in as much room."""
        if self._entry.file is not None:
            picture = EvidencePicture(self._entry.file, thumbnails)
            picture.clicked.connect(lambda: self.open_requested.emit())
            return picture
        icon = IconLabel("document", theme.current().ctl)
        icon.setFixedWidth(theme.px(SIDE))
        icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return icon

    def _grade(self, name: str) -> str:
        return self.tr("Grade {0} {1}").format(self._entry.grade, name)

    def _texts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        title = self._entry.title
        if title.strip():
            column.addWidget(Paragraph(title))
        else:
            column.addWidget(Paragraph(self.tr("No title yet"), "compact", "text3"))
        column.addWidget(Paragraph(_SEPARATOR.join(self._facts()), "caption", "text3"))
        if missing := self._missing():
            column.addWidget(Paragraph(missing, "caption", str(Tone.AMBER)))
        return column

    def _facts(self) -> list[str]:
        entry = self._entry
        facts = [entry.date, self.tr("proves: {0}").format(entry.proves) if entry.proves else ""]
        if entry.file:
            facts.append(f"{entry.file.name} {size_text(entry.file.size)}")
        else:
            facts.append(self.tr("no file"))
        if others := other_items(entry, self._item):
            facts.append(self.tr("also for {0}").format(self.tr(", ").join(others)))
        return [fact for fact in facts if fact]

    def _missing(self) -> str:
        entry = self._entry
        if entry.date.strip():
            return "" if entry.proves.strip() else self.tr("Still to say: what it proves")
        if entry.proves.strip():
            return self.tr("Still to say: its date")
        return self.tr("Still to say: its date and what it proves")

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Edit…"), self.edit_requested.emit)
        if self._entry.file:
            menu.addAction(self.tr("Open the file"), self.open_requested.emit)
            menu.addAction(self.tr("Save a copy of the file…"), self.save_copy_requested.emit)
            menu.addAction(self.tr("Choose another file…"), self.file_requested.emit)
        else:
            menu.addAction(self.tr("Attach a file…"), self.file_requested.emit)
        menu.addSeparator()
        if other_items(self._entry, self._item):
            menu.addAction(self.tr("Take off this item"), self.take_off_requested.emit)
        menu.addAction(self.tr("Delete…"), self.delete_requested.emit)
        return menu
