"""What must hold of an item's decision aid, examples, practices and evidence."""

import re
from collections.abc import Iterator

from digicom_desktop.domain.decision_aid import LEVELS, ends
from digicom_desktop.domain.guideline import Edition, Illustration, Item
from digicom_desktop.library.edition_files import GLOSSARY
from digicom_desktop.library.findings import EditionFinding

_TOP_LEVEL = 4
_STRONG = (3, 4)
_WEAK = (0, 1, 2)
_GRADES = (2, 3)


def broken_guidance(item: Item, edition: Edition) -> Iterator[EditionFinding]:
    """All rules that the guidance of ``item`` breaks."""
    if any(other.aid for other in edition.items):
        yield from _left_out(item)
    yield from _aid(item)
    if item.examples:
        yield from _examples(item, edition)
    for place, practice in enumerate(item.practices, 1):
        if practice.level is not None and not 1 <= practice.level <= _TOP_LEVEL:
            field = f"practices[{place}].level"
            yield _finding(item, field, "out_of_range", least=1, most=_TOP_LEVEL)
    for place, hint in enumerate(item.evidence, 1):
        if hint.grade is not None and hint.grade not in _GRADES:
            field = f"evidence[{place}].grade"
            yield _finding(item, field, "out_of_range", least=_GRADES[0], most=_GRADES[-1])


def broken_glossary(edition: Edition) -> Iterator[EditionFinding]:
    """Terms with one id, or one name, must be one term."""
    seen: set[str] = set()
    for place, term in enumerate(edition.glossary, 1):
        for key, value in (("id", term.id), ("zh", term.name.zh)):
            if f"{key} {value}" in seen:
                field = f"terms[{place}].{key}"
                yield EditionFinding("repeated_id", GLOSSARY, "–", field, {"value": value})
            seen.add(f"{key} {value}")


def _finding(item: Item, field: str, problem: str, **values: object) -> EditionFinding:
    return EditionFinding(problem, f"items/{item.id}.toml", item.id, field, values)


def _left_out(item: Item) -> Iterator[EditionFinding]:
    """An edition may do without guidance, but not here and there."""
    parts: list[tuple[str, object]] = [
        ("core", item.core),
        ("counts", item.counts),
        ("excluded", item.excluded),
        ("aid", item.aid),
        ("examples", item.examples),
        ("not_applicable.zero", item.zero_hint),
        *((f"practices[{n}].level", p.level) for n, p in enumerate(item.practices, 1)),
        *((f"evidence[{n}].grade", hint.grade) for n, hint in enumerate(item.evidence, 1)),
    ]
    for field, said in parts:
        if said in (None, ()):
            yield _finding(item, field, "missing")


def _aid(item: Item) -> Iterator[EditionFinding]:
    if not item.aid:
        return  # An edition may do without.
    yield from _questions(item)
    try:
        missing = set(LEVELS.values()) - ends(item.aid)
    except ValueError as error:
        # A question that is not there has been found already.
        if any(question.id == str(error) for question in item.aid):
            yield _finding(item, "aid", "leads_round", value=str(error))
        return
    for level in sorted(missing):
        yield _finding(item, "aid", "level_left_out", level=level)


def _questions(item: Item) -> Iterator[EditionFinding]:
    """Ids are the item's own, and answers lead to a level or to a question that is there."""
    form = re.compile(rf"{re.escape(item.id)}\.q[1-9]\d*")
    ids = [question.id for question in item.aid]
    for place, question in enumerate(item.aid, 1):
        field = f"aid[{place}]"
        if not form.fullmatch(question.id):
            example = f"{item.id}.q1"
            yield _finding(item, f"{field}.id", "id_form", value=question.id, example=example)
        if question.id in ids[: place - 1]:
            yield _finding(item, f"{field}.id", "repeated_id", value=question.id)
        for key, target in (("yes", question.yes), ("no", question.no)):
            if target not in LEVELS and target not in ids:
                yield _finding(item, f"{field}.{key}", "unknown_id", value=target)


def _examples(item: Item, edition: Edition) -> Iterator[EditionFinding]:
    """One for every kind of business that the item applies to, and for no other."""
    known = [kind.id for kind in edition.business_types]
    wanted = [id for id in known if id not in item.not_applicable_types]
    given = [example.business_type for example in item.examples]
    for place, example in enumerate(item.examples, 1):
        field = f"examples[{place}]"
        if example.business_type not in wanted:
            yield _finding(item, f"{field}.type", "unknown_id", value=example.business_type)
        if example.business_type in given[: place - 1]:
            yield _finding(item, f"{field}.type", "repeated_id", value=example.business_type)
        yield from _levels(item, f"{field}.strong", example.strong, _STRONG)
        yield from _levels(item, f"{field}.weak", example.weak, _WEAK)
    for id in wanted:
        if id not in given:
            yield _finding(item, "examples", "no_example", value=id)


def _levels(
    item: Item, field: str, illustration: Illustration, levels: tuple[int, ...]
) -> Iterator[EditionFinding]:
    if illustration.level not in levels:
        yield _finding(item, f"{field}.level", "out_of_range", least=levels[0], most=levels[-1])
