"""Autosave, opening and listing beside 10,000 saved assessments."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.bench.timing import median

_COUNT = 10_000


def measure(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Rows of name, milliseconds and goal."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    sample = workspace.library.sample()
    ids = [workspace.add(_firm(sample, number)).id for number in range(_COUNT)]
    middle = itertools.cycle(ids[_COUNT // 2 : _COUNT // 2 + 200])
    session = workspace.open(ids[0])
    yield "one answer judged and saved", median(_answers(session), 300), "<= 20"
    yield (
        f"open one of {_COUNT:,} assessments",
        median(lambda: workspace.open(next(middle)), 100),
        "<= 5",
    )
    yield f"list {_COUNT:,} assessments", median(workspace.rows, 20), "<= 50"
    workspace.close()


def _firm(sample: Assessment, number: int) -> Assessment:
    name = f"{sample.company.name}{number}"
    return replace(sample, company=replace(sample.company, name=name))


def _answers(session: Session) -> Callable[[], object]:
    """A step that saves another answer each time it is called."""
    levels = itertools.cycle((1, 2, 3, 4))

    def answer() -> object:
        changed = replace(session.current.answer("3.2"), level=next(levels))
        return session.change(session.current.with_answer(changed))

    return answer
