"""Where the columns of Home lie, for its head and its rows alike."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QFontMetrics

from digicom_desktop.ui import theme
from digicom_desktop.ui.chips import chip_width
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, SPACE_8, SPACE_16, SPACE_24

_ALL_FROM = 1000
"""From this width on the column 最近修改 has room."""
_FINDINGS_FROM = 840
"""From this width on the column 审核发现 has room."""
_LEAST_FIRM = 160
"""The firm with its margins; the declared score gives way to it."""
_NAMED_FIRM = 96
"""A name in two lines that still tells one firm from another; the scores give way to it."""
_STATE = 160
_AROUND_FIRM = 2 * SPACE_16
_CHANGED = 88
_FINDINGS = 140
_SCORE = 56


@dataclass(frozen=True, slots=True)
class Columns:
    """Left and width of each column; those that may be None may have no room."""

    firm: tuple[int, int]
    state: tuple[int, int]
    declared: tuple[int, int] | None
    supported: tuple[int, int] | None
    findings: tuple[int, int] | None
    changed: tuple[int, int] | None
    button: tuple[int, int]
    more: tuple[int, int]

    def button_in(self, row: QRect) -> QRect:
        """Where the button lies in the rectangle of a row."""
        return _middle(row, self.button)

    def more_in(self, row: QRect) -> QRect:
        """Where the button of the menu lies in the rectangle of a row."""
        return _middle(row, self.more)

    def zone(self, row: QRect, point: QPoint) -> str:
        """What is at ``point``: "button", "more" or ""."""
        if self.button_in(row).contains(point):
            return "button"
        return "more" if self.more_in(row).contains(point) else ""


class ColumnWidths:
    """The widths that follow from the words of the language."""

    def __init__(self) -> None:
        caption = QFontMetrics(theme.font("caption"))
        strong = QFontMetrics(theme.font("strong"))
        self.titles = head_titles()
        self._declared = max(theme.px(_SCORE), caption.horizontalAdvance(self.titles[2]))
        self._supported = max(theme.px(_SCORE), caption.horizontalAdvance(self.titles[3]))
        self._state = min(theme.px(_STATE), _widest_state() + SPACE_8)
        self._button = max(strong.horizontalAdvance(text) for text in action_titles()) + 26

    def columns(self, width: int) -> Columns:
        """The columns of a row of ``width``; the firm takes what the others leave."""
        more = width - SPACE_8 - theme.px(CONTROL_HEIGHT)
        left = button = more - SPACE_8 - self._button
        changed = None
        if width >= theme.px(_ALL_FROM):
            left -= SPACE_24 + theme.px(_CHANGED)
            changed = (left, theme.px(_CHANGED))
        findings = None
        if width >= theme.px(_FINDINGS_FROM):
            left -= SPACE_24 + theme.px(_FINDINGS)
            findings = (left, theme.px(_FINDINGS))
        supported = left - SPACE_24 - self._supported
        scores, declared = supported, None
        beside = SPACE_8 + self._state
        if (left := supported - SPACE_24 - self._declared) >= theme.px(_LEAST_FIRM) + beside:
            scores, declared = left, (left, self._declared)
        has_scores = scores - beside - _AROUND_FIRM >= theme.px(_NAMED_FIRM)
        state = (scores if has_scores else button - SPACE_16) - beside
        return Columns(
            firm=(SPACE_16, state - _AROUND_FIRM),
            state=(state, self._state),
            declared=declared,
            supported=(supported, self._supported) if has_scores else None,
            findings=findings,
            changed=changed,
            button=(button, self._button),
            more=(more, theme.px(CONTROL_HEIGHT)),
        )


def head_titles(*, is_bin: bool = False) -> tuple[str, ...]:
    """The heads: firm, state, both scores, findings, last change or, in the bin, deletion."""
    changed = QCoreApplication.translate("HomeRows", "Last change")
    deleted = QCoreApplication.translate("HomeRows", "Deleted on")
    return (
        QCoreApplication.translate("HomeRows", "Firm · year"),
        QCoreApplication.translate("HomeRows", "State"),
        QCoreApplication.translate("HomeRows", "Declared"),
        QCoreApplication.translate("HomeRows", "Evidence-backed"),
        QCoreApplication.translate("HomeRows", "Findings"),
        deleted if is_bin else changed,
    )


def action_titles() -> tuple[str, str, str, str]:
    """What the button of a row says: for one begun, complete, returned, in the bin."""
    return (
        QCoreApplication.translate("HomeRows", "Continue"),
        QCoreApplication.translate("HomeRows", "View"),
        QCoreApplication.translate("HomeRows", "Correct"),
        QCoreApplication.translate("HomeRows", "Restore"),
    )


def state_titles() -> tuple[str, ...]:
    """What a row says of its state: deleted, draft, finalised, submitted, returned, accepted."""
    return (
        QCoreApplication.translate("HomeRows", "Deleted"),
        QCoreApplication.translate("HomeRows", "Draft"),
        QCoreApplication.translate("HomeRows", "Finalised"),
        QCoreApplication.translate("HomeRows", "Submitted"),
        QCoreApplication.translate("HomeRows", "Returned"),
        QCoreApplication.translate("HomeRows", "Accepted"),
    )


def _widest_state() -> int:
    """A chip and behind it how far a draft is, or which revision it is."""
    caption, compact = theme.metrics("caption"), theme.metrics("compact")
    _, draft, *others = (chip_width(caption, title) for title in state_titles())
    answered = QCoreApplication.translate("HomeRows", "{0}/{1} answered").format(22, 22)
    revision = QCoreApplication.translate("HomeRows", "Revision {0}").format(10)
    return max(
        draft + compact.horizontalAdvance(answered),
        max(others) + compact.horizontalAdvance(revision),
    )


def _middle(row: QRect, column: tuple[int, int]) -> QRect:
    top = row.top() + (row.height() - theme.px(CONTROL_HEIGHT)) // 2
    return QRect(row.left() + column[0], top, column[1], theme.px(CONTROL_HEIGHT))
