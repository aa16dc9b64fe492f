"""What passes for canonical content can be relied on; the schema says the same."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st
from jsonschema import Draft202012Validator

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.content import content
from digicom_desktop.domain.content_shape import MOST_CHARACTERS, MOST_ENTRIES, require_content
from digicom_desktop.domain.text import clean
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from tests.domain.random_assessments import assessments
from tests.domain.random_ratings import EDITION, LIBRARY
from tests.domain.reports import report_of

_SCHEMA = Draft202012Validator(
    json.loads((resources_folder() / "schema/content.schema.json").read_text(encoding="utf-8"))
)
_ALIEN: list[Any] = [
    0, 1, 2, 5, -1, 10**16, True, False, "x", "长期", "a\x00b", "\u2028",
    "x" * (MOST_CHARACTERS + 1), "1.1-01", "a1", "0" * 64, "open", "B", [], ["x"], [1],
    {}, {"typed": "x"}, {"x": "x"}, {"x": 1},
]  # fmt: skip
"""What somebody may write in the place of anything."""


def _said(assessment: Assessment) -> Any:
    return json.loads(canonical_bytes(content(EDITION, assessment, LIBRARY.metrics())))


def is_content(value: Any) -> bool:
    """Whether the program takes ``value`` for content."""
    try:
        require_content(canonical_bytes(value))
    except DigicomError:
        return False
    return True


@given(assessments())
def test_whatever_the_program_says_is_content(assessment: Assessment) -> None:
    said = _said(assessment)
    assert is_content(said)
    _SCHEMA.validate(said)


def test_the_sample_is_content() -> None:
    said = _said(LIBRARY.sample())
    assert is_content(said)
    _SCHEMA.validate(said)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in ``value`` at which something stands: what holds it, and the key."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    found = [(value, key) for key in keys]
    for key in keys:
        if isinstance(value[key], dict | list):
            found += _places(value[key])
    return found


@given(assessments(), st.data())
def test_program_and_schema_refuse_the_same(assessment: Assessment, data: st.DataObject) -> None:
    said = _said(replace(LIBRARY.sample(), plan=assessment.plan, previous=assessment.previous))
    holder, key = data.draw(st.sampled_from(_places(said)))
    alien = data.draw(st.sampled_from(_ALIEN))
    match data.draw(st.sampled_from(["put", "drop", "add"])):
        case "put":
            holder[key] = alien
        case "drop":
            del holder[key]
        case _ if isinstance(holder, dict):
            holder[data.draw(st.sampled_from(["x", "level", "file", "typed"]))] = alien
        case _:
            holder.append(alien)
    ids = [action.get("id") for action in _actions(said)]
    assume(len(ids) == len(set(map(str, ids))))  # which no schema can say
    assert is_content(said) == _SCHEMA.is_valid(said)


def _actions(said: Any) -> list[Any]:
    plan = said.get("plan")
    actions = plan.get("actions") if isinstance(plan, dict) else None
    found = actions if isinstance(actions, list) else []
    return [action for action in found if isinstance(action, dict)]


def test_two_actions_of_one_id_are_refused() -> None:
    said = _said(LIBRARY.sample())
    action = {"id": "a1", "item": "1.1", "state": "open"}
    said["plan"] = {"actions": [action]}
    assert is_content(said)
    said["plan"] = {"actions": [action, action]}
    assert not is_content(said)


def test_content_without_end_is_refused() -> None:
    said = _said(LIBRARY.sample())
    said["business_types"] = ["x"] * MOST_ENTRIES
    assert is_content(said)
    said["business_types"] = ["x"] * (MOST_ENTRIES + 1)
    assert not is_content(said)


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "unreadable"),
        (b"\xff", "unreadable"),
        (b"[" * 200_000, "unreadable"),
        (b"9" * 10_000, "unreadable"),
        (b'{"format":2}', "newer"),
        (b'{"format":true}', "unreadable"),
        (b'{"format":1e9}', "unreadable"),
        (b'"\\ud800"', "unreadable"),
        (b'{"format":1,"format":1}', "unreadable"),
        (b'{"format":NaN}', "unreadable"),
    ],
)
def test_bytes_that_are_no_canonical_content_are_refused(data: bytes, id: str) -> None:
    with pytest.raises(DigicomError, match=rf"assessment\.{id}"):
        require_content(data)


@given(assessments(), st.data())
def test_whatever_passes_gives_a_report(assessment: Assessment, data: st.DataObject) -> None:
    """Unknown ids and odd values are shown or left out, and never the end of the program."""
    from digicom_desktop.domain.content_reader import read_content

    said = _said(assessment)
    for holder, key in data.draw(st.lists(st.sampled_from(_places(said)), max_size=3)):
        if isinstance(holder, dict) and key in holder:
            holder[key] = data.draw(st.sampled_from(_ALIEN))
    assume(is_content(said) and said["edition"]["id"] == EDITION.id)
    report = report_of(read_content(canonical_bytes(said)))
    assert clean(report.firm) == report.firm
