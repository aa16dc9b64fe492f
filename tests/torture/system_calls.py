"""Each call that changes the disk fails, once or from then on: what a person is told and keeps."""

import errno
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.torture.disk import PROJECT, NoLibraryError, environment, faster_folder, make_library
from tests.torture.failing_disk import ERRORS, Report
from tests.torture.outcome import Effort, Outcome

_NAME = "failing call"
_NOTES = 8
_START = "import sys; from tests.torture.failing_disk import main; main(*sys.argv[1:])"


def fail_calls(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """A row for each error, once and lasting."""
    try:
        library = make_library(folder)
    except NoLibraryError as reason:
        yield Outcome(_NAME, 0, 0, skipped=str(reason))
        return
    place = faster_folder(folder)
    try:
        reports = list(_reports(library, place, effort, seed))
    finally:
        shutil.rmtree(place, ignore_errors=True)
    for error, lasting in itertools.product(ERRORS, (False, True)):
        of_kind = [r for r in reports if (r.trial.error, r.trial.lasting) == (error, lasting)]
        yield _outcome(error, lasting, of_kind)


def _reports(library: Path, place: Path, effort: Effort, seed: int) -> Iterator[Report]:
    # By -c, not -m: what the program starts by multiprocessing would load the bench once more.
    command = [sys.executable, "-c", _START, str(place), effort.value, str(seed)]
    watched = environment(library, place / "watched")
    with subprocess.Popen(
        command, cwd=PROJECT, env=watched, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield Report.from_json(line)
    if process.returncode != 0:
        raise RuntimeError(f"the bench itself ended with {process.returncode}")


def _outcome(error: int, lasting: bool, reports: list[Report]) -> Outcome:
    how = "from then on" if lasting else "once"
    notes = [note for report in reports for note in _notes(report)]
    return Outcome(
        f"{_NAME}: {errno.errorcode[error]} ({os.strerror(error)}) {how}",
        len(reports),
        sum(report.faults > 0 for report in reports),
        sum(bool(report.loss) for report in reports),
        sum(bool(report.crash) for report in reports),
        sum(bool(report.false_saved) for report in reports),
        tuple(notes[:_NOTES]),
    )


def _notes(report: Report) -> Iterator[str]:
    bad = {"lost": report.loss, "crash": report.crash, "false saved": report.false_saved}
    for what, text in bad.items():
        if text:
            yield f"{report.trial.act}, call {report.trial.nth}: {what}: {text[:300]}"
