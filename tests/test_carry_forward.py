"""Next year begun with this year's answers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import finished


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.at(tmp_path / "data", resources_folder(), system_clock)
    yield workspace
    workspace.close()


@pytest.fixture
def old(workspace: Workspace) -> Session:
    return finished(workspace)


def test_nothing_counts_before_it_is_confirmed(workspace: Workspace, old: Session) -> None:
    new = workspace.carry_forward(old.id)

    assert new.current.year == old.current.year + 1
    assert new.result.answered == 0
    assert workspace.rows()[0].summary.answered == 0
    assert all(answer.to_confirm for answer in new.current.answers.values())
    assert any(f.rule == "answers.to_confirm" for f in new.appraisal.open_findings)


def test_one_confirmation_makes_one_answer_count(workspace: Workspace, old: Session) -> None:
    new = workspace.carry_forward(old.id)
    confirmed = replace(new.current.answer("1.1"), to_confirm=False)
    new.change(new.current.with_answer(confirmed))

    assert new.result.answered == 1
    assert workspace.open(new.id).current.answer("1.1") == confirmed


def test_what_was_finalised_is_carried_not_the_draft_after_it(
    workspace: Workspace, old: Session
) -> None:
    revision = old.finalise()
    level = old.current.answer("3.2").level
    old.change(old.current.with_answer(replace(old.current.answer("3.2"), level=4)))
    new = workspace.carry_forward(old.id)

    previous = new.current.previous
    assert previous is not None
    assert previous.code == revision.code
    assert previous.answer("3.2").level == level
    assert new.current.answer("3.2").level == level


def test_last_year_stands_in_the_report_and_in_the_content(
    workspace: Workspace, old: Session
) -> None:
    before = old.report(Language.ZH)
    report = workspace.carry_forward(old.id).report(Language.ZH)

    assert report.previous is not None
    assert report.previous.supported_shown == before.supported.shown
    shown = {d.id: d.supported.shown for d in before.directions}
    assert dict(report.previous.shown) == shown
    assert b'"previous":{' in report.content
    assert report.items[0].last_year


def test_this_year_s_figures_are_last_year_s_now(workspace: Workspace, old: Session) -> None:
    new = workspace.carry_forward(old.id).current

    assert new.metric("revenue").current == ""
    assert new.metric("revenue").previous.replace(",", "") == "4860"
    figures = old.current.answer("1.1").figures
    for id, figure in new.answer("1.1").figures.items():
        assert figure.current == ""
        assert figure.previous == figures[id].current


def test_evidence_keeps_its_numbers_and_no_number_comes_twice(
    workspace: Workspace, old: Session
) -> None:
    old.finalise()
    new = workspace.carry_forward(old.id).current

    numbers = [entry.number for entry in old.current.evidence.entries]
    assert [entry.number for entry in new.evidence.entries] == numbers
    assert new.evidence.next_number("1.1") not in numbers


def test_a_year_on_an_older_checklist_goes_on_with_the_newest(
    workspace: Workspace, old: Session
) -> None:
    older = workspace.add(replace(old.current, edition="mofcom-trial-1"))
    new = workspace.carry_forward(older.id)

    assert new.current.edition == workspace.library.newest_edition_id()
    assert new.current.previous is not None
    assert new.current.previous.edition == "mofcom-trial-1"


def test_the_year_that_was_begun_is_found_by_the_firm_s_code(
    workspace: Workspace, old: Session
) -> None:
    assert workspace.begun_after(old.id) is None
    new = workspace.carry_forward(old.id)
    begun = workspace.begun_after(old.id)

    assert begun is not None
    assert begun.id == new.id
