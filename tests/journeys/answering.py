"""Answers item 1.1 again and again and prints the number of each answer that is saved."""

import itertools
import sys
from dataclasses import replace
from pathlib import Path

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.statement import Statement
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace


def main(folder: str, id: str, trial: str) -> None:
    """Goes on until it is killed."""
    session = Workspace.at(Path(folder), resources_folder(), system_clock).open(id)
    for count in itertools.count(1):
        statement = Statement(note=f"{trial}:{count}")
        answer = replace(session.current.answer("1.1"), level=count % 5, statement=statement)
        session.change(session.current.with_answer(answer))
        if not session.is_saved:
            raise SystemExit(str(session.problem))
        sys.stdout.write(f"{count}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
