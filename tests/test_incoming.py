"""Workbooks that come back: unedited, edited by honest people, and by others."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.assessment import Assessment, Evidence
from digicom_desktop.domain.clock import local_day, system_clock
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.hand_in import Difference, HandIn, Source
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.incoming import empty_report, read_file
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace
from tests.domain.random_assessments import assessments
from tests.edited_workbook import Place, cell_at, edited, fill, sheet_of

EXAMPLES = int(os.environ.get("DIGICOM_EXAMPLES", "200"))
"""More on demand."""

LIBRARY = Library(resources_folder())
EDITION = LIBRARY.edition(LIBRARY.newest_edition_id())


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample's workbook and an empty template."""
    folder = tmp_path_factory.mktemp("exported")
    sample = Appraisal(LIBRARY, LIBRARY.sample(), local_day(system_clock))
    Workspace.export_workbook(sample.report(Language.ZH, system_clock()), folder / "a.xlsx")
    empty = empty_report(LIBRARY, 2025, Language.ZH, system_clock())
    Workspace.export_workbook(empty, folder / "t.xlsx")
    return folder


@pytest.fixture
def written(exported: Path, tmp_path: Path) -> Path:
    """The sample's workbook, to be edited."""
    return Path(shutil.copy(exported / "a.xlsx", tmp_path / "自评.xlsx"))


@pytest.fixture
def template(exported: Path, tmp_path: Path) -> Path:
    """An empty template, to be filled in."""
    return Path(shutil.copy(exported / "t.xlsx", tmp_path / "模板.xlsx"))


def content(assessment: Assessment) -> bytes:
    return Appraisal(LIBRARY, assessment, local_day(system_clock)).content


def taken(path: Path) -> Assessment:
    hand_in = read_file(LIBRARY, path)
    return hand_in.assessment(hand_in.differences)


def only(hand_in: HandIn) -> Difference:
    assert len(hand_in.differences) == 1, hand_in.differences
    return hand_in.differences[0]


def notes(hand_in: HandIn) -> list[tuple[str, str]]:
    return [(note.id, note.cell) for note in hand_in.notes]


def unique(assessment: Assessment) -> Assessment:
    """``assessment`` with numbers and ids that stand once, as the program gives them."""
    entries = {entry.number: entry for entry in assessment.evidence.entries}
    actions = {action.id: action for action in assessment.plan.actions}
    register = replace(assessment.evidence, entries=tuple(entries.values())).sorted()
    plan = replace(assessment.plan, actions=tuple(actions.values()))
    return replace(assessment, evidence=register, plan=plan)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=assessments().map(unique))
def test_any_workbook_gives_back_the_content_it_was_made_of(
    tmp_path: Path, made: Assessment
) -> None:
    path = tmp_path / "any.xlsx"
    report = Appraisal(LIBRARY, made, local_day(system_clock)).report(Language.ZH, system_clock())
    Workspace.export_workbook(report, path)

    hand_in = read_file(LIBRARY, path)

    assert hand_in.differences == ()
    assert notes(hand_in) == []
    assert content(hand_in.assessment(())) == report.content
    assert hand_in.code == hand_in.stated_code == report.code


@pytest.mark.parametrize("language", Language)
def test_the_sample_comes_back_as_it_went(tmp_path: Path, language: Language) -> None:
    sample = Appraisal(LIBRARY, LIBRARY.sample(), local_day(system_clock))
    report = sample.report(language, system_clock())
    Workspace.export_workbook(report, tmp_path / "a.xlsx")

    hand_in = read_file(LIBRARY, tmp_path / "a.xlsx")

    assert (hand_in.source, hand_in.differences, hand_in.notes) == (Source.WORKBOOK, (), ())
    assert content(hand_in.original) == report.content


LEVELS = {
    1: 1, 2.0: 2, "3": 3, "１": 1, "2级": 2, "三级": 3, "1 级": 1, "Level 2": 2, "level3": 3,
    "L1": 1, "起步": 1, "2 规范": 2, "0": 0, "零级": 0, "Leading": 4,
}  # fmt: skip
NOT_APPLICABLE = ("不适用", "N/A", "ｎ／ａ", "not applicable", "Does not apply")
WRONG_LEVELS = ("5", "-1", "高", "3.5", "34", "三四", "不 适 用")


