"""TOML files → Edition."""

from digicom_desktop.domain.decision_aid import AidQuestion
from digicom_desktop.domain.guideline import (
    Characteristic,
    Direction,
    Edition,
    EvidenceHint,
    Example,
    Illustration,
    Indicator,
    Item,
    LevelGate,
    LevelText,
    Method,
    Named,
    NextStep,
    Practice,
    Term,
)
from digicom_desktop.domain.text import Language, LocalizedText
from digicom_desktop.library.edition_files import GLOSSARY, GUIDELINE, ParsedFiles, item_of
from digicom_desktop.library.toml_table import Reading, Table, missing_table

LEVELS = 5
GRADES = 4


def build_edition(id: str, sha256: str, files: ParsedFiles, reading: Reading) -> Edition:
    """The edition as the files tell it; what is wrong is in ``files`` and ``reading`` afterwards.

    With findings the edition has empty texts and wrong numbers in it: nobody should see it.
    """
    top = _open(files, reading, "edition.toml")
    level_names, level_meanings = _scale(top, "levels", "level", LEVELS)
    grade_names, grade_meanings = _scale(top, "grades", "grade", GRADES)
    return Edition(
        id=id,
        sha256=sha256,
        title=top.text("title"),
        issuer=top.text("issuer"),
        preamble=top.text("preamble"),
        goal=top.text("goal"),
        source=files.text(GUIDELINE),
        momentum=tuple(_named(table) for table in top.tables("momentum")),
        characteristics=tuple(_characteristic(table) for table in top.tables("characteristics")),
        directions=_directions(files, reading),
        business_types=tuple(_named(table) for table in top.tables("business_types")),
        level_names=level_names,
        level_meanings=level_meanings,
        grade_names=grade_names,
        grade_meanings=grade_meanings,
        reading_rules=tuple(table.text_here() for table in top.tables("reading_rules")),
        glossary=_glossary(files, reading),
        method_note=top.text("method_note"),
        method=_method(_open(files, reading, "method.toml")),
    )


def _open(files: ParsedFiles, reading: Reading, file: str) -> Table:
    toml = files.toml(file)
    return missing_table(file) if toml is None else reading.table(toml, file, item_of(file))


def _scale(
    top: Table, key: str, number: str, count: int
) -> tuple[tuple[LocalizedText, ...], tuple[LocalizedText, ...]]:
    tables = top.tables(key)
    _require_sequence(top, key, [table.integer(number) for table in tables], count)
    return (
        tuple(table.text("name") for table in tables),
        tuple(table.text("meaning") for table in tables),
    )


def _require_sequence(table: Table, key: str, numbers: list[int], count: int) -> None:
    """Places in the lists below are numbers of levels: none may be left out or changed round."""
    if numbers and numbers != list(range(count)):
        table.report(key, "not_in_sequence", last=count - 1)


def _named(table: Table) -> Named:
    return Named(table.line("id"), table.text("name"))


def _characteristic(table: Table) -> Characteristic:
    return Characteristic(table.line("id"), table.text("name"), table.text("clause"))


def _directions(files: ParsedFiles, reading: Reading) -> tuple[Direction, ...]:
    tables = _open(files, reading, "directions.toml").tables("directions")
    return tuple(_direction(table, files, reading) for table in tables)


def _direction(table: Table, files: ParsedFiles, reading: Reading) -> Direction:
    return Direction(
        id=table.line("id"),
        name=table.text("name"),
        lead=table.text("lead"),
        items=tuple(
            _item(id, _open(files, reading, f"items/{id}.toml")) for id in table.lines("items")
        ),
    )


def _item(id: str, table: Table) -> Item:
    not_applicable = table.table("not_applicable")
    _require_id(table, id)
    return Item(
        id=id,
        title=table.text("title"),
        clause=table.text("clause"),
        plain=table.text("plain"),
        core=_optional_text(table, "core"),
        counts=_optional_text(table, "counts"),
        excluded=_optional_text(table, "excluded"),
        levels=_levels(table),
        practices=tuple(_practice(practice) for practice in table.tables("practices")),
        indicators=tuple(_indicator(indicator) for indicator in table.tables("indicators")),
        evidence=tuple(_evidence(hint) for hint in table.tables("evidence")),
        aid=tuple(_question(question) for question in _optional(table, "aid")),
        next_steps=_next_steps(table),
        mistakes=tuple(mistake.text_here() for mistake in table.tables("mistakes")),
        not_applicable_hint=not_applicable.text("hint"),
        zero_hint=_optional_text(not_applicable, "zero"),
        not_applicable_types=not_applicable.lines("types"),
        examples=tuple(_example(example) for example in _optional(table, "examples")),
        characteristics=table.table("characteristics").shares(),
        momentum=table.lines("momentum"),
    )


