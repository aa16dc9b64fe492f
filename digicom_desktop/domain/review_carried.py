"""Rules of the check: words of last year's answer that still stand in this year's."""

import re
from collections.abc import Iterator

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.canonical import Json
from digicom_desktop.domain.finding import Finding, WordId
from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.previous import PreviousAnswer
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import verify
from digicom_desktop.domain.statement import kept_fields

KEPT = verify("statement.kept")
OLD_YEAR = verify("statement.old_year")

RULES = (KEPT, OLD_YEAR)

_LASTING = frozenset({"since", "person"})
"""When something began, and who looks after it, stays as it was."""


def check_carried(reading: Reading, item: Item, answer: Answer) -> Iterator[Finding]:
    """Findings about the statement of one item, once its answer is this year's."""
    previous = reading.assessment.previous
    if previous is None or not answer.is_answered or answer.not_applicable:
        return
    before = previous.answer(item.id)
    kept = kept_fields(answer.statement, before.statement)
    fields = [name for name in kept if name not in _LASTING]
    texts = {name: str(getattr(answer.statement, name)) for name in fields}
    at = (item.id, f"item/{item.id}#statement")
    if fields and _is_other_level(answer, before):
        values: tuple[Json, ...] = (answer.level or 0, before.level or 0, *texts.values())
        said = {"year": previous.year, "previous": before.level or 0, "level": answer.level or 0}
        yield KEPT.found(*at, values, fields=_names(fields), **said)
        return
    named = [name for name, text in texts.items() if _names_year(text, previous.year)]
    if named:
        values_named: tuple[Json, ...] = (previous.year, *(texts[name] for name in named))
        yield OLD_YEAR.found(*at, values_named, year=previous.year, fields=_names(named))


def _is_other_level(answer: Answer, before: PreviousAnswer) -> bool:
    return before.level is not None and answer.level != before.level


def _names_year(text: str, year: int) -> bool:
    return re.search(rf"(?<!\d){year}(?!\d)", text) is not None


def _names(fields: list[str]) -> tuple[WordId, ...]:
    return tuple(WordId(f"statement.{name}") for name in fields)
