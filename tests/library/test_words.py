"""Sentences by id, from all files of words/."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder


def _library(tmp_path: Path, **files: str) -> Library:
    (tmp_path / "words").mkdir()
    for name, text in files.items():
        (tmp_path / "words" / f"{name}.toml").write_text(text, encoding="utf-8")
    return Library(tmp_path)


def test_sentences_of_all_files_are_found_by_their_dotted_ids(tmp_path: Path) -> None:
    library = _library(
        tmp_path,
        one='[file.missing]\nzh = "没有 {name}。"\nen = "No {name}."',
        two='[disk.full]\nzh = "磁盘满了。"\nen = "The disk is full."',
    )
    assert library.words(Language.EN).say("file.missing", name="a.xlsx") == "No a.xlsx."
    assert library.words(Language.ZH).error(DigicomError("disk.full")) == "磁盘满了。"


def test_a_sentence_may_have_others_below_it(tmp_path: Path) -> None:
    library = _library(
        tmp_path,
        one='[a]\nzh = "甲"\nen = "A"\n[a.b]\nzh = "乙"\nen = "B"',
    )
    assert dict(library.words(Language.EN).sentences) == {"a": "A", "a.b": "B"}


def test_one_id_in_two_files_is_a_bug(tmp_path: Path) -> None:
    sentence = '[a.b]\nzh = "甲"\nen = "A"'
    with pytest.raises(ValueError, match=r"two\.toml: a\.b"):
        _library(tmp_path, one=sentence, two=sentence).words(Language.ZH)


@pytest.mark.parametrize(
    "text", ['[a.b]\nzh = "甲"', '[a.b]\nen = "A"', '[a.b]\nzh = "甲"\nen = 1', 'a = "A"']
)
def test_a_sentence_in_one_language_is_a_bug(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"^a"):
        _library(tmp_path, one=text).words(Language.ZH)


def test_words_cannot_be_changed(tmp_path: Path) -> None:
    sentences = _library(tmp_path, one='[a]\nzh = "甲"\nen = "A"').words(Language.EN).sentences
    with pytest.raises(TypeError):
        sentences["a"] = "B"  # type: ignore[index]


def test_a_broken_file_of_words_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        _library(tmp_path, one="[a").words(Language.EN)


def test_the_programs_own_sentences_have_the_same_places_in_both_languages() -> None:
    library = Library(resources_folder())
    zh, en = (library.words(language).sentences for language in (Language.ZH, Language.EN))
    assert zh.keys() == en.keys()
    assert [id for id in zh if _places(zh[id]) != _places(en[id])] == []


def _places(sentence: str) -> set[str]:
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    assert "" not in names, f"a place without a name: {sentence}"
    return names
