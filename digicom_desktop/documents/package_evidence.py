"""Which evidence files a package must carry: those that its contents name, once each."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from digicom_desktop.domain.text import clean_line

FILE_LIMIT = 20 * 1024 * 1024
ALL_LIMIT = 200 * 1024 * 1024
"""Bytes of one evidence file, and of all."""

_MB = 1024 * 1024
_SHOWN = 60
"""Characters of a title in a sentence."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """An evidence file as the first evidence that has it names it: of one content, of one number.

    ``names`` is all that the file was called where it came from, that of this evidence first.
    """

    number: str
    title: str
    names: tuple[str, ...]

    @property
    def told(self) -> dict[str, str]:
        """The values of a sentence about it."""
        title = clean_line(self.title or self.names[0])
        return {"number": self.number, "title": title[:_SHOWN] + "…" * (len(title) > _SHOWN)}


def named_files(contents: Iterable[bytes]) -> Mapping[str, NamedFile]:
    """The files that canonical ``contents`` name, by SHA-256; the first content counts first."""
    found: dict[str, NamedFile] = {}
    for content in contents:
        evidence = json.loads(content).get("evidence", {})
        for number, entry in sorted(evidence.items()):
            if file := entry.get("file"):
                new = NamedFile(number, entry.get("title", ""), ())
                named = found.get(file["sha256"], new)
                found[file["sha256"]] = replace(named, names=(*named.names, file["name"]))
    return MappingProxyType(found)


def megabytes(size: int) -> int:
    """``size`` in whole megabytes, as a sentence says it, never less than it is."""
    return -(-size // _MB)
