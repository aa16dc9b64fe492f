"""The diagnostics say what mends the program, and nothing that a person entered."""

import getpass
import platform
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from digicom_desktop.diagnostics import Screen, Seen, write_diagnostics
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.log import Event, Log
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace

SEEN = Seen("6.9.3", "offscreen", "zh_CN", "dark", 150, (Screen(1366, 768, 1.25),))
TELLTALE = "泄密者zhangsan"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """One whose folder, firm, answers, evidence and backups all bear the name."""
    log = Log()
    workspace = Workspace.at(tmp_path / TELLTALE / "data", resources_folder(), system_clock, log)
    log.keep_in(workspace.database.parent)
    yield workspace
    workspace.close()


def _saved(target: Path) -> dict[str, str]:
    with ZipFile(target) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def _write(workspace: Workspace, target: Path) -> dict[str, str]:
    write_diagnostics(target, workspace.log, SEEN, workspace)
    return _saved(target)


def _leak_all(workspace: Workspace, tmp_path: Path) -> None:
    """Does what a person does, and fails, everywhere with the name in it."""
    session = workspace.add_sample()
    company = replace(session.current.company, name=TELLTALE, main_practices=TELLTALE)
    session.change(replace(session.current, company=company))
    evidence = tmp_path / f"{TELLTALE}.pdf"
    evidence.write_bytes(TELLTALE.encode())
    session.copy_evidence(evidence)
    workspace.back_up_if_changed()
    with pytest.raises(DigicomError):
        workspace.read_file(evidence)
    with pytest.raises(DigicomError):
        workspace.copy_to_second_place(tmp_path / f"{TELLTALE} gone")
    try:
        try:
            raise OSError(TELLTALE)
        except OSError as error:
            raise ValueError(f"{TELLTALE} {evidence}") from error
    except ValueError as error:
        workspace.log.failure(Event.CRASH, error)


def test_they_hold_no_answers_names_or_paths(
    workspace: Workspace, tmp_path: Path, own_home: Path
) -> None:
    _leak_all(workspace, tmp_path)
    last = workspace.database.parent / "logs" / "last-end.txt"
    last.write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    texts = _write(workspace, tmp_path / "out.zip")
    assert set(texts) == {"versions.txt", "digicom.log", "last-end.txt"}
    everything = "\n".join((*texts, *texts.values()))
    secrets = [TELLTALE, "泄密", "zhangsan", str(own_home), str(tmp_path), own_home.name]
    secrets += [platform.node(), f"/{getpass.getuser()}/", "青禾里"]
    assert [secret for secret in secrets if secret in everything] == []


def test_they_say_what_happened_and_where(workspace: Workspace, tmp_path: Path) -> None:
    _leak_all(workspace, tmp_path)
    log = _write(workspace, tmp_path / "out.zip")["digicom.log"]
    assert " crash ValueError @ test_diagnostics.py:" in log
    assert "; OSError @ " in log
    assert " not_brought_in DigicomError guard." in log
    assert " no_second_place DigicomError store.second.absent" in log
    assert " backup bytes=" in log


def test_they_say_versions_screens_and_sizes(workspace: Workspace, tmp_path: Path) -> None:
    workspace.add_sample()
    lines = _write(workspace, tmp_path / "out.zip")["versions.txt"].splitlines()
    known = dict(line.split(" = ", 1) for line in lines)
    libraries = ("Python", "Qt", "SQLite", "peewee", "openpyxl", "reportlab", "pypdf", "Pillow")
    assert all(known[name][0].isdigit() for name in libraries)
    assert known["language"] == "zh_CN"
    assert known["screen"] == "1366 x 768 at 1.25"
    assert known["assessments"] == "1"
    assert known["schema"] == str(workspace.schema)
    assert known["database"].split()[0] != "0"
    assert known["frozen"] == "False"
    assert "?" not in "".join(lines)


def test_they_are_written_where_no_workspace_is_open_yet(tmp_path: Path) -> None:
    log = Log()
    log.note(Event.START)
    write_diagnostics(tmp_path / "out.zip", log, SEEN, None)
    texts = _saved(tmp_path / "out.zip")
    assert texts["digicom.log"].endswith(" start\n")
    assert "Python = " in texts["versions.txt"]


def test_a_workspace_that_does_not_answer_any_more_costs_only_its_own_line(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.close()
    lines = _write(workspace, tmp_path / "out.zip")["versions.txt"].splitlines()
    assert [line for line in lines if "?" in line and line.startswith("assessments = ? (")]
    assert any(line.startswith("free on the disk = ") for line in lines)


def test_where_they_cannot_be_written_a_sentence_says_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(DigicomError) as refused:
        write_diagnostics(tmp_path / "gone" / "out.zip", workspace.log, SEEN, workspace)
    assert refused.value.id == "files.folder_missing"
