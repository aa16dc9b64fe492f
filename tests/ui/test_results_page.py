import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.advice import Change, Need
from digicom_desktop.domain.assessment import Answer, Evidence, EvidenceRegister
from digicom_desktop.domain.chart_shapes import Box, Role, Shape
from digicom_desktop.domain.closing_views import StepView
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.way import way_to_next_level
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.chart_card import ChartCard
from digicom_desktop.ui.chart_cards import BarsCard, RadarCard, StripCard
from digicom_desktop.ui.chart_view import ChartView
from digicom_desktop.ui.chips import MethodChip
from digicom_desktop.ui.gates_card import GatesCard
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.linked_text import LinkedText
from digicom_desktop.ui.momentum_card import MomentumCard
from digicom_desktop.ui.numbers_table import NumbersTable
from digicom_desktop.ui.results_page import ResultsPage
from digicom_desktop.ui.score_card import ScoreCard
from digicom_desktop.ui.steps_card import StepButton, StepsCard
from digicom_desktop.ui.tokens import RAIL_WIDTH
from digicom_desktop.ui.way_line import WayLine
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import Stage, staged


def make(session: Session, words: Words, workspace: Workspace) -> ResultsPage:
    return ResultsPage(session, words)


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make, filled=True) as stage:
        yield stage


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make) as stage:
        yield stage


def strip(stage: Stage) -> ChartView:
    return stage.find(StripCard).chart


def texts(stage: Stage, kind: type[ScoreCard | GatesCard]) -> list[str]:
    return [label.text() for label in stage.find(kind).findChildren(QLabel) if label.isVisible()]


def test_the_evidence_backed_score_is_accent_and_the_declared_one_neutral(filled: Stage) -> None:
    card = filled.find(ScoreCard)
    tones = {
        label.text(): (label.property("tone"), label.property("type"))
        for label in card.findChildren(PlainLabel)
    }
    assert tones[filled.report.supported.shown] == ("accent", "score")
    assert tones[filled.report.declared.shown] == ("text2", "score2")


def test_every_gate_stands_with_what_is_there_and_what_is_needed(filled: Stage) -> None:
    said = texts(filled, GatesCard)
    level = filled.report.firm_level
    assert level.sentence in said
    assert level.gates
    for gate in level.gates:
        at = said.index(gate.name)
        assert said[at : at + 3] == [gate.name, gate.have, gate.need]
    marks = [
        label.accessibleName()
        for label in filled.find(GatesCard).findChildren(QLabel)
        if label.accessibleName() in {"met", "not met"}
    ]
    assert marks == ["met" if gate.holds else "not met" for gate in level.gates]


def test_the_charts_say_the_numbers_of_the_report(filled: Stage) -> None:
    report = filled.report
    radar = filled.find(RadarCard).chart.accessibleDescription()
    bars = filled.find(BarsCard).chart.accessibleDescription()
    for view in report.directions:
        expected = f"{view.name}: evidence-backed {view.supported.shown}, "
        assert expected + f"declared {view.claimed.shown}" in radar
    for characteristic in report.characteristics:
        assert f"{characteristic.name}: evidence-backed {characteristic.supported.shown}" in bars


def test_the_strip_says_every_item(filled: Stage) -> None:
    lines = strip(filled).accessibleDescription().splitlines()
    assert len(lines) == len(filled.report.items)
    for line, item in zip(lines, filled.report.items, strict=True):
        assert line.startswith(f"{item.id} {item.title}: ")
        if item.claimed is None:
            assert item.state_name in line
        else:
            assert f"level {item.supported} {item.supported_name}" in line
            assert f"level {item.claimed} {item.claimed_name}" in line


def test_a_click_on_a_cell_leads_to_its_item(qtbot: QtBot, filled: Stage) -> None:
    QApplication.processEvents()
    chart = strip(filled)
    for item in ("1.1", "4.2", "6.4"):
        place = chart.place_of(item)
        assert place is not None
        corner = place.topLeft() + QPointF(8, 8)
        assert (mark := chart.mark_at(corner)) and mark.key == item
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=corner.toPoint())
    assert filled.places == ["item/1.1", "item/4.2", "item/6.4"]


def test_nothing_happens_beside_the_cells(qtbot: QtBot, filled: Stage) -> None:
    chart = strip(filled)
    corner = QPoint(chart.width() - 1, chart.height() - 1)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=corner)
    assert filled.places == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_arrow_keys_and_enter_lead_to_an_item(qtbot: QtBot, filled: Stage) -> None:
    chart = strip(filled)
    chart.setFocus()
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert filled.places == ["item/1.2"]


