"""All that is fuzzed, and in which order it comes."""

from pathlib import Path
from random import Random

from tests.fuzz.archives import archives
from tests.fuzz.cells import cells
from tests.fuzz.contents import contents
from tests.fuzz.packages import packages
from tests.fuzz.subject import Subject
from tests.fuzz.typed import typed
from tests.fuzz.workbooks import workbooks


def round_of(folder: Path) -> tuple[Subject, ...]:
    """A round: every subject as often as its share, well mixed; ``folder`` is for files."""
    files = (*workbooks(folder), *packages(folder))
    subjects = (*files, archives(), *contents(), *typed(), *cells())
    mixed = [subject for subject in subjects for _ in range(subject.share)]
    Random(0).shuffle(mixed)
    return tuple(mixed)
