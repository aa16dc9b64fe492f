"""What the five sections of an item say about themselves, and where the way leads on."""

from dataclasses import dataclass
from enum import StrEnum

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.guideline import Edition, Item
from digicom_desktop.domain.scoring import ItemResult, Result


class Section(StrEnum):
    """A section of the item page; also what may follow "#" in its place."""

    LEVEL = "level"
    PRACTICES = "practices"
    FIGURES = "figures"
    STATEMENT = "statement"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class SectionState:
    """A count such as "2/5", and the icon "check" (done), "warning" (holds back) or ""."""

    count: str
    icon: str = ""


def section_states(
    item: Item, answer: Answer, result: ItemResult, evidence: int
) -> dict[Section, SectionState]:
    """The state of every section; ``evidence`` is how many pieces support the item."""
    figures = sum(has_number(item, answer, place) for place in range(len(item.indicators)))
    chosen = "–" if answer.level is None else str(answer.level)
    return {
        Section.LEVEL: SectionState(chosen, _icon(answer.is_answered, answer.to_confirm)),
        Section.PRACTICES: SectionState(
            f"{len(answer.practices)}/{len(item.practices)}",
            _icon(bool(answer.practices), holds_back=False),
        ),
        Section.FIGURES: SectionState(
            f"{figures}/{len(item.indicators)}",
            _icon(figures > 0, "figure" in result.lacking),
        ),
        Section.STATEMENT: SectionState(
            f"{answer.statement.filled}/4",
            _icon(answer.statement.is_structured, lacking_section(result) is Section.STATEMENT),
        ),
        Section.EVIDENCE: SectionState(
            str(evidence), _icon(evidence > 0, lacking_section(result) is Section.EVIDENCE)
        ),
    }


def has_number(item: Item, answer: Answer, place: int) -> bool:
    """Whether the figure of the assessed year at ``place`` is a number, as scoring reads it."""
    indicator = item.indicators[place]
    return indicator.number(answer.figure(indicator.id).current) is not None


def lacking_section(result: ItemResult) -> Section | None:
    """Where to go first so that more of the claim counts."""
    if not result.is_held_back:
        return None
    if "grade" in result.lacking:
        return Section.STATEMENT if result.needed_grade == 1 else Section.EVIDENCE
    return Section.FIGURES


def previous_item(edition: Edition, item: str) -> str:
    """The item before ``item``, "" before the first."""
    ids = edition.item_ids
    place = ids.index(item)
    return ids[place - 1] if place else ""


def next_item(edition: Edition, item: str) -> str:
    """The item after ``item``, "" after the last."""
    ids = edition.item_ids
    return next(iter(ids[ids.index(item) + 1 :]), "")


def next_unanswered(edition: Edition, assessment: Assessment, item: str) -> str:
    """The first item after ``item`` that is not answered, then one before it, "" where none is.

    From a page that is no item ("") it is the first of all.
    """
    ids = edition.item_ids
    after = ids.index(item) + 1 if item in ids else 0
    in_turn = (*ids[after:], *ids[: max(0, after - 1)])
    return next((id for id in in_turn if not assessment.answer(id).is_answered), "")


def first_unanswered(edition: Edition, assessment: Assessment) -> str:
    """The first item that is not answered, "" where all are."""
    return next((id for id in edition.item_ids if not assessment.answer(id).is_answered), "")


@dataclass(frozen=True, slots=True)
class Onward:
    """The next item, "" for the check; ``is_jump`` when it is the next unanswered one."""

    item: str
    is_jump: bool = False


def onward(edition: Edition, result: Result, item: str) -> Onward:
    """The next item in order; once all that follow are answered, one that is not yet."""
    ids = edition.item_ids
    following = ids[ids.index(item) + 1 :]
    is_open = [id for id in ids if result.items[id].state == "unanswered" and id != item]
    if is_open and not any(id in is_open for id in following):
        return Onward(is_open[0], is_jump=True)
    return Onward(following[0] if following else "")


def _icon(is_done: bool, holds_back: bool) -> str:
    if holds_back:
        return "warning"
    return "check" if is_done else ""
