"""Back from a draft to what was finalised, keeping how unchanged things were typed."""

import json
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.content_reader import read_content

_WHOLE = MappingProxyType(
    {"company": "company", "metrics": "metrics", "evidence": "evidence", "plan": "plan"}
)
"""Parts that are taken from one side or the other, by what they are called in content."""


def gone_back(draft: Assessment, content: bytes, finalised: bytes) -> Assessment:
    """``draft``, of which ``content`` is what it says, saying what ``finalised`` says.

    What says the same already stays as it was typed: ticks of an item that does not apply, marks
    to come back, 12345678元. Numbers of evidence are never given out twice.
    """
    said = read_content(finalised)
    now, then = json.loads(content), json.loads(finalised)
    kept = {name: getattr(draft, name) for name, key in _WHOLE.items() if _same(key, now, then)}
    answers = dict(draft.answers)
    of_now, of_then = now.get("answers", {}), then.get("answers", {})
    for item in of_now.keys() | of_then.keys():
        if of_now.get(item) != of_then.get(item):
            answers[item] = said.answers.get(item, Answer(item))
    back = replace(said, answers=MappingProxyType(_without_blanks(answers)), **kept)
    register = replace(back.evidence, issued=draft.evidence.issued)
    return replace(back, evidence=register)


def _same(key: str, now: dict[str, Any], then: dict[str, Any]) -> bool:
    keys = (key, "year") if key == "company" else (key,)
    return all(now.get(key) == then.get(key) for key in keys)


def _without_blanks(answers: dict[str, Answer]) -> dict[str, Answer]:
    return {item: answer for item, answer in answers.items() if answer != Answer(item)}
