"""What holds for every test: no network, a home of its own, one font, nothing left behind."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

import tests.offline.sitecustomize  # noqa: F401

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = ROOT / "tests" / "offline"


def _settle_environment() -> None:
    """Settings that Qt and the C library read once, and that every program we start inherits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("PYTHONUNBUFFERED", "LANGUAGE", "LC_ALL", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    # Who runs the tests under nohup, or in the background of a shell, ignores these, and every
    # program we start would, too.
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # As sitecustomize it reaches the programs that tests start, too.
    path = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(OFFLINE), *filter(None, path)])


_settle_environment()

# How long an example takes says more about the other worker than about the code. In CI the same
# examples come every time, so that a change is judged by itself.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new, empty home: nothing of the person who runs the tests is read or written."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with the bundled font, so that a text is as wide here as anywhere."""
    for file in sorted((ROOT / "resources" / "fonts").glob("NotoSansSC*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    qapp.setFont(QFont("Noto Sans SC"))
    return qapp


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    """Fails a test that leaves a window behind: the next one would share it."""
    before = set(_windows())
    yield
    left = [window for window in _windows() if window not in before]
    for window in left:
        window.deleteLater()
    _delete_later_is_now()
    if left:
        pytest.fail(f"windows are left: {', '.join(map(repr, left))}")


def _windows() -> list[QWidget]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    _delete_later_is_now()
    # Qt keeps its one tool tip for ever.
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isValid(window) and "QTipLabel" not in str(window.metaObject().className())
    ]


def _delete_later_is_now() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
