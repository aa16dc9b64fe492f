"""Assessment ↔ stored parts: every text as typed, one part per page or item."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.assessment import (
    Answer,
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
    Figure,
    Statement,
)
from digicom_desktop.domain.canonical import Json, canonical_bytes
from digicom_desktop.domain.company import TEXT_FIELDS, Company
from digicom_desktop.domain.metric import YEARS, MetricValue
from digicom_desktop.errors import DigicomError

FORMAT = 1
"""Number of this shape of parts, kept in the part ``profile``."""

_ANSWER = "answer/"
_STATEMENT_FIELDS = ("system", "since", "scope", "person", "note")


def answer_key(item: str) -> str:
    """The part that holds the answer to ``item``."""
    return _ANSWER + item


def parts(assessment: Assessment) -> dict[str, bytes]:
    """All parts of ``assessment`` as canonical bytes."""
    return {key: encode(assessment, key) for key in _keys(assessment)}


def _keys(assessment: Assessment) -> list[str]:
    figures = ["metrics"] if assessment.metrics else []
    answers = (answer_key(item) for item in assessment.answers)
    return ["company", "profile", "evidence", *figures, *answers]


def changed(before: Assessment, after: Assessment) -> frozenset[str]:
    """The keys of the parts in which two values of one assessment differ."""
    keys = {
        answer_key(item)
        for item in before.answers.keys() | after.answers.keys()
        if before.answer(item) != after.answer(item)
    }
    if before.company != after.company:
        keys.add("company")
    if before.profile != after.profile:
        keys.add("profile")
    if before.evidence != after.evidence:
        keys.add("evidence")
    if before.metrics != after.metrics:
        keys.add("metrics")
    return frozenset(keys)


def is_kept(assessment: Assessment, key: str) -> bool:
    """Whether ``assessment`` has a part ``key``: what was taken back, whole, has none."""
    if key == "metrics":
        return bool(assessment.metrics)
    return not key.startswith(_ANSWER) or key.removeprefix(_ANSWER) in assessment.answers


def encode(assessment: Assessment, key: str) -> bytes:
    """The part ``key`` of ``assessment`` as canonical bytes."""
    if key.startswith(_ANSWER):
        return canonical_bytes(_answer(assessment.answer(key.removeprefix(_ANSWER))))
    match key:
        case "company":
            return canonical_bytes(_company(assessment.company))
        case "profile":
            types = sorted(assessment.profile)
            return canonical_bytes(
                {"format": FORMAT, "edition": assessment.edition, "business_types": types}
            )
        case "evidence":
            return canonical_bytes(_register(assessment.evidence))
        case "metrics":
            return canonical_bytes(
                {id: _texts(value, YEARS) for id, value in assessment.metrics.items()}
            )
    raise KeyError(key)


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
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DigicomError("assessment.unreadable") from error


def _company(company: Company) -> Json:
    texts = {name: str(getattr(company, name)) for name in TEXT_FIELDS}
    return {"year": company.year, **{name: text for name, text in texts.items() if text}}


def _answer(answer: Answer) -> Json:
    said: dict[str, Json] = {}
    if answer.level is not None:
        said["level"] = answer.level
    if answer.not_applicable:
        said["not_applicable"] = True
    if answer.reason:
        said["reason"] = answer.reason
    if answer.practices:
        said["practices"] = sorted(answer.practices)
    if answer.figures:
        said["figures"] = {id: _figure(figure) for id, figure in answer.figures.items()}
    if answer.statement != Statement():
        said["statement"] = _texts(answer.statement, _STATEMENT_FIELDS)
    if answer.later:
        said["later"] = True
    return said


def _texts(value: object, names: tuple[str, ...]) -> dict[str, Json]:
    return {name: getattr(value, name) for name in names if getattr(value, name)}


def _figure(figure: Figure) -> Json:
    return _texts(figure, ("current", "previous"))


def _register(register: EvidenceRegister) -> Json:
    return {
        "issued": dict(register.issued),
        "entries": [_entry(entry) for entry in register.entries],
    }


def _entry(entry: Evidence) -> Json:
    said: dict[str, Json] = {"grade": entry.grade, "items": list(entry.items)}
    said |= _texts(entry, ("number", "title", "date", "proves"))
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
