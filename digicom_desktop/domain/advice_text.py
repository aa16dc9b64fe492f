"""Steps told in words: what to do at an item, and what it is worth."""

from dataclasses import dataclass

from digicom_desktop.domain.advice import Change, Need, Step
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.guideline import Edition, EvidenceHint, Item
from digicom_desktop.domain.number import rounded
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in a list: ``what`` is to be done, ``where`` and up to which level, "+2.5"."""

    what: str
    where: str
    gain: str


def step_sentence(step: Step, edition: Edition, assessment: Assessment, words: Words) -> str:
    """What to do, one line per change."""
    return "\n".join(change_lines(step.item, step.changes, edition, assessment, words))


def change_lines(
    item: str, changes: tuple[Change, ...], edition: Edition, assessment: Assessment, words: Words
) -> tuple[str, ...]:
    """A sentence for each of ``changes`` of ``item``.

    A claim is raised by the edition's own next steps, one for each level.
    """
    return tuple(
        line
        for change in changes
        for line in (
            _claim_lines(edition.item(item), change.to, assessment, words)
            if change.need is Need.CLAIM
            else (_sentence(_short(edition.item(item), change, assessment, words), words),)
        )
    )


def step_row(step: Step, edition: Edition, assessment: Assessment, words: Words) -> StepRow:
    """The step in few words."""
    item = edition.item(step.item)
    what = (_short(item, change, assessment, words) for change in step.changes)
    return StepRow(
        what=words.say("advice.and").join(what),
        where=words.say(
            "advice.where",
            item=item.id,
            title=item.title.in_(words.language),
            before=step.from_level,
            after=step.to_level,
        ),
        gain=f"+{rounded(step.gain, 1)}",
    )


def _claim_lines(item: Item, level: int, assessment: Assessment, words: Words) -> tuple[str, ...]:
    answer = assessment.answer(item.id)
    if not answer.is_answered:
        return (_sentence(_unanswered(assessment, item, words), words),)
    claimed = answer.level or 0
    return tuple(
        step.text.in_(words.language)
        for step in item.next_steps
        if claimed <= step.from_level < level
    )


def _short(item: Item, change: Change, assessment: Assessment, words: Words) -> str:
    match change.need:
        case Need.FIGURE:
            return words.say("advice.figure", year=assessment.year)
        case Need.GRADE:
            return _evidence(item, change.to, words)
    if not assessment.answer(item.id).is_answered:
        return _unanswered(assessment, item, words)
    return words.say("advice.claim", level=change.to)


def _unanswered(assessment: Assessment, item: Item, words: Words) -> str:
    """What to do first where nothing is claimed this year."""
    is_old = assessment.answer(item.id).to_confirm
    return words.say("advice.confirm" if is_old else "advice.answer")


def _evidence(item: Item, grade: int, words: Words) -> str:
    hint: EvidenceHint | None = next((h for h in item.evidence if h.grade == grade), None)
    if hint is None or grade == 1:
        return words.say(f"advice.grade_{grade}")
    return words.say("advice.evidence", title=hint.title.in_(words.language))


def _sentence(text: str, words: Words) -> str:
    return words.say("advice.sentence", text=text)
