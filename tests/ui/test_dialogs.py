"""What all dialogs have in common: where their buttons stand, and how wide they are."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.choice_card import Choice, ChoiceCard, ChoiceRow
from digicom_desktop.ui.crash import CrashQuestion
from digicom_desktop.ui.dialogs import (
    NARROW,
    WIDE,
    Message,
    PlainDialog,
    Question,
)
from digicom_desktop.ui.finalising_dialog import FinaliseDialog
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.settings_dialog import SettingsDialog
from digicom_desktop.ui.tokens import LIGHT


def _shown(qtbot: QtBot, dialog: PlainDialog) -> list[str]:
    """The buttons of ``dialog`` from left to right."""
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    return [button.text() for button in sorted(buttons, key=lambda button: button.x())]


def test_the_primary_button_stands_at_the_right_and_the_destructive_one_apart(
    qtbot: QtBot,
) -> None:
    answers = (
        ("Stay", Kind.PRIMARY),
        ("Again", Kind.SECONDARY),
        ("Leave", Kind.DANGER),
    )
    question = Question("Title", "Text", answers)
    assert _shown(qtbot, question) == ["Leave", "Again", "Stay"]
    left = next(b for b in question.findChildren(QPushButton) if b.text() == "Leave")
    assert left.x() < 40
    left.click()
    assert question.result() == 2


def test_a_question_about_deleting_has_its_answers_side_by_side(qtbot: QtBot) -> None:
    question = Question("Title", "Text", (("Cancel", Kind.SECONDARY), ("Delete", Kind.DANGER)))
    assert _shown(qtbot, question) == ["Cancel", "Delete"]
    cancel = next(b for b in question.findChildren(QPushButton) if b.text() == "Cancel")
    assert cancel.isDefault()
    assert cancel.x() > NARROW // 2


def test_going_on_after_a_mistake_of_the_program_stands_at_the_right(qtbot: QtBot) -> None:
    assert _shown(qtbot, CrashQuestion()) == ["Save diagnostics…", "Go on"]


@pytest.mark.parametrize("text", ["Short.", "A long sentence with many words. " * 20, "长" * 400])
def test_dialogs_are_as_wide_as_each_other_whatever_they_say(qtbot: QtBot, text: str) -> None:
    dialogs: list[PlainDialog] = [
        Message("Title", text),
        Question("Title", text, (("OK", Kind.PRIMARY),)),
        FinaliseDialog(1),
    ]
    for dialog in dialogs:
        _shown(qtbot, dialog)
        assert dialog.width() == NARROW


def test_a_dialog_whose_buttons_need_more_room_is_wide(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, LIGHT)
    answers = [("Save a copy elsewhere…", Kind.SECONDARY)] * 3
    question = Question("Title", "Text", answers)
    _shown(qtbot, question)
    assert question.width() == WIDE


def test_the_only_button_of_a_message_says_what_comes_after_it(qtbot: QtBot) -> None:
    assert _shown(qtbot, Message("Title", "Text", button="Quit")) == ["Quit"]
    assert _shown(qtbot, Message("Title", "Text")) == ["OK"]


def test_the_folder_of_the_data_is_opened_from_the_settings(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile())
    )
    dialog = SettingsDialog(PreferenceFile(tmp_path), Path("/where/the data are"), movable=False)
    _shown(qtbot, dialog)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Open folder")
    button.click()
    assert opened == ["/where/the data are"]
    assert dialog.isVisible()


def test_the_row_chosen_covers_the_edge_of_its_card_and_the_lines_beside_it(qtbot: QtBot) -> None:
    card = ChoiceCard("Level", [Choice(number, "name", "text") for number in range(4)])
    qtbot.addWidget(card)
    card.show()
    card.set_number(2)
    rows = card.findChildren(ChoiceRow)
    assert {row.width() for row in rows} == {card.width()}
    assert [row.has_line for row in rows] == [True, False, False, False]


@pytest.mark.parametrize("words", range(8, 60, 3))
def test_a_dialog_scrolls_nothing_where_the_screen_has_room(qtbot: QtBot, words: int) -> None:
    text = "From: C:\\data\nTo: E:\\data\n\n" + "everything is copied " * words
    answers = [("Cancel", Kind.SECONDARY), ("Move", Kind.PRIMARY)]
    question = Question("Move the data?", text, answers)
    qtbot.addWidget(question)
    question.show()
    QApplication.processEvents()
    # A title or text that is polished late makes the bar come up once.
    question._scroll._on_range_changed(0, 1)
    question.fit()
    QApplication.processEvents()
    assert question._scroll.verticalScrollBar().maximum() == 0