def rows(stage: Stage) -> list[StepButton]:
    QApplication.processEvents()
    return [row for row in stage.find(StepsCard).findChildren(StepButton) if row.isVisible()]


def names(steps: tuple[StepView, ...]) -> list[str]:
    return [f"{step.short}. {step.where}. Adds {step.gain_shown} to the score" for step in steps]


def test_the_best_five_steps_stand_first_and_all_on_request(filled: Stage) -> None:
    steps = filled.report.steps
    assert len(steps) > 5
    assert [row.accessibleName() for row in rows(filled)] == names(steps[:5])
    filled.button(f"Show {len(steps) - 5} more").click()
    assert [row.accessibleName() for row in rows(filled)] == names(steps)
    filled.button("Show fewer").click()
    assert len(rows(filled)) == 5


def test_a_step_opens_its_item_where_the_step_is_taken(filled: Stage) -> None:
    filled.button(f"Show {len(filled.report.steps) - 5} more").click()
    for row in rows(filled):
        row.click()
    sections = {
        Need.CLAIM: "level",
        Need.FIGURE: "figures",
        Need.GRADE: "evidence",
    }
    expected = [
        f"item/{step.item}#statement"
        if step.changes[0] == Change(Need.GRADE, 1)
        else f"item/{step.item}#{sections[step.changes[0].need]}"
        for step in filled.session.appraisal.steps
    ]
    assert filled.places == expected
    assert len({place.partition("#")[2] for place in expected}) == 4


def test_enter_takes_a_step_as_a_click_does(qtbot: QtBot, filled: Stage) -> None:
    row = rows(filled)[0]
    qtbot.keyClick(row, Qt.Key.Key_Return)
    by_enter = filled.places.pop()
    row.click()
    assert filled.places == [by_enter]


def test_without_a_step_left_the_card_says_so(filled: Stage) -> None:
    current = filled.session.current
    for id in filled.session.edition.item_ids:
        answer = replace(current.answer(id), not_applicable=True, reason="It does not apply here")
        current = current.with_answer(answer)
    filled.change(current)
    assert not rows(filled)
    assert "Every item that applies counts at the highest level." in filled.said


def links(text: LinkedText) -> list[QAbstractButton]:
    QApplication.processEvents()
    return [button for button in text.findChildren(QAbstractButton) if button.isVisible()]


def test_the_way_to_the_next_level_names_its_items_as_links(qtbot: QtBot, filled: Stage) -> None:
    way = way_to_next_level(filled.session.edition, filled.session.appraisal.ratings)
    line = filled.find(WayLine)
    named = " and ".join(move.item for move in way.moves)
    assert line.text() == f"{len(way.moves)} more at level {way.level} would do; nearest: {named}"
    for move, link in zip(way.moves, links(line), strict=True):
        assert link.accessibleName().startswith(f"{move.item} ")
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert [place.partition("#")[0] for place in filled.places] == [
        f"item/{move.item}" for move in way.moves for _ in range(2)
    ]


def test_where_only_evidence_is_missing_the_way_asks_for_evidence(stage: Stage) -> None:
    """Four boxes of a statement let 2.2 rise to level 2, and leave the condition as it was."""
    current = stage.session.current
    full = Statement(*["As it is"] * 4)
    proof = EvidenceRegister()
    for id in stage.session.edition.item_ids:
        level = 2 if id in ("1.1", "1.2", "3.1", "3.2", "4.1", "5.1", "6.1") else 1
        statement = full if id != "2.2" else Statement()
        answer = Answer(id, level=2 if id == "2.2" else level, statement=statement)
        current = current.with_answer(answer)
    for id in ("1.2", "3.1"):
        proof = proof.with_new(Evidence(f"{id}-01", "Screenshot", items=(id,)))
    stage.change(replace(current, evidence=proof))

    assert [gate.id for gate in stage.session.result.gates if not gate.holds] == ["evidenced"]
    line = stage.find(WayLine)
    assert line.text() == "Evidence of grade 2 for 1 at level 2 would do; nearest: 1.1"


def test_a_score_above_all_directions_is_explained(filled: Stage) -> None:
    why = "The best 8 items make up 70%, all items that apply 30%"
    result = filled.session.result
    assert all((result.supported or 0) > (d.supported or 0) for d in result.directions.values())
    assert any(said.startswith(why) for said in filled.said)
    current = filled.session.current
    for id in filled.session.edition.item_ids:
        statement = Statement(*["As it is"] * 4)
        current = current.with_answer(Answer(id, level=1, statement=statement))
    filled.change(replace(current, evidence=EvidenceRegister()))

    assert not any(said.startswith(why) for said in filled.said)


