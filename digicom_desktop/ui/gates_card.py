"""The card with the conditions of the next level."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from digicom_desktop.domain.report import FirmLevelView, GateView
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12, SPACE_16, Tone

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GatesCard(Card):
    """What is there, what is needed, and whether it is enough."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = PlainLabel("", "section", wrap=True)
        self._table = QWidget()
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._table)
        self.body.addStretch(1)

    def show_level(self, level: FirmLevelView) -> None:
        """Shows how far the firm is from its next level."""
        self._sentence.setText(level.sentence)
        old, self._table = self._table, self._make_table(level.gates)
        self.body.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()

    def _make_table(self, gates: Sequence[GateView]) -> QWidget:
        table = QWidget()
        if not gates:
            table.hide()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        head = (self.tr("Condition (all must hold)"), self.tr("Have"), self.tr("Need"))
        for column, text in enumerate(head):
            label = PlainLabel(text, "compact", "text3", wrap=not column)
            grid.addWidget(label, 0, column, _RIGHT if column else Qt.AlignmentFlag(0))
        grid.addWidget(Separator(), 1, 0, 1, 4)
        for row, gate in enumerate(gates, 2):
            self._add_row(grid, row, gate)
        grid.setColumnMinimumWidth(3, SPACE_12)
        return table

    def _add_row(self, grid: QGridLayout, row: int, gate: GateView) -> None:
        weight = "compact" if gate.holds else "strong"
        grid.addWidget(PlainLabel(gate.name, weight, wrap=True), row, 0)
        have = PlainLabel(gate.have, weight, "text" if gate.holds else Tone.RED)
        grid.addWidget(have, row, 1, _RIGHT)
        grid.addWidget(PlainLabel(gate.need, "compact", "text2"), row, 2, _RIGHT)
        pair = theme.current().green if gate.holds else theme.current().red
        mark = IconLabel("check" if gate.holds else "cross", pair.text, 14)
        mark.setAccessibleName(self.tr("met") if gate.holds else self.tr("not met"))
        grid.addWidget(mark, row, 3)
