"""The decision aid beside the level cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.aid_dialog import AidDialog
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import TYPE_SCALE

_EDITION = Library(resources_folder()).edition("mofcom-trial-2")


def _dialog(qtbot: QtBot, item: str = "1.1", language: Language = Language.EN) -> AidDialog:
    names = tuple(name.in_(language) for name in _EDITION.level_names)
    dialog = AidDialog(_EDITION.item(item), names, language)
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


def test_the_buttons_stay_where_they_are_from_question_to_question(qtbot: QtBot) -> None:
    for item in _EDITION.items:
        dialog = _dialog(qtbot, item.id)
        places = set()
        for answer in ("Yes", "Yes", "No", "Yes", "No"):
            shown = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible()]
            places |= {(b.mapTo(dialog, b.rect().topRight()).toTuple()) for b in shown[-1:]}
            if answer not in {button.text() for button in shown}:
                break
            _press(qtbot, dialog, answer)
            QApplication.processEvents()
        assert len(places) == 1, item.id
        dialog.close()


def test_the_questions_can_be_called_off(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    _press(qtbot, dialog, "Cancel")
    assert dialog.result() == AidDialog.DialogCode.Rejected
    assert not dialog.isVisible()


@pytest.mark.parametrize("item", ["1.1", "6.3"])
@pytest.mark.parametrize("language", Language)
def test_guidance_too_long_for_its_place_ends_with_a_whole_line(
    qtbot: QtBot, item: str, language: Language
) -> None:
    dialog = _dialog(qtbot, item, language)
    QApplication.processEvents()
    area = next(area for area in dialog.findChildren(DownScroll) if area.parent() is not dialog)
    texts = area.widget().findChildren(Paragraph)
    bottoms = {
        text.y() + end
        for text in texts
        for end in range(0, text.height() + 1, text.minimumSizeHint().height())
    }
    assert area.height() in bottoms
    assert all(text.geometry().right() + 12 <= area.viewport().width() for text in texts)


def test_the_question_is_larger_than_the_title(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    labels = dialog.findChildren(PlainLabel)
    sizes = {label.text(): TYPE_SCALE[label.property("type")].size for label in labels}
    question = _EDITION.item("1.1").aid[0].text.en
    assert sizes[question] > sizes["Which level fits?"]


def test_escape_takes_no_level(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == AidDialog.DialogCode.Rejected
