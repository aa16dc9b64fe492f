from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import peewee
import pytest

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.domain.summary import Summary
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from tests.store.samples import (
    CONTENT,
    PARTS,
    RETURNED,
    SUBMITTED,
    TickingClock,
    finalise,
    summary,
)

SECOND = CONTENT.replace(b"2026", b"2027")


def test_a_revision_is_read_back_by_the_next_start(folder: Path, clock: TickingClock) -> None:
    store = Store.open(folder, clock)
    id = store.create(PARTS, summary()).id
    revision = finalise(store, id)
    assert revision == Revision(1, clock.now, consistency_code(CONTENT), CONTENT)
    changed = store.change_state(id, 1, SUBMITTED)
    store.close()
    store = Store.open(folder, clock)
    assert store.revisions(id) == (changed,)
    assert changed == replace(revision, changes=(SUBMITTED,))
    assert store.row(id).summary == summary(state="submitted", revision=1)
    store.close()


def test_finalising_writes_what_differs_the_row_and_the_revision_at_once(
    store: Store, clock: TickingClock
) -> None:
    row, other = store.create(PARTS, summary()), store.create(PARTS, summary("乙"))
    said = summary("丙", level=3, must_fix=1, to_explain=2, to_verify=3, due_dates=("2026-12-31",))
    revision = store.finalise(
        row.id, {"plan": b"p"}, ["evidence"], said, CONTENT, consistency_code(CONTENT)
    )
    kept = {key: content for key, content in PARTS.items() if key != "evidence"}
    assert store.read(row.id) == kept | {"plan": b"p"}
    found = store.row(row.id)
    assert found.summary == replace(said, state="finalised", revision=1)
    assert found.changed == revision.finalised == clock.now
    assert store.row(other.id) == other
    assert store.revisions(other.id) == ()


def test_revisions_are_numbered_one_by_one_within_their_assessment(store: Store) -> None:
    ids = [store.create(PARTS, summary()).id for _ in range(2)]
    for id in (*ids, ids[0]):
        finalise(store, id, SECOND if store.revisions(id) else CONTENT)
    assert [(r.number, r.content) for r in store.revisions(ids[0])] == [(1, CONTENT), (2, SECOND)]
    assert [r.number for r in store.revisions(ids[1])] == [1]
    assert store.revision(ids[0], 2) == store.revisions(ids[0])[1]
    assert store.row(ids[0]).summary.revision == 2


