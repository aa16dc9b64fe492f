"""Data folders that hold all a person can save, beside a record of every state that was said."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.parts import parts
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.paths import DATABASE_NAME, resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import finished, settle

LOG_NAME = f"{DATABASE_NAME}-wal"


class SteadyClock:
    """Goes on by a minute whenever it is asked: every backup has a time of its own."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 23, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@dataclass(frozen=True)
class Version:
    """What one assessment said when *saved* was said."""

    parts: Mapping[str, bytes]
    revisions: tuple[Revision, ...]


@dataclass
class Record:
    """Every version of every assessment, oldest first, and what each backup holds, by name."""

    versions: dict[str, list[Version]] = field(default_factory=dict)
    backups: dict[str, dict[str, Version]] = field(default_factory=dict)

    @property
    def newest(self) -> dict[str, Version]:
        """What was saved last, by id."""
        return {id: versions[-1] for id, versions in self.versions.items()}

    def note(self, session: Session) -> None:
        """Write down what ``session`` has saved."""
        assert session.is_saved, session.problem
        version = version_of(session)
        versions = self.versions.setdefault(session.id, [])
        if not versions or versions[-1] != version:
            versions.append(version)

    def note_backups(self, folder: Path) -> None:
        """Write down that backups that were not there before hold what was saved last."""
        for path in (folder / "backups").glob("*.sqlite3"):
            self.backups.setdefault(path.name, self.newest)


def version_of(session: Session) -> Version:
    """What ``session`` says; raises DigicomError where a revision is not as it was finalised."""
    return Version(parts(session.saved), session.history.revisions)


class Person:
    """Works in a data folder and writes everything down that the program says is saved."""

    def __init__(self, folder: Path, record: Record, clock: SteadyClock) -> None:
        self.folder = folder
        self.record = record
        self.workspace = Workspace.at(folder, resources_folder(), clock)

    def begin(self, year: int) -> Session:
        """A new assessment."""
        session = self.workspace.create(year)
        self.record.note(session)
        return session

    def answer(self, session: Session, count: int, start: int = 0) -> None:
        """Give ``count`` answers with texts, one at a time."""
        items = [item.id for item in session.edition.items]
        for number in range(start, start + count):
            item = items[number % len(items)]
            text = f"第{number}条说明，" * (1 + number % 40)
            answer = replace(session.current.answer(item), level=number % 5, reason=text)
            session.change(session.current.with_answer(answer))
            self.record.note(session)

    def attach(self, session: Session, file: Path) -> None:
        """Attach a copy of ``file`` to the first item."""
        item = session.edition.items[0].id
        number = session.current.evidence.next_number(item)
        copied = session.copy_evidence(file)
        entry = Evidence(number, "照片", "2025-01", "记账", 2, (item,), copied)
        register = session.current.evidence.with_new(entry)
        session.change(replace(session.current, evidence=register))
        self.record.note(session)

    def finalise(self, session: Session) -> None:
        """Settle what is open, and finalise."""
        settle(session)
        session.finalise()
        self.record.note(session)

    def back_up(self) -> None:
        """Make a backup, as two seconds after a start."""
        self.workspace.back_up_if_changed()
        self.record.note_backups(self.folder)

    def close(self) -> None:
        """End, with a backup."""
        self.workspace.close()
        self.record.note_backups(self.folder)


def fill(folder: Path, record: Record, clock: SteadyClock) -> None:
    """Save assessments of every kind in ``folder``, over three days' work, and close."""
    person = Person(folder, record, clock)
    done = finished(person.workspace)
    (picture := folder.parent / "照片.txt").write_bytes(b"evidence \xff\x00" * 900)
    person.attach(done, picture)
    person.finalise(done)
    person.back_up()
    for year in (2023, 2024, 2025):
        person.answer(person.begin(year), 6, start=year)
    person.back_up()
    done.history.change_state(1, State.SUBMITTED, "2026-03-20", "交到区商务局")
    person.record.note(done)
    person.answer(done, 3, start=2)
    (second := folder.parent / "second.txt").write_bytes(b"other evidence" * 5000)
    person.attach(done, second)
    rows = person.workspace.rows()
    person.workspace.delete(rows[-1].id)
    person.workspace.archive(rows[-2].id)
    person.close()


def go_on(folder: Path, record: Record, clock: SteadyClock) -> Person:
    """Open ``folder`` again and change every assessment: the log holds that alone."""
    person = Person(folder, record, clock)
    for row in person.workspace.rows():
        person.answer(person.workspace.open(row.id), 3, start=11)
    person.answer(person.begin(2022), 5)
    return person


@contextmanager
def killed_copy(folder: Path, target: Path, record: Record, clock: SteadyClock) -> Iterator[None]:
    """``go_on`` in ``folder``; ``target`` is what a kill would leave of it."""
    person = go_on(folder, record, clock)
    shutil.copytree(folder, target)
    yield
    person.close()
