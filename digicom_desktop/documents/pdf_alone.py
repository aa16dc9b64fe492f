"""What can be said of a PDF of which the revision is not here: its pages, and the code on them."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from digicom_desktop.documents.foreign_text import ForeignPage
from digicom_desktop.documents.pdf_compare import CODE, is_ours, reading
from digicom_desktop.documents.pdf_pages_compared import listed
from digicom_desktop.domain.canonical import is_whole_code
from digicom_desktop.domain.hand_in import Note
from digicom_desktop.domain.words import Words


def judge_alone(path: Path, code: str, words: Sequence[Words]) -> tuple[Note, ...]:
    """Whether all pages of the PDF at ``path`` are there and have ``code`` at their foot.

    ``words`` are those of every language a report may speak. A note is grave where pages are
    missing or have another code. Raises DigicomError like ``pdf_compare.stated_code``. Any thread.
    """
    with reading(path) as read:
        found = read(path, None)
    own = next((each for each in words if any(_number(p, each) for p in found.pages)), words[0])
    notes = [*_about_codes(found.pages, code, own), *_about_count(found.pages, code, own)]
    if not is_ours(found):
        notes.append(Note("volume.pdf.alone_printed", grave=False))
    return tuple(notes)


def _about_codes(pages: Sequence[ForeignPage], code: str, words: Words) -> Iterable[Note]:
    # A page of evidence may be one of another report; it has the code at its foot as well.
    others = [at for at, page in enumerate(pages) if (all_ := _codes(page)) and code not in all_]
    if others:
        yield Note("volume.pdf.alone_other_code", {"pages": listed(words, others)})


def _codes(page: ForeignPage) -> set[str]:
    return {match[0] for match in CODE.finditer(page.text) if is_whole_code(match[0])}


def _about_count(pages: Sequence[ForeignPage], code: str, words: Words) -> Iterable[Note]:
    """Pages are numbered at their foot, "Page 3 of 28"."""
    numbers = [_number(page, words) for page in pages]
    counts = {number[1] for number in numbers if number}
    if len(counts) != 1:
        return
    count = max(counts)
    there = {number[0] for number in numbers if number}
    missing = [at for at in range(count) if at + 1 not in there]
    if missing:
        yield Note("volume.pdf.alone_missing", {"pages": listed(words, missing), "count": count})
    elif all(code in _codes(page) for page in pages):
        yield Note("volume.pdf.alone_whole", {"count": count}, grave=False)


def _number(page: ForeignPage, words: Words) -> tuple[int, int] | None:
    said = "".join(words.say("pdf.frame.page", page="\0", pages="\1").split())
    pattern = re.escape(said).replace("\0", r"(\d{1,4})").replace("\1", r"(\d{1,4})")
    match = re.search(pattern, page.text)
    return (int(match[1]), int(match[2])) if match else None
