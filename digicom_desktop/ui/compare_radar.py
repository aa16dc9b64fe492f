"""The card with the directions of both sides on one wheel."""

from digicom_desktop.domain.chart_geometry import Axis
from digicom_desktop.domain.chart_shapes import Role
from digicom_desktop.domain.comparison import Comparison, DirectionChange
from digicom_desktop.domain.report import ScoreView
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.chart_card import ChartCard
from digicom_desktop.ui.chart_look import radar_shapes
from digicom_desktop.ui.chart_view import ChartView, Mark
from digicom_desktop.ui.compare_lines import NOTHING
from digicom_desktop.ui.numbers_table import Numbers

_HEIGHT = 226


class CompareRadarCard(ChartCard):
    """The evidence-backed means: the new ones in accent, the old ones dashed and neutral."""

    def __init__(self) -> None:
        title = self.tr("Six directions, evidence-backed")
        super().__init__(title, ChartView(title, lambda _width: theme.px(_HEIGHT)))
        self._new = self.add_legend(Role.SUPPORTED)
        self._old = self.add_legend(Role.DECLARED)
        self.chart.fill_height()

    def show_comparison(self, comparison: Comparison, names: tuple[str, str], words: Words) -> None:
        """Shows the directions of ``comparison`` under the ``names`` of both sides."""
        old, new = names
        self._old.set_text(old)
        self._new.set_text(new)
        missing = words.say("report.item.not_applicable")
        changes = comparison.directions
        axes = [_axis(change, missing) for change in changes]
        self.chart.show_chart(
            lambda width, height: radar_shapes(axes, width, height),
            [Mark(change.id, self._mark(change, names)) for change in changes],
        )
        heads = (self.tr("Direction"), old, new, self.tr("Change"))
        self.show_numbers(Numbers(heads, tuple(map(_row, changes)), strong=2))

    def _mark(self, change: DirectionChange, names: tuple[str, str]) -> str:
        """A direction as a sentence, a line for each kind of mean."""
        kinds = (
            (self.tr("evidence-backed"), change.supported),
            (self.tr("declared"), change.claimed),
        )
        lines = [
            self.tr("{0}: {1} {2}, {3} {4}, change {5}", "mean, side, value, side, value").format(
                kind,
                names[0],
                _shown(score.old),
                names[1],
                _shown(score.new),
                score.change or NOTHING,
            )
            for kind, score in kinds
        ]
        return "\n".join((change.name, *lines))


def _axis(change: DirectionChange, missing: str) -> Axis:
    """The outline of what was declared is that of the old side here."""
    old, new = change.supported.old, change.supported.new
    return Axis(
        key=change.id,
        name=change.name,
        supported=None if new is None else new.value,
        declared=None if old is None else old.value,
        supported_text=_shown(new),
        declared_text=_shown(old),
        missing=missing,
    )


def _row(change: DirectionChange) -> tuple[str, str, str, str]:
    score = change.supported
    return change.name, _shown(score.old), _shown(score.new), score.change or NOTHING


def _shown(score: ScoreView | None) -> str:
    return NOTHING if score is None else score.shown
