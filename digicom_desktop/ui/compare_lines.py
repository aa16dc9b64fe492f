"""What the compare page says of items and figures, apart from how it looks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digicom_desktop.domain.comparison import Comparison, FigureChange, ItemChange
from digicom_desktop.domain.comparison_side import Side, SideFigure, SideItem
from digicom_desktop.domain.statement import FIELDS
from digicom_desktop.domain.text import is_blank
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.compare_words import from_to, listed, only_different, with_unit

NOTHING = "—"
_IN_COLUMNS = frozenset({"state", "claimed", "supported"})
"""What the columns of levels show already."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A text that is another one; "" where a side says nothing."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure on both sides as shown; ``name`` has its unit."""

    name: str
    old: str
    new: str
    change: str
    is_changed: bool


def item_lines(comparison: Comparison) -> tuple[ItemChange, ...]:
    """All items of both sides; those that are answered alike have no flags."""
    changed = {change.id: change for change in comparison.items}
    old = {item.id: item for item in comparison.old.items}
    return tuple(
        changed.get(item.id) or ItemChange(old[item.id], item, ())
        for item in comparison.new.items
        if item.id in old
    )


def also_changed(change: ItemChange) -> tuple[str, ...]:
    """The flags of ``change`` that the columns of levels do not show."""
    return tuple(flag for flag in change.flags if flag not in _IN_COLUMNS)


def details(change: ItemChange, practices: Mapping[str, str], words: Words) -> tuple[Detail, ...]:
    """The texts that differ; ``practices`` are their sentences by id."""
    return tuple(
        detail
        for flag in ("state", *also_changed(change))
        if flag in change.flags
        for detail in _details(flag, change.old, change.new, practices, words)
    )


def figure_lines(comparison: Comparison, figures: Sequence[FigureChange]) -> tuple[FigureLine, ...]:
    """``figures``, some of ``comparison``, as lines of a table."""
    old, new = _by_id(comparison.old), _by_id(comparison.new)
    return tuple(
        FigureLine(
            name=_name(figure),
            old=figure.old.strip() or NOTHING,
            new=figure.new.strip() or NOTHING,
            change=figure.change or NOTHING,
            is_changed=_differ(old.get(figure.id), new.get(figure.id)),
        )
        for figure in figures
    )


def all_changes(comparison: Comparison) -> tuple[str, ...]:
    """Each item and figure that is another one on the new side, in few words."""
    items = (f"{change.id} {change.title}" for change in comparison.items)
    figures = (
        f"{line.name} {from_to(line.old, line.new)}"
        for line in figure_lines(comparison, (*comparison.figures, *comparison.metrics))
        if line.is_changed
    )
    return (*items, *figures)


def _details(
    flag: str, old: SideItem, new: SideItem, practices: Mapping[str, str], words: Words
) -> Iterator[Detail]:
    name = words.say(f"comparison.flag.{flag}")
    match flag:
        case "state":
            yield Detail(name, _state(old), _state(new))
        case "reason":
            yield Detail(name, old.reason, new.reason)
        case "statement":
            yield from _statements(old, new, words)
        case "evidence":
            yield Detail(name, listed(old.evidence or ()), listed(new.evidence or ()))
        case "practices":
            before, after = old.practices or frozenset(), new.practices or frozenset()
            texts = [
                "\n".join(text for id, text in practices.items() if id in ticked)
                for ticked in (before - after, after - before)
            ]
            yield Detail(only_different(name), *texts)


def _state(item: SideItem) -> str:
    """The state; where an item does not apply, why."""
    return "\n".join(filter(None, (item.state_name, item.reason.strip())))


def _statements(old: SideItem, new: SideItem, words: Words) -> Iterator[Detail]:
    for field, before, after in zip(FIELDS, old.statement, new.statement, strict=True):
        if before != after:
            yield Detail(words.say(f"statement.{field}"), before, after)


def _by_id(side: Side) -> dict[str, SideFigure]:
    return {figure.id: figure for figure in side.figures}


def _name(figure: FigureChange) -> str:
    named = f"{figure.item} {figure.name}".strip()
    return named if is_blank(figure.unit) else with_unit(named, figure.unit)


def _differ(old: SideFigure | None, new: SideFigure | None) -> bool:
    """Numbers by their value: 101.4 is 101.40."""
    if old is None or new is None or old.unit != new.unit:
        return True
    if old.value is None or new.value is None:
        return old.shown.strip() != new.shown.strip()
    return old.value != new.value
