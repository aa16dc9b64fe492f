"""Small assessments, a clock that ticks, and a way to open the store in another process."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.domain.summary import Summary
from digicom_desktop.store.database import Store

PROJECT = Path(__file__).resolve().parents[2]

PARTS = {
    "company": '{"name":"杭州甲商贸有限公司"}'.encode(),
    "answer/1.1": b'{"level":2}',
    "answer/2.3": b'{"level":4}',
    "evidence": b"\x00\xff binary, never decoded",
}


def summary(firm: object = "杭州甲商贸有限公司", **changes: object) -> Summary:
    """A plausible summary."""
    values: dict[str, object] = {
        "firm": firm,
        "credit_code": "91330100MA27XXXX1X",
        "year": 2026,
        "edition": "2024-trial",
        "answered": 14,
        "total": 22,
        "declared": "55.2",
        "supported": "40.1",
        "level": None,
        "last_place": "answer/4.2",
    }
    return Summary(**(values | changes))  # type: ignore[arg-type]


CONTENT = '{"company":{"name":"杭州甲商贸有限公司"},"format":1,"year":2026}'.encode()
SUBMITTED = StateChange(State.SUBMITTED, "2026-12-01", "交到区商务局，\n纸质一份")
RETURNED = StateChange(State.RETURNED, "2026年12月8日", "缺少佐证材料 <img src=x>")


def finalise(store: Store, id: str, content: bytes = CONTENT, **changes: object) -> Revision:
    """A revision of ``content`` without any change of the parts."""
    return store.finalise(id, {}, (), summary(**changes), content, consistency_code(content))


def revision_as_json(revision: Revision) -> dict[str, object]:
    """A revision as the file beside an old database says it."""
    return {
        "number": revision.number,
        "finalised": revision.finalised.isoformat(),
        "code": revision.code,
        "content": revision.content.decode(),
        "changes": [[change.state, change.on, change.remark] for change in revision.changes],
    }


class TickingClock:
    """A clock that goes on by one step whenever it is asked."""

    def __init__(self, step: timedelta = timedelta(seconds=1)) -> None:
        self.now = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
        self.step = step

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def filled(folder: Path, count: int = 3) -> dict[str, dict[str, bytes]]:
    """A closed store in ``folder`` with ``count`` assessments; their parts by id."""
    store = Store.open(folder, TickingClock())
    saved = {}
    for number in range(count):
        parts = PARTS | {f"answer/3.{n}": os.urandom(400) for n in range(1, 4)}
        saved[store.create(parts, summary(f"第{number}企业")).id] = parts
    store.close()
    return saved


def start_child(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Run ``script`` in a process of its own that can import the program."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=PROJECT,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
