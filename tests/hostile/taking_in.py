"""python -m tests.hostile.taking_in FOLDER NAME…: files are brought in as the window does it.

FOLDER gets the files and a data folder. What is refused leaves no trace there, and has a sentence
in both languages; what is taken is saved as it was read.
"""

from pathlib import Path

from digicom_desktop.domain import parts
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace
from tests.hostile.all_files import ALL, REFUSED
from tests.hostile.trials import Trials, arguments, bound_memory


def main() -> None:
    """Try the files of which the names are given."""
    folder, names = arguments()
    bound_memory()
    trials = Trials()
    workspace = Workspace.at(folder / "data", resources_folder(), system_clock)
    workspace.add_sample()
    for name in names:
        case = ALL[name]
        trials.faults += 1
        path = folder / f"file{name.partition('/')[0]}"
        path.write_bytes(case.build())
        with trials.trial(name):
            id = _take_in(workspace, path, name, trials)
            is_expected = bool(id) if case.expected == REFUSED else id == case.expected.strip("*")
            trials.require(is_expected, f"{name}: {id or 'was taken'} instead of {case.expected}")
        trials.require(sorted(folder.iterdir()) == sorted((path, folder / "data")), name)
        path.unlink()
    workspace.close()
    trials.tell()


def _take_in(workspace: Workspace, path: Path, name: str, trials: Trials) -> str:
    """The id of the sentence that the file gets, "" where it is taken."""
    before = _kept(workspace)
    try:
        _bring_in(workspace, path, name, trials)
    except DigicomError as error:
        trials.require(_kept(workspace) == before, f"{name}: refused, and something was written")
        for language in Language:
            said = workspace.words(language).error(error)
            trials.require(0 < len(said) < 500, f"{name}: no sentence")
        return error.id
    return ""


def _bring_in(workspace: Workspace, path: Path, name: str, trials: Trials) -> None:
    hand_in = workspace.read_file(path)
    workspace.existing(hand_in)
    if hand_in.evidence:
        workspace.take_evidence(path, hand_in)
    session = workspace.bring_in(hand_in, hand_in.differences, IfExists.KEEP)
    if session is None:
        raise LookupError(name)
    again = workspace.open(session.id).current
    is_same = parts.parts(again) == parts.parts(session.current)
    trials.require(is_same, f"{name}: another assessment was saved")
    for entry in again.evidence.entries:
        if entry.file is not None and entry.file.sha256 in hand_in.evidence:
            there = session.evidence_path(entry.file.sha256)
            trials.require(there.is_file(), f"{name}: evidence is not there")
    workspace.delete(session.id)
    workspace.purge(session.id)


def _kept(workspace: Workspace) -> tuple[object, ...]:
    """All that is saved: rows, and every file but the database's own."""
    folder = workspace.database.parent
    files = sorted(
        (str(path.relative_to(folder)), path.stat().st_size)
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(workspace.database.name)
    )
    return workspace.rows(), workspace.rows(deleted=True), tuple(files)


if __name__ == "__main__":
    main()
