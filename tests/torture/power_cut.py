"""What is on a disk after its power was cut: of all that was asked, what was flushed, and chance.

The model is that of a file system with a journal (ext4, XFS, NTFS): names change in the order in
which they were asked to, and a flush of a file makes its name durable, too. Content that was not
flushed may be there whole, in part, in pieces, or not at all, whatever became of the name.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tests.torture.trace import Call, Kind


class Fate(StrEnum):
    """What becomes of the changes of a file that were not flushed."""

    ALL = "all of them survive"
    PREFIX = "the first of them survive"
    NONE = "none of them survives"
    PAGES = "some 4,096 bytes of each survive"
    SECTORS = "some 512 bytes of each survive"
    MIXED = "another fate for each file"


_OF_ONE = tuple(fate for fate in Fate if fate is not Fate.MIXED)
_SIZES = {Fate.PAGES: 4096, Fate.SECTORS: 512}


@dataclass(eq=False, slots=True)
class _File:
    """The content that is on the disk, and what was asked of it since."""

    flushed: bytearray
    pending: list[Call] = field(default_factory=list)

    def flush(self) -> None:
        for call in self.pending:
            _change(self.flushed, call)
        self.pending.clear()

    def after(self, chance: random.Random, fate: Fate) -> bytes:
        """The content as it may be found."""
        if fate is Fate.MIXED:
            fate = chance.choice(_OF_ONE)
        content = bytearray(self.flushed)
        for call in _surviving(self.pending, chance, fate):
            _change(content, call)
        return bytes(content)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that was given, moved or taken: ``file`` is None for a folder."""

    call: Call
    file: _File | None = None


@dataclass(slots=True)
class _Volume:
    """The names of one disk: those that are durable, and the changes that are not yet."""

    durable: dict[str, _File | None] = field(default_factory=dict)
    pending: list[_Name] = field(default_factory=list)

    def make_durable(self, count: int) -> None:
        for name in self.pending[:count]:
            _rename(self.durable, name)
        del self.pending[:count]


class Disk:
    """What was asked of the folder ``root`` until now; each folder in it is a disk of its own."""

    def __init__(self, root: Path) -> None:
        """Begins with what is there, all of it flushed."""
        self._root = root
        self._files: dict[int, _File] = {}
        self._volumes: dict[str, _Volume] = {}
        self.acknowledged = 0
        for path in sorted(root.rglob("*")):
            inode, is_file = path.stat().st_ino, path.is_file()
            if is_file:
                self._files[inode] = _File(bytearray(path.read_bytes()))
            found = self._files[inode] if is_file else None
            self._volume(str(path)).durable[str(path)] = found

    @property
    def has_pending(self) -> bool:
        """Whether a cut now could lose anything."""
        names = any(volume.pending for volume in self._volumes.values())
        return names or any(file.pending for file in self._files.values())

    def ask(self, call: Call) -> None:
        """One call more."""
        match call.kind:
            case Kind.ACKNOWLEDGE:
                self.acknowledged = call.offset
            case Kind.WRITE | Kind.TRUNCATE:
                self._files[call.inode].pending.append(call)
            case Kind.SYNC:
                self._sync(call)
            case Kind.SYNC_FOLDER:
                volume = self._volume(call.path)
                volume.make_durable(len(volume.pending))
            case Kind.CREATE:
                file = self._files[call.inode] = _File(bytearray())
                self._volume(call.path).pending.append(_Name(call, file))
            case _:
                self._volume(call.path).pending.append(_Name(call))

    def after_cut(self, chance: random.Random, fate: Fate) -> dict[str, bytes | None]:
        """What may be found by path below ``root``; None is a folder."""
        found: dict[str, bytes | None] = {}
        for volume in self._volumes.values():
            names = dict(volume.durable)
            for name in volume.pending[: _count(len(volume.pending), chance, fate)]:
                _rename(names, name)
            for path, file in names.items():
                content = None if file is None else file.after(chance, fate)
                found[path.removeprefix(f"{self._root}/")] = content
        return found

    def _sync(self, call: Call) -> None:
        file = self._files[call.inode]
        file.flush()
        volume = self._volume(call.path)
        created = (at for at, name in enumerate(volume.pending, 1) if name.file is file)
        volume.make_durable(next(created, 0))

    def _volume(self, path: str) -> _Volume:
        first = path.removeprefix(f"{self._root}/").partition("/")[0]
        return self._volumes.setdefault(first, _Volume())


def lay_out(state: Mapping[str, bytes | None], folder: Path) -> None:
    """Make the empty ``folder`` be ``state``."""
    for name in sorted(state):
        content, path = state[name], folder / name
        if content is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(content)


def _count(pending: int, chance: random.Random, fate: Fate) -> int:
    if fate in (Fate.ALL, Fate.NONE):
        return pending if fate is Fate.ALL else 0
    return chance.randint(0, pending)


def _surviving(pending: list[Call], chance: random.Random, fate: Fate) -> Iterator[Call]:
    if fate not in _SIZES:
        yield from pending[: _count(len(pending), chance, fate)]
        return
    for call in pending:
        for piece in _pieces(call, _SIZES[fate]):
            if chance.random() < 0.5:
                yield piece


def _pieces(call: Call, size: int) -> Iterator[Call]:
    """A write by sectors of ``size``, as they lie on the disk."""
    if call.kind is Kind.TRUNCATE:
        yield call
        return
    begin, end = call.offset, call.offset + len(call.data)
    while begin < end:
        stop = min(end, (begin // size + 1) * size)
        data = call.data[begin - call.offset : stop - call.offset]
        yield Call(Kind.WRITE, call.inode, begin, data=data)
        begin = stop


def _change(content: bytearray, call: Call) -> None:
    end = call.offset if call.kind is Kind.TRUNCATE else call.offset + len(call.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if call.kind is Kind.TRUNCATE:
        del content[call.offset :]
    else:
        content[call.offset : end] = call.data


def _rename(names: dict[str, _File | None], name: _Name) -> None:
    call = name.call
    match call.kind:
        case Kind.CREATE | Kind.MAKE_FOLDER:
            names[call.path] = name.file
        case Kind.REMOVE:
            names.pop(call.path, None)
        case Kind.RENAME:
            inside = [path for path in names if path.startswith(f"{call.path}/")]
            for path in (call.path, *inside):
                names[call.to + path.removeprefix(call.path)] = names.pop(path)
