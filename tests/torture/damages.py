"""What can happen to the files of a data folder while nobody has it open."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from types import MappingProxyType

from digicom_desktop.paths import DATABASE_NAME
from tests.torture.materials import Materials
from tests.torture.saved_data import LOG_NAME

_HEADER = 100
"""Bytes of a database's own header."""
_LOG_HEADER, _FRAME_HEADER = 32, 24


Hurt = Callable[[Path, Random, Materials], None]
"""Damages a copy of a data folder."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind: to a folder that was closed, or killed, or either.

    ``older`` says that nobody can tell what it leaves from what was saved earlier: an earlier
    version of an assessment, whole, is no wrong answer then.
    """

    hurt: Hurt
    closed: bool = True
    killed: bool = True
    older: bool = False


def _flip(content: bytearray, chance: Random, start: int = 0, end: int = 0) -> None:
    at = chance.randrange(start, end or len(content))
    content[at] ^= 1 << chance.randrange(8)


def _flip_many(content: bytearray, chance: Random) -> None:
    for _ in range(30):
        _flip(content, chance)


def _change(path: Path, change: Callable[[bytearray], None]) -> None:
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(content)


def _page_size(content: bytes | bytearray) -> int:
    return int.from_bytes(content[16:18], "big") or 4096


def _pages(content: bytearray, chance: Random, count: int) -> list[slice]:
    size = _page_size(content)
    numbers = chance.sample(range(len(content) // size), count)
    return [slice(number * size, (number + 1) * size) for number in numbers]


def _bit(folder: Path, chance: Random) -> None:
    _change(folder / DATABASE_NAME, lambda content: _flip(content, chance))


def _header(folder: Path, chance: Random) -> None:
    def change(content: bytearray) -> None:
        for _ in range(chance.randrange(1, 4)):
            _flip(content, chance, end=_HEADER)

    _change(folder / DATABASE_NAME, change)


def _zeroed_page(folder: Path, chance: Random) -> None:
    def change(content: bytearray) -> None:
        for page in _pages(content, chance, chance.randrange(1, 4)):
            content[page] = bytes(page.stop - page.start)

    _change(folder / DATABASE_NAME, change)


def _swapped_pages(folder: Path, chance: Random) -> None:
    def change(content: bytearray) -> None:
        one, other = _pages(content, chance, 2)
        content[one], content[other] = content[other], content[one]

    _change(folder / DATABASE_NAME, change)


def _doubled_page(folder: Path, chance: Random) -> None:
    def change(content: bytearray) -> None:
        one, other = _pages(content, chance, 2)
        content[one] = content[other]

    _change(folder / DATABASE_NAME, change)


def _foreign_page(folder: Path, chance: Random, materials: Materials) -> None:
    source = chance.choice([materials.old, materials.other / DATABASE_NAME])
    foreign = source.read_bytes()

    def change(content: bytearray) -> None:
        size = _page_size(content)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(min(len(content), len(foreign)) // size) * size
            content[at : at + size] = foreign[at : at + size]

    _change(folder / DATABASE_NAME, change)


def _rubbish(folder: Path, chance: Random) -> None:
    def change(content: bytearray) -> None:
        at = chance.randrange(len(content))
        length = chance.choice([1, 20, 512, 4096, len(content)])
        content[at : at + length] = chance.randbytes(min(length, len(content) - at))

    _change(folder / DATABASE_NAME, change)


def _cut(folder: Path, chance: Random) -> None:
    path = folder / DATABASE_NAME
    path.write_bytes(path.read_bytes()[: chance.choice([0, chance.randrange(path.stat().st_size)])])


ANY_DATABASE = (_bit, _header, _zeroed_page, _swapped_pages, _doubled_page, _rubbish, _cut)
"""What can happen to the file of a database, whatever lies beside it."""


def _plain(hurt: Callable[[Path, Random], None]) -> Hurt:
    return lambda folder, chance, _: hurt(folder, chance)


def _removed(folder: Path, chance: Random, _: Materials) -> None:
    (folder / DATABASE_NAME).unlink()
    if chance.random() < 0.5:
        (folder / LOG_NAME).unlink(missing_ok=True)


def _damaged_log(folder: Path, chance: Random, _: Materials) -> None:
    def change(content: bytearray) -> None:
        for _ in range(chance.randrange(1, 3)):
            _flip(content, chance)

    _change(folder / LOG_NAME, change)


def _cut_log(folder: Path, chance: Random, _: Materials) -> None:
    path = folder / LOG_NAME
    content = path.read_bytes()
    size = _FRAME_HEADER + 4096
    whole = _LOG_HEADER + chance.randrange((len(content) - _LOG_HEADER) // size) * size
    path.write_bytes(content[: chance.choice([0, whole, chance.randrange(len(content))])])


def _foreign_log(folder: Path, _: Random, materials: Materials) -> None:
    shutil.copyfile(materials.other / LOG_NAME, folder / LOG_NAME)


def _old_database(folder: Path, chance: Random, materials: Materials) -> None:
    """An old copy of the database, or a backup, under the name of the database."""
    backups = sorted((folder / "backups").glob("*.sqlite3"))
    shutil.copyfile(chance.choice([materials.old, *backups]), folder / DATABASE_NAME)


def _index(folder: Path, chance: Random, _: Materials) -> None:
    rubbish = chance.randbytes(chance.choice([0, 100, 32768]))
    (folder / f"{DATABASE_NAME}-shm").write_bytes(rubbish)


def _journal(folder: Path, chance: Random, materials: Materials) -> None:
    content = bytearray(materials.journal.read_bytes())
    if chance.random() < 0.5:
        _flip(content, chance)
    (folder / f"{DATABASE_NAME}-journal").write_bytes(content)


def _with_backup(folder: Path, chance: Random, materials: Materials) -> None:
    """The database and the newest backups, in one of the ways above."""
    backups = sorted((folder / "backups").glob("*.sqlite3"))
    for backup in backups[-chance.randrange(1, len(backups)) :]:
        way = chance.randrange(4)
        if way == 0:
            backup.unlink()
        elif way == 1:
            backup.write_bytes(backup.read_bytes()[: chance.randrange(backup.stat().st_size)])
        else:
            _change(backup, partial(_flip_many, chance=chance))
    chance.choice([*map(_plain, ANY_DATABASE), _removed])(folder, chance, materials)


def _evidence(folder: Path, chance: Random, _: Materials) -> None:
    path = chance.choice(sorted((folder / "evidence").iterdir()))
    way = chance.randrange(3)
    if way == 0:
        path.unlink()
    elif way == 1:
        path.write_bytes(b"")
    else:
        _change(path, lambda content: _flip(content, chance))


DAMAGES: Mapping[str, Damage] = MappingProxyType(
    {
        "database: one bit flipped": Damage(_plain(_bit)),
        "database: header damaged": Damage(_plain(_header)),
        "database: pages zeroed": Damage(_plain(_zeroed_page)),
        "database: pages swapped": Damage(_plain(_swapped_pages)),
        "database: a page in another's place": Damage(_plain(_doubled_page)),
        "database: pages of an old copy or of another": Damage(_foreign_page),
        "database: rubbish": Damage(_plain(_rubbish)),
        "database: cut, or empty": Damage(_plain(_cut)),
        "database: removed": Damage(_removed),
        "database: an old copy, the new log beside it": Damage(_old_database, older=True),
        "database and backups damaged": Damage(_with_backup),
        "log damaged": Damage(_damaged_log, closed=False, older=True),
        "log cut": Damage(_cut_log, closed=False, older=True),
        "log of another database": Damage(_foreign_log, older=True),
        "index of the log: rubbish": Damage(_index),
        "journal of another database": Damage(_journal),
        "evidence damaged or removed": Damage(_evidence),
    }
)
