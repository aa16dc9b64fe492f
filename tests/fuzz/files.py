"""Inputs that are read from a file: into memory where there is any."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

_MEMORY = Path("/dev/shm")


def quick_folder() -> Path:
    """A new folder that no disk has to write."""
    place = _MEMORY if _MEMORY.is_dir() else None
    return Path(tempfile.mkdtemp(prefix="digicom-fuzz-", dir=place))


def from_file(
    path: Path, read: Callable[[Path], Iterable[str]]
) -> Callable[[bytes], Iterable[str]]:
    """What ``read`` says of the bytes once they lie at ``path``."""

    def read_bytes(data: bytes) -> Iterable[str]:
        path.write_bytes(data)
        return read(path)

    return read_bytes
