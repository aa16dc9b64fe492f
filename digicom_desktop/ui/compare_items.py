"""The card with all items of a comparison, those that changed first asked for."""

import itertools
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from digicom_desktop.domain.comparison import Comparison, ItemChange
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.compare_entry import Columns
from digicom_desktop.ui.compare_filter import ChangesHead
from digicom_desktop.ui.compare_lines import Detail, also_changed, details, item_lines
from digicom_desktop.ui.compare_row import CompareRow, opener_room
from digicom_desktop.ui.compare_words import flag_names, from_to
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph, TextBlock
from digicom_desktop.ui.tokens import CARD_HORIZONTAL, CARD_VERTICAL, SPACE_4, SPACE_8


class ItemsCard(Card):
    """A row per item that both sides have; ``chosen`` tells the one to go to.

    ``laid_out`` tells that rows came or went.
    """

    chosen = Signal(str)
    laid_out = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(padded=False)
        self._words = words
        self._lines: tuple[ItemChange, ...] = ()
        self._practices: Mapping[str, Mapping[str, str]] = {}
        self._names = ("", "")
        self._rows: dict[str, CompareRow] = {}
        self._head = ChangesHead(self.tr("All items"))
        self._head.toggled.connect(self._on_toggled)
        self._heads = CompareHeads()
        self._nothing = PlainLabel(
            self.tr("Every item of both sides is answered alike."), "compact", "text2", wrap=True
        )
        self._nothing.setContentsMargins(CARD_HORIZONTAL, 0, CARD_HORIZONTAL, CARD_VERTICAL)
        note = Paragraph(
            self.tr("– does not apply · dashed: not answered · a click opens the item"),
            "caption",
            "text3",
        )
        note.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(CARD_HORIZONTAL, CARD_VERTICAL, CARD_HORIZONTAL, SPACE_4)
        top.setSpacing(0)
        top.addWidget(self._head)
        top.addWidget(note)
        for layout in (top, self._column):
            self.body.addLayout(layout)
        self.body.insertWidget(1, self._heads)
        self.body.addWidget(self._nothing)

    def show_comparison(
        self,
        comparison: Comparison,
        names: tuple[str, str],
        practices: Mapping[str, Mapping[str, str]],
        *,
        is_new: bool,
    ) -> None:
        """Shows ``comparison``; ``practices`` are the sentences by item and id.

        Where it ``is_new``, only what changed is shown, else what the person chose.
        """
        lines = item_lines(comparison)
        if [line.id for line in lines] != [line.id for line in self._lines]:
            self._forget_rows()
        self._lines, self._names, self._practices = lines, names, practices
        self._head.show_counts(len(self._lines), len(comparison.items), is_new=is_new)
        self._heads.show_names(names)
        self._show()

    def _show(self) -> None:
        for line in self._lines:
            is_shown = bool(line.flags) or not self._head.only_changed
            if is_shown:
                self._row(line.id).show_change(*self._texts(line), self._names)
            if line.id in self._rows:
                self._rows[line.id].setVisible(is_shown)
        is_any_changed = any(line.flags for line in self._lines)
        self._heads.setVisible(is_any_changed or not self._head.only_changed)
        self._nothing.setVisible(not is_any_changed)

    def _texts(self, line: ItemChange) -> tuple[ItemChange, str, tuple[Detail, ...]]:
        also = flag_names(also_changed(line), self._words)
        texts = details(line, self._practices.get(line.id, {}), self._words)
        return line, also, texts

    def _row(self, id: str) -> CompareRow:
        """The row of ``id``; it is made when it is first shown."""
        if id not in self._rows:
            before = itertools.takewhile(lambda line: line.id != id, self._lines)
            place = sum(line.id in self._rows for line in before)
            row = CompareRow()
            row.chosen.connect(self.chosen)
            row.opened.connect(self.laid_out)
            self._rows[id] = row
            self._column.insertWidget(place, row)
        return self._rows[id]

    def _forget_rows(self) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def _on_toggled(self) -> None:
        self._show()
        self.laid_out.emit()


class CompareHeads(QWidget):
    """The heads of the columns; who hears the rows hears all of it there."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks = (TextBlock(""),) * 4
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_names(("", ""))

    def show_names(self, names: tuple[str, str]) -> None:
        """Over the levels stands which is the old side, and which the new one."""
        sides = from_to(*names)
        self._blocks = (
            TextBlock(self.tr("Item"), "caption"),
            TextBlock("\n".join((self.tr("Claimed level"), sides)), "caption"),
            TextBlock("\n".join((self.tr("Evidence-backed level"), sides)), "caption"),
            TextBlock(self.tr("Also changed"), "caption"),
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, self._blocks[0].line + SPACE_8)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._blocks[0].line + SPACE_8)

    def heightForWidth(self, width: int) -> int:
        return max(block.height(room) for block, _, room in self._places(width)) + SPACE_8

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        foot = self.height() - SPACE_4
        for block, left, room in self._places(self.width()):
            place = QPointF(left, foot - block.height(room))
            block.paint(painter, place, room, theme.current().text3)

    def _places(self, width: int) -> list[tuple[TextBlock, int, int]]:
        """The heads, where they begin, and how wide they may be."""
        columns = Columns.of(width - opener_room())
        places = [
            (0, columns.title + columns.title_width),
            (columns.claimed, columns.levels),
            (columns.supported, columns.levels),
            (columns.also_left, columns.also),
        ]
        return [
            (block, opener_room() + left, room)
            for block, (left, room) in zip(self._blocks, places, strict=True)
            if room
        ]
