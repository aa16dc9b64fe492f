"""Runs of the fuzzer."""

import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from digicom_desktop.errors import DigicomError
from tests.fuzz.subjects import Subject, subjects

_SECONDS = 5.0


@dataclass(frozen=True)
class Finding:
    """A file that somebody has to look at; ``number`` and the seed make it again."""

    subject: str
    number: int
    path: Path
    problem: str


def run(
    folder: Path, seed: int, until: float, kinds: "Counter[str]", only: int | None = None
) -> Iterator[Finding]:
    """Make and read files until the time of ``time.monotonic``; count what became of them."""
    all_subjects = subjects(folder)
    for number in count() if only is None else (only,):
        if only is None and time.monotonic() > until:
            return
        subject = all_subjects[number % len(all_subjects)]
        path = folder / f"bad{subject.suffix}"
        path.write_bytes(subject.make(Random(f"{seed}/{number}")))
        problem = _problem(subject, path, kinds)
        if problem:
            kept = path.rename(folder / f"{number}{subject.suffix}")
            yield Finding(subject.name, number, kept, problem)


def _problem(subject: Subject, path: Path, kinds: "Counter[str]") -> str:
    """What is wrong with how ``subject`` reads ``path``; "" if nothing is."""
    start = time.perf_counter()
    try:
        subject.read(path)
        kinds[f"{subject.name}: read"] += 1
    except DigicomError as error:
        kinds[f"{subject.name}: {error.id}"] += 1
    except Exception:
        kinds[f"{subject.name}: FOUND"] += 1
        return traceback.format_exc()
    seconds = time.perf_counter() - start
    return f"took {seconds:.1f} s" if seconds > _SECONDS else ""
