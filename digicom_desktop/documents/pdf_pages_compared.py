"""Compares two PDFs page by page, by what their pages say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from digicom_desktop.documents.foreign_text import ForeignPage, ForeignText
from digicom_desktop.domain.hand_in import Note
from digicom_desktop.domain.words import Words

_AROUND, _SHOWN = 4, 24
"""Characters before a difference, and of it."""
_BESIDE = frozenset(("Highlight", "Squiggly", "StrikeOut", "Text", "Underline", "Widget"))
"""Annotations that cover no text: signatures, notes in the margin, marked words."""

Pair = tuple[int, int]
"""A page of the revision and the page here that stands for it, both from 0."""


def compared(words: Words, expected: ForeignText, found: ForeignText) -> Iterator[Note]:
    """What of ``found`` is not as in ``expected``; a note that is not grave changes no word."""
    notes = list(_compared(words, expected.pages, found.pages))
    yield from notes
    if not notes:
        yield Note("volume.pdf.resaved", grave=False)


def _compared(
    words: Words, ours: Sequence[ForeignPage], theirs: Sequence[ForeignPage]
) -> Iterator[Note]:
    pairs, missing, added = _matched(ours, theirs)
    texts = [(a, b) for a, b in pairs if not _says_the_same(ours[a], theirs[b])]
    yield from (_difference(words, ours[a], theirs[b], b) for a, b in texts)
    moved = [(a, b) for a in missing for b in added if _same(ours[a], theirs[b])]
    for a, b in moved:
        yield Note("volume.pdf.page_moved", {"page": b + 1, "ours": a + 1})
    gone, come = {a for a, _ in moved}, {b for _, b in moved}
    yield from (Note("volume.pdf.page_missing", {"page": a + 1}) for a in missing if a not in gone)
    yield from (Note("volume.pdf.page_added", {"page": b + 1}) for b in added if b not in come)
    same = [pair for pair in (*pairs, *moved) if pair not in texts]
    yield from _laid_on(words, ours, theirs, same)


def _matched(
    ours: Sequence[ForeignPage], theirs: Sequence[ForeignPage]
) -> tuple[list[Pair], list[int], list[int]]:
    """Pages that stand for one another, in order; those of either side that have no other."""
    pairs: list[Pair] = []
    missing: list[int] = []
    added: list[int] = []
    a, b = [page.text for page in ours], [page.text for page in theirs]
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        both = min(a2 - a1, b2 - b1)
        if kind in ("equal", "replace"):
            pairs += [(a1 + n, b1 + n) for n in range(both)]
        else:
            both = 0
        missing += range(a1 + both, a2)
        added += range(b1 + both, b2)
    return pairs, missing, added


def _same(ours: ForeignPage, theirs: ForeignPage) -> bool:
    return ours.text == theirs.text


def _says_the_same(ours: ForeignPage, theirs: ForeignPage) -> bool:
    """Whether the words are the same; another program may have drawn them in another order."""
    return _same(ours, theirs) or (
        ours.drawn != theirs.drawn and Counter(ours.text) == Counter(theirs.text)
    )


def _difference(words: Words, ours: ForeignPage, theirs: ForeignPage, page: int) -> Note:
    """The first place where the texts part, with some characters around it."""
    start = next(
        (n for n, (a, b) in enumerate(zip(ours.text, theirs.text, strict=False)) if a != b),
        min(len(ours.text), len(theirs.text)),
    )
    excerpt = slice(max(start - _AROUND, 0), start + _SHOWN)
    nothing = words.say("volume.pdf.nothing")
    values = {
        "page": page + 1,
        "ours": ours.text[excerpt] or nothing,
        "theirs": theirs.text[excerpt] or nothing,
    }
    return Note("volume.pdf.page_differs", values)


def _laid_on(
    words: Words, ours: Sequence[ForeignPage], theirs: Sequence[ForeignPage], same: Iterable[Pair]
) -> Iterator[Note]:
    """What was laid on pages whose words are the same."""
    pairs = list(same)
    pictures = [b for a, b in pairs if theirs[b].pictures > ours[a].pictures]
    redrawn = [b for a, b in pairs if ours[a].drawn != theirs[b].drawn and b not in pictures]
    marked = [b for _, b in pairs if theirs[b].marks]
    if pictures:
        yield Note("volume.pdf.pictures", {"pages": listed(words, pictures)})
    if redrawn:
        yield Note("volume.pdf.redrawn", {"pages": listed(words, redrawn)})
    if marked:
        kinds = sorted({kind for b in marked for kind in theirs[b].marks})
        values = {"pages": listed(words, marked), "kinds": ", ".join(kinds)}
        yield Note("volume.pdf.marks", values, grave=not set(kinds) <= _BESIDE)


def listed(words: Words, pages: Iterable[int]) -> str:
    """``pages`` (from 0) as people write them: 1, 3–5."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    said = (
        str(first + 1)
        if first == last
        else words.say("volume.pdf.range", first=first + 1, last=last + 1)
        for first, last in runs
    )
    return words.say("volume.pdf.list").join(said)
