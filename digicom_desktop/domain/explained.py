"""Findings as they were explained when an assessment was finalised (审核说明): kept in its content.

A later program may check by other rules, and another day may find other things; what was printed
with a revision is printed with it for ever.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digicom_desktop.domain.canonical import Json, canonical_bytes
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.text import Language, LocalizedText
from digicom_desktop.domain.words import Words

_KEY = "explained"


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding of class B or C, with its sentence in both languages and what was said."""

    key: str
    class_: FindingClass
    subject: str
    place: str
    sentence: LocalizedText
    reason: Reason


def explained(
    findings: Iterable[Finding], reasons: Mapping[str, Reason], zh: Words, en: Words
) -> tuple[Explained, ...]:
    """The ``findings`` to which a reason was given that holds, in their order."""
    return tuple(
        Explained(
            finding.key,
            finding.class_,
            finding.subject,
            finding.place,
            LocalizedText(zh=finding.sentence(zh), en=finding.sentence(en)),
            reason,
        )
        for finding in findings
        if finding.class_ in (FindingClass.EXPLAIN, FindingClass.VERIFY)
        and (reason := finding.reason_of(reasons)) is not None
    )


def with_explained(canonical: bytes, entries: Sequence[Explained]) -> bytes:
    """The content ``canonical`` of an assessment, with what was explained."""
    said: dict[str, Json] = json.loads(canonical)
    if entries:
        said[_KEY] = [_written(entry) for entry in entries]
    return canonical_bytes(said)


def draft_form(canonical: bytes) -> bytes:
    """What a draft must say to be the same as ``canonical``, of a draft or a revision.

    How far the actions of a plan are is not a part of it: they are carried out after finalising.
    """
    said: dict[str, Any] = json.loads(canonical)
    said.pop(_KEY, None)
    for action in said.get("plan", {}).get("actions", ()):
        for progress in ("state", "note"):
            action.pop(progress, None)
    return canonical_bytes(said)


def read_explained(canonical: bytes) -> tuple[Explained, ...]:
    """The reverse of ``with_explained``; content that ``read_content`` takes."""
    said = json.loads(canonical)
    reasons = said.get("reasons", {})
    return tuple(_read(entry, reasons.get(entry["key"], {})) for entry in said.get(_KEY, ()))


def _written(entry: Explained) -> dict[str, Json]:
    said: dict[str, Json] = {
        "key": entry.key,
        "class": entry.class_.value,
        "place": entry.place,
        "zh": entry.sentence.in_(Language.ZH),
        "en": entry.sentence.in_(Language.EN),
    }
    return said | {"subject": entry.subject} if entry.subject else said


def _read(entry: Mapping[str, Any], reason: Mapping[str, Any]) -> Explained:
    return Explained(
        key=entry["key"],
        class_=FindingClass(entry["class"]),
        subject=entry.get("subject", ""),
        place=entry["place"],
        sentence=LocalizedText(zh=entry["zh"], en=entry["en"]),
        reason=Reason("", reason.get("text", ""), verified=reason.get("verified", False)),
    )
