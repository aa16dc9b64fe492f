"""Whoever has the folder of the backups can read every answer without the program."""

import json
import os
import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.database import Store
from digicom_desktop.store.moving import copy_data, remove_data
from digicom_desktop.store.readable import write_readable
from digicom_desktop.store.restoring import backups_at
from digicom_desktop.store.second_place import copy_to_second_place
from tests.small_disk import small_disk
from tests.store.samples import PARTS, SUBMITTED, TickingClock, finalise, start_child, summary

_ALL = 1_000


def _backed_up(store: Store, folder: Path, most: int = _ALL) -> dict[str, Any]:
    """What can be read once a backup was made, by the name of the file."""
    store.backups.make("start")
    assert write_readable(folder, most) is not None
    return _read(folder)


def _read(folder: Path) -> dict[str, Any]:
    files = (folder / "backups" / "readable").glob("*.json")
    found = {path.name: json.loads(path.read_text("utf-8")) for path in files}
    found.pop("index.json", None)
    return found


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in (folder / "backups" / "readable").iterdir()}


def test_a_person_finds_and_reads_all_that_was_entered(store: Store, folder: Path) -> None:
    row = store.create(PARTS | {"evidence": b'{"entries":[]}'}, summary())
    revision = finalise(store, row.id)
    store.change_state(row.id, 1, SUBMITTED)
    ((name, said),) = _backed_up(store, folder).items()
    assert name == f"2026_杭州甲商贸有限公司_{row.id[:8]}.json"
    assert said["assessment"]["id"] == row.id
    assert said["assessment"]["edition"] == "2024-trial"
    assert said["assessment"]["state"] == "submitted"
    assert (said["altered"], said["in_recycle_bin"]) == (False, False)
    assert said["parts"]["company"] == {"name": "杭州甲商贸有限公司"}
    assert said["parts"]["answer/2.3"] == {"level": 4}
    (kept,) = said["revisions"]
    assert (kept["number"], kept["code"]) == (1, revision.code)
    assert kept["content"] == json.loads(revision.content)
    assert kept["states"] == [
        {"state": "submitted", "on": SUBMITTED.on, "remark": SUBMITTED.remark}
    ]
    text = (folder / "backups" / "readable" / name).read_text("utf-8")
    assert '\n  "parts": {\n' in text, "indented"
    assert "杭州甲商贸有限公司" in text, "as letters"


def test_a_text_beside_them_says_what_they_are_and_all_are_private(
    store: Store, folder: Path
) -> None:
    store.create(PARTS, summary())
    _backed_up(store, folder)
    place = folder / "backups" / "readable"
    (explanation,) = place.glob("*.txt")
    text = explanation.read_text("utf-8")
    assert "数商自评" in text
    assert "DigiCom Desktop" in text
    if os.name == "posix":
        assert oct(place.stat().st_mode & 0o777) == "0o700"
        assert {oct(path.stat().st_mode & 0o777) for path in place.iterdir()} == {"0o600"}


def test_only_what_changed_is_written_again_and_an_unchanged_backup_writes_nothing(
    store: Store, folder: Path
) -> None:
    rows = [store.create(PARTS, summary(f"第{number}企业")) for number in range(4)]
    _backed_up(store, folder)
    before = _times(folder)
    assert write_readable(folder, _ALL) == 0
    assert _times(folder) == before
    store.write(rows[1].id, {"answer/1.1": b'{"level":3}'}, (), summary("第1企业"))
    said = _backed_up(store, folder)
    changed = f"2026_第1企业_{rows[1].id[:8]}.json"
    assert said[changed]["parts"]["answer/1.1"] == {"level": 3}
    after = _times(folder)
    assert {name for name in after if after[name] != before.get(name)} == {changed, "index.json"}


def test_what_is_in_the_recycle_bin_is_marked_and_what_is_purged_goes(
    store: Store, folder: Path
) -> None:
    kept, purged = (store.create(PARTS, summary(firm)) for firm in ("甲", "乙"))
    for row in (kept, purged):
        store.delete(row.id)
    assert [said["in_recycle_bin"] for said in _backed_up(store, folder).values()] == [True, True]
    store.purge(purged.id)
    assert list(_backed_up(store, folder)) == [f"2026_甲_{kept.id[:8]}.json"]
    store.restore(kept.id)
    assert [said["in_recycle_bin"] for said in _backed_up(store, folder).values()] == [False]


def test_a_firm_that_is_called_otherwise_now_has_one_file_with_its_new_name(
    store: Store, folder: Path
) -> None:
    row = store.create(PARTS, summary("旧名"))
    _backed_up(store, folder)
    store.write(row.id, {"company": b'{"name":"x"}'}, (), summary("新名"))
    assert list(_backed_up(store, folder)) == [f"2026_新名_{row.id[:8]}.json"]


