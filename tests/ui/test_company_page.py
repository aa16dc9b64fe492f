from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain import credit_code
from digicom_desktop.domain.company import NARRATIVES, REQUIRED_FIELDS, TEXT_FIELDS, Company, limit
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.text import Language, clean, clean_line
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.company_page import CompanyPage
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.missing_line import MissingLine
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import HOSTILE, Stage, staged

CODE = "91361130MA00CHA53J"
# Without a window manager a list that pops up cannot do all that it tries.
POPUP = pytest.mark.qt_log_ignore(
    "This plugin does not support", "grabbing the keyboard", extend=True
)
CHOSEN = {"region", "industry", "industry_detail", "ownership", "category"}


def make(session: Session, words: Words, workspace: Workspace) -> CompanyPage:
    page = CompanyPage(session, words, workspace)
    for _ in range(10):  # the tables come one by one, after the page
        QApplication.processEvents()
    return page


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make) as stage:
        yield stage


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make, filled=True) as stage:
        yield stage


FIGURES = {
    "employees": "Employees at the end of the year, 2025",
    "revenue": "Operating revenue, 2025",
    "total_assets": "Total assets, 2025",
}
"""How the fields are called that stand among the figures."""


def label(stage: Stage, name: str) -> str:
    text = FIGURES.get(name) or stage.words.say(f"company.{name}")
    return f"{text}, required" if name in REQUIRED_FIELDS else text


def type_into(qtbot: QtBot, stage: Stage, name: str, text: str) -> None:
    line = stage.line(label(stage, name))
    line.setFocus()
    line.selectAll()
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:
        line.insert(text)
        line.textEdited.emit(line.text())
    stage.page.flush()


def area(stage: Stage, name: str) -> QPlainTextEdit:
    wanted = label(stage, name)
    return stage.find(QPlainTextEdit, lambda text: text.accessibleName() == wanted)


def errors(stage: Stage) -> list[str]:
    """What the red fields say."""
    return [
        widget.accessibleDescription()
        for widget in stage.page.findChildren(QWidget)
        if widget.property("wrong")
    ]


def test_every_field_of_the_firm_is_on_the_page(filled: Stage) -> None:
    company = filled.session.current.company
    for name in TEXT_FIELDS:
        if name not in CHOSEN and name not in NARRATIVES and name != "honours":
            assert filled.line(label(filled, name)).text() == getattr(company, name)
    for name in (*NARRATIVES, "honours"):
        text = area(filled, name)
        assert text.toPlainText() == getattr(company, name)
    boxes = {box.accessibleName(): box.currentData() for box in filled.page.findChildren(QComboBox)}
    assert boxes == {
        label(filled, "industry_detail"): None,
        label(filled, "ownership"): company.ownership,
        label(filled, "category"): company.category,
        label(filled, "year"): str(company.year),
    }


def test_what_is_typed_is_on_disk_after_a_flush(qtbot: QtBot, stage: Stage) -> None:
    type_into(qtbot, stage, "contact", "Yu Xiaoman")
    assert stage.stored.company.contact == "Yu Xiaoman"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_text_in_any_field_is_kept_as_text(qtbot: QtBot, stage: Stage, hostile: str) -> None:
    names = [n for n in TEXT_FIELDS if n not in CHOSEN]
    for name in names:
        if name in NARRATIVES or name == "honours":
            text = area(stage, name)
            text.setFocus()
            text.insertPlainText(hostile)
        else:
            line = stage.line(label(stage, name))
            line.setFocus()
            line.insert(hostile)
            line.textEdited.emit(line.text())
        stage.page.flush()
    company = stage.stored.company
    for name in names:
        is_long = name in NARRATIVES or name == "honours"
        cleaned = clean(hostile) if is_long else clean_line(hostile)
        assert getattr(company, name) == cleaned[: limit(name)]


