"""The manual is read, searched and walked through in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.library.manual import Manual, read_manual
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.contents_list import ContentsList
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.manual_page import ManualPage
from digicom_desktop.ui.manual_picture import ManualPicture
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail_rows import RailRow
from digicom_desktop.ui.search_head import SearchHead
from digicom_desktop.ui.searched_text import SearchedText, places
from tests.ui.stage import window_on, workspace_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def manual() -> Manual:
    return read_manual(resources_folder() / "manual", Language.EN)


@pytest.fixture
def page(qtbot: QtBot, manual: Manual) -> ManualPage:
    page = ManualPage(manual)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with workspace_in(tmp_path / "data") as workspace:
        makers = page_makers(PreferenceFile(tmp_path))
        with window_on(workspace, makers) as window:
            yield window


def shown(page: QWidget) -> list[str]:
    """What the chapter that is seen says."""
    return [text.text for text in page.findChildren(SearchedText) if text.isVisible()]


def head(page: QWidget) -> SearchHead:
    found = page.findChild(SearchHead)
    assert isinstance(found, SearchHead)
    return found


def row(page: QWidget, title: str) -> RailRow:
    contents = page.findChild(ContentsList)
    assert isinstance(contents, ContentsList)
    return next(row for row in contents.rows if row.accessibleName() == title)


def test_the_rail_of_home_leads_to_the_manual(qtbot: QtBot, window: MainWindow) -> None:
    rows = window.home.rail.rows
    qtbot.mouseClick(next(r for r in rows if r.accessibleName() == "Manual"), LEFT)
    page = window.home.findChild(ManualPage)
    assert isinstance(page, ManualPage)
    assert shown(page)[0] == "第一次使用"  # the language of the program
    assert window.home.place == "manual"


def test_a_chapter_is_chosen_in_the_contents(
    qtbot: QtBot, page: ManualPage, manual: Manual
) -> None:
    for chapter in reversed(manual.chapters):
        qtbot.mouseClick(row(page, chapter.title), LEFT)
        assert shown(page)[0] == chapter.title
        assert row(page, chapter.title).is_current
        pictures = [p for p in page.findChildren(ManualPicture) if p.isVisible()]
        assert all(picture.is_there and picture.accessibleName() for picture in pictures)


def test_a_link_at_the_end_goes_on_to_the_next_chapter(
    qtbot: QtBot, page: ManualPage, manual: Manual
) -> None:
    links = [b for b in page.findChildren(QAbstractButton) if b.text().startswith("Next: ")]
    (link,) = links
    for chapter in manual.chapters[1:]:
        assert link.text() == f"Next: {chapter.title}"
        qtbot.mouseClick(link, LEFT)
        assert shown(page)[0] == chapter.title
    assert not link.isVisible()


def test_a_search_goes_through_all_chapters(qtbot: QtBot, page: ManualPage, manual: Manual) -> None:
    texts = [
        text.casefold()
        for chapter in manual.chapters
        for text in (chapter.title, *(block.text for block in chapter.blocks))
    ]
    count = sum(text.count("usb stick") for text in texts)
    assert count > 1
    line = head(page).line
    line.setFocus()
    qtbot.keyClicks(line, "USB stick")
    assert f"1 of {count}" in [label.text() for label in page.findChildren(QLabel)]
    seen = set()
    for _ in range(count):
        seen.add(shown(page)[0])
        qtbot.wait(1)
        marked = [t for t in page.findChildren(SearchedText) if t._current is not None]
        assert len(marked) == 1
        assert not marked[0].visibleRegion().isEmpty()
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(seen) > 1


@pytest.mark.parametrize("wanted", ["U盘", "U 盘", "Ｕ盘", "u 盘"])
def test_blanks_beside_chinese_and_the_width_of_letters_do_not_matter(wanted: str) -> None:
    text = "拷到 U 盘 上。"
    assert [text[start:end] for start, end in places(text, wanted)] == ["U 盘"]
    assert [*places("a theme", "the me")] == []


def test_what_is_not_in_the_manual_is_said(qtbot: QtBot, page: ManualPage) -> None:
    head(page).line.setText("no such word at all")
    assert "Not found" in [label.text() for label in page.findChildren(QLabel)]
    head(page).line.setText("")
    assert "Not found" not in [label.text() for label in page.findChildren(QLabel)]


def test_a_chapter_can_be_asked_for_by_its_id(page: ManualPage) -> None:
    page.focus_start("trouble")
    assert shown(page)[0] == "When something goes wrong"


def test_the_contents_scroll_where_the_window_is_low(page: ManualPage, manual: Manual) -> None:
    page.resize(700, 240)
    assert page.height() == 240
    page.focus_start("keys")
    last = row(page, manual.chapters[-1].title)
    assert not last.visibleRegion().isEmpty()


def test_pictures_keep_their_shape_and_are_never_enlarged(page: ManualPage) -> None:
    picture = page.findChild(ManualPicture)
    assert isinstance(picture, ManualPicture)
    whole = picture.sizeHint()
    assert picture.heightForWidth(10 * whole.width()) == whole.height()
    assert picture.heightForWidth(whole.width() // 2) == pytest.approx(whole.height() / 2, abs=1)
