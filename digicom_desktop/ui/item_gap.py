"""What the bar below an item says is missing, and where that is mended."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.item_views import hold_back
from digicom_desktop.domain.suggestion import suggested_level
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.action_bar import Gap
from digicom_desktop.ui.item_state import Section, lacking_section
from digicom_desktop.ui.page import split_place


def item_gap(session: Session, item: Item, words: Words) -> Gap:
    """The gravest that is missing at ``item``; an empty sentence where nothing is."""
    gaps = (
        _no_reason(session, item),
        _no_level(session, item),
        _held_back(session, item, words),
        _found(session, item, words),
    )
    return next((gap for gap in gaps if gap is not None), Gap("", None))


def _no_reason(session: Session, item: Item) -> Gap | None:
    answer, least = session.current.answer(item.id), session.edition.method.shortest_reason
    if not answer.not_applicable or len(answer.reason.strip()) >= least:
        return None
    said = QCoreApplication.translate(
        "ItemPage", "*The reason is missing*: at least {0} characters"
    )
    return Gap(said.format(least), None)


def _no_level(session: Session, item: Item) -> Gap | None:
    """Something is filled in, and counts as nothing as long as no level is chosen."""
    answer = session.current.answer(item.id)
    if answer.not_applicable or answer.to_confirm or answer.level is not None:
        return None
    if answer.practices:
        said = QCoreApplication.translate(
            "ItemPage", "*No level is chosen yet*: the ticks suggest level {0}"
        )
        suggested = suggested_level(item, answer.practices, session.edition.method)
        return Gap(said.format(suggested), Section.LEVEL)
    if not _is_begun(session, answer):
        return None
    return Gap(QCoreApplication.translate("ItemPage", "*No level is chosen yet*"), Section.LEVEL)


def _is_begun(session: Session, answer: Answer) -> bool:
    has_evidence = bool(session.current.evidence.of_item(answer.item))
    return bool(answer.figures or answer.statement.filled or has_evidence)


def _held_back(session: Session, item: Item, words: Words) -> Gap | None:
    """Its claim marked as bold; no full stop in a bar."""
    result = session.result.items[item.id]
    sentence = hold_back(result, session.current.year, words)
    if not sentence:
        return None
    said = words.say(
        "report.held_back", claimed=result.claimed, supported=result.supported, lacks="\n"
    )
    claim, _, stop = said.partition("\n")
    text = f"*{claim}*{sentence.removeprefix(claim).removesuffix(stop)}"
    return Gap(text, lacking_section(result))


def _found(session: Session, item: Item, words: Words) -> Gap | None:
    """What the sign in the rail is about."""
    first = next(_findings(session, item), None)
    if first is None:
        return None
    # Texts of the person may stand in it, in which an asterisk is one.
    sentence = first.sentence(words).replace("*", "＊")
    target = split_place(first.place)[2]
    section = Section(target) if target in tuple(Section) else Section.LEVEL
    return Gap(sentence.removesuffix("。").removesuffix("."), section, is_found=True)


def _findings(session: Session, item: Item) -> Iterator[Finding]:
    for finding in session.appraisal.open_findings:
        if finding.subject and split_place(finding.place)[:2] == ("item", item.id):
            yield finding
