"""Reads a workbook, filled template or package that comes back; changes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digicom_desktop import __version__
from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import canonical_bytes, consistency_code
from digicom_desktop.domain.clock import CHINA
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.content import content
from digicom_desktop.domain.content_reader import read_content
from digicom_desktop.domain.content_shape import require_content
from digicom_desktop.domain.finding import stamped
from digicom_desktop.domain.hand_in import Difference, HandIn, Note, Source
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.passing_folder import said_passing_folder

# openpyxl and zipfile load when the first file comes.
if TYPE_CHECKING:
    from digicom_desktop.documents.workbook_lists import Lists
    from digicom_desktop.documents.workbook_reader import WorkbookContent

PACKAGE_SUFFIX = ".digicom"
WORKBOOK_SUFFIX = ".xlsx"
TEMPLATE = "template"
EDITION_ALTERED = "import.edition_altered"
"""Said of a workbook that nobody has touched, too: the library here has other words."""
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_YEAR_DIGITS, _NUMBER_DIGITS = 4, 6
_LAST_YEAR = 2999


def read_file(library: Library, path: Path, *, thorough: bool = False) -> HandIn:
    """What the workbook, filled template or package at ``path`` says. Any thread.

    ``thorough`` also looks for what was added beside the table. Raises DigicomError ``guard.…``,
    ``package.…``, ``workbook.…`` for what cannot be read, and
    ``import.edition_unknown``.
    """
    if path.suffix.lower() == PACKAGE_SUFFIX:
        return read_package_file(library, path)
    from digicom_desktop.documents.workbook_reader import read_workbook

    return _Workbook(library, path, read_workbook(path)).hand_in(thorough=thorough)


def is_own_file(path: Path) -> bool:
    """Whether ``path`` is a package, or a workbook that this program wrote. Any thread."""
    suffix = path.suffix.lower()
    if suffix != WORKBOOK_SUFFIX:
        return suffix == PACKAGE_SUFFIX
    from digicom_desktop.documents.workbook_mark import is_own_workbook

    return is_own_workbook(path)


def read_package_file(library: Library, path: Path) -> HandIn:
    """What the package at ``path`` says; everything in it was checked."""
    from digicom_desktop.documents.package_reader import read_package

    package = read_package(path)
    original = read_content(package.content)
    _require_edition(library, original.edition, path)
    manifest = package.manifest
    return HandIn(
        source=Source.PACKAGE,
        language=manifest.language,
        original=original,
        code=consistency_code(package.content),
        stated_code=manifest.code,
        id=manifest.id,
        state=manifest.state,
        revision=manifest.revision,
        revisions=package.revisions,
        evidence=package.evidence,
    )


def empty_report(library: Library, year: int, language: Language, now: datetime) -> Report:
    """What a template of ``year`` is written from: nothing filled in, all figures of all firms."""
    from digicom_desktop.documents.workbook_template_rows import template_of

    id = library.newest_edition_id()
    return template_of(_empty_report(library, Assessment(id, Company(year)), language, now))


def _empty_report(
    library: Library, empty: Assessment, language: Language, saved_at: datetime
) -> Report:
    """Its figures are those of all kinds of business; what it says is what ``empty`` says."""
    edition = library.edition(empty.edition)
    day = saved_at.astimezone(CHINA).date()
    of_all = replace(empty, profile=frozenset(type_.id for type_ in edition.business_types))
    report = Appraisal(library, of_all, day).report(language, saved_at)
    return replace(report, content=Appraisal(library, empty, day).content)


def _require_edition(library: Library, edition: str, path: Path) -> None:
    if edition not in library.edition_ids():
        raise DigicomError("import.edition_unknown", name=path.name, edition=edition[:60])


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What the hidden sheet says; ``canonical`` empty where it says nothing that can be read."""

    original: Assessment
    canonical: bytes
    notes: tuple[Note, ...]