def test_codes_from_elsewhere_stay_until_the_person_chooses(stage: Stage) -> None:
    current = stage.session.current
    company = replace(current.company, region="999999", industry="=1+1", ownership="<b>")
    stage.change(replace(current, company=company))
    stage.page.flush()
    assert stage.stored.company == company


def test_a_wrong_code_is_red_with_its_reason_and_saved_all_the_same(
    qtbot: QtBot, stage: Stage
) -> None:
    type_into(qtbot, stage, "credit_code", CODE[:-1] + "H")
    assert stage.stored.company.credit_code == CODE[:-1] + "H"
    (sentence,) = errors(stage)
    assert '"J"' in sentence and '"H"' in sentence
    type_into(qtbot, stage, "credit_code", CODE)
    assert errors(stage) == []


def test_a_letter_that_codes_never_use_comes_with_a_suggestion(qtbot: QtBot, stage: Stage) -> None:
    type_into(qtbot, stage, "credit_code", CODE.replace("00", "O0"))
    (sentence,) = errors(stage)
    assert '"O"' in sentence and '"0"' in sentence


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4860", "2025: That is 4,860.00 (CNY 10,000)"),
        ("48600000元", "2025: That is 4,860.00 (CNY 10,000)"),
        ("600千元", "2025: That is 60.00 (CNY 10,000)"),
        ("１.２亿", "2025: That is 12,000.00 (CNY 10,000)"),
    ],
)
def test_an_amount_says_what_was_read(qtbot: QtBot, stage: Stage, typed: str, said: str) -> None:
    line = stage.line(label(stage, "revenue"))
    line.setFocus()
    line.insert(typed)
    line.textEdited.emit(line.text())
    stage.page.flush()
    assert said in stage.said
    assert stage.stored.company.revenue == typed


def test_an_amount_that_is_none_is_red_and_kept(qtbot: QtBot, stage: Stage) -> None:
    type_into(qtbot, stage, "revenue", "about 5")
    assert stage.stored.company.revenue == "about 5"
    assert len(errors(stage)) == 1


def test_the_missing_fields_are_named_and_lead_there(qtbot: QtBot, stage: Stage) -> None:
    assert f"Still needed before finalising ({len(REQUIRED_FIELDS)}):" in stage.said
    stage.button(stage.words.say("company.contact")).click()
    assert stage.line(label(stage, "contact")).hasFocus()
    type_into(qtbot, stage, "contact", "Yu")
    assert f"Still needed before finalising ({len(REQUIRED_FIELDS) - 1}):" in stage.said


def test_nothing_is_missing_in_the_example(filled: Stage) -> None:
    assert "Everything that is required is filled in." in filled.said


@POPUP
def test_the_region_is_chosen_in_steps(qtbot: QtBot, stage: Stage) -> None:
    region = label(stage, "region")
    province, city, county = (stage.line(f"{region} {s}") for s in ("Province", "City", "County"))
    assert not city.isEnabled()
    hint = "Type your city or county, or choose"
    assert (province.placeholderText(), city.placeholderText()) == (hint, "")
    for line, name, code in (
        (province, "江西省", "360000"),
        (city, "上饶市", "361100"),
        (county, "婺源县", "361130"),
    ):
        line.setFocus()
        line.insert(name)
        line.textEdited.emit(line.text())
        stage.page.flush()
        assert stage.stored.company.region == code
    province.setFocus()
    province.selectAll()
    province.insert("北京市")
    province.textEdited.emit(province.text())
    stage.page.flush()
    assert stage.stored.company.region == "110000"
    assert (city.text(), county.text()) == ("", "")
    city.insert("东城区")
    city.textEdited.emit(city.text())
    stage.page.flush()
    assert stage.stored.company.region == "110101"
    assert not county.isEnabled()
    assert county.placeholderText() == "Nothing to choose"


