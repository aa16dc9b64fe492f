"""The saved assessments of one data folder."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from digicom_desktop.domain.clock import Clock
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.errors import DigicomError
from digicom_desktop.store import revisions, saved_rows
from digicom_desktop.store.assessments import change_assessment, insert_assessment
from digicom_desktop.store.backups import Backup, Backups
from digicom_desktop.store.bring_in import (
    BroughtIn,
    Incoming,
    insert_incoming,
    replace_by_incoming,
)
from digicom_desktop.store.evidence_files import EvidenceFiles
from digicom_desktop.store.layout import Layout
from digicom_desktop.store.lock import FolderLock
from digicom_desktop.store.migrations import Migrations
from digicom_desktop.store.parts import read_parts
from digicom_desktop.store.salvage import Salvaged
from digicom_desktop.store.start import (
    open_database,
    put_backup_in_place,
    put_salvaged_in_place,
)


class Store:
    """Keeps assessments as parts; the only one at this folder, in the thread that opened it.

    Never decodes what it keeps. Whatever a method changes is on the disk when it returns; when it
    raises DigicomError instead, nothing has changed, and it can be called again.
    """

    def __init__(self, layout: Layout, clock: Clock, lock: FolderLock) -> None:
        """Use ``open``."""
        self._clock = clock
        self._lock = lock
        self._migrations = migrations = Migrations.of()
        self._connection = open_database(layout, clock, migrations)
        self.evidence = EvidenceFiles(layout.evidence)
        self.backups = Backups(layout.backups, clock, self._connection, migrations.newest)
        # Only now: the folder is known to be ours, and its lock says that nobody is writing them.
        self.evidence.remove_unfinished()
        self.backups.remove_unfinished()
        layout.remove_unpacked()

    @classmethod
    def open(cls, folder: Path, clock: Clock) -> "Store":
        """The store in ``folder``, made if there is none, checked and brought up to date.

        Makes no backup but before a migration: ``backups.make_if_changed()`` does, once the window
        is there. Raises DigicomError:

        * ``store.in_use``, ``store.unwritable``, ``store.unsuitable_folder``, ``store.disk_full``,
          ``store.path_too_long``;
        * ``store.newer`` (``version``), ``store.not_ours``: the files are left as they are;
        * ``store.damaged`` and ``store.missing`` with ``backup`` (the newest good Backup) and its
          ``date``, ``store.damaged_without_backup``: ``recover``, ``salvage`` and ``start_fresh``
          go on from there, and until one of them is called every start says the same.
        """
        return cls._open(folder, clock)

    @classmethod
    def recover(cls, folder: Path, clock: Clock, backup: Backup) -> "Store":
        """``open`` with the content of ``backup``; what is there now goes to ``damaged/``."""
        return cls._open(folder, clock, lambda at: put_backup_in_place(at, clock, backup))

    @classmethod
    def start_fresh(cls, folder: Path, clock: Clock, salvaged: Iterable[Salvaged] = ()) -> "Store":
        """``open`` with only what was ``salvaged``; what is there now goes to ``damaged/``.

        Raises DigicomError when that cannot be written; everything is then where it was.
        """
        migrations = Migrations.of()
        return cls._open(
            folder, clock, lambda at: put_salvaged_in_place(at, clock, migrations, salvaged)
        )

    @classmethod
    def _open(
        cls, folder: Path, clock: Clock, prepare: Callable[[Layout], None] | None = None
    ) -> "Store":
        layout = Layout(folder)
        layout.make()
        lock = FolderLock(layout.lock)
        try:
            if prepare is not None:
                prepare(layout)
            return cls(layout, clock, lock)
        except BaseException:
            lock.release()
            raise

    @property
    def schema(self) -> int:
        """The version of its tables."""
        return self._migrations.newest

    def count(self) -> int:
        """How many assessments there are, also in the recycle bin; quicker than ``rows``."""
        return saved_rows.count_rows(self._connection)

    def rows(self, deleted: bool = False) -> tuple[SavedRow, ...]:
        """All assessments, or all in the recycle bin; the last changed (or deleted) comes first."""
        return saved_rows.list_rows(self._connection, deleted=deleted)

    def row(self, id: str) -> SavedRow:
        """What is listed of one; raises DigicomError ``store.unknown``."""
        return saved_rows.find_row(self._connection, id)

    def create(self, parts: Mapping[str, bytes], summary: Summary) -> SavedRow:
        """Save a new assessment."""
        now = self._clock()
        from uuid import uuid4  # not on the way to the list

        row = SavedRow(str(uuid4()), summary, now, now, None)
        with self._connection.transaction():
            insert_assessment(self._connection, row, parts)
        return row

    def bring_in(
        self,
        parts: Mapping[str, bytes],
        summary: Summary,
        revisions: tuple[Revision, ...] = (),
        replace: str | None = None,
        id: str = "",
    ) -> BroughtIn:
        """Save what a file brings, all or nothing, after a backup; see ``Incoming``.

        As a new assessment, or as what ``replace`` says from now on. Raises DigicomError
        ``store.unknown``, ``store.altered``, ``store.revision_altered``, or why there is no backup;
        ValueError for a revision whose code is that of other content.
        """
        incoming = Incoming(parts, summary, revisions, id)
        if replace is not None:
            self.row(replace)
        try:
            self.backups.make("import")
        except DigicomError as error:
            raise DigicomError("store.no_import") from error
        now = self._clock()
        with self._connection.transaction():
            if replace is None:
                return insert_incoming(self._connection, incoming, now)
            brought = replace_by_incoming(self._connection, replace, incoming, now)
            if brought.left_out:
                raise DigicomError("store.other_past", number=brought.left_out[0].number)
            return brought

    def read(self, id: str) -> dict[str, bytes]:
        """The parts of one, exactly as saved.

        Raises DigicomError ``store.unknown``, or ``store.altered`` when they are not.
        """
        return read_parts(self._connection, id)

    def write(
        self, id: str, parts: Mapping[str, bytes], removed: Collection[str], summary: Summary
    ) -> datetime:
        """Save the parts that differ, without those ``removed``; the time of the change.

        Raises DigicomError ``store.unknown``; ``store.altered`` rather than put a new seal on parts
        that were lost behind the program's back.
        """
        now = self._clock()
        with self._connection.transaction():
            change_assessment(self._connection, id, parts, removed, summary, now)
        return now

    def finalise(
        self,
        id: str,
        parts: Mapping[str, bytes],
        removed: Collection[str],
        summary: Summary,
        content: bytes,
        code: str,
    ) -> Revision:
        """``write``, and make ``content`` the next revision, both or neither.

        The row says "finalised" then, and the number. Raises DigicomError ``store.unknown``,
        ``store.altered``, ``store.revision_altered``; ValueError for a ``code`` of other content.
        """
        now = self._clock().astimezone(UTC)
        with self._connection.transaction():
            number = revisions.next_number(self._connection, id)
            said = replace(summary, state=State.FINALISED.value, revision=number)
            change_assessment(self._connection, id, parts, removed, said, now)
            revision = Revision(number, now, code, content)
            revisions.insert_revision(self._connection, id, revision)
        return revision

    def revisions(self, id: str) -> tuple[Revision, ...]:
        """What was finalised, oldest first, exactly as saved.

        Raises DigicomError ``store.unknown``, or ``store.revision_altered`` (``number``, ``firm``)
        when one is not, or was lost.
        """
        return revisions.read_revisions(self._connection, id)

    def revisions_with_code(self, code: str) -> tuple[tuple[str, int], ...]:
        """Id and number of every revision with ``code``, the last finalised first."""
        return revisions.find_by_code(self._connection, code)

    def with_code(self, beginning: str) -> frozenset[str]:
        """The ids of those of which a revision's code begins so; none in the recycle bin."""
        return revisions.ids_by_code(self._connection, beginning)

    def revision(self, id: str, number: int) -> Revision:
        """One of them, even if the content of another is altered.

        Raises DigicomError ``store.unknown``, ``store.no_revision`` or ``store.revision_altered``.
        """
        return revisions.read_revision(self._connection, id, number)

    def change_state(self, id: str, number: int, change: StateChange) -> Revision:
        """Note what became of a revision; whether it may is for others to judge.

        The row shows it where it says what the newest revision says. Raises like ``revision``.
        """
        with self._connection.transaction():
            revisions.append_change(self._connection, id, number, change)
            return self.revision(id, number)

    def take_back_state(self, id: str, number: int) -> Revision:
        """Take back what was noted last, if anything was; raises like ``revision``."""
        with self._connection.transaction():
            revisions.drop_change(self._connection, id, number)
            return self.revision(id, number)

    def delete(self, id: str) -> None:
        """Into the recycle bin; raises DigicomError ``store.unknown``."""
        with self._connection.transaction():
            saved_rows.mark_deleted(self._connection, id, self._clock())

    def restore(self, id: str) -> None:
        """Back from the recycle bin; raises DigicomError ``store.unknown``."""
        with self._connection.transaction():
            saved_rows.mark_deleted(self._connection, id, None)

    def archive(self, id: str) -> None:
        """Into the archive; raises DigicomError ``store.unknown``."""
        with self._connection.transaction():
            saved_rows.mark_archived(self._connection, id, self._clock())

    def unarchive(self, id: str) -> None:
        """Back from the archive; raises DigicomError ``store.unknown``."""
        with self._connection.transaction():
            saved_rows.mark_archived(self._connection, id, None)

    def purge(self, id: str) -> None:
        """Remove for ever, after a backup; raises DigicomError ``store.unknown``, or why not."""
        self.row(id)
        self.backups.make("purge")
        with self._connection.transaction():
            saved_rows.remove_row(self._connection, id)

    def close(self, after_backup: Callable[[], object] = lambda: None) -> None:
        """Back up what changed and let the folder go; a second call does nothing.

        ``after_backup`` is called while nobody else can have the folder yet. Raises DigicomError
        when the backup failed; the folder is let go all the same.
        """
        if self._connection.is_closed:
            return
        try:
            with suppress(DigicomError):  # what stays in the log is as safe there
                self._connection.checkpoint()
            self.backups.make_if_changed("close")
            after_backup()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        self._connection.close()
        self._lock.release()
