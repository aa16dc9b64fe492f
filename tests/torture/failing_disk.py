"""A person's acts on a disk that fails; ``main`` prints a line of JSON for each trial.

Started with the library of disk.c. Every trial is a fork of this process, which itself never fails:
it prepares the folder, and looks what is in it when the fork has ended.
"""

import errno
import json
import os
import random
import select
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

from digicom_desktop import files
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from tests.torture.acts import ACTS, Act, Begin, finalise, lay_desk, lay_old, use
from tests.torture.disk import Faults
from tests.torture.outcome import Effort
from tests.torture.person import Person
from tests.torture.promises import FlawError, Look, Place, Step, Versions, violations

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)
_TRIALS = {Effort.SHORT: (4, 2), Effort.LONG: (220, 60)}
"""Of each act at the most, and of one that takes a second or more."""
_PATIENCE = 60
"""Seconds until a trial hangs."""
_TOLD_LATER = 1_000_000
"""Number of the steps that may be on the disk although nobody was told."""

Pipe = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Trial:
    """The ``nth`` call of an act fails with ``error``, and with ``lasting`` all that follow."""

    act: str
    nth: int
    error: int
    lasting: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a trial; ``loss``, ``crash`` and ``false_saved`` say what was bad."""

    trial: Trial
    faults: int
    loss: str = ""
    crash: str = ""
    false_saved: str = ""

    def as_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> "Report":
        """The reverse."""
        values = json.loads(line)
        return cls(**(values | {"trial": Trial(**values["trial"])}))


class _Fork:
    """What a fork does; it says by the pipe what it was told, and ends."""

    def __init__(self, place: Place, library: Library, first: int, send: Pipe) -> None:
        self._send = send
        self._number = first
        self._words = library.words(Language.ZH)
        self._person = Person(place, self._tell, library)
        self._faults = Faults()

    def act(self, act: Act, trial: Trial) -> None:
        """Do it, do it again where it failed, and close the program."""
        act.before(self._person)
        self._faults.begin(trial.nth, trial.error, lasting=trial.lasting)
        try:
            is_done = self._attempt(act.do)
            if not trial.lasting:
                self._end()
            if not is_done and not self._attempt(act.do) and not trial.lasting:
                self._send(crash="it failed again although the disk did not")
            self._attempt(Person.leave)
        finally:
            self._end()

    def _end(self) -> None:
        calls, faults = self._faults.end()
        self._send(calls=calls, faults=faults)

    def _attempt(self, do: Callable[[Person], None]) -> bool:
        try:
            do(self._person)
        except DigicomError as error:
            self._words.error(error)  # or there is no such sentence
            self._send(tried=self._person.tried())
            return False
        return True

    def _tell(self, what: str, kept: dict[str, str]) -> None:
        self._number += 1
        self._send(step=Step(self._number, what, kept).as_json())


class _Bench:
    """Folders, forks, and a look at what they leave."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._place = Place(root / "watched")
        self._library = Library(resources_folder())
        self._look = Look(self._library)
        self._known: dict[Begin, list[Step]] = {Begin.EMPTY: []}
        lay_desk(Place(root / Begin.EMPTY))
        # Not in a fork: so what the program loads and keeps in mind is there for all of them.
        self._make_old()
        self._make(Begin.DRAFT, Begin.EMPTY, use)
        self._make(Begin.FINALISED, Begin.DRAFT, finalise)

    def reference(self, name: str) -> "_Told":
        """What an act does while nothing fails."""
        told = self._run(Trial(name, 0, 0, lasting=False))
        if told.crash:
            raise SystemExit(f"{name}: {told.crash}")
        return told

    def report(self, trial: Trial, reference: "_Told") -> Report:
        """Try it, and look."""
        told, begin = self._run(trial), ACTS[trial.act].begin
        try:
            found = self._look.at(self._place, opens=begin is not Begin.OLD)
        except (DigicomError, FlawError) as error:
            return Report(trial, told.faults, loss=str(error), crash=told.crash)
        except Exception as error:
            return Report(trial, told.faults, crash=f"{told.crash} {error!r}")
        before = self._known[begin]
        maybe = [*(step.kept for step in reference.steps), *told.tried]
        later = [Step(_TOLD_LATER, "untold", kept) for kept in maybe]
        steps = [*before, *told.steps, *later]
        acknowledged = len(before) + len(told.steps)
        broken = list(violations(found, steps, acknowledged, _TOLD_LATER))
        lost = [text for text, since in broken if since <= len(before)]
        false = [text for text, since in broken if since > len(before)]
        return Report(trial, told.faults, "; ".join(lost), told.crash, "; ".join(false))

    def _run(self, trial: Trial) -> "_Told":
        act = ACTS[trial.act]
        self._prepare(act.begin)
        return self._fork(act, trial)

    def _make_old(self) -> None:
        shutil.copytree(self._root / Begin.EMPTY, self._root / Begin.OLD)
        lay_old(Place(self._root / Begin.OLD))
        self._prepare(Begin.OLD)
        found = self._look.at(self._place, opens=False)
        held = {name: version for name, version in found.items() if "backup/" not in name}
        self._known[Begin.OLD] = [Step(1, "what it held", held)]

    def _make(self, made: Begin, of: Begin, do: Callable[[Person], None]) -> None:
        self._prepare(of)
        steps = self._known[made] = list(self._known[of])

        def tell(what: str, kept: dict[str, str]) -> None:
            steps.append(Step(len(steps) + 1, what, kept))

        do(Person(self._place, tell, self._library))
        shutil.copytree(self._place.root, self._root / made)

    def _prepare(self, begin: Begin) -> None:
        root = self._place.root
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self._root / begin, root)
        (root / "tmp").mkdir(exist_ok=True)
        tempfile.tempdir = str(root / "tmp")  # what is not finished yet is on a disk, too

    def _fork(self, act: Act, trial: Trial) -> "_Told":
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            first = len(self._known[act.begin])
            _be_fork(
                writing, lambda send: _Fork(self._place, self._library, first, send).act(act, trial)
            )
        os.close(writing)
        with os.fdopen(reading, "rb", buffering=0) as pipe:
            lines, hangs = _read(pipe.fileno())
        if hangs:
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return _Told.of(lines, "it hangs" if hangs else f"it ended with {status}" * bool(status))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a fork said."""

    steps: tuple[Step, ...]
    tried: tuple[Versions, ...]
    calls: int
    faults: int
    crash: str

    @classmethod
    def of(cls, lines: Sequence[dict[str, Any]], end: str) -> "_Told":
        steps = tuple(Step.from_json(line["step"]) for line in lines if "step" in line)
        tried = tuple(line["tried"] for line in lines if "tried" in line)
        counted = next((line for line in lines if "calls" in line), {"calls": 0, "faults": 0})
        crashes = [line["crash"] for line in lines if "crash" in line]
        crash = "; ".join(filter(None, [*crashes, end]))
        return cls(steps, tried, counted["calls"], counted["faults"], crash)


def _be_fork(writing: int, do: Callable[[Pipe], None]) -> NoReturn:
    def send(**values: object) -> None:
        os.write(writing, json.dumps(values).encode() + b"\n")

    try:
        do(send)
    except BaseException as error:
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        send(crash=f"{error!r} at {where}")
    os._exit(0)


def _read(pipe: int) -> tuple[list[dict[str, Any]], bool]:
    """All lines until the end, and whether that did not come."""
    content = b""
    while select.select([pipe], [], [], _PATIENCE)[0]:
        piece = os.read(pipe, 1 << 16)
        if not piece:
            return [json.loads(line) for line in content.splitlines()], False
        content += piece
    return [json.loads(line) for line in content.splitlines()], True


def _trials(calls: dict[str, int], effort: Effort, seed: int) -> Iterator[Trial]:
    """All there are, or some of every act."""
    chance = random.Random(seed)
    usual, slow = _TRIALS[effort]
    for name, act in ACTS.items():
        every = [
            Trial(name, nth, error, lasting)
            for nth in range(1, calls[name] + 1)
            for error in ERRORS
            for lasting in (False, True)
        ]
        count = min(len(every), slow if act.is_slow else usual)
        yield from sorted(chance.sample(every, count), key=every.index)


def main(root: str, effort: str, seed: str) -> None:
    """Print a report of each trial."""
    # How long an export waits for Excel to let a file go: here it never does.
    files._PATIENCE = 0.1
    bench = _Bench(Path(root))
    references = {name: bench.reference(name) for name in ACTS}
    calls = {name: told.calls for name, told in references.items()}
    for trial in _trials(calls, Effort(effort), int(seed)):
        print(bench.report(trial, references[trial.act]).as_json(), flush=True)