HOSTILE = (
    "../../../../etc/passwd", "..", "CON", "index", "a" * 500, "佰" * 300, "\u202egnp.exe", "",
    "<img src=x>", "a/b\\c:d*e?f|g", "\0\n\t", "nul.json", "~$x", "Ａ", "名\ud800",
)  # fmt: skip


def test_no_name_of_a_firm_leads_elsewhere_or_is_lost(store: Store, folder: Path) -> None:
    saved = set()
    for firm in HOSTILE:
        safe = firm.encode(errors="replace").decode()
        saved.add(store.create(PARTS, summary(safe)).id)
    before = {path for path in folder.rglob("*") if path.is_file()}
    said = _backed_up(store, folder)
    assert {one["assessment"]["id"] for one in said.values()} == saved
    new = {path for path in folder.rglob("*") if path.is_file()} - before
    places = {path.parent.relative_to(folder).as_posix() for path in new}
    assert places == {"backups", "backups/readable"}
    assert all(len(name.encode()) < 200 for name in said)


def test_names_that_systems_take_for_one_another_are_kept_apart(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same firm and year, and numbers that begin alike."""
    ids = [f"aaaaaaaa-0000-4000-8000-00000000000{number}" for number in range(4)]
    waiting = iter(ids)
    monkeypatch.setattr("uuid.uuid4", lambda: next(waiting))
    for firm in ("abc", "ABC", unicodedata.normalize("NFD", "é"), "é"):
        store.create(PARTS, summary(firm))
    said = _backed_up(store, folder)
    assert sorted(one["assessment"]["id"] for one in said.values()) == ids
    assert len({unicodedata.normalize("NFC", name).casefold() for name in said}) == 4


def _spoil(folder: Path, *statements: str) -> None:
    """Alter the newest backup behind the program's back."""
    newest = list_backups(folder / "backups")[0]
    connection = sqlite3.connect(newest.path)
    connection.execute("PRAGMA ignore_check_constraints = 1")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        ("UPDATE part SET content = CAST('{\"level\":1}' AS BLOB) WHERE key = 'answer/1.1'", 1),
        ("DELETE FROM part WHERE key = 'answer/2.3'", None),
        ("UPDATE part SET content = 'text' WHERE key = 'answer/1.1'", "text"),
        ("UPDATE part SET content = x'ff00' WHERE key = 'answer/1.1'", "\\xff\0"),
        ("UPDATE part SET content = CAST('NaN' AS BLOB) WHERE key = 'answer/1.1'", "NaN"),
        ("UPDATE part SET key = x'ff' WHERE key = 'answer/2.3'", None),
        ("UPDATE revision SET content = CAST('{\"a\":1}' AS BLOB)", None),
        ("UPDATE revision SET finalised = 7", None),
        ("UPDATE revision_state SET state = 'lost'", None),
        ("UPDATE assessment SET firm = x'ff', year = 'then', level = 1.5", None),
    ],
)
def test_an_altered_assessment_is_written_as_far_as_it_can_be_read_and_marked(
    store: Store, folder: Path, statement: str, shown: object
) -> None:
    row = store.create(PARTS, summary())
    finalise(store, row.id)
    store.change_state(row.id, 1, SUBMITTED)
    store.backups.make("start")
    _spoil(folder, statement)
    assert write_readable(folder, _ALL) == 0
    ((_, said),) = _read(folder).items()
    is_only_listed = "UPDATE assessment" in statement
    assert said["altered"] is not is_only_listed
    assert said["assessment"]["id"] == row.id
    if shown is not None:
        found = said["parts"]["answer/1.1"]
        assert (found["level"] if isinstance(found, dict) else found) == shown
    assert said["parts"]["company"] == {"name": "杭州甲商贸有限公司"}


def test_what_is_nested_without_end_is_written_as_text(store: Store, folder: Path) -> None:
    deep = b"[" * 900 + b"]" * 900
    store.create(PARTS | {"answer/1.1": deep, "answer/1.2": b"[" * 100_000}, summary())
    ((_, said),) = _backed_up(store, folder).items()
    assert "[[[[" in json.dumps(said["parts"]["answer/1.1"])
    assert said["parts"]["answer/1.2"] == "[" * 100_000


def test_at_most_so_many_are_written_and_the_next_calls_do_the_rest(
    store: Store, folder: Path
) -> None:
    for number in range(7):
        store.create(PARTS, summary(f"第{number}企业"))
    assert len(_backed_up(store, folder, 3)) == 3
    assert [write_readable(folder, 3) for _ in range(3)] == [1, 0, 0]
    assert len(_read(folder)) == 7


_KILLED = """
import os, sys
from pathlib import Path
from digicom_desktop.store import readable
count = int(sys.argv[2])
def ends(old):
    def step(*arguments, **named):
        global count
        count -= 1
        if count == 0:
            os._exit(9)
        return old(*arguments, **named)
    return step
Path.replace, Path.write_bytes = ends(Path.replace), ends(Path.write_bytes)
Path.mkdir, Path.unlink = ends(Path.mkdir), ends(Path.unlink)
print(readable.write_readable(Path(sys.argv[1]), 1000))
"""


