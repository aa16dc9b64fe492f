"""The shortest way to the next level of the firm, as a sentence with links."""

from collections.abc import Iterator

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.advice_text import change_lines
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.way import Move, Obstacle, Way, way_to_next_level
from digicom_desktop.ui.linked_text import Link, LinkedText, Part, listed
from digicom_desktop.ui.steps_card import place_of

_NAMED = 6
"""So many items of a way are named in its sentence."""


class WayLine(LinkedText):
    """What would be enough; hidden at the top and where there are no levels.

    ``chosen`` tells the place where an item takes its first step.
    """

    def __init__(self) -> None:
        super().__init__("compact", "text2")

    def show_way(self, appraisal: Appraisal, report: Report) -> None:
        """Shows the way that leads on from ``appraisal``, in the words of its ``report``."""
        parts = self._parts(way_to_next_level(appraisal.edition, appraisal.ratings), report)
        self.setVisible(bool(parts))
        self.show_parts(parts)

    def _parts(self, way: Way, report: Report) -> list[Part]:
        if way.obstacle is Obstacle.GATE:
            names = {gate.id: gate.name for gate in report.firm_level.gates}
            sentence = self.tr("The items that apply cannot meet this condition: {0}.")
            return [sentence.format(names[way.gate])]
        if not way.moves:
            return []
        return [*self._named(way, report)]
