"""Has a PDF read that takes for ever, and says which process reads it."""

import sys
from pathlib import Path

from digicom_desktop.documents.foreign_worker import ForeignWorker


def main(folder: Path) -> None:
    """Goes on until it is killed."""
    with ForeignWorker(folder, patience=600) as worker:
        worker.prepare(folder / "good.pdf", 1)
        assert worker._process is not None
        sys.stdout.write(f"{worker._process.pid}\n")
        sys.stdout.flush()
        worker.read(folder / "endless.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
