"""What must hold between the parts of an edition, once each of them could be read."""

import re
from collections.abc import Iterable, Iterator

from digicom_desktop.domain.guideline import Edition, Item, Method
from digicom_desktop.library.edition_files import GUIDELINE
from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.library.guidance_rules import broken_glossary, broken_guidance
from digicom_desktop.library.toml_table import NO_ITEM

_EDITION, _DIRECTIONS, _METHOD = "edition.toml", "directions.toml", "method.toml"
_TOP_LEVEL = 4
# Heading marks and numbers ("### ", "(一)", "二、", "3.") are no words of a clause.
_MARK = re.compile(
    r"#*\s*(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|\d+[.．、])?\s*"
)

_NUMBERED = re.compile(r"#*\s*\d+[.．、]")
_BEGINNING = 20


def broken_rules(edition: Edition, item_files: tuple[str, ...]) -> Iterator[EditionFinding]:
    """All rules that ``edition`` breaks; ``item_files`` are the ids of all items with a file."""
    yield from _ids(edition)
    yield from _unlisted_items(edition, item_files)
    yield from _official_words(edition)
    yield from _method(edition)
    yield from broken_glossary(edition)
    for item in edition.items:
        yield from _item(item, edition)
        yield from broken_guidance(item, edition)


def paragraphs(guideline: str) -> list[str]:
    """The paragraphs and headings of the guideline without marks and numbers."""
    return [_MARK.sub("", line, count=1).strip() for line in guideline.splitlines() if line.strip()]


def _finding(file: str, field: str, problem: str, **values: object) -> EditionFinding:
    return EditionFinding(problem, file, NO_ITEM, field, values)


def _item_finding(item: Item, field: str, problem: str, **values: object) -> EditionFinding:
    return EditionFinding(problem, f"items/{item.id}.toml", item.id, field, values)


