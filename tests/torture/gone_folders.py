"""A data folder that is removed, replaced or made read-only while the program has it open."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.parts import parts
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.torture.apart import Verdict
from tests.torture.judging import opened, said

PROJECT = Path(__file__).resolve().parents[2]
_DROP = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]
"""Root keeps its name, but not its powers: it obeys the permissions of files then."""


def gone(data: Path, place: Path, seed: str, number: int) -> Verdict:
    """Remove or replace the folder between two answers: what is gone is never called saved."""
    chance = Random(f"{seed}/{number}")
    shutil.copytree(data, folder := place / "live")
    away = place / "away"
    workspace = opened(folder, system_clock)
    session = workspace.open(workspace.rows()[0].id)
    try:
        answer(session, "before")
        folder.rename(away)
        if chance.random() < 0.5:
            shutil.copytree(data, folder)
        is_removed = chance.random() < 0.5
        if is_removed:
            shutil.rmtree(away)
        answer(session, "while it is gone")
        if session.is_saved and not _holds(folder, session):
            return Verdict(false_saved="saved was said, and the folder is gone")
        if session.problem is not None:
            said(session.problem)
        if is_removed:
            return Verdict(loss="" if _keeps_edits(session) else "the edits are gone")
        shutil.rmtree(folder, ignore_errors=True)
        away.rename(folder)
        return _come_back(folder, workspace, session)
    finally:
        with suppress(DigicomError):
            workspace.close()
        for left in (folder, away):
            shutil.rmtree(left, ignore_errors=True)


def _come_back(folder: Path, workspace: Workspace, session: Session) -> Verdict:
    if not session.retry():
        return Verdict(loss=f"the folder is back, and still: {session.problem}")
    kept = parts(session.saved)
    workspace.close()
    again = opened(folder, system_clock)
    try:
        is_there = parts(again.open(session.id).current) == kept
    finally:
        again.close()
    return Verdict(false_saved="" if is_there else "what was called saved is not there")


def answer(session: Session, text: str) -> None:
    """Say ``text`` of the first item."""
    item = session.edition.items[0].id
    changed = replace(session.current.answer(item), reason=text)
    session.change(session.current.with_answer(changed))


def _keeps_edits(session: Session) -> bool:
    item = session.edition.items[0].id
    return session.current.answer(item).reason == "while it is gone"


def _holds(folder: Path, session: Session) -> bool:
    """Whether the files in ``folder`` say what ``session`` calls saved, as after a kill."""
    copy = folder.with_name("as after a kill")
    try:
        shutil.copytree(folder, copy)
        workspace = opened(copy, system_clock)
    except (OSError, DigicomError):
        return False
    try:
        return parts(workspace.open(session.id).current) == parts(session.saved)
    finally:
        with suppress(DigicomError):
            workspace.close()
        shutil.rmtree(copy)


def powerless() -> list[str] | None:
    """What a command begins with that obeys permissions; None where there is no such thing."""
    if sys.platform == "win32":
        return None
    if os.geteuid() != 0:
        return []
    is_there = shutil.which("setpriv") and subprocess.run([*_DROP, "true"]).returncode == 0
    return _DROP if is_there else None


def read_only(data: Path, place: Path, prefix: list[str], _: int) -> Verdict:
    """Take the permission to write away and give it back, in a process that obeys."""
    shutil.copytree(data, folder := place / "live")
    command = [*prefix, sys.executable, "-m", "tests.torture.read_only", str(folder)]
    try:
        done = subprocess.run(
            command, cwd=PROJECT, capture_output=True, encoding="utf-8", timeout=120
        )
    finally:
        shutil.rmtree(folder)
    if done.returncode != 0:
        return Verdict(crash=done.stderr[-400:])
    return Verdict(false_saved=done.stdout.strip())
