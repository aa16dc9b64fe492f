import json
import shutil
from pathlib import Path

import pytest

from digicom_desktop.store.database import Store
from tests.store.samples import TickingClock

FROZEN = Path(__file__).parents[1] / "old_databases"


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
        parts = {key: content.decode() for key, content in store.read(row.id).items()}
        assert parts == expected["parts"]
        store.write(row.id, {"plan": b"[]"}, (), row.summary)
    assert known == {}
    store.close()
