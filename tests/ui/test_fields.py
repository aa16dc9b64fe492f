"""Fields tell what a person changed, all of it, and nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.measure import MONEY, PEOPLE, PERCENT
from digicom_desktop.domain.text import Language, half_width, pasted
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui import theme
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.fields import (
    ChoiceField,
    DateField,
    LineField,
    SearchChoiceField,
    TextField,
)
from digicom_desktop.ui.figure_field import FigureField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.remark import Remark
from digicom_desktop.ui.tokens import LIGHT, WRITE_DELAY

CHOICES = (("a", "民营"), ("b", "国有"))
WORDS = Library(resources_folder()).words(Language.ZH)
MAKERS: dict[str, Callable[[], Field]] = {
    "line": lambda: LineField("名称", 20),
    "text": lambda: TextField("说明", 20),
    "number": lambda: FigureField("占比", PERCENT, "%", WORDS),
    "amount": lambda: FigureField("收入", MONEY, "万元", WORDS),
    "count": lambda: FigureField("人数", PEOPLE, "人", WORDS),
    "date": lambda: DateField("日期"),
}


def theme_application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def show(qtbot: QtBot, field: Field) -> list[str]:
    """Puts ``field`` on the screen; what it tells from now on."""
    told: list[str] = []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    return told


def inside(field: Field) -> QWidget:
    """The input of ``field``."""
    found = field.focusProxy()
    assert isinstance(found, QWidget)
    return found


def type_with_input_method(widget: QWidget, unfinished: str, finished: str) -> None:
    event = QInputMethodEvent(unfinished, [])
    event.setCommitString(finished)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("kind", MAKERS)
def test_what_the_program_shows_is_not_told(qtbot: QtBot, kind: str) -> None:
    field = MAKERS[kind]()
    told = show(qtbot, field)
    field.set_text("12")
    field.flush()
    assert field.text() == "12"
    assert told == []


@pytest.mark.parametrize("kind", MAKERS)
def test_typing_is_told_once_after_a_pause(qtbot: QtBot, kind: str) -> None:
    field = MAKERS[kind]()
    told = show(qtbot, field)
    qtbot.keyClicks(inside(field), "2025")
    assert told == []
    assert field.is_waiting
    qtbot.waitUntil(lambda: told == ["2025"], timeout=WRITE_DELAY + 2000)
    assert not field.is_waiting


@pytest.mark.parametrize("kind", MAKERS)
def test_leaving_a_field_tells_at_once_and_ends_the_visit(qtbot: QtBot, kind: str) -> None:
    field = MAKERS[kind]()
    told = show(qtbot, field)
    visits: list[None] = []
    field.visit_ended.connect(lambda: visits.append(None))
    inside(field).setFocus()
    qtbot.keyClicks(inside(field), "7")
    inside(field).clearFocus()
    assert told == ["7"]
    assert visits == [None]


def test_a_flush_tells_at_once(qtbot: QtBot) -> None:
    field = LineField("名称", 20)
    told = show(qtbot, field)
    qtbot.keyClicks(inside(field), "abc")
    field.flush()
    field.flush()
    assert told == ["abc"]


@pytest.mark.parametrize("kind", ["line", "text"])
def test_unfinished_characters_of_an_input_method_are_not_told(qtbot: QtBot, kind: str) -> None:
    field = MAKERS[kind]()
    told = show(qtbot, field)
    inside(field).setFocus()
    type_with_input_method(inside(field), "shang", "")
    assert not field.is_waiting
    field.flush()
    assert told == []
    type_with_input_method(inside(field), "", "商务")
    field.flush()
    assert told == ["商务"]


def test_what_is_being_typed_is_not_overwritten(qtbot: QtBot) -> None:
    field = LineField("名称", 20)
    show(qtbot, field)
    qtbot.keyClicks(inside(field), "mine")
    field.set_text("theirs")
    assert field.text() == "mine"


def test_pasted_text_is_plain_and_clean(qtbot: QtBot) -> None:
    line, area = LineField("名称", 100), TextField("说明", 100)
    shown_line, shown_area = show(qtbot, line), show(qtbot, area)
    mime = QMimeData()
    mime.setText("甲\x00乙\n<b>丙</b>\ud800\x1b")
    mime.setHtml("<b>甲</b>")
    QGuiApplication.clipboard().setMimeData(mime)
    one, many = inside(line), inside(area)
    assert isinstance(one, QLineEdit)
    assert isinstance(many, QPlainTextEdit)
    one.paste()
    many.paste()
    line.flush()
    area.flush()
    assert shown_line == ["甲乙 <b>丙</b>"]
    assert shown_area == ["甲乙\n<b>丙</b>"]


def test_a_line_holds_no_more_than_its_limit(qtbot: QtBot) -> None:
    field = LineField("名称", 5)
    told = show(qtbot, field)
    qtbot.keyClicks(inside(field), "1234567")
    field.flush()
    assert told == ["12345"]


def test_a_rare_character_counts_once(qtbot: QtBot) -> None:
    field = LineField("名称", 3)
    show(qtbot, field)
    field.set_text("𬭸𬭸𬭸")
    assert field.text() == "𬭸𬭸𬭸"


@pytest.mark.parametrize(
    "typed", ["1234567", "12\u200b34567", "𠮷𬭸䶮𠮷𬭸䶮1", "abcd𠮷𬭸", "长" * 5000]
)
def test_a_line_shows_no_more_than_is_saved(qtbot: QtBot, typed: str) -> None:
    """Also where nothing stood before; rare characters of names count as one."""
    field = LineField("名称", 5)
    told = show(qtbot, field)
    line = inside(field)
    assert isinstance(line, QLineEdit)
    type_in(line, typed)
    field.flush()
    assert told == [line.text()] == [pasted(typed)[:5]]


def test_a_line_over_its_limit_loses_only_what_was_just_typed(qtbot: QtBot) -> None:
    field = LineField("名称", 6)
    told = show(qtbot, field)
    field.set_text("ab𠮷def")
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(4)
    type_in(line, "XY")
    field.flush()
    assert (line.text(), line.cursorPosition(), told) == ("ab𠮷def", 4, [])


def test_a_text_over_its_limit_loses_only_what_was_just_typed(qtbot: QtBot) -> None:
    field = TextField("说明", 6)
    told = show(qtbot, field)
    field.set_text("abcdef")
    area = inside(field)
    assert isinstance(area, QPlainTextEdit)
    cursor = area.textCursor()
    cursor.setPosition(3)
    area.setTextCursor(cursor)
    qtbot.keyClicks(area, "XY")
    field.flush()
    assert field.text() == "abcdef"
    assert told == []
    mime = QMimeData()
    mime.setText("0123456789")
    QGuiApplication.clipboard().setMimeData(mime)
    area.selectAll()
    area.paste()
    field.flush()
    assert told == ["012345"]


def test_undo_in_a_field_is_its_own_and_is_told(qtbot: QtBot) -> None:
    field = LineField("名称", 20)
    told = show(qtbot, field)
    inside(field).setFocus()
    qtbot.keyClicks(inside(field), "abc")
    field.flush()
    qtbot.keyClick(inside(field), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.flush()
    assert told == ["abc", ""]


@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        ("number", "约一成", "１０.5%"),
        ("amount", "很多", "1,234.5万元"),
        ("count", "3.5", "36人"),
        ("date", "去年", "2025年3月"),
    ],
)
def test_wrong_text_is_kept_told_and_said_to_be_wrong(
    qtbot: QtBot, kind: str, wrong: str, right: str
) -> None:
    field = MAKERS[kind]()
    told = show(qtbot, field)
    widget = inside(field)
    assert isinstance(widget, QLineEdit)
    widget.insert(wrong)
    widget.textEdited.emit(wrong)
    field.flush()
    assert told == [wrong]
    assert widget.property("wrong") == "true"
    assert widget.accessibleDescription()
    field.set_text(right)
    assert not widget.property("wrong")
    assert field.text() == right


def test_an_error_from_outside_stays_until_it_is_taken_away(qtbot: QtBot) -> None:
    field = LineField("信用代码", 20)
    show(qtbot, field)
    field.set_error("最后一位不对")
    assert inside(field).property("wrong") == "true"
    field.set_error("")
    assert not inside(field).property("wrong")


def typed(qtbot: QtBot, field: Field, text: str) -> QLineEdit:
    """``text`` typed, and the pause after it waited for."""
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:
        type_with_input_method(line, "", text)
    qtbot.waitUntil(lambda: not field.is_waiting, timeout=WRITE_DELAY + 2000)
    field.set_text(field.text())  # what its owner does after every change
    return line


def test_nothing_is_said_of_a_text_in_the_middle_of_typing(qtbot: QtBot) -> None:
    field = MAKERS["amount"]()
    told = show(qtbot, field)
    line = typed(qtbot, field, "12 tons")
    assert told == ["12 tons"]
    assert not line.property("wrong")
    line.clearFocus()
    assert line.property("wrong")
    assert "tons" in line.accessibleDescription()


def test_what_is_wrong_no_more_goes_at_once(qtbot: QtBot) -> None:
    field = MAKERS["amount"]()
    show(qtbot, field)
    line = typed(qtbot, field, "1x")
    line.clearFocus()
    assert line.property("wrong")
    line.setFocus()
    line.setCursorPosition(2)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not line.property("wrong")


def judged(text: str) -> tuple[Remark, ...]:
    """A rule for codes of four characters."""
    if len(text) < 4:
        return (Remark("short", f"{4 - len(text)} more"),)
    return (Remark("odd", "odd", is_error=False),) if text.startswith("x") else ()


def test_a_complete_text_is_judged_before_the_person_leaves(qtbot: QtBot) -> None:
    field = LineField("代码", 9, check=judged, complete=lambda text: len(text) >= 4)
    show(qtbot, field)
    line = typed(qtbot, field, "xab")
    assert not line.accessibleDescription()
    typed(qtbot, field, "c")
    assert line.accessibleDescription() == "odd"
    assert line.property("doubtful")
    assert not line.property("wrong")


def test_a_sentence_that_stays_tells_the_present_text(qtbot: QtBot) -> None:
    field = LineField("代码", 9, check=judged)
    show(qtbot, field)
    line = typed(qtbot, field, "x")
    line.clearFocus()
    assert line.accessibleDescription() == "3 more"
    line.setFocus()
    line.setCursorPosition(1)
    qtbot.keyClicks(line, "ab")
    assert line.accessibleDescription() == "1 more"
    qtbot.keyClicks(line, "c")
    assert line.accessibleDescription() == ""
    assert not line.property("doubtful"), "a new remark waits until the person leaves"


def test_errors_and_warnings_are_said_together_errors_first(qtbot: QtBot) -> None:
    both = (Remark("b", "unusual", is_error=False), Remark("a", "wrong"))
    field = LineField("代码", 9, check=lambda text: both)
    show(qtbot, field)
    field.set_text("x")
    said = [label for label in field.findChildren(PlainLabel) if label.isVisible()]
    assert [label.text() for label in said] == ["代码", "wrong", "unusual"]
    assert [label.property("tone") for label in said[1:]] == ["red", "amber"]
    assert inside(field).property("wrong")
    assert not inside(field).property("doubtful")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("48600000元", "即 4,860.00 万元"),
        ("１，２３４．５", ""),
        ("１２３４．５万元", "即 1,234.50 万元"),
        ("600千元", "即 60.00 万元"),
        ("4860", "即 4,860.00 万元"),
        ("1,234.5", ""),
        ("1,234.50", ""),
        ("", ""),
        ("many", ""),
    ],
)
def test_an_amount_that_was_left_says_what_was_read(qtbot: QtBot, text: str, read: str) -> None:
    field = FigureField("收入", MONEY, "万元", WORDS)
    show(qtbot, field)
    line = typed(qtbot, field, text)
    assert "即" not in line.accessibleDescription()
    line.clearFocus()
    assert field.text() == half_width(text)
    said = [label.text() for label in field.findChildren(PlainLabel) if label.isVisible()]
    assert [sentence for sentence in said if sentence.startswith("即")] == ([read] if read else [])


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    field = ChoiceField("所有制", CHOICES)
    told = show(qtbot, field)
    field.set_text("a")
    box = inside(field)
    middle = QPointF(box.rect().center())
    for steps in (-120, 120):
        event = QWheelEvent(
            middle,
            QPointF(box.mapToGlobal(box.rect().center())),
            QPoint(),
            QPoint(0, steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # not inverted
        )
        QApplication.sendEvent(box, event)
        assert not event.isAccepted()
    assert (field.text(), told) == ("a", [])


def test_a_choice_tells_its_code(qtbot: QtBot) -> None:
    field = ChoiceField("所有制", CHOICES)
    told = show(qtbot, field)
    box = inside(field)
    assert isinstance(box, QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told == ["a", "b"]


def test_other_choices_keep_the_code_that_is_still_there(qtbot: QtBot) -> None:
    field = ChoiceField("所有制", CHOICES)
    told = show(qtbot, field)
    field.set_text("b")
    field.set_choices((*CHOICES, ("c", "外资")))
    assert field.text() == "b"
    field.set_choices((("c", "外资"),))
    assert field.text() == ""
    assert told == []


# The popup of the list; the offscreen platform has no windows to raise.
POPUP = pytest.mark.qt_log_ignore("support raise", "grabbing the keyboard", extend=True)


@POPUP
def test_a_search_finds_by_code_and_tells_the_code(qtbot: QtBot) -> None:
    field = SearchChoiceField("行业", (("51", "批发业"), ("52", "零售业")))
    told = show(qtbot, field)
    inside(field).setFocus()
    qtbot.keyClicks(inside(field), "52")
    field.flush()
    assert told == ["52"]
    field.set_text("51")
    line = inside(field)
    assert isinstance(line, QLineEdit)
    assert line.text() == "批发业"


@POPUP
def test_a_search_for_nothing_that_exists_says_so_and_changes_nothing(qtbot: QtBot) -> None:
    field = SearchChoiceField("行业", (("51", "批发业"), ("52", "零售业")))
    told = show(qtbot, field)
    field.set_text("51")
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "zz")
    field.flush()
    assert told == []
    assert (line.text(), line.property("wrong")) == ("zz", "true")


def leave(field: Field) -> None:
    """What Tab does while the list is open."""
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.completer().popup().hide()
    line.clearFocus()


@POPUP
def test_the_one_choice_that_fits_is_taken_on_leaving(qtbot: QtBot) -> None:
    field = SearchChoiceField("省", (("36", "Jiangxi"), ("14", "Shanxi"), ("61", "Shaanxi")))
    told = show(qtbot, field)
    qtbot.keyClicks(inside(field), "jiang")
    qtbot.wait(WRITE_DELAY + 100)
    assert not inside(field).property("wrong"), "the person is still choosing"
    leave(field)
    assert told == ["36"]
    assert field.text() == "36"


@POPUP
def test_marks_alone_find_nothing(qtbot: QtBot) -> None:
    field = SearchChoiceField("市", (("4690", "省直辖"),))
    told = show(qtbot, field)
    qtbot.keyClicks(inside(field), "--")
    leave(field)
    assert told == []
    assert inside(field).property("wrong")


def type_in(line: QLineEdit, text: str) -> None:
    """As an input method puts it in: Qt's keys know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


