"""What is fuzzed: files of a kind, how they are changed, and what reads them."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

from digicom_desktop.documents.package_manifest import CONTENT, MANIFEST
from digicom_desktop.documents.package_reader import read_package
from digicom_desktop.documents.workbook_reader import read_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.report import Report
from digicom_desktop.incoming import read_file
from tests.documents.packages import (
    draft,
    forged,
    members,
    only_second,
    quick,
    stored_files,
    tea_firm,
)
from tests.domain.random_ratings import LIBRARY
from tests.domain.reports import report_of
from tests.fuzz.mutations import (
    changed_bytes,
    changed_json,
    changed_members,
    changed_xml,
    zipped,
)

Read = Callable[[Path], object]


@dataclass(frozen=True)
class Subject:
    """A kind of file: ``make`` gives one that is bad at random, ``read`` has to bear it."""

    name: str
    suffix: str
    make: Callable[[Random], bytes]
    read: Read


def subjects(folder: Path) -> tuple[Subject, ...]:
    """All that is fuzzed; ``folder`` is for the honest files that it begins with."""
    workbooks = _Workbooks(folder)
    packages = _packages(folder)

    def package(random: Random) -> bytes:
        return _bad_package(random, random.choice(packages))

    def read_any_package(path: Path) -> None:
        read_package(path)
        read_file(LIBRARY, path)

    return (
        Subject("workbook", ".xlsx", workbooks.bad, read_workbook),
        Subject("import", ".xlsx", workbooks.bad, lambda path: read_file(LIBRARY, path)),
        Subject("content", ".xlsx", workbooks.with_bad_content, lambda p: read_file(LIBRARY, p)),
        Subject("package", ".digicom", package, read_any_package),
    )


@cache
def _report() -> Report:
    return report_of(tea_firm())


class _Workbooks:
    """Workbooks, bad in many ways."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        path = folder / "seed.xlsx"
        write_workbook(_report(), path)
        self._whole = path.read_bytes()
        self._members = list(members(path).items())

    def bad(self, random: Random) -> bytes:
        """Changed in its bytes, its members or its XML."""
        match random.randrange(6):
            case 0:
                return changed_bytes(random, self._whole)
            case 1:
                return zipped(changed_members(random, self._members))
            case _:
                return zipped(_with_bad_xml(random, self._members))

    def with_bad_content(self, random: Random) -> bytes:
        """With other content in its hidden sheet, and the code that belongs to it."""
        report = _report()
        content = changed_json(random, report.content)
        code = consistency_code(content) if random.random() < 0.8 else report.code
        path = self._folder / "content.xlsx"
        write_workbook(replace(report, content=content, code=code), path)
        return path.read_bytes()


def _with_bad_xml(random: Random, given: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    changed = list(given)
    sheets = [n for n, (name, _) in enumerate(given) if "sheet" in name or "workbook" in name]
    for _ in range(random.choice((1, 1, 2))):
        at = random.choice(sheets)
        name, data = changed[at]
        text = data.decode("utf-8", "replace")
        changed[at] = (name, changed_xml(random, text).encode("utf-8", "replace"))
    return changed


def _packages(folder: Path) -> list[bytes]:
    files = stored_files(folder)
    sources = (draft(tea_firm(), files, tea_firm((), name="旧名")), only_second(files))
    return [quick(source, folder / "seed.digicom").read_bytes() for source in sources]


def _bad_package(random: Random, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    match random.randrange(6):
        case 0:
            return changed_bytes(random, data)
        case 1:
            return zipped(changed_members(random, list(found.items())))
        case 2:
            return zipped(list((found | _changed(random, found, MANIFEST)).items()))
        case _:
            names = [name for name in found if name.endswith(".json") and name != MANIFEST]
            name = random.choice([*names, CONTENT])
            return zipped(list(forged(found | _changed(random, found, name)).items()))


def _changed(random: Random, found: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {name: changed_json(random, found[name])}