def test_a_long_way_is_told_by_its_first_items(stage: Stage) -> None:
    stage.change(stage.session.current.with_answer(Answer("1.1", level=0)))
    line = stage.find(WayLine)
    way = way_to_next_level(stage.session.edition, stage.session.appraisal.ratings)
    assert len(links(line)) == min(6, len(way.moves))
    assert line.isVisible()


def test_there_is_no_way_where_there_is_no_level(filled: Stage) -> None:
    current = filled.session.current
    for id in filled.session.edition.item_ids[:12]:
        answer = replace(current.answer(id), not_applicable=True, reason="It does not apply here")
        current = current.with_answer(answer)
    filled.change(current)
    assert not filled.find(WayLine).isVisible()


def test_the_strongest_and_the_weakest_three_lead_to_their_items(filled: Stage) -> None:
    report = filled.report
    found = [links(text) for text in filled.find(BarsCard).findChildren(LinkedText)]
    weakest = [id for id in report.weakest if id not in report.strongest]
    assert [len(buttons) for buttons in found] == [3, len(weakest)]
    for buttons in found:
        for button in buttons:
            button.click()
    assert filled.places == [f"item/{id}" for id in (*report.strongest, *weakest)]


def with_last_year(stage: Stage) -> None:
    current = stage.session.current
    answers = {
        id: PreviousAnswer(level=answer.level, supported=1 if answer.level else answer.level)
        for id, answer in current.answers.items()
    }
    previous = Previous(current.year - 1, current.edition, "", MappingProxyType(answers))
    stage.change(replace(current, previous=previous))


def test_last_year_has_its_outline_its_legend_and_its_numbers(filled: Stage) -> None:
    year = str(filled.session.current.year - 1)
    card = filled.find(RadarCard)
    assert not drawn(card.chart, Role.PREVIOUS)
    assert year not in filled.said
    with_last_year(filled)
    previous = filled.report.previous
    assert previous is not None
    assert drawn(card.chart, Role.PREVIOUS)
    assert year in filled.said
    shown = previous.shown["1"]
    assert f"\n{year}: {shown}\n" in card.chart.accessibleDescription()
    filled.button("Six directions: show the numbers").click()
    assert table(card).numbers.heads[-1] == year
    assert [row[-1] for row in table(card).numbers.rows] == list(previous.shown.values())


def drawn(chart: ChartView, role: Role) -> list[Shape]:
    return [shape for shape in chart.shapes if shape.role is role]


def table(card: ChartCard) -> NumbersTable:
    found = card.findChild(NumbersTable)
    assert isinstance(found, NumbersTable)
    return found


def test_each_chart_has_its_numbers_as_a_table(filled: Stage) -> None:
    report = filled.report
    cards = (filled.find(RadarCard), filled.find(BarsCard), filled.find(StripCard))
    for name in ("Six directions", "Six characteristics", "All items"):
        filled.button(f"{name}: show the numbers").click()
    QApplication.processEvents()
    assert [table(card).isVisible() for card in cards] == [True] * 3
    assert [card.chart.isVisible() for card in cards] == [False] * 3
    radar, bars, strip = (table(card).numbers.rows for card in cards)
    assert radar == tuple(
        (view.name, view.supported.shown, view.claimed.shown) for view in report.directions
    )
    assert bars == tuple(
        (view.name, view.supported.shown, view.claimed.shown) for view in report.characteristics
    )
    assert [row[0] for row in strip] == [f"{item.id} {item.title}" for item in report.items]
    assert f"{report.items[0].supported} {report.items[0].supported_name}" == strip[0][1]
    filled.button("All items: show the chart").click()
    assert cards[2].chart.isVisible()


def test_the_table_stays_and_follows_what_is_answered(filled: Stage) -> None:
    filled.button("Six directions: show the numbers").click()
    shown = table(filled.find(RadarCard))
    shown.setCurrentIndex(shown.model().index(3, 1))
    before = shown.numbers
    answer = replace(filled.session.current.answer("1.1"), level=0)
    filled.change(filled.session.current.with_answer(answer))
    assert shown.isVisible()
    assert shown.numbers != before
    assert shown.numbers.rows[0][1] == filled.report.directions[0].supported.shown
    assert (shown.currentIndex().row(), shown.currentIndex().column()) == (3, 1)


