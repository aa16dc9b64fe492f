from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import REASON_LIMIT, Figure
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language, clean, clean_line
from digicom_desktop.ui.choice_card import ChoiceRow
from digicom_desktop.ui.item_column import ItemColumn
from digicom_desktop.ui.ticks import SwitchField, TickField
from tests.ui.item_stage import Stage, staged
from tests.ui.page_stage import HOSTILE

LEFT = Qt.MouseButton.LeftButton
REASON = "Reason why the item does not apply"
FIGURE = "Share of orders won by grouped offers, 2025"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path) as stage:
        qtbot.waitExposed(stage.page)
        yield stage


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, filled=True) as stage:
        qtbot.waitExposed(stage.page)
        yield stage


def _button(stage: Stage, name: str) -> QAbstractButton:
    return stage.find(QAbstractButton, lambda button: button.accessibleName() == name)


def _said(stage: Stage) -> list[str]:
    return [label.text() for label in stage.page.findChildren(QLabel) if label.isVisible()]


def test_a_click_on_a_level_is_on_the_disk_at_once(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.level(3), LEFT)
    assert stage.answer.level == 3
    assert stage.level(3).isChecked()


def test_another_level_takes_the_place_of_the_first(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.level(3), LEFT)
    qtbot.mouseClick(stage.level(2), LEFT)
    chosen = [row.number for row in stage.page.findChildren(ChoiceRow) if row.isChecked()]
    assert (stage.answer.level, chosen) == (2, [2])


@pytest.mark.parametrize("digit", "01234")
def test_a_digit_chooses_its_level(qtbot: QtBot, stage: Stage, digit: str) -> None:
    stage.page.focus_start()
    qtbot.keyClicks(stage.level(4), digit)
    assert stage.answer.level == int(digit)


def test_a_digit_chooses_a_level_from_a_tick_too(qtbot: QtBot, stage: Stage) -> None:
    stage.page.focus_start("practices")
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    assert stage.answer.level == 2


def test_a_digit_that_is_no_level_chooses_nothing(qtbot: QtBot, stage: Stage) -> None:
    stage.page.focus_start()
    qtbot.keyClicks(stage.level(4), "57")
    assert stage.answer.level is None


def test_arrow_keys_go_from_level_to_level(qtbot: QtBot, stage: Stage) -> None:
    qtbot.waitUntil(stage.page.isActiveWindow)
    stage.page.focus_start()
    qtbot.keyClicks(stage.level(4), "3")
    qtbot.keyClick(stage.level(3), Qt.Key.Key_Down)
    assert stage.answer.level == 2
    qtbot.keyClick(stage.level(2), Qt.Key.Key_Up)
    assert stage.answer.level == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_on_the_levels_takes_the_answer_back(
    qtbot: QtBot, stage: Stage, key: Qt.Key
) -> None:
    qtbot.keyClicks(stage.level(4), "3")
    qtbot.keyClick(stage.level(3), key)
    assert stage.answer.level is None
    assert not any(row.isChecked() for row in stage.page.findChildren(ChoiceRow))


def test_delete_elsewhere_leaves_the_answer_alone(qtbot: QtBot, filled: Stage) -> None:
    filled.page.focus_start("practices")
    level = filled.answer.level
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert filled.answer.level == level is not None


def test_clear_takes_the_answer_back_and_goes_away(qtbot: QtBot, filled: Stage) -> None:
    clear = _button(filled, "Clear")
    qtbot.mouseClick(clear, LEFT)
    assert filled.answer.level is None
    assert not clear.isVisible()


def test_undo_is_shown(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.level(3), LEFT)
    qtbot.mouseClick(stage.level(4), LEFT)
    stage.undo()
    assert stage.level(3).isChecked()
    assert not stage.level(4).isChecked()
    stage.undo()
    assert not stage.level(3).isChecked()
    assert stage.answer.level is None