def claims(typed: Iterable[object]) -> dict[Place, object]:
    """One claim for each item in order."""
    ids = (item.id for item in EDITION.items)
    return {("items", id, "claimed"): value for id, value in zip(ids, typed, strict=False)}


def test_a_level_is_read_however_it_is_written(written: Path) -> None:
    cells = claims(LEVELS)
    fill(written, cells)

    assessment = taken(written)

    read = [assessment.answer(id).level for _, id, _ in cells]
    assert read == list(LEVELS.values())


def test_what_does_not_apply_is_read_in_either_language(written: Path) -> None:
    cells = claims(NOT_APPLICABLE)
    fill(written, cells)
    assessment = taken(written)
    assert all(assessment.answer(id).not_applicable for _, id, _ in cells)


def test_a_wrong_level_is_said_with_its_cell_and_not_taken(written: Path) -> None:
    fill(written, claims(WRONG_LEVELS))

    hand_in = read_file(LIBRARY, written)

    assert hand_in.differences == ()
    assert [note.values["text"] for note in hand_in.notes] == list(WRONG_LEVELS)
    assert {(n.id, n.sheet, n.cell[0], n.grave) for n in hand_in.notes} == {
        ("import.wrong_level", "自评表", "G", True)
    }


FIGURE = ("metrics", "ec_sales", "current")


FIGURES = {
    1234.5: "1234.5",
    "1,234.5": "1,234.5",
    "１２３４．５": "１２３４．５",
    "12345000元": "12345000元",
    0: "0",
}


def test_figures_are_read_as_numbers_or_as_typed(written: Path) -> None:
    amounts = [m.id for m in LIBRARY.metrics().figures if m.measure.is_money and m.is_general]
    fill(written, {("metrics", id, "previous"): v for id, v in zip(amounts, FIGURES, strict=False)})

    hand_in = read_file(LIBRARY, written)

    assert notes(hand_in) == []
    assessment = hand_in.assessment(hand_in.differences)
    read = [assessment.metric(id).previous for id, _ in zip(amounts, FIGURES, strict=False)]
    assert read == list(FIGURES.values())[: len(amounts)]


def test_a_text_where_a_number_belongs_is_kept_and_said(written: Path) -> None:
    fill(written, {FIGURE: "约三千", ("figures", "1.1.k2", "current"): "很多"})

    hand_in = read_file(LIBRARY, written)

    assert [note.id for note in hand_in.notes] == ["import.not_a_number"] * 2
    assert not any(note.grave for note in hand_in.notes)
    assessment = hand_in.assessment(hand_in.differences)
    assert assessment.metric("ec_sales").current == "约三千"
    assert assessment.answer("1.1").figure("1.1.k2").current == "很多"


def test_a_date_that_became_a_number_is_a_date_again(written: Path) -> None:
    number = cell_number(written)
    fill(
        written,
        {("evidence", number, "date"): 45838, ("company", "company.founded", "value"): 42448},
    )
    assessment = taken(written)
    assert assessment.evidence.entry(number).date == "2025-06-30"
    assert assessment.company.founded == "2016-03-19"
    assert read_file(LIBRARY, written).differences[0].sheet == "企业信息"


def cell_number(written: Path) -> str:
    return read_file(LIBRARY, written).original.evidence.entries[0].number


def test_each_side_of_a_difference_can_count(written: Path) -> None:
    fill(written, {("items", "1.1", "claimed"): 2, ("items", "1.1", "note"): "改过的说明"})
    hand_in = read_file(LIBRARY, written)
    level = next(d for d in hand_in.differences if d.visible == "2")

    assessment = hand_in.assessment([level])

    assert assessment.answer("1.1").level == 2
    assert assessment.answer("1.1").statement == hand_in.original.answer("1.1").statement