@POPUP
@pytest.mark.parametrize("typed", [("浙江省", "杭州"), ("330000", "3301")])
def test_the_tab_key_goes_from_a_step_of_the_region_to_the_next(
    qtbot: QtBot, stage: Stage, typed: tuple[str, str]
) -> None:
    region = label(stage, "region")
    province, city, county = (stage.line(f"{region} {s}") for s in ("Province", "City", "County"))
    with qtbot.waitActive(stage.page.window()):
        stage.page.window().activateWindow()
    province.setFocus()
    for line, text, behind in ((province, typed[0], city), (city, typed[1], county)):
        assert line.hasFocus()
        if text.isascii():
            qtbot.keyClicks(line, text)
        else:
            line.insert(text)
            line.textEdited.emit(line.text())
        qtbot.keyClick(line, Qt.Key.Key_Tab)
        assert behind.hasFocus()
    assert stage.stored.company.region.startswith("3301")
    qtbot.keyClick(county, Qt.Key.Key_Backtab)
    assert city.hasFocus()


@POPUP
@pytest.mark.parametrize(
    ("typed", "code", "shown"),
    [
        ("义乌", "330782", ["浙江省", "金华市", "义乌市"]),
        ("浙江义乌", "330782", ["浙江省", "金华市", "义乌市"]),
        ("上饶", "361100", ["江西省", "上饶市", ""]),
        ("东莞", "441900", ["广东省", "东莞市", ""]),
        ("吉林", "220000", ["吉林省", "", ""]),  # what is offered goes before what is below it
    ],
)
def test_a_city_or_county_typed_in_the_first_step_fills_those_above_it(
    qtbot: QtBot, stage: Stage, typed: str, code: str, shown: list[str]
) -> None:
    region = label(stage, "region")
    lines = [stage.line(f"{region} {step}") for step in ("Province", "City", "County")]
    lines[0].setFocus()
    lines[0].insert(typed)
    lines[0].textEdited.emit(lines[0].text())
    assert not lines[0].property("wrong")
    qtbot.keyClick(lines[0], Qt.Key.Key_Return)
    assert stage.stored.company.region == code
    assert [line.text() for line in lines] == shown
    assert errors(stage) == []


@POPUP
def test_places_of_the_same_name_are_told_apart_by_their_way(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line(f"{label(stage, 'region')} Province")
    line.setFocus()
    line.insert("鼓楼")
    line.textEdited.emit(line.text())
    listed = line.completer().completionModel()
    texts = [str(listed.index(row, 0).data()) for row in range(listed.rowCount())]
    assert "福建省 · 福州市 · 鼓楼区" in texts and "江苏省 · 南京市 · 鼓楼区" in texts
    assert stage.stored.company.region == "", "nobody knows which"


@POPUP
def test_only_provinces_are_listed_before_anything_is_typed(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line(f"{label(stage, 'region')} Province")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.completer().completionCount() == 34
    assert f"{stage.words.say('company.region')} * · province" in stage.said


@POPUP
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("零售", "52"),
        ("网店", "52"),
        ("服装店", "52"),
        ("我开网店", "52"),
        ("民宿", "61"),
        ("快递", "60"),
        ("种茶", "01"),
        ("restaurant", "62"),
    ],
)
def test_the_industry_is_found_by_what_people_call_it(
    qtbot: QtBot, stage: Stage, typed: str, first: str
) -> None:
    line = stage.line(label(stage, "industry"))
    line.setFocus()
    line.insert(typed)
    line.textEdited.emit(line.text())
    listed = line.completer().completionModel()
    assert str(listed.index(0, 0).data()).startswith(first)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stage.stored.company.industry == first


@POPUP
def test_a_word_of_several_industries_is_not_decided_by_the_program(stage: Stage) -> None:
    line = stage.line(label(stage, "industry"))
    line.setFocus()
    line.insert("服装")
    line.textEdited.emit(line.text())
    listed = line.completer().completionModel()
    codes = {str(listed.index(row, 0).data())[:2] for row in range(listed.rowCount())}
    assert codes == {"18", "51", "52"}, "who sells clothes makes none"
    stage.page.flush()
    assert stage.stored.company.industry == ""