def test_ticks_suggest_a_level_and_choose_none(qtbot: QtBot, stage: Stage) -> None:
    ticks = stage.page.findChildren(TickField)
    qtbot.mouseClick(ticks[0], LEFT)
    qtbot.mouseClick(ticks[2], LEFT)
    assert stage.answer.practices == {"1.1.p1", "1.1.p3"}
    assert stage.answer.level is None
    assert "2 ticked: that suggests level 2, you decide" in _said(stage)


def test_an_item_that_does_not_apply_keeps_its_answers(qtbot: QtBot, filled: Stage) -> None:
    switch = filled.page.findChildren(SwitchField)[0]
    before = filled.answer
    switch.click()
    assert filled.answer == replace(before, not_applicable=True)
    assert not filled.level(3).isVisible()
    assert filled.text(REASON).isVisible()
    switch.click()
    assert filled.answer == before
    assert filled.level(3).isVisible()


def test_a_short_reason_is_kept_and_called_short(qtbot: QtBot, stage: Stage) -> None:
    stage.page.findChildren(SwitchField)[0].click()
    reason = stage.text(REASON)
    qtbot.keyClicks(reason, "too short")
    stage.page.flush()
    assert stage.answer.reason == "too short"
    assert reason.property("wrong")
    assert "At least 10 characters; there are 9" in _said(stage)
    qtbot.keyClicks(reason, "!")
    stage.page.flush()
    assert not reason.property("wrong")


def test_without_a_reason_the_bar_says_so_and_leads_there(qtbot: QtBot, stage: Stage) -> None:
    stage.page.findChildren(SwitchField)[0].click()
    sentence = "The reason is missing: at least 10 characters"
    assert sentence in _said(stage)
    qtbot.waitUntil(stage.page.isActiveWindow)
    qtbot.mouseClick(_button(stage, "Fill in"), LEFT)
    assert QApplication.focusWidget() is stage.text(REASON)
    qtbot.keyClicks(stage.text(REASON), "we sell from one stall")
    stage.page.flush()
    assert sentence not in _said(stage)


