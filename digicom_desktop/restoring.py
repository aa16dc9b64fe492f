"""A backup is restored because the person wants it: what would change, and the change itself."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.domain.clock import Clock
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.errors import DigicomError
from digicom_desktop.one_file import OnBytes, ignore, is_one_file, remove_unpacked, unpack
from digicom_desktop.store.restoring import Held, backups_at, look_into, put_back
from digicom_desktop.workspace import Workspace

_DAMAGED = frozenset({"store.restore.damaged", "store.restore.unreadable"})


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring ``held`` would change.

    Of what is here now, ``absent`` is not in the backup, and ``later`` was changed since; neither
    counts the recycle bin. ``source`` is what the person chose, a file or a folder.
    """

    held: Held
    here: int
    absent: tuple[SavedRow, ...]
    later: tuple[SavedRow, ...]
    source: Path | None = None

    @property
    def path(self) -> Path:
        """Where it comes from, as the person knows it."""
        is_one = self.source is not None and is_one_file(self.source)
        return self.source if self.source is not None and is_one else self.held.path

    @property
    def files(self) -> int:
        """How many evidence files would be copied."""
        return sum(path is not None for _, path in self.held.files)

    @property
    def files_lacking(self) -> int:
        """How many that the backup names are neither beside it nor here."""
        return len(self.held.files) - self.files


def look(chosen: Path, data: Path, clock: Clock, on_bytes: OnBytes = ignore) -> Held:
    """What the backup ``chosen`` holds, or the newest that can be read in a folder; any thread.

    A file that holds everything is unpacked into ``data`` first; ``forget`` removes that again.
    Raises DigicomError ``store.restore.…``, and ``unpack``'s; nothing stays unpacked then.
    """
    if not is_one_file(chosen):
        return _look(chosen, data, clock)
    folder = unpack(chosen, data, on_bytes)
    try:
        return _look(folder, data, clock)
    except DigicomError as error:
        forget(data)
        raise DigicomError(error.id, **{**error.values, "path": chosen}) from error


def forget(data: Path) -> None:
    """Remove what was unpacked into ``data`` to be looked at."""
    remove_unpacked(data)


def _look(chosen: Path, data: Path, clock: Clock) -> Held:
    first: DigicomError | None = None
    for backup in backups_at(chosen):
        try:
            return look_into(backup, data, clock)
        except DigicomError as error:
            if error.id not in _DAMAGED:
                raise
            first = first or error
    raise first or DigicomError("store.restore.none_there", folder=chosen)


def preview(held: Held, rows: Iterable[SavedRow], source: Path | None = None) -> Preview:
    """What restoring ``held`` of ``source`` would change where ``rows`` are saved now."""
    now = tuple(rows)
    then = {row.id: row for row in (*held.rows, *held.deleted)}
    absent = tuple(row for row in now if row.id not in then)
    later = tuple(row for row in now if row.id in then and row.changed > then[row.id].changed)
    return Preview(held, len(now), absent, later, source)


def let_go(workspace: Workspace) -> None:
    """Back up what is here now, and let the folder go.

    Raises DigicomError ``store.restore.no_backup_before``; the workspace is open still then.
    """
    try:
        workspace.back_up_if_changed("restore")
    except DigicomError as error:
        raise DigicomError("store.restore.no_backup_before") from error
    with suppress(DigicomError):  # of another backup, of the same
        workspace.close()


def restore(
    held: Held, data: Path, clock: Clock, is_called_off: Callable[[], bool] = lambda: False
) -> int:
    """Put ``held`` in the place of what is in ``data``; how many evidence files came with it.

    Nobody has ``data`` open; any thread. What was there stays in ``damaged/<time>/`` and in its
    backup. Raises DigicomError, and then what was there is still in its place.
    """
    return put_back(held, data, clock, is_called_off)
