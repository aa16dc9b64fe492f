"""The shortest way to the next level of the firm, as a sentence with links."""

from collections.abc import Iterator

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.advice import Need
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
        way = way_to_next_level(appraisal.edition, appraisal.ratings)
        parts: list[Part] = []
        if way.obstacle is Obstacle.GATE:
            parts.append(self._obstacle(way, report))
        elif way.moves:
            parts += [self._beginning(way, appraisal), *self._items(way, appraisal, report)]
        self.show_parts(parts)
        self.setVisible(bool(parts))

    def _obstacle(self, way: Way, report: Report) -> str:
        name = next(gate.name for gate in report.firm_level.gates if gate.id == way.gate)
        return self.tr("The items that apply cannot meet this condition: {0}.").format(name)

    def _beginning(self, way: Way, appraisal: Appraisal) -> str:
        moves = way.moves
        if all(_is_new(move, way, appraisal) for move in moves):
            sentence = self.tr("{0} more at level {1} would do; nearest: ")
        elif _is_evidence_alone(way, appraisal):
            sentence = self.tr("Evidence of grade {2} for {0} at level {1} would do; nearest: ")
        else:
            sentence = self.tr("Nearest way, items to improve ({0}): ")
        grade = appraisal.edition.method.evidenced_grade
        return sentence.format(len(moves), way.level, grade)

    def _items(self, way: Way, appraisal: Appraisal, report: Report) -> Iterator[Part]:
        moves = way.moves[:_NAMED]
        links = [_link(move, appraisal, report) for move in moves]
        between, last = self.tr(", ", "between items"), self.tr(" and ", "before the last item")
        is_whole = len(links) == len(way.moves)
        notes = iter(self._notes(way, appraisal))
        for part in listed(links, between, last if is_whole else between):
            yield part
            if isinstance(part, Link):
                yield next(notes)
        if not is_whole:
            yield self.tr(" and others", "behind the first items of a list")

    def _notes(self, way: Way, appraisal: Appraisal) -> Iterator[str]:
        """Behind each item whether it takes a document: a level by a statement alone is no help."""
        least = appraisal.edition.method.evidenced_grade
        note = self.tr(" (with evidence of grade {0})", "behind an item of a list")
        is_said = _is_evidence_alone(way, appraisal)
        for move in way.moves:
            grade = max((c.to for c in move.changes if c.need is Need.GRADE), default=0)
            yield note.format(grade) if grade >= least and not is_said else ""


def _is_new(move: Move, way: Way, appraisal: Appraisal) -> bool:
    """Whether ``move`` brings its item to the level that the way leads to."""
    supported = appraisal.result.items[move.item].supported or 0
    return supported < (way.level or 0) <= move.to_level


def _is_evidence_alone(way: Way, appraisal: Appraisal) -> bool:
    """Whether all that is missing is evidence of items that have the level already."""
    items = appraisal.result.items
    return all(
        (items[move.item].supported or 0) >= (way.level or 0)
        and all(change.need is Need.GRADE for change in move.changes)
        for move in way.moves
    )


def _link(move: Move, appraisal: Appraisal, report: Report) -> Link:
    edition, assessment = appraisal.edition, appraisal.assessment
    title = edition.item(move.item).title.in_(report.language)
    lines = change_lines(move.item, move.changes, edition, assessment, report.words)
    says = "\n".join((f"{move.item} {title}", *lines))
    return Link(move.item, place_of(move.item, move.changes), says)
