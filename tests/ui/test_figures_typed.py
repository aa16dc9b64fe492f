"""Figures that come in blocks, stand in two places, or look wrong: said and done at the field."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer, Figure
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.company_page import CompanyPage
from digicom_desktop.workspace import Workspace
from tests.ui import item_stage, page_stage
from tests.ui.page_stage import Stage

PROFIT, STAFF = "Total profit", "IT and digital-commerce staff"


def _make(session: Session, words: Words, workspace: Workspace) -> CompanyPage:
    page = CompanyPage(session, words, workspace)
    page.complete()
    return page


@pytest.fixture
def firm(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with page_stage.staged(tmp_path, _make) as stage:
        yield stage


@contextmanager
def _item(folder: Path, item: str) -> Iterator[item_stage.Stage]:
    with item_stage.staged(folder, item) as stage:
        QTest.qWaitForWindowExposed(stage.page)
        yield stage


def _paste(stage: Stage, name: str, text: str) -> QLineEdit:
    line = stage.line(name)
    line.setFocus()
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return line


def _type(stage: Stage, name: str, text: str) -> QLineEdit:
    """Types ``text`` and leaves the field."""
    line = stage.line(name)
    line.setFocus()
    line.selectAll()
    line.insert(text)
    line.textEdited.emit(text)
    line.clearFocus()
    stage.page.flush()
    return line


def _offers(stage: Stage) -> list[QAbstractButton]:
    QApplication.processEvents()
    buttons = stage.page.findChildren(QAbstractButton)
    return [b for b in buttons if b.isVisible() and "take it over" in b.accessibleName()]


def _said(stage: Stage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in stage.page.findChildren(QLabel) if label.isVisible()]


def test_a_copied_column_fills_the_rows_below_in_one_step(firm: Stage) -> None:
    _paste(firm, f"{PROFIT}, 2025", "1,563.25\r\n12\r\n")

    metric = firm.stored.metric
    assert (metric("profit_total").current, metric("it_staff").current) == ("1,563.25", "12")
    assert firm.line(f"{STAFF}, 2025").text() == "12"
    firm.undo()
    assert firm.session.current.metric("profit_total") == MetricValue()
    assert firm.session.current.metric("it_staff") == MetricValue()


def test_a_copied_block_fills_both_years_as_they_stand(firm: Stage) -> None:
    names = [f"{PROFIT}, 2025", f"{PROFIT}, 2024"]
    names.sort(key=lambda name: firm.line(name).mapToGlobal(firm.line(name).rect().topLeft()).x())
    _paste(firm, names[0], "1\t2\n3\t")

    assert [firm.line(name).text() for name in names] == ["1", "2"]
    second = [name.replace(PROFIT, STAFF) for name in names]
    assert [firm.line(name).text() for name in second] == ["3", ""]


def test_a_block_that_does_not_fit_is_refused_whole(firm: Stage) -> None:
    line = _paste(firm, f"{PROFIT}, 2025", "Total profit\t1\t2\t3\n4\t5\t6\t7")

    assert line.text() == ""
    assert firm.session.current.metrics == firm.stored.metrics == {}
    assert line.accessibleDescription().startswith("Nothing was pasted: 2 × 4 cells do not fit")


def test_one_copied_cell_is_pasted_as_ever(firm: Stage) -> None:
    line = _paste(firm, f"{PROFIT}, 2025", "1,563.25\r\n")
    firm.page.flush()

    assert line.text().strip() == "1,563.25"
    assert firm.stored.metric("profit_total").current.strip() == "1,563.25"


def test_a_copied_block_fills_the_key_figures_of_an_item(qtbot: QtBot, tmp_path: Path) -> None:
    with _item(tmp_path, "1.1") as stage:
        _paste(stage, "Share of orders won by grouped offers, 2024", "7.6%\t11.3%\n123.7\t101.4")

        assert stage.answer.figure("1.1.k1") == Figure("11.3%", "7.6%")
        assert stage.answer.figure("1.1.k2") == Figure("101.4", "123.7")
        stage.undo()
        assert stage.session.current.answer("1.1").figures == {}


def test_what_the_firm_states_is_offered_where_the_item_asks_for_it_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with _item(tmp_path, "4.3") as stage:
        assert not _offers(stage)
        current = replace(stage.session.current, profile=frozenset({"foreign_trade"}))
        stage.change(current.with_metric("cbec_trade", MetricValue("978", "640")))
        offer = stage.button("The company page says 640 (2024), 978 (2025): take it over")
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)

        assert stage.answer.figure("4.3.k1") == Figure("978", "640")
        assert not _offers(stage)
        answer = stage.answer.with_figure("4.3.k1", Figure("950", ""))
        stage.change(stage.session.current.with_answer(answer))
        assert stage.button("The company page says 640 (2024): take it over")
        assert any("950" in said and "978" in said for said in _said(stage))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("-5", "A share cannot be below 0."), ("162%", "A share cannot be above 100%.")],
)
def test_an_impossible_share_is_red_at_its_field(
    qtbot: QtBot, tmp_path: Path, typed: str, said: str
) -> None:
    with _item(tmp_path, "1.1") as stage:
        line = _type(stage, "Share of orders won by grouped offers, 2025", typed)

        assert line.property("wrong") == "true"
        assert said in line.accessibleDescription()
        rules = [f.rule for f in stage.session.appraisal.findings if f.subject == "1.1.k1"]
        assert rules == ["figure.share"]


def test_yuan_taken_for_ten_thousand_yuan_is_said_at_the_field(firm: Stage) -> None:
    firm.change(firm.session.current.with_metric("revenue", MetricValue("", "4,210")))
    line = _type(firm, "Operating revenue, 2025, required", "42,300,000")

    assert line.property("doubtful") == "true"
    assert "it may be in yuan" in line.accessibleDescription()
    _type(firm, "Operating revenue, 2025, required", "4,230")
    assert not line.property("doubtful")


def test_a_foundation_in_the_future_is_said_at_the_field(firm: Stage) -> None:
    name = firm.words.say("company.founded")
    line = _type(firm, name, "2099-05-01")

    assert line.property("doubtful") == "true"
    assert "2099" in line.accessibleDescription()


@pytest.mark.parametrize(
    ("name", "typed", "narrow"),
    [
        ("postcode", "５１５８００", "515800"),
        ("phone", "０７５４－８８８８８８８８", "0754-88888888"),
        ("credit_code", "９１３６１１３０ＭＡ００ＣＨＡ５３Ｊ", "91361130MA00CHA53J"),
    ],
)
def test_digits_in_full_width_become_half_width_when_the_field_is_left(
    firm: Stage, name: str, typed: str, narrow: str
) -> None:
    label = firm.words.say(f"company.{name}")
    [line] = [
        line
        for line in firm.page.findChildren(QLineEdit)
        if line.accessibleName() in (label, f"{label}, required")
    ]
    line.setFocus()
    line.insert(typed)
    line.textEdited.emit(typed)
    firm.line(f"{PROFIT}, 2025").setFocus()
    QApplication.processEvents()

    assert line.text() == narrow
    assert getattr(firm.stored.company, name) == narrow
    firm.undo()
    assert getattr(firm.session.current.company, name) == ""


def test_full_width_that_stands_there_is_left_until_somebody_types(firm: Stage) -> None:
    company = replace(firm.session.current.company, postcode="５１５８００")
    firm.change(replace(firm.session.current, company=company))
    line = firm.line(firm.words.say("company.postcode"))
    line.setFocus()
    firm.line(f"{PROFIT}, 2025").setFocus()

    assert firm.stored.company.postcode == "５１５８００"


def test_an_answer_without_figures_is_offered_nothing_where_nothing_is_known(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with _item(tmp_path, "4.3") as stage:
        stage.change(stage.session.current.with_answer(Answer("4.3", level=2)))
        assert not _offers(stage)
