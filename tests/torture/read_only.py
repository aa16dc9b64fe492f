"""Works in a data folder that may not be written for a while; prints what went wrong."""

import sys
from contextlib import suppress
from pathlib import Path

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.parts import parts
from digicom_desktop.errors import DigicomError
from tests.torture.gone_folders import answer
from tests.torture.judging import opened


def main(folder: Path) -> None:
    """Answer before, while and after; everything that was called saved must be there."""
    workspace = opened(folder, system_clock)
    session = workspace.open(workspace.rows()[0].id)
    answer(session, "before")
    (source := folder.parent / "evidence.txt").write_bytes(b"evidence")
    _allow(folder, 0o500)
    answer(session, "while it may not be written")
    was_saved = session.is_saved
    with suppress(DigicomError):
        session.copy_evidence(source)
        print("evidence was copied to where nothing may be written")
    with suppress(DigicomError):
        workspace.close()
    saved = parts(session.saved)
    with suppress(DigicomError):
        opened(folder, system_clock).close()
    _allow(folder, 0o700)
    again = opened(folder, system_clock)
    if parts(again.open(session.id).current) != saved:
        print(f"what was called saved is not there ({was_saved})")
    again.close()


def _allow(folder: Path, mode: int) -> None:
    for path in (folder, folder / "backups", folder / "evidence"):
        path.chmod(mode)
    for path in folder.glob("digicom.*"):
        path.chmod(mode & 0o600)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
