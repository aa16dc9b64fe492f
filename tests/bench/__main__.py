"""python -m tests.bench: medians of what a person waits for, all in one run."""

import sys
import tempfile
from pathlib import Path

from tests.bench.exported import measure as measure_exports
from tests.bench.imported import measure as measure_imports
from tests.bench.moved import measure as measure_window
from tests.bench.packed import measure as measure_packages
from tests.bench.recomputed import measure as measure_appraisal
from tests.bench.saved import measure as measure_saving
from tests.bench.started import measure as measure_start


def main() -> int:
    """Print a table; nothing fails, because a noisy machine proves nothing."""
    if sys.argv[1:]:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            *measure_start(Path(folder) / "started"),
            *measure_appraisal(Path(folder) / "recomputed"),
            *measure_saving(Path(folder) / "saved"),
            *measure_exports(Path(folder) / "exported"),
            *measure_packages(Path(folder) / "packed"),
            *measure_imports(Path(folder) / "imported"),
            *measure_window(Path(folder) / "moved"),
        ]
    width = max(len(name) for name, _, _ in rows)
    for name, value, goal in rows:
        print(f"{name:<{width}}  {value:10.2f}  {goal}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
