from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.company import NARRATIVES, REQUIRED_FIELDS, TEXT_FIELDS, limit
from digicom_desktop.domain.text import Language, clean, clean_line
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.company_page import CompanyPage
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import HOSTILE, Stage, staged

CODE = "91361130MA00CHA53J"
# Without a window manager a list that pops up cannot do all that it tries.
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CHOSEN = {"region", "industry", "industry_detail", "ownership", "category"}


def make(session: Session, words: Words, workspace: Workspace) -> CompanyPage:
    return CompanyPage(session, words, workspace.library)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make) as stage:
        yield stage


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make, filled=True) as stage:
        yield stage


def label(stage: Stage, name: str) -> str:
    text = stage.words.say(f"company.{name}")
    return f"{text}, required" if name in REQUIRED_FIELDS else text


def type_into(qtbot: QtBot, stage: Stage, name: str, text: str) -> None:
    line = stage.line(label(stage, name))
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
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
        ("4,860", "CNY 48,600,000"),
        ("48600000元", "4,860 × CNY 10,000"),
        ("１.２亿", "12,000 × CNY 10,000"),
        ("0.5", "CNY 5,000"),
    ],
)
def test_an_amount_is_said_in_words(qtbot: QtBot, stage: Stage, typed: str, said: str) -> None:
    line = stage.line(label(stage, "revenue"))
    line.setFocus()
    line.insert(typed)
    line.textEdited.emit(line.text())
    stage.page.flush()
    assert any(said in text for text in stage.said)
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
    assert (province.placeholderText(), city.placeholderText()) == ("Choose or type", "")
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
