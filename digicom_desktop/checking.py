"""Whether a file, or a code on paper, belongs to a revision that is saved here."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.clock import CHINA
from digicom_desktop.domain.content_reader import read_content
from digicom_desktop.domain.hand_in import HandIn, Note, Source
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.verdict import Checked, Verdict
from digicom_desktop.errors import DigicomError
from digicom_desktop.incoming import EDITION_ALTERED, PACKAGE_SUFFIX, read_file
from digicom_desktop.library import Library
from digicom_desktop.passing_folder import said_passing_folder

_PDF_SUFFIX = ".pdf"
_INCOMPLETE = frozenset(("import.missing_sheet", "import.missing_block", "import.missing_row"))
_HARMLESS = frozenset((EDITION_ALTERED,))


@dataclass(frozen=True, slots=True)
class FoundRevision:
    """A revision that is saved here, and whose it is."""

    id: str
    revision: Revision
    is_newest: bool
    firm: str
    year: int


def stated_code(path: Path) -> str:
    """The code that a workbook, package or PDF says it has; "" for a template. Any thread.

    Raises DigicomError for what cannot be read.
    """
    if path.suffix.lower() == _PDF_SUFFIX:
        from digicom_desktop.documents.pdf_compare import stated_code as pdf_code

        return pdf_code(path)
    if path.suffix.lower() == PACKAGE_SUFFIX:
        from digicom_desktop.documents.package_reader import read_stated

        stated = read_stated(path)
        # How far the actions of a plan are is no part of what was finalised.
        is_finalised = stated.state != State.DRAFT.value and stated.revisions
        return stated.revisions[-1].code if is_finalised else stated.code
    from digicom_desktop.documents.workbook_reader import read_workbook

    return read_workbook(path).code


def check_file(library: Library, path: Path, found: FoundRevision | None) -> Checked:
    """The verdict on the file at ``path``, whose stated code is that of ``found``. Any thread.

    Raises DigicomError for what cannot be read.
    """
    if path.suffix.lower() == _PDF_SUFFIX:
        return _check_pdf(library, path, found)
    return _check_hand_in(library, path, read_file(library, path, thorough=True), found)


def checked_code(code: str, found: FoundRevision | None, *, is_whole: bool) -> Checked:
    """The verdict on a typed code; one that is not ``is_whole`` was mistyped."""
    if not is_whole:
        return _checked("code", Verdict.MISTYPED, code, None, ())
    verdict = Verdict.UNKNOWN if found is None else Verdict.SAME
    return _checked("code", verdict, code, found, ())


def _check_hand_in(
    library: Library, path: Path, hand_in: HandIn, found: FoundRevision | None
) -> Checked:
    kind = hand_in.source.value
    notes = tuple(_differences(hand_in))
    if hand_in.source is Source.PACKAGE:
        notes = (*notes, *_documents(library, path, found))
    verdict = _verdict(hand_in, found, notes)
    if found is not None:
        return _checked(kind, verdict, hand_in.stated_code, found, notes)
    company = hand_in.original.company
    return Checked(
        kind=kind,
        verdict=verdict,
        code=hand_in.stated_code,
        firm=company.name,
        year=company.year,
        notes=notes,
    )


def _verdict(hand_in: HandIn, found: FoundRevision | None, notes: tuple[Note, ...]) -> Verdict:
    if any(_is_altered(note) for note in notes):
        return Verdict.ALTERED
    codes = {hand_in.code, *(revision.code for revision in hand_in.revisions)}
    if found is not None and found.revision.code not in codes:
        return Verdict.ALTERED
    if any(note.id in _INCOMPLETE for note in notes):
        return Verdict.INCOMPLETE
    if found is not None:
        return Verdict.SAME
    is_draft = hand_in.source is Source.TEMPLATE or hand_in.state == State.DRAFT.value
    return Verdict.DRAFT if is_draft else Verdict.WHOLE


def _is_altered(note: Note) -> bool:
    """Whether ``note`` says that something is not as it was written; locked cells count too."""
    if note.id.startswith("volume."):
        return note.grave
    return note.id not in _INCOMPLETE | _HARMLESS


def _differences(hand_in: HandIn) -> Iterator[Note]:
    """What is not as it was written; that of locked cells counts as much as any other."""
    for note in hand_in.notes:
        yield _locked(note) if note.id == "import.locked" else note
    if hand_in.source is Source.TEMPLATE:
        return
    for difference in hand_in.differences:
        values = {
            "what": difference.what,
            "original": difference.original[:80] or "—",
            "visible": difference.visible[:80] or "—",
        }
        yield Note("check.differs", values, difference.sheet, difference.cell)


def _locked(note: Note) -> Note:
    """What brings nothing in is said lightly where a file comes in; here somebody changed it."""
    values = {
        "what": note.values.get("what", ""),
        "original": note.values["text"] or "—",
        "visible": note.values.get("visible") or "—",
    }
    return Note("check.differs", values, note.sheet, note.cell)


def _documents(library: Library, path: Path, found: FoundRevision | None) -> Iterator[Note]:
    """What is wrong with the documents inside a package."""
    from digicom_desktop.documents.package_reader import read_document, read_package

    package = read_package(path)
    codes = {package.manifest.code, *(revision.code for revision in package.revisions)}
    with said_passing_folder() as folder:
        for suffix, member in sorted(package.documents.items()):
            document = folder / f"document{suffix}"
            document.write_bytes(read_document(path, package, suffix))
            if suffix == _PDF_SUFFIX and found is None:
                continue  # there is nothing to compare it with
            try:
                checked = check_file(library, document, found)
            except DigicomError as error:
                yield Note(error.id, error.values, Path(member).name)
                continue
            for note in checked.notes:
                sheet = f"{Path(member).name} {note.sheet}".strip()
                yield Note(note.id, note.values, sheet, note.cell, note.grave)
            if checked.code not in codes:
                yield Note("check.document_code", {"name": Path(member).name})


def _check_pdf(library: Library, path: Path, found: FoundRevision | None) -> Checked:
    from digicom_desktop.documents.pdf_compare import compare_pdf, stated_code, stated_language

    code = stated_code(path)
    if found is None:
        from digicom_desktop.documents.pdf_alone import judge_alone

        alone = judge_alone(path, code, [library.words(language) for language in Language])
        return _checked("pdf", _verdict_alone(alone), code, None, alone)
    language = stated_language(path) or Language.ZH
    notes = compare_pdf(report_of(library, found.revision, language), path)
    return _checked("pdf", _pdf_verdict(notes), code, found, notes)


def _pdf_verdict(notes: tuple[Note, ...]) -> Verdict:
    grave = {note.id for note in notes if note.grave} - _PARTS_LEFT_OUT
    if grave - _REDRAWN:
        return Verdict.ALTERED
    if grave:
        return Verdict.RESAVED
    is_partial = any(note.id in _PARTS_LEFT_OUT for note in notes)
    return Verdict.INCOMPLETE if is_partial else Verdict.SAME


def _verdict_alone(notes: tuple[Note, ...]) -> Verdict:
    grave = {note.id for note in notes if note.grave}
    if grave - {"volume.pdf.alone_missing"}:
        return Verdict.ALTERED
    return Verdict.INCOMPLETE if grave else Verdict.UNKNOWN


_PARTS_LEFT_OUT = frozenset(("volume.pdf.part_missing",))
_REDRAWN = frozenset(("volume.pdf.redrawn", "volume.pdf.pictures"))
"""The words are the same; whether something covers them only a person can see."""


def report_of(library: Library, revision: Revision, language: Language) -> Report:
    """What the documents of ``revision`` were made from."""
    day = revision.finalised.astimezone(CHINA).date()
    appraisal = Appraisal(library, read_content(revision.content), day)
    return appraisal.report(language, revision.finalised, revision)


def _checked(
    kind: str, verdict: Verdict, code: str, found: FoundRevision | None, notes: tuple[Note, ...]
) -> Checked:
    if found is None:
        return Checked(kind, verdict, code, notes=notes)
    return Checked(
        kind=kind,
        verdict=verdict,
        code=code,
        firm=found.firm,
        year=found.year,
        id=found.id,
        revision=found.revision.number,
        is_newest=found.is_newest,
        notes=notes,
    )
