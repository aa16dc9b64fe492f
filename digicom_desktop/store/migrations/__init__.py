"""The numbered scripts that make the tables, and the runner that brings an old database up."""

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.connection import Connection, Values

HERE = Path(__file__).parent

SCHEMA_DIGEST = "c883feb5b1c3d4b0402c8aca294dc266a109c39ddba15267c2f8130b28a55596"
"""``schema_digest`` of a database that all these scripts have made; a test keeps it true."""
SCHEMA_VERSION = 3
"""How many they are."""
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def schema_digest(connection: Connection) -> str:
    """The SHA-256 of the text of all tables and indexes, in hexadecimal."""
    return _digest(connection.fetch(_SCHEMA))


def is_newest_schema(connection: sqlite3.Connection) -> bool:
    """Whether the tables are to the letter those that this program makes."""
    return _digest(connection.execute(_SCHEMA).fetchall()) == SCHEMA_DIGEST


def _digest(schema: list[Values]) -> str:
    return hashlib.sha256(repr(schema).encode(errors="replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Migrations:
    """Scripts in order; the schema's version is the number of scripts that have run."""

    scripts: tuple[Path, ...]

    @classmethod
    def of(cls, folder: Path = HERE) -> "Migrations":
        """The scripts ``0001_….sql``, ``0002_….sql``, … of ``folder``; no number is left out."""
        scripts = tuple(sorted(folder.glob("[0-9]*.sql")))
        numbers = [int(script.name.split("_")[0]) for script in scripts]
        if numbers != list(range(1, len(scripts) + 1)) or not scripts:
            raise ValueError(f"migrations are not numbered one by one: {numbers}")
        return cls(scripts)

    @property
    def newest(self) -> int:
        """The version that this program writes."""
        return len(self.scripts)

    def run(self, connection: Connection, version: int) -> None:
        """Bring ``connection`` from ``version`` to the newest, one transaction per script.

        Raises DigicomError ``store.migration_failed``; the database is then as it was before the
        script that failed.
        """
        for number, script in enumerate(self.scripts[version:], start=version + 1):
            text = script.read_text(encoding="utf-8")
            # Rebuilding a table, SQLite's way to change one, needs foreign keys off, and that can
            # only be set outside a transaction; so they are checked before the commit instead.
            try:
                connection.run_script(f"{text}\nPRAGMA user_version = {number};")
            except DigicomError:
                raise
            except Exception as error:
                raise DigicomError("store.migration_failed", version=number) from error