@POPUP
@pytest.mark.parametrize("typed", ["农林牧渔", "农、林", "０１", "林 牧", "（Ａ）", "crop"])
def test_a_search_does_not_mind_width_blanks_and_points(qtbot: QtBot, typed: str) -> None:
    industries = (("01", "01 农、林、牧、渔业（A） crop"), ("15", "15 酒、饮料制造业（C）"))
    field = SearchChoiceField("行业", industries)
    told = show(qtbot, field)
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    type_in(line, typed)
    assert line.completer().completionCount() == 1
    leave(field)
    assert told == ["01"]


@POPUP
def test_enter_takes_the_one_choice_that_fits(qtbot: QtBot) -> None:
    field = SearchChoiceField("省", (("36", "江西省"), ("14", "山西省"), ("61", "陕西省")))
    told = show(qtbot, field)
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    type_in(line, "西")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told == [], "three fit"
    line.clear()
    type_in(line, "江西")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told == ["36"]
    assert line.text() == "江西省"
    assert not line.completer().popup().isVisible()


@POPUP
@pytest.mark.parametrize("rows", [1, 2, 9, 10])
def test_a_list_of_a_few_rows_shows_them_whole_and_does_not_scroll(qtbot: QtBot, rows: int) -> None:
    theme.apply(theme_application(), LIGHT)
    field = SearchChoiceField("行业", [(f"{row:02}", f"某业 {row}") for row in range(rows)])
    show(qtbot, field)
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    popup = line.completer().popup()
    QApplication.processEvents()
    assert popup.verticalScrollBar().maximum() == 0
    assert not popup.verticalScrollBar().isVisible()
    last = popup.visualRect(popup.model().index(rows - 1, 0))
    assert popup.viewport().rect().contains(last)
    assert popup.viewport().height() <= last.bottom() + 8, "no blank row below"


