"""Stored parts and canonical content of an assessment."""

import json
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import (
    Answer,
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
    Figure,
    Statement,
)
from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.company import TEXT_FIELDS, Company, missing
from digicom_desktop.domain.content import content
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.text import clean
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_LIBRARY = Library(resources_folder())
_EDITION = _LIBRARY.edition("mofcom-trial-2")

texts = st.text(max_size=30).map(clean)
figures = st.dictionaries(
    st.sampled_from(["1.1.k1", "1.1.k2"]),
    st.builds(Figure, texts, texts).filter(lambda figure: figure != Figure()),
).map(MappingProxyType)
answers = st.builds(
    Answer,
    item=st.sampled_from(_EDITION.item_ids),
    level=st.none() | st.integers(0, 4),
    not_applicable=st.booleans(),
    reason=texts,
    practices=st.frozensets(st.sampled_from(["1.1.p1", "1.1.p2"])),
    figures=figures,
    statement=st.builds(Statement, texts, texts, texts, texts, texts),
    later=st.booleans(),
)
evidence = st.builds(
    Evidence,
    number=st.integers(1, 120).map(lambda n: f"1.1-{n:02d}"),
    title=texts,
    date=texts,
    proves=texts,
    grade=st.sampled_from([2, 3]),
    items=st.lists(st.sampled_from(_EDITION.item_ids), max_size=3, unique=True).map(tuple),
    file=st.none()
    | st.builds(EvidenceFile, st.just("周报.pdf"), st.integers(0, 10**6), st.just("ab" * 32)),
)
metrics = st.dictionaries(
    st.sampled_from(["revenue", "ec_sales", "platform_trade", "of_a_later_version"]),
    st.builds(MetricValue, texts, texts).filter(lambda value: value != MetricValue()),
).map(MappingProxyType)
companies = st.builds(Company, year=st.integers(2000, 2100), **dict.fromkeys(TEXT_FIELDS, texts))


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    assessment = Assessment(
        edition="mofcom-trial-2",
        company=draw(companies),
        profile=draw(st.frozensets(st.sampled_from(["agri", "retailer"]))),
        evidence=EvidenceRegister(
            tuple(draw(st.lists(evidence, max_size=3))), MappingProxyType({"1.1": 120})
        ),
        metrics=draw(metrics),
    )
    for answer in draw(st.lists(answers, max_size=4)):
        assessment = assessment.with_answer(answer)
    return assessment


def _content(assessment: Assessment) -> Any:
    return content(_EDITION, assessment, _LIBRARY.metrics())


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
    stored["profile"] = b'{"business_types":[],"edition":"mofcom-trial-2","format":2}'

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
