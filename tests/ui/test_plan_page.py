from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.plan import TEXT_LIMIT, ActionState, Plan
from digicom_desktop.domain.planning import ranked, suggested_plan, unlikely_items
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.plan_action import ActionRow
from digicom_desktop.ui.plan_card import PlanCard
from digicom_desktop.ui.plan_empty import PlanEmpty
from digicom_desktop.ui.plan_page import PlanPage
from digicom_desktop.ui.plan_summary import PlanSummary
from digicom_desktop.workspace import Workspace
from tests.showcase.inspection import cut_off, unreachable
from tests.ui.page_stage import HOSTILE, Stage, staged

SUGGEST = "Suggest targets by the easiest way"
SEARCH = "Add an item to the plan"
# Without a window manager a list that pops up cannot do all that it tries.
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Stages = Callable[..., AbstractContextManager[Stage]]


@pytest.fixture
def with_plan(qtbot: QtBot, tmp_path: Path) -> Callable[[Plan], AbstractContextManager[Stage]]:
    """The page of the sample with another plan."""

    def make(plan: Plan) -> AbstractContextManager[Stage]:
        def page(session: Session, words: Words, workspace: Workspace) -> PlanPage:
            session.change(replace(session.current, plan=plan))
            return PlanPage(session, words)

        return staged(tmp_path, page, filled=True)

    return make


@pytest.fixture
def empty(with_plan: Stages) -> Iterator[Stage]:
    with with_plan(Plan()) as stage:
        yield stage


@pytest.fixture
def stage(with_plan: Stages) -> Iterator[Stage]:
    """Two items: 4.2 with two actions, and 5.4 with none."""
    plan = Plan().with_target("4.2", 3).with_target("5.4", 3).with_new("4.2", "Ask the shops")
    with with_plan(plan.with_new("4.2", "Write it down")) as stage:
        settle()
        yield stage


def settle() -> None:
    for _ in range(10):  # the cards come one by one, after the page
        QApplication.processEvents()


def cards(stage: Stage) -> list[str]:
    """The items in the order in which they are seen."""
    settle()
    shown = [card for card in stage.page.findChildren(PlanCard) if card.isVisible()]
    shown.sort(key=lambda card: card.y())
    return [card._shown.item for card in shown if card._shown]


def ranking(stage: Stage) -> list[str]:
    appraisal = stage.session.appraisal
    plan = stage.session.current.plan
    return [line.item for line in ranked(appraisal.edition, appraisal.ratings, plan)]


def area(stage: Stage, name: str) -> QPlainTextEdit:
    settle()
    return stage.find(
        QPlainTextEdit, lambda area: area.isVisible() and area.accessibleName() == name
    )


def rows(stage: Stage) -> list[ActionRow]:
    settle()
    return [row for row in stage.page.findChildren(ActionRow) if row.isVisible()]


def press(qtbot: QtBot, stage: Stage, name: str) -> None:
    button = stage.button(name)
    stage.page._scroll.ensureWidgetVisible(button)  # type: ignore[attr-defined]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def choose(qtbot: QtBot, stage: Stage, item: str, level: str) -> None:
    press(qtbot, stage, f"Target of {item}: level {level}")


