"""One kind of work that is killed, and what is needed to do and to judge it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import settle

Acknowledge = Callable[[str], None]
"""Says that from now on something must be there."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong after a kill, in words; nothing if nothing is."""

    losses: tuple[str, ...] = ()
    false_saved: tuple[str, ...] = ()


class Work:
    """One kind of work in the data folder ``folder``, over and over until the process is killed."""

    name = ""
    seconds = 0.1
    """The longest time from its beginning to the kill."""
    whole = 0
    """How often it can be done in one trial; 0 for any number."""

    def prepare(self, folder: Path) -> None:
        """Before the first trial."""

    def renew(self, folder: Path, trial: int) -> None:
        """Before each trial."""

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        """In the process that is killed; says "begun" before what matters begins."""
        raise NotImplementedError

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        """In another process, after each trial."""
        raise NotImplementedError


def workspace_at(folder: Path) -> Workspace:
    """The real workspace in ``folder``."""
    return Workspace.at(folder, resources_folder(), system_clock)


def only(workspace: Workspace) -> Session:
    """The one assessment that is saved."""
    (row,) = workspace.rows()
    return workspace.open(row.id)


def behind(last: int, there: int, what: str) -> Judged:
    """``last`` was acknowledged, ``there`` is on the disk: it has to be that one, or the next."""
    if there in (last, last + 1):
        return Judged()
    said = f"{what} {last} was acknowledged, {there} is there"
    return Judged(false_saved=(said,)) if there == last - 1 else Judged(losses=(said,))


def both(*judged: Judged) -> Judged:
    """Everything that is wrong."""
    losses = tuple(text for each in judged for text in each.losses)
    return Judged(losses, tuple(text for each in judged for text in each.false_saved))


def sha256(path: Path) -> str:
    """The hash of a file in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def change_contact(session: Session, number: int) -> None:
    """Another draft, ready to be finalised."""
    company = replace(session.current.company, contact=str(number))
    session.change(replace(session.current, company=company))
    settle(session)
    if session.problem is not None:
        raise session.problem


def attach(session: Session, file: Path) -> None:
    """Add ``file`` as evidence."""
    copied = session.copy_evidence(file)
    register = session.current.evidence
    entry = Evidence(register.next_number("1.1"), file.stem, items=("1.1",), file=copied)
    session.change(replace(session.current, evidence=register.with_new(entry)))
    settle(session)
