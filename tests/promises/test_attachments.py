"""Evidence travels with the assessment."""

from dataclasses import replace
from pathlib import Path

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.files import sha256_of
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import settle
from tests.promises.stage import add_evidence, export, finalised, opened


def drop_evidence(session: Session, sha256: str) -> None:
    """Takes the entry of one file out of the register."""
    register = session.current.evidence
    (number,) = [e.number for e in register.entries if e.file and e.file.sha256 == sha256]
    session.change(replace(session.current, evidence=register.without(number)))


def files_of(session: Session) -> list[tuple[str, EvidenceFile | None]]:
    """What the register names, by number."""
    return [(entry.number, entry.file) for entry in session.current.evidence.entries]


def bring_in(workspace: Workspace, package: Path) -> Session:
    hand_in = workspace.read_file(package)
    workspace.take_evidence(package, hand_in)
    session = workspace.bring_in(hand_in, (), IfExists.KEEP)
    assert session is not None
    return session


def test_attachments_are_all_there_after_export_and_import_also_those_of_earlier_revisions(
    tmp_path: Path,
) -> None:
    with opened(tmp_path / "这台") as here:
        session = finalised(here, tmp_path)
        (first,) = [e.file.sha256 for e in session.current.evidence.entries if e.file]
        drop_evidence(session, first)
        second = add_evidence(session, "1.2", tmp_path / "合同.png")
        settle(session)
        session.finalise()
        third = add_evidence(session, "1.3", tmp_path / "后来的.png")
        originals = {
            first: tmp_path / "现场照片.png",
            second: tmp_path / "合同.png",
            third: tmp_path / "后来的.png",
        }
        package = export("package", here, session, tmp_path)
        revisions, files = session.history.revisions, files_of(session)

    with opened(tmp_path / "那台") as there:
        arrived = bring_in(there, package)
        assert files_of(arrived) == files
        assert [(r.number, r.code, r.content) for r in arrived.history.revisions] == [
            (r.number, r.code, r.content) for r in revisions
        ]
        for sha256, original in originals.items():
            kept = arrived.evidence_path(sha256)
            assert kept.is_relative_to(tmp_path / "那台")
            assert kept.read_bytes() == original.read_bytes()
            assert sha256_of(kept).hex() == sha256
        for number, file in ((1, first), (2, second)):
            assert set(arrived.package_source(number).evidence) == {file}

        again = export("package", there, arrived, tmp_path / "那台")
    with opened(tmp_path / "第三台") as third_place:
        arrived = bring_in(third_place, again)
        assert {sha for sha in originals if arrived.evidence_path(sha).is_file()} == set(originals)
