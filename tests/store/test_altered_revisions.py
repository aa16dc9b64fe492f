"""Revisions that were changed, swapped or lost behind the program's back."""

import random
import shutil
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library.word_files import read_words
from digicom_desktop.paths import resources_folder
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.database import Store
from digicom_desktop.store.inspection import altered_assessments
from digicom_desktop.store.salvage import Salvaged, salvage
from tests.store.samples import (
    CONTENT,
    PARTS,
    RETURNED,
    SUBMITTED,
    TickingClock,
    finalise,
    summary,
)

OTHER = CONTENT.replace(b"2026", b"2027")
THIRD = CONTENT.replace(b"2026", b"2028")


@pytest.fixture
def id(store: Store) -> str:
    """An assessment with three revisions, beside another one with as many."""
    made = ""
    for firm in ("乙", "甲"):
        made = store.create(PARTS, summary(firm)).id
        for content in (CONTENT, OTHER, THIRD):
            finalise(store, made, content, firm=firm)
        store.change_state(made, 2, SUBMITTED)
        store.change_state(made, 2, RETURNED)
    return made


def tamper(store: Store, *statements: str) -> None:
    """Run ``statements`` (``:id`` is the assessment changed last) past the triggers and keys."""
    store._connection.fetch("DROP TRIGGER revision_is_never_changed")
    store._connection.fetch("DROP TRIGGER revision_is_never_removed")
    store._connection.fetch("PRAGMA foreign_keys = 0")
    id = store.rows()[0].id
    for statement in statements:
        store._connection.fetch(statement.replace(":id", f"'{id}'"))


CONTENT_CHANGES = [
    "UPDATE revision SET content = x'7b7d' WHERE assessment = :id AND number = 2",
    "UPDATE revision SET content = '{}' WHERE assessment = :id AND number = 2",
    "UPDATE revision SET code = '2222-2222-22222' WHERE assessment = :id AND number = 2",
    f"UPDATE revision SET code = '{consistency_code(CONTENT)}'"
    " WHERE assessment = :id AND number = 2",
    "UPDATE revision SET finalised = '2026-11-25T08:00:00.000000+00:00'"
    " WHERE assessment = :id AND number = 2",
    "UPDATE revision_state SET remark = 'x' WHERE assessment = :id AND position = 1",
    "UPDATE revision_state SET state = 'accepted' WHERE assessment = :id AND position = 2",
    "UPDATE revision_state SET state = 'unheard of' WHERE assessment = :id AND position = 2",
    "UPDATE revision_state SET on_date = '' WHERE assessment = :id AND position = 2",
    "UPDATE revision SET content = CAST(x'e4ff' AS TEXT) WHERE assessment = :id AND number = 2",
]
SEAL_CHANGES = [
    "DELETE FROM revision WHERE assessment = :id AND number = 2",
    "UPDATE revision SET number = 4 WHERE assessment = :id AND number = 2",
    "UPDATE revision SET assessment = 'nobody' WHERE assessment = :id AND number = 2",
]


@pytest.mark.parametrize("change", CONTENT_CHANGES)
def test_what_is_altered_is_refused_by_its_number_and_the_rest_can_be_read(
    store: Store, id: str, change: str
) -> None:
    before = store.revisions(id)
    store._connection.fetch("PRAGMA ignore_check_constraints = 1")
    tamper(store, change)
    for act in (lambda: store.revisions(id), lambda: store.revision(id, 2)):
        with pytest.raises(DigicomError, match=r"store\.revision_altered") as caught:
            act()
        assert caught.value.values["number"] == 2
        assert caught.value.values["firm"] == "甲"
    assert store.revision(id, 1) == before[0]
    assert store.revision(id, 3) == before[2]
    assert store.read(id) == PARTS, "the draft is another matter"
    assert len(store.revisions(store.rows()[1].id)) == 3


@pytest.mark.parametrize("change", SEAL_CHANGES)
def test_what_is_lost_is_noticed_by_its_number_and_nothing_is_sealed_over_it(
    store: Store, id: str, change: str
) -> None:
    tamper(store, change)
    for act in (
        lambda: store.revisions(id),
        lambda: store.change_state(id, 3, SUBMITTED),
        lambda: store.take_back_state(id, 1),
        lambda: finalise(store, id),
    ):
        with pytest.raises(DigicomError, match=r"store\.revision_altered") as caught:
            act()
        assert caught.value.values["number"] == 2
    assert store.revision(id, 1).content == CONTENT
    assert store.read(id) == PARTS
    store.write(id, {"plan": b"x"}, (), summary())


SWAPS = [
    # Two revisions, then the states of one, then all of two assessments.
    "UPDATE revision SET number = number + 10 WHERE assessment = :id AND number < 3;"
    "UPDATE revision SET number = 13 - number WHERE number > 10",
    "UPDATE revision_state SET position = position + 10 WHERE assessment = :id;"
    "UPDATE revision_state SET position = 13 - position WHERE position > 10",
    "UPDATE revision SET assessment = 'x' WHERE assessment <> :id;"
    "UPDATE revision SET assessment = (SELECT id FROM assessment WHERE id <> :id)"
    " WHERE assessment = :id;"
    "UPDATE revision SET assessment = :id WHERE assessment = 'x'",
]


