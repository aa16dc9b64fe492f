from dataclasses import replace
from pathlib import Path

import pytest

from digicom_desktop.domain.assessment import REASON_LIMIT, Answer, Assessment
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.profile import (
    doubtful_items,
    proposals,
    proposed_reason,
    reason_of,
    taken,
    taken_back,
)
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library


@pytest.fixture(scope="module")
def edition() -> Edition:
    library = Library(Path(__file__).parents[2] / "resources")
    return library.edition(library.newest_edition_id())


def test_nothing_is_in_doubt_before_a_type_is_chosen(edition: Edition) -> None:
    assert doubtful_items(edition, frozenset()) == ()


def test_an_item_is_in_doubt_only_if_every_chosen_type_may_leave_it_out(edition: Edition) -> None:
    types = [kind.id for kind in edition.business_types]
    for first in types:
        for second in types:
            for item in doubtful_items(edition, {first, second}):
                assert {first, second} <= set(edition.item(item).not_applicable_types)


def test_never_more_items_are_in_doubt_than_may_be_left_out(edition: Edition) -> None:
    most = edition.method.most_not_applicable
    for kind in edition.business_types:
        assert len(doubtful_items(edition, {kind.id})) <= most


def test_some_type_has_an_item_in_doubt(edition: Edition) -> None:
    assert any(doubtful_items(edition, {kind.id}) for kind in edition.business_types)


def test_the_strongest_reason_comes_first(edition: Edition) -> None:
    strength = [
        len(edition.item(item).not_applicable_types)
        for item in doubtful_items(edition, {"logistics"})
    ]
    assert strength == sorted(strength, reverse=True)


def assessed(edition: Edition, *answers: Answer) -> Assessment:
    """A storage firm that gave ``answers``."""
    assessment = Assessment(edition.id, Company(year=2025), frozenset({"logistics"}))
    for answer in answers:
        assessment = assessment.with_answer(answer)
    return assessment


def test_what_is_rated_or_begun_is_not_proposed(edition: Edition) -> None:
    practice = edition.item("5.1").practices[0].id
    begun = Answer("5.1").with_practice(practice, ticked=True)
    firm = assessed(edition, Answer("6.1", level=0), begun, Answer("5.2", later=True))
    found = [proposal.item for proposal in proposals(edition, firm)]
    assert not {"6.1", "5.1"} & {*found}
    assert "5.2" in found


def test_with_what_is_left_out_elsewhere_no_more_is_proposed_than_the_method_allows(
    edition: Edition,
) -> None:
    most = edition.method.most_not_applicable
    doubtful = doubtful_items(edition, {"logistics"})
    others = [item for item in edition.item_ids if item not in doubtful]
    for count in range(most + 2):
        left_out = [Answer(item, not_applicable=True) for item in others[:count]]
        found = proposals(edition, assessed(edition, *left_out))
        assert len(found) == min(len(doubtful), max(0, most - count))


def test_last_years_answer_is_proposed_anew_with_the_reason_it_had(edition: Edition) -> None:
    words = Library(Path(__file__).parents[2] / "resources").words(Language.EN)
    reason = "We keep goods and move them, nothing else."
    last = Answer("6.1", not_applicable=True, reason=reason, to_confirm=True)
    firm = assessed(edition, last)
    (proposal,) = [each for each in proposals(edition, firm) if each.item == "6.1"]
    assert not proposal.is_taken
    assert reason_of(edition, firm, "6.1", words) == reason
    confirmed = taken(firm, "6.1", reason)
    assert confirmed.answer("6.1").is_answered


def test_a_reason_of_the_firms_own_words_outlives_that_it_is_taken_back(edition: Edition) -> None:
    firm = assessed(edition, Answer("6.1", not_applicable=True, reason="our own"))
    assert taken_back(firm, "6.1", "proposed").answer("6.1") == Answer("6.1", reason="our own")
    assert not taken_back(firm, "6.1", "our own").answers


@pytest.mark.parametrize("language", Language)
def test_every_proposed_reason_is_long_enough_and_fits(
    edition: Edition, language: Language
) -> None:
    words = Library(Path(__file__).parents[2] / "resources").words(language)
    kinds = frozenset(kind.id for kind in edition.business_types)
    firm = replace(assessed(edition), profile=kinds)
    for item in edition.item_ids:
        reason = proposed_reason(edition, firm, item, words)
        assert edition.method.shortest_reason <= len(reason) <= REASON_LIMIT
