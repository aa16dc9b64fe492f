"""A year that was begun with the answers of the one before, in the real window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.statement import Statement
from digicom_desktop.session import Session
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.last_year import LastYear, LastYearText
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail_rows import ItemRow
from digicom_desktop.ui.statement_form import StatementForm
from tests.ui.stage import page_of, part, texts, window_on, workspace_in


@pytest.fixture
def year(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, Session]]:
    """The window on 2026, begun with the sample's 2025."""
    with workspace_in(tmp_path / "data") as workspace:
        session = workspace.carry_forward(workspace.add_sample().id)
        makers = page_makers(PreferenceFile(workspace.database.parent))
        with window_on(workspace, makers) as window:
            window.open_session(session, "item/1.1")
            QApplication.processEvents()
            yield window, session


def _button(window: MainWindow, text: str) -> QPushButton:
    buttons = page_of(window).findChildren(Button)
    return next(b for b in buttons if b.text() == text and b.isVisible())


def _row(window: MainWindow, number: str) -> ItemRow:
    rows = page_of(window).findChildren(ItemRow)
    return next(row for row in rows if row.accessibleName().startswith(number))


def test_last_year_s_levels_stand_above_the_answer(year: tuple[MainWindow, Session]) -> None:
    window, _ = year
    said = " ".join(texts(part(window, LastYear)))

    assert "2025 年自评 4 级，佐证 4 级" in said
    assert "this is your answer for 2025." in said
    assert _row(window, "1.1").accessibleDescription() == "last year's answer, to be confirmed"


def test_the_y_key_makes_an_answer_this_year_s(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    qtbot.keyClick(page_of(window).focusWidget() or window, Qt.Key.Key_Y)

    assert not session.current.answer("1.1").to_confirm
    assert session.result.answered == 1
    assert not any("this is your answer" in text for text in texts(part(window, LastYear)))
    page_of(window).undo()
    assert session.result.answered == 0


def test_a_click_makes_an_answer_this_year_s(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    qtbot.mouseClick(_button(window, "Still true (Y)"), Qt.MouseButton.LeftButton)

    assert session.result.answered == 1


def test_another_level_confirms_too(qtbot: QtBot, year: tuple[MainWindow, Session]) -> None:
    window, session = year
    qtbot.keyClick(page_of(window).focusWidget() or window, Qt.Key.Key_2)

    assert session.current.answer("1.1").level == 2
    assert session.result.answered == 1


def test_an_item_that_did_not_apply_is_confirmed_as_well(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    page_of(window).go("item/3.1")
    QApplication.processEvents()
    assert session.result.not_applicable == 0
    qtbot.mouseClick(_button(window, "Still true (Y)"), Qt.MouseButton.LeftButton)

    assert session.result.not_applicable == 1


@pytest.mark.parametrize("item", ["3.1", "6.1"])
def test_the_y_key_confirms_that_an_item_does_not_apply_and_types_nothing(
    qtbot: QtBot, year: tuple[MainWindow, Session], item: str
) -> None:
    window, session = year
    reason = session.current.answer(item).reason
    page_of(window).go(f"item/{item}")
    QApplication.processEvents()
    qtbot.keyClick(page_of(window).focusWidget(), Qt.Key.Key_Y)
    qtbot.keyClick(page_of(window).focusWidget(), Qt.Key.Key_Y)
    page_of(window).flush()

    assert session.result.not_applicable == 1
    assert session.current.answer(item).reason == reason


def test_this_year_s_figure_alone_confirms_nothing(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    page_of(window).go("item/1.1#figures")
    QApplication.processEvents()
    qtbot.keyClicks(page_of(window).focusWidget(), "63.2")
    page_of(window).flush()

    assert "63.2" in {figure.current for figure in session.current.answer("1.1").figures.values()}
    assert session.current.answer("1.1").to_confirm
    assert any("this is your answer" in text for text in texts(part(window, LastYear)))


def test_what_was_written_last_year_is_marked_until_it_is_changed(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    page_of(window).go("item/1.1#level")
    QApplication.processEvents()
    marked = [text for text in texts(part(window, StatementForm)) if "Written for 2025" in text]
    answer = session.current.answer("1.1")
    assert len(marked) == 1
    blank = replace(answer, statement=Statement())
    page_of(window)._on_change_requested(session.current.with_answer(blank), "")

    assert not any("Written for" in text for text in texts(part(window, StatementForm)))


def test_figures_and_statement_of_last_year_are_shown_on_request(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    previous = session.current.previous
    assert previous is not None
    qtbot.mouseClick(_button(window, "Show all of it"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert _button(window, "Show less").isVisible()
    shown = part(window, LastYear).height()
    qtbot.mouseClick(_button(window, "Show less"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: part(window, LastYear).height() < shown)


def test_last_year_s_narratives_are_shown_below_the_fields(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    page_of(window).go("company")
    page_of(window).go("company#problems")
    found = page_of(window).findChildren(LastYearText)
    assert len(found) == 3
    assert session.current.company.results == ""


def test_a_narrative_of_last_year_is_copied_or_brought_in_and_undo_takes_it_out(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    previous = session.current.previous
    assert previous is not None
    page_of(window).go("company")
    page_of(window).go("company#results")
    found = page_of(window).findChildren(LastYearText)
    before = next(f for f in found if f.text == previous.narratives["results"])
    qtbot.mouseClick(before.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    said = next(label for label in before.findChildren(QLabel) if label.isVisible())
    assert said.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    qtbot.mouseClick(before.findChildren(Button)[1], Qt.MouseButton.LeftButton)

    assert session.current.company.results == previous.narratives["results"]
    page_of(window).undo()
    assert session.current.company.results == ""


def test_a_year_begun_from_the_one_before_says_what_is_to_be_done(
    qtbot: QtBot, year: tuple[MainWindow, Session]
) -> None:
    window, session = year
    waiting = [id for id in session.edition.item_ids if session.current.answer(id).to_confirm]
    said = (
        "The answers of 2025 are here. Items to be confirmed or changed one by one: "
        f"{len(waiting)}. The figures of 2026 are to be filled in anew."
    )
    assert said not in texts(window)
    page_of(window).go("company")
    QApplication.processEvents()
    assert said in texts(window)
    qtbot.mouseClick(_button(window, "Begin with 1.1"), Qt.MouseButton.LeftButton)
    assert page_of(window).place == "item/1.1"
    QApplication.processEvents()
    assert said not in texts(window)


def test_a_first_year_has_no_year_before(qtbot: QtBot, tmp_path: Path) -> None:
    with workspace_in(tmp_path / "data") as workspace:
        session = workspace.add_sample()
        makers = page_makers(PreferenceFile(workspace.database.parent))
        with window_on(workspace, makers) as window:
            window.open_session(session, "item/1.1")
            assert page_of(window).findChild(LastYear) is None


def test_what_the_check_found_is_said_where_all_is_filled_in(qtbot: QtBot, tmp_path: Path) -> None:
    with workspace_in(tmp_path / "data") as workspace:
        session = workspace.add_sample()
        company = replace(session.current.company, credit_code="91361130MA00CHA53K")
        session.change(replace(session.current, company=company))
        makers = page_makers(PreferenceFile(workspace.database.parent))
        with window_on(workspace, makers) as window:
            window.open_session(session, "company")
            QApplication.processEvents()
            assert "Everything is filled in; the check found something (1)." in texts(window)
            qtbot.mouseClick(_button(window, "Look at them"), Qt.MouseButton.LeftButton)
            assert page_of(window).place == "review"
