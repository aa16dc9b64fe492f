"""What the check (审核) finds: frozen values in four classes."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from digicom_desktop.domain.canonical import Json, canonical_bytes
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.text import LocalizedText, clean
from digicom_desktop.domain.words import Words

SHORTEST_REASON = 6
"""Fewest characters of a reason that can be seen."""

_FEWEST_DIFFERENT = 3
# Controls and formats, marks upon other characters, and blanks.
_UNSEEN = "CMZ"


@dataclass(frozen=True, slots=True)
class WordId:
    """A label that stands among the words by its id ("company.name")."""

    id: str


Said = str | int | LocalizedText | WordId | Judgement | tuple["Said", ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that ``rule`` found.

    ``subject`` is what it was found at: an item ("1.1"), a field ("company.name"), a piece of
    evidence ("1.1-01"), a figure ("1.1.k1") or "" for the assessment; ``place`` is where to jump
    to ("company#name", "item/1.1#1.1.k1", "profile", "plan"). ``said`` fills the sentence
    ``review.{rule}``: ready texts and numbers, names in both languages, labels by WordId, what is
    wrong with a text as Judgement, or several of these to be listed. ``values`` are what was found
    wanting: a reason holds as long as they stay.
    """

    rule: str
    class_: FindingClass
    subject: str
    place: str
    said: Mapping[str, Said] = field(default_factory=lambda: MappingProxyType({}))
    values: tuple[Json, ...] = ()

    @property
    def key(self) -> str:
        """What a reason is kept under; ASCII, the same as long as the thing is the same."""
        return f"{self.rule}:{self.subject}" if self.subject else self.rule

    @property
    def values_hash(self) -> str:
        """The SHA-256 of the values concerned, its first 16 hex digits."""
        # Blank texts are values here too, which canonical content has no place for.
        said = [repr(value) for value in self.values]
        return hashlib.sha256(canonical_bytes(said)).hexdigest()[:16]

    def reason_of(self, reasons: Mapping[str, Reason]) -> Reason | None:
        """What was said about this finding while its values were what they are now."""
        reason = reasons.get(self.key)
        return reason if reason is not None and reason.values == self.values_hash else None

    def is_open(self, reasons: Mapping[str, Reason]) -> bool:
        """Whether something is left to do before finalising."""
        match self.class_:
            case FindingClass.MUST_FIX:
                return True
            case FindingClass.HINT:
                return False
        reason = self.reason_of(reasons)
        if reason is None:
            return True
        is_verified = self.class_ is FindingClass.VERIFY and reason.verified
        return not (is_verified or is_long_enough(reason.text))

    def sentence(self, words: Words) -> str:
        """What was found."""
        return self._say(f"review.{self.rule}", words)

    def hint(self, words: Words) -> str:
        """What to do about it; "" where the sentence says it all."""
        id = f"review.hint.{self.rule}"
        return self._say(id, words) if id in words.sentences else ""

    def _say(self, id: str, words: Words) -> str:
        said = {name: _shown(value, words) for name, value in self.said.items()}
        return words.say(id, **said)


def stamped(reasons: Mapping[str, Reason], findings: Iterable[Finding]) -> Mapping[str, Reason]:
    """``reasons``, those of ``findings`` holding for the values that these have now."""
    hashes = {finding.key: finding.values_hash for finding in findings if finding.key in reasons}
    return MappingProxyType(
        {key: replace(said, values=hashes.get(key, said.values)) for key, said in reasons.items()}
    )


def is_long_enough(text: str) -> bool:
    """Whether ``text`` says enough to be a reason."""
    return not lacking_characters(text)


def lacking_characters(text: str) -> int:
    """How many more characters ``text`` needs at least to be a reason.

    Only what can be seen counts; a letter or ideograph must be among it, and several characters
    that differ: nobody learns anything from "......" or "123456".
    """
    seen = _seen(text)
    has_letter = any(unicodedata.category(c).startswith("L") for c in seen)
    return max(
        SHORTEST_REASON - len(seen), _FEWEST_DIFFERENT - len({*seen}), 0 if has_letter else 1, 0
    )


def says_nothing(text: str) -> bool:
    """Whether ``text`` is long enough for a reason and yet none: "111111"."""
    return len(_seen(text)) >= SHORTEST_REASON and not is_long_enough(text)


def _seen(text: str) -> list[str]:
    return [c for c in clean(text) if unicodedata.category(c)[0] not in _UNSEEN]


def _shown(value: Said, words: Words) -> str:
    match value:
        case LocalizedText():
            return value.in_(words.language)
        case WordId(id):
            return words.say(id)
        case Judgement():
            return value.sentence(words)
        case tuple():
            return words.say("review.list").join(_shown(each, words) for each in value)
    return str(value)
