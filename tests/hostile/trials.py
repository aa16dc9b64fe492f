"""What the trials of this folder tell whoever started them as a program of their own."""

import json
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from digicom_desktop.errors import DigicomError

MEMORY = 400 << 20
SECONDS = 5.0


@dataclass
class Trials:
    """How many there were, in how many the fault happened, and what was wrong with which."""

    trials: int = 0
    faults: int = 0
    lost: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    memory: float = 0.0

    @contextmanager
    def trial(self, name: str, most: float = SECONDS) -> Iterator[None]:
        """One of them: what is raised is a crash, and so is what takes over ``most`` seconds."""
        self.trials += 1
        start = time.process_time()
        try:
            yield
        except Exception:
            last = traceback.format_exc().strip().splitlines()
            self.crashed.append(f"{name}: {last[-1]} at {last[-3].strip()}")
        seconds = time.process_time() - start
        if seconds > most:
            self.crashed.append(f"{name}: took {seconds:.1f} s")

    def require(self, holds: bool, name: str) -> None:
        """It is a loss unless it ``holds``."""
        if not holds:
            self.lost.append(name)

    def tell(self) -> None:
        """Print all of it as JSON, with the greatest memory so far in MB."""
        self.memory = greatest_memory()
        print(json.dumps(asdict(self)))


def bound_memory() -> None:
    """No more than 400 MB for this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def greatest_memory() -> float:
    """MB, of this program alone: what getrusage tells begins with that of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def said(read: Callable[[], object]) -> DigicomError | None:
    """The sentence that ``read`` raises, None if none."""
    try:
        read()
    except DigicomError as error:
        return error
    return None


def arguments() -> tuple[Path, list[str]]:
    """A folder, and the names of what is to be tried."""
    return Path(sys.argv[1]), sys.argv[2:]