@POPUP
def test_the_industry_is_found_by_its_code(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line(label(stage, "industry"))
    line.insert("52")
    line.textEdited.emit(line.text())
    stage.page.flush()
    assert stage.stored.company.industry == "52"


def test_another_year_is_another_year_of_the_assessment(stage: Stage) -> None:
    box = stage.find(QComboBox, lambda b: b.accessibleName() == label(stage, "year"))
    box.setCurrentIndex(box.findData("2024"))
    box.activated.emit(box.currentIndex())
    assert stage.stored.year == 2024


def test_undo_shows_the_old_text_again(qtbot: QtBot, filled: Stage) -> None:
    old = filled.session.current.company.name
    type_into(qtbot, filled, "name", "Another firm")
    assert filled.stored.company.name == "Another firm"
    filled.undo()
    assert filled.line(label(filled, "name")).text() == old
    assert filled.stored.company.name == old


def test_a_change_elsewhere_leaves_caret_and_selection_alone(qtbot: QtBot, filled: Stage) -> None:
    line = filled.line(label(filled, "address"))
    line.setFocus()
    line.setSelection(2, 3)
    type_elsewhere = replace(filled.session.current.company, phone="1")
    filled.change(replace(filled.session.current, company=type_elsewhere))
    assert (line.selectionStart(), line.selectedText()) == (2, line.text()[2:5])


def test_typing_says_so_at_once(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.page.typing, timeout=1000):
        qtbot.keyClick(stage.line(label(stage, "contact")), Qt.Key.Key_A)


def test_the_page_speaks_chinese(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path, make, Language.ZH, filled=True) as stage:
        assert "统一社会信用代码 *" in stage.said


def warnings(stage: Stage) -> list[str]:
    """What the amber fields say."""
    return [
        widget.accessibleDescription()
        for widget in stage.page.findChildren(QWidget)
        if widget.property("doubtful")
    ]


def coded(body: str) -> str:
    return body + credit_code.check_character(body)


def test_all_that_is_wrong_with_a_code_is_said(qtbot: QtBot, stage: Stage) -> None:
    type_into(qtbot, stage, "credit_code", "94" + CODE[2:])
    (sentences,) = errors(stage)
    assert len(sentences.split("\n")) == 2


def test_what_is_unusual_of_a_code_is_amber_and_saved(qtbot: QtBot, stage: Stage) -> None:
    code = coded("1299" + CODE[4:17])
    type_into(qtbot, stage, "credit_code", code)
    assert stage.stored.company.credit_code == code
    assert errors(stage) == []
    (sentences,) = warnings(stage)
    assert len(sentences.split("\n")) >= 2


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("postcode", "33320", "333200"),
        ("phone", "12345", "0793-7000000"),
        ("email", "office.example.com", "office@example.com"),
    ],
)
def test_contact_data_is_judged_and_saved_all_the_same(
    qtbot: QtBot, stage: Stage, name: str, wrong: str, right: str
) -> None:
    type_into(qtbot, stage, name, wrong)
    assert getattr(stage.stored.company, name) == wrong
    assert len(errors(stage)) == 1
    type_into(qtbot, stage, name, right)
    assert errors(stage) == []
    assert warnings(stage) == []


def choose_industry(stage: Stage, code: str) -> None:
    line = stage.line(label(stage, "industry"))
    line.setFocus()
    line.selectAll()
    line.insert(code)
    line.textEdited.emit(line.text())
    stage.page.flush()
    stage.page.visit_ended.emit()


def group_box(stage: Stage) -> QComboBox:
    return stage.find(QComboBox, lambda b: b.accessibleName() == label(stage, "industry_detail"))


