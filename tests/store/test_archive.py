"""An archived assessment stays whole, and comes back as it was."""

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from tests.store.samples import PARTS, summary


def test_what_is_archived_comes_back_as_it_was(store: Store) -> None:
    row = store.create(PARTS, summary())
    store.archive(row.id)
    (archived,) = store.rows()
    assert archived.archived is not None
    assert archived.changed == row.changed
    assert store.read(row.id) == PARTS
    store.unarchive(row.id)
    assert store.rows() == (row,)


def test_a_backup_knows_what_is_archived(store: Store) -> None:
    row = store.create(PARTS, summary())
    store.backups.make("start")
    store.archive(row.id)
    assert store.backups.make_if_changed() is not None


def test_an_archived_one_keeps_its_place_when_it_is_written(store: Store) -> None:
    row = store.create(PARTS, summary())
    store.archive(row.id)
    store.write(row.id, {"plan": b"[]"}, (), summary())
    assert store.row(row.id).archived is not None


def test_from_the_bin_an_archived_one_comes_back_into_the_archive(store: Store) -> None:
    row = store.create(PARTS, summary())
    store.archive(row.id)
    store.delete(row.id)
    store.restore(row.id)
    assert store.row(row.id).archived is not None


def test_what_is_unknown_cannot_be_archived(store: Store) -> None:
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        store.archive("nobody")
