"""Where the plan leads: today's score and level beside those once every target is reached."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.report import FirmLevelView, GateView
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, Tone

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class PlanSummary(Card):
    """Scores, levels, and the conditions of the next level that the plan does not meet."""

    suggestion_wanted = Signal()
    results_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._planned = _Standing(self.tr("Today")), _Standing(self.tr("With the plan"))
        self._gain = PlainLabel("", "panel", Tone.GREEN)
        self._actions = Paragraph("", "compact", "text2")
        self._sentence = Paragraph("", "section")
        self._gates = QWidget()
        self._right = QVBoxLayout()
        self._right.setSpacing(SPACE_8)
        self._right.addWidget(self._sentence)
        self._right.addWidget(self._gates)
        self._right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(SPACE_16)
        halves.addLayout(self._left(), 1)
        halves.addWidget(Separator(vertical=True))
        halves.addLayout(self._right, 1)
        self.suggest = Button(
            self.tr("Suggest targets by the easiest way"),
            Kind.SECONDARY,
            "target",
            on_click=self.suggestion_wanted.emit,
        )
        self.body.addLayout(halves)
        self.body.addWidget(Separator())
        links = FlowLayout(SPACE_12, SPACE_4)
        links.addWidget(self.suggest)
        results = Button(self.tr("See the results"), Kind.LINK, on_click=self.results_wanted.emit)
        links.addWidget(results)
        self.body.addLayout(links)

    def show_scores(self, today: tuple[str, str], planned: tuple[str, str], gain: str) -> None:
        """Shows evidence-backed score and level as shown, today's and the plan's."""
        self._today.show_score(*today)
        self._planned.show_score(*planned)
        self._gain.setText(gain)

    def show_level(self, level: FirmLevelView) -> None:
        """Shows what is still missing for the level after the planned one."""
        self._sentence.set_text(self.tr("With the plan: {0}").format(level.sentence))
        old, self._gates = self._gates, self._table([g for g in level.gates if not g.holds])
        self._right.replaceWidget(old, self._gates)
        old.hide()
        old.deleteLater()

    def show_actions(self, open: int, done: int, overdue: int) -> None:
        """Says how far the actions are."""
        parts = [self.tr("Actions: {0} open, {1} done").format(open, done)]
        if overdue:
            parts.append(self.tr("{0} overdue").format(overdue))
        self._actions.set_text(self.tr(", ", "between two counts").join(parts))
        self._actions.set_tone(Tone.RED if overdue else "text2")

    def _left(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_24)
        arrow = IconLabel("arrow-right", theme.current().text3)
        row.addWidget(self._today)
        row.addWidget(arrow)
        row.addWidget(self._planned)
        row.addWidget(self._gain)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addWidget(PlainLabel(self.tr("Evidence-backed score and level"), "section"))
        column.addLayout(row)
        column.addWidget(self._actions)
        column.addStretch(1)
        return column

    def _table(self, gates: Sequence[GateView]) -> QWidget:
        table = QWidget()
        if not gates:
            table.hide()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Condition"), self.tr("With the plan"), self.tr("Need"))
        for column, text in enumerate(heads):
            label = PlainLabel(text, "caption", "text3")
            grid.addWidget(label, 0, column, _RIGHT if column else Qt.AlignmentFlag(0))
        for row, gate in enumerate(gates, 1):
            grid.addWidget(PlainLabel(gate.name, "compact", wrap=True), row, 0)
            grid.addWidget(PlainLabel(gate.have, "strong"), row, 1, _RIGHT)
            grid.addWidget(PlainLabel(gate.need, "compact", "text2"), row, 2, _RIGHT)
        return table


class _Standing(QWidget):
    """A caption, a score, a level."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self._score = PlainLabel("", "score2", "accent")
        self._level = PlainLabel("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(caption, "compact", "text2"))
        column.addWidget(self._score)
        column.addWidget(self._level)

    def show_score(self, score: str, level: str) -> None:
        self._score.setText(score)
        self._level.setText(level)
        self._score.setAccessibleName(f"{self._caption}: {score}")
