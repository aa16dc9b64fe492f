"""Makes the frozen sample of the newest schema, once; see README.md."""

import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.revision import State, StateChange
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.database import Store
from digicom_desktop.store.migrations import Migrations
from tests.store.samples import TickingClock, revision_as_json, summary

HERE = Path(__file__).parent
DUE = ("2026-12-31", "2027-03-31")
FIRMS = ("杭州示例商贸有限公司", "=1+1 <img src=x> 𬭸", "Sample Foreign Trade Co., Ltd.")


def main() -> None:
    """Save, close, and keep the backup."""
    target = HERE / f"schema_{Migrations.of().newest}.sqlite3"
    if target.exists():
        sys.exit(f"{target.name} is frozen")
    with TemporaryDirectory() as name:
        folder = Path(name)
        known = _save(folder)
        shutil.copyfile(list_backups(folder / "backups")[0].path, target)
    text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True)
    target.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def _save(folder: Path) -> dict[str, dict[str, object]]:
    store = Store.open(folder, TickingClock())
    known: dict[str, dict[str, object]] = {}
    for number, firm in enumerate(FIRMS):
        parts = {
            "company": json.dumps({"name": firm}, ensure_ascii=False),
            **{f"answer/{d}.1": f'{{"level":{(d + number) % 5}}}' for d in range(1, 7)},
        }
        level = None if number == 1 else number + 1
        contents = {key: text.encode() for key, text in parts.items()}
        id = store.create(contents, summary(firm, level=level)).id
        known[id] = {"firm": firm, "level": level, "deleted": number == 2, "parts": parts}
        known[id] |= {"archived": number == 1}
        for year in range(number):
            content = f'{{"company":{{"name":{json.dumps(firm)}}},"year":{year}}}'.encode()
            code = consistency_code(content)
            store.finalise(id, {}, (), summary(firm, level=level, due_dates=DUE), content, code)
            store.change_state(id, year + 1, StateChange(State.SUBMITTED, "2026-12-01", firm))
        known[id] |= {"summary": asdict(store.row(id).summary)}
        known[id] |= {"revisions": [revision_as_json(revision) for revision in store.revisions(id)]}
        if number == 1:
            store.archive(id)
        if number == 2:
            store.delete(id)
    store.close()
    return known


if __name__ == "__main__":
    main()
