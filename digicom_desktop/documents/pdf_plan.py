"""The improvement plan in the PDF."""

from digicom_desktop.documents.pdf_blocks import Block, Stack
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    BODY,
    CELL,
    CELL_BOLD,
    CELL_CENTER,
    CELL_RIGHT,
    CELL_SMALL,
    HEAD_CELL,
    HEAD_CELL_CENTER,
    HEAD_CELL_RIGHT,
    NOTE,
    WIDTH,
)
from digicom_desktop.documents.pdf_table import Table, TableRow, cell_widths
from digicom_desktop.domain.closing_views import ActionView

_TARGETS = (36.0, WIDTH - 36 - 3 * 66, 66.0, 66.0, 66.0)
_ACTIONS = (36.0, WIDTH - 36 - 84 - 76 - 56, 84.0, 76.0, 56.0)


def plan_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    plan = setting.report.plan
    blocks = setting.chapter(n, setting.say("plan.title"), new_page=False)
    if plan.is_empty:
        return [*blocks, setting.text(setting.say("plan.empty"), BODY)]
    planned = setting.say(
        "plan.planned",
        now=setting.report.supported.shown,
        level=setting.report.firm_level.name,
        planned=plan.planned_shown,
        planned_level=plan.planned_level_name,
    )
    return [
        *blocks,
        setting.text(planned, BODY),
        setting.section(n, 1, setting.say("plan.targets")),
        _targets(setting),
        setting.text(setting.say("plan.note"), NOTE),
        *_actions(setting, n),
    ]


def _targets(setting: Setting) -> Table:
    head = (
        (setting.say("plan.item"), HEAD_CELL),
        ("", HEAD_CELL),
        (setting.say("plan.now"), HEAD_CELL_CENTER),
        (setting.say("plan.target"), HEAD_CELL_CENTER),
        (setting.say("plan.gain"), HEAD_CELL_RIGHT),
    )
    rows = [
        (
            (line.item, CELL_BOLD),
            (line.title, CELL),
            (setting.say("method.level", level=line.now), CELL_CENTER),
            (_target(setting, line.target), CELL_CENTER),
            (line.gain_shown if line.target is not None else "", CELL_RIGHT),
        )
        for line in setting.report.plan.lines
    ]
    return setting.table(_TARGETS, head, rows)


def _target(setting: Setting, level: int | None) -> str:
    return setting.say("dash") if level is None else setting.say("method.level", level=level)


def _actions(setting: Setting, n: int) -> list[Block]:
    actions = [action for line in setting.report.plan.lines for action in line.actions]
    if not actions:
        return []
    rooms = cell_widths(_ACTIONS)
    names = ("item", "action", "owner", "due", "state")
    head = TableRow(
        tuple(
            setting.text(setting.say(f"plan.{name}"), HEAD_CELL, room)
            for name, room in zip(names, rooms, strict=True)
        ),
        _ACTIONS,
    )
    rows = tuple(_action(setting, action, rooms) for action in actions)
    title = setting.section(n, 2, setting.say("plan.actions"))
    return [title, Table(head, rows, before=8)]


def _action(setting: Setting, action: ActionView, rooms: list[float]) -> TableRow:
    what: tuple[Block, ...] = (setting.text(setting.or_none(action.text), CELL, rooms[1]),)
    if action.note.strip():
        what = (*what, setting.text(action.note, CELL_SMALL, rooms[1]))
    return TableRow(
        (
            setting.text(action.item, CELL_BOLD, rooms[0]),
            Stack(what),
            setting.text(setting.or_dash(action.owner), CELL, rooms[2]),
            setting.text(setting.or_dash(action.due), CELL, rooms[3]),
            setting.text(action.state_name, CELL, rooms[4]),
        ),
        _ACTIONS,
    )
