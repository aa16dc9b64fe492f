"""python -m tests.torture.one NAME EFFORT SEED: one bench; each row of it is a line of JSON."""

import json
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from tests.torture.benches import BENCHES
from tests.torture.outcome import Effort


def main(name: str, effort: str, seed: str) -> None:
    """Runs it in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="digicom-torture-") as folder:
        began = time.monotonic()
        for outcome in BENCHES[name](Path(folder), Effort(effort), int(seed)):
            row = asdict(outcome) | {"seconds": time.monotonic() - began}
            sys.stdout.write(json.dumps(row) + "\n")
            sys.stdout.flush()
            began = time.monotonic()


if __name__ == "__main__":
    main(*sys.argv[1:])
