"""Assessment ↔ stored parts: every text as typed, one part per page or item."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.assessment import (
    Answer,
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
    Figure,
)
from digicom_desktop.domain.canonical import Json, canonical_bytes
from digicom_desktop.domain.company import TEXT_FIELDS, Company
from digicom_desktop.domain.metric import YEARS, MetricValue
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.statement import FIELDS, Statement
from digicom_desktop.domain.year_parts import (
    read_plan,
    read_previous,
    read_reasons,
    texts_of,
    write_plan,
    write_previous,
    write_reasons,
)
from digicom_desktop.errors import DigicomError

FORMAT = 2
"""Number of this shape of parts, kept in the part ``profile``."""

_ANSWER = "answer/"
_ALWAYS = ("company", "profile", "evidence")
_OPTIONAL = ("metrics", "reasons", "plan", "previous")


def answer_key(item: str) -> str:
    """The part that holds the answer to ``item``."""
    return _ANSWER + item


def parts(assessment: Assessment) -> dict[str, bytes]:
    """All parts of ``assessment`` as canonical bytes."""
    return {key: encode(assessment, key) for key in _keys(assessment)}


def _keys(assessment: Assessment) -> list[str]:
    optional = [key for key in _OPTIONAL if is_kept(assessment, key)]
    answers = (answer_key(item) for item in assessment.answers)
    return [*_ALWAYS, *optional, *answers]


def changed(before: Assessment, after: Assessment) -> frozenset[str]:
    """The keys of the parts in which two values of one assessment differ."""
    keys = {
        answer_key(item)
        for item in before.answers.keys() | after.answers.keys()
        if before.answer(item) != after.answer(item)
    }
    whole = (*_ALWAYS, *_OPTIONAL)
    return frozenset(keys | {k for k in whole if getattr(before, k) != getattr(after, k)})


def is_kept(assessment: Assessment, key: str) -> bool:
    """Whether ``assessment`` has a part ``key``: what was taken back, whole, has none."""
    if key in _OPTIONAL:
        return getattr(assessment, key) not in ({}, None, Plan())
    return not key.startswith(_ANSWER) or key.removeprefix(_ANSWER) in assessment.answers


def encode(assessment: Assessment, key: str) -> bytes:
    """The part ``key`` of ``assessment`` as canonical bytes."""
    if key.startswith(_ANSWER):
        return canonical_bytes(_answer(assessment.answer(key.removeprefix(_ANSWER))))
    return canonical_bytes(_WRITERS[key](assessment))


def decode(stored: Mapping[str, bytes]) -> Assessment:
    """The assessment that ``stored`` holds.

    Raises DigicomError ``assessment.newer`` for parts of a newer program and
    ``assessment.unreadable`` for parts that this program did not write.
    """
    try:
        values = {key: json.loads(data) for key, data in stored.items()}
        if values["profile"]["format"] > FORMAT:
            raise DigicomError("assessment.newer")
        return Assessment(
            edition=values["profile"]["edition"],
            company=Company(**values["company"]),
            profile=frozenset(values["profile"]["business_types"]),
            answers=MappingProxyType(
                {
                    key.removeprefix(_ANSWER): _read_answer(key.removeprefix(_ANSWER), value)
                    for key, value in values.items()
                    if key.startswith(_ANSWER)
                }
            ),
            evidence=_read_register(values["evidence"]),
            metrics=_read_metrics(values.get("metrics", {})),
            reasons=read_reasons(values.get("reasons", {})),
            plan=read_plan(values.get("plan", {})),
            previous=read_previous(values["previous"]) if "previous" in values else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DigicomError("assessment.unreadable") from error


def _profile(assessment: Assessment) -> Json:
    types = sorted(assessment.profile)
    return {"format": FORMAT, "edition": assessment.edition, "business_types": types}


def _metrics(assessment: Assessment) -> Json:
    return {id: texts_of(value, YEARS) for id, value in assessment.metrics.items()}


def _previous(assessment: Assessment) -> Json:
    return write_previous(assessment.previous) if assessment.previous else {}


def _company(company: Company) -> Json:
    texts = {name: str(getattr(company, name)) for name in TEXT_FIELDS}
    return {"year": company.year, **{name: text for name, text in texts.items() if text}}


def _answer(answer: Answer) -> Json:
    flags = ("not_applicable", "later", "to_confirm")
    said: dict[str, Json] = texts_of(answer, ("reason", *flags))
    if answer.level is not None:
        said["level"] = answer.level
    if answer.practices:
        said["practices"] = sorted(answer.practices)
    if answer.figures:
        said["figures"] = {id: _figure(figure) for id, figure in answer.figures.items()}
    if answer.statement != Statement():
        said["statement"] = texts_of(answer.statement, FIELDS)
    return said


def _figure(figure: Figure) -> Json:
    return texts_of(figure, ("current", "previous"))


def _register(register: EvidenceRegister) -> Json:
    return {
        "issued": dict(register.issued),
        "entries": [_entry(entry) for entry in register.entries],
    }


def _entry(entry: Evidence) -> Json:
    said: dict[str, Json] = {"grade": entry.grade, "items": list(entry.items)}
    said |= texts_of(entry, ("number", "title", "date", "valid_until", "proves"))
    if entry.file is not None:
        said["file"] = {
            "name": entry.file.name,
            "size": entry.file.size,
            "sha256": entry.file.sha256,
        }
    return said


def _read_answer(item: str, value: dict[str, Any]) -> Answer:
    figures = {id: Figure(**figure) for id, figure in value.pop("figures", {}).items()}
    return Answer(
        item=item,
        practices=frozenset(value.pop("practices", ())),
        figures=MappingProxyType(figures),
        statement=Statement(**value.pop("statement", {})),
        **value,
    )


def _read_metrics(value: dict[str, Any]) -> Mapping[str, MetricValue]:
    """Figures that this program does not know are kept: a later one may have typed them."""
    return MappingProxyType({id: MetricValue(**texts) for id, texts in value.items()})


def _read_register(value: dict[str, Any]) -> EvidenceRegister:
    return EvidenceRegister(
        entries=tuple(_read_entry(entry) for entry in value["entries"]),
        issued=MappingProxyType(value["issued"]),
    )


def _read_entry(value: dict[str, Any]) -> Evidence:
    file = value.pop("file", None)
    items = tuple(value.pop("items"))
    return Evidence(items=items, file=EvidenceFile(**file) if file else None, **value)


_WRITERS: Mapping[str, Callable[[Assessment], Json]] = MappingProxyType(
    {
        "company": lambda assessment: _company(assessment.company),
        "profile": _profile,
        "evidence": lambda assessment: _register(assessment.evidence),
        "metrics": _metrics,
        "reasons": lambda assessment: write_reasons(assessment.reasons),
        "plan": lambda assessment: write_plan(assessment.plan),
        "previous": _previous,
    }
)
