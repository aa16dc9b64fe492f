"""python -m tests.hostile.keeping FOLDER NAME…: hostile texts in every field.

Saved and opened again it says what ``clean`` made of them; so do its workbook, PDF and package.
"""

import unicodedata
from dataclasses import replace
from pathlib import Path

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.text import Language, clean
from digicom_desktop.exchange import Exchange
from digicom_desktop.file_names import safe_name
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.every_field import model, name_of, places, text_at, with_text
from tests.hostile.texts import TEXTS
from tests.hostile.trials import Trials, arguments, bound_memory

LONGEST = 3_000
"""Characters of the longest field; what is pasted beyond is cut there."""

_MOST_SECONDS = 30.0
"""For three exports in two languages, each of which is read back twice."""


def main() -> None:
    """Try the texts of which the names are given."""
    folder, names = arguments()
    bound_memory()
    trials = Trials()
    workspace = Workspace.at(folder / "data", resources_folder(), system_clock)
    for name in names:
        text = clean(TEXTS[name], LONGEST)
        trials.require(not any(map(_is_forbidden, text)), f"{name}: is not clean")
        for place in places():
            trials.faults += text != "x"
            with trials.trial(f"{name} in {name_of(place)}"):
                _keep(workspace, with_text(model(), place, text or "x"), name, trials)
        trials.faults += 1
        with trials.trial(f"{name} in every field", _MOST_SECONDS):
            _export(workspace, _everywhere(text or "x"), folder, name, trials)
        for row in workspace.rows():
            workspace.delete(row.id)
            workspace.purge(row.id)
    workspace.close()
    trials.tell()


def _is_forbidden(character: str) -> bool:
    """Whether XML or UTF-8 cannot hold it, or nobody can see it."""
    is_control = unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"
    return is_control or character in "\ufffe\uffff"


def _everywhere(text: str) -> Assessment:
    assessment = model()
    for place in places():
        assessment = with_text(assessment, place, text)
    return assessment


def _keep(workspace: Workspace, assessment: Assessment, name: str, trials: Trials) -> None:
    session = workspace.add(model())
    session.change(assessment, "")
    trials.require(session.problem is None, f"{name}: was not saved: {session.problem}")
    again = workspace.open(session.id).current
    for place in places():
        is_same = text_at(again, place) == text_at(assessment, place)
        trials.require(is_same, f"{name}: another text in {name_of(place)}")
    trials.require(again == assessment, f"{name}: another assessment")
    workspace.delete(session.id)
    workspace.purge(session.id)


def _export(
    workspace: Workspace, assessment: Assessment, folder: Path, name: str, trials: Trials
) -> None:
    """Every export reads back what it wrote, so that here is only asked what comes in again."""
    session = workspace.add(assessment)
    session.change(_with_file(session, folder), "")
    name_of_file = safe_name(session.report(Language.ZH).file_title, "x")
    (folder / f"{name_of_file}.out").touch()
    for language in Language:
        Exchange.export_pdf(session.report(language), folder / "out.pdf")
        Exchange.export_workbook(session.report(language), folder / "out.xlsx")
        _same_again(workspace, session, folder / "out.xlsx", name, trials)
    Exchange.export_package(session.package_source(None), folder / "out.digicom")
    _same_again(workspace, session, folder / "out.digicom", name, trials)
    for path in folder.glob("*out*"):
        path.unlink()


def _code(session: Session) -> str:
    return consistency_code(session.appraisal.content)


def _with_file(session: Session, folder: Path) -> Assessment:
    """What the session says, with a file that is there under the name of the one that is not."""
    source = folder / "evidence.txt"
    source.write_text("a document", encoding="utf-8")
    kept, assessment = session.copy_evidence(source), session.current
    entry = assessment.evidence.entries[0]
    if entry.file is None:
        raise LookupError(entry.number)
    file = replace(kept, name=entry.file.name)
    register = assessment.evidence.with_changed(replace(entry, file=file))
    return replace(assessment, evidence=register)


def _same_again(
    workspace: Workspace, session: Session, path: Path, name: str, trials: Trials
) -> None:
    hand_in = workspace.read_file(path)
    about = f"{name}: {path.suffix}"
    trials.require(hand_in.differences == (), f"{about} says something else than was written")
    trials.require(not any(note.grave for note in hand_in.notes), f"{about} is not whole")
    trials.require(hand_in.code == _code(session), f"{about} has another code")
    brought = workspace.bring_in(hand_in, (), IfExists.KEEP)
    if brought is None:
        raise LookupError(name)
    trials.require(_code(brought) == _code(session), f"{about} came in otherwise")
    trials.require(bool(parts.parts(brought.current)), about)


if __name__ == "__main__":
    main()
