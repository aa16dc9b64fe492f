"""What the rail says about each item: the mark of its answer, and the findings at it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.scoring import ItemResult
from digicom_desktop.ui.marks import Mark
from digicom_desktop.ui.page import split_place


def open_findings(findings: Iterable[Finding]) -> Mapping[str, list[FindingClass]]:
    """The classes of the findings at each item; those about the whole assessment are at none."""
    found: dict[str, list[FindingClass]] = {}
    for finding in findings:
        kind, item, _ = split_place(finding.place)
        if kind == "item" and finding.subject:
            found.setdefault(item, []).append(finding.class_)
    return found


def is_being_filled_in(findings: Iterable[Finding]) -> bool:
    """Whether all that must be put right is what nobody has come to yet: no reason for red."""
    rules = {finding.rule for finding in findings if finding.class_ is FindingClass.MUST_FIX}
    return "answers.unanswered" in rules and rules <= {"answers.unanswered", "company.missing"}


def _is_begun(answer: Answer) -> bool:
    """Whether anything but a flag was filled in."""
    return replace(answer, later=False) != Answer(answer.item)


def item_mark(result: ItemResult, answer: Answer, has_evidence: bool = False) -> Mark:
    """The mark of an item from its answer and what counts of it."""
    if answer.to_confirm:
        digit = "–" if answer.not_applicable or answer.level is None else str(answer.level)
        return Mark("to_confirm", digit)
    if result.state == "not_applicable":
        return Mark("not_applicable")
    if result.claimed is None:
        return Mark("begun" if has_evidence or _is_begun(answer) else "open")
    return Mark("held_back" if result.is_held_back else "supported", str(result.claimed))