def test_rows_of_a_table_are_copied_for_another_program(qtbot: QtBot, filled: Stage) -> None:
    filled.button("Six directions: show the numbers").click()
    QApplication.processEvents()
    shown = table(filled.find(RadarCard))
    first = filled.report.directions[0]
    shown.selectRow(0)
    shown.copy()
    line = f"{first.name}\t{first.supported.shown}\t{first.claimed.shown}"
    assert QApplication.clipboard().text() == line
    shown.selectAll()
    shown.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[:2] == ["Direction\tEvidence-backed\tDeclared", line]
    assert len(lines) == 7


def test_a_row_is_read_aloud_with_its_heads(filled: Stage) -> None:
    filled.button("Six directions: show the numbers").click()
    model = table(filled.find(RadarCard)).model()
    first = filled.report.directions[0]
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        f"{first.name}, Evidence-backed: {first.supported.shown}, Declared: {first.claimed.shown}"
    )


def test_every_row_of_a_table_is_in_sight(filled: Stage) -> None:
    filled.button("All items: show the numbers").click()
    QApplication.processEvents()
    shown = table(filled.find(StripCard))
    last = shown.visualRect(shown.model().index(shown.model().rowCount() - 1, 0))
    assert last.bottom() < shown.viewport().height()
    assert shown.verticalScrollBar().maximum() == 0
    assert last.right() < shown.viewport().width()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_tab_shows_the_first_numbers_and_arrows_the_next(qtbot: QtBot, filled: Stage) -> None:
    chart = filled.find(RadarCard).chart
    whole = chart.accessibleDescription().splitlines()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.accessibleDescription() == whole[0]
    assert QToolTip.text() == whole[0]
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == whole[1]
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == whole[-1]
    assert QToolTip.text() == whole[-1]
    chart.clearFocus()
    assert chart.accessibleDescription().splitlines() == whole


def test_pointing_at_a_bar_shows_its_numbers(filled: Stage) -> None:
    QApplication.processEvents()
    chart = filled.find(BarsCard).chart
    for view in filled.report.characteristics:
        (track,) = (s for s in drawn(chart, Role.TRACK) if s.key == view.id)
        assert isinstance(track, Box)
        mark = chart.mark_at(QPointF(track.x + track.width / 2, track.y + 1))
        assert mark is not None
        assert mark.says.startswith(f"{view.name}: evidence-backed {view.supported.shown}")


def area_chip(stage: Stage, name: str) -> QWidget:
    return stage.find(QWidget, lambda widget: widget.accessibleName() == name)


def test_an_area_of_momentum_says_what_makes_it_so(filled: Stage) -> None:
    edition, items = filled.session.edition, {item.id: item for item in filled.report.items}
    for area in filled.report.momentum:
        chip = area_chip(filled, f"{area.name}: {area.state_name}")
        lines = chip.accessibleDescription().splitlines()
        feeding = [item.id for item in edition.items if area.id in item.momentum]
        assert sorted(line.partition(" ")[0] for line in lines) == sorted(feeding)
        levels = [items[line.partition(" ")[0]].supported or 0 for line in lines]
        assert levels == sorted(levels, reverse=True)
        assert chip.toolTip() == "\n".join(lines)
        assert chip.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_head_leads_to_plan_and_comparison(filled: Stage) -> None:
    filled.button("Compare…").click()
    filled.button("Make a plan").click()
    assert filled.places == ["compare", "plan"]
    with_last_year(filled)
    filled.button(f"Compare with {filled.session.current.year - 1}")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("width", "first"), [(1118, MomentumCard), (845, RadarCard)])
def test_tab_goes_through_the_cards_as_they_are_read(
    qtbot: QtBot, tmp_path: Path, width: int, first: type[QWidget]
) -> None:
    with staged(tmp_path, make, filled=True, width=width) as stage:
        stage.button("All items: show the numbers").click()
        stage.button("Show 12 more").click()
        QApplication.processEvents()
        stage.page.focus_start()
        order = [focused(stage)]
        while len(order) < 200:
            qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
            if focused(stage) is order[0]:
                break
            order.append(focused(stage))
        cards = [card for card, _ in itertools.groupby(order, card_of)]
        print(
            [
                (type(c).__name__, [type(w).__name__ + ":" + w.accessibleName()[:20] for w in g])
                for c, g in itertools.groupby(order, card_of)
            ]
        )
        assert cards[:3] == [None, stage.find(GatesCard), stage.find(first)]
        assert cards[-2:] == [stage.find(StepsCard), stage.find(StripCard)]
        assert len(cards) == 7
        steps = [widget for widget in order if isinstance(widget, StepButton)]
        tops = [step.mapTo(stage.page, QPoint()).y() for step in steps]
        assert tops == sorted(tops)
        assert isinstance(order[-1], NumbersTable)


