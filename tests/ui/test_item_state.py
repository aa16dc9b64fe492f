from dataclasses import replace

import pytest

from digicom_desktop.domain.assessment import Answer, Assessment, Figure
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.scoring import evaluate
from digicom_desktop.domain.statement import Statement
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.evidence_text import size_text
from digicom_desktop.ui.item_state import (
    Onward,
    Section,
    lacking_section,
    onward,
    previous_item,
    section_states,
)

FULL = Statement(system="a", since="b", scope="c", person="d")


@pytest.fixture(scope="module")
def edition() -> Edition:
    library = Library(resources_folder())
    return library.edition(library.newest_edition_id())


def _assessment(edition: Edition, *answers: Answer) -> Assessment:
    assessment = Assessment(edition=edition.id, company=Company(year=2025))
    for answer in answers:
        assessment = assessment.with_answer(answer)
    return assessment


def _icons(edition: Edition, answer: Answer) -> str:
    result = evaluate(edition, _assessment(edition, answer)).items["1.1"]
    states = section_states(edition.item("1.1"), answer, result, 0)
    return " ".join(states[section].icon or "-" for section in Section)


def test_nothing_is_marked_before_anything_is_answered(edition: Edition) -> None:
    assert _icons(edition, Answer("1.1")) == "- - - - -"


def test_what_holds_the_claim_back_is_marked_as_a_warning(edition: Edition) -> None:
    answer = Answer("1.1", level=3, statement=FULL)
    assert _icons(edition, answer) == "check - warning check warning"
    assert _icons(edition, replace(answer, level=2)) == "check - - check -"
    assert _icons(edition, Answer("1.1", level=2)) == "check - - warning -"


def test_practices_that_are_ticked_are_done_as_figures_are(edition: Edition) -> None:
    answer = Answer("1.1", level=2, practices=frozenset({"1.1.p1"}))
    assert _icons(edition, answer) == "check check - warning -"


def test_a_figure_that_is_no_number_does_not_count(edition: Edition) -> None:
    answer = Answer("1.1", level=3).with_figure("1.1.k1", Figure("ten", "9"))
    result = evaluate(edition, _assessment(edition, answer)).items["1.1"]
    states = section_states(edition.item("1.1"), answer, result, 0)
    assert states[Section.FIGURES].count == "0/3"


@pytest.mark.parametrize(
    ("level", "section"),
    [(0, None), (1, None), (2, Section.STATEMENT), (3, Section.EVIDENCE), (4, Section.EVIDENCE)],
)
def test_the_way_leads_to_what_is_missing(
    edition: Edition, level: int, section: Section | None
) -> None:
    result = evaluate(edition, _assessment(edition, Answer("1.1", level=level)))
    assert lacking_section(result.items["1.1"]) is section


def test_on_is_the_next_item_even_if_it_is_answered(edition: Edition) -> None:
    result = evaluate(edition, _assessment(edition, Answer("1.2", level=1)))
    assert onward(edition, result, "1.1") == Onward("1.2")
    assert onward(edition, result, "1.5") == Onward("2.1")


def test_on_is_what_was_left_out_once_all_that_follow_are_answered(edition: Edition) -> None:
    answers = [Answer(id, level=1) for id in edition.item_ids if id not in ("1.3", "6.3")]
    result = evaluate(edition, _assessment(edition, *answers))
    assert onward(edition, result, "6.3") == Onward("1.3", is_jump=True)
    assert onward(edition, result, "6.4") == Onward("1.3", is_jump=True)
    assert onward(edition, result, "6.2") == Onward("6.3")


def test_after_the_last_of_all_answered_come_the_results(edition: Edition) -> None:
    answers = [Answer(id, level=1) for id in edition.item_ids]
    result = evaluate(edition, _assessment(edition, *answers))
    assert onward(edition, result, "6.4") == Onward("")
    assert onward(edition, result, "6.3") == Onward("6.4")


def test_nothing_comes_before_the_first(edition: Edition) -> None:
    assert previous_item(edition, "1.1") == ""
    assert previous_item(edition, "2.1") == "1.5"


@pytest.mark.parametrize(
    ("size", "text"), [(812, "812 B"), (65_536, "64 KB"), (1_468_006, "1.4 MB")]
)
def test_sizes_are_said_as_people_read_them(size: int, text: str) -> None:
    assert size_text(size) == text
