"""What comes from a file is saved whole or not at all, with everything that was finalised."""

import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.revision import Revision
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from tests.small_disk import small_disk
from tests.store.bringing_in import ID, NEW_PARTS, revisions, said
from tests.store.samples import CONTENT, PARTS, PROJECT, SUBMITTED, finalise, summary


def other(number: int) -> Revision:
    """A revision of which nobody here knows anything."""
    content = b'{"other":%d}' % number
    return Revision(number, system_clock(), consistency_code(content), content)


def test_what_was_finalised_elsewhere_is_here_as_if_it_had_been_finalised_here(
    store: Store,
) -> None:
    coming = revisions(2)
    brought = store.bring_in(PARTS, said(), coming)
    id = brought.row.id
    assert store.read(id) == PARTS
    assert store.revisions(id) == coming
    assert brought.left_out == ()
    shown = store.row(id).summary
    assert (shown.state, shown.revision) == ("returned", 2)
    # The seals are right: life goes on.
    store.change_state(id, 2, SUBMITTED)
    assert store.row(id).summary.state == "submitted"
    assert finalise(store, id).number == 3


def test_a_draft_after_its_revisions_comes_back_as_a_draft(store: Store) -> None:
    id = store.bring_in(PARTS, replace(said(), state="draft"), revisions(2)).row.id
    shown = store.row(id).summary
    assert (shown.state, shown.revision) == ("draft", 2)


def test_without_revisions_nothing_is_finalised_whatever_is_said(store: Store) -> None:
    shown = store.bring_in(PARTS, replace(said(), revision=7)).row.summary
    assert (shown.state, shown.revision) == ("draft", 0)


def test_an_assessment_keeps_its_id_unless_that_is_taken(store: Store) -> None:
    first = store.bring_in(PARTS, said(), id=ID).row.id
    second = store.bring_in(PARTS, said(), id=ID).row.id
    assert first == ID
    assert second != ID
    store.delete(first)
    assert store.bring_in(PARTS, said(), id=ID).row.id != ID


@pytest.mark.parametrize("alien", ["", "1", "../x", ID.upper(), f"{{{ID}}}", ID.replace("-", "")])
def test_what_is_no_id_as_written_here_becomes_none(store: Store, alien: str) -> None:
    assert store.bring_in(PARTS, said(), id=alien).row.id != alien


def test_replaced_parts_are_exactly_those_of_the_file(store: Store) -> None:
    row = store.create(PARTS, summary())
    brought = store.bring_in(NEW_PARTS, said(), replace=row.id, id=ID)
    assert brought.row.id == row.id
    assert store.read(row.id) == NEW_PARTS
    assert store.row(row.id).summary.firm == "新企业"
    assert store.row(row.id).created == row.created
    assert brought.row.changed > row.changed
    assert len(store.rows()) == 1


def test_revisions_that_go_on_from_those_here_are_added(store: Store) -> None:
    one, two, three = revisions(3)
    id = store.bring_in(PARTS, said(), (one,)).row.id
    brought = store.bring_in(NEW_PARTS, said(), (one, two, three), replace=id)
    assert store.revisions(id) == (one, two, three)
    assert brought.left_out == ()
    assert (brought.row.summary.state, brought.row.summary.revision) == ("returned", 3)


def test_revisions_of_another_past_replace_nothing(store: Store) -> None:
    one, two = revisions(2)
    row = store.bring_in(PARTS, said(), (one, two)).row
    with pytest.raises(DigicomError, match=r"store\.other_past \(number=2\)"):
        store.bring_in(NEW_PARTS, said(), (one, other(2), other(3)), replace=row.id)
    assert store.revisions(row.id) == (one, two)
    assert store.row(row.id) == row


def test_a_file_with_fewer_revisions_takes_none_away(store: Store) -> None:
    one, two = revisions(2)
    id = store.bring_in(PARTS, said(), (one, two)).row.id
    brought = store.bring_in(NEW_PARTS, said(), (one,), replace=id)
    assert store.revisions(id) == (one, two)
    assert brought.left_out == ()
    assert brought.row.summary.state == "draft"


def test_only_the_second_revision_can_come_alone(store: Store) -> None:
    two = revisions(2)[1]
    id = store.bring_in(PARTS, said(), (two,)).row.id
    assert store.revisions(id) == (two,)
    assert finalise(store, id, CONTENT).number == 3


def test_a_backup_shows_how_it_was_before(store: Store) -> None:
    store.create(PARTS, summary())
    store.bring_in(NEW_PARTS, said())
    newest = store.backups.list()[0]
    assert newest.reason == "import"
    assert newest.whole


def test_what_is_not_here_cannot_be_replaced(store: Store) -> None:
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        store.bring_in(PARTS, said(), replace=ID)
    assert store.rows() == ()
    assert store.backups.list() == ()


def test_a_revision_under_the_code_of_another_changes_nothing(store: Store) -> None:
    row = store.create(PARTS, summary())
    forged = replace(revisions(1)[0], code=other(1).code)
    for replaced in (None, row.id):
        with pytest.raises(ValueError, match="is not the code"):
            store.bring_in(NEW_PARTS, said(), (forged,), replace=replaced)
    assert store.read(row.id) == PARTS
    assert len(store.rows()) == 1


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path, 2048) as disk:
        store = Store.open(disk / "data", system_clock)
        row = store.create(PARTS, summary())
        large = {**NEW_PARTS, "answer/1.2": b"x" * 3_000_000}
        with pytest.raises(DigicomError, match=r"store\.disk_full"):
            store.bring_in(large, said(), revisions(2), replace=row.id)
        assert store.read(row.id) == PARTS
        assert store.revisions(row.id) == ()
        store._let_go()


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_process_that_is_killed_leaves_all_of_it_or_nothing(
    folder: Path, *, is_replaced: bool
) -> None:
    """Killed before each of its statements, one after the other."""
    store = Store.open(folder, system_clock)
    old = store.create(PARTS, summary())
    store.close()
    for statement in count(1):
        was_saved = _bring_in_until_killed(folder, old.id if is_replaced else "", statement)
        store = Store.open(folder, system_clock)
        if was_saved:
            break
        assert [row.id for row in store.rows()] == [old.id]
        assert store.read(old.id) == PARTS
        assert store.revisions(old.id) == ()
        store._let_go()  # as little as possible between two trials
    assert statement > 10
    new = old.id if is_replaced else ID
    assert store.read(new) == NEW_PARTS
    assert [revision.number for revision in store.revisions(new)] == [1, 2]
    store.close()


def _bring_in_until_killed(folder: Path, replaced: str, statement: int) -> bool:
    """Whether it was saved before that many statements were done."""
    command = [sys.executable, "-m", "tests.store.bringing_in"]
    done = subprocess.run(
        [*command, str(folder), replaced, str(statement)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
    )
    return done.stdout == "saved\n"