def focused(stage: Stage) -> QWidget:
    widget = stage.page.focusWidget()
    assert widget is not None
    return widget


def card_of(widget: QWidget) -> QWidget | None:
    owner: QWidget | None = widget
    while owner is not None and not isinstance(owner, Card):
        owner = owner.parentWidget()
    return owner


def test_a_change_makes_no_widget_anew(filled: Stage) -> None:
    answer = replace(filled.session.current.answer("1.1"), level=1)
    filled.change(filled.session.current.with_answer(answer))
    filled.undo()  # by now there are as many links as either needs
    before = filled.page.findChildren(QWidget)
    filled.change(filled.session.current.with_answer(answer))
    QApplication.processEvents()
    assert filled.page.findChildren(QWidget) == before


def test_momentum_is_said_in_words(filled: Stage) -> None:
    QApplication.processEvents()
    chips = filled.find(MomentumCard).findChildren(QWidget)
    names = {chip.accessibleName() for chip in chips}
    assert {f"{area.name}: {area.state_name}" for area in filled.report.momentum} <= names


def test_the_notice_stands_where_the_scores_stand(filled: Stage) -> None:
    assert filled.report.method_note in filled.find(MethodChip).toolTip()
    filled.button("How this score was made").click()
    assert filled.places == ["worked"]


def test_without_an_answer_the_page_says_what_to_do(stage: Stage) -> None:
    assert "No results yet" in stage.said
    assert not stage.find(ScoreCard).isVisible()
    assert not stage.find(QAbstractButton, lambda b: b.text() == "Make a plan").isVisible()
    stage.button("Answer the first item").click()
    assert stage.places == ["item/1.1"]


def test_the_first_answer_shows_results_and_undo_takes_them_away(stage: Stage) -> None:
    stage.change(stage.session.current.with_answer(Answer("1.1", level=1)))
    assert stage.find(ScoreCard).isVisible()
    assert stage.report.supported.shown in texts(stage, ScoreCard)
    assert "Not answered yet: 21 of 22. They count as 0 here." in stage.said
    stage.button("Answer them").click()
    assert stage.places == ["item/1.2"]
    stage.undo()
    assert not stage.find(ScoreCard).isVisible()


def test_too_few_items_give_no_level_but_a_sentence(filled: Stage) -> None:
    current = filled.session.current
    for id in filled.session.edition.item_ids[:12]:
        answer = replace(current.answer(id), not_applicable=True, reason="It does not apply here")
        current = current.with_answer(answer)
    filled.change(current)
    assert filled.report.firm_level.level is None
    assert filled.report.firm_level.sentence in texts(filled, GatesCard)


@pytest.mark.parametrize(("width", "columns"), [(1118, 3), (845, 2), (600, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room(
    qtbot: QtBot, tmp_path: Path, width: int, columns: int
) -> None:
    with staged(tmp_path, make, filled=True, width=width) as stage:
        QApplication.processEvents()
        gates, score = stage.find(GatesCard), stage.find(ScoreCard)
        radar = stage.find(RadarCard)
        lefts = {card.x() for card in (gates, score, radar, stage.find(MomentumCard))}
        assert len(lefts) == columns
        assert (gates.y(), gates.x()) <= (score.y(), score.x()) or columns == 3
        assert isinstance(stage.page.findChild(QGridLayout), QGridLayout)


def test_the_page_speaks_chinese(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path, make, Language.ZH, filled=True) as stage:
        assert stage.report.firm_level.sentence in stage.said
        assert "本软件自评方法，非商务部官方评分" in stage.find(MethodChip).toolTip()


@pytest.mark.parametrize("width", [1024, 1280, 1366])
def test_the_bars_have_room_beside_or_below_their_names(filled: Stage, width: int) -> None:
    filled.page.resize(width - RAIL_WIDTH, 720)
    filled.page.show()
    QApplication.processEvents()
    shapes = filled.find(BarsCard).chart.shapes
    tracks = [s.width for s in shapes if isinstance(s, Box) and s.role is Role.TRACK]
    assert len(tracks) == 6
    assert min(tracks) >= 120


def test_the_title_of_the_conditions_counts_those_that_are_missing(filled: Stage) -> None:
    level = filled.report.firm_level
    missing = sum(not gate.holds for gate in level.gates)
    counted = "1 condition" if missing == 1 else f"{missing} conditions"
    assert level.sentence == f"{counted} short of {level.next_name}"