def test_rows_columns_sheets_and_order_may_change(written: Path) -> None:
    before = content(read_file(LIBRARY, written).original)
    with edited(written) as workbook:
        items = sheet_of(workbook, "items")
        items.title = "随便改的名字"
        items.insert_cols(4, 2)
        items.insert_rows(1, 3)
        evidence = sheet_of(workbook, "evidence")
        evidence.move_range("A6:L7", rows=40)
        workbook.move_sheet(evidence, -3)
        company = sheet_of(workbook, "company")
        company.merge_cells("C12:D12")
        cell_at(workbook, ("items", "2.2", "claimed")).value = "3级"

    hand_in = read_file(LIBRARY, written)

    assert only(hand_in).what.startswith("2.2")
    assert content(hand_in.assessment(())) == before


def test_a_locked_cell_is_not_taken_and_said(written: Path) -> None:
    fill(written, {("items", "1.1", "supported"): 4, ("result", "supported", "value"): 99.9})
    fill(written, {("items", "1.2", "supported"): 4})

    hand_in = read_file(LIBRARY, written)

    assert hand_in.differences == ()
    assert {note.id for note in hand_in.notes} == {"import.locked"}
    assert not any(note.grave for note in hand_in.notes)


def test_a_formula_is_not_calculated(written: Path) -> None:
    fill(written, {("items", "1.1", "claimed"): "=1+2"})
    hand_in = read_file(LIBRARY, written)
    assert hand_in.differences == ()
    assert [note.id for note in hand_in.notes] == ["import.formula"]


def test_a_sheet_that_is_gone_leaves_what_was_exported(written: Path) -> None:
    with edited(written) as workbook:
        del workbook[sheet_of(workbook, "figures").title]

    hand_in = read_file(LIBRARY, written)

    assert hand_in.differences == ()
    assert [(n.id, n.values["sheet"]) for n in hand_in.notes] == [
        ("import.missing_sheet", "关键指标")
    ]


def test_a_deleted_row_of_evidence_is_a_difference(written: Path) -> None:
    number = cell_number(written)
    with edited(written) as workbook:
        sheet = sheet_of(workbook, "evidence")
        row = cell_at(workbook, ("evidence", number, "title")).row
        sheet.delete_rows(row)

    hand_in = read_file(LIBRARY, written)

    assert only(hand_in).visible == ""
    kept, gone = hand_in.assessment(()), hand_in.assessment(hand_in.differences)
    assert number in {entry.number for entry in kept.evidence.entries}
    assert number not in {entry.number for entry in gone.evidence.entries}


def test_an_evidence_row_that_was_added_gets_a_number(written: Path) -> None:
    with edited(written) as workbook:
        last = read_file(LIBRARY, written).original.evidence.entries[-1].number
        cell = cell_at(workbook, ("evidence", last, "number"))
        sheet, row = sheet_of(workbook, "evidence"), cell.row + 1
        values = {3: "新的发票", 4: "2025-05-01", 6: "证明采购", 7: 3, 9: "2.2、2.3"}
        for column, value in values.items():
            sheet.cell(row, column).value = value  # type: ignore[assignment]

    assessment = taken(written)

    (new,) = [e for e in assessment.evidence.entries if e.title == "新的发票"]
    assert (new.grade, new.items, new.date) == (3, ("2.2", "2.3"), "2025-05-01")
    assert new.number == read_file(LIBRARY, written).original.evidence.next_number("2.2")


def test_text_is_cleaned_and_cut_at_its_limit(written: Path) -> None:
    fill(written, {("items", "1.1", "system"): "长" * 150, ("items", "1.2", "note"): "甲\t乙"})
    hand_in = read_file(LIBRARY, written)
    assert [note.id for note in hand_in.notes] == ["import.cut"]
    assert len(hand_in.assessment(hand_in.differences).answer("1.1").statement.system) == 100


def test_altered_hidden_content_is_said(written: Path) -> None:
    with edited(written) as workbook:
        cell = cell_at(workbook, ("data", "content", "value"))
        cell.value = str(cell.value).replace('"level":4', '"level":3', 1)

    hand_in = read_file(LIBRARY, written)

    assert "import.code_differs" in [note.id for note in hand_in.notes]
    assert hand_in.code != hand_in.stated_code


