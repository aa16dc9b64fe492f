"""Backups, restoring and moving, to be killed."""

import shutil
from dataclasses import replace
from itertools import count
from pathlib import Path

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.restoring import look, restore
from digicom_desktop.session import Session
from digicom_desktop.store.inspection import altered_assessments, inspect
from digicom_desktop.store.migrations import Migrations
from digicom_desktop.store.moving import copy_data
from tests.finished import finished
from tests.torture.work import Acknowledge, Judged, Work, attach, only, sha256, workspace_at


class BackingUp(Work):
    """A change, its backup, and the copy in the second place."""

    name = "kill -9 while backing up, here and to a second place"
    seconds = 0.15

    def prepare(self, folder: Path) -> None:
        workspace = workspace_at(folder)
        attach(finished(workspace), _scan(folder))
        workspace.close()
        folder.with_name("stick").mkdir()

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        workspace = workspace_at(folder)
        session = only(workspace)
        acknowledge("begun")
        for number in count():
            company = replace(session.current.company, contact=str(number))
            session.change(replace(session.current, company=company))
            workspace.back_up_if_changed()
            acknowledge(f"here\t{workspace.backups()[0].path.name}")
            workspace.copy_to_second_place(folder.with_name("stick"))
            acknowledge(f"there\t{workspace.backups()[0].path.name}")

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        workspace = workspace_at(folder)
        here, there = (
            workspace.backups(),
            workspace.backups_in_second_place(folder.with_name("stick")),
        )
        workspace.close()
        last = dict(fact.split("\t") for fact in acknowledged[1:])
        wrong = []
        for where, backups in (("here", here), ("there", there or ())):
            if where in last and last[where] not in {backup.path.name for backup in backups}:
                wrong.append(f"the backup {where} that was acknowledged is not there")
            wrong += [
                f"the backup {backup.path.name} {where} is not whole"
                for backup in backups[:3]
                if not _is_whole(backup.path)
            ]
        return Judged(tuple(wrong))


def _scan(folder: Path) -> Path:
    path = folder / "合同.pdf"
    path.write_bytes(b"%PDF-1.7 scan" * 20_000)
    return path


def _is_whole(path: Path) -> bool:
    newest = Migrations.of().newest
    return inspect(path, newest) == newest and not altered_assessments(path)


class Restoring(Work):
    """Two backups in turn, in the place of one another."""

    name = "kill -9 while restoring a backup"
    seconds = 0.2

    def prepare(self, folder: Path) -> None:
        places = folder.with_name("one"), folder.with_name("two"), folder
        for number, place in enumerate(places):
            workspace = workspace_at(place)
            session = workspace.create(2025)
            company = replace(session.current.company, contact=f"backup {number % 2}")
            session.change(replace(session.current, company=company))
            workspace.close()

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        acknowledge("begun")
        for number in count():
            backup = folder.with_name(("one", "two")[number % 2])
            restore(look(backup, folder, system_clock), folder, system_clock)
            acknowledge(f"{number % 2}")

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        workspace = workspace_at(folder)
        there = only(workspace).current.company.contact
        workspace.close()
        shutil.rmtree(folder / "damaged", ignore_errors=True)
        allowed = {"backup 0", "backup 1"}
        return Judged() if there in allowed else Judged((f"{there!r} is there",))


class Moving(Work):
    """The data folder, to another disk."""

    name = "kill -9 while moving the data"
    seconds = 0.03
    whole = 1

    def prepare(self, folder: Path) -> None:
        workspace = workspace_at(folder)
        attach(finished(workspace), _scan(folder))
        workspace.close()

    def renew(self, folder: Path, trial: int) -> None:
        shutil.rmtree(folder.with_name("moved"), ignore_errors=True)

    def do(self, folder: Path, acknowledge: Acknowledge) -> None:
        acknowledge("begun")
        copy_data(folder, folder.with_name("moved"), lambda: False)
        acknowledge("moved")

    def judge(self, folder: Path, acknowledged: list[str]) -> Judged:
        target = folder.with_name("moved")
        wrong = []
        if "moved" in acknowledged and not target.is_dir():
            wrong.append("what was moved is not there")
        for place in (folder, target):
            if place.is_dir():
                workspace = workspace_at(place)
                wrong += _incomplete(only(workspace))
                workspace.close()
        return Judged(tuple(wrong))


def _incomplete(session: Session) -> list[str]:
    return [
        f"the file {entry.number} is not what it was"
        for entry in session.current.evidence.entries
        if entry.file and sha256(session.evidence_path(entry.file.sha256)) != entry.file.sha256
    ]
