"""A newer version that is installed while the window is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicom_desktop import installation
from digicom_desktop.domain.text import Language
from digicom_desktop.log import Log
from digicom_desktop.ui.crash_hook import CrashHook
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.preferences import PreferenceFile


def test_what_fails_after_an_upgrade_is_told_as_that(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = []
    hook = CrashHook(Log(), PreferenceFile(tmp_path, Language.ZH))
    monkeypatch.setattr(installation, "program_mark", lambda: (7, 7))

    def read() -> None:
        (message,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, Message))
        said.append(message.text)
        hook.hear(KeyError, KeyError("again"), None)
        message.accept()

    QTimer.singleShot(0, read)
    hook.hear(KeyError, KeyError("once"), None)
    assert len(said) == 1
    assert "刚刚更新过" in said[0]
    assert "Traceback" not in capsys.readouterr().err
