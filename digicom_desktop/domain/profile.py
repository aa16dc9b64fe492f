"""The business profile: which items probably do not apply to a firm of these types."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item that may not apply; ``is_taken`` once the firm said so for this year."""

    item: str
    is_taken: bool


def doubtful_items(edition: Edition, business_types: AbstractSet[str]) -> tuple[str, ...]:
    """Items that every one of the chosen types may leave out, the strongest reason first.

    The more types of the edition may leave an item out, the stronger the reason; edition order
    among equals. Never more than may be left out at all; none before a type is chosen. The firm
    decides.
    """
    if not business_types:
        return ()
    doubtful = [item for item in edition.items if business_types <= {*item.not_applicable_types}]
    doubtful.sort(key=lambda item: -len(item.not_applicable_types))
    return tuple(item.id for item in doubtful[: edition.method.most_not_applicable])


def proposals(edition: Edition, assessment: Assessment) -> tuple[Proposal, ...]:
    """What may be proposed as not applicable, one by one, and what of it is taken already.

    An item that is rated or begun is practised and not proposed. With those that are said not to
    apply elsewhere there are never more than may be left out in all.
    """
    doubtful = doubtful_items(edition, assessment.profile)
    left_out = {id for id in edition.item_ids if assessment.answer(id).not_applicable}
    room = edition.method.most_not_applicable - len(left_out)
    found: list[Proposal] = []
    for item in doubtful:
        answer = assessment.answer(item)
        if item in left_out:
            found.append(Proposal(item, is_taken=not answer.to_confirm))
        elif room > 0 and not _is_practised(assessment, answer):
            found.append(Proposal(item, is_taken=False))
            room -= 1
    return tuple(found)


def reason_of(edition: Edition, assessment: Assessment, item: str, words: Words) -> str:
    """The reason to be recorded: one that is kept from before, else the one proposed."""
    kept = assessment.answer(item).reason
    is_long_enough = len(kept.strip()) >= edition.method.shortest_reason
    return kept if is_long_enough else proposed_reason(edition, assessment, item, words)


def proposed_reason(edition: Edition, assessment: Assessment, item: str, words: Words) -> str:
    """The types of the firm, of which there is one or more, and what it has never done."""
    names = [
        kind.name.in_(words.language)
        for kind in edition.business_types
        if kind.id in assessment.profile
    ]
    kinds = names[0]
    for name in names[1:]:
        kinds = words.say("review.comma", first=kinds, second=name)
    title = edition.item(item).title.in_(words.language)
    return words.say("profile.reason", kinds=kinds, title=title)


def taken(assessment: Assessment, item: str, reason: str) -> Assessment:
    """``assessment`` saying that ``item`` does not apply for ``reason``."""
    answer = replace(assessment.answer(item), not_applicable=True, reason=reason, to_confirm=False)
    return assessment.with_answer(answer)


def taken_back(assessment: Assessment, item: str, proposed: str) -> Assessment:
    """``assessment`` in which ``item`` is to be rated; a reason of the firm's own words is kept."""
    answer = assessment.answer(item)
    reason = "" if answer.reason == proposed else answer.reason
    return assessment.with_answer(replace(answer, not_applicable=False, reason=reason))


def _is_practised(assessment: Assessment, answer: Answer) -> bool:
    said = replace(answer, later=False, reason="", not_applicable=False)
    return said != Answer(answer.item) or bool(assessment.evidence.of_item(answer.item))
