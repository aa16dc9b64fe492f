"""The suggestion of targets, and the sentence that says what was added, or why nothing."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.level_views import firm_level
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.planning import planned_result, suggested_plan, unlikely_items
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The plan with what was added, and what to say about it."""

    plan: Plan
    sentence: str
    adds: bool


class PlanSuggestion(QObject):
    """Makes suggestions in the language of ``words``."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def make(self, appraisal: Appraisal) -> Suggestion:
        """The targets that the next level still needs beside the person's own."""
        edition, ratings, plan = appraisal.edition, appraisal.ratings, appraisal.assessment.plan
        unlikely = unlikely_items(edition, appraisal.assessment.profile)
        after = suggested_plan(edition, ratings, plan, unlikely)
        added = {i: level for i, level in after.targets.items() if plan.targets.get(i) != level}
        if not added:
            return Suggestion(plan, self._why_nothing(appraisal), adds=False)
        reached = firm_level(edition, planned_result(edition, ratings, after), self._words)
        targets = self.tr(", ").join(
            self._target(appraisal, item, added[item]) for item in edition.item_ids if item in added
        )
        sentence = self.tr(
            "Targets added ({0}): {1}. Once all are reached, the firm is at {2}. Undo takes them "
            "all back."
        )
        said = sentence.format(len(added), targets, reached.name)
        return Suggestion(after, said, adds=True)

    def _target(self, appraisal: Appraisal, item: str, level: int) -> str:
        """What is new at ``item``; a level that is claimed already only wants its evidence."""
        if (appraisal.result.items[item].claimed or 0) >= level:
            return self.tr("{0} evidence for level {1}").format(item, level)
        return self.tr("{0} to level {1}").format(item, level)

    def _why_nothing(self, appraisal: Appraisal) -> str:
        edition, ratings = appraisal.edition, appraisal.ratings
        today = firm_level(edition, appraisal.result, self._words)
        if today.level is None or not today.next_name:
            return today.sentence  # too few items apply, or this is the highest level
        planned = planned_result(edition, ratings, appraisal.assessment.plan)
        if (planned.level or 0) > today.level:
            name = firm_level(edition, planned, self._words).name
            return self.tr("The plan leads to {0} already; nothing has to be added.").format(name)
        return self.tr(
            "No way leads to {0} beside these targets. Raise some of them, or look again at the "
            "items that are said not to apply."
        ).format(today.next_name)
