"""Where the columns of Home lie, for its head and its rows alike."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QFontMetrics

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, SPACE_8, SPACE_16, SPACE_24

_ALL_FROM = 1000
"""From this width on the column 最近修改 has room."""
_FINDINGS_FROM = 840
"""From this width on the column 审核发现 has room."""
_LEAST_FIRM = 160
"""The firm with its margins; the declared score gives way to it."""
_STATE = 160
_CHANGED = 88
_FINDINGS = 140
_SCORE = 56


@dataclass(frozen=True, slots=True)
class Columns:
    """Left and width of each column; ``changed``, ``findings``, ``declared`` may have no room."""

    firm: tuple[int, int]
    state: tuple[int, int]
    declared: tuple[int, int] | None
    supported: tuple[int, int]
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
        if (left := supported - SPACE_24 - self._declared) >= theme.px(
            _LEAST_FIRM
        ) + SPACE_8 + theme.px(_STATE):
            scores, declared = left, (left, self._declared)
        state = scores - SPACE_8 - theme.px(_STATE)
        return Columns(
            firm=(SPACE_16, state - 2 * SPACE_16),
            state=(state, theme.px(_STATE)),
            declared=declared,
            supported=(supported, self._supported),
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


def _middle(row: QRect, column: tuple[int, int]) -> QRect:
    top = row.top() + (row.height() - theme.px(CONTROL_HEIGHT)) // 2
    return QRect(row.left() + column[0], top, column[1], theme.px(CONTROL_HEIGHT))