def test_without_hidden_content_what_can_be_seen_is_read(written: Path) -> None:
    original = read_file(LIBRARY, written).original
    with edited(written) as workbook:
        del workbook[sheet_of(workbook, "data").title]

    hand_in = read_file(LIBRARY, written)
    assessment = hand_in.assessment(hand_in.differences)

    assert hand_in.notes[0].id == "import.no_content"
    assert assessment.company.region == original.company.region
    assert assessment.company.industry == original.company.industry
    assert assessment.year == original.year
    assert {i: a.level for i, a in assessment.answers.items() if a.level is not None} == {
        i: a.level for i, a in original.answers.items() if a.level is not None
    }
    assert [e.number for e in assessment.evidence.entries] == [
        e.number for e in original.evidence.entries
    ]
    assert len(assessment.plan.actions) == len(original.plan.actions)


def test_an_untouched_template_says_nothing(template: Path) -> None:
    hand_in = read_file(LIBRARY, template)
    assert (hand_in.source, hand_in.differences, hand_in.notes) == (Source.TEMPLATE, (), ())
    assert hand_in.original.year == 2025
    assert hand_in.code == hand_in.stated_code == ""


def template_values(typed: Assessment) -> dict[Place, object]:
    """The cells of a template that say what ``typed`` says."""
    practice = EDITION.item("1.1").practices[0]
    return {
        ("company", "company.name", "value"): typed.company.name,
        ("company", "company.credit_code", "value"): typed.company.credit_code,
        ("company", "company.region", "value"): "江西省 上饶市 婺源县",
        ("company", "company.industry", "value"): "52 零售业",
        ("company", "company.ownership", "value"): "民营企业",
        ("company", "company.revenue", "value"): 1200,
        ("company", "company.phone", "value"): 13800000000,
        ("company", "business_types", "value"): "☐ 批发贸易企业\n☑ 零售企业（含网店）",
        ("narratives", "company.results", "text"): "第一行\n第二行",
        ("metrics", "ec_sales", "current"): "1,234.5",
        ("items", "1.1", "claimed"): 3,
        ("items", "1.1", "practices"): f"☑ {practice.text.zh}\n☐ 别的",
        ("items", "1.1", "system"): "进销存",
        ("items", "1.1", "note"): "说明",
        ("items", "3.1", "claimed"): "不适用",
        ("items", "3.1", "reason"): "不做平台",
        ("figures", "1.1.k2", "current"): "101.4",
        ("evidence", "new.1", "title"): "合同",
        ("evidence", "new.1", "grade"): 3,
        ("evidence", "new.1", "items"): "1.1、2.1",
        ("targets", "1.2", "target"): 4,
        ("actions", "new.1", "item"): 1.2,
        ("actions", "new.1", "text"): "装扫码枪",
        ("actions", "new.1", "due"): 46112,
    }


def as_typed() -> Assessment:
    """The same, typed into the program."""
    company = Company(
        2025,
        name="婺源小店",
        credit_code="91361130MA00CHA53J",
        region="361130",
        industry="52",
        ownership="private",
        revenue="1200",
        phone="13800000000",
        results="第一行\n第二行",
    )
    a = Assessment(EDITION.id, company, profile=frozenset(["retailer"]))
    a = a.with_metric("ec_sales", replace(a.metric("ec_sales"), current="1,234.5"))
    figure = replace(a.answer("1.1").figure("1.1.k2"), current="101.4")
    answer = replace(
        a.answer("1.1"),
        level=3,
        practices=frozenset([EDITION.item("1.1").practices[0].id]),
        statement=Statement(system="进销存", note="说明"),
    ).with_figure("1.1.k2", figure)
    a = a.with_answer(answer)
    a = a.with_answer(replace(a.answer("3.1"), not_applicable=True, reason="不做平台"))
    entry = Evidence("1.1-01", title="合同", grade=3, items=("1.1", "2.1"))
    a = replace(a, evidence=a.evidence.with_new(entry))
    plan = a.plan.with_target("1.2", 4).with_new("1.2", "装扫码枪")
    plan = plan.with_changed(replace(plan.actions[0], due="2026-03-31"))
    return replace(a, plan=plan)


