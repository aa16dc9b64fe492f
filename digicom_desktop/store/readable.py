"""Beside the backups, every assessment of the newest one as a text that needs no program."""

import hashlib
import json
import os
import re
import secrets
import shutil
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from digicom_desktop.domain.readable import FORMAT, plain_text, readable_text, readable_value
from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import safe_name
from digicom_desktop.files import sync_file, sync_folder
from digicom_desktop.paths import resources_folder
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.inspection import reading
from digicom_desktop.store.layout import Layout, create_private
from digicom_desktop.store.migrations import Migrations
from digicom_desktop.store.parts import content_hash, seal_of
from digicom_desktop.store.revision_seals import CHANGES, REVISIONS, gather

_INDEX = "index.json"
_LONGEST_FIRM = 120
"""Bytes of UTF-8, so that the whole path is one that Windows finds."""
_SPARE = 50_000_000
"""Bytes that must be free: what is written here is never to keep an answer from being saved."""
_OURS = re.compile(r".+_[0-9a-f]{8}(-.*)?\.json|[0-9a-f]{16}\.part", re.DOTALL)
_HEAD = '{{"format": {}, "backup": {}, "assessments": {{\n'
"""The first line of the index, which tells whether there is anything to do."""
_ROWS = "SELECT * FROM assessment ORDER BY id"
_PARTS = "SELECT key, content FROM part WHERE assessment = ? ORDER BY key"

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Entry:
    """The file of an assessment, with what its row was and how large the file is."""

    file: str
    seal: str
    size: int


def write_readable(data: Path, most: int) -> int | None:
    """Write what differs in the newest backup of the folder ``data``, at most ``most`` assessments.

    How many are still to be written; None where that cannot be done now: it never fails what it
    stands beside, and the next call catches up. Uses no open database, so any thread may call it;
    one at a time.
    """
    try:
        return _write(Layout(data), most)
    except (OSError, sqlite3.Error, DigicomError):
        return None


def _write(layout: Layout, most: int) -> int | None:
    newest = next(iter(list_backups(layout.backups)), None)
    if newest is None:
        return 0
    folder = layout.readable
    folder.mkdir(mode=0o700, exist_ok=True)
    if _is_of(folder, newest.path.name):
        return 0
    with reading(newest.path) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != Migrations.of().newest:  # made before a migration: the next one follows soon
            return None
        return _Writing(folder, connection, newest.path.name).run(most)


