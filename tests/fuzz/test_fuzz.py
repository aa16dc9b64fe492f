import time
from collections import Counter
from pathlib import Path

from tests.fuzz.runs import run

_SEED = 7
_SECONDS = 3.0


def test_bad_files_raise_nothing_but_known_errors(tmp_path: Path) -> None:
    """The longer run is ``python -m tests.fuzz --minutes 10``."""
    kinds: Counter[str] = Counter()
    print(f"seed {_SEED}")
    assert list(run(tmp_path, _SEED, time.monotonic() + _SECONDS, kinds)) == []
    assert len(kinds) >= 4