@POPUP
def test_only_two_industries_ask_for_the_group(stage: Stage) -> None:
    for code, asks in (("59", True), ("52", False), ("70", True), ("15", False)):
        choose_industry(stage, code)
        assert group_box(stage).isVisible() is asks


@POPUP
def test_another_industry_takes_its_group_along_in_one_step(stage: Stage) -> None:
    choose_industry(stage, "70")
    box = group_box(stage)
    box.setCurrentIndex(box.findData("702"))
    box.activated.emit(box.currentIndex())
    assert stage.stored.company.industry_detail == "702"
    stage.page.visit_ended.emit()
    choose_industry(stage, "59")
    assert (stage.stored.company.industry, stage.stored.company.industry_detail) == ("59", "")
    stage.undo()
    assert (stage.stored.company.industry, stage.stored.company.industry_detail) == ("70", "702")
    assert group_box(stage).currentData() == "702"


@POPUP
def test_the_size_class_follows_the_figures(qtbot: QtBot, stage: Stage) -> None:
    assert "Choose the industry first; the size depends on it." in stage.said
    choose_industry(stage, "15")
    type_into(qtbot, stage, "employees", "86")
    assert any("still needed: revenue" in said for said in stage.said)
    type_into(qtbot, stage, "revenue", "4,860")
    assert "Small enterprise" in stage.said
    type_into(qtbot, stage, "revenue", "2亿")
    type_into(qtbot, stage, "employees", "300")
    assert "Medium enterprise" in stage.said
    choose_industry(stage, "83")
    assert "Not covered by the standard" in stage.said


def test_a_figure_is_typed_once_and_its_change_is_told(qtbot: QtBot, stage: Stage) -> None:
    type_into(qtbot, stage, "revenue", "4,860")
    line = stage.line("Operating revenue, 2024")
    line.setFocus()
    qtbot.keyClicks(line, "4210")
    stage.page.flush()
    assert stage.stored.company.revenue == "4,860"
    assert stage.stored.metrics == {"revenue": MetricValue(previous="4210")}
    assert "+15.4%" in stage.said


def names_of_lines(stage: Stage) -> set[str]:
    for _ in range(10):
        QApplication.processEvents()
    return {line.accessibleName() for line in stage.page.findChildren(QLineEdit)}


def test_figures_are_those_of_the_firms_business(stage: Stage) -> None:
    assert "Platform transaction value, 2025" not in names_of_lines(stage)
    stage.change(replace(stage.session.current, profile=frozenset({"platform"})))
    assert "Platform transaction value, 2025" in names_of_lines(stage)
    assert "Total imports and exports, 2025" not in names_of_lines(stage)


def test_another_year_gives_the_figures_other_years(stage: Stage) -> None:
    company = replace(stage.session.current.company, year=2023)
    stage.change(replace(stage.session.current, company=company))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    names = names_of_lines(stage)
    assert {"E-commerce sales, 2023", "E-commerce sales, 2022"} <= names
    assert "E-commerce sales, 2025" not in names


def test_single_orders_where_ten_thousands_are_counted_are_doubted(
    qtbot: QtBot, stage: Stage
) -> None:
    for name, text in (("E-commerce sales, 2025", "90"), ("Orders in the year, 2025", "2568")):
        line = stage.line(name)
        line.setFocus()
        qtbot.keyClicks(line, text)
    stage.line(label(stage, "contact")).setFocus()
    (said,) = warnings(stage)
    assert "(2,568 × 10,000 orders)" in said and "(90 × CNY 10,000)" in said


def test_figures_that_do_not_agree_say_so_when_left(qtbot: QtBot, stage: Stage) -> None:
    for name, text in (("E-commerce sales", "100"), ("E-commerce purchases", "50")):
        line = stage.line(f"{name}, 2025")
        line.setFocus()
        qtbot.keyClicks(line, text)
    line = stage.line("E-commerce transaction value, 2025")
    line.setFocus()
    qtbot.keyClicks(line, "15")
    qtbot.waitUntil(lambda: stage.stored.metric("ec_trade").current == "15")
    assert errors(stage) == [], "the person is still typing"
    line.clearFocus()
    (sentence,) = errors(stage)
    assert sentence.startswith("2025: ") and "(15.00)" in sentence and "(150.00)" in sentence
    line.setFocus()
    line.end(False)
    qtbot.keyClicks(line, "0")
    line.clearFocus()
    assert errors(stage) == []


