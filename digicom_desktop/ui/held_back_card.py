"""The card with the items whose evidence does not carry the claim."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.report import ItemView, Report
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.jump_row import JumpRow
from digicom_desktop.ui.labels import PlainLabel, Separator

_SHOWN = 3


class HeldBackCard(Card):
    """What is missing for each; the first few, and all on request."""

    item_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._count = PlainLabel("", "caption", "text3")
        self._rows = QWidget()
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Where evidence is short"), "section"))
        head.addStretch(1)
        head.addWidget(self._count)
        self.body.addLayout(head)
        self.body.addWidget(self._rows)
        self.body.addStretch(1)

    def show_report(self, report: Report) -> None:
        """Shows the items of ``report`` that are held back."""
        held = [item for item in report.items if item.hold_back]
        self._count.setText(self.tr("{0} in all").format(len(held)) if held else "")
        self._show_rows(held, _SHOWN)

    def _show_rows(self, held: Sequence[ItemView], most: int) -> None:
        old, self._rows = self._rows, self._make_rows(held, most)
        self.body.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()

    def _make_rows(self, held: Sequence[ItemView], most: int) -> QWidget:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not held:
            column.addWidget(PlainLabel(self._nothing(), "compact", "text2", wrap=True))
        for place, item in enumerate(held[:most]):
            if place:
                column.addWidget(Separator())
            column.addWidget(self._row(item))
        if len(held) > most:
            text = self.tr("Show {0} more").format(len(held) - most)
            more = Button(text, Kind.LINK, on_click=lambda: self._show_rows(held, len(held)))
            column.addWidget(more)
        return rows

    def _row(self, item: ItemView) -> JumpRow:
        title = f"{item.id} {item.title}"
        return JumpRow(title, item.hold_back, lambda: self.item_chosen.emit(item.id))

    def _nothing(self) -> str:
        return self.tr("Evidence and figures back every claimed level.")
