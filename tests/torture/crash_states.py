"""The power is cut anywhere in a person's day: what the program finds on the disk afterwards."""

import itertools
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from tests.torture.acts import lay_desk
from tests.torture.disk import PROJECT, NoLibraryError, environment, faster_folder, make_library
from tests.torture.outcome import Effort, Outcome
from tests.torture.power_cut import Disk, Fate, lay_out
from tests.torture.promises import FlawError, Look, Place, Step, violations
from tests.torture.trace import Call, read_trace

_NAME = "power cut"
_CUTS = {Effort.SHORT: 24, Effort.LONG: 1200}
"""Cuts of each fate, at the least."""
_GOING_ON = 4
"""After one of how many the person goes on to answer."""
_NOTES = 5
_PATIENCE = 120


@dataclass(frozen=True, slots=True)
class _Day:
    """What was asked of the disk, and what was acknowledged meanwhile."""

    root: Path
    calls: Sequence[Call]
    steps: Sequence[Step]


@dataclass(slots=True)
class _Tally:
    """What became of the cuts of one fate."""

    trials: int = 0
    faults: int = 0
    losses: int = 0
    crashes: int = 0
    false_saved: int = 0
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        if len(self.notes) < _NOTES:
            self.notes.append(text)

    def outcome(self, fate: Fate) -> Outcome:
        return Outcome(
            f"{_NAME}: {fate}",
            self.trials,
            self.faults,
            self.losses,
            self.crashes,
            self.false_saved,
            tuple(self.notes),
        )


def cut_the_power(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """Record a day, cut the power anywhere in it, and open the program on what is left.

    A fault is a cut at which something was not flushed yet.
    """
    try:
        library = make_library(folder)
    except NoLibraryError as reason:
        yield Outcome(_NAME, 0, 0, skipped=str(reason))
        return
    states = faster_folder(folder)
    try:
        yield from _try_all(library, states, effort, seed)
    finally:
        shutil.rmtree(states, ignore_errors=True)


def _try_all(library: Path, folder: Path, effort: Effort, seed: int) -> Iterator[Outcome]:
    place = Place(folder / "day")
    lay_desk(place)
    disk = Disk(place.root)
    day = _record(library, place, folder)
    tallies = {fate: _Tally() for fate in Fate}
    cuts = _places(len(day.calls), _CUTS[effort], random.Random(seed))
    look = Look(Library(resources_folder()))
    for at, call in enumerate(day.calls, 1):
        disk.ask(call)
        for fate in cuts.get(at, ()):
            chance = random.Random(f"{seed} {at} {fate.name} {tallies[fate].trials}")
            state = Place(folder / "state")
            lay_out(disk.after_cut(chance, fate), _empty(state.root))
            tally = tallies[fate]
            tally.trials += 1
            tally.faults += disk.has_pending
            _judge(look, state, day, disk.acknowledged, tally, f"call {at}")
    yield from (tally.outcome(fate) for fate, tally in tallies.items())
    # Only now: what was recorded is all that happened, or all of the above proves nothing.
    if problem := _difference(disk, place.root):
        yield Outcome(f"{_NAME}: the recording", 1, 1, crashes=1, notes=(problem,))


def _record(library: Path, place: Place, folder: Path) -> _Day:
    trace, diary = folder / "trace", folder / "diary"
    command = [sys.executable, "-m", "tests.torture.recorded_day", str(place.root), str(diary)]
    watched = environment(library, place.root, trace)
    subprocess.run(command, cwd=PROJECT, env=watched, check=True, timeout=_PATIENCE)
    lines = diary.read_text(encoding="utf-8").splitlines()
    return _Day(place.root, read_trace(trace), [Step.from_json(line) for line in lines])


def _places(calls: int, cuts: int, chance: random.Random) -> dict[int, list[Fate]]:
    """After which calls the power is cut, spread over all of the day."""
    places: dict[int, list[Fate]] = {}
    for fate, number in itertools.product(Fate, range(cuts)):
        at = int((number + chance.random()) * calls / cuts) + 1
        places.setdefault(min(at, calls), []).append(fate)
    return places


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _judge(
    look: Look, state: Place, day: _Day, acknowledged: int, tally: _Tally, where: str
) -> None:
    try:
        found = look.at(state, goes_on=tally.trials % _GOING_ON == 0)
    except (DigicomError, FlawError) as error:
        tally.losses += 1
        tally.note(f"{where}: {error}")
        return
    except Exception as error:
        tally.crashes += 1
        tally.note(f"{where}: {error!r}")
        return
    broken = list(violations(found, day.steps, acknowledged, acknowledged + 1))
    tally.losses += bool(broken)
    tally.false_saved += any(since == acknowledged for _, since in broken)
    for text, _ in broken[:1]:
        tally.note(f"{where}: {text}")


def _difference(disk: Disk, root: Path) -> str:
    """What the recording missed, "" if nothing."""
    recorded = disk.after_cut(random.Random(0), Fate.ALL)
    real = {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
    }
    wrong = [name for name in recorded.keys() | real.keys() if recorded.get(name) != real.get(name)]
    return f"it differs from the disk in {sorted(wrong)}" if wrong else ""
