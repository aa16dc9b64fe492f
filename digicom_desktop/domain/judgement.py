"""What is said about a text that somebody typed into a field."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from digicom_desktop.domain.text import LocalizedText
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class Judgement:
    """The sentence ``id`` with ``values``; an error is wrong, all else is worth a second look."""

    id: str
    values: Mapping[str, object]
    is_error: bool

    def sentence(self, words: Words) -> str:
        """What is wrong and what to do."""
        values = {name: _said(value, words) for name, value in self.values.items()}
        return words.say(self.id, **values)


def _said(value: object, words: Words) -> object:
    """Names in the language of ``words``, and judgements inside another as their sentences."""
    match value:
        case Judgement():
            return value.sentence(words)
        case LocalizedText():
            return value.in_(words.language)
    return value


def error(id: str, /, **values: object) -> Judgement:
    """The text is wrong: ``id`` says why."""
    return Judgement(id, MappingProxyType(values), is_error=True)


def warning(id: str, /, **values: object) -> Judgement:
    """The text may be right: ``id`` says what is unusual about it."""
    return Judgement(id, MappingProxyType(values), is_error=False)
