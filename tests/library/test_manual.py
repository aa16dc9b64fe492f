"""The manual is whole: both languages, every picture, and small enough to ship."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from digicom_desktop.domain.manual import BlockKind, Chapter, ManualBlock, read_chapter
from digicom_desktop.domain.text import Language
from digicom_desktop.library.manual import Manual, read_manual
from digicom_desktop.paths import resources_folder

FOLDER = resources_folder() / "manual"
MANUALS = {language: read_manual(FOLDER, language) for language in Language}
CHAPTERS = (
    *("start", "company", "profile", "level", "evidence", "check", "export", "template"),
    *("files", "year", "moving", "trouble", "keys", "bureau"),
)


def pictures(manual: Manual) -> set[Path]:
    """Every picture that a chapter names."""
    blocks = (block for chapter in manual.chapters for block in chapter.blocks)
    return {manual.picture(block.mark) for block in blocks if block.kind is BlockKind.PICTURE}


def shape(chapter: Chapter) -> list[tuple[BlockKind, str]]:
    """What kind of blocks follow each other, steps and pictures with their marks."""
    return [(block.kind, block.mark) for block in chapter.blocks]


@pytest.mark.parametrize("language", list(Language))
def test_every_chapter_is_there_and_in_order(language: Language) -> None:
    assert tuple(chapter.id for chapter in MANUALS[language].chapters) == CHAPTERS


@pytest.mark.parametrize("number", range(len(CHAPTERS)))
def test_both_languages_say_the_same_in_the_same_order(number: int) -> None:
    chinese, english = (MANUALS[language].chapters[number] for language in Language)
    assert shape(chinese) == shape(english)


def test_every_picture_is_there_and_none_is_left_over() -> None:
    named = set().union(*(pictures(manual) for manual in MANUALS.values()))
    assert named == set((FOLDER / "pictures").iterdir())
    sizes = [path.stat().st_size for path in named]
    assert max(sizes) <= 60 * 1024
    assert sum(sizes) <= 1536 * 1024


@pytest.mark.parametrize("language", list(Language))
def test_steps_count_from_one_and_no_markup_is_left_in_a_text(language: Language) -> None:
    for chapter in MANUALS[language].chapters:
        for before, block in pairwise((ManualBlock(BlockKind.TEXT, ""), *chapter.blocks)):
            if block.kind is BlockKind.STEP:
                first = 1 if before.kind is not BlockKind.STEP else int(before.mark[:-1]) + 1
                assert block.mark == f"{first}."
            assert not re.search(r"\*\S|[_`<>\[\]#]|^\d+\.|^[-+] ", block.text), block.text


def test_the_english_manual_holds_no_chinese_but_units() -> None:
    for chapter in MANUALS[Language.EN].chapters:
        for block in chapter.blocks:
            assert not re.search("[\u4e00-\u9fff]", re.sub(r"\d+[千万]?元", "", block.text))


def test_each_line_of_a_chapter_is_a_block() -> None:
    source = "# T\n\ntext <b>\n## H\n- a\n- b\n1. c\n![said](name)\n"
    kinds = [(block.kind, block.text, block.mark) for block in read_chapter("t", source).blocks]
    assert kinds == [
        (BlockKind.TEXT, "text <b>", ""),
        (BlockKind.HEADING, "H", ""),
        (BlockKind.BULLET, "a", ""),
        (BlockKind.BULLET, "b", ""),
        (BlockKind.STEP, "c", "1."),
        (BlockKind.PICTURE, "said", "name"),
    ]


def test_a_chapter_without_a_title_is_a_bug_of_ours() -> None:
    with pytest.raises(ValueError, match="no title"):
        read_chapter("t", "text\n")
