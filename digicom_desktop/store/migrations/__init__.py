"""The numbered scripts that make the tables, and the runner that brings an old database up."""

from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.connection import Connection

HERE = Path(__file__).parent


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
