"""index.toml → which editions there are, and which of them are released."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.library.edition_files import ParsedFiles
from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.library.toml_table import NO_ITEM, Reading, Table

INDEX = "index.toml"
RELEASED = "released"
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class EditionIndex:
    """The ids of all editions, oldest first, at least one; ``released`` holds some by SHA-256.

    An edition that is not released is a draft: its texts may still change.
    """

    ids: tuple[str, ...]
    released: Mapping[str, str]


def load_index(editions: Path) -> EditionIndex:
    """What ``index.toml`` says; the first finding as DigicomError if it is broken."""
    try:
        files = ParsedFiles({INDEX: (editions / INDEX).read_bytes()})
    except OSError:
        raise EditionFinding("unreadable", INDEX, NO_ITEM, NO_ITEM, {}).error() from None
    reading = Reading()
    table = reading.table(files.toml(INDEX) or {}, INDEX, NO_ITEM)
    ids = table.lines("editions")
    if not ids:
        table.report("editions", "missing")
    released = _released(table.table(RELEASED), ids) if table.has(RELEASED) else {}
    reading.report_unknown_keys()
    findings = [*files.findings, *reading.findings]
    if findings:
        raise findings[0].error()
    return EditionIndex(ids, MappingProxyType(released))


def _released(table: Table, ids: tuple[str, ...]) -> dict[str, str]:
    released = dict(table.pairs())
    for id, sha256 in released.items():
        if id not in ids:
            table.report(id, "unknown_id", value=id)
        if not _SHA256.fullmatch(sha256):
            table.report(id, "not_a_hash")
    return released
