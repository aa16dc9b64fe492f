"""Which technical words an item uses."""

from collections.abc import Iterator

from digicom_desktop.domain.guideline import Edition, Item, Term


def terms_of(item: Item, edition: Edition) -> tuple[Term, ...]:
    """The terms of the glossary that occur in the Chinese of ``item``, in glossary order."""
    words = "\n".join(_texts(item))
    return tuple(term for term in edition.glossary if term.name.zh in words)


def _texts(item: Item) -> Iterator[str]:
    yield from (item.title.zh, item.clause.zh, item.plain.zh, item.not_applicable_hint.zh)
    said = (item.core, item.counts, item.excluded, item.zero_hint)
    yield from (text.zh for text in said if text is not None)
    yield from (level.text.zh for level in item.levels)
    yield from (practice.text.zh for practice in item.practices)
    yield from (question.text.zh for question in item.aid)
    yield from (step.text.zh for step in item.next_steps)
    yield from (mistake.zh for mistake in item.mistakes)
    for hint in item.evidence:
        yield from (hint.title.zh, hint.shows.zh)
    for indicator in item.indicators:
        yield from (indicator.name.zh, indicator.definition.zh)
    for example in item.examples:
        yield from (example.strong.text.zh, example.weak.text.zh)
