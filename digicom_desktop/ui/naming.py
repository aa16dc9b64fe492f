"""Names assessments in a list or a sentence, shortened where there are many."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.summary import Summary

_NAMED = 6
"""How many assessments are named; the others are counted."""
_LONG = 40
"""How much of a firm's name is shown."""


def names_of(summaries: Sequence[Summary]) -> list[str]:
    """The firms and years, shortened where there are many or long ones."""
    names = [_name(summary) for summary in summaries[:_NAMED]]
    if len(summaries) > _NAMED:
        more = QCoreApplication.translate("Recovery", "{0} more")
        names.append(more.format(len(summaries) - _NAMED))
    return names


def _name(summary: Summary) -> str:
    firm = str(summary.firm) or QCoreApplication.translate("Recovery", "firm not named")
    shown = firm if len(firm) <= _LONG else firm[: _LONG - 1] + "…"
    return QCoreApplication.translate("Recovery", "{0} · {1}").format(shown, summary.year)
