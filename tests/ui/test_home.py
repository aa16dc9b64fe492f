"""Home shows what is saved, finds it, and carries out what is asked with it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.domain.text import Language
from digicom_desktop.ui import dialogs, theme
from digicom_desktop.ui.home_chips import placed_chips
from digicom_desktop.ui.home_columns import ColumnWidths
from digicom_desktop.ui.home_lists import AssessmentLists
from digicom_desktop.ui.home_rows import (
    HomeRows,
    Order,
    Progress,
    RowTexts,
    Wanted,
    count,
    row_texts,
    select,
    when,
)
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.rail_rows import RailRow
from digicom_desktop.ui.revision_standing import TONES
from digicom_desktop.ui.tokens import Tone
from digicom_desktop.workspace import Workspace
from tests.finished import finished, settle
from tests.ui.stage import page_of, texts, window_on, workspace_in

NOON = datetime(2026, 3, 20, 12, 0, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    with window_on(workspace) as window:
        yield window


def save(workspace: Workspace, firm: str, year: int = 2025) -> str:
    session = workspace.create(year)
    company = replace(session.current.company, name=firm, credit_code="91330782MA2ECF4P6Y")
    session.change(replace(session.current, company=company))
    return session.id


def row(firm: str, answered: int = 0, supported: str = "", year: int = 2025) -> SavedRow:
    summary = Summary(
        firm=firm,
        credit_code=f"code of {firm}",
        year=year,
        edition="e",
        answered=answered,
        total=22,
        declared=supported,
        supported=supported,
        level=None,
        last_place="company",
    )
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    return SavedRow(firm, summary, moment, moment, None)


def rail_row(window: MainWindow, name: str) -> RailRow:
    rows = window.home.rail.findChildren(RailRow)
    return next(row for row in rows if row.accessibleName() == name)


def shown(window: MainWindow) -> list[str]:
    """The firms in the list, from above."""
    rows = window.home.lists.list.rows
    places = range(rows.rowCount())
    return [rows.row_at(rows.index(place, 0)).summary.firm for place in places]


def test_an_empty_home_says_how_to_begin(window: MainWindow) -> None:
    assert any("No assessment yet" in text for text in texts(window.home))
    assert not window.home.lists.list.isVisible()
    text = window.home.lists._empty.text
    assert text.height() >= text.heightForWidth(text.width())


def test_home_shows_every_saved_assessment_latest_first(
    window: MainWindow, workspace: Workspace
) -> None:
    save(workspace, "甲公司")
    save(workspace, "乙公司")
    window.show_home()
    assert shown(window) == ["乙公司", "甲公司"]


def test_a_search_looks_in_firm_code_and_year() -> None:
    rows = [row("甲公司", year=2024), row("乙公司"), row("丙 Tea")]
    assert [r.id for r in select(rows, Wanted("tea"))] == ["丙 Tea"]
    assert [r.id for r in select(rows, Wanted("CODE 乙"))] == ["乙公司"]
    assert [r.id for r in select(rows, Wanted("2024"))] == ["甲公司"]
    assert [r.id for r in select(rows, Wanted(" "))] == [r.id for r in rows]
    assert select(rows, Wanted("丁")) == []


def test_rows_are_filtered_and_sorted() -> None:
    rows = [row("b", 22, "9.5"), row("a", 3, "55.2"), row("", 0)]
    assert count(rows) == {
        Progress.ALL: 3,
        Progress.STARTED: 2,
        Progress.COMPLETE: 1,
        Progress.ARCHIVED: 0,
    }
    assert [r.id for r in select(rows, Wanted(progress=Progress.COMPLETE))] == ["b"]
    assert [r.id for r in select(rows, Wanted(order=Order.FIRM))] == ["a", "b", ""]
    assert [r.id for r in select(rows, Wanted(order=Order.SCORE))] == ["a", "b", ""]


def test_typing_into_the_search_narrows_the_list(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    save(workspace, "Tea House")
    save(workspace, "乙公司")
    window.show_home()
    qtbot.keyClicks(window.home.lists.tools.search, "tea")
    assert shown(window) == ["Tea House"]
    qtbot.keyClicks(window.home.lists.tools.search, "x")
    assert any("No assessment matches" in text for text in texts(window.home))


def test_enter_opens_where_the_person_left_off(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    session = workspace.open(save(workspace, "甲公司"))
    session.change(session.current.with_answer(replace(session.current.answer("4.2"), level=2)))
    window.show_home()
    window.home.lists.choose(session.id)
    qtbot.keyClick(window.home.lists.list, Qt.Key.Key_Return)
    assert page_of(window).session.id == session.id
    assert page_of(window).place == "item/4.2"


def test_the_button_of_a_row_opens_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    id = save(workspace, "甲公司")
    window.show_home()
    view = window.home.lists.list
    rect = view.visualRect(view.model().index(0, 0))
    button = view.columns().button_in(rect).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert page_of(window).session.id == id


def test_a_new_assessment_asks_only_for_the_year(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs.YearDialog, "exec", lambda dialog: dialog.DialogCode.Accepted)
    window.home.new_requested.emit()
    last_year = datetime.now(UTC).astimezone().year - 1
    assert page_of(window).session.current.year == last_year
    assert page_of(window).place == "company"
    assert len(workspace.rows()) == 1


def test_the_filled_example_opens(window: MainWindow, workspace: Workspace) -> None:
    window.home.sample_requested.emit()
    assert page_of(window).session.result.answered > 15
    assert len(workspace.rows()) == 1


def test_the_filled_example_is_always_offered_and_never_there_twice(
    window: MainWindow, workspace: Workspace
) -> None:
    save(workspace, "甲公司")
    window.show_home()
    rail_row(window, "A filled example").click()
    first = page_of(window).session.id
    window.show_home()
    rail_row(window, "A filled example").click()
    assert page_of(window).session.id == first
    assert len(workspace.rows()) == 2


def test_the_keyboard_begins_where_the_work_begins(window: MainWindow) -> None:
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "New assessment"


def test_after_the_last_row_is_deleted_the_keyboard_is_where_it_comes_back(
    window: MainWindow, workspace: Workspace
) -> None:
    id = save(workspace, "甲公司")
    window.show_home()
    window.home.lists.choose(id)
    window.home.delete_requested.emit(id)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.accessibleName() == "Bring it back"


def test_delete_goes_to_the_recycle_bin_and_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    id = save(workspace, "<b>甲</b>公司")
    window.show_home()
    window.home.lists.choose(id)
    qtbot.keyClick(window.home.lists.list, Qt.Key.Key_Delete)
    assert workspace.rows() == ()
    assert any("<b>甲</b>公司" in text for text in texts(window.home))
    window.home.place_requested.emit("bin")
    assert shown(window) == ["<b>甲</b>公司"]
    window.home.lists.choose(id)
    qtbot.keyClick(window.home.lists.list, Qt.Key.Key_Return)
    assert [saved.id for saved in workspace.rows()] == [id]
    assert shown(window) == []


def test_purging_asks_first(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = save(workspace, "甲公司")
    workspace.delete(id)
    window.show_home("bin")
    window.home.lists.choose(id)
    monkeypatch.setattr(dialogs.Question, "exec", lambda question: 0)
    qtbot.keyClick(window.home.lists.list, Qt.Key.Key_Delete)
    assert len(workspace.rows(deleted=True)) == 1
    monkeypatch.setattr(dialogs.Question, "exec", lambda question: 1)
    qtbot.keyClick(window.home.lists.list, Qt.Key.Key_Delete)
    assert workspace.rows(deleted=True) == ()


def test_what_is_overdue_comes_before_what_is_to_explain_and_to_verify() -> None:
    told = row("甲公司")
    summary = replace(told.summary, must_fix=3, to_explain=2, to_verify=1)
    told = replace(told, summary=replace(summary, due_dates=("2020-01-31",)))
    found = row_texts(told, Language.EN, NOON).findings
    assert [text for text, _ in found] == ["3 to fix", "1 overdue", "2 to explain", "1 to verify"]


@pytest.mark.parametrize("room", range(40, 400, 7))
def test_chips_are_whole_in_two_lines_and_the_last_counts_what_is_left_out(
    qtbot: QtBot, room: int
) -> None:
    said = ("12 to fix", "1 overdue", "2 to explain", "1 to verify")
    chips = [(text, Tone.GREY) for text in said]
    placed = placed_chips(chips, room, QFontMetrics(theme.font("caption")))
    left_out = len(said) - sum(chip.text in said for chip in placed)

    assert {chip.line for chip in placed} <= {0, 1}
    assert all(chip.left + chip.width <= room for chip in placed)
    more = (f"+{left_out}",) if left_out else ()
    assert tuple(chip.text for chip in placed) == (*said[: len(said) - left_out], *more)
    assert left_out == 0 or room < 200


def test_a_complete_draft_after_a_revision_says_which_one_it_will_become() -> None:
    first, begun, complete = row("甲公司", 22), row("甲公司", 21), row("甲公司", 22)
    begun = replace(begun, summary=replace(begun.summary, revision=1))
    complete = replace(complete, summary=replace(complete.summary, revision=1))
    found = [row_texts(told, Language.EN, NOON) for told in (first, begun, complete)]
    assert [texts.state for texts in found] == ["Draft"] * 3
    assert [texts.progress for texts in found] == ["22/22 answered", "21/22 answered", "Revision 2"]


@pytest.mark.parametrize("state", ["returned", "draft"])
def test_a_returned_revision_and_the_draft_after_it_say_why_it_was_returned(state: str) -> None:
    told = row("甲公司", 22)
    summary = replace(told.summary, revision=1, state=state)
    told = replace(told, summary=summary, returned="2.1 的截图看不到日期，\n请换一张。")
    found = row_texts(told, Language.EN, NOON)
    assert (found.state, found.tone, found.progress) == ("Returned", Tone.RED, "Revision 1")
    assert found.remark == "Returned: 2.1 的截图看不到日期， 请换一张。"
    assert found.remark in found.spoken
    assert found.action == "Correct"


def test_pointing_at_a_row_shows_the_whole_remark() -> None:
    rows = HomeRows(Language.EN)
    rows.show_rows([replace(row("甲公司"), returned="请补盖章页。"), row("乙公司")])
    tips = [rows.data(rows.index(n, 0), Qt.ItemDataRole.ToolTipRole) for n in range(2)]
    assert "请补盖章页。" in str(tips[0])
    assert tips[1] is None


def test_the_recycle_bin_says_when_a_row_came_there_and_offers_nothing_new(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.delete(save(workspace, "甲公司"))
    lists = window.home.lists
    lists.tools.segments.choose(Progress.COMPLETE)
    window.show_home("bin")
    assert shown(window) == ["甲公司"]
    assert not lists.tools.segments.isVisible()
    assert not lists._new.isVisible()
    assert lists._heads._titles[-1] == "Deleted on"
    deleted = workspace.rows(deleted=True)[0]
    assert row_texts(deleted, Language.EN, NOON).place == ""
    window.show_home("list")
    assert lists._new.isVisible()
    assert lists._heads._titles[-1] == "Last change"


@pytest.mark.qt_log_ignore("support raise", "grabbing the keyboard", extend=True)
def test_a_row_offers_its_menu_by_keyboard(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    id = save(workspace, "甲公司")
    window.show_home()
    window.home.lists.choose(id)
    view = window.home.lists.list
    view.menu_requested.emit(view.row_at(view.currentIndex()), view.mapToGlobal(view.pos()))
    menu = window.home.lists.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open",
        "Begin 2026 with these answers",
        "Compare…",
        "Move to the archive",
        "Move to the recycle bin",
    ]
    menu.close()


def open_menu(window: MainWindow, id: str) -> QMenu:
    """The menu of the row ``id``, on the screen."""
    window.home.lists.choose(id)
    view = window.home.lists.list
    view.menu_requested.emit(view.row_at(view.currentIndex()), view.mapToGlobal(view.pos()))
    menu = window.home.lists.findChild(QMenu)
    assert menu is not None
    return menu


@pytest.mark.qt_log_ignore("support raise", "grabbing the keyboard", extend=True)
def test_an_assessment_of_an_older_edition_offers_a_copy_on_the_new_one(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    old = workspace.add(Assessment("mofcom-trial-1", Company(2024, name="甲公司")))
    old.change(old.current.with_answer(Answer("4.2", level=3)))
    window.show_home()
    menu = open_menu(window, old.id)
    (action,) = [a for a in menu.actions() if a.text() == "Save a copy on the new checklist"]
    place = menu.actionGeometry(action).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    session = page_of(window).session
    assert session.id != old.id
    assert session.edition.id == workspace.library.newest_edition_id()
    assert session.current.company.name == "甲公司"
    assert session.current.answer("4.2") == Answer("4.2", level=3, later=True)
    assert len(workspace.rows()) == 2


@pytest.mark.qt_log_ignore("support raise", "grabbing the keyboard", extend=True)
def test_an_assessment_in_the_recycle_bin_offers_no_copy(
    window: MainWindow, workspace: Workspace
) -> None:
    old = workspace.add(Assessment("mofcom-trial-1", Company(2024, name="甲公司")))
    workspace.delete(old.id)
    window.show_home("bin")
    menu = open_menu(window, old.id)
    assert [a.text() for a in menu.actions()] == ["Restore", "Delete for ever…"]
    menu.close()


def test_deleting_for_ever_names_the_firm_and_the_year(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def ask(question: dialogs.Question) -> int:
        said.extend(label.text() for label in question.findChildren(QLabel))
        return len(said) > 3

    monkeypatch.setattr(dialogs.Question, "ask", ask)
    id = save(workspace, "甲公司")
    workspace.delete(id)
    window.home.purge_requested.emit(id)
    assert any("甲公司, 2025" in text for text in said)
    assert len(workspace.rows(deleted=True)) == 1
    window.home.purge_requested.emit(id)
    assert not workspace.rows(deleted=True)


def test_a_copy_that_cannot_be_made_is_said_to_be(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = workspace.add(Assessment("mofcom-trial-1", Company(2024)))
    workspace._store._connection.fetch("UPDATE part SET content = X'7B7D' WHERE key = 'company'")
    said: list[str] = []
    monkeypatch.setattr(dialogs, "show_message", lambda title, text, parent: said.append(text))
    window.home.carry_requested.emit(old.id)
    assert window.page is None
    assert len(said) == 1


def test_an_assessment_that_is_damaged_is_said_to_be(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = save(workspace, "甲公司")
    workspace._store._connection.fetch("UPDATE part SET content = X'7B7D' WHERE key = 'company'")
    said: list[str] = []
    monkeypatch.setattr(dialogs, "show_message", lambda title, text, parent: said.append(text))
    window.home.open_requested.emit(id)
    assert window.page is None
    assert len(said) == 1


def test_a_screen_reader_hears_a_whole_row(window: MainWindow, workspace: Workspace) -> None:
    save(workspace, "甲公司")
    window.show_home()
    index = window.home.lists.list.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "甲公司" in spoken
    assert "0/22" in spoken
    assert QAccessible.queryAccessibleInterface(window.home.lists.list) is not None


def test_ten_thousand_rows_are_drawn_as_they_come_into_sight(qtbot: QtBot) -> None:
    lists = AssessmentLists(Language.ZH)
    qtbot.addWidget(lists)
    lists.resize(1100, 700)
    lists.show()
    lists.show_rows([row(f"企业 {number:05d}", number % 23) for number in range(10_000)], [])
    lists.tools.search.set_text("09999")
    assert lists.list.model().rowCount() == 1
    lists.tools.search.set_text("")
    assert lists.list.model().rowCount() == 10_000


def test_times_are_said_as_people_say_them() -> None:
    def said(moment: datetime) -> str:
        return when(moment, Language.EN, NOON)

    assert said(datetime(2026, 3, 20, 1, 5, tzinfo=UTC)) == "Today 09:05"
    assert said(datetime(2026, 3, 19, 15, 59, tzinfo=UTC)) == "Yesterday 23:59"
    assert said(datetime(2026, 3, 18, 4, 0, tzinfo=UTC)) == "18 Mar"
    assert said(datetime(2025, 12, 31, 4, 0, tzinfo=UTC)) == "2025-12-31"


def test_the_last_change_hides_first_where_there_is_no_room(qtbot: QtBot) -> None:
    widths = ColumnWidths()
    assert widths.columns(1068).changed is not None
    narrow = widths.columns(797)
    assert narrow.changed is None
    assert narrow.firm[1] >= 150
    assert narrow.firm[0] + narrow.firm[1] <= narrow.state[0]


def test_the_declared_score_hides_next_so_that_the_firm_can_be_read(qtbot: QtBot) -> None:
    widths = ColumnWidths()
    assert widths.columns(797).declared is not None
    narrow = widths.columns(615)
    assert narrow.declared is None
    assert narrow.firm[1] >= 120
    assert narrow.firm[0] + narrow.firm[1] <= narrow.state[0]
    assert narrow.supported is not None
    assert narrow.state[0] + narrow.state[1] <= narrow.supported[0]


def texts_of(window: MainWindow, place: int = 0) -> RowTexts:
    rows = window.home.lists.list.rows
    return rows.texts(rows.index(place, 0))


def test_a_row_that_nobody_has_begun_says_what_is_to_be_filled_in_and_is_not_red(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.create(2025)
    window.show_home()
    ((text, tone), *_) = texts_of(window).findings
    assert (text.partition(" ")[2], tone) == ("to fill in", Tone.GREY)


def test_a_row_says_what_is_left_to_do(window: MainWindow, workspace: Workspace) -> None:
    id = save(workspace, "甲公司")
    open_ = workspace.open(id).appraisal.open_findings
    must_fix = sum(finding.class_ is FindingClass.MUST_FIX for finding in open_)
    window.show_home()
    found = texts_of(window)

    assert found.findings[0] == (f"{must_fix} to fix", Tone.RED)
    assert f"{must_fix} to fix" in found.spoken
    assert found.progress == "0/22 answered"


def test_a_row_says_which_revision_stands_where(window: MainWindow, workspace: Workspace) -> None:
    session = finished(workspace)
    session.finalise()
    session.history.change_state(1, State.SUBMITTED, "2026-03-24")
    window.show_home()
    found = texts_of(window)

    assert (found.state, found.tone, found.progress) == ("Submitted", Tone.BLUE, "Revision 1")
    assert found.findings == ()


@pytest.mark.parametrize("state", State)
def test_a_state_has_the_same_colour_on_home_as_on_the_pages(state: State) -> None:
    told = row("甲公司")
    told = replace(told, summary=replace(told.summary, state=state, revision=1))
    assert row_texts(told, Language.EN, told.changed).tone is TONES[state]


def test_overdue_actions_show_on_home_also_after_finalising(
    window: MainWindow, workspace: Workspace
) -> None:
    session = workspace.add_sample()
    plan = session.current.plan.with_new("1.1", "并入批发订单")
    plan = plan.with_changed(replace(plan.actions[-1], due="2020-01-31"))
    session.change(replace(session.current, plan=plan))
    settle(session)
    window.show_home()
    assert ("1 overdue", Tone.AMBER) in texts_of(window).findings
    session.finalise()
    window.show_home()
    assert texts_of(window).findings == (("1 overdue", Tone.AMBER),)


@pytest.mark.qt_log_ignore("support raise", "grabbing the keyboard", extend=True)
def test_the_next_year_begins_with_last_year_s_answers_to_be_confirmed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    old = workspace.add_sample()
    window.show_home()
    menu = open_menu(window, old.id)
    (action,) = [a for a in menu.actions() if a.text() == "Begin 2026 with these answers"]
    place = menu.actionGeometry(action).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    session = page_of(window).session

    assert session.current.year == 2026
    assert session.result.answered == 0
    assert len(workspace.rows()) == 2


@pytest.mark.parametrize(("answer", "rows"), [(0, 2), (1, 3), (2, 2)])
def test_a_year_that_was_begun_already_is_asked_about(
    window: MainWindow,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    answer: int,
    rows: int,
) -> None:
    old = workspace.add_sample()
    begun = workspace.carry_forward(old.id)
    window.show_home()
    monkeypatch.setattr(dialogs.Question, "ask", lambda _: answer)
    window.home.forward_requested.emit(old.id)

    assert len(workspace.rows()) == rows
    assert (window.page is None) == (answer == 0)
    if answer == 2:
        assert page_of(window).session.id == begun.id
