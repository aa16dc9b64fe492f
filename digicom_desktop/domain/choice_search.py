"""Finding one of many choices by a part of its name, its code, or another word for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from digicom_desktop.domain.text import narrowed

_SHORTEST_LATIN, _SHORTEST = 4, 2
"""Fewest characters of a word that is looked for in what was typed."""
_SHORTEST_WAY = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """``text`` is shown once it is chosen; ``name`` is the part of it that people know it by.

    ``words`` are other names of it; one that ``is_further`` is offered only to who searches.
    """

    code: str
    text: str
    name: str = ""
    words: tuple[str, ...] = ()
    is_further: bool = False


class Fit(IntEnum):
    """How well a choice fits what was typed, best first."""

    EXACT = 0
    WORD = 1
    START = 2
    NAME = 3
    IN_WORD = 4
    TEXT = 5
    LOOSE = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A choice, how well it fits, and the other word that it was found by."""

    choice: Choice
    fit: Fit
    word: str = ""

    @property
    def shown(self) -> str:
        """Its line in a list of what was found."""
        if not self.word:
            return self.choice.text
        brackets = " ({0})" if self.word.isascii() else "（{0}）"
        return self.choice.text + brackets.format(self.word)


def searched(text: str) -> str:
    """What a search compares: 农林牧渔 means 农、林、牧、渔业."""
    return "".join(c for c in narrowed(text).casefold() if c.isalnum())


class ChoiceSearch:
    """Searches ``choices``, each of which is made comparable once."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._all = tuple(_Searched(choice) for choice in choices)

    def find(self, text: str) -> tuple[Found, ...]:
        """What fits ``text``, best first, else in the order of the choices; all for a blank."""
        wanted = searched(text)
        if not wanted:
            blank = () if text.strip() else self._all
            return tuple(Found(s.choice, Fit.TEXT) for s in blank if not s.choice.is_further)
        found = [fit for each in self._all if (fit := each.fit(wanted)) is not None]
        if not found:
            found = [fit for each in self._all if (fit := each.loose_fit(wanted)) is not None]
        return tuple(sorted(found, key=lambda each: each.fit))


def the_one_meant(found: Iterable[Found]) -> Choice | None:
    """The choice that was surely meant: 江西 is 江西省, 零售 is 零售业.

    What is found by a longer text alone, such as that of a section, or further away than what is
    offered anyway, gives way.
    """
    every = tuple(found)
    near = tuple(each for each in every if each.fit <= Fit.IN_WORD)
    exact = tuple(each for each in every if each.fit is Fit.EXACT)
    offered = tuple(each for each in near if not each.choice.is_further)
    for several in (exact, near, offered, () if near else every):
        if len(several) == 1:
            return several[0].choice
    return None


class _Searched:
    """A choice in the form that a search compares."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self._code = searched(choice.code)
        self._name = searched(choice.name or choice.text)
        self._text = searched(choice.text)
        forms = ((searched(word), word) for word in choice.words)
        self._words = tuple((form, word) for form, word in forms if form != self._name)

    def fit(self, wanted: str) -> Found | None:
        """How ``wanted`` is found in the choice, None where it is not."""
        if wanted in (self._code, self._name, self._text):
            return Found(self.choice, Fit.EXACT)
        by_word = self._by_word(wanted)
        if by_word is not None and by_word.fit is Fit.WORD:
            return by_word
        if self._name.startswith(wanted) or self._code.startswith(wanted):
            return Found(self.choice, Fit.START)
        if wanted in self._name:
            return Found(self.choice, Fit.NAME)
        if by_word is not None:
            return by_word
        is_in_text = wanted in self._text and not self.choice.is_further
        return Found(self.choice, Fit.TEXT) if is_in_text else None

    def loose_fit(self, wanted: str) -> Found | None:
        """Whether ``wanted`` has a word for it inside, or leaves out some of the way to it.

        我开网店 has 网店 in it; 浙江义乌 is 浙江省 · 金华市 · 义乌市.
        """
        for form, word in self._words:
            least = _SHORTEST_LATIN if form.isascii() else _SHORTEST
            if len(form) >= least and form in wanted:
                return Found(self.choice, Fit.LOOSE, word)
        is_way = self.choice.is_further and len(wanted) >= _SHORTEST_WAY
        return Found(self.choice, Fit.LOOSE) if is_way and self._leads_to(wanted) else None

    def _by_word(self, wanted: str) -> Found | None:
        inside = [(form, word) for form, word in self._words if wanted in form]
        same = next((word for form, word in inside if form == wanted), "")
        if same:
            return Found(self.choice, Fit.WORD, same)
        return Found(self.choice, Fit.IN_WORD, inside[0][1]) if inside else None

    def _leads_to(self, wanted: str) -> bool:
        """Whether the characters of ``wanted`` come in this order, the last ones in the name."""
        rest = iter(self._text)
        return any(c in self._name for c in wanted[-1:]) and all(c in rest for c in wanted)
