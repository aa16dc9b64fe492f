"""An honest package in members, to be made dishonest."""

import hashlib
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.documents.package_manifest import MANIFEST
from tests.documents.packages import draft, forged, members, quick, stored_files, tea_firm
from tests.hostile.raw_zip import Entry, zipped


@cache
def _members() -> Mapping[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        files = stored_files(Path(folder))
        source = draft(tea_firm(), files, tea_firm((), name="旧名"))
        return MappingProxyType(members(quick(source, Path(folder) / "good.digicom")))


def parts() -> dict[str, bytes]:
    """Its members, a new dictionary."""
    return dict(_members())


def evidence(suffix: str = ".jpg") -> str:
    """The name of the member that is the first evidence file with ``suffix``."""
    return next(name for name in parts() if name.startswith("evidence/") and name.endswith(suffix))


def entries(given: Mapping[str, bytes]) -> list[Entry]:
    """``given`` as a zip lists them."""
    return [Entry(name, data) for name, data in given.items()]


def packed(given: Mapping[str, bytes]) -> bytes:
    """A zip of ``given``."""
    return zipped(entries(given))


def fitting(given: Mapping[str, bytes]) -> bytes:
    """A zip of ``given`` with a manifest that names every member as it is."""
    return packed(forged(dict(given)))


def with_members(*more: Entry) -> bytes:
    """The package with more members, of which the manifest says nothing."""
    return zipped([*entries(parts()), *more])


def with_entry(name: str, **fields: object) -> bytes:
    """The package, one member of which is packed otherwise, or lies."""
    found = parts()
    return zipped(
        Entry(key, data, **fields) if key == name else Entry(key, data)  # type: ignore[arg-type]
        for key, data in found.items()
    )


def with_evidence(data: bytes, suffix: str = ".jpg", name: str = "") -> bytes:
    """The package, whose first evidence file with ``suffix`` holds ``data``, under a right hash.

    ``name`` is what the member is called, with ``{0}`` for the hash.
    """
    found = parts()
    old = evidence(suffix)
    del found[old]
    was = old.removeprefix("evidence/").partition(".")[0].encode()
    now = hashlib.sha256(data).hexdigest()
    found[(name or f"evidence/{{0}}{suffix}").format(now)] = data
    texts = {key: text for key, text in found.items() if key.endswith(".json") and key != MANIFEST}
    said = {key: text.replace(was, now.encode()) for key, text in texts.items()}
    return fitting(found | said)