class _Writing:
    """One folder while it is brought up to date."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, backup: str) -> None:
        self._folder, self._connection, self._backup = folder, connection, backup
        cursor = connection.execute(_ROWS)
        names = [column[0] for column in cursor.description]
        self._rows = {_key(row[0]): dict(zip(names, row, strict=True)) for row in cursor}
        self._known = _read_index(folder)
        self._sizes = {entry.name: entry.stat().st_size for entry in os.scandir(folder)}

    def run(self, most: int) -> int:
        """Writes at most so many; how many are still to be written."""
        self._explain()
        wanted = _names(self._rows)
        seals = {id: _seal(row) for id, row in self._rows.items()}
        entries = {id: entry for id, entry in self._known.items() if id in self._rows}
        stale = [
            id
            for id, row in self._rows.items()
            if not self._is_there(entries.get(id), wanted[id], seals[id])
        ]
        try:
            for id in stale[:most]:
                entry = self._write(id, wanted[id], seals[id])
                entries = {key: one for key, one in entries.items() if one.file != entry.file}
                entries[id] = entry
        finally:
            self._remove_others({entry.file for entry in entries.values()})
            is_all = all(self._is_same(entries.get(id), wanted[id], seals[id]) for id in self._rows)
            self._write_index(entries, self._backup if is_all else "")
        return len(stale[most:])

    def _is_there(self, entry: _Entry | None, file: str, seal: str) -> bool:
        size = self._sizes.get(file)
        return entry is not None and entry.size == size and self._is_same(entry, file, seal)

    @staticmethod
    def _is_same(entry: _Entry | None, file: str, seal: str) -> bool:
        return entry is not None and (entry.file, entry.seal) == (file, seal)

    def _write(self, id: str, file: str, seal: str) -> _Entry:
        if shutil.disk_usage(self._folder).free < _SPARE:
            raise DigicomError("store.disk_full", folder=self._folder)
        try:
            content = readable_text(_said(self._connection, self._rows[id], readable_value))
        except RecursionError:  # nested as only damage or malice can
            content = readable_text(_said(self._connection, self._rows[id], plain_text))
        self._put(file, content)
        return _Entry(file, seal, len(content))

    def _put(self, file: str, content: bytes) -> None:
        """Beside its place first: whoever kills us leaves no half file there."""
        unfinished = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            create_private(unfinished)
            unfinished.write_bytes(content)
            unfinished.replace(self._folder / file)
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def _explain(self) -> None:
        """Put what says to a person what all this is, unless it is there."""
        for path in (resources_folder() / self._folder.name).iterdir():
            content = path.read_bytes()
            if self._sizes.get(path.name) != len(content):
                self._put(path.name, content)

    def _remove_others(self, files: Iterable[str]) -> None:
        """Remove those of assessments that are gone or called otherwise, and half ones."""
        for name in self._sizes.keys() - set(files):
            if _OURS.fullmatch(name):
                with suppress(OSError):
                    (self._folder / name).unlink(missing_ok=True)

    def _write_index(self, entries: Mapping[str, _Entry], backup: str) -> None:
        lines = (f"{json.dumps(id)}: {json.dumps(asdict(entries[id]))}" for id in sorted(entries))
        head = _HEAD.format(FORMAT, json.dumps(backup))
        text = head + ",\n".join(lines) + "\n}}\n"
        self._put(_INDEX, text.encode())
        sync_file(self._folder / _INDEX)
        sync_folder(self._folder)


def _is_of(folder: Path, backup: str) -> bool:
    """Whether all was written that this backup holds."""
    head = _HEAD.format(FORMAT, json.dumps(backup)).encode()
    try:
        with (folder / _INDEX).open("rb") as file:
            return file.read(len(head)) == head
    except OSError:
        return False


def _read_index(folder: Path) -> dict[str, _Entry]:
    """What is known to be there; nothing where that cannot be read, and all is written anew."""
    try:
        said = json.loads((folder / _INDEX).read_bytes())
        if said["format"] != FORMAT:
            return {}
        return {id: _Entry(**entry) for id, entry in said["assessments"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _key(id: object) -> str:
    return str(plain_text(id))


def _seal(row: Row) -> str:
    """What differs when anything of an assessment does: its row holds the seals of all the rest."""
    return hashlib.sha256(repr(tuple(row.values())).encode(errors="replace")).hexdigest()


def _names(rows: Mapping[str, Row]) -> dict[str, str]:
    """The name of the file of each, one that people find and every system takes."""
    taken: set[str] = set()
    names = {}
    for id, row in rows.items():
        year, firm = plain_text(row["year"]), plain_text(row["firm"])
        firm_name = safe_name(str(firm or ""), "-", most=_LONGEST_FIRM)
        stem = safe_name(f"{year}_{firm_name}", "-")
        number = "".join(c for c in id.lower() if c in "0123456789abcdef")
        name = f"{stem}_{number[:8]:0<8}.json"
        if _alike(name) in taken:
            whole = hashlib.sha256(id.encode(errors="replace")).hexdigest()
            name = f"{stem}_{number[:8]:0<8}-{whole[:16]}.json"
        taken.add(_alike(name))
        names[id] = name
    return names


def _alike(name: str) -> str:
    """``name`` as systems compare names that do not tell large from small letters."""
    return unicodedata.normalize("NFC", name).casefold()


def _said(
    connection: sqlite3.Connection, row: Row, value_of: Callable[[object], object]
) -> dict[str, object]:
    id = row["id"]
    parts = connection.execute(_PARTS, (id,)).fetchall()
    revisions = connection.execute(f"{REVISIONS} ORDER BY number", (id,)).fetchall()
    changes = connection.execute(f"{CHANGES} ORDER BY number, position", (id,)).fetchall()
    shown = {name: plain_text(value) for name, value in row.items() if "seal" not in name}
    return {
        "format": FORMAT,
        "altered": not _is_as_saved(row, parts, revisions, changes),
        "in_recycle_bin": row["deleted"] is not None,
        "assessment": shown,
        "parts": {_key(key): value_of(content) for key, content in parts},
        "revisions": [
            {
                "number": plain_text(number),
                "finalised": plain_text(finalised),
                "code": plain_text(code),
                "states": [
                    {"state": plain_text(state), "on": plain_text(on), "remark": plain_text(remark)}
                    for of, _, state, on, remark, _ in changes
                    if of == number
                ],
                "content": value_of(content),
            }
            for number, finalised, code, _, content in revisions
        ],
    }


def _is_as_saved(
    row: Row,
    parts: Iterable[tuple[object, object]],
    revisions: Iterable[tuple[object, ...]],
    changes: Iterable[tuple[object, ...]],
) -> bool:
    id = str(row["id"])
    hashes = {
        str(key): content_hash(content) for key, content in parts if isinstance(content, bytes)
    }
    try:
        gathered = gather(id, revisions, changes)
    except (ValueError, TypeError):
        return False
    is_sealed = gathered.is_sealed(id, row["revisions_seal"])
    return is_sealed and seal_of(id, hashes) == row["seal"]
