"""Keys: declared once, obeyed as declared, never while somebody types, and all on the sheet."""

import ast
import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.session import Session
from digicom_desktop.ui.action_bar import ActionBar
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.item_page import ItemPage
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.shortcut_sheet import KeyCap, ShortcutSheet
from digicom_desktop.ui.shortcuts import SHORTCUTS, Act, Where, is_typing, shown_keys
from digicom_desktop.workspace import Workspace
from tests.ui.stage import page_of, texts, window_on, workspace_in

UI = Path(__file__).parents[2] / "digicom_desktop" / "ui"
OF_QT = {"inputs.py", "assessment_page.py"}
"""Files that ask Qt for its standard keys in fields of text."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    """The real window at item 1.2 of a new assessment."""
    with window_on(workspace, page_makers(PreferenceFile(workspace.database.parent))) as window:
        window.open_session(workspace.create(2025), "item/1.2")
        window.activateWindow()
        qtbot.waitActive(window)
        QApplication.processEvents()
        yield window
        page_of(window).flush()
        gc.collect()  # pages that were left hold one another


def press(window: MainWindow, key: str) -> None:
    """Presses ``key`` where the keyboard is, as a person does."""
    QTest.keySequence(focused(), QKeySequence(key))
    QApplication.processEvents()


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def go(window: MainWindow, place: str) -> None:
    """Goes to ``place`` and sees it painted."""
    page_of(window).go(place)
    QApplication.processEvents()


def session_of(window: MainWindow) -> Session:
    return page_of(window).session


def answer(window: MainWindow, item: str = "1.2") -> Answer:
    return session_of(window).saved.answer(item)


def change(window: MainWindow, assessment: Assessment) -> None:
    page_of(window)._on_change_requested(assessment, "")


@pytest.mark.parametrize("key", SHORTCUTS[Act.LEVEL].keys)
def test_a_level_is_chosen_by_its_digit(window: MainWindow, key: str) -> None:
    press(window, key)
    assert answer(window).level == int(key)


def test_a_digit_of_the_number_pad_is_as_good(window: MainWindow) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert answer(window).level == 3


def test_n_says_that_the_item_does_not_apply_and_asks_for_the_reason(window: MainWindow) -> None:
    press(window, "N")
    assert answer(window).not_applicable
    assert is_typing()
    QTest.keyClicks(focused(), "nothing of the kind, f4")
    page_of(window).flush()
    assert answer(window).reason == "nothing of the kind, f4"
    assert not answer(window).later


def test_n_again_says_that_it_applies_after_all(window: MainWindow) -> None:
    press(window, "N")
    press(window, "Tab")
    press(window, "N")
    assert not answer(window).not_applicable
    press(window, "2")
    assert answer(window).level == 2


def test_f_flags_the_item_and_takes_the_flag_off(window: MainWindow) -> None:
    press(window, "F")
    assert answer(window).later
    press(window, "F")
    assert not answer(window).later


def test_y_confirms_last_years_answer(window: MainWindow) -> None:
    last = replace(answer(window), level=2, to_confirm=True)
    change(window, session_of(window).current.with_answer(last))
    press(window, "Y")
    assert answer(window) == replace(last, to_confirm=False)


@pytest.mark.parametrize(
    ("act", "place"),
    ((Act.PREVIOUS, "item/1.1"), (Act.NEXT, "item/1.3"), (Act.BACK, "item/1.1"),
     (Act.ONWARD, "item/1.3"), (Act.NEXT_OPEN, "item/1.3")),
)  # fmt: skip
def test_every_way_to_another_item_goes_there(window: MainWindow, act: Act, place: str) -> None:
    for key in SHORTCUTS[act].keys:
        go(window, "item/1.2")
        press(window, key)
        assert (page_of(window).place, answer(window).level) == (place, None), key


def test_at_either_end_there_is_no_item_to_move_to(window: MainWindow) -> None:
    for item, key in (("1.1", "Alt+Left"), ("6.4", "Alt+Right")):
        go(window, f"item/{item}")
        press(window, key)
        assert page_of(window).place == f"item/{item}"


def test_ctrl_enter_comes_round_to_what_was_left_out_and_then_to_the_check(
    window: MainWindow,
) -> None:
    assessment = session_of(window).current
    for item in session_of(window).edition.item_ids[1:]:
        assessment = assessment.with_answer(Answer(item, level=1))
    change(window, assessment)
    go(window, "item/6.4")
    press(window, "Ctrl+Return")
    assert page_of(window).place == "item/1.1"
    press(window, "Ctrl+Return")
    assert page_of(window).place == "item/1.1"
    press(window, "1")
    press(window, "Ctrl+Return")
    assert page_of(window).place == "review"


OBEYED_OUTSIDE_TEXT = [
    pair
    for act in (
        Act.LEVEL, Act.NOT_APPLICABLE, Act.FLAG, Act.CONFIRM,
    )
    for pair in ((act, key) for key in SHORTCUTS[act].keys)
]  # fmt: skip


@pytest.mark.parametrize(("act", "key"), OBEYED_OUTSIDE_TEXT)
def test_no_key_is_obeyed_while_somebody_types(window: MainWindow, act: Act, key: str) -> None:
    go(window, "item/1.2#statement")
    assert isinstance(focused(), QPlainTextEdit)
    press(window, key)
    before = answer(window)
    assert page_of(window).place == "item/1.2"
    assert (before.level, before.not_applicable, before.later) == (None, False, False)


LEADING_ON = [
    (key, place)
    for act, place in (
        (Act.NEXT_OPEN, "item/1.3"), (Act.NEXT, "item/1.3"), (Act.PREVIOUS, "item/1.1"),
    )
    for key in SHORTCUTS[act].keys
]  # fmt: skip


@pytest.mark.parametrize(("key", "place"), LEADING_ON)
def test_ctrl_enter_and_alt_lead_on_from_a_field_and_keep_what_was_typed(
    window: MainWindow, key: str, place: str
) -> None:
    change(window, session_of(window).current.with_answer(Answer("1.2", level=1)))
    go(window, "item/1.2#statement")
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "till")
    press(window, key)
    assert page_of(window).place == place
    assert "till" in repr(session_of(window).saved.answer("1.2").statement)


def test_no_key_is_obeyed_while_an_input_method_composes(window: MainWindow) -> None:
    go(window, "item/1.2#statement")
    QApplication.sendEvent(focused(), QInputMethodEvent("fangan", []))
    for key in (*(key for _, key in OBEYED_OUTSIDE_TEXT), *(key for key, _ in LEADING_ON)):
        press(window, key)
    said = answer(window)
    assert page_of(window).place == "item/1.2"
    assert (said.level, said.not_applicable, said.later) == (None, False, False)


def seen_sheet(open_it: Callable[[], None]) -> list[str]:
    """Every text of the sheet that ``open_it`` opens."""
    seen: list[str] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, ShortcutSheet):
            seen.extend(texts(sheet))
            sheet.reject()

    QTimer.singleShot(50, look)
    open_it()
    return seen


def test_f1_lists_the_keys(window: MainWindow) -> None:
    assert "Choose the level" in seen_sheet(lambda: press(window, "F1"))


def test_the_sheet_names_every_key_at_every_place(qtbot: QtBot) -> None:
    sheet = ShortcutSheet()
    qtbot.addWidget(sheet)
    caps = sorted(cap.text() for cap in sheet.findChildren(KeyCap))
    declared = sorted(
        keys for act, shortcut in SHORTCUTS.items() for _ in shortcut.where
        for keys in shown_keys(act)
    )  # fmt: skip
    assert caps == declared
    assert {place for shortcut in SHORTCUTS.values() for place in shortcut.where} == {*Where}
    assert {*SHORTCUTS} == {*Act}


def _names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute | ast.Name):
            yield node.attr if isinstance(node, ast.Attribute) else node.id


def test_no_key_is_bound_beside_the_declaration_and_none_declared_in_vain() -> None:
    used: set[str] = set()
    for path in UI.rglob("*.py"):
        if path.name in {"shortcuts.py", "shortcut_sheet.py"}:
            continue
        names = {*_names(path)}
        assert "QShortcut" not in names, path.name
        assert path.name in OF_QT or "QKeySequence" not in names, path.name
        if "Act" in names:
            used |= names & {act.name for act in Act}
    assert used == {act.name for act in Act}


def test_no_two_acts_of_one_place_share_a_key() -> None:
    for place in Where:
        keys = [key for shortcut in SHORTCUTS.values() if place in shortcut.where
                for key in shortcut.keys]  # fmt: skip
        assert len(keys) == len({*keys})


def test_the_buttons_below_an_item_say_their_keys(window: MainWindow) -> None:
    bar = page_of(window).findChildren(ItemPage)[-1].findChild(ActionBar)
    assert isinstance(bar, ActionBar)
    tips = {w.toolTip() for w in bar.findChildren(QWidget)}
    assert {"Ctrl+PgUp", "Ctrl+PgDown", "F"} <= tips


def test_the_guide_has_a_key_of_its_own(window: MainWindow) -> None:
    page: AssessmentPage = page_of(window)
    was_open = page._guide.is_open
    press(window, "Shift+F1")
    assert page._guide.is_open != was_open
