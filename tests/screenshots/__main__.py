"""python -m tests.screenshots DIR [NAME…]: every page and dialog of the real window, as pictures.

NAME is PAGE-LANGUAGE-THEME-SCALE, such as item-zh-dark-150, or only its beginning: item, item-zh.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Asia/Shanghai"
if hasattr(time, "tzset"):
    time.tzset()

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui import theme
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.theme import Appearance
from digicom_desktop.workspace import Workspace
from tests.screenshots.palette import with_palette
from tests.showcase.demo import demo_workspace, speaking
from tests.showcase.scenes import SCENES, Scene, Stage, show, window_for

_LANGUAGES = {"zh": Language.ZH, "en": Language.EN}
_THEMES = {"light": Appearance.LIGHT, "dark": Appearance.DARK}
_SCALES = (100, 150)
_SIZES = {100: (1366, 768), 150: (1280, 720)}
"""Logical pixels: a common notebook as it is, and a full HD screen at 150 %."""


def main(arguments: list[str]) -> int:
    """Write NAME.png for every page and dialog, or only those named; the exit status."""
    wanted = _read(arguments)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if wanted.scale:
        os.environ["QT_SCALE_FACTOR"] = str(wanted.scale / 100)
        return _take(wanted)
    # Qt reads the scale once: a process for each, and both at the same time.
    scales = [scale for scale in _SCALES if _may_be_wanted(scale, wanted.names)]
    command = [sys.executable, "-m", "tests.screenshots", *arguments, "--scale"]
    running = [subprocess.Popen([*command, str(scale)]) for scale in scales]
    return max(process.wait() for process in running)


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="such as item-en-dark; all where none is named")
    parser.add_argument("--size", type=_size, help="logical pixels, such as 1093x614")
    parser.add_argument("--scale", type=int, choices=_SCALES, help="only at this scale")
    parser.add_argument("--small", action="store_true", help="few colours, for a README")
    return parser.parse_args(arguments)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _may_be_wanted(scale: int, names: list[str]) -> bool:
    return not names or any(name.count("-") < 3 or name.endswith(f"-{scale}") for name in names)


def _is_wanted(name: str, names: list[str]) -> bool:
    return not names or any(f"{name}-".startswith(f"{beginning}-") for beginning in names)


def _take(wanted: argparse.Namespace) -> int:
    qInstallMessageHandler(_tell)
    application = QApplication(sys.argv[:1])
    theme.load_fonts(resources_folder() / "fonts")
    folder = wanted.folder.resolve()
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)  # so that no page shows a folder of this computer
        Path("报送材料").mkdir()
        workspace = demo_workspace(Path("数据"))
        for appearance in _THEMES:
            theme.apply(application, theme.colours_for(_THEMES[appearance]))
            for language in _LANGUAGES:
                for scene in SCENES:
                    name = f"{scene.name}-{language}-{appearance}-{wanted.scale}"
                    if _is_wanted(name, wanted.names):
                        _picture(scene, workspace, name, folder / f"{name}.png", wanted)
        workspace.close()
        os.chdir(folder)
    return 0


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Passes on what Qt says, but not what a platform without a screen lacks."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def _picture(
    scene: Scene, workspace: Workspace, name: str, path: Path, wanted: argparse.Namespace
) -> None:
    _, language, appearance, _ = name.split("-")
    preferences = PreferenceFile(Path("数据"), _LANGUAGES[language])
    preferences.change(appearance=_THEMES[appearance], export_folder="报送材料")
    size = wanted.size or _SIZES[wanted.scale]
    with (
        speaking(_LANGUAGES[language]),
        window_for(scene, workspace, preferences, size) as window,
    ):
        show(scene, Stage(window, workspace), lambda seen: _save(seen, path, wanted.small))


def _save(seen: QWidget, path: Path, small: bool) -> None:
    """Write what is ``seen``; a ``small`` picture has few colours and takes its time."""
    if not small:
        seen.grab().save(str(path))
        return
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    seen.grab().save(buffer, "PNG")
    picture = with_palette(Image.open(io.BytesIO(buffer.data().data())).convert("RGB"))
    picture.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
