"""Canonical content → the assessment that says it, as a revision or a hand-in holds it."""

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
)
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.content import FORMAT
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.year_parts import read_plan, read_previous, read_reasons
from digicom_desktop.errors import DigicomError


def read_content(canonical: bytes) -> Assessment:
    """The assessment of which ``canonical`` is the content.

    Figures and dates come back in their plain form; what content leaves out (ticks of an item that
    does not apply, marks to come back) is gone. Raises DigicomError ``assessment.newer`` for
    content of a newer program, ``assessment.unreadable`` for what is none.
    """
    try:
        value = json.loads(canonical)
        if value["format"] > FORMAT:
            raise DigicomError("assessment.newer")
        return Assessment(
            edition=value["edition"]["id"],
            company=Company(year=value["year"], **_texts(value.get("company", {}))),
            profile=frozenset(value.get("business_types", ())),
            answers=MappingProxyType(_answers(value.get("answers", {}))),
            evidence=_register(value.get("evidence", {})),
            metrics=MappingProxyType(
                {id: MetricValue(**_texts(said)) for id, said in value.get("metrics", {}).items()}
            ),
            reasons=read_reasons(value.get("reasons", {})),
            plan=_plan(value.get("plan", {})),
            previous=read_previous(value["previous"]) if "previous" in value else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DigicomError("assessment.unreadable") from error


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    """What stands in the field: a number in its plain form, a wrong text as it was typed."""
    return str(value["typed"] if isinstance(value, dict) else value)


def _answers(values: Mapping[str, Any]) -> dict[str, Answer]:
    answers = {item: _answer(item, said) for item, said in values.items()}
    return {item: answer for item, answer in answers.items() if answer != Answer(item)}


def _answer(item: str, value: Mapping[str, Any]) -> Answer:
    if excused := value.get("not_applicable"):
        reason = "" if excused is True else excused
        return Answer(item, not_applicable=True, reason=reason, to_confirm="to_confirm" in value)
    figures = {id: Figure(**_texts(said)) for id, said in value.get("figures", {}).items()}
    return Answer(
        item=item,
        level=value.get("level"),
        practices=frozenset(value.get("practices", ())),
        figures=MappingProxyType(figures),
        statement=Statement(**value.get("statement", {})),
        to_confirm="to_confirm" in value,
    )


def _register(values: Mapping[str, Any]) -> EvidenceRegister:
    entries = [_evidence(number, said) for number, said in values.items()]
    issued: dict[str, int] = {}
    for number in values:
        item, _, count = number.rpartition("-")
        issued[item] = max(issued.get(item, 0), int(count))
    return EvidenceRegister(tuple(entries), MappingProxyType(issued)).sorted()


def _evidence(number: str, value: Mapping[str, Any]) -> Evidence:
    file = value.get("file")
    return Evidence(
        number=number,
        title=value.get("title", ""),
        date=_text(value.get("date", "")),
        valid_until=_text(value.get("valid_until", "")),
        proves=value.get("proves", ""),
        grade=value["grade"],
        items=tuple(value.get("items", ())),
        file=EvidenceFile(**file) if file else None,
    )


def _plan(value: Mapping[str, Any]) -> Plan:
    actions = [
        {name: _text(said) if name == "due" else said for name, said in action.items()}
        for action in value.get("actions", ())
    ]
    return read_plan({**value, "actions": actions})
