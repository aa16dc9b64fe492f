"""Rows of the template: what a person fills in without the program, and formulas that follow it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from digicom_desktop.documents.workbook_formulas import quoted
from digicom_desktop.documents.workbook_shapes import NEW
from digicom_desktop.documents.workbook_values import Formula, Line, Value
from digicom_desktop.domain.report import ItemView, Report

BLANK_EVIDENCE, BLANK_ACTIONS = 30, 15
"""Rows to fill in."""
OPEN_BOX = "☐ "

_Rows = Iterator[Line]
_ITEM_CLAIMED, _ITEM_CLAIMED_NAME = 5, 6
_ITEM_SUPPORTED, _ITEM_SUPPORTED_NAME, _ITEM_DESCRIPTOR = 8, 9, 11
_ITEM_PRACTICES = 14


def company(report: Report, rows: _Rows) -> _Rows:
    """The fields of the firm; kinds of business as boxes to tick."""
    for line in rows:
        if line.id == "business_types":
            names = "\n".join(OPEN_BOX + name for name in report.business_types)
            line = Line(line.id, (line.values[0], names))
        yield line


def items(report: Report, rows: _Rows) -> _Rows:
    """All levels of each item to choose by, its practices to tick, levels as they are filled in."""
    views = {item.id: item for item in report.items}
    for line in rows:
        values = list(line.values)
        item = views[line.id]
        values[_ITEM_CLAIMED_NAME] = _name(report, item, "claimed")
        values[_ITEM_SUPPORTED] = _supported(report, item)
        values[_ITEM_SUPPORTED_NAME] = _name(report, item, "supported")
        levels = (f"{level.level}　{level.text}" for level in item.levels)
        values[_ITEM_DESCRIPTOR] = "\n".join((item.plain, *levels))
        values[_ITEM_PRACTICES] = "\n".join(OPEN_BOX + p.text for p in item.practices)
        yield Line(line.id, tuple(values))


def evidence(report: Report, rows: _Rows) -> _Rows:
    """Empty rows."""
    for number in range(1, BLANK_EVIDENCE + 1):
        yield Line(f"{NEW}{number}", (None,) * 11)


def targets(report: Report, rows: _Rows) -> _Rows:
    """A row for each item."""
    for item in report.items:
        now = Formula(f'IF(ISNUMBER({_cell("supported", item)}),{_cell("supported", item)},"")', "")
        yield Line(item.id, (item.id, item.title, now, None, None))


def actions(report: Report, rows: _Rows) -> _Rows:
    """Empty rows."""
    for number in range(1, BLANK_ACTIONS + 1):
        yield Line(f"{NEW}{number}", (None,) * 6)


def result(report: Report, rows: _Rows) -> _Rows:
    """Both scores from the check; what the firm's level is, the program says."""
    say = report.words.say
    for line in rows:
        value: Value
        match line.id:
            case "supported" | "declared":
                value = Formula(f"digicom_check_{line.id}", "—")
            case "progress":
                claimed = "[items.claimed]"
                value = Formula(f"COUNTA({claimed})&{quoted(f' / {report.total}')}", "")
            case _:
                value = say("workbook.template.later")
        yield Line(line.id, (line.values[0], value))


def gates(report: Report, rows: _Rows) -> _Rows:
    """None: the program says them."""
    return iter(())


def means(block: str) -> Callable[[Report, _Rows], _Rows]:
    """Directions or characteristics: the means are those of the check beside them."""

    def made(report: Report, rows: _Rows) -> _Rows:
        for line in rows:
            name, _, _, supported, declared, *rest = line.values
            shown = (Formula(f"[{block}.check_{side}@{line.id}]", "") for side in _SIDES)
            yield Line(line.id, (name, *shown, supported, declared, *rest))

    return made


def guide(report: Report) -> _Rows:
    """What every column to fill in asks for."""
    say = report.words.say
    for id in _EXPLAINED:
        sheet, _, column = id.partition(".")
        name = say(f"workbook.guide.{id}.name") if column else ""
        where = say(f"workbook.sheets.{sheet}")
        label = f"{where}\n{name}" if name else where
        yield Line(f"guide.{id}", (label, say(f"workbook.guide.{id}.text")))


def _supported(report: Report, item: ItemView) -> Formula:
    """The level that counts: no higher than evidence, statement and key figures let it."""
    caps = report.grade_caps
    claimed = _cell("claimed", item)
    fields = ",".join(f"LEN({_cell(name, item)})>0" for name in ("system", "since", "scope"))
    written = f"AND({fields},LEN({_cell('person', item)})>0)"
    by_statement = f"IF({written},{caps[1]},{caps[0]})"
    cap = f"IF({_has(item, 3)},{caps[3]},IF({_has(item, 2)},{caps[2]},{by_statement}))"
    number = quoted(item.id)
    figures = f"SUMPRODUCT(({_FIGURE_ITEMS}={number})*(LEN({_FIGURES})>0))"
    most = f"IF(AND({claimed}>=3,{figures}=0),2,{claimed})"
    return Formula(f'IF(ISNUMBER({claimed}),MIN({cap},{most}),"")', "")


def _has(item: ItemView, grade: int) -> str:
    """Whether a piece of evidence of ``grade`` supports ``item``."""
    named = f"ISNUMBER(SEARCH({quoted(item.id)},{_EVIDENCE_ITEMS}))"
    return f"SUMPRODUCT({named}*({_GRADES}={grade}))>0"


def _name(report: Report, item: ItemView, side: str) -> Formula:
    cell = _cell(side, item)
    names = ",".join(quoted(name) for name in report.level_names)
    return Formula(f'IF(ISNUMBER({cell}),CHOOSE({cell}+1,{names}),"")', "")


def _cell(column: str, item: ItemView) -> str:
    return f"[items.{column}@{item.id}]"


_SIDES = ("supported", "declared")
# Formulas know what stands above them; what comes below is found by its name.
_EVIDENCE_ITEMS, _GRADES = "digicom_evidence_items", "digicom_evidence_grades"
_FIGURE_ITEMS, _FIGURES = "digicom_figure_items", "digicom_figure_values"
_EXPLAINED = (
    "company",
    "company.business_types",
    "company.narratives",
    "items.claimed",
    "items.practices",
    "items.statement",
    "items.reason",
    "items.computed",
    "figures",
    "metrics",
    "evidence",
    "evidence.items",
    "evidence.grade",
    "evidence.file_name",
    "plan",
    "declaration",
    "opinion",
)
TEMPLATE_ROWS: Mapping[str, Callable[[Report, _Rows], _Rows]] = MappingProxyType(
    {
        "company": company,
        "items": items,
        "evidence": evidence,
        "targets": targets,
        "actions": actions,
        "result": result,
        "gates": gates,
        "directions": means("directions"),
        "characteristics": means("characteristics"),
    }
)


def template_of(report: Report) -> Report:
    """``report`` of an empty assessment as that of a template: no code, no state of its own."""
    state = report.words.say("workbook.template.state")
    return replace(report, state="template", state_name=state, code="")
