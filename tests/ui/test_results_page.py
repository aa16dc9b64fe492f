from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.chart_cards import BarsCard, RadarCard, StripCard
from digicom_desktop.ui.chart_view import ChartView
from digicom_desktop.ui.gates_card import GatesCard
from digicom_desktop.ui.jump_row import JumpRow
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.momentum_card import MomentumCard
from digicom_desktop.ui.results_page import ResultsPage
from digicom_desktop.ui.score_card import ScoreCard
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


def test_items_that_are_held_back_say_why_and_lead_there(filled: Stage) -> None:
    held = [item for item in filled.report.items if item.hold_back]
    assert len(held) > 3
    more = filled.button(f"Show {len(held) - 3} more")
    more.click()
    QApplication.processEvents()
    rows = [row for row in filled.page.findChildren(JumpRow) if row.isVisible()]
    names = [row.accessibleName() for row in rows]
    assert names == [f"{item.id} {item.title}: {item.hold_back}" for item in held]
    rows[0].click()
    assert filled.places == [f"item/{held[0].id}#evidence"]


def test_enter_leads_on_from_a_row_as_a_click_does(qtbot: QtBot, filled: Stage) -> None:
    row = next(row for row in filled.page.findChildren(JumpRow) if row.isVisible())
    qtbot.keyClick(row, Qt.Key.Key_Return)
    by_enter = filled.places.pop()
    row.click()
    assert filled.places == [by_enter]


def test_momentum_is_said_in_words(filled: Stage) -> None:
    QApplication.processEvents()
    chips = filled.find(MomentumCard).findChildren(QWidget)
    names = {chip.accessibleName() for chip in chips}
    assert {f"{area.name}: {area.state_name}" for area in filled.report.momentum} <= names


def test_the_notice_stands_where_the_scores_stand(filled: Stage) -> None:
    assert filled.report.method_note in filled.said
    filled.button("How the score is made").click()
    assert filled.places == ["method"]


def test_without_an_answer_the_page_says_what_to_do(stage: Stage) -> None:
    assert "No results yet" in stage.said
    assert not stage.find(ScoreCard).isVisible()
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
        assert "本软件自评方法，非商务部官方评分" in stage.said
