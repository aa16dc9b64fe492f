"""What comes from other programs and from input methods arrives as plain text, in every field."""

from collections.abc import Callable
from functools import cache

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.metric import Metric
from digicom_desktop.domain.text import Language, pasted
from digicom_desktop.domain.words import Words
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.fields import (
    DateField,
    LineField,
    SearchChoiceField,
    TextField,
)
from digicom_desktop.ui.figure_field import FigureField
from digicom_desktop.ui.home_tools import ListTools

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@cache
def _words() -> Words:
    return Library(resources_folder()).words(Language.ZH)


@cache
def _revenue() -> Metric:
    metrics = Library(resources_folder()).metrics().figures
    return next(metric for metric in metrics if metric.id == "revenue")


ONE_LINE: dict[str, Callable[[], Field]] = {
    "line": lambda: LineField("名称", 200),
    "date": lambda: DateField("日期"),
    "search": lambda: SearchChoiceField("行业", [("a", "甲业"), ("b", "乙业")]),
    "figure": lambda: FigureField("营业收入", _revenue().measure, "万元", _words()),
}
LINES: dict[str, Callable[[], Field]] = {"text": lambda: TextField("说明", 200)}
FIELDS = {**ONE_LINE, **LINES}
PICTURE = QImage.Format.Format_RGB32

Input = QLineEdit | QPlainTextEdit


def _input(qtbot: QtBot, field: Field) -> Input:
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    found = field.focusProxy()
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    found.setFocus()
    return found


def _shown(input: Input) -> str:
    return input.text() if isinstance(input, QLineEdit) else input.toPlainText()


def _paste(input: QWidget, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(input, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _rich(text: str, html: str = "") -> QMimeData:
    """As WPS, WeChat and browsers give it: text, two kinds of markup and a picture of it."""
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(html or f"<table><tr><td style='color:red'><b>{text}</b></td></tr></table>")
    mime.setImageData(QImage(4, 4, PICTURE))
    for kind in ("text/rtf", "application/rtf", "text/richtext"):
        mime.setData(kind, b"{\\rtf1\\ansi {\\b bold}\\par}")
    mime.setData('application/x-qt-windows-mime;value="Kingsoft Data Descriptor"', b"\x00\x01")
    return mime


@pytest.mark.parametrize("kind", FIELDS)
def test_rich_text_arrives_as_its_words(qtbot: QtBot, kind: str) -> None:
    field = FIELDS[kind]()
    input = _input(qtbot, field)
    _paste(input, _rich("青禾里茶业"))
    assert _shown(input) == "青禾里茶业"


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize(
    ("copied", "arrives"),
    [
        ("网\u200b店\ufeff", "网店"),  # a web page says where a line may break
        ("1\u00a0260\u202f万元", "1 260 万元"),  # blanks that may not break
        ("数字\u2060化\u00ad", "数字化"),
        ("甲\x00乙\x1b", "甲乙"),
        ("𬭸", "𬭸"),
        ("👩\u200d🌾", "👩\u200d🌾"),
    ],
)
def test_marks_that_nobody_sees_stay_behind(
    qtbot: QtBot, kind: str, copied: str, arrives: str
) -> None:
    field = FIELDS[kind]()
    input = _input(qtbot, field)
    _paste(input, _rich(copied))
    assert _shown(input) == arrives


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_kind_of_line_break_is_a_blank_in_one_line_and_a_new_line_in_a_text(
    qtbot: QtBot, mark: str
) -> None:
    for kind in ONE_LINE:
        field = FIELDS[kind]()
        input = _input(qtbot, field)
        _paste(input, _rich(f"甲{mark}乙"))
        assert _shown(input) == "甲 乙", kind
    field = FIELDS["text"]()
    input = _input(qtbot, field)
    _paste(input, _rich(f"甲{mark}乙"))
    assert field.text() == "甲\n乙"


def test_cells_of_a_table_stay_apart(qtbot: QtBot) -> None:
    for kind in ONE_LINE:
        field = FIELDS[kind]()
        input = _input(qtbot, field)
        _paste(input, _rich("2024年\t1,260.5"))
        assert _shown(input) == "2024年 1,260.5", kind
    field = FIELDS["text"]()
    _paste(_input(qtbot, field), _rich("2024年\t1,260.5\n2025年\t1,500"))
    assert field.text() == "2024年\t1,260.5\n2025年\t1,500"


@pytest.mark.parametrize("kind", FIELDS)
def test_markup_without_its_words_leaves_nothing(qtbot: QtBot, kind: str) -> None:
    field = FIELDS[kind]()
    input = _input(qtbot, field)
    mime = QMimeData()
    mime.setData("text/rtf", b"{\\rtf1 {\\b bold}}")
    mime.setHtml("<b>bold</b>")
    _paste(input, mime)
    assert _shown(input) == ""


@pytest.mark.parametrize("kind", FIELDS)
def test_a_picture_alone_leaves_nothing(qtbot: QtBot, kind: str) -> None:
    field = FIELDS[kind]()
    input = _input(qtbot, field)
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, PICTURE))
    _paste(input, mime)
    assert _shown(input) == ""


