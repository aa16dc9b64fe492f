"""Reasons, plan and last year's values ↔ JSON, as stored and as content says them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.canonical import Json
from digicom_desktop.domain.plan import Action, ActionState, Plan
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.statement import FIELDS, Statement

_ACTION_TEXTS = ("text", "owner", "due", "note")


def texts_of(value: object, names: tuple[str, ...]) -> dict[str, Json]:
    """The texts and flags ``names`` of ``value`` that say something."""
    return {name: getattr(value, name) for name in names if getattr(value, name)}


def write_reasons(reasons: Mapping[str, Reason]) -> dict[str, Json]:
    """Reasons by the key of their finding."""
    return {key: _write_reason(reason) for key, reason in reasons.items()}


def read_reasons(value: Mapping[str, Any]) -> Mapping[str, Reason]:
    """The reverse of ``write_reasons``; content does not say for which values they hold."""
    return MappingProxyType({key: Reason(**{"values": "", **said}) for key, said in value.items()})


def write_plan(plan: Plan) -> dict[str, Json]:
    """The whole plan."""
    said: dict[str, Json] = {"issued": plan.issued}
    if plan.targets:
        said["targets"] = dict(plan.targets)
    if plan.actions:
        said["actions"] = [write_action(action) for action in plan.actions]
    return said


def write_action(action: Action) -> dict[str, Json]:
    """One action, its texts as typed."""
    known: dict[str, Json] = {"id": action.id, "item": action.item, "state": action.state.value}
    return known | texts_of(action, _ACTION_TEXTS)


def read_plan(value: Mapping[str, Any]) -> Plan:
    """The reverse of ``write_plan``; also of a plan that does not say how many ids it gave out."""
    actions = tuple(_read_action(said) for said in value.get("actions", ()))
    issued = max((int(action.id.removeprefix("a")) for action in actions), default=0)
    return Plan(
        targets=MappingProxyType(dict(value.get("targets", {}))),
        actions=actions,
        issued=value.get("issued", issued),
    )


def write_previous(previous: Previous) -> dict[str, Json]:
    """All of last year's values."""
    said: dict[str, Json] = {"year": previous.year, **texts_of(previous, ("edition", "code"))}
    answers = {id: _write_answer(answer) for id, answer in previous.answers.items()}
    for name, values in (
        ("answers", answers),
        ("metrics", dict(previous.metrics)),
        ("narratives", dict(previous.narratives)),
    ):
        if values:
            said[name] = values
    return said


def read_previous(value: Mapping[str, Any]) -> Previous:
    """The reverse of ``write_previous``."""
    answers = {id: _read_answer(said) for id, said in value.get("answers", {}).items()}
    return Previous(
        year=value["year"],
        edition=value["edition"],
        code=value.get("code", ""),
        answers=MappingProxyType(answers),
        metrics=MappingProxyType(dict(value.get("metrics", {}))),
        narratives=MappingProxyType(dict(value.get("narratives", {}))),
    )


def _write_reason(reason: Reason) -> dict[str, Json]:
    said = texts_of(reason, ("values", "text"))
    return said | {"verified": True} if reason.verified else said


def _read_action(value: Mapping[str, Any]) -> Action:
    return Action(**{**value, "state": ActionState(value["state"])})


def _write_answer(answer: PreviousAnswer) -> dict[str, Json]:
    said: dict[str, Json] = texts_of(answer, ("reason",))
    for name in ("level", "supported"):
        if (level := getattr(answer, name)) is not None:
            said[name] = level
    if answer.not_applicable:
        said["not_applicable"] = True
    if answer.figures:
        said["figures"] = dict(answer.figures)
    if answer.statement != Statement():
        said["statement"] = texts_of(answer.statement, FIELDS)
    return said


def _read_answer(value: Mapping[str, Any]) -> PreviousAnswer:
    return PreviousAnswer(
        level=value.get("level"),
        supported=value.get("supported"),
        not_applicable=value.get("not_applicable", False),
        reason=value.get("reason", ""),
        figures=MappingProxyType(dict(value.get("figures", {}))),
        statement=Statement(**value.get("statement", {})),
    )