def test_a_filled_template_is_the_same_as_typing(template: Path) -> None:
    typed = as_typed()
    fill(template, template_values(typed))

    hand_in = read_file(LIBRARY, template)

    assert notes(hand_in) == []
    assert content(hand_in.assessment(hand_in.differences)) == content(typed)


def test_rows_of_a_template_without_an_item_are_said(template: Path) -> None:
    fill(
        template,
        {("evidence", "new.2", "title"): "没有项目", ("actions", "new.3", "text"): "没有项目"},
    )
    hand_in = read_file(LIBRARY, template)
    assert hand_in.differences == ()
    assert [note.id for note in hand_in.notes] == [
        "import.evidence_without_item",
        "import.action_without_item",
    ]


def test_of_two_rows_with_one_id_the_first_counts(written: Path) -> None:
    with edited(written) as workbook:
        sheet = sheet_of(workbook, "items")
        row = cell_at(workbook, ("items", "1.1", "claimed")).row
        sheet.append([cell.value for cell in sheet[row]])

    hand_in = read_file(LIBRARY, written)

    assert [note.id for note in hand_in.notes] == ["import.repeated_row"]
    assert hand_in.differences == ()


def test_an_edition_that_is_not_there_is_refused(written: Path) -> None:
    with edited(written) as workbook:
        cell = cell_at(workbook, ("data", "content", "value"))
        cell.value = str(cell.value).replace("mofcom-trial-2", "mofcom-2030")

    with pytest.raises(DigicomError, match=r"import\.edition_unknown"):
        read_file(LIBRARY, written)


def test_a_practice_may_hold_the_mark_that_parts_several(template: Path) -> None:
    ids = [item.id for item in EDITION.items]
    ticked = {
        ("items", id, "practices"): "\n".join(f"☑ {p.text.zh}" for p in EDITION.item(id).practices)
        for id in ids
    }
    fill(template, ticked)

    assessment = taken(template)

    for id in ids:
        assert assessment.answer(id).practices == {p.id for p in EDITION.item(id).practices}


def test_what_is_only_said_together_is_taken_together(written: Path) -> None:
    fill(
        written,
        {
            ("items", "1.1", "claimed"): "不适用",
            ("items", "1.1", "reason"): "没有这样的业务",
            ("items", "3.1", "claimed"): 2,
            ("items", "3.1", "system"): "供求栏",
            ("items", "3.1", "note"): "去年开始",
        },
    )

    assessment = taken(written)

    assert assessment.answer("1.1").reason == "没有这样的业务"
    assert assessment.answer("3.1").level == 2
    assert assessment.answer("3.1").statement == Statement(system="供求栏", note="去年开始")


def test_a_percentage_and_a_date_are_read_as_they_are_shown(written: Path) -> None:
    with edited(written) as workbook:
        share = cell_at(workbook, ("figures", "1.1.k1", "current"))
        share.value, share.number_format = 0.601, "0.0%"
        since = cell_at(workbook, ("items", "1.1", "since"))
        since.value, since.number_format = 45047, "yyyy/m/d"

    assessment = taken(written)

    assert assessment.answer("1.1").figure("1.1.k1").current == "60.1%"
    assert assessment.answer("1.1").statement.since == "2023-05-01"


def test_another_version_in_the_hidden_sheet_hides_no_changed_score(written: Path) -> None:
    fill(
        written,
        {("data", "program", "value"): "0.0.9", ("result", "supported", "value"): 99.9,
         ("cover", "firm", "value"): "别的公司"},
    )  # fmt: skip
    cells = {note.cell for note in read_file(LIBRARY, written).notes if note.id == "import.locked"}
    assert len(cells) >= 3


@pytest.mark.parametrize("block", ["result", "declaration", "cover"])
def test_a_sheet_without_answers_is_missed_too(written: Path, block: str) -> None:
    with edited(written) as workbook:
        del workbook[sheet_of(workbook, block).title]
    assert [note.id for note in read_file(LIBRARY, written).notes] == ["import.missing_sheet"]


def test_a_changed_statement_of_truth_is_said(written: Path) -> None:
    fill(written, {("declaration", "clause.2", "text"): "不作任何承诺"})
    assert [note.id for note in read_file(LIBRARY, written).notes] == ["import.locked"]


