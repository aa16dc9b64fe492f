"""A released edition is what was released, to the character; the index names which are."""

import re
import shutil
from pathlib import Path

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.library.edition_check import check_edition
from digicom_desktop.library.edition_files import files_hash, read_files
from digicom_desktop.library.edition_index import load_index
from digicom_desktop.paths import resources_folder

_ID = "mofcom-trial-1"
_EDITIONS = resources_folder() / "editions"
_TITLE = 'zh = "数据共享"'


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A copy of the program's first edition and of the index."""
    shutil.copytree(_EDITIONS / _ID, tmp_path / "editions" / _ID)
    shutil.copy(_EDITIONS / "index.toml", tmp_path / "editions")
    return tmp_path


def _write_index(resources: Path, text: str) -> None:
    (resources / "editions" / "index.toml").write_text(text, encoding="utf-8")


def _change_one_character(resources: Path) -> None:
    path = resources / "editions" / _ID / "items" / "2.1.toml"
    text = path.read_text(encoding="utf-8")
    assert _TITLE in text
    path.write_text(text.replace(_TITLE, _TITLE.replace("据", "剧")), encoding="utf-8")


def test_every_edition_older_than_the_newest_is_released() -> None:
    index = load_index(_EDITIONS)
    assert set(index.ids[:-1]) <= index.released.keys()


def test_every_released_edition_is_what_was_released() -> None:
    for id, sha256 in load_index(_EDITIONS).released.items():
        assert check_edition(_EDITIONS / id, sha256) == ()


def test_a_released_edition_with_one_other_character_is_refused(resources: Path) -> None:
    assert Library(resources).edition(_ID).id == _ID
    _change_one_character(resources)
    with pytest.raises(DigicomError) as caught:
        Library(resources).edition(_ID)
    assert caught.value.id == "edition.broken.altered"
    assert caught.value.values["edition"] == _ID


def test_a_file_more_or_less_is_another_edition_too(resources: Path) -> None:
    extra = resources / "editions" / _ID / "map.toml"
    extra.write_text("", encoding="utf-8")
    with pytest.raises(DigicomError, match="altered"):
        Library(resources).edition(_ID)
    extra.unlink()
    (resources / "editions" / _ID / "items" / "6.4.toml").unlink()
    with pytest.raises(DigicomError, match="altered"):
        Library(resources).edition(_ID)


def test_the_check_of_an_editor_finds_it_before_all_else(resources: Path) -> None:
    folder = resources / "editions" / _ID
    released = files_hash(read_files(folder))
    (folder / "method.toml").write_text("id = [", encoding="utf-8")
    (finding,) = check_edition(folder, released)
    assert (finding.problem, finding.field) == ("altered", f"released.{_ID}")
    assert [finding.problem for finding in check_edition(folder)] == ["syntax"]


@pytest.mark.parametrize("language", Language)
def test_the_refusal_says_what_to_do_and_names_the_hash(
    resources: Path, language: Language
) -> None:
    _change_one_character(resources)
    with pytest.raises(DigicomError) as caught:
        Library(resources).edition(_ID)
    sentence = Library(resources_folder()).words(language).error(caught.value)
    now = files_hash(read_files(resources / "editions" / _ID))
    for part in (_ID, "index.toml", f"released.{_ID}", now):
        assert part in sentence
    assert ("新版本" if language is Language.ZH else "a correction is a new version") in sentence
    assert not re.search(r"[{}]", sentence)


def test_the_hash_that_the_refusal_names_is_the_one_to_write(resources: Path) -> None:
    _write_index(resources, f'editions = ["{_ID}"]\n[released]\n{_ID} = "{"0" * 64}"')
    with pytest.raises(DigicomError) as caught:
        Library(resources).edition(_ID)
    named = caught.value.values["sha256"]
    _write_index(resources, f'editions = ["{_ID}"]\n[released]\n{_ID} = "{named}"')
    assert Library(resources).edition(_ID).sha256 == named


def test_a_draft_may_change(resources: Path) -> None:
    _write_index(resources, f'editions = ["{_ID}"]\n[released]\n')
    _change_one_character(resources)
    assert Library(resources).edition(_ID).item("2.1").title.zh == "数剧共享"


@pytest.mark.parametrize(
    ("released", "problem", "field"),
    [
        (f'[released]\nmofcom-2099 = "{"0" * 64}"', "unknown_id", "released.mofcom-2099"),
        (f'[released]\n{_ID} = "{"0" * 63}"', "not_a_hash", f"released.{_ID}"),
        (f'[released]\n{_ID} = "{"G" * 64}"', "not_a_hash", f"released.{_ID}"),
        (f'[released]\n{_ID} = "{"A" * 64}"', "not_a_hash", f"released.{_ID}"),
        (f'[released]\n{_ID} = ""', "missing", f"released.{_ID}"),
        (f"[released]\n{_ID} = 64", "not_a_text", f"released.{_ID}"),
        (f'released = ["{_ID}"]', "not_a_table", "released"),
        (f'[relesed]\n{_ID} = "{"0" * 64}"', "unknown_key", "relesed"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_wrong_entry_is_named_with_file_and_field(
    resources: Path, released: str, problem: str, field: str, language: Language
) -> None:
    _write_index(resources, f'editions = ["{_ID}"]\n{released}')
    with pytest.raises(DigicomError) as caught:
        Library(resources).newest_edition_id()
    assert caught.value.id == f"edition.broken.{problem}"
    assert (caught.value.values["file"], caught.value.values["field"]) == ("index.toml", field)
    sentence = Library(resources_folder()).words(language).error(caught.value)
    assert "index.toml" in sentence
    assert field in sentence
