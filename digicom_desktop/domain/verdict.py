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
    UNKNOWN = "unknown"
    """Whole in itself, but what it belongs to is not saved here."""
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


def verdict_id(checked: Checked) -> str:
    """The id of the sentence that says the verdict; of a typed code nothing else is known."""
    same_code = checked.kind == "code" and checked.verdict is Verdict.SAME
    return "check.verdict.same_code" if same_code else f"check.verdict.{checked.verdict}"