@POPUP
def test_a_list_shrinks_and_grows_with_what_is_found(qtbot: QtBot) -> None:
    theme.apply(theme_application(), LIGHT)
    names = [f"江西省 · 上饶市 · 很长很长很长很长的某县 {row:02}" for row in range(12)]
    field = SearchChoiceField("县", [(f"{row:02}", name) for row, name in enumerate(names)])
    field.setFixedWidth(120)
    show(qtbot, field)
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    popup = line.completer().popup()
    heights = []
    for text in ("县", "1", "11"):
        line.clear()
        type_in(line, text)
        heights.append(popup.height())
        assert not popup.horizontalScrollBar().isVisible()
        widest = max(popup.sizeHintForColumn(0), 1)
        assert popup.viewport().width() >= widest, "a name is cut off"
    assert heights[0] > heights[1] > heights[2]


@POPUP
def test_an_input_method_offers_its_words_at_the_caret_also_while_the_list_is_open(
    qtbot: QtBot,
) -> None:
    field = SearchChoiceField("省", (("36", "江西省"), ("14", "山西省")))
    show(qtbot, field)
    line = inside(field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    window = line.window().windowHandle()
    at = window.mapToGlobal(QGuiApplication.inputMethod().cursorRectangle().topLeft().toPoint())
    qtbot.keyClick(line, Qt.Key.Key_Down)
    listing = line.completer().popup().windowHandle()
    listing.requestActivate()  # as X does it by itself
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is listing)
    place = QGuiApplication.inputMethod().cursorRectangle().topLeft().toPoint()
    assert listing.mapToGlobal(place) == at


