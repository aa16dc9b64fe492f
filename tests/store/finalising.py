"""Finalises one assessment again and again and prints the number of each revision."""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.store.database import Store
from tests.store.samples import RETURNED, SUBMITTED, summary


def content_of(number: int) -> bytes:
    """A content of its own for each number, over several pages of the database."""
    return b'{"number":%d,"text":"%s"}' % (number, b"x" * (number * 7919 % 30_000))


def step(store: Store, id: str, number: int) -> None:
    """One draft, its revision, and what becomes of that."""
    said = summary(answered=number, revision=number - 1)
    store.write(id, {"plan": b"draft of %d" % number}, ("reasons",), said)
    content = content_of(number)
    parts = {"company": b"%d" % number, "reasons": b"of %d" % number}
    revision = store.finalise(id, parts, ("plan",), said, content, consistency_code(content))
    store.change_state(id, revision.number, SUBMITTED)
    store.change_state(id, revision.number, replace(RETURNED, remark=f"{number}"))


def die_at_statement(store: Store, count: int) -> None:
    """Kill this process before the statement number ``count`` of SQL from now on."""
    left = count

    def at_statement(_: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    store._connection._raw().set_trace_callback(at_statement)


def main(folder: str, id: str, statement: str) -> None:
    """Goes on until it is killed, by itself at ``statement`` if that is not 0."""
    store = Store.open(Path(folder), system_clock)
    if int(statement):
        die_at_statement(store, int(statement))
    number = store.row(id).summary.revision
    while True:
        number += 1
        step(store, id, number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
