import json
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest

from digicom_desktop.store.database import Store
from digicom_desktop.store.salvage import salvage
from tests.store.samples import TickingClock, revision_as_json

FROZEN = Path(__file__).parents[1] / "old_databases"


# What a program said of an assessment that knew no revisions.
NOTHING_FINALISED = {
    "state": "draft",
    "revision": 0,
    "must_fix": 0,
    "to_explain": 0,
    "to_verify": 0,
    "due_dates": [],
}


@pytest.mark.parametrize("sample", sorted(FROZEN.glob("*.sqlite3")), ids=lambda path: path.stem)
def test_a_database_of_every_old_program_opens_with_all_it_holds(
    sample: Path, folder: Path
) -> None:
    folder.mkdir()
    shutil.copy(sample, folder / "digicom.sqlite3")
    known = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    store = Store.open(folder, TickingClock())
    for row in (*store.rows(), *store.rows(deleted=True)):
        expected = known.pop(row.id)
        assert row.summary.firm == expected["firm"]
        assert row.summary.level == expected["level"]
        assert (row.deleted is not None) == expected["deleted"]
        assert (row.archived is not None) == expected.get("archived", False)
        parts = {key: content.decode() for key, content in store.read(row.id).items()}
        assert parts == expected["parts"]
        shown = asdict(row.summary) | {"due_dates": list(row.summary.due_dates)}
        assert shown == expected.get("summary", shown | NOTHING_FINALISED)
        assert [revision_as_json(r) for r in store.revisions(row.id)] == expected.get(
            "revisions", []
        )
        store.write(row.id, {"plan": b"[]"}, (), row.summary)
    assert known == {}
    store.close()


@pytest.mark.parametrize("sample", sorted(FROZEN.glob("*.sqlite3")), ids=lambda path: path.stem)
def test_what_an_old_database_holds_is_salvaged_as_it_is(sample: Path, folder: Path) -> None:
    """An older program's database can be damaged when the new program first sees it."""
    folder.mkdir()
    shutil.copy(sample, folder / "digicom.sqlite3")
    found = salvage(folder)
    store = Store.open(folder, TickingClock())
    rows = {*store.rows(), *store.rows(deleted=True)}
    assert {s.row for s in found} == rows
    assert all(s.whole for s in found)
    for s in found:
        assert s.parts == store.read(s.row.id)
        assert s.revisions == store.revisions(s.row.id)
    store.close()
