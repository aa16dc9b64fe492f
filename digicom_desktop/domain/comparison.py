"""Two assessments, or two revisions of one, beside each other: what became of what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol, TypeVar

from digicom_desktop.domain.comparison_side import Side, SideDirection, SideFigure, SideItem
from digicom_desktop.domain.metric_views import change_between, signed
from digicom_desktop.domain.report import ScoreView
from digicom_desktop.domain.words import Words


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Identified)


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score on both sides, None where a side has no such thing.

    ``change`` is the difference of the shown values ("+2.5"), "" where there is none.
    """

    old: ScoreView | None
    new: ScoreView | None
    change: str


@dataclass(frozen=True, slots=True)
class LevelChange:
    """The level of the firm 0-4 on both sides; None: none, or not known, as the name says."""

    old: int | None
    old_name: str
    new: int | None
    new_name: str

    @property
    def steps(self) -> int | None:
        """By how many levels the firm rose, None where it cannot be said."""
        return None if self.old is None or self.new is None else self.new - self.old


@dataclass(frozen=True, slots=True)
class DirectionChange:
    """A direction on both sides; it has the name of the new one where that has it."""

    id: str
    name: str
    claimed: ScoreChange
    supported: ScoreChange


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item whose answer is another one.

    ``flags`` say what differs, in this order: "state", "claimed", "supported", "reason" (not to
    apply), "practices", "statement", "evidence". Each has a name, ``comparison.flag.{flag}``.
    """

    old: SideItem
    new: SideItem
    flags: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.new.id

    @property
    def title(self) -> str:
        """Its title on the new side."""
        return self.new.title


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is filled on one side at least; ``item`` is "" for one of the firm.

    ``change`` is in percent, of percentages in points, "" where the two cannot be compared.
    """

    id: str
    item: str
    name: str
    unit: str
    old: str
    new: str
    change: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two sides, in the order of the new edition, then of the old one.

    ``items`` are those that changed, ``only_old`` and ``only_new`` those that the other side's
    edition does not have; ``notices`` are sentences to be read first.
    """

    old: Side
    new: Side
    editions_differ: bool
    notices: tuple[str, ...]
    declared: ScoreChange
    supported: ScoreChange
    level: LevelChange
    directions: tuple[DirectionChange, ...]
    items: tuple[ItemChange, ...]
    unchanged: int
    """How many items of both sides are answered alike."""
    only_old: tuple[SideItem, ...]
    only_new: tuple[SideItem, ...]
    figures: tuple[FigureChange, ...]
    metrics: tuple[FigureChange, ...]


def compare(old: Side, new: Side) -> Comparison:
    """``old`` and ``new`` beside each other, items and figures found by their ids.

    Raises ValueError unless both speak the same language.
    """
    if old.words.language is not new.words.language:
        raise ValueError("the sides speak different languages")
    differ = old.edition != new.edition
    items = list(_pairs(old.items, new.items))
    both = [(before, after) for before, after in items if before and after]
    flagged = [ItemChange(o, n, _flags(o, n, same_edition=not differ)) for o, n in both]
    changes = tuple(change for change in flagged if change.flags)
    figures = tuple(_figures(old, new))
    return Comparison(
        old=old,
        new=new,
        editions_differ=differ,
        notices=tuple(_notices(old, new)),
        declared=_score(old.declared, new.declared),
        supported=_score(old.supported, new.supported),
        level=LevelChange(old.level, old.level_name, new.level, new.level_name),
        directions=tuple(_direction(o, n) for o, n in _pairs(old.directions, new.directions)),
        items=changes,
        unchanged=len(both) - len(changes),
        only_old=tuple(before for before, after in items if before and after is None),
        only_new=tuple(after for before, after in items if after and before is None),
        figures=tuple(figure for figure in figures if figure.item),
        metrics=tuple(figure for figure in figures if not figure.item),
    )


def edition_names(old: Side, new: Side) -> tuple[str, str]:
    """What the editions of both sides are called; with their ids where the titles are one."""
    if old.edition == new.edition or old.edition_title != new.edition_title:
        return old.edition_title, new.edition_title
    return f"{old.edition_title} {old.edition}", f"{new.edition_title} {new.edition}"


def _pairs(old: Sequence[_T], new: Sequence[_T]) -> Iterator[tuple[_T | None, _T | None]]:
    """What has the same id, in the order of ``new``; then what only ``old`` has."""
    before = {each.id: each for each in old}
    after = {each.id for each in new}
    yield from ((before.get(each.id), each) for each in new)
    yield from ((each, None) for each in old if each.id not in after)


def _notices(old: Side, new: Side) -> Iterator[str]:
    words = new.words
    if old.edition != new.edition:
        names = edition_names(old, new)
        yield words.say("comparison.editions_differ", old=names[0], new=names[1])
    if old.credit_code and new.credit_code and old.credit_code != new.credit_code:
        yield words.say("comparison.firms_differ", old=old.firm, new=new.firm)


def _score(old: ScoreView | None, new: ScoreView | None) -> ScoreChange:
    if old is None or new is None or old.value is None or new.value is None:
        return ScoreChange(old, new, "")
    # Of what is shown: who subtracts one from the other must come to the same.
    return ScoreChange(old, new, signed(Fraction(new.shown) - Fraction(old.shown)))


def _direction(old: SideDirection | None, new: SideDirection | None) -> DirectionChange:
    named = new or old
    return DirectionChange(
        id=named.id if named else "",
        name=named.name if named else "",
        claimed=_score(old.claimed if old else None, new.claimed if new else None),
        supported=_score(old.supported if old else None, new.supported if new else None),
    )


def _flags(old: SideItem, new: SideItem, *, same_edition: bool) -> tuple[str, ...]:
    """What differs; practices of two editions are other sentences, whatever their ids."""
    alike = {
        "state": old.state == new.state,
        "claimed": old.claimed == new.claimed,
        "supported": old.supported == new.supported,
        "reason": old.reason == new.reason or old.state != new.state,
        "practices": not same_edition or _same_if_known(old.practices, new.practices),
        "statement": old.statement == new.statement,
        "evidence": _same_if_known(old.evidence, new.evidence),
    }
    return tuple(name for name, is_alike in alike.items() if not is_alike)


def _same_if_known(old: object, new: object) -> bool:
    return old is None or new is None or old == new


def _figures(old: Side, new: Side) -> Iterator[FigureChange]:
    for before, after in _pairs(old.figures, new.figures):
        named = after or before
        texts = (before.shown if before else "", after.shown if after else "")
        if named is not None and any(text.strip() for text in texts):
            change = _figure_change(before, after, new.words)
            yield FigureChange(named.id, named.item, named.name, named.unit, *texts, change)


def _figure_change(old: SideFigure | None, new: SideFigure | None, words: Words) -> str:
    """Only what is the same figure by its definition has changed by something."""
    if old is None or new is None:
        return ""
    if (old.unit, old.definition) != (new.unit, new.definition):
        return ""
    if old.value is None or new.value is None:
        return ""
    return change_between(Decimal(old.value), Decimal(new.value), new.unit, words)
