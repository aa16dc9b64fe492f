"""python -m tests.screenshots DIR [NAME…]: the real window, page by page, as small pictures."""

import argparse
import io
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Asia/Shanghai"
if hasattr(time, "tzset"):
    time.tzset()

from PIL import Image
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder, translations_folder
from digicom_desktop.ui import theme
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.main_window import MainWindow, Whereabouts
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.theme import Appearance
from digicom_desktop.workspace import Workspace
from tests.screenshots.palette import with_palette

_PLACES = {
    "home": "list",
    "bin": "bin",
    "guideline": "guideline",
    "method": "method",
    "company": "company",
    "profile": "profile",
    "item": "item/1.1",
    "figures": "item/1.1#figures",
    "results": "results",
    "export": "export",
}
_ON_HOME = frozenset({"home", "bin", "guideline", "method"})
_LANGUAGES = {"zh": Language.ZH, "en": Language.EN}


def main(arguments: list[str]) -> int:
    """Write NAME-LANGUAGE[-dark].png for every page, or only those whose file is named."""
    wanted = _read(arguments)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        return 1
    theme.load_fonts(resources_folder() / "fonts")
    folder = wanted.folder.resolve()
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)  # so that the export page shows no folder of this computer
        Path("报送材料").mkdir()
        workspace = Workspace.at(Path(place) / "data", resources_folder(), _Clock())
        _fill(workspace)
        for look in _looks():
            _show(application, workspace, look, wanted, folder)
        workspace.close()
        os.chdir(folder)
    return 0


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="such as item-en-dark; all where none is named")
    parser.add_argument("--size", type=_size, default=(1366, 768), help="such as 1093x614")
    return parser.parse_args(arguments)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _looks() -> Iterator[tuple[str, Language, Appearance]]:
    for appearance, ending in ((Appearance.LIGHT, ""), (Appearance.DARK, "-dark")):
        for short, language in _LANGUAGES.items():
            yield f"-{short}{ending}", language, appearance


class _Clock:
    """A day like any other: every picture shows the same times."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 18, 6, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=7)
        return self._now


def _fill(workspace: Workspace) -> None:
    """A firm's two years and two other firms' beginnings, all invented."""
    sample = workspace.library.sample()
    workspace.add(_cut(sample, 22, "示例：江南小店", "91330782MA00DEMO1X", 2025))
    workspace.delete(workspace.rows()[0].id)
    for answered, name, code, year in (
        (9, "宁波港联仓储有限公司（示例）", "", 2025),
        (17, sample.company.name, sample.company.credit_code, 2024),
        (14, "义乌晨帆进出口有限公司（示例）", "", 2025),
    ):
        session = workspace.add(_cut(sample, answered, name, code, year))
        last = session.edition.item_ids[answered - 1]
        answer = replace(session.current.answer(last), later=True)
        session.change(session.current.with_answer(answer))
    workspace.add_sample()


def _cut(sample: Assessment, answered: int, name: str, code: str, year: int) -> Assessment:
    """The sample as another firm with only its first answers."""
    company = replace(sample.company, name=name, credit_code=code, year=year)
    kept = dict(list(sample.answers.items())[:answered])
    return replace(sample, company=company, answers=kept)


def _show(
    application: QApplication,
    workspace: Workspace,
    look: tuple[str, Language, Appearance],
    wanted: argparse.Namespace,
    folder: Path,
) -> None:
    ending, language, appearance = look
    names = [name for name in _PLACES if not wanted.names or name + ending in wanted.names]
    if not names:
        return
    preferences = PreferenceFile(workspace.database.parent, language)
    preferences.change(appearance=appearance, export_folder="报送材料")
    theme.apply(application, theme.colours_for(appearance))
    translators = _translate(application, language)
    for name in names:
        window = MainWindow(preferences, page_makers(preferences))
        row = workspace.rows()[0]
        session = None if name in _ON_HOME else workspace.open(row.id)
        window.use(workspace, Whereabouts(session, _PLACES[name]))
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*wanted.size)
        window.show()
        for _ in range(3):
            QApplication.processEvents()
        _save(window, folder / f"{name}{ending}.png")
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for translator in translators:
        application.removeTranslator(translator)


def _translate(application: QApplication, language: Language) -> list[QTranslator]:
    loaded = []
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in ((f"qtbase_{language}", qt), (f"digicom_{language}", translations_folder())):
        translator = QTranslator(application)
        if translator.load(name, str(place)) and application.installTranslator(translator):
            loaded.append(translator)
    return loaded


def _save(window: MainWindow, path: Path) -> None:
    """Write what ``window`` shows as a small picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    small = with_palette(Image.open(io.BytesIO(buffer.data().data())).convert("RGB"))
    small.save(path, optimize=True)
    print(f"{path.name}  {path.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
