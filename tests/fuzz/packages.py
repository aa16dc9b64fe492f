"""Packages and their manifests, bad in many ways."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from random import Random

from digicom_desktop.documents.package_manifest import (
    CONTENT,
    MANIFEST,
    PROGRAM,
    manifest_bytes,
    read_manifest,
)
from digicom_desktop.documents.package_reader import copy_evidence, read_document, read_package
from digicom_desktop.incoming import read_package_file
from tests.documents.packages import (
    draft,
    forged,
    only_second,
    quick,
    said,
    sealed,
    stored_files,
    tea_firm,
)
from tests.domain.random_ratings import LIBRARY
from tests.fuzz.archives import GATE
from tests.fuzz.files import from_file
from tests.fuzz.mutations import (
    changed_bytes,
    changed_json,
    changed_members,
    changed_texts,
    zipped,
)
from tests.fuzz.subject import Subject, require

_SUFFIX = ".digicom"
_GATE = GATE | {"guard.damaged", "package.foreign"}


def packages(folder: Path) -> tuple[Subject, ...]:
    """Packages of a draft and of a revision, and manifests alone."""
    found = _seeds(folder)
    manifests = [members[MANIFEST] for members in found]

    def package(random: Random) -> bytes:
        return _bad_package(random, random.choice(found))

    def manifest(random: Random) -> bytes:
        return _bad_manifest(random, random.choice(manifests))

    read = from_file(folder / f"bad{_SUFFIX}", _read)
    return (
        Subject("package", _SUFFIX, 60, package, read, _GATE),
        Subject("manifest", ".json", 60, manifest, _read_manifest),
    )


def _seeds(folder: Path) -> list[dict[str, bytes]]:
    files = stored_files(folder)
    small = {sha256: path for sha256, path in files.items() if path.suffix == ".txt"}
    one = tea_firm(("同一份.txt",))
    sources = (draft(one, small, tea_firm((), name="旧名")), only_second(files), draft(one, small))
    return [_unpacked(quick(source, folder / "seed.digicom")) for source in sources]


def _unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _bad_package(random: Random, found: dict[str, bytes]) -> bytes:
    match random.randrange(8):
        case 0:
            return changed_bytes(random, zipped(list(found.items())))
        case 1:
            return zipped(changed_members(random, list(found.items())))
        case 2:
            return zipped(list((found | _changed(random, found, MANIFEST)).items()))
        case 3:
            manifest = sealed_again(random, found[MANIFEST])
            return zipped(list((found | {MANIFEST: manifest}).items()))
        case 4:
            return zipped(list(forged(dict(_with_other_evidence(random, found))).items()))
        case _:
            names = [name for name in found if name.endswith(".json") and name != MANIFEST]
            name = random.choice([*names, CONTENT])
            change = random.choice((changed_json, changed_texts, changed_texts))
            return zipped(list(forged(found | {name: change(random, found[name])}).items()))


def _changed(random: Random, found: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {name: changed_json(random, found[name])}


def _with_other_evidence(random: Random, found: dict[str, bytes]) -> dict[str, bytes]:
    """With a manifest that fits: the evidence is a program, under another name, or more of it."""
    names = [name for name in found if name.startswith("evidence/")]
    if not names:
        return found
    name = random.choice(names)
    data = random.choice((b"MZ\x90\0", b"\x7fELF", b"#!/bin/sh\n", b"", b"PK\x03\x04"))
    others = {key: value for key, value in found.items() if key != name}
    stem, _, _ = name.partition(".")
    new = random.choice((name, f"{stem}.exe", f"{stem}.bat", f"{stem}.TXT", "evidence/x", "other"))
    return others | {new: random.choice((data, found[name]))}


def sealed_again(random: Random, manifest: bytes) -> bytes:
    """A changed manifest with the seal that belongs to it, if it can have one."""
    changed = changed_json(random, manifest)
    try:
        return sealed(said({MANIFEST: changed}))
    except (ValueError, AttributeError, TypeError):
        return changed


def _bad_manifest(random: Random, manifest: bytes) -> bytes:
    match random.randrange(5):
        case 0:
            return changed_bytes(random, manifest)
        case 1:
            return changed_json(random, manifest)
        case _:
            return sealed_again(random, manifest)


def _read(path: Path) -> Iterable[str]:
    content = read_package(path)
    for suffix in content.documents:
        read_document(path, content, suffix)
    copy_evidence(path, content, lambda _name, stream, _sha256: stream.read())
    read_package_file(LIBRARY, path)
    return ()


def _read_manifest(data: bytes) -> Iterable[str]:
    """What is read and written again is the same to the letter, but for another program's name."""
    manifest = read_manifest(data)
    again = manifest_bytes(manifest)
    require(read_manifest(again) == manifest, "another manifest after writing")
    if f'"name":"{PROGRAM}"'.encode() in data:
        require(again == data, "other bytes after writing")
    return ()
