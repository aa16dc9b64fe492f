from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.guide_choice import GuideChoice
from digicom_desktop.ui.guide_panel import GuidePanel
from digicom_desktop.ui.tabs import Tabs
from tests.ui.item_stage import staged


@pytest.fixture(scope="module")
def edition() -> Edition:
    library = Library(resources_folder())
    return library.edition(library.newest_edition_id())


@pytest.fixture
def guide(qtbot: QtBot, edition: Edition) -> Iterator[GuidePanel]:
    panel = GuidePanel(edition, edition.item("1.1"), frozenset(), Language.EN)
    panel.resize(320, 700)
    panel.show()
    yield panel
    panel.close()
    panel.deleteLater()


def _said(widget: QWidget) -> list[str]:
    for _ in range(3):  # what stands further down comes after the beginning
        QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def _click(qtbot: QtBot, guide: GuidePanel, name: str) -> None:
    buttons = guide.findChildren(QAbstractButton)
    button = next(button for button in buttons if button.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_official_sentence_is_word_for_word(
    qtbot: QtBot, guide: GuidePanel, edition: Edition
) -> None:
    item = edition.item("1.1")
    _click(qtbot, guide, "Official")
    assert item.clause.zh in _said(guide)
    assert item.clause.en in _said(guide)


def test_plain_words_take_the_official_ones_place(
    qtbot: QtBot, guide: GuidePanel, edition: Edition
) -> None:
    item = edition.item("1.1")
    assert item.plain.en not in _said(guide)  # it is the question beside the guide
    assert item.practices[0].text.en in _said(guide)
    assert item.clause.zh not in _said(guide)
    _click(qtbot, guide, "Official")
    assert item.clause.zh in _said(guide)


def _chosen(panel: GuidePanel) -> str:
    (row,) = panel.findChildren(Tabs)
    tabs = row.findChildren(QAbstractButton)
    return next(tab.accessibleName() for tab in tabs if tab.isChecked())


def test_the_guide_begins_with_examples_of_the_firm_s_trade_else_with_plain_words(
    qtbot: QtBot, edition: Edition
) -> None:
    item = next(item for item in edition.items if item.examples)
    trade = item.examples[0].business_type
    for profile, tab in ((frozenset[str](), "Plain"), (frozenset({trade}), "Examples")):
        panel = GuidePanel(edition, item, profile, Language.EN)
        qtbot.addWidget(panel)
        assert _chosen(panel) == tab


def test_the_tab_that_was_chosen_is_that_of_the_next_item_too(
    qtbot: QtBot, edition: Edition
) -> None:
    choice = GuideChoice()
    first = GuidePanel(edition, edition.item("1.1"), frozenset(), Language.EN, choice)
    qtbot.addWidget(first)
    first.show()
    _click(qtbot, first, "Examples")
    second = GuidePanel(edition, edition.item("1.2"), frozenset(), Language.EN, choice)
    qtbot.addWidget(second)
    assert _chosen(second) == "Examples"


def test_where_no_example_is_of_the_firm_s_trade_the_guide_says_so(
    qtbot: QtBot, edition: Edition
) -> None:
    kinds = {kind.id: kind.name.en for kind in edition.business_types}
    item, kind = next(
        (item, kind)
        for item in edition.items
        for kind in kinds
        if item.examples and kind not in {example.business_type for example in item.examples}
    )
    panel = GuidePanel(edition, item, frozenset({kind}), Language.EN, GuideChoice("examples"))
    qtbot.addWidget(panel)
    panel.show()
    said = f"There is no example of your own trade here ({kinds[kind]}); see those of others first"
    assert said in _said(panel)


def test_everything_to_prepare_and_every_mistake_is_there(
    guide: GuidePanel, edition: Edition
) -> None:
    item, said = edition.item("1.1"), _said(guide)
    for text in (
        *(hint.title for hint in item.evidence),
        *item.mistakes,
        *edition.reading_rules,
        item.not_applicable_hint,
    ):
        assert text.en in said


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_the_next_step_is_that_of_the_present_level(
    guide: GuidePanel, edition: Edition, level: int
) -> None:
    guide.show_level(level)
    steps = {step.from_level: step.text.en for step in edition.item("1.1").next_steps}
    said = _said(guide)
    assert [steps[n] in said for n in range(4)] == [n == level for n in range(4)]
    assert f"From level {level} to {level + 1}" in said


def test_above_the_highest_level_there_is_no_step(guide: GuidePanel) -> None:
    guide.show_level(4)
    assert "Nothing above level 4" in _said(guide)


def test_the_whole_text_is_asked_for_at_the_item(qtbot: QtBot, guide: GuidePanel) -> None:
    _click(qtbot, guide, "Official")
    with qtbot.waitSignal(guide.place_requested) as asked:
        _click(qtbot, guide, "See it in the whole text")
    assert asked.args == ["guideline#1.1"]


def test_the_guide_of_a_page_follows_its_answer(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path) as stage:
        guide = stage.page.make_guide()
        assert guide is not None
        guide.show()
        assert "From level 0 to 1" in _said(guide)
        qtbot.keyClicks(stage.level(4), "2")
        assert "From level 2 to 3" in _said(guide)
        guide.close()
        guide.deleteLater()


def test_evidence_says_up_to_which_level_it_counts(guide: GuidePanel, edition: Edition) -> None:
    for hint in edition.item("1.1").evidence:
        assert hint.grade is not None
        most = edition.method.grade_caps[hint.grade]
        wanted = f"{hint.shows.en}; usually counts up to level {most}"
        assert wanted in _said(guide)