@POPUP
def test_a_search_that_fits_several_is_not_decided_by_the_program(qtbot: QtBot) -> None:
    field = SearchChoiceField("省", (("36", "Jiangxi"), ("14", "Shanxi"), ("61", "Shaanxi")))
    told = show(qtbot, field)
    qtbot.keyClicks(inside(field), "anxi")
    leave(field)
    assert told == []
    assert inside(field).property("wrong")


def test_a_letter_taken_back_is_no_longer_typing_after_the_pause(qtbot: QtBot) -> None:
    field = LineField("名称", 20)
    show(qtbot, field)
    said: list[bool] = []
    field.typing.connect(said.append)
    line = inside(field)
    qtbot.keyClicks(line, "a")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: said[-1] is False, timeout=5 * WRITE_DELAY)
    assert said[0] is True


def test_typing_that_comes_to_nothing_is_no_longer_typing(qtbot: QtBot) -> None:
    field = LineField("名称", 20)
    told = show(qtbot, field)
    said: list[bool] = []
    field.typing.connect(said.append)
    qtbot.keyClicks(inside(field), "a")
    qtbot.keyClick(inside(field), Qt.Key.Key_Backspace)
    field.flush()
    assert told == []
    assert said == [True, True, False]


def test_what_is_still_to_be_chosen_looks_like_a_place_to_be_filled(qtbot: QtBot) -> None:
    field = ChoiceField("性质", CHOICES, placeholder="请选择")
    show(qtbot, field)
    assert inside(field).property("blank")
    field.set_text("a")
    assert not inside(field).property("blank")


def test_a_field_says_its_caption_to_a_screen_reader(qtbot: QtBot) -> None:
    for make in MAKERS.values():
        field = make()
        qtbot.addWidget(field)
        assert inside(field).accessibleName()
