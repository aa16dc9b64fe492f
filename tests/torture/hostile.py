"""Hostile files are brought in, hostile texts are saved, exported and pasted into every field."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.hostile.all_files import ALL
from tests.hostile.texts import AT_ONCE, TEXTS
from tests.torture.outcome import Effort, Outcome

_SHORT_FILES = 16
_PATIENCE = {Effort.SHORT: 300, Effort.LONG: 4 * 3_600}
"""Seconds after which a program counts as hung."""
_MOST_NOTES = 20


@dataclass(frozen=True)
class _Program:
    """A program of the trials, running; ``memory`` is the most MB that it may take, 0 for any."""

    name: str
    process: "subprocess.Popen[str]"
    complaints: Path
    memory: float = 0.0


def hostile(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """All files and texts, or some that the seed chooses; the three programs run side by side."""
    random = Random(seed)
    files, kept, typed = list(ALL), list(TEXTS), list(TEXTS)
    pages = "0"
    if effort is Effort.SHORT:
        files = random.sample(files, _SHORT_FILES)
        kept, typed, pages = [AT_ONCE], [AT_ONCE, random.choice(typed)], "1"
    programs = (
        _started("hostile files brought in", "taking_in", folder, files, memory=400),
        _started("hostile texts saved and exported", "keeping", folder, kept, memory=400),
        _started("hostile texts pasted into fields", "typing_in", folder, [pages, *typed]),
    )
    for program in programs:
        yield _outcome(program, _PATIENCE[effort])


def _started(
    name: str, module: str, folder: Path, arguments: Sequence[str], memory: float = 0.0
) -> _Program:
    # Qt says on the error stream what no test minds; a crash says there where it was.
    place = folder / module
    place.mkdir()
    with (folder / f"{module}.txt").open("w", encoding="utf-8") as complaints:
        process = subprocess.Popen(
            [sys.executable, "-m", f"tests.hostile.{module}", str(place), *arguments],
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
        )
    return _Program(name, process, folder / f"{module}.txt", memory)


def _outcome(program: _Program, patience: float) -> Outcome:
    try:
        told, _ = program.process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        program.process.kill()
        program.process.communicate()
        return Outcome(program.name, 0, 0, crashes=1, notes=("the program hung",))
    if program.process.returncode:
        ended = f"the program ended with {program.process.returncode}"
        last = program.complaints.read_text(encoding="utf-8").strip().splitlines()[-3:]
        return Outcome(program.name, 0, 0, crashes=1, notes=(ended, *last))
    said = json.loads(told.splitlines()[-1])
    return Outcome(
        program.name,
        said["trials"],
        said["faults"],
        losses=len(said["lost"]),
        crashes=len(said["crashed"]) + _is_over(said, program),
        notes=tuple(_notes(said))[:_MOST_NOTES],
    )


def _is_over(said: dict[str, Any], program: _Program) -> bool:
    return bool(program.memory) and said["memory"] > program.memory


def _notes(said: dict[str, Any]) -> Iterator[str]:
    yield f"{said['memory']:.0f} MB at most"
    yield from said["lost"]
    yield from said["crashed"]
