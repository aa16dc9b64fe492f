"""What a check found, in words, colours and as text to be copied."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.verdict import Checked, Verdict, verdict_id
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.import_notes import note_text, sorted_notes
from digicom_desktop.ui.revision_standing import revision_name
from digicom_desktop.ui.tokens import Tone


def tone_of(verdict: Verdict) -> Tone:
    """The colour of a verdict."""
    match verdict:
        case Verdict.SAME:
            return Tone.GREEN
        case Verdict.ALTERED | Verdict.MISTYPED:
            return Tone.RED
        case Verdict.INCOMPLETE:
            return Tone.AMBER
        case Verdict.DRAFT:
            return Tone.GREY
        case Verdict.UNKNOWN:
            return Tone.BLUE


def icon_of(verdict: Verdict) -> str:
    """The icon of a verdict."""
    match verdict:
        case Verdict.SAME:
            return "check"
        case Verdict.ALTERED | Verdict.MISTYPED:
            return "alert"
        case Verdict.INCOMPLETE:
            return "warning"
        case Verdict.DRAFT:
            return "document"
        case Verdict.UNKNOWN:
            return "info"


def verdict_text(checked: Checked, words: Words) -> str:
    """The one line that is said first."""
    if checked.kind == "code" and checked.verdict is Verdict.SAME:
        # Of the paper that it was typed from nobody knows more.
        return QCoreApplication.translate(
            "Check", "A revision that is saved on this computer has this code."
        )
    return words.say(verdict_id(checked))


def kind_name(kind: str) -> str:
    """What was checked."""
    names = {
        "workbook": QCoreApplication.translate("Check", "Excel workbook"),
        "template": QCoreApplication.translate("Check", "Template"),
        "package": QCoreApplication.translate("Check", "Package"),
        "pdf": QCoreApplication.translate("Check", "PDF"),
        "code": QCoreApplication.translate("Check", "Typed code"),
    }
    return names.get(kind, kind)


def facts_text(checked: Checked) -> str:
    """Firm, year and revision on one line; "" where nothing is known."""
    parts = [checked.firm, "" if checked.year is None else str(checked.year)]
    if checked.revision is not None:
        name = revision_name(checked.revision)
        newer = QCoreApplication.translate("Check", "{0} (there is a newer one)")
        parts.append(name if checked.is_newest else newer.format(name))
    return " · ".join(part for part in parts if part)


def as_text(name: str, checked: Checked, words: Words) -> str:
    """All of it, a line each, for a message to somebody."""
    return "\n".join(line for line in _lines(name, checked, words) if line)


def _lines(name: str, checked: Checked, words: Words) -> Iterator[str]:
    yield name
    yield verdict_text(checked, words)
    yield facts_text(checked)
    if checked.code:
        yield QCoreApplication.translate("Check", "Consistency code {0}").format(checked.code)
    yield from (f"- {note_text(note, words)}" for note in sorted_notes(checked.notes))
