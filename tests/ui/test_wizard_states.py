"""What the frame says about each step, scores that can be hidden, and a level taken over."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer, Evidence, EvidenceRegister
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.statement import Statement
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.main_window import MainWindow, Whereabouts
from digicom_desktop.ui.marks import Mark
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail_rows import DirectionRow, ItemRow, StepRow
from digicom_desktop.ui.score_help import ScoreHelp
from digicom_desktop.ui.ticks import TickField
from digicom_desktop.ui.top_strip import Strip
from digicom_desktop.workspace import Workspace
from tests.ui import item_stage
from tests.ui.stage import (
    fill_disk,
    free_disk,
    page_of,
    part,
    small_makers,
    small_page,
    texts,
    window_on,
    workspace_in,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    """A new assessment, open at its first item."""
    with window_on(workspace) as window:
        window.open_session(workspace.create(2025), "item/1.1")
        yield window


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[item_stage.Stage]:
    with item_stage.staged(tmp_path) as stage:
        qtbot.waitExposed(stage.page)
        yield stage


def said_of(window: MainWindow, item: str) -> str:
    rows = page_of(window).findChildren(ItemRow)
    (row,) = [row for row in rows if row.accessibleName().startswith(item)]
    return row.accessibleDescription()


def say(window: MainWindow, answer: Answer) -> None:
    small_page(window).change_requested.emit(
        page_of(window).session.current.with_answer(answer), ""
    )


def test_an_item_with_something_but_no_level_is_begun(window: MainWindow) -> None:
    edition = page_of(window).session.edition
    say(window, Answer("1.1").with_practice(edition.item("1.1").practices[0].id, ticked=True))
    assert said_of(window, "1.1") == "begun, no level chosen yet"
    assert "0/22" in texts(page_of(window))


def test_a_flag_alone_begins_nothing(window: MainWindow) -> None:
    say(window, Answer("1.1", later=True))
    assert said_of(window, "1.1") == "not answered yet, to come back to"


def test_open_findings_stand_at_their_item_and_its_direction_until_they_are_mended(
    window: MainWindow,
) -> None:
    say(window, Answer("1.1", not_applicable=True, reason="short"))
    assert said_of(window, "1.1") == "does not apply, in the check: 1 to fix"
    heads = page_of(window).findChildren(DirectionRow)
    assert heads[0].accessibleDescription() == "1/5, items with open findings: 1"
    say(window, Answer("1.1", not_applicable=True, reason="We have never sold to groups."))
    assert said_of(window, "1.1") == "does not apply"
    assert heads[0].accessibleDescription() == "1/5"


STATES = (
    Mark("open"), Mark("begun"), Mark("to_confirm", "2"), Mark("held_back", "2"),
    Mark("supported", "2"), Mark("not_applicable"),
)  # fmt: skip
LOOKS = [(mark, flagged) for mark in STATES for flagged in (False, True)]
FOUND = [(Mark("open", finding=class_), False) for class_ in (*FindingClass,)[:3]]


def test_no_two_states_look_alike_without_colour(qtbot: QtBot) -> None:
    seen = set()
    for mark, flagged in (*LOOKS, *FOUND):
        row = ItemRow("1.1", "Title")
        qtbot.addWidget(row)
        row.resize(232, 30)
        row.set_mark(mark, flagged, "")
        grey = row.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        seen.add(bytes(grey.constBits()))
    assert len(seen) == len(LOOKS) + len(FOUND)


def strip_button(window: MainWindow, name: str) -> QAbstractButton:
    buttons = part(window, Strip).findChildren(QAbstractButton)
    (button,) = [button for button in buttons if button.accessibleName() == name]
    return button


def test_the_sign_beside_the_scores_explains_them_and_leads_to_the_method(
    qtbot: QtBot, workspace: Workspace
) -> None:
    makers = page_makers(PreferenceFile(workspace.database.parent))
    with window_on(workspace, makers) as window:
        window.open_session(workspace.add_sample(), "company")
        qtbot.mouseClick(strip_button(window, "What these two scores say"), LEFT)
        (help,) = window.findChildren(ScoreHelp)
        said = "The declared score goes by the levels that you chose yourself."
        assert said in {label.text() for label in help.findChildren(QLabel)}
        buttons = help.findChildren(QAbstractButton)
        more = next(b for b in buttons if b.accessibleName() == "How the score is made")
        qtbot.mouseClick(more, LEFT)
        assert page_of(window).place == "method"


def test_the_scores_can_be_hidden_and_stay_hidden(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    assert "Declared" in texts(part(window, Strip))
    qtbot.mouseClick(strip_button(window, "Hide the scores"), LEFT)
    assert not {"Declared", "Evidence-backed"} & texts(part(window, Strip))
    assert not PreferenceFile(workspace.database.parent).current.scores_shown
    window.open_session(page_of(window).session, "item/1.2")
    assert "Declared" not in texts(page_of(window))
    qtbot.mouseClick(strip_button(window, "Show the scores"), LEFT)
    assert "Declared" in texts(part(window, Strip))
    assert PreferenceFile(workspace.database.parent).current.scores_shown


def unsaved_banners(window: MainWindow) -> list[Banner]:
    banners = page_of(window).findChildren(Banner)
    return [b for b in banners if b.isVisible() and any("Not saved" in t for t in texts(b))]


def test_a_saving_error_stays_on_every_page_until_it_is_solved(
    window: MainWindow, workspace: Workspace
) -> None:
    fill_disk(workspace)
    small_page(window).write("a long text " * 20_000)
    for place in ("item/1.2", "review", "company"):
        page_of(window).go(place)
        assert unsaved_banners(window)
    free_disk(workspace)
    page_of(window)._on_retry()
    assert not unsaved_banners(window)


def test_a_window_of_another_look_goes_on_saying_that_something_is_not_saved(
    window: MainWindow, workspace: Workspace
) -> None:
    fill_disk(workspace)
    small_page(window).write("a long text " * 20_000)
    where = window.whereabouts()
    other = MainWindow(PreferenceFile(workspace.database.parent), small_makers())
    other.use(workspace, Whereabouts(where.session, where.place))
    other.show()
    QApplication.processEvents()
    assert unsaved_banners(other)
    free_disk(workspace)
    page_of(other)._on_retry()
    assert not unsaved_banners(other)
    other.deleteLater()


def taking(stage: item_stage.Stage) -> list[QAbstractButton]:
    QApplication.processEvents()
    buttons = stage.page.findChildren(QAbstractButton)
    offers = ("Choose level", "Change to level")
    return [b for b in buttons if b.isVisible() and b.accessibleName().startswith(offers)]


def tick(stage: item_stage.Stage, count: int) -> None:
    item = stage.session.edition.item("1.1")
    practices = frozenset(practice.id for practice in item.practices[:count])
    stage.change(stage.session.current.with_answer(replace(stage.answer, practices=practices)))


def test_the_level_that_ticks_suggest_is_taken_with_one_click(
    qtbot: QtBot, stage: item_stage.Stage
) -> None:
    assert taking(stage) == []
    tick(stage, 1)
    (take,) = taking(stage)
    assert take.accessibleName() == "Choose level 1"
    qtbot.mouseClick(take, LEFT)
    assert stage.answer.level == 1
    assert taking(stage) == []


def test_ticks_that_leave_out_a_level_say_which(stage: item_stage.Stage) -> None:
    item = stage.session.edition.item("1.1")
    third = frozenset(practice.id for practice in item.practices if practice.level == 3)
    stage.change(stage.session.current.with_answer(replace(stage.answer, practices=third)))

    said = f"{len(third)} ticked: that suggests level 1, a practice of level 2 is missing"
    assert said in stage.said


def test_ticks_without_a_level_are_said_below_the_item(
    qtbot: QtBot, stage: item_stage.Stage
) -> None:
    tick(stage, 1)
    assert "No level is chosen yet: the ticks suggest level 1" in stage.said
    qtbot.mouseClick(stage.level(1), LEFT)
    assert not any("No level is chosen" in said for said in stage.said)


def test_what_the_check_found_is_said_below_the_item_with_the_way_there(
    qtbot: QtBot, stage: item_stage.Stage
) -> None:
    words = Statement("系统", "2024年", "全部", "程")
    stage.change(stage.session.current.with_answer(replace(stage.answer, level=2, statement=words)))
    stage.change(
        replace(
            stage.session.current,
            evidence=EvidenceRegister().with_new(
                Evidence("1.1-01", "合同", "2025-05", "合作", 2, ("1.1",))
            ),
        )
    )
    said = "Level 2 is claimed; not one practice is ticked"
    assert said in stage.said
    qtbot.mouseClick(stage.button("Look at it"), LEFT)
    practices = [tick for tick in stage.page.findChildren(TickField) if tick.hasFocus()]
    assert len(practices) == 1


def test_every_mark_of_the_rail_says_what_it_means_under_the_mouse(
    window: MainWindow, workspace: Workspace
) -> None:
    window.open_session(workspace.add_sample(), "item/1.1")
    rows = page_of(window).findChildren(ItemRow)
    assert len(rows) == 22
    for row in rows:
        assert row.accessibleDescription()
        assert row.accessibleDescription() in row.toolTip()


def test_each_practice_says_which_level_it_speaks_for(stage: item_stage.Stage) -> None:
    item = stage.session.edition.item("1.1")
    levels = {
        tick.accessibleName(): tick.accessibleDescription()
        for tick in stage.page.findChildren(TickField)
    }
    for practice in item.practices:
        assert levels[practice.text.en] == f"level {practice.level}"


def test_a_suggestion_that_differs_from_the_level_is_offered_again(
    qtbot: QtBot, stage: item_stage.Stage
) -> None:
    tick(stage, 1)
    qtbot.mouseClick(stage.level(3), LEFT)
    (take,) = taking(stage)
    take.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(take, Qt.Key.Key_Space)
    assert stage.answer.level == 1
    focused = QApplication.focusWidget()
    assert focused is not None and focused.isVisible()


def check_chip(window: MainWindow) -> str:
    rows = page_of(window).findChildren(StepRow)
    (row,) = [row for row in rows if row.accessibleName().startswith("Check")]
    return f"{row.accessibleName()} {row.accessibleDescription()}"


def test_what_is_not_filled_in_yet_is_no_mistake_but_what_is_wrong_is_one(
    window: MainWindow,
) -> None:
    assert "to fill in" in check_chip(window)
    current = page_of(window).session.current
    wrong = replace(current, company=replace(current.company, credit_code="123"))
    small_page(window).change_requested.emit(wrong, "")
    assert "to fix" in check_chip(window)
