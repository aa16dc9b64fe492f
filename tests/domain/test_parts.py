"""Stored parts and canonical content of an assessment."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import (
    Answer,
    Assessment,
    Evidence,
    EvidenceRegister,
    Figure,
)
from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.company import TEXT_FIELDS, Company, missing
from digicom_desktop.domain.content import content
from digicom_desktop.domain.content_reader import read_content
from digicom_desktop.domain.statement import Statement
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from tests.domain.random_assessments import assessments

_LIBRARY = Library(resources_folder())
_EDITION = _LIBRARY.edition("mofcom-trial-2")


def _content(assessment: Assessment) -> Any:
    return content(_EDITION, assessment, _LIBRARY.metrics())


@given(assessments())
def test_content_that_is_read_says_the_same_again(assessment: Assessment) -> None:
    canonical = canonical_bytes(_content(assessment))
    read = read_content(canonical)

    assert canonical_bytes(_content(read)) == canonical
    # What was read is as it would be stored, too.
    assert parts.decode(parts.parts(read)) == read


@pytest.mark.parametrize("alien", [b"", b"[]", b"{}", b'{"format":1}', b"\xff", b"null"])
def test_what_is_no_content_is_refused(alien: bytes) -> None:
    with pytest.raises(DigicomError, match=r"assessment\.unreadable"):
        read_content(alien)


def test_content_of_a_newer_program_is_refused_by_name() -> None:
    with pytest.raises(DigicomError, match=r"assessment\.newer"):
        read_content(b'{"format":2}')


def test_last_years_answer_counts_from_its_first_change_on() -> None:
    old = Answer("1.1", level=3, to_confirm=True)
    carried = Assessment("mofcom-trial-2", Company(year=2025), answers={"1.1": old})

    assert not carried.answer("1.1").is_answered
    assert not carried.with_answer(replace(old, later=True)).answer("1.1").is_answered
    assert carried.with_answer(replace(old, level=2)).answer("1.1").is_answered


@given(assessments())
def test_an_assessment_comes_back_from_its_parts_as_it_was(assessment: Assessment) -> None:
    assert parts.decode(parts.parts(assessment)) == assessment


@given(assessments(), assessments())
def test_writing_what_differs_turns_one_assessment_into_another(
    before: Assessment, after: Assessment
) -> None:
    stored = parts.parts(before)
    for key in parts.changed(before, after):
        if parts.is_kept(after, key):
            stored[key] = parts.encode(after, key)
        else:
            del stored[key]

    assert stored == parts.parts(after)


@given(assessments())
def test_every_assessment_has_canonical_content(assessment: Assessment) -> None:
    said = _content(assessment)

    assert json.loads(canonical_bytes(said)) == said


def test_content_says_what_was_meant_not_how_it_was_typed() -> None:
    company = Company(year=2025, employees="1,200人", revenue="１２６０．５０ 万元")
    answer = Answer("1.1", level=3).with_figure("1.1.k1", Figure(current="12.50 %"))
    said: Any = _content(Assessment("mofcom-trial-2", company).with_answer(answer))

    assert said["company"] == {"employees": 1200, "revenue": "1260.5"}
    assert said["answers"]["1.1"] == {
        "level": 3,
        "figures": {"1.1.k1": {"current": "12.5"}},
    }


def test_what_was_typed_wrongly_is_kept_as_typed_in_the_content_of_a_draft() -> None:
    answer = Answer("1.1").with_figure("1.1.k1", Figure(current="约一成"))
    said: Any = _content(Assessment("mofcom-trial-2", Company(year=2025)).with_answer(answer))

    assert said["answers"]["1.1"]["figures"]["1.1.k1"] == {"current": {"typed": "约一成"}}


def test_the_mark_to_come_back_to_an_item_is_not_part_of_what_the_firm_says() -> None:
    plain = Assessment("mofcom-trial-2", Company(year=2025)).with_answer(Answer("1.1", level=2))
    marked = plain.with_answer(replace(plain.answer("1.1"), later=True))

    assert _content(plain) == _content(marked)


def test_every_field_of_the_firm_is_part_of_the_content() -> None:
    assert {field.name for field in fields(Company)} == {"year", *TEXT_FIELDS}
    for name in TEXT_FIELDS:
        company = Company(2025, **{name: "2025"})
        said: Any = _content(Assessment("mofcom-trial-2", company))
        assert name in said["company"]


@pytest.mark.parametrize(
    "damage",
    [
        {"company": b"{"},
        {"company": b"[]"},
        {"company": b'{"year":2025,"unknown":"x"}'},
        {"profile": b"{}"},
        {"answer/1.1": b'{"levels":3}'},
        {"evidence": b'{"entries":[{}],"issued":{}}'},
        {"metrics": b"[]"},
        {"metrics": b'{"ec_sales":{"now":"1"}}'},
    ],
)
def test_parts_that_this_program_did_not_write_are_a_known_failure(
    damage: dict[str, bytes],
) -> None:
    stored = parts.parts(Assessment("mofcom-trial-2", Company(year=2025)))

    with pytest.raises(DigicomError, match=r"assessment\.unreadable"):
        parts.decode({**stored, **damage})


def test_parts_of_a_newer_program_are_refused_by_name() -> None:
    stored = parts.parts(Assessment("mofcom-trial-2", Company(year=2025)))
    stored["profile"] = b'{"business_types":[],"edition":"mofcom-trial-2","format":3}'

    with pytest.raises(DigicomError, match=r"assessment\.newer"):
        parts.decode(stored)


def test_a_number_of_evidence_is_given_once_and_kept() -> None:
    register = EvidenceRegister()
    for _ in range(2):
        number = register.next_number("1.1")
        register = register.with_new(Evidence(number, items=("1.1", "4.2")))
    register = register.without("1.1-02")

    assert register.next_number("1.1") == "1.1-03"
    assert register.next_number("4.2") == "4.2-01"
    assert [entry.number for entry in register.of_item("4.2")] == ["1.1-01"]


def test_a_field_of_invisible_characters_says_nothing() -> None:
    invisible = "\u200b\u3000 "
    assert Statement(invisible, invisible, invisible, invisible).filled == 0
    assert Statement("云", "2024", "仓库", "程").is_structured
    assert "name" in missing(Company(2025, name=invisible))


def test_what_was_stored_before_a_field_was_asked_reads_as_blank() -> None:
    stored = parts.parts(Assessment("mofcom-trial-2", Company(year=2025, name="茶厂")))
    assert stored["company"] == '{"name":"茶厂","year":2025}'.encode()

    company = parts.decode(stored).company
    assert (company.postcode, company.industry_detail) == ("", "")
