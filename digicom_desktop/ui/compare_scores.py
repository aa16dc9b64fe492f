"""The card with both scores and the level of both sides."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from digicom_desktop.domain.comparison import Comparison, LevelChange, ScoreChange
from digicom_desktop.domain.report import ScoreView
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.compare_lines import NOTHING
from digicom_desktop.ui.compare_words import ARROW, level_change
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12

_NAME, _OLD, _ARROW, _NEW, _CHANGE = range(5)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ScoresCard(Card):
    """What each was, what it is, and by how much it changed: the evidence-backed score first."""

    def __init__(self) -> None:
        super().__init__()
        self._heads = (PlainLabel("", "caption", "text3"), PlainLabel("", "caption", "text3"))
        self._supported = _Line(self.tr("Evidence-backed score"), "score2", "score", "accent")
        self._declared = _Line(self.tr("Declared score"), "panel", "panel", "text2")
        self._level = _Line(self.tr("Level"), "compact", "strong", "text")
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnStretch(_NAME, 1)
        for column, head in zip((_OLD, _NEW), self._heads, strict=True):
            head.setAlignment(_RIGHT)
            grid.addWidget(head, 0, column)
        change = PlainLabel(self.tr("Change"), "caption", "text3")
        change.setAlignment(_RIGHT)
        grid.addWidget(change, 0, _CHANGE)
        for number, line in enumerate((self._supported, self._declared, self._level)):
            grid.addWidget(Separator(), 2 * number + 1, 0, 1, 5)
            line.add_to(grid, 2 * number + 2)
            grid.setRowStretch(2 * number + 2, 1)
        self.body.addWidget(PlainLabel(self.tr("Scores and level"), "section"))
        self.body.addLayout(grid, 1)

    def show_comparison(self, comparison: Comparison, names: tuple[str, str]) -> None:
        """Shows the scores of ``comparison`` under the ``names`` of both sides."""
        for head, name in zip(self._heads, names, strict=True):
            head.setText(name)
        self._supported.show_score(comparison.supported)
        self._declared.show_score(comparison.declared)
        self._level.show_level(comparison.level)


class _Line:
    """Name, old, arrow, new and change in a grid."""

    def __init__(self, name: str, old: str, new: str, tone: str) -> None:
        self._name = PlainLabel(name, "compact", "text2", wrap=True)
        self._old = PlainLabel("", old, "text2")
        self._new = PlainLabel("", new, tone)
        self._change = PlainLabel("", "strong", "text")

    def add_to(self, grid: QGridLayout, row: int) -> None:
        grid.addWidget(self._name, row, _NAME, _MIDDLE)
        grid.addWidget(PlainLabel(ARROW, "compact", "text3"), row, _ARROW, _MIDDLE)
        for column, label in ((_OLD, self._old), (_NEW, self._new), (_CHANGE, self._change)):
            label.setAlignment(_RIGHT)
            grid.addWidget(label, row, column)

    def show_score(self, change: ScoreChange) -> None:
        self._show(_shown(change.old), _shown(change.new), change.change)

    def show_level(self, change: LevelChange) -> None:
        self._show(change.old_name, change.new_name, level_change(change))

    def _show(self, old: str, new: str, change: str) -> None:
        self._old.setText(old)
        self._new.setText(new)
        self._change.setText(change or NOTHING)


def _shown(score: ScoreView | None) -> str:
    return NOTHING if score is None else score.shown