def test_killed_at_any_step_no_file_is_half_and_the_next_call_makes_all_right(
    store: Store, folder: Path
) -> None:
    rows = [store.create(PARTS, summary(f"第{number}企业")) for number in range(3)]
    _backed_up(store, folder)
    store.write(rows[0].id, {"company": b'{"name":"new"}'}, (), summary("改名"))
    store.delete(rows[1].id)
    store.purge(rows[1].id)
    store.create(PARTS, summary("新的"))
    store.backups.make("start")
    step = 0
    while True:
        step += 1
        child = start_child(_KILLED, folder, step)
        child.communicate()
        _read(folder)  # every file is whole JSON
        if child.returncode == 0:
            break
        assert child.returncode == 9
    assert step > 5
    place = folder / "backups" / "readable"
    names = {said["assessment"]["firm"] for said in _read(folder).values()}
    assert names == {"改名", "第2企业", "新的"}
    assert not list(place.glob("*.part"))


def test_an_index_that_is_damaged_or_lies_costs_only_time(store: Store, folder: Path) -> None:
    row = store.create(PARTS, summary())
    expected = _backed_up(store, folder)
    index = folder / "backups" / "readable" / "index.json"
    outside = folder / "backups" / "keep.json"
    outside.write_bytes(b"{}")
    lie = {"file": "../keep.json", "seal": "x", "size": 2}
    for content in (
        b"", b"{", b"[]", b'{"format": 1}', b'{"format": 1, "assessments": {"x": 5}}', b"[" * 9999,
        json.dumps({"format": 1, "assessments": {row.id: lie, "gone": lie}}).encode(),
    ):  # fmt: skip
        index.write_bytes(content)
        (folder / "backups" / "readable" / "1999_gone_00000000.json").write_bytes(b"{}")
        assert write_readable(folder, _ALL) == 0
        assert _read(folder) == expected
    assert outside.read_bytes() == b"{}"


def test_a_file_that_a_power_cut_emptied_is_written_again_with_the_next_backup(
    store: Store, folder: Path
) -> None:
    store.create(PARTS, summary())
    ((name, said),) = _backed_up(store, folder).items()
    (folder / "backups" / "readable" / name).write_bytes(b"")
    assert _backed_up(store, folder) == {name: said}


def test_what_the_person_put_there_stays(store: Store, folder: Path) -> None:
    store.create(PARTS, summary())
    _backed_up(store, folder)
    notes = folder / "backups" / "readable" / "notes.json"
    notes.write_bytes(b"{}")
    store.create(PARTS, summary("乙"))
    _backed_up(store, folder)
    assert notes.read_bytes() == b"{}"


def test_where_it_cannot_be_written_nothing_else_fails(store: Store, folder: Path) -> None:
    store.create(PARTS, summary())
    (folder / "backups" / "readable").write_bytes(b"in the way")
    store.backups.make("start")
    assert write_readable(folder, _ALL) is None
    (folder / "backups" / "readable").unlink()
    assert write_readable(folder, _ALL) == 0
    assert len(_read(folder)) == 1


def test_on_a_disk_that_is_nearly_full_it_takes_no_room_from_the_answers(tmp_path: Path) -> None:
    with small_disk(tmp_path, 20_000) as disk:
        store = Store.open(disk, TickingClock())
        store.create(PARTS, summary())
        store.backups.make("start")
        assert write_readable(disk, _ALL) is None
        assert _read(disk) == {}
        store.close()


def test_a_backup_with_the_tables_of_an_older_program_waits_for_the_next(
    store: Store, folder: Path
) -> None:
    store.create(PARTS, summary())
    store.backups.make("migration")
    _spoil(folder, "PRAGMA user_version = 2")
    assert write_readable(folder, _ALL) is None
    assert len(_backed_up(store, folder)) == 1


def test_without_a_backup_there_is_nothing_to_write(folder: Path) -> None:
    Store.open(folder, TickingClock()).close()
    assert write_readable(folder, _ALL) == 0
    assert not (folder / "backups" / "readable").exists()


def test_a_move_leaves_them_out_and_the_new_place_writes_its_own(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    store.create(PARTS, summary())
    said = _backed_up(store, folder)
    store.close()
    target = tmp_path / "elsewhere"
    copy_data(folder, target, lambda: False)
    assert not (target / "backups" / "readable").exists()
    assert write_readable(target, _ALL) == 0
    assert _read(target) == said
    remove_data(folder)
    assert not folder.exists()


def test_neither_a_way_back_nor_the_second_place_takes_them_for_backups(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    store.create(PARTS, summary())
    _backed_up(store, folder)
    place = tmp_path / "stick"
    place.mkdir()
    copy_to_second_place(folder, place)
    assert [path.suffix for path in place.rglob("*") if path.is_file()] == [".sqlite3"]
    assert len(backups_at(folder)) == 2
