"""python -m tests.bench: medians of what a person waits for, all in one run."""

import sys
import tempfile
from pathlib import Path

from tests.bench import exported, saved, started


def main() -> int:
    """Print a table; nothing fails, because a noisy machine proves nothing."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            *started.measure(Path(folder) / "started"),
            *saved.measure(Path(folder) / "saved"),
            *exported.measure(Path(folder) / "exported"),
        ]
    width = max(len(name) for name, _, _ in rows)
    for name, value, goal in rows:
        print(f"{name:<{width}}  {value:10.2f}  {goal}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