def test_a_figure_that_is_no_number_is_red_and_saved_as_typed(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line(FIGURE)
    qtbot.keyClicks(line, "about a tenth")
    stage.page.flush()
    assert stage.answer.figure("1.1.k1") == Figure(current="about a tenth")
    assert line.property("wrong")
    line.clear()
    qtbot.keyClicks(line, "10.5%")
    stage.page.flush()
    assert stage.answer.figure("1.1.k1") == Figure(current="10.5%")
    assert not line.property("wrong")


def test_this_year_and_last_year_are_two_figures(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClicks(stage.line(FIGURE), "2")
    qtbot.keyClicks(stage.line(FIGURE.replace("2025", "2024")), "1")
    stage.page.flush()
    assert stage.answer.figure("1.1.k1") == Figure(current="2", previous="1")


@pytest.mark.parametrize(("place", "year"), [("1.1.k1", 2025), ("1.1.k1.previous", 2024)])
def test_a_finding_at_a_figure_leads_to_its_year_and_chooses_what_stands_there(
    qtbot: QtBot, stage: Stage, place: str, year: int
) -> None:
    figure = Figure("12.5", "9.5")
    stage.change(stage.session.current.with_answer(stage.answer.with_figure("1.1.k1", figure)))
    qtbot.waitUntil(stage.page.isActiveWindow)
    stage.page.focus_start(place)
    line = QApplication.focusWidget()

    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == f"Share of orders won by grouped offers, {year}"
    assert line.selectedText() == ("12.5" if year == 2025 else "9.5")
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())


def test_a_figure_of_an_item_says_which_number_was_read(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path, item="4.3") as stage:
        name = "Cross-border e-commerce value, 2025"
        line = stage.find(QLineEdit, lambda line: line.accessibleName() == name)
        for typed, said in (
            ("9,780,000元", "2025: That is 978 (CNY 10,000)"),
            ("8,100,000", "2025: That is 8,100,000 (CNY 10,000)"),
        ):
            line.setFocus()
            line.selectAll()
            line.insert(typed)
            line.textEdited.emit(typed)
            stage.page.flush()
            assert said in _said(stage)
            assert stage.stored.answer("4.3").figure("4.3.k1").current == typed
            assert not line.property("wrong")


def test_typing_is_told_late_and_flush_tells_it_at_once(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.page.typing):
        qtbot.keyClicks(stage.text("Scope"), "net shop")
    qtbot.keyClicks(stage.text("Note (optional)"), "since spring")
    assert stage.answer.statement == Statement()
    stage.page.flush()
    assert stage.answer.statement == Statement(scope="net shop", note="since spring")


def test_typing_in_one_visit_is_one_step_of_undo(qtbot: QtBot, stage: Stage) -> None:
    line = stage.text("Scope")
    line.setFocus()
    for piece in ("net ", "shop"):
        qtbot.keyClicks(line, piece)
        stage.page.flush()
    stage.undo()
    assert stage.answer.statement.scope == ""
    assert line.toPlainText() == ""


def test_a_change_elsewhere_leaves_focus_caret_and_typing_alone(
    qtbot: QtBot, filled: Stage
) -> None:
    line = filled.text("Scope")
    qtbot.waitUntil(filled.page.isActiveWindow)
    line.setFocus()
    cursor = line.textCursor()
    cursor.setPosition(4)
    line.setTextCursor(cursor)
    qtbot.keyClicks(line, "XY")
    typed = line.toPlainText()
    answer = filled.session.current.answer("1.1")
    filled.change(filled.session.current.with_answer(replace(answer, level=1)))
    assert (line.toPlainText(), line.textCursor().position()) == (typed, 6)
    assert QApplication.focusWidget() is line
    assert filled.level(1).isChecked()


def test_a_long_line_of_the_statement_can_be_read_whole(qtbot: QtBot, stage: Stage) -> None:
    line = stage.text("Person in charge")
    low = line.height()
    said = "; ".join(["the net shop and both branches"] * 3)
    qtbot.keyClicks(line, said)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stage.answer.statement.person == said
    _settle()
    assert line.height() >= 2 * low - 12
    assert not line.verticalScrollBar().maximum()
    qtbot.keyClicks(line, "x" * 100)
    stage.page.flush()
    assert len(stage.answer.statement.person) == 100


def test_the_note_grows_to_eight_lines_and_only_then_has_a_bar(qtbot: QtBot, stage: Stage) -> None:
    note = stage.text("Note (optional)")
    bar = note.verticalScrollBar()
    heights = []
    for count in range(1, 10):
        qtbot.keyClicks(note, f"line {count}")
        _settle()
        heights.append(note.height())
        assert bar.isVisible() == bool(bar.maximum()) == (count > 8), count
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert heights[0] == heights[2] < heights[3] < heights[7] == heights[8]


def test_the_page_follows_the_caret_of_a_note_that_grows(qtbot: QtBot, stage: Stage) -> None:
    note, column = stage.text("Note (optional)"), stage.find(ItemColumn)
    qtbot.waitUntil(stage.page.isActiveWindow)
    note.setFocus()
    column.verticalScrollBar().setValue(0)
    column.ensureWidgetVisible(note, 0, 0)
    for _ in range(6):
        qtbot.keyClick(note, Qt.Key.Key_Return)
        _settle()
    caret = note.viewport().mapTo(column.viewport(), note.cursorRect().bottomLeft())
    assert column.viewport().rect().contains(caret)


def _settle() -> None:
    """Each layout asks the one around it."""
    for _ in range(10):
        QApplication.processEvents()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_comes_out_plain_and_exact_in_every_field(
    qtbot: QtBot, stage: Stage, hostile: str
) -> None:
    QApplication.clipboard().setText(hostile)
    inputs: list[QLineEdit | QPlainTextEdit] = [
        *stage.page.findChildren(QLineEdit),
        *stage.page.findChildren(QPlainTextEdit),
    ]
    visible = [input for input in inputs if input.isVisible()]
    for input in visible:
        input.paste()
    stage.page.flush()
    answer = stage.answer
    wanted = clean_line(hostile)
    statement = answer.statement
    assert len(visible) == 11
    assert {statement.system, statement.since, statement.scope, statement.person} == {wanted}
    assert {figure.current for figure in answer.figures.values()} == {wanted}
    assert {figure.previous for figure in answer.figures.values()} == {wanted}
    assert statement.note == clean(hostile)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_reason_comes_out_plain_and_exact(
    qtbot: QtBot, stage: Stage, hostile: str
) -> None:
    stage.page.findChildren(SwitchField)[0].click()
    QApplication.clipboard().setText(hostile)
    stage.text(REASON).paste()
    stage.page.flush()
    assert stage.answer.reason == clean(hostile)


def test_a_text_ends_at_its_limit(qtbot: QtBot, stage: Stage) -> None:
    stage.page.findChildren(SwitchField)[0].click()
    QApplication.clipboard().setText("x" * (REASON_LIMIT + 50))
    stage.text(REASON).paste()
    stage.page.flush()
    assert stage.answer.reason == "x" * REASON_LIMIT


def test_no_label_takes_text_for_markup(filled: Stage) -> None:
    formats = {label.textFormat() for label in filled.page.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_what_is_missing_is_one_sentence_with_the_way_to_it(qtbot: QtBot, filled: Stage) -> None:
    answer = filled.session.current.answer("1.1")
    filled.change(filled.session.current.with_answer(replace(answer, figures={})))
    mend = _button(filled, "Fill in")
    sentence = "Claimed 4, only 2 counts: no key figure for 2025"
    assert sentence in _said(filled)
    qtbot.waitUntil(filled.page.isActiveWindow)
    qtbot.mouseClick(mend, LEFT)
    assert QApplication.focusWidget() is filled.line(FIGURE)
    qtbot.keyClicks(filled.line(FIGURE), "0")
    filled.page.flush()
    assert not mend.isVisible()


def test_later_is_kept_and_taken_back(qtbot: QtBot, stage: Stage) -> None:
    later = _button(stage, "Come back to this item later")
    qtbot.mouseClick(later, LEFT)
    assert stage.answer.later
    qtbot.mouseClick(later, LEFT)
    assert not stage.answer.later


def test_the_bar_leads_to_the_neighbours(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path, "2.1") as stage:
        qtbot.mouseClick(_button(stage, "Next: 2.2"), LEFT)
        qtbot.mouseClick(_button(stage, "Previous"), LEFT)
        assert stage.places == ["item/2.2", "item/1.5"]


def test_after_the_last_item_of_all_answered_come_the_results(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path, "6.4", filled=True) as stage:
        qtbot.mouseClick(_button(stage, "All answered: to the check"), LEFT)
        assert stage.places == ["review"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [560, 845, 1100])
def test_no_descriptor_is_cut(qtbot: QtBot, tmp_path: Path, language: Language, width: int) -> None:
    with staged(tmp_path, "6.4", language) as stage:
        stage.page.resize(width, 600)
        qtbot.waitExposed(stage.page)
        for row in stage.page.findChildren(ChoiceRow):
            assert row.height() >= row.heightForWidth(row.width())
            assert row.width() <= width


@pytest.mark.parametrize("section", ["practices", "figures", "statement", "evidence"])
def test_a_place_may_name_a_section_which_then_has_the_keyboard_in_sight(
    qtbot: QtBot, filled: Stage, section: str
) -> None:
    qtbot.waitUntil(filled.page.isActiveWindow)
    filled.page.focus_start(section)
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    top = focused.mapTo(filled.page, focused.rect().topLeft()).y()
    assert 80 <= top < filled.page.height() - 52


def test_every_control_has_a_name(filled: Stage) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QAbstractButton)
    controls = [control for kind in kinds for control in filled.page.findChildren(kind)]
    nameless = [control for control in controls if not control.accessibleName()]
    assert len(controls) > 30
    assert nameless == []


def test_the_keyboard_reaches_every_field(qtbot: QtBot, filled: Stage) -> None:
    qtbot.waitUntil(filled.page.isActiveWindow)
    filled.page.focus_start()
    reached = set()
    for _ in range(80):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    fields = [f for k in (QLineEdit, QPlainTextEdit) for f in filled.page.findChildren(k)]
    assert {field for field in fields if field.isVisible()} <= reached
    assert set(filled.page.findChildren(TickField)) <= reached
