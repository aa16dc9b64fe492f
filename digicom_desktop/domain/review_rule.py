"""A rule of the check: its id, its class, and how it makes a finding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType

from digicom_desktop.domain.canonical import Json
from digicom_desktop.domain.finding import Finding, Said
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.judgement import Judgement, warning

_MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; its sentence is ``review.{id}``, what to do may stand at ``review.hint.{id}``."""

    id: str
    class_: FindingClass

    def found(
        self, subject: str, place: str, values: Iterable[Json] = (), /, **said: Said
    ) -> Finding:
        """What this rule found at ``subject``; ``values`` are exactly what it found wanting."""
        return Finding(self.id, self.class_, subject, place, MappingProxyType(said), tuple(values))


def must_fix(id: str) -> Rule:
    """A rule of class A."""
    return Rule(id, FindingClass.MUST_FIX)


def explain(id: str) -> Rule:
    """A rule of class B."""
    return Rule(id, FindingClass.EXPLAIN)


def verify(id: str) -> Rule:
    """A rule of class C."""
    return Rule(id, FindingClass.VERIFY)


def hint(id: str) -> Rule:
    """A rule of class D."""
    return Rule(id, FindingClass.HINT)


def joined(parts: Sequence[Judgement], last: str = "review.and") -> Judgement:
    """``parts``, one or more, as one text; ``last`` is the sentence that adds the last one."""
    *before, end = parts
    if not before:
        return end
    first = reduce(lambda a, b: warning("review.comma", first=a, second=b), before)
    return warning(last, first=first, second=end)


def shortened(text: str) -> str:
    """The beginning of what somebody typed, on one line, to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"
