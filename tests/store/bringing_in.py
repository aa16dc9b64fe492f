"""Brings in one assessment with its revisions, and is killed before a statement of SQL."""

import sys
from dataclasses import replace
from pathlib import Path

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.summary import Summary
from digicom_desktop.store.database import Store
from tests.store.finalising import content_of, die_at_statement
from tests.store.samples import PARTS, RETURNED, SUBMITTED, summary

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
NEW_PARTS = {"company": b'{"name":"new"}', "answer/1.1": PARTS["answer/1.1"], "plan": b"{}"}


def revisions(count: int) -> tuple[Revision, ...]:
    """So many revisions, each with what became of it."""
    return tuple(
        Revision(
            number,
            system_clock(),
            consistency_code(content_of(number)),
            content_of(number),
            (SUBMITTED, replace(RETURNED, remark=f"{number}")),
        )
        for number in range(1, count + 1)
    )


def said() -> Summary:
    """What Home shows of it."""
    return summary("新企业", state="finalised", answered=22)


def main(folder: str, replaced: str, statement: str) -> None:
    """Prints a line when all is saved."""
    store = Store.open(Path(folder), system_clock)
    backed_up = store.backups.make

    def make(reason: str) -> None:
        backed_up(reason)
        # A backup that was made is no harm, and has tests of its own.
        die_at_statement(store, int(statement))

    store.backups.make = make  # type: ignore[assignment, method-assign]
    store.bring_in(NEW_PARTS, said(), revisions(2), replaced or None, ID)
    sys.stdout.write("saved\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
