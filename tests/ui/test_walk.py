"""A walk over every page, dialog and menu: all is named, reached by Tab, and to be read whole."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.ui import theme
from digicom_desktop.ui.labels import ElidedLabel, PlainLabel
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.theme import TextSize
from digicom_desktop.ui.tokens import LIGHT, WINDOW_MINIMUM
from digicom_desktop.workspace import Workspace
from tests.showcase.demo import demo_workspace, speaking, stretched
from tests.showcase.inspection import cut_off, findings, painted_cut_off, unnamed, unreachable
from tests.showcase.scenes import SCENES, Scene, Stage, show, window_for

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

SCALED = (1280, 720)
"""Full HD at 150 %."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo firm; a walk changes nothing."""
    workspace = demo_workspace(tmp_path_factory.mktemp("walk") / "data")
    yield workspace
    workspace.close()


def _walk(
    qapp: QApplication, workspace: Workspace, language: Language, size: tuple[int, int]
) -> Iterator[str]:
    theme.apply(qapp, LIGHT)
    folder = workspace.database.parent
    preferences = PreferenceFile(folder, language)
    preferences.change(export_folder=str(folder))
    for scene in SCENES:
        yield from _findings(scene, workspace, preferences, size)


def _findings(
    scene: Scene, workspace: Workspace, preferences: PreferenceFile, size: tuple[int, int]
) -> list[str]:
    found: list[str] = []
    with window_for(scene, workspace, preferences, size) as window:
        show(scene, Stage(window, workspace), lambda seen: found.extend(findings(seen)))
    return [f"{scene.name}: {line}" for line in found]


@pytest.mark.parametrize(
    ("language", "size", "longer"),
    list(itertools.product(Language, (WINDOW_MINIMUM, SCALED), (False, True))),
)
def test_everything_is_named_reached_and_whole(
    qapp: QApplication,
    workspace: Workspace,
    language: Language,
    size: tuple[int, int],
    longer: bool,
) -> None:
    """Also where every text of the window is half as long again."""
    with speaking(language, stretched=longer):
        assert list(_walk(qapp, workspace, language, size)) == []


_LARGE_SCENES = ("home", "empty", "company", "item", "results", "plan", "export", "settings")


@pytest.mark.parametrize("size", [TextSize.HUGE, TextSize.DOUBLE])
def test_large_texts_are_whole_on_a_common_notebook(
    qapp: QApplication, workspace: Workspace, size: TextSize
) -> None:
    preferences = PreferenceFile(workspace.database.parent, Language.ZH)
    theme.apply(qapp, LIGHT, size)
    try:
        with speaking(Language.ZH):
            found = [
                line
                for scene in SCENES
                if scene.name in _LARGE_SCENES
                for line in _findings(scene, workspace, preferences, (1366, 768))
            ]
    finally:
        theme.apply(qapp, LIGHT)
    # The letters of a strip's anchor are measured a pixel or two wider than they are drawn.
    assert [line for line in found if "_Anchor" not in line] == []


def test_a_scene_that_opens_nothing_is_a_mistake(qtbot: QtBot, workspace: Workspace) -> None:
    preferences = PreferenceFile(workspace.database.parent, Language.EN)
    scene = Scene("nothing", "list", lambda stage: None)
    with (
        window_for(scene, workspace, preferences, WINDOW_MINIMUM) as window,
        pytest.raises(LookupError, match="opens nothing"),
    ):
        show(scene, Stage(window, workspace), lambda seen: None)


def test_a_stretched_text_is_half_as_long_again_and_keeps_its_places() -> None:
    assert stretched("Save") == "Save Sa"
    assert stretched("Save {0} as…") == "Save {0} as Save…"
    assert stretched("还没有填完") == "还没有填完还没有"


def _shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    for widget in widgets:
        column.addWidget(widget)
    top.show()
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    return top


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    (line,) = unnamed(_shown(qtbot, QPushButton(), QPushButton("Named")))
    assert line.startswith("no accessible name: QPushButton")


def test_a_widget_that_tab_does_not_reach_is_found(qtbot: QtBot) -> None:
    lost = QPushButton("Lost")
    lost.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    (line,) = unreachable(_shown(qtbot, QPushButton("First"), lost, QPushButton("Last")))
    assert line == "not reached by Tab: QPushButton 'Lost'"


def test_a_text_that_is_cut_off_is_found(qtbot: QtBot) -> None:
    texts: list[QWidget] = [
        PlainLabel("Far too long for its room"),
        QPushButton("Far too long for its room"),
        PlainLabel("Several words in lines for which there is no room", wrap=True),
    ]
    for widget in texts:
        widget.setFixedSize(60, 20)
    assert len(list(cut_off(_shown(qtbot, *texts)))) == len(texts)


def test_a_text_that_gives_way_on_purpose_is_not_found(qtbot: QtBot) -> None:
    label = ElidedLabel("Far too long for its room")
    label.setFixedWidth(60)
    told = QPushButton("Far too long for its room")
    told.setFixedWidth(60)
    told.setToolTip(told.text())
    assert list(cut_off(_shown(qtbot, label, told, QLabel("Short")))) == []


def test_a_text_beyond_the_edge_of_its_parent_is_found(qtbot: QtBot) -> None:
    inside = QWidget()
    inside.setFixedSize(80, 20)
    QLabel("A label", inside).move(60, 0)
    (line,) = cut_off(_shown(qtbot, inside))
    assert line.startswith("beyond its parent: QLabel")


class _Painter(QWidget):
    """Paints ``text`` into a room of 80 × 20."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setFont(theme.font("compact"))
        self.setFixedSize(80, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QRect(0, 0, 80, 20), Qt.AlignmentFlag.AlignLeft, self._text)


def test_a_painted_text_that_is_cut_off_or_elided_in_silence_is_found(qtbot: QtBot) -> None:
    top = _shown(qtbot, _Painter("Far too long for its room"), _Painter("Far…"), _Painter("Short"))
    cut, elided = painted_cut_off(top)
    assert cut.startswith("cut off: 'Far too long for its room' painted by _Painter")
    assert elided.startswith("elided without a tool tip: 'Far…'")