def test_figures_can_be_undone(qtbot: QtBot, stage: Stage) -> None:
    line = stage.line("Orders in the year, 2024")
    line.setFocus()
    qtbot.keyClicks(line, "12")
    stage.page.flush()
    assert stage.stored.metric("orders").previous == "12"
    stage.undo()
    assert stage.stored.metrics == {}
    assert line.text() == ""


OFFER = "An assessment of this firm for 2025 is here already."


@pytest.fixture
def known(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """An empty assessment of 2026 beside the filled one of 2025."""

    def beside_the_sample(session: Session, words: Words, workspace: Workspace) -> CompanyPage:
        workspace.add_sample()
        session.change(replace(session.current, company=Company(year=2026)))
        session.end_visit()
        return make(session, words, workspace)

    with staged(tmp_path, beside_the_sample) as stage:
        yield stage


def test_a_firm_that_exists_is_filled_in_on_request(qtbot: QtBot, known: Stage) -> None:
    assert OFFER not in known.said
    type_into(qtbot, known, "name", "Tea")
    type_into(qtbot, known, "credit_code", CODE.lower())
    assert OFFER in known.said
    before = known.session.current
    known.button("Fill in the company information").click()
    company, sample = known.stored.company, known.workspace.library.sample()
    assert (company.name, company.credit_code) == ("Tea", CODE.lower())
    assert (company.year, company.region) == (2026, sample.company.region)
    assert (company.employees, company.results, company.filled_on) == ("", "", "")
    assert known.stored.profile == sample.profile
    assert known.stored.metric("revenue") == MetricValue(previous=sample.company.revenue)
    assert OFFER not in known.said
    known.undo()
    assert known.stored == before
    assert OFFER in known.said


def test_nothing_is_offered_for_a_wrong_or_unknown_code(qtbot: QtBot, known: Stage) -> None:
    for code in (CODE[:-1], CODE[:-1] + "H", coded("91110105MA00CHA53")):
        type_into(qtbot, known, "credit_code", code)
        assert OFFER not in known.said


def test_nothing_is_offered_where_more_is_filled_in(qtbot: QtBot, known: Stage) -> None:
    type_into(qtbot, known, "contact", "Yu")
    type_into(qtbot, known, "credit_code", CODE)
    assert OFFER not in known.said


def test_every_input_has_a_name_of_its_own(filled: Stage) -> None:
    QApplication.processEvents()
    kinds = (QLineEdit, QComboBox, QPlainTextEdit)
    inputs = [w for kind in kinds for w in filled.page.findChildren(kind) if w.isVisible()]
    names = [widget.accessibleName() for widget in inputs]
    assert len(names) > 50
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_in_a_small_window(
    qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    with staged(tmp_path, make, language, filled=True, width=845) as stage:
        QApplication.processEvents()
        room = stage.page.width()
        for widget in stage.page.findChildren(QWidget):
            if widget.isVisible():
                assert widget.mapTo(stage.page, QPoint(widget.width(), 0)).x() <= room
        for text in stage.page.findChildren(PlainLabel):
            if text.isVisible() and not text.wordWrap():
                needed = text.fontMetrics().horizontalAdvance(text.text())
                assert text.width() >= needed, text.text()


def test_the_page_leads_on_to_the_profile(stage: Stage) -> None:
    stage.button("Next: business profile").click()
    assert stage.places == ["profile"]


def test_what_stands_below_keeps_its_place_when_less_is_missing(stage: Stage) -> None:
    QApplication.processEvents()
    field = stage.line("Name of the firm, required")
    before = field.mapTo(stage.page, QPoint(0, 0))
    filled = stage.workspace.library.sample()
    stage.change(replace(stage.session.current, company=filled.company))
    QApplication.processEvents()
    assert "Everything that is required is filled in." in stage.said
    assert field.mapTo(stage.page, QPoint(0, 0)) == before


def test_the_date_of_filling_in_is_today_by_one_click(stage: Stage) -> None:
    line = stage.line(label(stage, "filled_on"))
    assert line.placeholderText() == "year-month-day", "an example would look filled in"
    stage.button(f"{label(stage, 'filled_on')}: today").click()
    assert stage.stored.company.filled_on == stage.session.today.isoformat()
    assert line.text() == stage.session.today.isoformat()
    stage.undo()
    assert line.text() == ""


def test_a_figure_in_the_place_of_the_name_is_doubted_and_saved(qtbot: QtBot, stage: Stage) -> None:
    type_into(qtbot, stage, "name", "3200000")
    assert stage.stored.company.name == "3200000"
    (said,) = warnings(stage)
    assert said.startswith("The name has no letter at all")
    type_into(qtbot, stage, "name", "3M")
    assert warnings(stage) == []


def test_the_years_follow_each_other_as_at_the_items_and_keep_their_columns(
    qtbot: QtBot, stage: Stage
) -> None:
    """Last year first, then the assessed one; a long change pushes nothing aside."""
    before, now = (stage.line(f"Operating revenue, {year}") for year in ("2024", "2025, required"))

    def places() -> list[int]:
        QApplication.processEvents()
        return [line.mapTo(stage.page, QPoint(0, 0)).x() for line in (before, now)]

    first = places()
    assert first[0] < first[1]
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert now.hasFocus(), "the Tab key goes as the eye does"
    type_into(qtbot, stage, "revenue", "3200000")
    before.setFocus()
    qtbot.keyClicks(before, "0.01")
    stage.page.flush()
    assert any(said.startswith("+31999") for said in stage.said)
    assert places() == first


def test_nothing_moves_below_a_field_whose_error_goes_until_it_is_left(
    qtbot: QtBot, stage: Stage
) -> None:
    """Who corrects the code clicks into the next field where it stands."""
    line = stage.line(label(stage, "credit_code"))
    line.setFocus()
    qtbot.keyClicks(line, CODE[:-1] + "H")
    stage.page.flush()
    below = stage.line(label(stage, "address"))

    def place() -> int:
        for _ in range(5):
            QApplication.processEvents()
        return below.mapTo(stage.page, QPoint(0, 0)).y()

    assert len(errors(stage)) == 1
    wrong = place()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, CODE[-1])
    assert errors(stage) == []
    assert place() == wrong
    below.setFocus()
    assert place() < wrong


def _alike(a: QColor, b: QColor) -> bool:
    """But for what smoothing did to it."""
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return all(abs(one - other) < 6 for one, other in pairs)


def test_a_form_that_nobody_has_begun_is_not_called_wrong(qtbot: QtBot, stage: Stage) -> None:
    assert f"Still needed before finalising ({len(REQUIRED_FIELDS)}):" in stage.said
    missing = stage.find(MissingLine)

    def is_painted(colour: str) -> bool:
        icons = [icon for icon in missing.findChildren(IconLabel) if icon.isVisible()]
        picture = icons[-1].pixmap().toImage()
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        strokes = [c for spot in spots if (c := picture.pixelColor(*spot)).alpha() > 100]
        return bool(strokes) and all(_alike(stroke, QColor(colour)) for stroke in strokes)

    QApplication.processEvents()
    assert is_painted(LIGHT.grey.text) and not is_painted(LIGHT.red.text)
    type_into(qtbot, stage, "contact", "Yu")
    QApplication.processEvents()
    assert is_painted(LIGHT.red.text)
