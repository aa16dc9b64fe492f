from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.profile import doubtful_items
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.profile_page import ProfilePage
from digicom_desktop.ui.ticks import TickField
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import Stage, staged


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, lambda session, words, _: ProfilePage(session, words)) as stage:
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
    def make(session: Session, words: Words, _: Workspace) -> ProfilePage:
        return ProfilePage(session, words)

    with staged(tmp_path, make, filled=True) as stage:
        stage.button("See results").click()
        assert stage.places == ["results"]


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


def test_items_in_doubt_lead_to_their_pages(stage: Stage) -> None:
    assert "Choose at least one kind of business to see them." in stage.said
    ticks(stage)["logistics"].click()
    (first, *_) = doubtful_items(stage.session.edition, {"logistics"})
    title = stage.session.edition.item(first).title.en
    stage.button(f"{first} {title}").click()
    assert stage.places == [f"item/{first}"]