def test_a_deleted_column_leaves_what_was_exported(written: Path) -> None:
    with edited(written) as workbook:
        cell = cell_at(workbook, ("items", "1.1", "practices"))
        sheet_of(workbook, "items").delete_cols(cell.column)

    hand_in = read_file(LIBRARY, written)

    assert hand_in.differences == ()
    assert [note.id for note in hand_in.notes] == ["import.missing_column"]


def test_a_deleted_column_without_a_head_leaves_what_was_exported(written: Path) -> None:
    with edited(written) as workbook:
        cell = cell_at(workbook, ("company", "company.name", "value"))
        sheet_of(workbook, "company").delete_cols(cell.column)

    hand_in = read_file(LIBRARY, written)

    assert hand_in.differences == ()
    said = [(note.id, note.values["sheet"], note.grave) for note in hand_in.notes]
    assert said == [("import.missing_block", "企业信息", True)] * 2


def test_a_row_of_another_block_is_read_under_its_label(written: Path) -> None:
    with edited(written) as workbook:
        cell = cell_at(workbook, ("company", "company.phone", "value"))
        sheet_of(workbook, "company").cell(cell.row, 1).value = "company.results"
        label = sheet_of(workbook, "company").cell(cell.row, cell.column - 1).value

    assert label in [difference.what for difference in read_file(LIBRARY, written).differences]


def test_an_emptied_row_of_evidence_is_a_deleted_one(written: Path) -> None:
    number = cell_number(written)
    columns = ("number", "title", "date", "valid_until", "proves", "grade", "items", "file_name")
    fill(written, {("evidence", number, column): None for column in columns})
    difference = only(read_file(LIBRARY, written))
    assert (difference.sheet, difference.visible) == ("佐证材料清单", "")
    assert number not in {entry.number for entry in taken(written).evidence.entries}


def test_an_emptied_cell_is_said_with_its_column(written: Path) -> None:
    fill(written, {("items", "1.1", "claimed"): None})
    assert only(read_file(LIBRARY, written)).cell == "G6"


def test_a_number_format_that_shows_another_number_is_said(written: Path) -> None:
    with edited(written) as workbook:
        cell_at(workbook, ("result", "supported", "value")).number_format = '"99.9"'
    assert [note.id for note in read_file(LIBRARY, written).notes] == ["import.disguised"]


@pytest.mark.parametrize(
    ("written_place", "code"),
    [
        ("江西 上饶 婺源", "361130"), ("江西省婺源县", "361130"), ("广西南宁青秀", "450103"),
        ("北京市市辖区朝阳区", "110105"), ("新疆阿克苏地区阿克苏市", "652901"),
        ("361130", "361130"),
    ],
)  # fmt: skip
def test_a_place_is_found_however_it_is_written(
    template: Path, written_place: str, code: str
) -> None:
    fill(template, {("company", "company.region", "value"): written_place})
    assert taken(template).company.region == code


def test_a_finding_that_was_only_verified_makes_no_difference(tmp_path: Path) -> None:
    today = local_day(system_clock)
    sample = LIBRARY.sample()
    entry = replace(sample.evidence.entries[0], valid_until="2020-01-01")
    sample = replace(sample, evidence=sample.evidence.with_changed(entry))
    for finding in Appraisal(LIBRARY, sample, today).findings:
        if finding.class_ is FindingClass.VERIFY:
            sample = sample.with_reason(finding.key, Reason(finding.values_hash, verified=True))
    report = Appraisal(LIBRARY, sample, today).report(Language.ZH, system_clock())
    Workspace.export_workbook(report, tmp_path / "a.xlsx")

    hand_in = read_file(LIBRARY, tmp_path / "a.xlsx")

    assert (hand_in.differences, hand_in.notes) == ((), ())


def test_what_was_added_beside_the_table_is_said_by_a_thorough_reading(written: Path) -> None:
    assert read_file(LIBRARY, written, thorough=True).notes == ()
    with edited(written) as workbook:
        sheet_of(workbook, "items")["AA8"] = "批准"
    (note,) = read_file(LIBRARY, written, thorough=True).notes
    assert (note.id, note.cell, note.values["text"]) == ("import.added", "AA8", "批准")
