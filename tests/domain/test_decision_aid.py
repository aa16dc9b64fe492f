"""Questions that lead to a level."""

import itertools

import pytest

from digicom_desktop.domain.decision_aid import AidQuestion, ends, follow
from digicom_desktop.domain.glossary import terms_of
from digicom_desktop.domain.text import LocalizedText
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_EDITION = Library(resources_folder()).edition("mofcom-trial-2")


def _question(id: str, yes: str, no: str) -> AidQuestion:
    return AidQuestion(id, LocalizedText("吗？", "is it?"), yes, no)


def test_answers_lead_from_question_to_question_to_a_level() -> None:
    aid = (_question("a", "b", "L0"), _question("b", "L4", "L2"))
    assert follow(aid, []) is aid[0]
    assert follow(aid, [True]) is aid[1]
    assert follow(aid, [True, False]) == 2
    assert follow(aid, [False]) == 0
    assert follow(aid, [False, True]) == 0


def test_all_ends_are_known_and_a_circle_is_refused() -> None:
    assert ends((_question("a", "b", "L0"), _question("b", "L4", "L2"))) == {0, 2, 4}
    with pytest.raises(ValueError, match="a"):
        ends((_question("a", "b", "L0"), _question("b", "a", "L2")))


@pytest.mark.parametrize("item", _EDITION.items, ids=_EDITION.item_ids)
def test_each_item_asks_two_to_four_questions_and_reaches_every_level(item: object) -> None:
    aid = _EDITION.item(getattr(item, "id", "")).aid
    assert 2 <= len(aid) <= 4
    reached = {
        found
        for answers in itertools.product((True, False), repeat=len(aid))
        if isinstance(found := follow(aid, answers), int)
    }
    assert reached == {0, 1, 2, 3, 4}


def test_every_term_of_the_glossary_is_explained_beside_some_item() -> None:
    used = {term.id for item in _EDITION.items for term in terms_of(item, _EDITION)}
    assert used == {term.id for term in _EDITION.glossary}


def test_practices_speak_for_every_level_from_2_on_in_every_item() -> None:
    for item in _EDITION.items:
        assert {2, 3, 4} <= {practice.level for practice in item.practices}


def test_every_item_names_evidence_that_can_be_checked_from_outside() -> None:
    assert all(3 in {hint.grade for hint in item.evidence} for item in _EDITION.items)
