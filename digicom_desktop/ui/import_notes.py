"""The remarks on a file: where, and what; those about what is not brought in come first."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.hand_in import Note
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.row_list import Index, RowList
from digicom_desktop.ui.tokens import (
    ICON_INLINE,
    RADIUS_CONTROL,
    SPACE_8,
    SPACE_16,
)

_LONGEST = 400
"""Characters of a sentence that are shown: some hold what somebody typed into a cell."""
_LEFT = SPACE_16 + ICON_INLINE + SPACE_8


def place_text(note: Note) -> str:
    """Where it is, as people say it: "Sheet F7", "" for the whole file."""
    return " ".join(part for part in (note.sheet, note.cell) if part)


def sorted_notes(notes: Sequence[Note]) -> list[Note]:
    """``notes`` with the grave ones first, each kind in its order."""
    return sorted(notes, key=lambda note: not note.grave)


def note_text(note: Note, words: Words) -> str:
    """The whole remark on one line."""
    sentence = words.say(note.id, **note.values)
    where = place_text(note)
    if not where:
        return sentence
    return QCoreApplication.translate("Notes", "{0}: {1}").format(where, sentence)


class NoteRows(QAbstractListModel):
    """The remarks, in words."""

    def __init__(self, notes: Sequence[Note], words: Words) -> None:
        super().__init__()
        self.notes = sorted_notes(notes)
        self._words = words
        self._sentences: dict[int, str] = {}

    def sentence(self, row: int) -> str:
        """What is said at ``row``, made when it is first seen."""
        if row not in self._sentences:
            note = self.notes[row]
            self._sentences[row] = self._words.say(note.id, **note.values)
        return self._sentences[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row())
        sentence = self.sentence(index.row())
        if role == Qt.ItemDataRole.ToolTipRole and len(sentence) > _LONGEST:
            return plain_tip(sentence)
        return None

    def _spoken(self, row: int) -> str:
        note = self.notes[row]
        grave = QCoreApplication.translate("Notes", "Not brought in") if note.grave else ""
        parts = (grave, place_text(note), self.sentence(row))
        return ", ".join(part for part in parts if part)


class NoteList(RowList):
    """Shows remarks; what was not brought in has a red mark."""

    def __init__(
        self, notes: Sequence[Note], words: Words, name: str, parent: QWidget | None = None
    ) -> None:
        self._rows = NoteRows(notes, words)
        super().__init__(self._rows, name, parent)
        self._rows.setParent(self)

    def row_height(self, index: Index, width: int) -> int:
        head = theme.line("strong") if place_text(self._rows.notes[index.row()]) else 0
        sentence = self.block(self._shown(index), "compact")
        return head + sentence.height(width - _LEFT - SPACE_16) + 2 * SPACE_8 + 1

    def height_of_all(self, width: int, most: int) -> int:
        """How high the list is with all its rows, but no higher than ``most``."""
        height = 0
        for row in range(self._rows.rowCount()):
            height += self.row_height(self._rows.index(row, 0), width)
            if height >= most:
                return most
        return height

    def paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours = theme.current()
        note = self._rows.notes[index.row()]
        if index.row() < self._rows.rowCount() - 1:
            painter.setPen(QPen(colours.line))
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        line = theme.line("strong")
        top = rect.top() + SPACE_8
        box = QRectF(
            rect.left() + SPACE_16, top + (line - ICON_INLINE) / 2, ICON_INLINE, ICON_INLINE
        )
        icon, colour = ("alert", colours.red.text) if note.grave else ("info", colours.text3)
        icons.paint(painter, icon, box, colour)
        room = rect.width() - _LEFT - SPACE_16
        left = float(rect.left() + _LEFT)
        if where := place_text(note):
            self.block(where, "strong").paint(painter, QPointF(left, top), room, colours.text)
            top += line
        sentence = self.block(self._shown(index), "compact")
        sentence.paint(
            painter, QPointF(left, top), room, colours.text if note.grave else colours.text2
        )
        if self.shows_focus and self.currentIndex() == index:
            theme.paint_ring(painter, QRectF(rect), RADIUS_CONTROL, colours)

    def _shown(self, index: Index) -> str:
        sentence = " ".join(self._rows.sentence(index.row()).split())
        return sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST] + "…"