def _repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Every id that stood before, with its place counted from 1."""
    seen: set[str] = set()
    for place, id in enumerate(ids, 1):
        if id in seen:
            yield place, id
        seen.add(id)


def _ids(edition: Edition) -> Iterator[EditionFinding]:
    lists = {
        (_EDITION, "momentum"): [area.id for area in edition.momentum],
        (_EDITION, "characteristics"): [trait.id for trait in edition.characteristics],
        (_EDITION, "business_types"): [kind.id for kind in edition.business_types],
        (_DIRECTIONS, "directions"): [direction.id for direction in edition.directions],
    }
    for (file, key), ids in lists.items():
        for place, id in _repeated(ids):
            yield _finding(file, f"{key}[{place}].id", "repeated_id", value=id)
    for place, direction in enumerate(edition.directions, 1):
        if not direction.items:
            yield _finding(_DIRECTIONS, f"directions[{place}].items", "missing")
    for _, id in _repeated(edition.item_ids):
        yield _finding(_DIRECTIONS, "items", "repeated_id", value=id)


def _unlisted_items(edition: Edition, item_files: tuple[str, ...]) -> Iterator[EditionFinding]:
    for id in item_files:
        if id not in edition.item_ids:
            yield EditionFinding("unlisted_item", f"items/{id}.toml", id, "id", {})


def _official_words(edition: Edition) -> Iterator[EditionFinding]:
    """The Chinese of everything official must be a paragraph of the guideline, word for word."""
    official = paragraphs(edition.source)
    for field, text in (("preamble", edition.preamble), ("goal", edition.goal)):
        if text.zh not in official:
            yield _finding(_EDITION, f"{field}.zh", "differs", guideline=GUIDELINE)
    for place, trait in enumerate(edition.characteristics, 1):
        if f"{trait.name.zh}。{trait.clause.zh}" not in official:
            field = f"characteristics[{place}].clause.zh"
            yield _finding(_EDITION, field, "differs", guideline=GUIDELINE)
    yield from _directions(edition, official)
    yield from _clauses(edition, official)


def _directions(edition: Edition, official: list[str]) -> Iterator[EditionFinding]:
    for place, direction in enumerate(edition.directions, 1):
        if direction.name.zh not in official:
            field = f"directions[{place}].name.zh"
            yield _finding(_DIRECTIONS, field, "differs", guideline=GUIDELINE)
        # The official paragraph goes on with a phrase that introduces the clauses.
        if not any(paragraph.startswith(direction.lead.zh) for paragraph in official):
            field = f"directions[{place}].lead.zh"
            yield _finding(_DIRECTIONS, field, "differs", guideline=GUIDELINE)


def _clauses(edition: Edition, official: list[str]) -> Iterator[EditionFinding]:
    last = -1
    for item in edition.items:
        if item.clause.zh not in official:
            yield _item_finding(item, "clause.zh", "differs", guideline=GUIDELINE)
            continue
        place = official.index(item.clause.zh)
        if place <= last:
            yield _item_finding(item, "clause.zh", "out_of_order", guideline=GUIDELINE)
        last = max(place, last)
    yield from _left_out(edition)


def _left_out(edition: Edition) -> Iterator[EditionFinding]:
    """Every numbered paragraph of the guideline is a clause, and none may be forgotten."""
    clauses = {item.clause.zh for item in edition.items}
    for line in edition.source.splitlines():
        if _NUMBERED.match(line):
            (clause,) = paragraphs(line)
            if clause not in clauses:
                clause = clause[:_BEGINNING]
                yield _finding(_DIRECTIONS, "items", "left_out", clause=clause, guideline=GUIDELINE)


def _item(item: Item, edition: Edition) -> Iterator[EditionFinding]:
    yield from _own_ids(item)
    yield from _known_ids(item, edition)
    for place, practice in enumerate(item.practices, 1):
        if practice.basis not in item.clause.zh:
            yield _item_finding(item, f"practices[{place}].basis", "basis_not_in_clause")
    if sum(weight for _, weight in item.characteristics) != 1:
        yield _item_finding(item, "characteristics", "weights")
    most = len(edition.method.suggested_level_by_ticks) - 1
    if 0 <= most < len(item.practices):
        yield _item_finding(item, "practices", "too_many", most=most)


def _own_ids(item: Item) -> Iterator[EditionFinding]:
    """Ids of an item's parts begin with the item's own, so that they are unique everywhere."""
    parts = {
        "practices": ("p", [practice.id for practice in item.practices]),
        "indicators": ("k", [indicator.id for indicator in item.indicators]),
        "evidence": ("e", [hint.id for hint in item.evidence]),
    }
    for key, (letter, ids) in parts.items():
        form = re.compile(rf"{re.escape(item.id)}\.{letter}[1-9]\d*")
        for place, id in enumerate(ids, 1):
            if not form.fullmatch(id):
                yield _item_finding(
                    item, f"{key}[{place}].id", "id_form", value=id, example=f"{item.id}.{letter}1"
                )
        for place, id in _repeated(ids):
            yield _item_finding(item, f"{key}[{place}].id", "repeated_id", value=id)
    for place, step in enumerate(item.next_steps, 1):
        expected = f"{item.id}.s{step.from_level}"
        if step.id != expected:
            field = f"next_steps[{place}].id"
            yield _item_finding(item, field, "id_form", value=step.id, example=expected)


def _known_ids(item: Item, edition: Edition) -> Iterator[EditionFinding]:
    traits = [id for id, _ in item.characteristics]
    lists = (
        ("momentum", item.momentum, {area.id for area in edition.momentum}),
        ("characteristics", traits, {trait.id for trait in edition.characteristics}),
        (
            "not_applicable.types",
            item.not_applicable_types,
            {kind.id for kind in edition.business_types},
        ),
    )
    for field, ids, known in lists:
        for id in ids:
            if id not in known:
                yield _item_finding(item, field, "unknown_id", value=id)
        for _, id in _repeated(ids):
            yield _item_finding(item, field, "repeated_id", value=id)


def _method(edition: Edition) -> Iterator[EditionFinding]:
    method = edition.method
    for id in method.data_items:
        if id not in edition.item_ids:
            yield _finding(_METHOD, "data_items", "unknown_id", value=id)
    if method.depth_share + method.breadth_share != 1:
        yield _finding(_METHOD, "depth_share", "weights")
    if len(method.grade_caps) != len(edition.grade_names):
        yield _finding(_METHOD, "grade_caps", "wrong_length", length=len(edition.grade_names))
    caps = method.grade_caps
    if caps and (list(caps) != sorted(caps) or caps[-1] != _TOP_LEVEL):
        yield _finding(_METHOD, "grade_caps", "caps", top=_TOP_LEVEL)
    if not method.suggested_level_by_ticks:
        yield _finding(_METHOD, "suggested_level_by_ticks", "missing")
    if [gate.level for gate in method.gates] != list(range(1, _TOP_LEVEL + 1)):
        yield _finding(_METHOD, "gates", "gate_order", last=_TOP_LEVEL)
    yield from _method_ranges(method)


def _method_ranges(method: Method) -> Iterator[EditionFinding]:
    """Numbers that are levels or grades must be some, and counts that divide must not be 0."""
    for place, gate in enumerate(method.gates, 1):
        if gate.data_level > _TOP_LEVEL:
            field = f"gates[{place}].data_level"
            yield _finding(_METHOD, field, "out_of_range", least=0, most=_TOP_LEVEL)
    ranges = {
        "points_per_level": (1, 100, (method.points_per_level,)),
        "best_count": (1, 100, (method.best_count,)),
        "most_items_per_evidence": (1, 100, (method.most_items_per_evidence,)),
        "figure_needed_from": (1, _TOP_LEVEL, (method.figure_needed_from,)),
        "level_without_figure": (0, _TOP_LEVEL, (method.level_without_figure,)),
        "evidenced_grade": (0, len(method.grade_caps) - 1, (method.evidenced_grade,)),
        "grade_caps": (0, _TOP_LEVEL, method.grade_caps),
        "suggested_level_by_ticks": (0, _TOP_LEVEL, method.suggested_level_by_ticks),
        "momentum_effective_from": (1, _TOP_LEVEL, (method.momentum_effective_from,)),
        "momentum_growing_from": (1, _TOP_LEVEL, (method.momentum_growing_from,)),
    }
    for field, (least, most, numbers) in ranges.items():
        if any(not least <= number <= most for number in numbers):
            yield _finding(_METHOD, field, "out_of_range", least=least, most=most)