def write(qtbot: QtBot, stage: Stage, name: str, text: str) -> None:
    field = area(stage, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def date_into(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()


def menu_entry(stage: Stage, action: str, entry: str) -> QAction:
    more = stage.find(IconButton, lambda b: b.accessibleName() == f"Note or delete: {action}")
    return next(found for found in more.menu().actions() if found.text() == entry)


def test_an_empty_plan_is_explained_and_both_ways_to_begin_are_offered(
    qtbot: QtBot, empty: Stage
) -> None:
    assert "Nothing is planned yet" in empty.said
    assert not empty.find(PlanSummary).isVisible()
    press(qtbot, empty, "Choose an item myself")
    assert empty.line(SEARCH).hasFocus()


def test_the_suggestion_adds_the_targets_of_the_greedy_way_in_one_step(
    qtbot: QtBot, empty: Stage
) -> None:
    appraisal = empty.session.appraisal
    unlikely = unlikely_items(appraisal.edition, appraisal.assessment.profile)
    wanted = suggested_plan(appraisal.edition, appraisal.ratings, Plan(), unlikely)
    press(qtbot, empty, SUGGEST)
    assert empty.stored.plan == wanted
    assert wanted.targets
    sentence = next(text for text in empty.said if text.startswith("Targets added"))
    assert f"Targets added ({len(wanted.targets)})" in sentence
    assert "Undo takes them all back." in sentence
    for item, level in wanted.targets.items():
        is_claimed = (appraisal.result.items[item].claimed or 0) >= level
        said = f"{item} evidence for level {level}" if is_claimed else f"{item} to level {level}"
        assert said in sentence
    empty.undo()
    assert empty.stored.plan == Plan()
    assert empty.find(PlanEmpty).isVisible()
    assert sentence not in empty.said


def test_a_suggestion_that_adds_nothing_says_why(qtbot: QtBot, empty: Stage) -> None:
    press(qtbot, empty, SUGGEST)
    plan = empty.session.current.plan
    press(qtbot, empty, SUGGEST)
    assert empty.session.current.plan == plan
    assert any("already; nothing has to be added" in text for text in empty.said)


def test_targets_that_leave_no_way_are_named_as_the_reason(qtbot: QtBot, with_plan: Stages) -> None:
    plan = Plan(targets=dict.fromkeys((f"{d}.{i}" for d in range(1, 7) for i in range(1, 6)), 1))
    with with_plan(plan) as stage:
        settle()
        press(qtbot, stage, SUGGEST)
        assert stage.session.current.plan == plan
        assert any(text.startswith("No way leads to") for text in stage.said)


def test_the_planned_score_stands_beside_todays(stage: Stage) -> None:
    report = stage.report
    said = stage.said
    assert report.supported.shown in said
    assert report.plan.planned_shown in said
    assert report.plan.planned_shown != report.supported.shown
    assert report.firm_level.name in said
    assert report.plan.planned_level_name in said


def test_the_summary_counts_what_is_open_done_and_overdue(qtbot: QtBot, stage: Stage) -> None:
    assert "Actions: 2 open, 0 done" in stage.said
    date_into(qtbot, stage.line("Due, action 1 of 4.2"), "2020-01-01")
    assert "1 overdue" in stage.said
    plan = stage.session.current.plan
    stage.change(
        replace(
            stage.session.current,
            plan=plan.with_changed(replace(plan.actions[0], state=ActionState.DONE)),
        )
    )
    assert "Actions: 1 open, 1 done" in stage.said
    assert "1 overdue" not in stage.said


def test_items_stand_by_what_their_target_is_worth(with_plan: Stages) -> None:
    plan = Plan(targets={"1.4": 4, "2.1": 3, "4.2": 3, "5.4": 4, "6.3": 4})
    with with_plan(plan) as stage:
        assert cards(stage) == ranking(stage)


def test_a_chosen_target_is_on_disk_and_orders_the_items_anew(qtbot: QtBot, stage: Stage) -> None:
    first, last = cards(stage)
    choose(qtbot, stage, last, "4 Leading")
    assert stage.stored.plan.targets[last] == 4
    assert cards(stage) == ranking(stage)
    stage.undo()
    assert stage.stored.plan.targets[last] == 3
    assert cards(stage) == [first, last]


def test_the_order_holds_still_while_somebody_writes(qtbot: QtBot, stage: Stage) -> None:
    before = cards(stage)
    press(qtbot, stage, f"Add an action for {before[1]}")
    write(qtbot, stage, f"What is to be done, action 1 of {before[1]}", "Begin")
    stage.page.flush()
    assert cards(stage) == before
    assert stage.stored.plan.of_item(before[1])[0].text == "Begin"


def test_a_level_that_counts_already_cannot_be_a_target(stage: Stage) -> None:
    now = stage.session.result.items["4.2"].supported or 0
    names = [name.en for name in stage.session.edition.level_names]
    for level in range(1, 5):
        button = stage.button(f"Target of 4.2: level {level} {names[level]}")
        assert button.isEnabled() == (level > now)
        assert button.isChecked() == (level == 3)


def test_writing_in_one_field_is_one_step_of_undo(qtbot: QtBot, stage: Stage) -> None:
    name = "What is to be done, action 1 of 4.2"
    write(qtbot, stage, name, "Ask ten")
    qtbot.waitUntil(lambda: stage.stored.plan.actions[0].text == "Ask ten")
    qtbot.keyClicks(area(stage, name), " shops")
    qtbot.waitUntil(lambda: stage.stored.plan.actions[0].text == "Ask ten shops")
    stage.undo()
    assert stage.stored.plan.actions[0].text == "Ask the shops"
    assert area(stage, name).toPlainText() == "Ask the shops"


def test_a_field_that_is_typed_in_is_left_alone(qtbot: QtBot, stage: Stage) -> None:
    name = "What is to be done, action 1 of 4.2"
    write(qtbot, stage, name, "Half a sen")
    plan = stage.session.current.plan
    changed = plan.with_changed(replace(plan.actions[0], owner="Li"))
    stage.change(replace(stage.session.current, plan=changed))
    assert area(stage, name).toPlainText() == "Half a sen"
    assert stage.line("Owner, action 1 of 4.2").text() == "Li"
    stage.page.flush()
    assert stage.stored.plan.actions[0].text == "Half a sen"
    assert stage.stored.plan.actions[0].owner == "Li"


def test_a_wrong_date_is_red_with_a_sentence_and_kept_as_typed(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line("Due, action 1 of 4.2")
    date_into(qtbot, line, "end of May")
    assert line.property("wrong") == "true"
    assert any(text.startswith("Enter a date") for text in stage.said)
    assert stage.stored.plan.actions[0].due == "end of May"
    assert line.text() == "end of May"


def test_an_open_action_of_the_past_is_overdue_in_words(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line("Due, action 1 of 4.2")
    yesterday = stage.session.today - timedelta(days=1)
    date_into(qtbot, line, yesterday.isoformat())
    assert "Overdue" in stage.said
    assert line.property("wrong") == "true"
    assert stage.stored.plan.actions[0].due == yesterday.isoformat()


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
def test_what_is_done_or_dropped_is_not_overdue(
    qtbot: QtBot, stage: Stage, state: ActionState
) -> None:
    date_into(qtbot, stage.line("Due, action 1 of 4.2"), "2020-01-01")
    assert "Overdue" in stage.said
    box = stage.find(QComboBox, lambda box: box.accessibleName() == "State, action 1 of 4.2")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    if state is ActionState.DONE:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    settle()
    assert stage.stored.plan.actions[0].state is state
    assert "Overdue" not in stage.said


def test_an_action_due_soon_says_so_without_alarm(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line("Due, action 1 of 4.2")
    date_into(qtbot, line, stage.session.today.isoformat())
    assert "Due within 14 days" in stage.said
    assert not line.property("wrong")
    later = stage.session.today + timedelta(days=15)
    date_into(qtbot, line, later.isoformat())
    assert "Due within 14 days" not in stage.said


def test_a_step_becomes_an_action_with_one_click(qtbot: QtBot, stage: Stage) -> None:
    link = next(
        button
        for button in stage.page.findChildren(QPushButton)
        if button.accessibleName().startswith("Make it an action: ") and button.isVisible()
    )
    way = link.accessibleName().removeprefix("Make it an action: ")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    settle()
    assert stage.stored.plan.actions[-1].text == way
    assert "Is an action" in stage.said
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == way


def test_a_new_action_is_ready_to_be_written(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage, "Add an action for 4.2")
    assert len(stage.stored.plan.of_item("4.2")) == 3
    assert area(stage, "What is to be done, action 3 of 4.2").hasFocus()


def test_a_deleted_action_comes_back_with_what_was_just_typed(qtbot: QtBot, stage: Stage) -> None:
    write(qtbot, stage, "What is to be done, action 1 of 4.2", "Not told yet")
    menu_entry(stage, "action 1 of 4.2", "Delete the action").trigger()
    settle()
    assert [action.text for action in stage.stored.plan.actions] == ["Write it down"]
    assert len(rows(stage)) == 1
    stage.undo()
    assert stage.stored.plan.actions[0].text == "Not told yet"
    assert area(stage, "What is to be done, action 1 of 4.2").toPlainText() == "Not told yet"


def test_a_note_is_shown_when_it_is_asked_for_or_filled(qtbot: QtBot, stage: Stage) -> None:
    assert "Note" not in stage.said
    menu_entry(stage, "action 1 of 4.2", "Write a note").trigger()
    settle()
    note = area(stage, "Note, action 1 of 4.2")
    assert note.hasFocus()
    qtbot.keyClicks(note, "By phone")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert stage.stored.plan.actions[0].note == "By phone"
    plan = stage.session.current.plan
    filled = plan.with_changed(replace(plan.actions[1], note="On paper"))
    stage.change(replace(stage.session.current, plan=filled))
    assert area(stage, "Note, action 2 of 4.2").toPlainText() == "On paper"


@POPUP
def test_an_item_is_added_by_typing_a_part_of_its_name(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line(SEARCH)
    line.setFocus()
    item = next(step.item for step in stage.session.appraisal.steps if step.item > "4.2")
    qtbot.keyClicks(line, item)
    qtbot.waitUntil(lambda: item in stage.stored.plan.targets)
    step = next(step for step in stage.session.appraisal.steps if step.item == item)
    assert stage.stored.plan.targets[item] == step.to_level
    assert item in cards(stage)
    assert line.text() == ""
    stage.undo()
    assert item not in cards(stage)


def test_only_items_that_can_rise_and_are_not_planned_are_offered(stage: Stage) -> None:
    line = stage.line(SEARCH)
    offered = {choice.code for choice in line._choices}  # type: ignore[attr-defined]
    assert offered == {step.item for step in stage.session.appraisal.steps} - {"4.2", "5.4"}


def test_taking_an_item_out_takes_its_actions_too_and_says_so(qtbot: QtBot, stage: Stage) -> None:
    before = stage.stored.plan
    press(qtbot, stage, "Take 4.2 out of the plan")
    assert dict(stage.stored.plan.targets) == {"5.4": 3}
    assert not stage.stored.plan.actions
    assert cards(stage) == ["5.4"]
    assert any(text.startswith("4.2 and its actions (2)") for text in stage.said)
    stage.undo()
    assert stage.stored.plan.targets == before.targets
    assert stage.stored.plan.actions == before.actions
    assert len(rows(stage)) == 2


def test_taking_out_an_item_without_actions_says_so_too(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage, "Take 5.4 out of the plan")
    said = "5.4 is out of the plan; undo brings it back."
    assert said in stage.said
    stage.undo()
    assert said not in stage.said


def test_an_item_that_does_not_apply_cannot_be_aimed_at(with_plan: Stages) -> None:
    with with_plan(Plan(targets={"4.2": 3})) as stage:
        settle()
        answer = Answer("4.2", not_applicable=True, reason="We have no shop at all")
        stage.change(stage.session.current.with_answer(answer))
        assert "Now: does not apply" in stage.said
        assert not stage.button("Target of 4.2: level 4 Leading").isEnabled()
        assert any(text.startswith("This item is said not to apply") for text in stage.said)


def test_an_unanswered_item_counts_as_0(with_plan: Stages) -> None:
    with with_plan(Plan(targets={"4.2": 3})) as stage:
        settle()
        stage.change(stage.session.current.with_answer(Answer("4.2")))
        assert "Now: not answered, counts as 0" in stage.said
        assert stage.button("Target of 4.2: level 1 Starting").isEnabled()


def test_a_reached_target_says_so(with_plan: Stages) -> None:
    with with_plan(Plan(targets={"4.2": 1})) as stage:
        settle()
        assert "Reached" in stage.said


def test_a_level_that_counts_but_lacks_evidence_is_not_called_reached(
    qtbot: QtBot, empty: Stage
) -> None:
    session = empty.session
    items = session.result.items.items()
    item = next(id for id, found in items if found.supported and found.grade == 1)
    level = session.result.items[item].supported
    plan = Plan(targets={item: level or 0})
    empty.change(replace(session.current, plan=plan))
    settle()
    assert "Reached" not in empty.said
    assert any(text.startswith("What this takes") for text in empty.said)
    open_ = [f.rule for f in session.appraisal.findings if f.rule == "plan.target_reached"]
    assert open_ == []


def test_an_action_of_another_editions_item_is_kept_and_shown(
    qtbot: QtBot, with_plan: Stages
) -> None:
    plan = Plan().with_new("9.9", "From an older checklist").with_target("4.2", 3)
    with with_plan(plan) as stage:
        settle()
        assert cards(stage) == ["4.2", "9.9"]
        assert not stage.button("Item of another edition").isEnabled()
        press(qtbot, stage, "Take 9.9 out of the plan")
        assert not stage.stored.plan.actions


def test_the_title_leads_to_the_item_and_the_link_to_the_results(
    qtbot: QtBot, stage: Stage
) -> None:
    press(qtbot, stage, stage.session.edition.item("4.2").title.en)
    press(qtbot, stage, "See the results")
    assert stage.places == ["item/4.2", "results"]


def test_a_place_names_the_item_to_go_to(with_plan: Stages) -> None:
    items = ["1.2", "1.4", "2.1", "4.1", "4.2", "5.2", "5.4", "6.3"]
    with with_plan(Plan(targets=dict.fromkeys(items, 4))) as stage:
        last = ranking(stage)[-1]
        stage.page.focus_start(last)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName().startswith(f"Target of {last}: level 4")
        assert not focused.visibleRegion().isEmpty()


def test_what_looks_like_markup_is_kept_and_shown_as_text(qtbot: QtBot, stage: Stage) -> None:
    name = "What is to be done, action 1 of 4.2"
    for text in HOSTILE:
        if not text.isprintable():
            continue
        write(qtbot, stage, name, text)
        stage.page.flush()
        assert stage.stored.plan.actions[0].text == text
        assert area(stage, name).toPlainText() == text


def test_pasted_lines_become_one_and_never_more_than_the_limit(qtbot: QtBot, stage: Stage) -> None:
    field = area(stage, "What is to be done, action 1 of 4.2")
    low = field.height()
    field.selectAll()
    pasted = QMimeData()
    pasted.setText("first\nsecond\r\n" + "x" * 400)
    QGuiApplication.clipboard().setMimeData(pasted)
    field.paste()
    stage.page.flush()
    text = stage.stored.plan.actions[0].text
    assert text.startswith("first second x")
    assert len(text) == TEXT_LIMIT
    qtbot.waitUntil(lambda: field.height() > low)
    assert list(cut_off(stage.page)) == []


def test_the_tab_key_goes_through_an_action_as_it_is_read(qtbot: QtBot, stage: Stage) -> None:
    area(stage, "What is to be done, action 1 of 4.2").setFocus()
    reached = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [
        "What is to be done, action 1 of 4.2",
        "Owner, action 1 of 4.2",
        "Due, action 1 of 4.2",
        "State, action 1 of 4.2",
        "Note or delete: action 1 of 4.2",
        "What is to be done, action 2 of 4.2",
    ]


def test_the_tab_key_reaches_a_new_action_before_what_stands_below(
    qtbot: QtBot, stage: Stage
) -> None:
    first = cards(stage)[0]
    press(qtbot, stage, f"Add an action for {first}")
    count = len(stage.session.current.plan.of_item(first))
    more = stage.button(f"Note or delete: action {count} of {first}")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Tab)
    assert stage.button(f"Add an action for {first}").hasFocus()


def test_the_tab_key_reaches_everything_when_the_order_has_changed(
    qtbot: QtBot, stage: Stage
) -> None:
    press(qtbot, stage, f"Add an action for {cards(stage)[1]}")
    choose(qtbot, stage, cards(stage)[1], "4 Leading")
    assert not list(unreachable(stage.page))


def test_no_sentence_is_said_before_somebody_asks(stage: Stage) -> None:
    assert not stage.find(Banner).isVisible()
