"""What a check found, in words, colours and as text to be copied."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.together import Together
from digicom_desktop.domain.verdict import Checked, Verdict, verdict_id
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.import_notes import note_text, sorted_notes
from digicom_desktop.ui.revision_standing import revision_name
from digicom_desktop.ui.tokens import Tone


def tone_of(verdict: Verdict) -> Tone:
    """The colour of a verdict."""
    match verdict:
        case Verdict.SAME | Verdict.WHOLE:
            return Tone.GREEN
        case Verdict.ALTERED | Verdict.MISTYPED:
            return Tone.RED
        case Verdict.INCOMPLETE | Verdict.RESAVED:
            return Tone.AMBER
        case Verdict.DRAFT:
            return Tone.GREY
        case Verdict.UNKNOWN:
            return Tone.BLUE


def icon_of(verdict: Verdict) -> str:
    """The icon of a verdict."""
    match verdict:
        case Verdict.SAME | Verdict.WHOLE:
            return "check"
        case Verdict.ALTERED | Verdict.MISTYPED:
            return "alert"
        case Verdict.INCOMPLETE | Verdict.RESAVED:
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


def together_text(group: Together, *, named: bool) -> str:
    """Whether files of one firm have one code, else which has which; ``named`` says whose."""
    whose = " · ".join(filter(None, (group.firm, str(group.year or "")))) if named else ""
    if group.code:
        same = QCoreApplication.translate("Check", "These {0} have the same consistency code: {1}")
        return _of(whose, same.format(group.count, group.code))
    comma = QCoreApplication.translate("Check", ", ", "between names of files")
    semicolon = QCoreApplication.translate("Check", "; ", "between codes with their files")
    parts = [_of(code, comma.join(names)) for code, names in group.codes]
    differ = QCoreApplication.translate(
        "Check", "These {0} do not have the same consistency code. {1}"
    )
    return _of(whose, differ.format(group.count, semicolon.join(parts)))


def _of(whose: str, sentence: str) -> str:
    colon = QCoreApplication.translate("Check", "{0}: {1}", "whose, or which code: what")
    return colon.format(whose, sentence) if whose else sentence


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