def test_what_is_typed_as_markup_stays_what_it_is(qtbot: QtBot) -> None:
    for kind, make in FIELDS.items():
        field = make()
        input = _input(qtbot, field)
        _paste(input, _rich("<b>&amp;</b>"))
        assert _shown(input) == "<b>&amp;</b>", kind


def _compose(input: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method sends; through fcitx the same comes by way of the ibus plugin."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(input, event)


@pytest.mark.parametrize("kind", FIELDS)
def test_an_input_method_composes_and_only_its_words_arrive(qtbot: QtBot, kind: str) -> None:
    field = FIELDS[kind]()
    told: list[str] = []
    input = _input(qtbot, field)
    field.edited.connect(told.append)
    assert input.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert input.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    for preedit in ("j", "jia", "jia'ye"):
        _compose(input, preedit)
        assert _shown(input) == ""
    assert not field.is_waiting
    _compose(input, "", "甲业")
    assert _shown(input) == "甲业"
    _compose(input, "q")
    _compose(input, "")  # given up with Escape
    assert _shown(input) == "甲业"
    field.flush()
    assert told == (["a"] if kind == "search" else ["甲业"])


@pytest.mark.parametrize("kind", FIELDS)
def test_leaving_a_field_does_not_lose_what_was_composed(qtbot: QtBot, kind: str) -> None:
    """What was chosen stays; unfinished letters go, as ibus itself has it."""
    field = FIELDS[kind]()
    input = _input(qtbot, field)
    _compose(input, "jia'ye")
    _compose(input, "", "甲业")
    _compose(input, "qing")
    _compose(input, "")  # what the ibus plugin sends before the focus goes
    if isinstance(input, QLineEdit) and input.completer():
        input.completer().popup().hide()  # a click elsewhere does so first
    input.clearFocus()
    assert _shown(input) == "甲业"
    assert field.text() == ("a" if kind == "search" else "甲业")


@pytest.mark.parametrize("kind", FIELDS)
def test_what_is_saved_while_letters_are_open_has_only_what_was_chosen(
    qtbot: QtBot, kind: str
) -> None:
    """As the window does when it is closed, and the wait of a field when it is over."""
    field = FIELDS[kind]()
    told: list[str] = []
    input = _input(qtbot, field)
    field.edited.connect(told.append)
    _compose(input, "", "甲业")
    _compose(input, "qing")
    field.flush()
    assert told == (["a"] if kind == "search" else ["甲业"])
    _compose(input, "", "")
    assert _shown(input) == "甲业"


def test_composed_text_is_read_as_a_figure(qtbot: QtBot) -> None:
    field = FIELDS["figure"]()
    input = _input(qtbot, field)
    QTest.keyClicks(input, "1200")
    _compose(input, "wan")
    _compose(input, "", "万")
    field.flush()
    assert field.text() == "1200万"
    assert input.accessibleDescription() == "即 1,200.00 万元"


@pytest.mark.parametrize("kind", FIELDS)
def test_what_was_composed_is_taken_back_in_one_step(qtbot: QtBot, kind: str) -> None:
    field = FIELDS[kind]()
    input = _input(qtbot, field)
    _compose(input, "jia'ye")
    _compose(input, "", "甲业")
    QTest.keyClick(input, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _shown(input) == ""
    field.flush()
    assert field.text() == ""


def test_the_search_of_home_composes_too(qtbot: QtBot) -> None:
    tools = ListTools()
    qtbot.addWidget(tools)
    tools.show()
    wanted: list[str] = []
    tools.changed.connect(lambda now: wanted.append(now.text))
    tools.search.setFocus()
    _compose(tools.search, "yi")
    assert tools.search.text() == ""
    _compose(tools.search, "", "义乌")
    _paste(tools.search, _rich("\u200b（示例）"))
    assert tools.search.text() == "义乌（示例）"
    assert wanted[-1] == "义乌（示例）"


def test_a_rare_word_is_composed_whole_at_the_limit(qtbot: QtBot) -> None:
    for field in (LineField("名称", 2), TextField("说明", 2)):
        input = _input(qtbot, field)
        _compose(input, "", "𬭸")
        _compose(input, "", "甲乙")
        field.flush()
        assert field.text().startswith("𬭸")
        assert len(field.text()) <= 2


def test_pasted_text_loses_only_what_is_invisible() -> None:
    assert pasted("\u200b 甲\u00a0乙 \u200d") == " 甲 乙 \u200d"
    assert QEvent.Type.InputMethod  # the events above are those of the toolkit
