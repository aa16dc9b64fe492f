"""Whether a file, or a code on paper, belongs to what was finalised here."""

from dataclasses import dataclass
from enum import StrEnum

from digicom_desktop.domain.hand_in import Note


class Verdict(StrEnum):
    """The one line that is said first."""

    SAME = "same"
    """It belongs to a revision that is saved here, and nothing in it was altered."""
    ALTERED = "altered"
    """It says it belongs to a revision, and something in it was altered."""
    INCOMPLETE = "incomplete"
    """It belongs to a revision, and a part of it is missing."""
    DRAFT = "draft"
    """It is a draft: only what is finalised can be checked against."""
    RESAVED = "resaved"
    """Its words are those of the revision, but another program has drawn its pages anew."""
    WHOLE = "whole"
    """Complete and unaltered in itself, but what it belongs to is not saved here."""
    UNKNOWN = "unknown"
    """What it belongs to is not saved here, and alone it cannot be judged: a code, a PDF."""
    MISTYPED = "mistyped"
    """No code: a typing error."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on a file or a typed code.

    ``kind`` is "workbook", "package", "pdf" or "code"; ``code`` what it says; ``id`` and
    ``revision`` name what it belongs to, "" and None where nothing was found, ``is_newest`` says
    whether that is the newest revision; ``notes`` are the details, with sheet and cell or page.
    """

    kind: str
    verdict: Verdict
    code: str
    firm: str = ""
    year: int | None = None
    id: str = ""
    revision: int | None = None
    is_newest: bool = True
    notes: tuple[Note, ...] = ()


_OTHER_PRINT = "volume.pdf.other_print"
_OWN_SENTENCE = frozenset(
    (("code", Verdict.SAME), ("code", Verdict.UNKNOWN), ("pdf", Verdict.UNKNOWN))
)
"""Of a typed code and of a PDF alone other things are known than of a file with its content."""


def verdict_id(checked: Checked) -> str:
    """The id of the sentence that says the verdict."""
    verdict, kind = checked.verdict, checked.kind
    if any(note.id == _OTHER_PRINT for note in checked.notes):
        return "check.verdict.other_print"
    if (kind, verdict) in _OWN_SENTENCE:
        return f"check.verdict.{verdict}_{kind}"
    if not checked.id and verdict in (Verdict.ALTERED, Verdict.INCOMPLETE):
        return f"check.verdict.{verdict}_alone"
    return f"check.verdict.{verdict}"
