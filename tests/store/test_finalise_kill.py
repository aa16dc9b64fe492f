"""A process that is killed while it finalises leaves a draft or a revision, never half of one."""

import random
import subprocess
import sys
import threading
import time
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.store.database import Store
from tests.store.finalising import content_of
from tests.store.samples import PROJECT, summary

_TRIALS = 30
_SECONDS = 60


@pytest.fixture
def id(folder: Path) -> str:
    """A saved assessment of which nothing was finalised yet."""
    store = Store.open(folder, system_clock)
    made = store.create({"company": b"0"}, summary()).id
    store.close()
    return made


def test_a_revision_is_whole_or_not_there_whenever_the_process_is_killed(
    folder: Path, id: str
) -> None:
    chance, last, left = random.Random(5), 0, Counter[str]()
    for _ in range(_TRIALS):
        acknowledged = finalise_until_killed(folder, id, chance.uniform(0, 0.04))
        last, moment = whole(folder, id, at_least=max(last, acknowledged))
        left[moment] += 1
    assert last > _TRIALS
    assert len(left) > 1, f"killed at one moment only: {left}"


def test_a_kill_before_any_statement_of_sql_leaves_nothing_half(folder: Path, id: str) -> None:
    """One step has draft, revision and two states, each in a transaction of its own."""
    left, last = Counter[str](), 0
    for statement in count(2):
        acknowledged = finalise_until_killed(folder, id, _SECONDS, statement)
        last, moment = whole(folder, id, at_least=last)
        left[moment] += 1
        if acknowledged:
            break  # the whole step was done before that many statements
    assert left.keys() == {"draft", "finalised", "submitted", "returned"}
    assert left["draft"] > 10


def finalise_until_killed(folder: Path, id: str, seconds: float, statement: int = 0) -> int:
    """The number of the last revision that the process acknowledged, 0 without any."""
    command = [sys.executable, "-m", "tests.store.finalising", str(folder), id, str(statement)]
    with subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        watchdog = threading.Timer(_SECONDS, process.kill)
        watchdog.start()
        first = process.stdout.readline()
        if not statement:
            time.sleep(seconds)
            process.kill()
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
        watchdog.cancel()
    return max((int(line) for line in lines if line.endswith("\n")), default=0)


def whole(folder: Path, id: str, at_least: int) -> tuple[int, str]:
    """Opens the database and checks all; how many revisions there are, and what the row says."""
    store = Store.open(folder, system_clock)
    revisions, parts, shown = store.revisions(id), store.read(id), store.row(id).summary
    store._let_go()  # as little as possible between two trials
    newest = len(revisions)
    assert newest >= at_least
    assert [r.number for r in revisions] == list(range(1, newest + 1))
    assert shown.revision == newest
    for revision in revisions:
        assert revision.content == content_of(revision.number)
        assert revision.code == consistency_code(revision.content)
    if "plan" in parts or newest == 0:  # only a draft has a plan here
        assert shown.state == "draft"
        assert parts["company"] == b"%d" % newest
        assert shown.answered in (newest + 1, summary().answered)
    else:
        assert parts == {"company": b"%d" % newest, "reasons": b"of %d" % newest}
        assert shown.answered == newest
        assert shown.state == revisions[-1].state
    return newest, shown.state
