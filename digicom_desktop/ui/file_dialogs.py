"""The system's file dialogs, each starting where the person chose last for the same purpose."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget


class Purpose(StrEnum):
    """What is chosen; each has a folder of its own, for this run of the program."""

    EVIDENCE = "evidence"
    ASSESSMENT = "assessment"
    COPY = "copy"
    FOLDER = "folder"


def ask_for_files(parent: QWidget, title: str, purpose: Purpose, kinds: str = "") -> list[Path]:
    """The files chosen, none where the person thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(_start(purpose)), kinds)
    paths = [Path(name) for name in chosen]
    if paths:
        _remember(purpose, paths[0].parent)
    return paths


def ask_for_file(parent: QWidget, title: str, purpose: Purpose, kinds: str = "") -> Path | None:
    """The file chosen, None for none."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_start(purpose)), kinds)
    if not chosen:
        return None
    _remember(purpose, Path(chosen).parent)
    return Path(chosen)


def ask_where_to_save(
    parent: QWidget | None, title: str, name: str, kinds: str = ""
) -> Path | None:
    """The path to write to, where ``name`` is suggested; None for none."""
    suggested = str(_start(Purpose.COPY) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    if not chosen:
        return None
    _remember(Purpose.COPY, Path(chosen).parent)
    return Path(chosen)


def ask_for_folder(parent: QWidget | None, title: str, known: str = "") -> Path | None:
    """The folder chosen, beginning with the ``known`` one if there is one; None for none."""
    start = known or str(_start(Purpose.FOLDER))
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    if not chosen:
        return None
    _remember(Purpose.FOLDER, Path(chosen).parent)
    return Path(chosen)


def documents_folder() -> Path:
    """The person's folder for documents, or else the home folder."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place) or Path.home())
    return folder if folder.is_dir() else Path.home()


def _start(purpose: Purpose) -> Path:
    # The application is what lives as long as the run; nothing is remembered beyond it.
    application = QApplication.instance()
    known = application.property(_key(purpose)) if application is not None else None
    folder = Path(known) if isinstance(known, str) else None
    return folder if folder is not None and folder.is_dir() else documents_folder()


def _remember(purpose: Purpose, folder: Path) -> None:
    application = QApplication.instance()
    if application is not None:
        application.setProperty(_key(purpose), str(folder))


def _key(purpose: Purpose) -> str:
    return f"chosen-{purpose}"