def test_more_than_nine_revisions_come_oldest_first(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    for number in range(1, 13):
        finalise(store, id, CONTENT + b"%d" % number)
    assert [r.number for r in store.revisions(id)] == list(range(1, 13))


def test_everything_home_shows_is_kept(store: Store) -> None:
    said = Summary(
        *("甲", "", 2026, "2024-trial", 1, 22, "", "", None, ""),
        state="returned",
        revision=3,
        must_fix=4,
        to_explain=5,
        to_verify=6,
        due_dates=("2026-01-31", "2026-02-28"),
    )
    row = store.create(PARTS, said)
    assert store.row(row.id).summary == said
    again = replace(said, state="draft", due_dates=())
    store.write(row.id, {}, (), again)
    assert store.row(row.id).summary == again
    assert store.rows()[0].summary == again


def test_what_became_of_a_revision_is_noted_in_order_and_taken_back(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    revision = finalise(store, id)
    assert store.change_state(id, 1, SUBMITTED).changes == (SUBMITTED,)
    assert store.change_state(id, 1, RETURNED).changes == (SUBMITTED, RETURNED)
    assert store.row(id).summary.state == "returned"
    assert store.take_back_state(id, 1).changes == (SUBMITTED,)
    assert store.row(id).summary.state == "submitted"
    again = store.change_state(id, 1, RETURNED)
    assert again.changes == (SUBMITTED, RETURNED)
    assert (again.content, again.code, again.finalised) == (
        revision.content,
        revision.code,
        revision.finalised,
    )


def test_a_revision_of_which_nothing_was_noted_is_finalised(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    revision = finalise(store, id)
    store.change_state(id, 1, SUBMITTED)
    for _ in range(2):
        assert store.take_back_state(id, 1) == revision
        assert store.row(id).summary.state == "finalised"


def test_the_row_of_a_draft_does_not_say_what_became_of_a_revision(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    store.write(id, {"plan": b"x"}, (), summary(revision=1))
    store.change_state(id, 1, SUBMITTED)
    assert store.row(id).summary.state == "draft"
    store.take_back_state(id, 1)
    assert store.row(id).summary.state == "draft"


def test_the_row_says_what_became_of_the_newest_revision_only(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    finalise(store, id, SECOND)
    store.change_state(id, 1, SUBMITTED)
    assert store.row(id).summary.state == "finalised"
    store.change_state(id, 2, RETURNED)
    assert store.row(id).summary.state == "returned"
    store.take_back_state(id, 1)
    assert store.row(id).summary.state == "returned"


def test_the_list_says_why_the_newest_revision_was_returned(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    store.change_state(id, 1, SUBMITTED)
    assert store.rows()[0].returned is None
    store.change_state(id, 1, RETURNED)
    assert store.rows()[0].returned == RETURNED.remark
    store.write(id, {"plan": b"x"}, (), summary(revision=1))
    assert store.rows()[0].returned == RETURNED.remark
    store.change_state(id, 1, SUBMITTED)
    assert store.rows()[0].returned is None
    store.take_back_state(id, 1)
    finalise(store, id, SECOND)
    assert store.rows()[0].returned is None


def test_noting_what_became_of_a_revision_is_no_change_of_the_assessment(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    before = store.row(id)
    store.change_state(id, 1, SUBMITTED)
    assert store.row(id).changed == before.changed


def test_a_revision_stays_when_the_draft_goes_back_or_on(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    revision = finalise(store, id)
    store.write(id, {"company": b"new"}, ["evidence"], summary(revision=1))
    store.write(id, PARTS, (), summary(revision=1))
    store.delete(id)
    store.restore(id)
    assert store.revisions(id) == (revision,)


def test_hostile_texts_of_a_state_come_back_as_they_were(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    hostile = StateChange(
        State.RETURNED, '"\n1', "=1+1 '; DROP TABLE revision; -- 𬭸 \u202e\x00\x01"
    )
    assert store.change_state(id, 1, hostile).changes == (hostile,)


def test_what_does_not_exist_is_said(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    acts: tuple[Callable[[str, int], object], ...] = (
        store.revision,
        store.take_back_state,
        lambda id, number: store.change_state(id, number, SUBMITTED),
    )
    for act in acts:
        for number in (0, 2, -1):
            with pytest.raises(DigicomError, match=r"store\.no_revision") as caught:
                act(id, number)
            assert caught.value.values["number"] == number
        with pytest.raises(DigicomError, match=r"store\.unknown"):
            act("nobody", 1)
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        store.revisions("nobody")
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        finalise(store, "nobody")


def test_a_code_of_other_content_is_refused_and_nothing_is_written(store: Store) -> None:
    row = store.create(PARTS, summary())
    with pytest.raises(ValueError, match="code"):
        store.finalise(row.id, {"plan": b"p"}, (), summary(), CONTENT, consistency_code(SECOND))
    assert store.read(row.id) == PARTS
    assert store.row(row.id) == row
    assert store.revisions(row.id) == ()


def test_purging_removes_the_revisions_too_after_a_backup(store: Store, folder: Path) -> None:
    row, other = store.create(PARTS, summary()), store.create(PARTS, summary())
    finalise(store, row.id)
    kept = finalise(store, other.id)
    store.change_state(row.id, 1, SUBMITTED)
    store.purge(row.id)
    (backup,) = store.backups.list()
    assert store.revisions(other.id) == (kept,)
    assert store._connection.fetch("SELECT DISTINCT assessment FROM revision") == [(other.id,)]
    assert store._connection.fetch("SELECT * FROM revision_state") == []
    store.close()
    store = Store.recover(folder, TickingClock(), backup)
    assert [r.changes for r in store.revisions(row.id)] == [(SUBMITTED,)]
    store.close()


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE revision SET content = x'00'",
        "UPDATE revision SET number = 2",
        "DELETE FROM revision",
        "DELETE FROM revision WHERE number = 1",
    ],
)
def test_the_database_itself_lets_no_revision_be_changed_or_removed(store: Store, act: str) -> None:
    id = store.create(PARTS, summary()).id
    revision = finalise(store, id)
    with pytest.raises(peewee.IntegrityError, match="never"):
        store._connection.fetch(act)
    assert store.revisions(id) == (revision,)


def test_a_state_that_is_noted_is_a_change_to_back_up(store: Store) -> None:
    id = store.create(PARTS, summary()).id
    finalise(store, id)
    store.backups.make("start")
    assert store.backups.make_if_changed() is None
    store.change_state(id, 1, SUBMITTED)
    assert store.backups.make_if_changed() is not None
    store.take_back_state(id, 1)
    assert store.backups.make_if_changed() is not None


def test_a_full_disk_while_finalising_leaves_a_draft_and_a_retry_succeeds(store: Store) -> None:
    row = store.create(PARTS, summary())
    large = CONTENT * 3000
    store._connection.fetch(f"PRAGMA max_page_count = {store._connection.pragma('page_count')}")
    for _ in range(3):
        with pytest.raises(DigicomError, match=r"store\.disk_full"):
            store.finalise(
                row.id, {"plan": b"p"}, (), summary("新"), large, consistency_code(large)
            )
        assert store.read(row.id) == PARTS
        assert store.row(row.id) == row
        assert store.revisions(row.id) == ()
    store._connection.fetch("PRAGMA max_page_count = 1000000")
    assert finalise(store, row.id, large).number == 1
    assert store.revisions(row.id)[0].content == large


def test_a_database_that_can_only_be_read_while_finalising_leaves_a_draft(store: Store) -> None:
    row = store.create(PARTS, summary())
    store._connection.fetch("PRAGMA query_only = 1")
    with pytest.raises(DigicomError, match=r"store\.unwritable"):
        finalise(store, row.id)
    assert store.row(row.id) == row
    assert store.revisions(row.id) == ()
    store._connection.fetch("PRAGMA query_only = 0")
    finalise(store, row.id)
    store._connection.fetch("PRAGMA query_only = 1")
    with pytest.raises(DigicomError, match=r"store\.unwritable"):
        store.change_state(row.id, 1, SUBMITTED)
    assert store.revision(row.id, 1).changes == ()
    store._connection.fetch("PRAGMA query_only = 0")
