"""The card with both scores and the level of the firm."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digicom_desktop.domain.guideline import Method
from digicom_desktop.domain.number import rounded
from digicom_desktop.domain.report import Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.level_scale import LevelScale
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_32

_TIGHTER = 8
"""How much less than the font's own line height the numbers take, in pixels."""


class ScoreCard(Card):
    """Evidence-backed in accent and first, declared neutral beside it; never swapped."""

    def __init__(self) -> None:
        super().__init__()
        self._supported = PlainLabel("", "score", "accent")
        self._declared = PlainLabel("", "score2", "text2")
        self._note = PlainLabel("", "compact", "text2", wrap=True)
        self._how = PlainLabel("", "compact", "text2", wrap=True)
        self._level = PlainLabel("", "panel")
        self._scale = LevelScale()
        scores = QHBoxLayout()
        scores.setSpacing(SPACE_32)
        scores.addLayout(_score(self.tr("Evidence-backed score"), self._supported))
        scores.addLayout(_score(self.tr("Declared score"), self._declared))
        scores.addStretch(1)
        _stand_on_one_line(self._supported, self._declared)
        level = QHBoxLayout()
        level.setSpacing(SPACE_8)
        level.addWidget(PlainLabel(self.tr("Current level"), "body", "text2"))
        level.addWidget(self._level)
        level.addStretch(1)
        self.body.addLayout(scores)
        self.body.addWidget(self._note)
        self.body.addWidget(self._how)
        self.body.addSpacing(SPACE_4)
        self.body.addWidget(Separator())
        self.body.addSpacing(SPACE_4)
        self.body.addLayout(level)
        self.body.addWidget(self._scale)
        self.body.addStretch(1)

    def show_report(self, report: Report, method: Method) -> None:
        """Shows the scores and the level of ``report``, made by ``method``."""
        self._how.setText(self._weights(method))
        self._how.setVisible(_is_above_all(report))
        self._supported.setText(report.supported.shown)
        self._declared.setText(report.declared.shown)
        self._note.setText(self._sentence(sum(bool(item.hold_back) for item in report.items)))
        level = report.firm_level
        self._level.setText(level.name)
        self._scale.show_level(level.names, level.level, self.tr("Level: {0}").format(level.name))

    def _sentence(self, held_back: int) -> str:
        if not held_back:
            return self.tr("Evidence backs every claimed level.")
        return self.tr("Claimed levels not fully backed: {0}").format(held_back)

    def _weights(self, method: Method) -> str:
        """Why a score may be higher than that of every direction."""
        sentence = self.tr(
            "The best {0} items make up {1}%, all items that apply {2}%: so a score can be higher "
            "than that of every direction."
        )
        best, all_ = method.depth_share * 100, method.breadth_share * 100
        return sentence.format(method.best_count, rounded(best, 0), rounded(all_, 0))


def _is_above_all(report: Report) -> bool:
    """Whether one of the scores is above those of all directions, which looks like an error."""
    return any(
        total.value is not None and all(total.value > (part.value or 0) for part in parts)
        for total, parts in (
            (report.supported, [direction.supported for direction in report.directions]),
            (report.declared, [direction.claimed for direction in report.directions]),
        )
    )


def _score(caption: str, number: PlainLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(PlainLabel(caption, "compact", "text2"))
    column.addWidget(number)
    return column


def _stand_on_one_line(large: PlainLabel, small: PlainLabel) -> None:
    """Gives both the same height and their digits the same base line."""
    metrics, other = theme.metrics("score"), theme.metrics("score2")
    for number in (large, small):
        number.setFixedHeight(metrics.height() - _TIGHTER)
        number.setAlignment(Qt.AlignmentFlag.AlignBottom)
    small.setContentsMargins(0, 0, 0, metrics.descent() - other.descent())