def _require_id(table: Table, expected: str) -> None:
    """A file holds the item that it is named after."""
    id = table.line("id")
    if id not in {"", expected}:
        table.report("id", "id_form", value=id, example=expected)


def _levels(item: Table) -> tuple[LevelText, ...]:
    levels = tuple(LevelText(t.integer("level"), t.text_here()) for t in item.tables("levels"))
    _require_sequence(item, "levels", [level.level for level in levels], LEVELS)
    return levels


def _practice(table: Table) -> Practice:
    level = table.integer("level") if table.has("level") else None
    return Practice(table.line("id"), table.line("basis"), level, table.text_here())


def _indicator(table: Table) -> Indicator:
    better = table.line("better")
    if better not in {"up", "down"}:
        table.report("better", "not_a_choice", choices="up, down")
    return Indicator(
        id=table.line("id"),
        name=table.text("name"),
        definition=table.text("definition") if table.has("definition") else _formula(table),
        unit=table.text("unit"),
        better=better,
    )


def _evidence(table: Table) -> EvidenceHint:
    grade = table.integer("grade") if table.has("grade") else None
    return EvidenceHint(table.line("id"), grade, table.text("title"), table.text("shows"))


def _formula(indicator: Table) -> LocalizedText:
    """What ÷ what × 100% · period; what is only counted has no denominator."""
    parts = [indicator.text("numerator")]
    if indicator.has("denominator"):
        parts.append(indicator.text("denominator"))
    period, unit = indicator.text("period"), indicator.text("unit")
    times = " × 100%" if len(parts) > 1 and unit.zh == "%" else ""
    zh, en = (" ÷ ".join(p.in_(language) for p in parts) for language in Language)
    return LocalizedText(f"{zh}{times} · {period.zh}", f"{en}{times} · {period.en}")


def _optional(table: Table, key: str) -> tuple[Table, ...]:
    """Guidance that an edition may do without."""
    return table.tables(key) if table.has(key) else ()


def _optional_text(table: Table, key: str) -> LocalizedText | None:
    return table.text(key) if table.has(key) else None


def _question(table: Table) -> AidQuestion:
    return AidQuestion(table.line("id"), table.text_here(), table.line("yes"), table.line("no"))


def _example(table: Table) -> Example:
    return Example(
        table.line("type"), _illustration(table.table("strong")), _illustration(table.table("weak"))
    )


def _illustration(table: Table) -> Illustration:
    return Illustration(table.integer("level"), table.text_here())


def _glossary(files: ParsedFiles, reading: Reading) -> tuple[Term, ...]:
    if not files.has(GLOSSARY):
        return ()
    return tuple(_term(table) for table in _open(files, reading, GLOSSARY).tables("terms"))


def _term(table: Table) -> Term:
    return Term(table.line("id"), table.text_here(), table.text("explain"))


def _next_steps(item: Table) -> tuple[NextStep, ...]:
    steps = tuple(
        NextStep(table.line("id"), table.integer("from_level"), table.text_here())
        for table in item.tables("next_steps")
    )
    _require_sequence(item, "next_steps", [step.from_level for step in steps], LEVELS - 1)
    return steps


def _method(table: Table) -> Method:
    return Method(
        id=table.integer("id"),
        points_per_level=table.integer("points_per_level"),
        best_count=table.integer("best_count"),
        depth_share=table.share("depth_share"),
        breadth_share=table.share("breadth_share"),
        grade_caps=table.integers("grade_caps"),
        figure_needed_from=table.integer("figure_needed_from"),
        level_without_figure=table.integer("level_without_figure"),
        evidenced_grade=table.integer("evidenced_grade"),
        data_items=table.lines("data_items"),
        least_applicable_for_level=table.integer("least_applicable_for_level"),
        most_not_applicable=table.integer("most_not_applicable"),
        shortest_reason=table.integer("shortest_reason"),
        most_items_per_evidence=table.integer("most_items_per_evidence"),
        momentum_effective_from=table.integer("momentum_effective_from"),
        momentum_growing_from=table.integer("momentum_growing_from"),
        thin_direction_share=table.share("thin_direction_share"),
        suggested_level_by_ticks=table.integers("suggested_level_by_ticks"),
        gates=tuple(_gate(gate) for gate in table.tables("gates")),
    )


def _gate(table: Table) -> LevelGate:
    return LevelGate(
        level=table.integer("level"),
        name=table.text("name"),
        score=table.integer("score"),
        items=table.integer("items"),
        directions=table.integer("directions"),
        evidenced_items=table.integer("evidenced_items"),
        data_level=table.integer("data_level"),
    )
