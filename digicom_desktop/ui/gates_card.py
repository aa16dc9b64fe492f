"""The card with the conditions of the next level, and the shortest way there."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.report import GateView, Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel, Separator, restyle
from digicom_desktop.ui.tokens import ICON_INLINE, SPACE_4, SPACE_12, SPACE_16, Tone
from digicom_desktop.ui.way_line import WayLine

_NAME_LEAST = 112
"""With less room a condition would stand in lines of one word."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GatesCard(Card):
    """What is there, what is needed, whether it is enough, and what would be.

    ``chosen`` tells the place that a link in the last sentence leads to.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sentence = PlainLabel("", "section", wrap=True)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._rows: list[_Row] = []
        self._way = WayLine()
        self._way.chosen.connect(self.chosen)
        self._add_head()
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._table)
        self.body.addWidget(self._way)
        self.body.addStretch(1)

    def show_level(self, appraisal: Appraisal, report: Report) -> None:
        """Shows how far the firm is from its next level, by ``appraisal`` and its ``report``."""
        level = report.firm_level
        self._sentence.setText(level.sentence)
        self._table.setVisible(bool(level.gates))
        while len(self._rows) < len(level.gates):
            self._add_row()
        for row, gate in zip(self._rows, level.gates, strict=False):
            self._show_gate(row, gate)
        self._way.show_way(appraisal, report)

    def _add_head(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(0, theme.px(_NAME_LEAST))
        head = (self.tr("Condition (all must hold)"), self.tr("Have"), self.tr("Need"))
        for column, text in enumerate(head):
            label = PlainLabel(text, "compact", "text3", wrap=not column)
            grid.addWidget(label, 0, column, _RIGHT if column else Qt.AlignmentFlag(0))
        grid.addWidget(Separator(), 1, 0, 1, 4)
        grid.setColumnMinimumWidth(3, SPACE_12)

    def _add_row(self) -> None:
        row = _Row(
            PlainLabel(wrap=True),
            PlainLabel(),
            PlainLabel("", "compact", "text2"),
            IconLabel("check", theme.current().green.text, ICON_INLINE),
        )
        at = self._grid.rowCount()
        self._grid.addWidget(row.name, at, 0)
        self._grid.addWidget(row.have, at, 1, _RIGHT)
        self._grid.addWidget(row.need, at, 2, _RIGHT)
        self._grid.addWidget(row.mark, at, 3)
        self._rows.append(row)

    def _show_gate(self, row: "_Row", gate: GateView) -> None:
        for label, text in ((row.name, gate.name), (row.have, gate.have), (row.need, gate.need)):
            label.setText(text)
        if gate.holds == row.mark.property("holds"):
            return
        row.mark.setProperty("holds", gate.holds)
        for label in (row.name, row.have):
            label.setProperty("type", "compact" if gate.holds else "strong")
            restyle(label)
        row.have.set_tone("text" if gate.holds else Tone.RED)
        pair = theme.current().green if gate.holds else theme.current().red
        row.mark.set_icon("check" if gate.holds else "cross", pair.text)
        row.mark.setAccessibleName(self.tr("met") if gate.holds else self.tr("not met"))


@dataclass(frozen=True, slots=True)
class _Row:
    """One condition on screen."""

    name: PlainLabel
    have: PlainLabel
    need: PlainLabel
    mark: IconLabel
