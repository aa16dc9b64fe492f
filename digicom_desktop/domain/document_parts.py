"""The parts of the PDF report, which can be left out one by one."""

from collections.abc import Collection
from enum import StrEnum
from types import MappingProxyType

from digicom_desktop.domain.words import Words


class Part(StrEnum):
    """A part of the report, in the order of the document; cover and contents are always there."""

    DECLARATION = "declaration"
    FIRM = "firm"
    SUMMARY = "summary"
    ITEMS = "items"
    PLAN = "plan"
    EVIDENCE = "evidence"
    REVIEW = "review"
    METHOD = "method"
    OPINION = "opinion"


ALL_PARTS = tuple(Part)

SIGNED = (Part.DECLARATION, Part.OPINION)
"""Pages for ink and seals: a copy for advice has no use for them."""

_NAMES = MappingProxyType(
    {
        Part.DECLARATION: "declaration.title",
        Part.EVIDENCE: "pdf.register.title",
        Part.OPINION: "opinion.title",
    }
)


def part_name(part: Part, words: Words) -> str:
    """What ``part`` is called in contents and choices."""
    return words.say(_NAMES.get(part, f"pdf.{part}.title"))


def ordered_parts(parts: Collection[Part]) -> tuple[Part, ...]:
    """``parts`` in the order of the document, each once."""
    return tuple(part for part in ALL_PARTS if part in parts)
