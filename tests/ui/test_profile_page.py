from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.profile import doubtful_items
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.buttons import OnwardButton
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.profile_page import ProfilePage
from digicom_desktop.ui.profile_proposals import LEAVE_OUT, RATE, ProposalRow
from digicom_desktop.ui.ticks import TickField
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import Stage, staged
from tests.ui.stage import page_of, window_on, workspace_in


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(
        tmp_path,
        lambda session, words, workspace: ProfilePage(session, words, workspace.library.metrics()),
    ) as stage:
        yield stage


def ticks(stage: Stage) -> dict[str, TickField]:
    found = {tick.accessibleName(): tick for tick in stage.page.findChildren(TickField)}
    kinds = stage.session.edition.business_types
    return {kind.id: found[kind.name.en] for kind in kinds}


def test_every_kind_of_business_of_the_edition_can_be_ticked(stage: Stage) -> None:
    for id, tick in ticks(stage).items():
        tick.click()
        assert id in stage.stored.profile
    assert len(stage.stored.profile) == len(stage.session.edition.business_types)


def test_a_second_click_takes_the_tick_away(stage: Stage) -> None:
    tick = ticks(stage)["retailer"]
    tick.click()
    tick.click()
    assert stage.stored.profile == frozenset()


def test_each_tick_is_a_step_of_undo_that_shows(stage: Stage) -> None:
    ticks(stage)["retailer"].click()
    ticks(stage)["agri"].click()
    stage.undo()
    assert stage.stored.profile == {"retailer"}
    assert not ticks(stage)["agri"].isChecked()
    assert ticks(stage)["retailer"].isChecked()


def test_the_page_leads_on_to_the_first_item_that_is_not_answered(stage: Stage) -> None:
    stage.button("Next: item 1.1").click()
    assert stage.places == ["item/1.1"]


def test_with_all_items_answered_the_page_leads_on_to_the_results(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def make(session: Session, words: Words, workspace: Workspace) -> ProfilePage:
        return ProfilePage(session, words, workspace.library.metrics())

    with staged(tmp_path, make, filled=True) as stage:
        stage.button("To the check").click()
        assert stage.places == ["review"]


def test_figures_that_come_with_the_kinds_of_business_are_named_until_they_are_filled_in(
    stage: Stage,
) -> None:
    assert not any("more figure" in said for said in stage.said)
    ticks(stage)["catering_life"].click()
    sentence = "The company page has one more figure for such a firm: Online retail sales."
    assert sentence in stage.said
    ticks(stage)["retailer"].click()
    assert any(said.startswith("The company page has 2 more figures") for said in stage.said)
    ticks(stage)["platform"].click()
    assert any(said.endswith(" and others.") for said in stage.said)
    stage.button("Fill in").click()
    assert stage.places == ["company#metrics.online_retail"]
    ticks(stage)["platform"].click()
    filled = stage.session.current
    for id in ("online_retail", "online_retail_goods"):
        filled = filled.with_metric(id, MetricValue("0"))
    stage.change(filled)
    assert not any("more figure" in said for said in stage.said)


def test_a_tick_wears_its_ring_for_the_keyboard_only(qtbot: QtBot, stage: Stage) -> None:
    tick = ticks(stage)["retailer"]
    plain = tick.grab().toImage()
    tick.setFocus(Qt.FocusReason.MouseFocusReason)
    assert tick.grab().toImage() == plain
    tick.clearFocus()
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    ringed = tick.grab().toImage()
    assert ringed != plain
    left_edge = [ringed.pixelColor(0, y) for y in range(ringed.height())]
    assert len({colour.rgba() for colour in left_edge}) == 1, "the ring is cut at its left"


def decide(stage: Stage, item: str, said: str) -> None:
    title = stage.session.edition.item(item).title.en
    row = stage.find(ProposalRow, lambda row: row.accessibleName() == f"{item} {title}")
    (button,) = [b for b in row.findChildren(QAbstractButton) if b.accessibleName() == said]
    button.click()


def proposed(stage: Stage) -> list[str]:
    QApplication.processEvents()
    rows = stage.page.findChildren(ProposalRow)
    return [row.accessibleName().partition(" ")[0] for row in rows if row.isVisibleTo(stage.page)]


def test_items_in_doubt_lead_to_their_pages(stage: Stage) -> None:
    assert "Choose at least one kind of business to see them." in stage.said
    ticks(stage)["logistics"].click()
    (first, *_) = doubtful_items(stage.session.edition, {"logistics"})
    title = stage.session.edition.item(first).title.en
    stage.button(f"{first} {title}").click()
    assert stage.places == [f"item/{first}"]


def test_nothing_is_left_out_before_the_person_says_so(stage: Stage) -> None:
    ticks(stage)["logistics"].click()
    assert proposed(stage) == list(doubtful_items(stage.session.edition, {"logistics"}))
    assert not stage.stored.answers


def test_a_proposal_that_is_confirmed_is_recorded_with_its_reason(stage: Stage) -> None:
    ticks(stage)["logistics"].click()
    decide(stage, "6.1", "Never done, leave out")
    answer = stage.stored.answer("6.1")
    assert answer.not_applicable
    assert "Storage and logistics" in answer.reason
    assert "Cloud Services" in answer.reason
    assert [*stage.stored.answers] == ["6.1"]
    assert f"*Does not apply*. Reason: {answer.reason}".replace("*", "") in "".join(stage.said)


def test_a_confirmation_is_one_step_of_undo_and_its_row_stays(stage: Stage) -> None:
    ticks(stage)["logistics"].click()
    before = proposed(stage)
    decide(stage, "6.1", "Never done, leave out")
    assert proposed(stage) == before
    stage.undo()
    assert not stage.stored.answers
    assert proposed(stage) == before


def test_what_is_to_be_rated_is_not_left_out_and_its_proposed_reason_goes(stage: Stage) -> None:
    ticks(stage)["logistics"].click()
    decide(stage, "6.1", "Never done, leave out")
    decide(stage, "6.1", "Done, rate it")
    assert not stage.stored.answers
    bookmark = stage.page.bookmark()
    assert bookmark == ("6.1",)


def test_undo_of_a_confirmation_stays_on_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    with workspace_in(tmp_path) as workspace:
        makers = page_makers(PreferenceFile(tmp_path))
        with window_on(workspace, makers) as window:
            session = workspace.create(2025)
            session.change(replace(session.current, profile=frozenset({"logistics"})))
            window.open_session(session, "profile")
            page = page_of(window)
            row = page.findChildren(ProposalRow)[0]
            row.decided.emit(LEAVE_OUT)
            assert session.current.answers
            page.undo()
            assert (page.place, dict(session.current.answers)) == ("profile", {})
            row.decided.emit(RATE)
            page.go("company")
            page.go("profile")
            assert page.findChildren(ProfilePage)[-1].bookmark()


def test_the_tab_key_goes_from_a_proposal_on_to_what_stands_below(
    qtbot: QtBot, stage: Stage
) -> None:
    ticks(stage)["logistics"].click()
    rows = stage.page.findChildren(ProposalRow)
    choice = rows[-1].findChildren(QAbstractButton)
    leave_out = next(button for button in choice if button.isCheckable())
    qtbot.mouseClick(leave_out, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert leave_out.hasFocus()
    qtbot.keyClick(leave_out, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), OnwardButton)
