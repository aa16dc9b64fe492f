"""Cells to fill in → what they change in an assessment."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from digicom_desktop.documents.workbook_company_fields import CompanyFields
from digicom_desktop.documents.workbook_lists import Lists
from digicom_desktop.documents.workbook_outcome import Outcome, cut
from digicom_desktop.documents.workbook_typed import (
    date_text,
    folded,
    read_items,
    read_level,
    read_ticks,
    text_of,
)
from digicom_desktop.documents.workbook_values import Stored
from digicom_desktop.domain import plan as plan_limits, reason as reason_limits
from digicom_desktop.domain.assessment import (
    REASON_LIMIT,
    TITLE_LIMIT,
    Answer,
    Assessment,
)
from digicom_desktop.domain.date_text import parse_date, read_valid_until
from digicom_desktop.domain.hand_in import Apply
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.statement import LINE_LIMIT, STATEMENT_LIMIT

FIGURE_LIMIT = 40
"""Most characters of a figure, which may say its unit."""
EVIDENCE_LIMIT = 600
_MOST_ITEMS = 3
_GRADES = (2, 3)
_YEARS = ("current", "previous")


class Fields:
    """Reads cells by block, row and column."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._firm = CompanyFields(lists)
        self._items = {item.id: item for item in lists.edition.items}
        self._figures = {
            figure.id: (item.id, figure)
            for item in lists.edition.items
            for figure in item.indicators
        }
        self._metrics = {metric.id: metric for metric in lists.metrics.figures}
        self._readers: Mapping[str, Callable[[str, str, Stored], Outcome | None]] = {
            "company": self._company,
            "narratives": self._company,
            "metrics": self._metric,
            "items": self._item,
            "figures": self._figure,
            "evidence": self._evidence,
            "targets": self._target,
            "actions": self._action,
            "review": self._review,
        }

    def read(self, block: str, row: str, column: str, value: Stored) -> Outcome | None:
        """What the cell says; None where no such field is known."""
        reader = self._readers.get(block)
        return None if reader is None else reader(row, column, value)

    def _company(self, row: str, column: str, value: Stored) -> Outcome | None:
        return self._firm.read(row, value)

    def _metric(self, row: str, column: str, value: Stored) -> Outcome | None:
        metric = self._metrics.get(row)
        if metric is None or column not in _YEARS:
            return None
        typed, note = cut(text_of(value), FIGURE_LIMIT)
        if not note and typed and not isinstance(metric.read(typed), Decimal):
            note = "import.not_a_number"
        change: dict[str, Any] = {column: typed}

        def apply(a: Assessment) -> Assessment:
            return a.with_metric(row, replace(a.metric(row), **change))

        return Outcome(apply, note, {"text": typed})

    def _item(self, row: str, column: str, value: Stored) -> Outcome | None:
        if row not in self._items:
            return None
        text = text_of(value)
        if column == "claimed":
            return self._level(row, value)
        if column == "practices":
            return self._practices(row, text)
        if column == "reason":
            typed, note = cut(text, REASON_LIMIT, lines=True)
            return Outcome(_answer(row, lambda a: replace(a, reason=typed)), note)
        if column in _STATEMENT:
            most = STATEMENT_LIMIT if column == "note" else LINE_LIMIT
            typed, note = cut(text, most, lines=column == "note")
            said: dict[str, Any] = {column: typed}
            return Outcome(
                _answer(row, lambda a: replace(a, statement=replace(a.statement, **said))), note
            )
        return None

    def _level(self, item: str, value: Stored) -> Outcome:
        text = text_of(value)
        if not text.strip():
            return Outcome(_answer(item, lambda a: replace(a, level=None, not_applicable=False)))
        if folded(text) in self._lists.not_applicable:
            return Outcome(_answer(item, lambda a: replace(a, not_applicable=True)))
        level = read_level(value, self._lists.levels)
        if level is None:
            return Outcome(None, "import.wrong_level", {"text": text})
        return Outcome(_answer(item, lambda a: replace(a, level=level, not_applicable=False)))

    def _practices(self, item: str, text: str) -> Outcome:
        language = self._lists.words.language
        options = {p.id: p.text.in_(language) for p in self._items[item].practices}
        ticked, unknown = read_ticks(text, options)
        note = "import.unknown_lines" if unknown else ""
        values = {"text": " / ".join(unknown)}
        return Outcome(_answer(item, lambda a: replace(a, practices=ticked)), note, values)

    def _figure(self, row: str, column: str, value: Stored) -> Outcome | None:
        if row not in self._figures or column not in _YEARS:
            return None
        item, indicator = self._figures[row]
        typed, note = cut(text_of(value), FIGURE_LIMIT)
        if not note and typed and indicator.number(typed) is None:
            note = "import.not_a_number"
        said: dict[str, Any] = {column: typed}
        change = _answer(item, lambda a: a.with_figure(row, replace(a.figure(row), **said)))
        return Outcome(change, note, {"text": typed})

    def _evidence(self, row: str, column: str, value: Stored) -> Outcome | None:
        if column in ("number", "file_name"):
            return Outcome(None, f"import.evidence_{column}", {"text": text_of(value)})
        said, note = self.evidence_value(column, value)
        if said is None:
            return Outcome(None, note, {"text": text_of(value)})

        def apply(a: Assessment) -> Assessment:
            changed = replace(a.evidence.entry(row), **said)
            return replace(a, evidence=a.evidence.with_changed(changed))

        return Outcome(apply, note, {"text": text_of(value)})

    def evidence_value(self, column: str, value: Stored) -> tuple[dict[str, Any] | None, str]:
        """The field of a piece of evidence that a cell fills, and what is to be said of it."""
        text = text_of(value)
        match column:
            case "title":
                typed, note = cut(text, TITLE_LIMIT)
            case "proves":
                typed, note = cut(text, EVIDENCE_LIMIT, lines=True)
            case "date" | "valid_until":
                typed, note = cut(date_text(value), LINE_LIMIT)
                read = parse_date if column == "date" else read_valid_until
                if not note and typed and read(typed) is None:
                    note = "import.not_a_date"
            case "grade":
                return self._grade(value)
            case "items":
                items = read_items(value, self._items)
                if items is None or len(items) > _MOST_ITEMS or not items:
                    return None, "import.wrong_items"
                return {"items": items}, ""
            case _:
                return None, ""
        return {column: typed}, note

    def _grade(self, value: Stored) -> tuple[dict[str, Any] | None, str]:
        grade = read_level(value, self._lists.grades)
        return ({"grade": grade}, "") if grade in _GRADES else (None, "import.wrong_grade")

    def _target(self, row: str, column: str, value: Stored) -> Outcome | None:
        if row not in self._items or column != "target":
            return None
        text = text_of(value)
        level = None if not text.strip() else read_level(value, self._lists.levels)
        if text.strip() and not level:
            return Outcome(None, "import.wrong_target", {"text": text})
        return Outcome(lambda a: replace(a, plan=a.plan.with_target(row, level)))

    def _action(self, row: str, column: str, value: Stored) -> Outcome | None:
        said, note = self.action_value(column, value)
        if said is None:
            return Outcome(None, note, {"text": text_of(value)}) if note else None

        def apply(a: Assessment) -> Assessment:
            changed = [replace(old, **said) for old in a.plan.actions if old.id == row]
            return replace(a, plan=a.plan.with_changed(changed[0])) if changed else a

        return Outcome(apply, note, {"text": text_of(value)})

    def action_value(self, column: str, value: Stored) -> tuple[dict[str, Any] | None, str]:
        """The field of an action that a cell fills, and what is to be said of it."""
        text = date_text(value) if column == "due" else text_of(value)
        if column == "item":
            items = read_items(value, self._items)
            return (
                ({"item": items[0]}, "")
                if items and len(items) == 1
                else (None, "import.wrong_items")
            )
        if column == "state":
            state = self._lists.action_state(text)
            return (None, "import.wrong_state") if state is None else ({"state": state}, "")
        most = _ACTION_LIMITS.get(column)
        if most is None:
            return None, ""
        typed, note = cut(text, most, lines=column in ("text", "note"))
        if column == "due" and not note and typed and parse_date(typed) is None:
            note = "import.not_a_date"
        return {column: typed}, note

    def _review(self, row: str, column: str, value: Stored) -> Outcome | None:
        if column != "said":
            return None
        text, note = cut(text_of(value), reason_limits.LIMIT, lines=True)

        def apply(a: Assessment) -> Assessment:
            old = a.reasons.get(row)
            if not text.strip() and (old is None or not old.verified):
                return a.with_reason(row, None)
            return a.with_reason(row, replace(old or Reason(""), text=text))

        return Outcome(apply, note)


_STATEMENT = ("system", "since", "scope", "person", "note")
_ACTION_LIMITS = MappingProxyType(
    {
        "text": plan_limits.TEXT_LIMIT,
        "note": plan_limits.NOTE_LIMIT,
        "owner": plan_limits.OWNER_LIMIT,
        "due": plan_limits.DUE_LIMIT,
    }
)


def _answer(item: str, change: Callable[[Answer], Answer]) -> Apply:
    return lambda a: a.with_answer(change(a.answer(item)))
