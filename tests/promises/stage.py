"""A data folder with a firm that is finalised and has evidence, and every file that it exports."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest
from PIL import Image

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.clock import Clock, system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.files import OnStep, nobody
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import settle

ROOT = Path(__file__).resolve().parents[2]


class SetClock:
    """A clock that goes on by a second with every look, and can be set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 23, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@contextmanager
def opened(folder: Path, clock: Clock = system_clock) -> Iterator[Workspace]:
    """The workspace in ``folder``."""
    workspace = Workspace.at(folder, resources_folder(), clock)
    try:
        yield workspace
    finally:
        workspace.close()


def add_evidence(session: Session, item: str, path: Path) -> str:
    """Draws a picture of its own at ``path`` and proves ``item`` with it; its hash."""
    shade = sum(path.name.encode()) % 200
    Image.new("RGB", (120, 90), (shade, 90, 255 - shade)).save(path)
    file = session.copy_evidence(path)
    register = session.current.evidence
    entry = Evidence(register.next_number(item), path.stem, items=(item,), file=file)
    session.change(replace(session.current, evidence=register.with_new(entry)))
    return file.sha256


def finalised(workspace: Workspace, folder: Path) -> Session:
    """The sample firm with a picture as evidence, finalised."""
    session = workspace.add_sample()
    add_evidence(session, "1.1", folder / "现场照片.png")
    settle(session)
    session.finalise()
    return session


Export = Callable[[Workspace, Session, Path, OnStep], None]


def _workbook(workspace: Workspace, session: Session, path: Path, on_step: OnStep) -> None:
    workspace.export_workbook(session.report(Language.ZH), path, on_step)


def _pdf(workspace: Workspace, session: Session, path: Path, on_step: OnStep) -> None:
    workspace.export_pdf(session.report(Language.ZH), path, on_step=on_step)


def _package(workspace: Workspace, session: Session, path: Path, on_step: OnStep) -> None:
    workspace.export_package(session.package_source(None), path, on_step)


def _volume(workspace: Workspace, session: Session, path: Path, on_step: OnStep) -> None:
    workspace.export_volume(session.package_source(None), path, on_step)


def _template(workspace: Workspace, _: Session, path: Path, on_step: OnStep) -> None:
    workspace.write_template(path, 2025, Language.ZH, on_step)


EXPORTS: MappingProxyType[str, tuple[str, Export]] = MappingProxyType(
    {
        "workbook": ("自评.xlsx", _workbook),
        "pdf": ("自评.pdf", _pdf),
        "package": ("自评.digicom", _package),
        "volume": ("佐证.pdf", _volume),
        "template": ("模板.xlsx", _template),
    }
)
"""The name of each file that the program makes, and how it is made."""


def export(
    kind: str, workspace: Workspace, session: Session, folder: Path, on_step: OnStep = nobody
) -> Path:
    """Exports one file into ``folder``; where it is."""
    name, write = EXPORTS[kind]
    write(workspace, session, folder / name, on_step)
    return folder / name


def run_program(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own, as a person does, in English."""
    return subprocess.run(
        [sys.executable, "-m", "digicom_desktop", "--language", "en", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def change_attribute(flag: str, path: Path) -> None:
    """Has nobody change ``path`` (``+i``), or lets go (``-i``); skips where that cannot be."""
    try:
        subprocess.run(["chattr", flag, str(path)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file can be held here")
