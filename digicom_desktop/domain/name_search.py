"""Finds names in running text, however they are spaced and in whichever width they are typed."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Controls, soft hyphen, zero width, direction overrides, variation selectors, tags: they draw
# nothing, and a direction override would let a text pretend to be another one.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_SHORTEST = 2
"""One character is no name: replacing every surname would leave nothing to read."""
_LOOSE = 4
"""A shorter name in Latin letters is only found as a word of its own."""
_WIDE = 0xFEE0
"""A full-width character is this far from its half-width one."""


def visible(text: str) -> str:
    """``text`` without characters that nobody sees: they must not hide a name."""
    return _INVISIBLE.sub("", text)


@dataclass(frozen=True, slots=True)
class NameSearch:
    """Names to find and what replaces each of them."""

    pattern: re.Pattern[str]
    neutral: tuple[str, ...]
    """What replaces the name of each group of ``pattern``."""

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "NameSearch":
        """A search for the keys of ``names``, each made by ``searchable``."""
        # Longer ones first: a part of a name must not be taken out of the whole.
        ordered = sorted(names, key=len, reverse=True)
        pattern = "|".join(f"({_pattern(name)})" for name in ordered) or "(?!)"
        return cls(re.compile(pattern, re.IGNORECASE), tuple(names[name] for name in ordered))

    def replaced(self, text: str) -> str:
        """``text`` with what is neutral in place of the names."""
        return self.pattern.sub(
            lambda found: self.neutral[(found.lastindex or 1) - 1], visible(text)
        )


def searchable(texts: Sequence[str]) -> Iterator[str]:
    """Those of ``texts`` that are long enough to be looked for."""
    for text in texts:
        name = " ".join(visible(text).split())
        if len(name.replace(" ", "")) >= _SHORTEST:
            yield name


def _pattern(name: str) -> str:
    """A regular expression without groups."""
    pieces = [_character(name[0])]
    for before, after in pairwise(name):
        if after == " ":
            continue
        pieces.append(_between(before, after))
        pieces.append(_character(after))
    pattern = "".join(pieces)
    if len(name) < _LOOSE and name.isascii():
        return f"(?<![0-9A-Za-z]){pattern}(?![0-9A-Za-z])"
    return pattern


def _between(before: str, after: str) -> str:
    """What may stand between two characters of a name; digits are often grouped."""
    if before.isdigit() and after.isdigit():
        return r"[\s-]*"
    is_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return "" if is_word else r"\s*"


def _character(character: str) -> str:
    narrow = unicodedata.normalize("NFKC", character)
    forms = {character}
    if len(narrow) == 1:
        forms.add(narrow)
        if "!" <= narrow <= "~":
            forms.add(chr(ord(narrow) + _WIDE))
    return "[" + "".join(re.escape(form) for form in sorted(forms)) + "]"
