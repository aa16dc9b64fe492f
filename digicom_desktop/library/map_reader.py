"""map.toml of an edition → how an assessment of the edition before comes to it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.domain.edition_map import EditionMap
from digicom_desktop.domain.guideline import Edition, Item
from digicom_desktop.library.edition_files import ParsedFiles, read_files
from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.library.toml_table import NO_ITEM, Reading, Table

MAP = "map.toml"
SAME = "same"
"""Stands for a table in which every id that both editions have leads to itself."""

EditionOf = Callable[[str], Edition]


def check_map(
    folder: Path, new: Edition, earlier: Sequence[str], edition_of: EditionOf
) -> tuple[EditionFinding, ...]:
    """Everything an editor has to mend in the map in ``folder``; empty if whole or not there.

    ``new`` is the edition in ``folder``, ``earlier`` are the ids before it in the index.
    """
    return _read(folder, new, earlier, edition_of)[1]


def load_map(
    folder: Path, new: Edition, earlier: Sequence[str], edition_of: EditionOf
) -> EditionMap | None:
    """The map in ``folder``, None without one; the first finding as DigicomError if broken."""
    map, findings = _read(folder, new, earlier, edition_of)
    if findings:
        raise findings[0].error()
    return map


def _read(
    folder: Path, new: Edition, earlier: Sequence[str], edition_of: EditionOf
) -> tuple[EditionMap | None, tuple[EditionFinding, ...]]:
    try:
        content = read_files(folder).get(MAP)
    except OSError:
        return None, (EditionFinding("unreadable", MAP, NO_ITEM, NO_ITEM, {}),)
    if content is None:
        return None, ()
    files, reading = ParsedFiles({MAP: content}), Reading()
    top = reading.table(files.toml(MAP) or {}, MAP, NO_ITEM)
    old = top.line("from")
    if old and old not in earlier:
        top.report("from", "not_a_choice", choices=", ".join(earlier) or NO_ITEM)
    # Without the edition before, no other line can be judged.
    findings = tuple(files.findings or reading.findings)
    if findings:
        return None, findings
    map = _build(top, edition_of(old), new)
    reading.report_unknown_keys()
    return map, tuple(reading.findings)


def _build(top: Table, old: Edition, new: Edition) -> EditionMap:
    items = _successors(top, "items", old.item_ids, new.item_ids)
    return EditionMap(
        old=old.id,
        new=new.id,
        items=MappingProxyType(items),
        business_types=MappingProxyType(
            _successors(top, "business_types", _type_ids(old), _type_ids(new))
        ),
        practices=MappingProxyType(
            _parts(top, "practices", _owners(old, _practices), _owners(new, _practices), items)
        ),
        indicators=MappingProxyType(
            _parts(top, "indicators", _owners(old, _indicators), _owners(new, _indicators), items)
        ),
        review=top.flag("review"),
    )


def _type_ids(edition: Edition) -> list[str]:
    return [kind.id for kind in edition.business_types]


def _practices(item: Item) -> list[str]:
    return [practice.id for practice in item.practices]


def _indicators(item: Item) -> list[str]:
    return [indicator.id for indicator in item.indicators]


def _owners(edition: Edition, parts: Callable[[Item], list[str]]) -> dict[str, str]:
    """The item of each part."""
    return {id: item.id for item in edition.items for id in parts(item)}


def _successors(
    top: Table,
    key: str,
    old: Sequence[str] | Mapping[str, str],
    new: Sequence[str] | Mapping[str, str],
) -> dict[str, str]:
    """The table ``key``, whose ids must be known, and none of the new ones there twice."""
    if top.says(key, SAME):
        return {id: id for id in old if id in new}
    successors = dict(top.table(key).pairs())
    taken: set[str] = set()
    for before, after in successors.items():
        for id, known in ((before, old), (after, new)):
            if id not in known:
                top.report(f"{key}.{before}", "unknown_id", value=id)
        if after in taken:
            top.report(f"{key}.{before}", "repeated_id", value=after)
        taken.add(after)
    return successors


def _parts(
    top: Table, key: str, old: Mapping[str, str], new: Mapping[str, str], items: Mapping[str, str]
) -> dict[str, str]:
    """The same for parts of items: what they belong to must have become what these belong to."""
    successors = _successors(top, key, old, new)
    strays = [
        before
        for before, after in successors.items()
        if before in old and after in new and items.get(old[before]) != new[after]
    ]
    for before in strays:
        after = successors.pop(before)
        if not top.says(key, SAME):
            top.report(f"{key}.{before}", "other_item", value=after)
    return successors
