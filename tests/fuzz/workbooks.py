"""Workbooks, bad in many ways: whole ones, and tiny ones of a few cells."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

from digicom_desktop.documents.workbook_mark import is_own_workbook
from digicom_desktop.documents.workbook_reader import read_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.hand_in import HandIn
from digicom_desktop.incoming import read_file
from tests.documents.packages import members, tea_firm
from tests.domain.random_ratings import LIBRARY
from tests.domain.reports import report_of
from tests.fuzz.archives import GATE
from tests.fuzz.files import from_file
from tests.fuzz.mutations import (
    Members,
    changed_bytes,
    changed_json,
    changed_members,
    changed_sheet,
    changed_xml,
    zipped,
)
from tests.fuzz.subject import Subject
from tests.fuzz.tiny_workbook import tiny

_GATE = GATE | {"guard.damaged"}
_SUFFIX = ".xlsx"


def workbooks(folder: Path) -> tuple[Subject, ...]:
    """All subjects that are workbooks; ``folder`` is for the files."""
    whole, path = _Whole(folder), folder / f"bad{_SUFFIX}"
    read = from_file(path, _read)
    take_in = from_file(path, _take_in)
    return (
        Subject("workbook", _SUFFIX, 3, whole.bad, read, _GATE),
        Subject("import", _SUFFIX, 4, whole.bad, take_in, _GATE),
        Subject("import of content", _SUFFIX, 1, whole.with_bad_content, take_in, _GATE),
        Subject("import of cells", _SUFFIX, 5, whole.with_bad_cells, take_in, _GATE),
        Subject("tiny workbook", _SUFFIX, 110, _tiny, read, _GATE),
    )


def _read(path: Path) -> Iterable[str]:
    is_own_workbook(path)
    read_workbook(path)
    return ()


def _take_in(path: Path) -> Iterable[str]:
    hand_in = read_file(LIBRARY, path)
    hand_in.assessment(hand_in.differences)
    return _said(hand_in)


def _said(hand_in: HandIn) -> Iterable[str]:
    return {note.id for note in hand_in.notes} | {"difference" for _ in hand_in.differences}


class _Whole:
    """Workbooks as the program writes them, changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._report = report_of(tea_firm())
        self._sample = report_of(LIBRARY.sample())
        self._seed, self._full = self._written(self._report), self._written(self._sample)
        self._bytes = zipped(self._seed)

    def _written(self, report: object) -> Members:
        path = self._folder / "seed.xlsx"
        write_workbook(report, path)  # type: ignore[arg-type]
        return list(members(path).items())

    def bad(self, random: Random) -> bytes:
        """Changed in its bytes, its members or its XML."""
        match random.randrange(6):
            case 0:
                return changed_bytes(random, self._bytes)
            case 1:
                return zipped(changed_members(random, self._seed))
            case _:
                return zipped(_with_bad_xml(random, self._seed))

    def with_bad_content(self, random: Random) -> bytes:
        """With other content in its hidden sheet, and the code that belongs to it."""
        content = changed_json(random, self._report.content)
        code = consistency_code(content) if random.random() < 0.8 else self._report.code
        path = self._folder / "content.xlsx"
        write_workbook(replace(self._report, content=content, code=code), path)
        return path.read_bytes()

    def with_bad_cells(self, random: Random) -> bytes:
        """With something else typed into some cells of one sheet."""
        changed = list(self._full)
        sheets = [n for n, (name, _) in enumerate(changed) if "worksheets/sheet" in name]
        at = random.choice(sheets)
        name, data = changed[at]
        changed[at] = (name, changed_sheet(random, data.decode()).encode("utf-8", "replace"))
        return zipped(changed)


def _with_bad_xml(random: Random, given: Members) -> Members:
    changed = list(given)
    sheets = [n for n, (name, _) in enumerate(given) if "sheet" in name or "workbook" in name]
    for _ in range(random.choice((1, 1, 2))):
        at = random.choice(sheets)
        name, data = changed[at]
        change = changed_sheet if random.random() < 0.6 else changed_xml
        text = change(random, data.decode("utf-8", "replace"))
        changed[at] = (name, text.encode("utf-8", "replace"))
    return changed


def _tiny(random: Random) -> bytes:
    found = tiny(random)
    match random.randrange(10):
        case 0:
            return changed_bytes(random, zipped(found))
        case 1 | 2:
            return zipped(changed_members(random, found))
        case 3:
            return zipped(found)
        case _:
            return zipped(_with_bad_xml(random, found))
