"""What the check page shows of each finding, and what is said about it there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from digicom_desktop.domain.closing import ClosingViews
from digicom_desktop.domain.closing_views import FindingView
from digicom_desktop.domain.finding import Finding, is_long_enough
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.page import split_place


class Standing(StrEnum):
    """How far a finding is dealt with."""

    TO_FIX = "to_fix"
    OPEN = "open"
    SHORT = "short"
    """Something is said, but too little."""
    STALE = "stale"
    """Something was said, of other values than those of now."""
    EXPLAINED = "explained"
    VERIFIED = "verified"
    HINT = "hint"


DONE = frozenset({Standing.EXPLAINED, Standing.VERIFIED})


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A finding in words, and what was said about it, whether that still holds or not."""

    finding: Finding
    view: FindingView
    reason: Reason | None
    standing: Standing
    is_unanswered: bool
    """Whether it is an item without an answer."""

    @property
    def key(self) -> str:
        """What its reason is kept under."""
        return self.finding.key

    @property
    def text(self) -> str:
        """The reason as typed."""
        return self.reason.text if self.reason else ""

    @property
    def is_verified(self) -> bool:
        """Whether somebody looked at the values of now and found them right."""
        return self._holds and self.reason is not None and self.reason.verified

    @property
    def may_stand(self) -> bool:
        """Whether what was said of other values would do, if it is still true."""
        said = self.reason
        return self.standing is Standing.STALE and said is not None and self._would_do(said)

    @property
    def _holds(self) -> bool:
        return self.reason is not None and self.reason.values == self.finding.values_hash

    def with_text(self, text: str) -> Reason | None:
        """What is said once ``text`` is the reason; None for nothing."""
        verified = self.is_verified
        if not text.strip() and not verified:
            return None
        return Reason(self.finding.values_hash, text, verified)

    def with_verified(self, verified: bool) -> Reason | None:
        """What is said once somebody has verified it, or takes that back."""
        if not verified and not self.text:
            return None
        return Reason(self.finding.values_hash, self.text, verified)

    def still_true(self) -> Reason | None:
        """What was said of other values, said of those of now."""
        return replace(self.reason, values=self.finding.values_hash) if self.reason else None

    def _would_do(self, said: Reason) -> bool:
        is_enough = is_long_enough(said.text)
        return is_enough or (self.finding.class_ is FindingClass.VERIFY and said.verified)


def review_lines(session: Session, words: Words) -> tuple[ReviewLine, ...]:
    """All findings of what ``session`` holds now, the gravest first."""
    appraisal, assessment = session.appraisal, session.current
    views = ClosingViews(
        session.edition, assessment, appraisal.ratings, appraisal.today.isoformat(), words
    )
    return tuple(
        ReviewLine(
            finding=finding,
            view=views.finding(finding),
            reason=assessment.reasons.get(finding.key),
            standing=standing(finding, assessment.reasons),
            is_unanswered=_is_unanswered(finding, session),
        )
        for finding in appraisal.findings
    )


def others_like(line: ReviewLine, lines: Iterable[ReviewLine]) -> tuple[ReviewLine, ...]:
    """The findings of the same rule of which nothing is said yet, where ``line`` is explained."""
    if line.standing is not Standing.EXPLAINED or not line.text:
        return ()
    return tuple(
        other
        for other in lines
        if other.finding.rule == line.finding.rule and other.standing is Standing.OPEN
    )


def standing(finding: Finding, reasons: Mapping[str, Reason]) -> Standing:
    """How far ``finding`` is dealt with by what ``reasons`` say."""
    match finding.class_:
        case FindingClass.MUST_FIX:
            return Standing.TO_FIX
        case FindingClass.HINT:
            return Standing.HINT
    said, living = reasons.get(finding.key), finding.reason_of(reasons)
    if said is None:
        return Standing.OPEN
    if living is None:
        return Standing.STALE
    if not finding.is_open(reasons):
        return Standing.EXPLAINED if is_long_enough(living.text) else Standing.VERIFIED
    return Standing.SHORT if living.text.strip() else Standing.OPEN


def _is_unanswered(finding: Finding, session: Session) -> bool:
    kind, item, target = split_place(finding.place)
    asks_level = kind == "item" and target in ("", "level")
    return asks_level and not session.current.answer(item).is_answered
