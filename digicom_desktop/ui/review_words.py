"""What the check page calls things: classes, the way there, how far a finding is dealt with."""

from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.finding import SHORTEST_REASON, says_nothing
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.ui import theme
from digicom_desktop.ui.review_entry import link_width
from digicom_desktop.ui.review_lines import ReviewLine, Standing
from digicom_desktop.ui.tokens import ICON_INLINE, SPACE_4, Tone

TONES = MappingProxyType(
    {
        FindingClass.MUST_FIX: Tone.RED,
        FindingClass.EXPLAIN: Tone.AMBER,
        FindingClass.VERIFY: Tone.BLUE,
        FindingClass.HINT: Tone.GREY,
    }
)
_BLANK = (".missing", ".empty")
"""How rules are called that find something that is not filled in."""


def class_name(class_: FindingClass) -> str:
    """What a class of findings is called."""
    return {
        FindingClass.MUST_FIX: QCoreApplication.translate("Review", "To fix"),
        FindingClass.EXPLAIN: QCoreApplication.translate("Review", "To explain"),
        FindingClass.VERIFY: QCoreApplication.translate("Review", "To verify"),
        FindingClass.HINT: QCoreApplication.translate("Review", "Hints"),
    }[class_]


def class_meaning(class_: FindingClass) -> str:
    """What has to be done about a class of findings."""
    return {
        FindingClass.MUST_FIX: QCoreApplication.translate(
            "Review", "Nothing can be finalised before these are changed"
        ),
        FindingClass.EXPLAIN: QCoreApplication.translate(
            "Review", "Change it, or say why it is so in at least {0} characters; that is printed"
        ).format(SHORTEST_REASON),
        FindingClass.VERIFY: QCoreApplication.translate(
            "Review", "One look is enough; an explanation is optional"
        ),
        FindingClass.HINT: QCoreApplication.translate("Review", "They do not block finalising"),
    }[class_]


def open_text(class_: FindingClass, count: int) -> str:
    """How many findings of a class are open; "" for a class that nobody can tick off."""
    if class_ is FindingClass.EXPLAIN:
        if not count:
            return QCoreApplication.translate("Review", "All explained")
        return QCoreApplication.translate("Review", "{0} still to explain").format(count)
    if class_ is FindingClass.VERIFY:
        if not count:
            return QCoreApplication.translate("Review", "All dealt with")
        return QCoreApplication.translate("Review", "{0} still to verify").format(count)
    return ""


def link_text(line: ReviewLine) -> str:
    """What the way to the place of ``line`` is called."""
    if line.finding.class_ not in (FindingClass.MUST_FIX, FindingClass.EXPLAIN):
        return QCoreApplication.translate("Review", "View")
    if line.finding.rule.endswith(_BLANK):
        return QCoreApplication.translate("Review", "Fill in")
    if line.is_unanswered:
        return QCoreApplication.translate("Review", "Answer")
    return QCoreApplication.translate("Review", "Change")


def done_text(standing: Standing) -> str:
    """What stands beside an answer that will do."""
    if standing is Standing.VERIFIED:
        return QCoreApplication.translate("Review", "Verified")
    return QCoreApplication.translate("Review", "Explained")


def lacking_text(count: int, text: str = "") -> str:
    """What stands beside a reason ``text`` that lacks ``count`` characters, or words."""
    if says_nothing(text):
        return QCoreApplication.translate("Review", "Say why in words")
    return QCoreApplication.translate("Review", "{0} more needed").format(count)


def reason_name(line: ReviewLine) -> str:
    """What a screen reader calls the field for a reason."""
    named = QCoreApplication.translate("Review", "Explanation: {0}, {1}")
    return named.format(line.view.where, line.view.sentence)


def stale_text(line: ReviewLine) -> str:
    """What is said where the values have changed since something was said of them."""
    if line.reason is not None and line.reason.verified:
        return QCoreApplication.translate(
            "Review", "The values have changed since this was verified. Is it still right?"
        )
    return QCoreApplication.translate(
        "Review", "The values have changed since this was written. Is it still true?"
    )


def state_text(line: ReviewLine) -> str:
    """How far ``line`` is dealt with, in words."""
    class_ = line.finding.class_
    match line.standing:
        case Standing.STALE:
            return stale_text(line)
        case Standing.EXPLAINED | Standing.VERIFIED:
            return done_text(line.standing)
        case Standing.SHORT:
            return _least()
        case Standing.OPEN:
            is_verified_first = class_ is FindingClass.VERIFY
            not_yet = QCoreApplication.translate("Review", "Not verified yet")
            return not_yet if is_verified_first else _least()
    return ""


def right_width() -> int:
    """How wide the column is that holds the way there and how far an answer will do."""
    links = (
        QCoreApplication.translate("Review", "View"),
        QCoreApplication.translate("Review", "Fill in"),
        QCoreApplication.translate("Review", "Answer"),
        QCoreApplication.translate("Review", "Change"),
    )
    done = map(done_text, (Standing.EXPLAINED, Standing.VERIFIED))
    states = (*done, lacking_text(SHORTEST_REASON), lacking_text(1, "1" * SHORTEST_REASON))
    caption = theme.metrics("caption")
    beside = [caption.horizontalAdvance(text) + ICON_INLINE + SPACE_4 for text in states]
    return max(*map(link_width, links), *beside)


def _least() -> str:
    return QCoreApplication.translate(
        "Review", "Not explained yet: at least {0} characters"
    ).format(SHORTEST_REASON)
