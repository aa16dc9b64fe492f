"""A whole comparison as text, for another program's table."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.comparison import Comparison, ItemChange, ScoreChange
from digicom_desktop.domain.comparison_side import SideItem
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.compare_lines import (
    NOTHING,
    FigureLine,
    also_changed,
    figure_lines,
    item_lines,
)
from digicom_desktop.ui.compare_words import (
    flag_names,
    level_change,
    levels_moved,
    state_or_level,
)

_Line = tuple[str, ...]


def as_text(comparison: Comparison, names: tuple[str, str], words: Words) -> str:
    """All that the page shows: a line for each row, its columns parted by tabs."""
    return "\n".join("\t".join(map(_one_line, line)) for line in _lines(comparison, names, words))


def _lines(comparison: Comparison, names: tuple[str, str], words: Words) -> Iterator[_Line]:
    change = QCoreApplication.translate("Compare", "Change")
    yield names[0], comparison.old.label
    yield names[1], comparison.new.label
    yield from ((notice,) for notice in comparison.notices)
    yield ("",)
    yield "", *names, change
    yield from _scores(comparison)
    yield ("",)
    claimed = QCoreApplication.translate("Compare", "Claimed level")
    supported = QCoreApplication.translate("Compare", "Evidence-backed level")
    also = QCoreApplication.translate("Compare", "Also changed")
    heads = [f"{name}, {side}" for name in (claimed, supported) for side in names]
    yield QCoreApplication.translate("Compare", "Item"), *heads, change, also
    yield from (_item(line, words) for line in item_lines(comparison))
    yield from _only(comparison, names)
    figures = figure_lines(comparison, (*comparison.figures, *comparison.metrics))
    if figures:
        yield ("",)
        yield QCoreApplication.translate("Compare", "Figure"), *names, change
        yield from map(_figure, figures)


def _scores(comparison: Comparison) -> Iterator[_Line]:
    supported = QCoreApplication.translate("Compare", "Evidence-backed score")
    declared = QCoreApplication.translate("Compare", "Declared score")
    level = QCoreApplication.translate("Compare", "Level")
    yield _score(supported, comparison.supported)
    yield _score(declared, comparison.declared)
    levels = comparison.level
    yield level, levels.old_name, levels.new_name, level_change(levels) or NOTHING
    for direction in comparison.directions:
        yield _score(f"{direction.name}, {supported}", direction.supported)
        yield _score(f"{direction.name}, {declared}", direction.claimed)


def _score(name: str, score: ScoreChange) -> _Line:
    shown = [NOTHING if each is None else each.shown for each in (score.old, score.new)]
    return name, *shown, score.change or NOTHING


def _item(line: ItemChange, words: Words) -> _Line:
    levels = [
        state_or_level(item, supported=supported)
        for supported in (False, True)
        for item in (line.old, line.new)
    ]
    moved = levels_moved(line.old.supported, line.new.supported)
    also = flag_names(also_changed(line), words)
    return f"{line.id} {line.title}", *levels, moved, also


def _only(comparison: Comparison, names: tuple[str, str]) -> Iterator[_Line]:
    for name, items in zip(names, (comparison.only_old, comparison.only_new), strict=True):
        if items:
            only = QCoreApplication.translate("Compare", "Only in {0}").format(name)
            yield only, *(_named(item) for item in items)


def _named(item: SideItem) -> str:
    return f"{item.id} {item.title}"


def _figure(line: FigureLine) -> _Line:
    return line.name, line.old, line.new, line.change


def _one_line(text: str) -> str:
    return " ".join(text.split())
