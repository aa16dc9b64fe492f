"""What a person exports is whole, or the file that was there stays."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import Step
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.promises.stage import EXPORTS, change_attribute, export, finalised, opened

OLD = b"what was exported before"
HOLD = """
import subprocess, sys, time
name, seconds = sys.argv[1:]
subprocess.run(["chattr", "+i", name], check=True)
print("held", flush=True)
time.sleep(float(seconds))
subprocess.run(["chattr", "-i", name], check=True)
"""


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Session]]:
    """A firm that is finalised and has evidence."""
    folder = tmp_path_factory.mktemp("firm")
    with opened(folder / "data") as workspace:
        yield workspace, finalised(workspace, folder)


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """A folder in which every file was exported before."""
    folder = tmp_path / "报送"
    folder.mkdir()
    for name, _ in EXPORTS.values():
        (folder / name).write_bytes(OLD)
    yield folder
    for path in (folder, *folder.iterdir()):
        if sys.platform == "linux":
            subprocess.run(["chattr", "-i", str(path)], capture_output=True, check=False)


def unfinished_in(folder: Path) -> Path:
    """The file that an export is writing."""
    (found,) = folder.glob(".digicom-*")
    return found


def emptied(content: bytes) -> bytes:
    return b""


def halved(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize("kind", EXPORTS)
@pytest.mark.parametrize("spoil", [emptied, halved])
def test_an_export_that_is_silently_empty_or_cut_off_is_refused(
    firm: tuple[Workspace, Session], target: Path, kind: str, spoil: Callable[[bytes], bytes]
) -> None:
    """As if the writer had written that, or the disk had taken no more and said nothing."""

    def lose(step: Step) -> None:
        if step is Step.READING:
            path = unfinished_in(target)
            path.write_bytes(spoil(path.read_bytes()))

    with pytest.raises(DigicomError):
        export(kind, *firm, target, lose)
    assert {path.name for path in target.iterdir()} == {name for name, _ in EXPORTS.values()}
    assert all(path.read_bytes() == OLD for path in target.iterdir())


@pytest.mark.parametrize("kind", ["workbook", "pdf", "package", "volume"])
def test_a_target_that_is_open_in_another_program_stays_and_the_person_is_told(
    firm: tuple[Workspace, Session], target: Path, kind: str
) -> None:
    path = target / EXPORTS[kind][0]
    change_attribute("+i", path)
    with pytest.raises(DigicomError) as refused:
        export(kind, *firm, target)
    change_attribute("-i", path)
    assert refused.value.id == "files.target_open"
    assert path.read_bytes() == OLD
    assert len(list(target.iterdir())) == len(EXPORTS)
    export(kind, *firm, target)
    assert path.read_bytes() != OLD


@pytest.mark.parametrize("held", ["the new file", "the old file", "the folder"])
def test_an_antivirus_that_holds_a_file_for_a_second_is_waited_for(
    firm: tuple[Workspace, Session], target: Path, held: str
) -> None:
    """Another process holds it from the moment before it is put in its place."""
    change_attribute("-i", target)
    path = target / EXPORTS["workbook"][0]
    scanners = []

    def scan(step: Step) -> None:
        if step is Step.PLACING:
            what = {"the new file": unfinished_in(target), "the old file": path}.get(held, target)
            command = [sys.executable, "-c", HOLD, str(what), "1"]
            scanner = subprocess.Popen(command, stdout=subprocess.PIPE)
            scanners.append(scanner)
            assert scanner.stdout is not None
            assert scanner.stdout.readline() == b"held\n"

    began = time.monotonic()
    export("workbook", *firm, target, scan)
    assert time.monotonic() - began > 1
    for scanner in scanners:
        with scanner:
            assert scanner.wait() == 0
    assert path.read_bytes().startswith(b"PK")
    assert len(list(target.iterdir())) == len(EXPORTS)
