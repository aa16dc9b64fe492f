import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.method_text import how_scored
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.card import ScrolledColumn
from digicom_desktop.ui.contents_list import ContentsList
from digicom_desktop.ui.guideline_page import GuidelinePage, blocks
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.method_page import MethodPage
from digicom_desktop.ui.searched_text import SearchedText


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(resources_folder())


@pytest.fixture(scope="module")
def edition(library: Library) -> Edition:
    return library.edition(library.newest_edition_id())


@pytest.fixture
def guideline(qtbot: QtBot, library: Library, edition: Edition) -> GuidelinePage:
    page = GuidelinePage(edition, library.words(Language.EN))
    qtbot.addWidget(page)
    page.resize(1118, 720)
    page.show()
    return page


def said(page: GuidelinePage | MethodPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_the_guideline_is_there_word_for_word(guideline: GuidelinePage, edition: Edition) -> None:
    shown = [text.text for text in guideline.findChildren(SearchedText)]
    kept = "".join(edition.source.replace("#", "").split())
    assert "".join("".join(shown).split()) == kept
    for item in edition.items:
        assert any(item.clause.zh in text for text in shown)


def test_headings_are_known_by_their_marks() -> None:
    assert [(b.level, b.text) for b in blocks("# a\n\nb <b>\n\n\n### c\n")] == [
        (1, "a"),
        (0, "b <b>"),
        (3, "c"),
    ]


def test_a_search_counts_all_places_and_goes_round(
    qtbot: QtBot, guideline: GuidelinePage, edition: Edition
) -> None:
    line = guideline.findChild(LineInput)
    assert isinstance(line, LineInput)
    line.setText("区块链")
    count = edition.source.count("区块链")
    assert count > 0
    assert f"1 of {count}" in said(guideline)
    for _ in range(count):
        line.returnPressed.emit()
    assert f"1 of {count}" in said(guideline)
    line.setText("没有这句话")
    assert "Not found" in said(guideline)
    line.setText("gdp")
    assert "1 of 1" in said(guideline)
    line.setText("")
    assert "Not found" not in said(guideline)


def test_the_clause_of_an_item_is_brought_into_sight(
    guideline: GuidelinePage, edition: Edition
) -> None:
    QApplication.processEvents()
    guideline.focus_start("6.4")
    clause = edition.item("6.4").clause.zh
    (text,) = [t for t in guideline.findChildren(SearchedText) if clause in t.text]
    assert not text.visibleRegion().isEmpty()
    assert text.place(0).width() > 100
    contents = guideline.findChild(ContentsList)
    assert isinstance(contents, ContentsList)
    marked = [row.accessibleName() for row in contents.rows if row.is_current]
    assert marked == ["(六)服务领域拓展"]


@pytest.mark.parametrize("language", list(Language))
def test_the_method_is_told_with_the_numbers_of_the_edition(
    qtbot: QtBot, library: Library, edition: Edition, language: Language
) -> None:
    words = library.words(language)
    page = MethodPage(edition, words)
    qtbot.addWidget(page)
    texts = said(page)
    for paragraph in how_scored(edition, words):
        assert paragraph in texts
    for rule in edition.reading_rules:
        assert rule.in_(language) in texts
    for gate in edition.method.gates:
        at = texts.index(gate.name.in_(language))
        assert texts[at + 1 : at + 6] == [
            str(gate.score),
            str(gate.items),
            str(gate.directions),
            str(gate.evidenced_items),
            str(gate.data_level),
        ]
    for names in (edition.grade_names, edition.level_names, edition.grade_meanings):
        assert {name.in_(language) for name in names} <= set(texts)


def test_the_contents_lead_to_a_direction_and_mark_where_one_is(
    qtbot: QtBot, guideline: GuidelinePage
) -> None:
    QApplication.processEvents()
    contents = guideline.findChild(ContentsList)
    assert isinstance(contents, ContentsList)
    assert [row.is_current for row in contents.rows].index(True) == 0
    wanted = next(r for r in contents.rows if "深度融合发展" in r.accessibleName())
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert wanted.is_current
    (heading,) = [
        text for text in guideline.findChildren(SearchedText) if text.text.endswith("深度融合发展")
    ]
    assert not heading.visibleRegion().isEmpty()
    (area,) = guideline.findChildren(ScrolledColumn)
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + 1)
    assert wanted.is_current
    bar.setValue(0)
    assert contents.rows[0].is_current


def test_beside_an_assessment_every_clause_leads_to_its_item(
    qtbot: QtBot, guideline: GuidelinePage, edition: Edition
) -> None:
    assert not [b for b in guideline.findChildren(Button) if b.text().startswith("To ")]
    guideline.lead_to_items()
    QApplication.processEvents()
    links = [b for b in guideline.findChildren(Button) if b.text().startswith("To ")]
    assert len(links) == len(edition.item_ids)
    link = next(b for b in links if b.text() == "To item 6.3")
    with qtbot.waitSignal(guideline.place_requested) as asked:
        link.click()
    assert asked.args == ["item/6.3"]


def test_from_the_clause_of_an_item_one_goes_back_to_it(
    qtbot: QtBot, guideline: GuidelinePage
) -> None:
    guideline.focus_start("2.2")
    back = next(b for b in guideline.findChildren(Button) if b.text() == "Back to 2.2")
    assert back.isVisible()
    with qtbot.waitSignal(guideline.place_requested) as asked:
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert asked.args == ["item/2.2"]
