import random
from pathlib import Path

import pytest

from tests.torture.power_cut import Disk, Fate
from tests.torture.trace import Call, Kind


class _Asked:
    """A disk of which this test is the program."""

    def __init__(self, root: Path) -> None:
        self.disk = Disk(root)
        self._root = root

    def __call__(self, kind: Kind, name: str = "a/x", **other: object) -> None:
        if "to" in other:
            other["to"] = f"{self._root}/{other['to']}"
        self.disk.ask(Call(kind, path=f"{self._root}/{name}", **other))  # type: ignore[arg-type]

    def found(self, fate: Fate, name: str = "a/x", trials: int = 60) -> set[bytes | None]:
        """What may be at ``name``; None where nothing is."""
        states = (self.disk.after_cut(random.Random(n), fate) for n in range(trials))
        return {state.get(name) for state in states}


@pytest.fixture
def asked(tmp_path: Path) -> _Asked:
    (tmp_path / "a").mkdir()
    return _Asked(tmp_path)


def _written(asked: _Asked, inode: int, name: str, data: bytes) -> None:
    asked(Kind.CREATE, name, inode=inode)
    asked(Kind.WRITE, name, inode=inode, data=data)


def test_what_was_flushed_is_there_whatever_happens(asked: _Asked) -> None:
    _written(asked, 1, "a/x", b"answer")
    asked(Kind.SYNC, inode=1)
    assert all(asked.found(fate) == {b"answer"} for fate in Fate)
    assert not asked.disk.has_pending


def test_what_was_not_flushed_may_be_there_or_not(asked: _Asked) -> None:
    _written(asked, 1, "a/x", b"answer")
    assert asked.found(Fate.ALL) == {b"answer"}
    assert asked.found(Fate.NONE) == {None}
    assert asked.found(Fate.PREFIX) == {None, b"", b"answer"}
    assert asked.disk.has_pending


def test_a_name_may_come_before_the_content(asked: _Asked) -> None:
    _written(asked, 1, "a/x", b"old")
    asked(Kind.SYNC, inode=1)
    _written(asked, 2, "a/new", b"new")
    asked(Kind.RENAME, "a/new", to="a/x")
    assert asked.found(Fate.PREFIX) == {b"old", b"", b"new"}


def test_a_name_that_was_moved_is_durable_with_its_folder(asked: _Asked) -> None:
    _written(asked, 1, "a/new", b"new")
    asked(Kind.SYNC, "a/new", inode=1)
    asked(Kind.RENAME, "a/new", to="a/x")
    assert asked.found(Fate.PREFIX) == {None, b"new"}
    asked(Kind.SYNC_FOLDER, "a")
    assert asked.found(Fate.NONE) == {b"new"}


def test_names_change_in_their_order(asked: _Asked) -> None:
    _written(asked, 1, "a/x", b"")
    asked(Kind.CREATE, "a/y", inode=2)
    for trial in range(60):
        state = asked.disk.after_cut(random.Random(trial), Fate.PREFIX)
        assert "a/x" in state or "a/y" not in state


def test_each_folder_is_a_disk_of_its_own(asked: _Asked) -> None:
    _written(asked, 1, "a/x", b"here")
    _written(asked, 2, "b/x", b"there")
    asked(Kind.SYNC, "b/x", inode=2)
    assert asked.found(Fate.NONE, "a/x") == {None}
    assert asked.found(Fate.NONE, "b/x") == {b"there"}


def test_a_write_is_torn_where_sectors_end(asked: _Asked) -> None:
    asked(Kind.CREATE, inode=1)
    asked(Kind.SYNC, inode=1)
    asked(Kind.WRITE, inode=1, offset=500, data=b"x" * 24)
    whole, first, second = bytes(500) + b"x" * 24, bytes(500) + b"x" * 12, bytes(512) + b"x" * 12
    assert asked.found(Fate.SECTORS) == {b"", whole, first, second}
    assert asked.found(Fate.PAGES) == {b"", whole}


def test_a_file_that_got_the_number_of_a_removed_one_is_another(asked: _Asked) -> None:
    _written(asked, 1, "a/old", b"old")
    asked(Kind.SYNC, "a/old", inode=1)
    asked(Kind.REMOVE, "a/old")
    asked(Kind.CREATE, inode=1)
    assert asked.found(Fate.ALL) == {b""}
    assert asked.found(Fate.NONE, "a/old") == {b"old"}


def test_a_folder_is_moved_with_all_that_is_in_it(asked: _Asked) -> None:
    asked(Kind.MAKE_FOLDER, "a/part")
    _written(asked, 1, "a/part/x", b"in it")
    asked(Kind.RENAME, "a/part", to="a/whole")
    state = asked.disk.after_cut(random.Random(0), Fate.ALL)
    assert state == {"a": None, "a/whole": None, "a/whole/x": b"in it"}
