"""The decision aid beside the level cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.aid_dialog import AidDialog

_EDITION = Library(resources_folder()).edition("mofcom-trial-2")


def _dialog(qtbot: QtBot, item: str = "1.1") -> AidDialog:
    names = tuple(name.en for name in _EDITION.level_names)
    dialog = AidDialog(_EDITION.item(item), names, Language.EN)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _press(qtbot: QtBot, dialog: AidDialog, text: str) -> None:
    (button,) = [b for b in dialog.findChildren(QAbstractButton) if b.text() == text]
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("answers", "level"),
    [("N", 0), ("YN", 1), ("YYN", 2), ("YYYN", 3), ("YYYY", 4)],
)
def test_answers_suggest_a_level_and_the_person_takes_it(
    qtbot: QtBot, answers: str, level: int
) -> None:
    dialog = _dialog(qtbot)
    for answer in answers:
        assert dialog.level is None
        _press(qtbot, dialog, "Yes" if answer == "Y" else "No")
    assert dialog.level == level
    _press(qtbot, dialog, f"Choose level {level}")
    assert dialog.result() == AidDialog.DialogCode.Accepted


def test_a_question_can_be_gone_back_to(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    _press(qtbot, dialog, "No")
    _press(qtbot, dialog, "Back")
    _press(qtbot, dialog, "Yes")
    _press(qtbot, dialog, "No")
    assert dialog.level == 1


def test_escape_takes_no_level(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == AidDialog.DialogCode.Rejected