class _Workbook:
    """One workbook that comes back."""

    def __init__(self, library: Library, path: Path, content: "WorkbookContent") -> None:
        self._library, self._path, self._content = library, path, content
        self._language = _language(content.data("language"))
        self._is_template = content.data("state") == TEMPLATE
        self._saved_at = _time(content.data("saved_at"))
        self._hidden = self._read_hidden()

    def hand_in(self, *, thorough: bool) -> HandIn:
        """All that it says."""
        from digicom_desktop.documents.workbook_intake import take_in

        hidden, said = self._hidden, self._content
        code = consistency_code(hidden.canonical) if hidden.canonical else ""
        # Where the hidden content was changed, nobody knows what was written.
        mind_locked = bool(hidden.canonical) and code == (said.code or code)
        taken = take_in(said, self._report(), self._lists(), mind_locked=mind_locked)
        telling = tuple(self._telling(taken.differences))
        silent = _places(taken.differences) - _places(telling)
        heard = (note for note in taken.notes if (note.sheet, note.cell) not in silent)
        notes = (*hidden.notes, *self._about_code(code), *heard, *self._added(thorough))
        revision = None if self._is_template else self._revision()
        return HandIn(
            source=Source.TEMPLATE if self._is_template else Source.WORKBOOK,
            language=self._language,
            original=hidden.original,
            code="" if self._is_template else code,
            stated_code=said.code,
            differences=telling,
            notes=notes,
            state=said.data("state") or State.DRAFT.value,
            revision=revision.number if revision else None,
            revisions=(revision,) if revision and self._is_as_exported(telling, notes) else (),
        )

    def _is_as_exported(self, differences: tuple[Difference, ...], notes: tuple[Note, ...]) -> bool:
        """Whether nobody changed it: then it is the revision that it was exported of."""
        return (
            not differences
            and all(note.id == EDITION_ALTERED for note in notes)
            and self._content.code != ""
            and self._saved_at != _NO_TIME
        )

    def _added(self, thorough: bool) -> Iterator[Note]:
        """What the program did not write: a workbook written once more has nothing like it."""
        if not thorough or not self._hidden.canonical:
            return
        from digicom_desktop.documents.workbook_reader import read_workbook
        from digicom_desktop.documents.workbook_writer import write_workbook

        with said_passing_folder() as folder:
            again = folder / "again.xlsx"
            write_workbook(self._report(), again)
            ours = {str(free.value) for free in read_workbook(again).free}
        for free in self._content.free:
            if str(free.value) not in ours:
                values = {"text": str(free.value)[:60]}
                yield Note("import.added", values, free.sheet, free.cell, grave=False)

    def _read_hidden(self) -> _Hidden:
        """The hidden content; without any, an empty assessment that the cells are read into."""
        canonical = self._content.content
        if not canonical:
            return self._lost("import.no_content")
        try:
            require_content(canonical)
            original = read_content(canonical)
        except DigicomError as error:
            if error.id == "assessment.newer":
                raise DigicomError("workbook.newer", path=self._path) from error
            return self._lost("import.content_unreadable")
        _require_edition(self._library, original.edition, self._path)
        sha256 = self._library.edition(original.edition).sha256
        altered = self._content.data("edition_sha256") not in ("", sha256)
        notes = (Note(EDITION_ALTERED, grave=False),) if altered else ()
        return _Hidden(original, canonical, notes)

    def _lost(self, note: str) -> _Hidden:
        edition = self._content.data("edition") or self._library.newest_edition_id()
        _require_edition(self._library, edition, self._path)
        written = self._content.text("cover", "year", "value")
        year = int(written) if _is_year(written) else self._saved_at.year
        return _Hidden(Assessment(edition, Company(year)), b"", (Note(note),))

    def _about_code(self, code: str) -> Iterator[Note]:
        stated = self._content.code
        if code and stated and stated != code:
            yield Note("import.code_differs", {"stated": stated[:20], "code": code})

    def _report(self) -> Report:
        """That of the hidden content: what this program would have written."""
        hidden, language, saved_at = self._hidden, self._language, self._saved_at
        if self._is_template:
            from digicom_desktop.documents.workbook_template_rows import template_of

            return template_of(_empty_report(self._library, hidden.original, language, saved_at))
        day = saved_at.astimezone(CHINA).date()
        original = hidden.original
        # Content does not say for which values a reason was given: for those that it has.
        findings = Appraisal(self._library, original, day).findings if original.reasons else ()
        stamped_ = replace(original, reasons=stamped(original.reasons, findings))
        report = Appraisal(self._library, stamped_, day).report(
            language, saved_at, self._revision()
        )
        return replace(report, content=hidden.canonical or report.content, program=self._program)

    @property
    def _program(self) -> str:
        """The version that says it wrote the workbook."""
        return self._content.data("program")[:20] or __version__

    def _revision(self) -> Revision | None:
        number, canonical = self._content.data("revision"), self._hidden.canonical
        if not (_is_number(number) and int(number) and canonical):
            return None
        return Revision(int(number), self._saved_at, consistency_code(canonical), canonical)

    def _lists(self) -> "Lists":
        from digicom_desktop.documents.workbook_lists import Lists

        library, language = self._library, self._language
        other = Language.EN if language is Language.ZH else Language.ZH
        return Lists(
            library.edition(self._hidden.original.edition),
            library.regions(),
            library.industries(),
            library.metrics(),
            library.words(language),
            library.words(other),
        )

    def _telling(self, differences: tuple[Difference, ...]) -> Iterator[Difference]:
        """Those that change what is said: a draft shows ticks of items that do not apply."""
        if self._is_template or not self._hidden.canonical:
            yield from differences
            return
        original = self._hidden.original
        before, after = self._says(original), self._says(_applied(original, differences))
        for difference in differences:
            # Alone, or together with all others: a reason says nothing of an item that applies.
            others = [other for other in differences if other is not difference]
            if (
                self._says(difference.apply(original)) != before
                or self._says(_applied(original, others)) != after
            ):
                yield difference

    def _says(self, assessment: Assessment) -> bytes:
        edition = self._library.edition(assessment.edition)
        return canonical_bytes(content(edition, assessment, self._library.metrics()))


def _applied(assessment: Assessment, differences: Iterable[Difference]) -> Assessment:
    for difference in differences:
        assessment = difference.apply(assessment)
    return assessment


def _places(differences: Iterable[Difference]) -> frozenset[tuple[str, str]]:
    return frozenset((difference.sheet, difference.cell) for difference in differences)


def _is_year(text: str) -> bool:
    return len(text) == _YEAR_DIGITS and text.isdecimal() and text.isascii()


def _is_number(text: str) -> bool:
    return len(text) <= _NUMBER_DIGITS and text.isdecimal() and text.isascii()


def _language(text: str) -> Language:
    try:
        return Language(text)
    except ValueError:
        return Language.ZH


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return _NO_TIME
    if not _NO_TIME.year <= time.year <= _LAST_YEAR:  # the first and last days have no other zone
        return _NO_TIME
    return time if time.tzinfo else time.replace(tzinfo=UTC)
