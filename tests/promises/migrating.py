"""Opens an old database again and again, each time killed one statement later, and looks at it.

Prints for each kill the number of the statement and the version of the schema that it left.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from itertools import count
from pathlib import Path

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.database import Store
from tests.store.samples import revision_as_json

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def die_at_statement(number: int) -> None:
    """Have every connection kill this process before the statement ``number`` of all of them."""
    left = number
    opened = Connection._check_pragmas

    def at_statement(_: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def check_pragmas(self: Connection) -> None:
        self._raw().set_trace_callback(at_statement)
        opened(self)

    Connection._check_pragmas = check_pragmas  # type: ignore[method-assign]


def open_and_die(folder: Path, number: int) -> bool:
    """Open the store in a process that is killed on the way; whether it came to the end."""
    child = os.fork()
    if child == 0:
        die_at_statement(number)
        Store.open(folder, system_clock)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"it failed at statement {number}")
    return os.WIFEXITED(status)


def look(folder: Path) -> tuple[int, object]:
    """Version and tables of a copy of what is there, the log included."""
    copy = folder.with_name("look")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    with closing(sqlite3.connect(copy / "digicom.sqlite3")) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return version, connection.execute(_SCHEMA).fetchall()


def expected_schemas(frozen: Path) -> dict[int, object]:
    """The tables of each version, by the frozen samples."""
    found: dict[int, object] = {}
    for path in frozen.glob("*.sqlite3"):
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            found[version] = connection.execute(_SCHEMA).fetchall()
    return found


def require_all(folder: Path, known: dict[str, dict[str, object]]) -> None:
    """The next start opens it with all it held."""
    store = Store.open(folder, system_clock)
    rows = (*store.rows(), *store.rows(deleted=True))
    assert {row.id for row in rows} == known.keys()
    for row in rows:
        parts = {key: content.decode() for key, content in store.read(row.id).items()}
        assert parts == known[row.id]["parts"]
        revisions = [revision_as_json(revision) for revision in store.revisions(row.id)]
        assert revisions == known[row.id].get("revisions", [])
    store._let_go()


def main(sample: Path, place: Path) -> None:
    """Go on until a start comes to its end."""
    known = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    schemas = expected_schemas(place / "known")
    folder = place / "data"
    for number in count(1):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(sample, folder / "digicom.sqlite3")
        is_whole = open_and_die(folder, number)
        version, schema = look(folder)
        assert schema == schemas[version], (number, version)
        require_all(folder, known)
        sys.stdout.write(f"{number} {version}\n")
        if is_whole:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
