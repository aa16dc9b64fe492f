"""What is said about finalising: the gap that is left, and each line of the checklist."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.company import NARRATIVES
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.evidence_text import with_files
from digicom_desktop.ui.finalise_state import FinaliseState, OpenPart, Part
from digicom_desktop.ui.page import split_place
from digicom_desktop.ui.tokens import Tone

_MOST_NAMED = 2


def gap_sentence(state: FinaliseState) -> str:
    """What is left to do before finalising."""
    if state.is_finalised:
        said = QCoreApplication.translate("Finalise", "Finalised as revision {0}")
        return said.format(state.number)
    if state.is_ready:
        return QCoreApplication.translate("Finalise", "Nothing is open: ready to be finalised")
    todo = (
        (state.must_fix, QCoreApplication.translate("Finalise", "fix {0}")),
        (state.to_explain, QCoreApplication.translate("Finalise", "explain {0}")),
        (state.to_verify, QCoreApplication.translate("Finalise", "verify {0}")),
    )
    said = _joined([text.format(count) for count, text in todo if count])
    return QCoreApplication.translate("Finalise", "Before finalising: {0}").format(said)


def gap_tone(state: FinaliseState) -> Tone:
    """How grave the gap is."""
    if state.is_finalised or state.is_ready:
        return Tone.GREEN
    if state.must_fix:
        return Tone.RED
    return Tone.AMBER if state.to_explain else Tone.BLUE


def part_title(part: Part, state: FinaliseState) -> str:
    """What a line of the checklist is about."""
    return {
        Part.COMPANY: QCoreApplication.translate("Finalise", "Company"),
        Part.ITEMS: QCoreApplication.translate("Finalise", "{0} items").format(state.items),
        Part.FIGURES: QCoreApplication.translate("Finalise", "Key figures"),
        Part.REASONS: QCoreApplication.translate("Finalise", "Explanations"),
        Part.NOT_APPLICABLE: QCoreApplication.translate("Finalise", "Not applicable: {0}").format(
            state.not_applicable
        ),
        Part.NARRATIVES: QCoreApplication.translate("Finalise", "Three narratives"),
        Part.EVIDENCE: QCoreApplication.translate("Finalise", "Evidence: {0}").format(
            state.evidence
        ),
        Part.PLAN: QCoreApplication.translate("Finalise", "Improvement plan"),
    }[part]


def part_note(found: OpenPart, state: FinaliseState, words: Words) -> str:
    """How a line of the checklist stands, in one line."""
    return _ready_note(found.part, state, words) if found.is_ready else _open(found, state, words)


def _ready_note(part: Part, state: FinaliseState, words: Words) -> str:
    if part is Part.EVIDENCE:
        return _evidence_note(state)
    if part is Part.PLAN:
        return _plan_note(state)
    if part is Part.NOT_APPLICABLE:
        return _not_applicable_note(state)
    return {
        Part.COMPANY: QCoreApplication.translate("Finalise", "Complete"),
        Part.ITEMS: QCoreApplication.translate("Finalise", "All answered"),
        Part.FIGURES: QCoreApplication.translate("Finalise", "All can be read as numbers"),
        Part.REASONS: QCoreApplication.translate(
            "Finalise", "Nothing left to explain or to verify"
        ),
        Part.NARRATIVES: _joined([words.say(f"company.{name}") for name in NARRATIVES]),
    }[part]


def _not_applicable_note(state: FinaliseState) -> str:
    if not state.not_applicable:
        return QCoreApplication.translate("Finalise", "Every item applies")
    note = QCoreApplication.translate("Finalise", "No more than {0}, all with a reason")
    return note.format(state.most_not_applicable)


def _evidence_note(state: FinaliseState) -> str:
    if not state.evidence:
        return QCoreApplication.translate("Finalise", "None, which keeps nothing back")
    return with_files(state.files, state.size)


def _plan_note(state: FinaliseState) -> str:
    if not state.planned:
        return QCoreApplication.translate("Finalise", "None, which is allowed")
    return QCoreApplication.translate("Finalise", "For {0} items").format(state.planned)


def _open(found: OpenPart, state: FinaliseState, words: Words) -> str:
    match found.part:
        case Part.ITEMS if state.unanswered:
            return QCoreApplication.translate("Finalise", "{0} not answered yet").format(
                state.unanswered
            )
        case Part.REASONS:
            return _reasons_note(state)
        case Part.NOT_APPLICABLE if state.not_applicable > state.most_not_applicable:
            note = QCoreApplication.translate("Finalise", "At most {0} may be")
            return note.format(state.most_not_applicable)
        case Part.COMPANY | Part.NARRATIVES:
            names = _field_names(found, words)
            if len(names) <= _MOST_NAMED and len(names) == found.count:
                note = QCoreApplication.translate("Finalise", "To fix: {0}")
                return note.format(_joined(names))
    return QCoreApplication.translate("Finalise", "{0} to fix").format(found.count)


def _reasons_note(state: FinaliseState) -> str:
    todo = (
        (state.to_explain, QCoreApplication.translate("Finalise", "{0} to explain")),
        (state.to_verify, QCoreApplication.translate("Finalise", "{0} to verify")),
    )
    return _joined([text.format(count) for count, text in todo if count])


def _field_names(found: OpenPart, words: Words) -> list[str]:
    targets = dict.fromkeys(split_place(place)[2] for place in found.places)
    ids = (f"company.{target}" for target in targets)
    return [words.say(id) for id in ids if id in words.sentences]


def _joined(texts: Sequence[str]) -> str:
    return QCoreApplication.translate("Finalise", ", ", "between things to do").join(texts)
