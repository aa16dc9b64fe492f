"""Where the plan leads: today's score and level beside those once every target is reached."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.report import FirmLevelView, GateView
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, Tone

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class PlanSummary(Card):
    """Scores, levels, and the conditions of the next level that the plan does not meet."""

    suggestion_wanted = Signal()
    results_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores = _ScoreGrid((self.tr("Today"), self.tr("With the plan")))
        self._actions = PlainLabel("", "compact", "text2")
        self._overdue = Chip("", Tone.RED, "alert", parent=self)
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
        self._scores.show_scores(today, planned, gain)

    def show_level(self, level: FirmLevelView) -> None:
        """Shows what is still missing for the level after the planned one."""
        self._sentence.set_text(level.sentence)
        old, self._gates = self._gates, self._table([g for g in level.gates if not g.holds])
        self._right.replaceWidget(old, self._gates)
        old.hide()
        old.deleteLater()

    def show_actions(self, open: int, done: int, overdue: int) -> None:
        """Says how far the actions are."""
        self._actions.setText(self.tr("Actions: {0} open, {1} done").format(open, done))
        self._overdue.set_state(self.tr("{0} overdue").format(overdue), Tone.RED, "alert")
        self._overdue.setVisible(bool(overdue))

    def _left(self) -> QVBoxLayout:
        actions = FlowLayout(SPACE_8, SPACE_4)
        actions.addWidget(self._actions)
        actions.addWidget(self._overdue)
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addWidget(Paragraph(self.tr("Evidence-backed score and level"), "section"))
        column.addWidget(self._scores)
        column.addLayout(actions)
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
        heads = (self.tr("Missing even with the plan"), self.tr("Have"), self.tr("Need"))
        for column, text in enumerate(heads):
            label = PlainLabel(text, "caption", "text3", wrap=not column)
            grid.addWidget(label, 0, column, _RIGHT if column else Qt.AlignmentFlag(0))
        for row, gate in enumerate(gates, 1):
            grid.addWidget(PlainLabel(gate.name, "compact", wrap=True), row, 0)
            grid.addWidget(PlainLabel(gate.have, "strong"), row, 1, _RIGHT)
            grid.addWidget(PlainLabel(gate.need, "compact", "text2"), row, 2, _RIGHT)
        return table


class _ScoreGrid(QWidget):
    """Two scores with their levels, and what lies between them."""

    def __init__(self, captions: tuple[str, str]) -> None:
        super().__init__()
        self._captions = captions
        self._scores = (PlainLabel("", "score2", "accent"), PlainLabel("", "score2", "accent"))
        self._levels = (PlainLabel("", "strong"), PlainLabel("", "strong"))
        self._gain = PlainLabel("", "panel", Tone.GREEN)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(0)
        for column, place in zip((0, 2), range(2), strict=True):
            across = 2 if place else 1
            caption = PlainLabel(captions[place], "compact", "text2")
            grid.addWidget(caption, 0, column, 1, across)
            grid.addWidget(self._scores[place], 1, column)
            grid.addWidget(self._levels[place], 2, column, 1, across)
        grid.addWidget(PlainLabel("→", "body", "text3"), 1, 1)
        grid.addWidget(self._gain, 1, 3)
        grid.setColumnStretch(3, 1)

    def show_scores(self, today: tuple[str, str], planned: tuple[str, str], gain: str) -> None:
        for place, (score, level) in enumerate((today, planned)):
            self._scores[place].setText(score)
            self._scores[place].setAccessibleName(f"{self._captions[place]}: {score}")
            self._levels[place].setText(level)
        self._gain.setText(gain)
