"""A log that lost something from its middle is told from one that a power cut interrupted."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from digicom_desktop.store.log_check import is_broken_log
from tests.store.samples import PARTS, TickingClock, summary

_HEADER, _FRAME = 32, 24 + 4096


@pytest.fixture
def killed(folder: Path, tmp_path: Path) -> Path:
    """What a kill leaves of a folder: twelve answers, each on one page or some, in the log only."""
    store = Store.open(folder, TickingClock())
    row = store.create(PARTS, summary())
    store.backups.make("start")
    for number in range(12):
        store.write(row.id, {"plan": b"%d" % number * 3000}, (), row.summary)
    shutil.copytree(folder, tmp_path / "killed")
    store.close()
    return tmp_path / "killed"


def _log(killed: Path) -> Path:
    return killed / "digicom.sqlite3-wal"


def _frames(log: Path) -> int:
    return (log.stat().st_size - _HEADER) // _FRAME


def _flip(log: Path, at: int) -> None:
    content = bytearray(log.read_bytes())
    content[at] ^= 4
    log.write_bytes(content)


def _ends(log: Path) -> list[int]:
    """The numbers of the frames that end a transaction."""
    content = log.read_bytes()
    places = range(_HEADER, len(content), _FRAME)
    return [n for n, at in enumerate(places) if any(content[at + 4 : at + 8])]


def test_a_whole_log_is_not_broken(killed: Path) -> None:
    assert _frames(_log(killed)) > 12
    assert not is_broken_log(_log(killed))
    assert not is_broken_log(killed / "none")


@pytest.mark.parametrize("within", [5, 9, 17, 300])
def test_damage_before_other_transactions_is_said_instead_of_dropping_them(
    killed: Path, within: int
) -> None:
    """Page number, salt, checksum or content of a frame: SQLite drops all from there on."""
    _flip(_log(killed), _HEADER + _ends(_log(killed))[4] * _FRAME + within)
    with pytest.raises(DigicomError) as damaged:
        Store.open(killed, TickingClock())
    assert damaged.value.id == "store.damaged"
    assert damaged.value.values["backup"]


def test_a_damaged_head_of_the_log_is_said(killed: Path) -> None:
    _flip(_log(killed), 13)
    assert is_broken_log(_log(killed))


def test_a_transaction_that_a_power_cut_interrupted_is_no_damage(killed: Path) -> None:
    """Of the last transaction, any frames may have reached the disk, and the end may be cut off."""
    log = _log(killed)
    content, ends = log.read_bytes(), _ends(log)
    for lost in range(ends[-2] + 1, ends[-1] + 1):
        at = _HEADER + lost * _FRAME
        log.write_bytes(content[:at] + bytes(_FRAME) + content[at + _FRAME :])
        assert not is_broken_log(log)
        log.write_bytes(content[: at + 1000])
        assert not is_broken_log(log)


def test_what_an_earlier_generation_left_behind_the_end_is_no_damage(tmp_path: Path) -> None:
    database = tmp_path / "a.sqlite3"
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (x)")
        for _ in range(30):
            connection.execute("INSERT INTO t VALUES (zeroblob(5000))")
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        connection.execute("INSERT INTO t VALUES (1)")
        connection.execute("INSERT INTO t VALUES (2)")
        assert not is_broken_log(tmp_path / "a.sqlite3-wal")
