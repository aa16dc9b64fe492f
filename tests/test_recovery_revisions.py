"""What was finalised comes out of a damaged database too."""

from dataclasses import replace
from pathlib import Path

import pytest

from digicom_desktop.domain.canonical import canonical_bytes, consistency_code
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.content import content
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.paths import resources_folder
from digicom_desktop.recovery import DamagedFolder
from digicom_desktop.store.database import Store
from digicom_desktop.workspace import Workspace


def finalised(folder: Path, state: str | None = None) -> tuple[str, tuple[Revision, ...]]:
    """A closed workspace with the sample firm, finalised twice; its id and revisions."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    session = workspace.add_sample()
    library, id = workspace.library, session.id
    said = canonical_bytes(content(session.edition, session.current, library.metrics()))
    (row,) = workspace.rows()
    workspace.close()
    store = Store.open(folder, system_clock)
    for blanks in (b" ", b"  "):  # so that each is found in the file by how it begins
        store.finalise(id, {}, (), row.summary, blanks + said, consistency_code(blanks + said))
    store.change_state(id, 2, StateChange(State.SUBMITTED, "2026-12-01", "交到区商务局"))
    revisions = store.revisions(id)
    if state is not None:
        store.write(id, {}, (), replace(store.row(id).summary, state=state))
    store.close()
    return id, revisions


def started_fresh(folder: Path) -> Store:
    """The store of ``folder`` with what was salvaged of it."""
    damaged = DamagedFolder(folder, resources_folder(), system_clock)
    damaged.start_fresh(damaged.salvage()).workspace.close()
    return Store.open(folder, system_clock)


@pytest.mark.parametrize("state", [None, "draft"])
def test_revisions_are_kept_to_the_letter_and_home_says_where_they_stand(
    tmp_path: Path, state: str | None
) -> None:
    id, revisions = finalised(tmp_path, state)
    store = started_fresh(tmp_path)
    assert store.revisions(id) == revisions
    shown = store.row(id).summary
    assert (shown.state, shown.revision) == (state or "submitted", 2)
    store.close()


def test_without_one_part_the_assessment_is_a_draft_beside_its_revisions(tmp_path: Path) -> None:
    id, revisions = finalised(tmp_path)
    store = Store.open(tmp_path, system_clock)
    company = store.read(id)["company"]
    store.close()
    damage(tmp_path / "digicom.sqlite3", company)
    store = started_fresh(tmp_path)
    assert store.revisions(id) == revisions
    assert store.row(id).summary.state == "draft"
    assert store.row(id).summary.revision == 2
    store.close()


def test_the_number_of_a_revision_that_was_lost_is_not_given_out_again(tmp_path: Path) -> None:
    id, revisions = finalised(tmp_path)
    damage(tmp_path / "digicom.sqlite3", revisions[1].content)
    store = started_fresh(tmp_path)
    assert store.revisions(id) == revisions[:1]
    shown = store.row(id).summary
    assert (shown.state, shown.revision) == ("draft", 2)
    store.close()


def damage(database: Path, content: bytes) -> None:
    """Overwrite the beginning of ``content`` where it lies in the file."""
    stored = database.read_bytes()
    at = stored.index(content[:60])
    database.write_bytes(stored[:at] + b"\x00" * 20 + stored[at + 20 :])
