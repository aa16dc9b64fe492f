"""Runs of the fuzzer: an input is made, one reader gets it, and what became of it is counted."""

import signal
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from digicom_desktop.errors import DigicomError
from tests.fuzz.subject import Subject
from tests.fuzz.subjects import round_of
from tests.fuzz.tally import Tally

_SECONDS = 5.0


@dataclass(frozen=True)
class Finding:
    """An input that somebody has to look at; ``number`` and the seed make it again."""

    subject: str
    number: int
    path: Path
    problem: str


class _TooLong(BaseException):
    """Five seconds are over; nothing that catches exceptions may keep it."""


def run(folder: Path, seed: int, numbers: Iterable[int], tally: Tally) -> Iterator[Finding]:
    """Make and read the inputs ``numbers``."""
    subjects = round_of(folder)
    for number in numbers:
        subject = subjects[number % len(subjects)]
        kept = folder / f"{number}{subject.suffix}"
        try:
            data = subject.make(Random(f"{seed}/{number}"))
        except Exception:  # what honest input is made with is the program's, too
            yield Finding(subject.name, number, kept, traceback.format_exc())
            continue
        problem = _problem(subject, data, tally)
        if problem:
            kept.write_bytes(data)
            yield Finding(subject.name, number, kept, problem)


def _problem(subject: Subject, data: bytes, tally: Tally) -> str:
    """What is wrong with how ``subject`` reads ``data``; "" if nothing is."""
    said: Iterable[str] = ("FOUND",)
    problem = ""
    start = time.process_time()
    try:
        with _limited():
            said = tuple(subject.read(data))
    except DigicomError as error:
        said = (error.id,)
    except (_TooLong, Exception):
        problem = traceback.format_exc()
    tally.add(subject, said, time.process_time() - start)
    return problem


@contextmanager
def _limited() -> Iterator[None]:
    """Stop after five seconds, on systems that can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