@pytest.mark.parametrize(
    "change",
    [
        *SWAPS,
        "DELETE FROM revision WHERE assessment = :id",
        "DELETE FROM revision WHERE assessment = :id AND number = 3",
        "DELETE FROM revision_state WHERE assessment = :id AND position = 2",
        "DELETE FROM revision_state WHERE assessment = :id",
        "UPDATE revision_state SET number = 1 WHERE assessment = :id",
        "UPDATE revision SET sha256 = zeroblob(32) WHERE assessment = :id AND number = 1",
        "UPDATE revision_state SET sha256 = zeroblob(32) WHERE assessment = :id",
        "UPDATE assessment SET revisions_seal = zeroblob(32) WHERE id = :id",
        "UPDATE assessment SET revisions_seal = x'' WHERE id = :id",
    ],
)
def test_nothing_is_swapped_or_lost_unnoticed(
    store: Store, folder: Path, id: str, change: str
) -> None:
    assert store.backups.make("start").whole
    tamper(store, *change.split(";"))
    with pytest.raises(DigicomError, match=r"store\.revision_altered"):
        store.revisions(id)
    backup = store.backups.make("start")
    assert not backup.whole, "a backup of it says so"
    assert id in altered_assessments(backup.path)
    (found,) = [s for s in salvage_of(backup.path, folder) if s.row.id == id]
    assert not found.whole


@pytest.mark.parametrize("language", Language)
def test_the_refusal_is_a_sentence(store: Store, id: str, language: Language) -> None:
    tamper(store, SEAL_CHANGES[0])
    with pytest.raises(DigicomError) as caught:
        store.revisions(id)
    text = read_words(resources_folder() / "words")[caught.value.id].in_(language)
    said = text.format(**caught.value.values)
    assert "甲" in said
    assert "2" in said


def salvage_of(database: Path, folder: Path) -> tuple[Salvaged, ...]:
    """What is read of ``database``, put into a folder of its own."""
    place = folder / "salvage"
    place.mkdir()
    shutil.copy(database, place / "digicom.sqlite3")
    return salvage(place)


def with_revisions(folder: Path) -> dict[str, tuple[Revision, ...]]:
    """A closed store in ``folder`` without backups; the revisions by assessment."""
    store = Store.open(folder, TickingClock())
    saved = {}
    for number in range(3):
        id = store.create(PARTS, summary(f"第{number}企业")).id
        for year in range(2025, 2025 + number):
            finalise(store, id, CONTENT.replace(b"2026", b"%d" % year) + b" " * 700)
            store.change_state(id, 1, SUBMITTED if year == 2025 else RETURNED)
        saved[id] = store.revisions(id)
    store.close()
    shutil.rmtree(folder / "backups")
    return saved


def test_revisions_are_salvaged_with_what_became_of_them(folder: Path) -> None:
    saved = with_revisions(folder)
    found = salvage(folder)
    assert {s.row.id: s.revisions for s in found} == saved
    assert all(s.whole for s in found)
    (folder / "digicom.sqlite3").write_bytes(b"x" * 9000)
    store = Store.start_fresh(folder, TickingClock(), found)
    assert {row.id: store.revisions(row.id) for row in store.rows()} == saved
    assert set(store.rows()) == {s.row for s in found}
    store.close()


def test_of_a_damaged_database_the_intact_revisions_are_kept_and_no_number_comes_back(
    folder: Path,
) -> None:
    saved = with_revisions(folder)
    id = next(id for id, revisions in saved.items() if len(revisions) == 2)
    database = folder / "digicom.sqlite3"
    content, second = database.read_bytes(), saved[id][1].content
    at = content.index(second[:100])
    database.write_bytes(content[:at] + b"\x00" * 20 + content[at + 20 :])
    found = salvage(folder)
    (hurt,) = [s for s in found if s.row.id == id]
    assert hurt.revisions == saved[id][:1]
    assert hurt.parts == PARTS
    assert not hurt.whole
    assert all(s.whole for s in found if s.row.id != id)
    store = Store.start_fresh(folder, TickingClock(), found)
    assert store.revisions(id) == saved[id][:1], "what is there can be read"
    assert finalise(store, id).number == 3, "papers with the number 2 exist"
    assert [r.number for r in store.revisions(id)] == [1, 3]
    store.close()


def test_a_restored_backup_has_the_revisions(folder: Path, clock: TickingClock) -> None:
    store = Store.open(folder, clock)
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    store.change_state(id, 1, SUBMITTED)
    saved = store.revisions(id)
    store.close()
    (folder / "digicom.sqlite3").write_bytes(b"x" * 9000)
    store = Store.recover(folder, clock, list_backups(folder / "backups")[0])
    assert store.revisions(id) == saved
    store.close()


def test_a_single_wrong_bit_never_gives_a_wrong_revision(folder: Path, tmp_path: Path) -> None:
    saved, rnd = with_revisions(folder), random.Random(20261208)
    database = folder / "digicom.sqlite3"
    good, noticed = database.read_bytes(), 0
    for trial in range(150):
        here = tmp_path / str(trial)
        here.mkdir()
        changed = bytearray(good)
        changed[rnd.randrange(len(good))] ^= 1 << rnd.randrange(8)
        (here / database.name).write_bytes(changed)
        for found in salvage(here):
            assert set(found.revisions) <= with_fewer_changes(saved[found.row.id])
            assert not found.whole or found.revisions == saved[found.row.id]
        try:
            store = Store.open(here, TickingClock())
        except DigicomError:
            noticed += 1
            continue
        for id, revisions in saved.items():
            try:
                assert store.revisions(id) == revisions
            except DigicomError:
                noticed += 1
        store._let_go()
    assert noticed > 20


def with_fewer_changes(revisions: tuple[Revision, ...]) -> set[Revision]:
    """``revisions``, and each of them with some of what became of it lost."""
    return {
        replace(revision, changes=changes)
        for revision in revisions
        for count in range(len(revision.changes) + 1)
        for changes in combinations(revision.changes, count)
    }
