"""What the compare page calls sides, changes and the columns that they stand in."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.comparison import ItemChange, LevelChange
from digicom_desktop.domain.comparison_side import Side, SideItem
from digicom_desktop.domain.words import Words

ARROW = "→"
"""Between what was and what is."""


def side_names(old: Side, new: Side, *, new_is_this: bool) -> tuple[str, str]:
    """The shortest names that tell the sides apart: years, or revisions, or which one is open."""
    if old.year != new.year:
        return str(old.year), str(new.year)
    if old.revision != new.revision and old.credit_code == new.credit_code:
        return _revision(old), _revision(new)
    names = (
        QCoreApplication.translate("Compare", "The other one"),
        QCoreApplication.translate("Compare", "This one"),
    )
    return names if new_is_this else (names[1], names[0])


def from_to(old: str, new: str) -> str:
    """A head over what became of what: 2024 → 2025."""
    return f"{old} {ARROW} {new}"


def level_change(change: LevelChange) -> str:
    """By how much the level of the firm rose, in words."""
    if change.steps is None:
        return ""
    if not change.steps:
        return QCoreApplication.translate("Compare", "Unchanged")
    if change.steps > 0:
        return QCoreApplication.translate("Compare", "Up {0}", "levels").format(change.steps)
    return QCoreApplication.translate("Compare", "Down {0}", "levels").format(-change.steps)


def levels_moved(old: int | None, new: int | None) -> str:
    """By how many levels an item rose ("+1"), "" where it cannot be said or did not."""
    if old is None or new is None or old == new:
        return ""
    return f"{new - old:+d}"


def flag_names(flags: Sequence[str], words: Words) -> str:
    """``flags`` of an item as a list."""
    return listed([words.say(f"comparison.flag.{flag}") for flag in flags])


def item_says(change: ItemChange, also: str) -> str:
    """A row of the table of items as a sentence; ``also`` lists what else is another one."""
    name = f"{change.id} {change.title}"
    if not change.flags:
        return QCoreApplication.translate("Compare", "{0}: no change, {1}").format(
            name, _levels(change.new)
        )
    sentence = QCoreApplication.translate("Compare", "{0}: before {1}; after {2}").format(
        name, _levels(change.old), _levels(change.new)
    )
    if not also:
        return sentence
    more = QCoreApplication.translate("Compare", "{0}; also changed: {1}")
    return more.format(sentence, also)


def listed(texts: Sequence[str]) -> str:
    """A list in a sentence."""
    return QCoreApplication.translate("Compare", ", ", "between the parts of a list").join(texts)


def only_different(name: str) -> str:
    """The caption of texts of which only those are shown that one side has."""
    return QCoreApplication.translate("Compare", "{0} (only those of one side)").format(name)


def with_unit(name: str, unit: str) -> str:
    """A figure with its unit."""
    return QCoreApplication.translate("Compare", "{0} ({1})", "a figure, its unit").format(
        name, unit
    )


def state_or_level(item: SideItem, *, supported: bool) -> str:
    """A level as a table that is copied has it, or the state where there is none."""
    level, name = (
        (item.supported, item.supported_name) if supported else (item.claimed, item.claimed_name)
    )
    return item.state_name if level is None else f"{level} {name}"


def _levels(item: SideItem) -> str:
    if item.claimed is None:
        return item.state_name
    return QCoreApplication.translate("Compare", "claimed {0}, evidence-backed {1}").format(
        state_or_level(item, supported=False), state_or_level(item, supported=True)
    )


def _revision(side: Side) -> str:
    if side.revision is None:
        return side.state_name
    return QCoreApplication.translate("Compare", "Revision {0}").format(side.revision)
