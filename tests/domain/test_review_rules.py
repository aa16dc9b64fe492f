"""Each rule of the check finds what it should, and nothing close to it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.review import RULES, ReviewSource, review
from digicom_desktop.domain.text import Language
from tests.domain import (
    review_cases_answers,
    review_cases_evidence,
    review_cases_figures,
    review_cases_firm,
)
from tests.domain.review_stage import GOOD, LIBRARY, Case, answered, firm, found, source

CASES: Mapping[str, tuple[Case, ...]] = {
    **review_cases_firm.CASES,
    **review_cases_answers.CASES,
    **review_cases_evidence.CASES,
    **review_cases_figures.CASES,
}
_ALL = [
    pytest.param(rule, case, id=f"{rule}-{place}")
    for rule, cases in CASES.items()
    for place, case in enumerate(cases)
]
_AGAIN = [pytest.param(rule, cases[0], id=rule) for rule, cases in CASES.items() if cases[0].again]
_REASONED = (FindingClass.EXPLAIN, FindingClass.VERIFY)
_ALWAYS_THE_SAME = {"profile.empty", "evidence.no_date"}
"""Rules that find something missing: there is no value that could change."""

WORDS = {language: LIBRARY.words(language) for language in Language}


def test_nothing_is_found_at_a_firm_that_is_in_order() -> None:
    assert review(source()) == ()


def test_every_rule_has_cases_and_every_case_a_rule() -> None:
    assert sorted(CASES) == sorted(rule.id for rule in RULES)


def test_every_rule_that_can_be_answered_has_a_case_with_other_values() -> None:
    reasoned = {rule.id for rule in RULES if rule.class_ in _REASONED}
    assert {rule for rule in reasoned if not CASES[rule][0].again} == _ALWAYS_THE_SAME


@pytest.mark.parametrize(("rule", "case"), _ALL)
def test_a_rule_finds_what_is_wrong_and_nothing_close_to_it(rule: str, case: Case) -> None:
    (finding,) = found(rule, case.wrong)
    assert finding.subject == case.subject
    assert found(rule, case.right) == []


@pytest.mark.parametrize(("rule", "case"), _AGAIN)
def test_a_reason_does_not_hold_for_other_values(rule: str, case: Case) -> None:
    assert case.again is not None
    (first,), (second,) = found(rule, case.wrong), found(rule, case.again)
    assert first.values_hash != second.values_hash


@pytest.mark.parametrize(("rule", "case"), _ALL)
def test_a_reason_holds_whatever_else_changes(rule: str, case: Case) -> None:
    """Another address or note; and the next day, if it is found then."""
    (before,), (after,) = found(rule, case.wrong), found(rule, _elsewhere(case.wrong))
    tomorrow = replace(case.wrong, today=case.wrong.today + timedelta(days=1))
    for other in (after, *found(rule, tomorrow)):
        assert (other.key, other.values_hash) == (before.key, before.values_hash)


def _elsewhere(given: ReviewSource) -> ReviewSource:
    assessment = firm(given.assessment, address="别处", honours="无", contact="某")
    statement = replace(assessment.answer("5.3").statement, note="另一段话")
    assessment = answered("5.3", assessment, statement=statement)
    return replace(given, assessment=assessment)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("rule", "case"), _ALL)
def test_what_is_found_can_be_said(rule: str, case: Case, language: Language) -> None:
    """In one sentence, without a place that was not filled in."""
    words = WORDS[language]
    for finding in review(case.wrong):
        sentence, hint = finding.sentence(words), finding.hint(words)
        assert sentence.endswith(("。", ".", '"', "”")), sentence
        for text in (sentence, hint):
            assert not {"{", "}"} & {*text}, text
            assert "None" not in text and "()" not in text and "（）" not in text, text
        assert finding.key.isascii()


def test_a_rule_has_one_id_one_class_and_a_sentence_in_both_languages() -> None:
    ids = [rule.id for rule in RULES]
    assert len({*ids}) == len(ids) >= 40
    for words in WORDS.values():
        assert {f"review.{id}" for id in ids} <= words.sentences.keys()
        hints = [id for id in words.sentences if id.startswith("review.hint.")]
        assert {id.removeprefix("review.hint.") for id in hints} <= {*ids}


def test_every_sentence_of_the_check_is_said() -> None:
    """Of a rule, of a class, or inside another sentence."""
    others = {
        "review.list",
        "review.problem.date",
        "review.problem.day",
        "review.problem.month",
        "review.ground.gain",
    }
    others |= {"review.problem.valid_until", "review.comma", "review.and"}
    others |= {f"review.when.{span}" for span in ("day", "month", "year")}
    others |= {f"review.{kind}.{c}" for kind in ("class", "class_note") for c in FindingClass}
    grounds = "practices evidence level other_year per_employee revenue fall loss below_zero both"
    ticks = ("ticked", "none_ticked")
    others |= {f"review.ground.{ground}" for ground in (*grounds.split(), "gain_stated", *ticks)}
    rules = {f"review.{rule.id}" for rule in RULES}
    for words in WORDS.values():
        said = {id for id in words.sentences if id.startswith("review.")}
        assert {id for id in said if not id.startswith("review.hint.")} == rules | others


def test_a_finding_has_the_class_of_its_rule_and_every_rule_is_listed() -> None:
    classes = {rule.id: rule.class_ for rule in RULES}
    for cases in CASES.values():
        for case in cases:
            for finding in review(case.wrong):
                assert classes[finding.rule] is finding.class_


def test_no_blank_field_that_may_be_blank_is_found() -> None:
    optional = ("address", "postcode", "founded", "email", "ownership", "honours")
    blank = firm(GOOD, **dict.fromkeys((*optional, "total_assets", "person_in_charge"), ""))
    assert review(source(replace(blank, metrics={}))) == ()
