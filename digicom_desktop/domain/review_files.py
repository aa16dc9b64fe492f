"""Rules of the check: files of evidence that are missing or stand under several numbers."""

from collections.abc import Iterator

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.review_evidence import covers_year, evidence_place
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, hint, verify
from digicom_desktop.domain.review_span import span_of
from digicom_desktop.domain.text import is_blank

SAME_FILE = explain("evidence.same_file")
TOO_MANY_ITEMS = explain("evidence.too_many_items")
NO_FILE = verify("evidence.no_file")
NO_PROOF = hint("evidence.no_proof")
EARLIER = hint("evidence.before_year")

RULES = (SAME_FILE, TOO_MANY_ITEMS, NO_FILE, NO_PROOF, EARLIER)


def check_files(reading: Reading) -> Iterator[Finding]:
    """Findings about several pieces of evidence at once."""
    entries = reading.assessment.evidence.entries
    for same in _by_file(entries):
        yield from _several_numbers(reading, same)
        yield from _several_items(reading, same)
    without_file = [entry for entry in entries if entry.file is None]
    without_proof = [entry for entry in entries if is_blank(entry.proves)]
    for rule, found in ((NO_FILE, without_file), (NO_PROOF, without_proof)):
        if found:
            numbers = tuple(entry.number for entry in found)
            place = evidence_place(reading, found[0])
            yield rule.found("", place, numbers, count=len(numbers), numbers=numbers)
    yield from _of_last_year(reading)


def _of_last_year(reading: Reading) -> Iterator[Finding]:
    """Evidence that came with last year's answers; one by one a year before is no fault."""
    if reading.assessment.previous is None:
        return
    earlier = [
        entry
        for entry in reading.assessment.evidence.entries
        if (date := span_of(entry.date)) is not None
        and date.last < reading.year.first
        and not covers_year(reading, entry)
    ]
    if earlier:
        numbers = tuple(entry.number for entry in earlier)
        yield EARLIER.found(
            "",
            evidence_place(reading, earlier[0]),
            numbers,
            count=len(numbers),
            numbers=numbers,
            year=reading.assessment.year,
        )


def _by_file(entries: tuple[Evidence, ...]) -> list[list[Evidence]]:
    """Entries with one and the same content together; without a file each stands alone."""
    found: dict[str, list[Evidence]] = {}
    for entry in entries:
        found.setdefault(entry.file.sha256 if entry.file else entry.number, []).append(entry)
    return [*found.values()]


def _several_numbers(reading: Reading, same: list[Evidence]) -> Iterator[Finding]:
    if len(same) > 1:
        numbers = tuple(entry.number for entry in same)
        yield SAME_FILE.found(
            numbers[0], evidence_place(reading, same[0]), numbers, numbers=numbers
        )


def _several_items(reading: Reading, same: list[Evidence]) -> Iterator[Finding]:
    supported = {item for entry in same for item in entry.items}
    items = tuple(id for id in reading.source.edition.item_ids if id in supported)
    most = reading.method.most_items_per_evidence
    if len(items) > most:
        yield TOO_MANY_ITEMS.found(
            same[0].number,
            evidence_place(reading, same[0]),
            items,
            numbers=tuple(entry.number for entry in same),
            count=len(items),
            items=items,
            most=most,
        )
