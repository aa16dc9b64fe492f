"""The greedy way to the next level of the firm: method 1's own rule (method.md)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from digicom_desktop.domain.advice import Change, Need, changed, changes_to, gain_of
from digicom_desktop.domain.guideline import Edition, LevelGate
from digicom_desktop.domain.scoring import (
    Rating,
    asked_by_gates,
    gates_of,
    item_result,
    item_results,
    score,
    supported_score,
)


@dataclass(frozen=True, slots=True)
class Move:
    """What is changed at one item on a way; ``to_level`` is its supported level afterwards.

    That is the level it had before where only better evidence is asked for. ``gain`` is what the
    evidence-backed score gains when the moves before it are made already.
    """

    item: str
    to_level: int
    changes: tuple[Change, ...]
    gain: Fraction


class Obstacle(StrEnum):
    """Why there is no way."""

    TOO_FEW = "too_few"
    """Too few items apply for any level."""
    TOP = "top"
    """The highest level is reached."""
    GATE = "gate"
    """No change of an item that applies makes the gate ``Way.gate`` hold."""


@dataclass(frozen=True, slots=True)
class Way:
    """Moves after which the firm has ``level``; none of them where there is an ``obstacle``.

    ``level`` is None where too few items apply; at the top it is the level that is reached.
    """

    level: int | None
    moves: tuple[Move, ...]
    reached: bool
    obstacle: Obstacle | None = None
    gate: str = ""


def way_to_next_level(edition: Edition, ratings: Mapping[str, Rating]) -> Way:
    """The greedy way to the next level of the firm.

    For each unmet gate, the most special one first, the item that needs the fewest changes, then
    the larger gain, then edition order, until all gates hold. A claim that rises by two levels is
    two changes here: the edition has a next step for each. Where nothing but evidence is missing,
    an item that has the level already goes before one that would have to rise as well.
    """
    level = score(edition, ratings).level
    gate = asked_by_gates(edition.method, level)
    if level is None or gate is None:
        return Way(None, (), reached=False, obstacle=Obstacle.TOO_FEW)
    if gate.level <= level:
        return Way(level, (), reached=True, obstacle=Obstacle.TOP)
    return way_to(edition, ratings, gate)


def way_to(
    edition: Edition,
    ratings: Mapping[str, Rating],
    gate: LevelGate,
    untouched: Collection[str] = (),
) -> Way:
    """The greedy way to the level of ``gate`` that leaves the items ``untouched`` as they are."""
    walk = _Walk(edition, ratings, gate, untouched)
    while unmet := walk.unmet():
        if not walk.take_best(unmet):
            return Way(gate.level, (), reached=False, obstacle=Obstacle.GATE, gate=unmet)
    return Way(gate.level, walk.moves(), reached=True)


_SPECIAL_FIRST = ("data", "directions", "evidenced", "items", "score")
"""Gates in the order in which a way meets them: an item for the first ones serves the others."""


class _Walk:
    """Ratings on their way to one level of the firm, changed item by item."""

    def __init__(
        self,
        edition: Edition,
        ratings: Mapping[str, Rating],
        gate: LevelGate,
        untouched: Collection[str],
    ) -> None:
        self._edition, self._method, self._gate = edition, edition.method, gate
        self._start = {id: ratings.get(id, Rating()) for id in edition.item_ids}
        self._ratings = dict(self._start)
        self._items = item_results(edition, ratings)
        self._open = [i for i, r in self._items.items() if r.applies and i not in untouched]
        self._touched: dict[str, None] = {}

    def unmet(self) -> str:
        """The gate to be met next, "" when all hold."""
        missed = self._missed()
        return next((id for id in _SPECIAL_FIRST if id in missed), "")

    def _missed(self) -> set[str]:
        supported = supported_score(self._method, self._items.values())
        gates = gates_of(self._edition, self._items, supported, self._gate)
        return {gate.id for gate in gates if not gate.holds}

    def take_best(self, unmet: str) -> bool:
        """Make the best move for the gate ``unmet``; False where there is none."""
        found = list(self._choices(unmet))
        if not found:
            return False
        if self._missed() == {"evidenced"} and any(self._is_reached(item) for item, _ in found):
            found = [choice for choice in found if self._is_reached(choice[0])]
        efforts = [_effort(self._ratings[item], changes) for item, changes in found]
        least = min(efforts)
        ratings = {
            item: changed(self._ratings[item], changes)
            for (item, changes), effort in zip(found, efforts, strict=True)
            if effort == least
        }
        self._take(*max(ratings.items(), key=lambda pair: self._gain_of(*pair)))
        return True

    def moves(self) -> tuple[Move, ...]:
        """All that was changed, one move for each item in the order of their first change."""
        items = item_results(self._edition, self._start)
        moves = []
        for item in self._touched:
            after = item_result(self._method, self._ratings[item])
            changes = _difference(self._start[item], self._ratings[item])
            gain = gain_of(self._method, items, item, after)
            moves.append(Move(item, after.supported or 0, changes, gain))
            items[item] = after
        return tuple(moves)

    def _choices(self, unmet: str) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """The items that may serve the gate ``unmet``, each with what it takes."""
        level, least_grade = self._gate.level, 0
        if unmet == "data":
            level = self._gate.data_level
        elif unmet == "evidenced":
            least_grade = self._method.evidenced_grade
        for item in self._open:
            supported = self._items[item].supported or 0
            if unmet == "score":
                level = supported + 1
            if level > self._method.grade_caps[-1] or not self._serves(item, unmet):
                continue
            if changes := changes_to(self._method, self._ratings[item], level, least_grade):
                yield item, changes

    def _serves(self, item: str, unmet: str) -> bool:
        match unmet:
            case "data":
                return item in self._method.data_items
            case "directions":
                direction = self._edition.direction_of(item)
                return not any(self._is_reached(other.id) for other in direction.items)
        return True

    def _is_reached(self, item: str) -> bool:
        return (self._items[item].supported or 0) >= self._gate.level

    def _gain_of(self, item: str, rating: Rating) -> Fraction:
        return gain_of(self._method, self._items, item, item_result(self._method, rating))

    def _take(self, item: str, rating: Rating) -> None:
        self._ratings[item] = rating
        self._items[item] = item_result(self._method, rating)
        self._touched[item] = None


def _effort(rating: Rating, changes: tuple[Change, ...]) -> int:
    """How many changes these are when a claim rises level by level."""
    return sum(
        change.to - (rating.level or 0) if change.need is Need.CLAIM else 1 for change in changes
    )


def _difference(before: Rating, after: Rating) -> tuple[Change, ...]:
    """The changes that lead from ``before`` to ``after``."""
    changes = []
    if after.level is not None and after.level != before.level:
        changes.append(Change(Need.CLAIM, after.level))
    if after.grade != before.grade:
        changes.append(Change(Need.GRADE, after.grade))
    if after.has_figure != before.has_figure:
        changes.append(Change(Need.FIGURE, 1))
    return tuple(changes)
