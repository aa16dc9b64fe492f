"""A newer version that is installed while the window is open."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicom_desktop import app
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.dialogs import Message


def test_what_fails_after_an_upgrade_is_told_as_that(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []

    def read() -> None:
        (message,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, Message))
        said.append(message.text)
        app._tell_of_trouble((7, 7), Language.ZH, KeyError, KeyError("again"), None)
        message.accept()

    QTimer.singleShot(0, read)
    app._tell_of_trouble((7, 7), Language.ZH, KeyError, KeyError("once"), None)
    assert len(said) == 1
    assert "刚刚更新过" in said[0]
    assert "Traceback" not in capsys.readouterr().err
