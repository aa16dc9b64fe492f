"""Answering, finalising and migrating, to be killed."""

import json
import shutil
from itertools import count
from pathlib import Path

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.statement import Statement
from digicom_desktop.session import Session
from tests.finished import finished
from tests.torture.work import (
    Acknowledge,
    Judged,
    Work,
    behind,
    both,
    change_contact,
    only,
    workspace_at,
)

OLD_DATABASES = Path(__file__).parents[1] / "old_databases"
_ITEMS = 22


class Answering(Work):
    """Answer after answer, of all items in turn, with texts of all lengths."""

    name = "kill -9 while answering"

    def prepare(self, folder: Path) -> None:
        workspace = workspace_at(folder)
        workspace.create(2025)
        workspace.close()

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        session = only(workspace_at(folder))
        done = _answered(session)
        acknowledge(str(done))
        for number in count(done + 1):
            session.change(session.current.with_answer(_answer(session, number)))
            if session.problem is not None:
                raise session.problem
            acknowledge(str(number))

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        workspace = workspace_at(folder)
        session = only(workspace)
        there = _answered(session)
        wrong = [
            f"the answer of item {id} is not what was given"
            for at, id in enumerate(_items(session))
            if (number := there - (there - at) % _ITEMS) > 0
            and session.current.answer(id) != _answer(session, number)
        ]
        workspace.close()
        return both(behind(int(acknowledged[-1]), there, "answer"), Judged(tuple(wrong)))


def _items(session: Session) -> list[str]:
    return [item.id for item in session.appraisal.edition.items]


def _answer(session: Session, number: int) -> Answer:
    """The answer with ``number``: which item it is of follows from that."""
    note = f"{number}:" + "备注" * (number * 7919 % 290)
    id = _items(session)[number % _ITEMS]
    return Answer(item=id, level=number % 5, statement=Statement(note=note))


def _answered(session: Session) -> int:
    """The number of the last answer."""
    notes = [session.current.answer(id).statement.note for id in _items(session)]
    return max(int(note.partition(":")[0] or 0) for note in notes)


class Finalising(Work):
    """Draft and revision in turn."""

    name = "kill -9 while finalising"
    seconds = 0.3

    def prepare(self, folder: Path) -> None:
        workspace = workspace_at(folder)
        change_contact(finished(workspace), 0)
        workspace.close()

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        session = only(workspace_at(folder))
        acknowledge(f"{session.finalised}")
        while True:
            change_contact(session, session.finalised + 1)
            revision = session.finalise()
            acknowledge(f"{revision.number} {revision.code}")

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        workspace = workspace_at(folder)
        session = only(workspace)
        revisions = session.history.revisions
        wrong = [
            f"revision {revision.number} is not what was finalised"
            for revision in revisions
            if consistency_code(revision.content) != revision.code
            or f'"contact":"{revision.number}"'.encode() not in revision.content
        ]
        last, _, code = acknowledged[-1].partition(" ")
        if code and (code not in {revision.code for revision in revisions}):
            wrong.append(f"the code of revision {last} is not there")
        if session.current.company.contact not in {str(len(revisions)), str(len(revisions) + 1)}:
            wrong.append(f"the draft after revision {len(revisions)} is not what was typed")
        workspace.close()
        return both(behind(int(last), len(revisions), "revision"), Judged(tuple(wrong)))


class Migrating(Work):
    """Each old database in turn, brought up to date."""

    name = "kill -9 while migrating every old schema"
    seconds = 0.05

    def __init__(self) -> None:
        self._sample = Path()

    def renew(self, folder: Path, trial: int) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        samples = sorted(OLD_DATABASES.glob("*.sqlite3"))
        self._sample = samples[trial % len(samples)]
        shutil.copy(self._sample, folder / "digicom.sqlite3")

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        acknowledge("begun")
        workspace = workspace_at(folder)
        acknowledge("open")
        workspace.close()
        acknowledge("closed")

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        workspace = workspace_at(folder)
        known = json.loads(self._sample.with_suffix(".json").read_text(encoding="utf-8"))
        there = {
            row.id: {key: part.decode() for key, part in workspace._store.read(row.id).items()}
            for deleted in (False, True)
            for row in workspace.rows(deleted)
        }
        workspace.close()
        if there != {id: saved["parts"] for id, saved in known.items()}:
            return Judged((f"{self._sample.name} does not hold what it held",))
        return Judged()
