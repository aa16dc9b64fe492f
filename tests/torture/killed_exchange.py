"""Files that go out and come in, to be killed."""

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

from digicom_desktop.domain.hand_in import HandIn, IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import finished
from tests.torture.work import (
    Acknowledge,
    Judged,
    Work,
    attach,
    behind,
    both,
    change_contact,
    only,
    sha256,
    workspace_at,
)


class Exporting(Work):
    """Two revisions in turn over the same workbook, PDF and package."""

    name = "kill -9 while exporting"
    seconds = 2.5

    def __init__(self) -> None:
        self._known: dict[str, list[str]] = {}

    def prepare(self, folder: Path) -> None:
        workspace = workspace_at(folder)
        session = finished(workspace)
        scan = folder / "合同.pdf"
        scan.write_bytes(b"%PDF-1.7 scan" * 1000)
        attach(session, scan)
        for number in (1, 2):
            change_contact(session, number)
            session.finalise()
        (folder / "上报").mkdir()
        for number in (1, 2):
            for path, write in _exports(session, folder / "上报", number):
                write()
                self._known.setdefault(path.name, []).append(sha256(path))
        workspace.close()

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        session = only(workspace_at(folder))
        acknowledge("begun")
        for number in count():
            for path, write in _exports(session, folder / "上报", number % 2 + 1):
                write()
                acknowledge(f"{path.name}\t{number % 2}")

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        last = dict(fact.split("\t") for fact in acknowledged[1:])
        wrong, later = [], False
        for name, hashes in self._known.items():
            path = folder / "上报" / name
            there = sha256(path) if path.exists() else ""
            if there not in hashes:
                wrong.append(f"{name} is neither the old nor the new one")
            elif name in last and there != hashes[int(last[name])]:
                if later:
                    wrong.append(f"{name} is not the one that was exported")
                later = True  # at most one can have been placed before it was acknowledged
        workspace_at(folder).close()
        return Judged(tuple(wrong))


def _exports(
    session: Session, folder: Path, number: int
) -> tuple[tuple[Path, Callable[[], None]], ...]:
    report = session.history.report(number, Language.ZH)
    source = session.package_source(number)
    book, pdf, package = (folder / f"上报.{end}" for end in ("xlsx", "pdf", "digicom"))
    return (
        (book, lambda: Workspace.export_workbook(report, book)),
        (pdf, lambda: Workspace.export_pdf(report, pdf)),
        (package, lambda: Workspace.export_package(source, package)),
    )


class Importing(Work):
    """A package with evidence and revisions, as a new assessment each time."""

    name = "kill -9 while importing"
    seconds = 0.4

    def __init__(self) -> None:
        self._package = Path()

    def prepare(self, folder: Path) -> None:
        other = folder.with_name("other")
        workspace = workspace_at(other)
        session = finished(workspace)
        scan = other / "合同.pdf"
        scan.write_bytes(b"%PDF-1.7 scan" * 20_000)
        attach(session, scan)
        change_contact(session, 1)
        session.finalise()
        self._package = other / "上报.digicom"
        Workspace.export_package(session.package_source(None), self._package)
        workspace.close()

    def renew(self, folder: Path, trial: int) -> None:
        if trial % 10 == 0 and folder.exists():  # few rows, and evidence that is not there yet
            shutil.rmtree(folder)

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        workspace = workspace_at(folder)
        acknowledge(f"{len(workspace.rows())}")
        for number in count(len(workspace.rows()) + 1):
            hand_in = workspace.read_file(self._package)
            workspace.take_evidence(self._package, hand_in)
            workspace.bring_in(hand_in, hand_in.differences, IfExists.KEEP)
            acknowledge(f"{number}")

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        workspace = workspace_at(folder)
        hand_in = workspace.read_file(self._package)
        rows = workspace.rows()
        wrong = [text for row in rows for text in _unlike(workspace.open(row.id), hand_in)]
        workspace.close()
        return both(behind(int(acknowledged[-1]), len(rows), "import"), Judged(tuple(wrong)))


def _unlike(session: Session, hand_in: HandIn) -> list[str]:
    wrong = []
    if session.current.company != hand_in.original.company:
        wrong.append("the firm is not the one in the package")
    if [r.code for r in session.history.revisions] != [r.code for r in hand_in.revisions]:
        wrong.append("the revisions are not those in the package")
    for sha in hand_in.evidence:
        if sha256(session.evidence_path(sha)) != sha:
            wrong.append("a file is not the one in the package")
    return wrong
