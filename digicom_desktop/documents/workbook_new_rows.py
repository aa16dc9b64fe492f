"""Rows that people added: evidence and actions that the hidden content does not know."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from digicom_desktop.documents.workbook_blocks import Found
from digicom_desktop.documents.workbook_fields import Fields
from digicom_desktop.documents.workbook_outcome import is_lost
from digicom_desktop.documents.workbook_typed import text_of
from digicom_desktop.domain.assessment import Assessment, Evidence
from digicom_desktop.domain.hand_in import Apply, Note

_NUMBER = re.compile(r"([1-9]\.[0-9]+)-([0-9]{2,4})")


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that says something new: what it changes, how it reads, and the notes on its cells."""

    apply: Apply | None
    shown: str
    notes: tuple[Note, ...]


def read_new_row(block: str, cells: Mapping[str, Found], fields: Fields) -> NewRow:
    """A row of ``block`` whose cells are ``cells``, by column."""
    read = fields.evidence_value if block == "evidence" else fields.action_value
    said: dict[str, Any] = {}
    notes: list[Note] = []
    for column, found in cells.items():
        if column in ("number", "file_name", "file_size", "file_sha256", "grade_name"):
            continue
        value, note = read(column, found.value)
        if note:
            values, lost = {"text": text_of(found.value)}, value is None or is_lost(note)
            notes.append(Note(note, values, found.sheet, found.cell, lost))
        said |= value or {}
    shown = " · ".join(text_of(found.value) for found in cells.values())
    if block == "evidence":
        apply = _new_evidence(said, text_of(cells["number"].value) if "number" in cells else "")
        missing = "import.evidence_without_item"
    else:
        apply = _new_action(said)
        missing = "import.action_without_item"
    if apply is None:
        first = next(iter(cells.values()))
        notes.append(Note(missing, {"text": shown}, first.sheet, first.cell))
    return NewRow(apply, shown, tuple(notes))


def _new_evidence(said: Mapping[str, Any], number: str) -> Apply | None:
    typed = _NUMBER.fullmatch(number.strip())
    items = said.get("items") or ((typed[1],) if typed else ())
    if not items:
        return None

    def apply(a: Assessment) -> Assessment:
        register = a.evidence
        taken = {entry.number for entry in register.entries}
        entry = Evidence(number="", **{**said, "items": items})
        if typed is None or number.strip() in taken:
            entry = replace(entry, number=register.next_number(items[0]))
            return replace(a, evidence=register.with_new(entry))
        entry = replace(entry, number=number.strip())
        issued = max(register.issued.get(typed[1], 0), int(typed[2]))
        register = register.with_changed(entry)  # nothing has its number, so it is added
        return replace(a, evidence=replace(register, issued={**register.issued, typed[1]: issued}))

    return apply


def _new_action(said: Mapping[str, Any]) -> Apply | None:
    if "item" not in said:
        return None

    def apply(a: Assessment) -> Assessment:
        plan = a.plan.with_new(said["item"])
        new = replace(plan.actions[-1], **said)
        return replace(a, plan=plan.with_changed(new))

    return apply


def without_row(block: str, row: str) -> Apply:
    """The change that takes a row away that people deleted."""
    if block == "evidence":
        return lambda a: replace(a, evidence=a.evidence.without(row))
    return lambda a: replace(a, plan=a.plan.without(row))
