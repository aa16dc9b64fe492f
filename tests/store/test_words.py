import re
from pathlib import Path
from string import Formatter

import pytest

from digicom_desktop.library.word_files import read_words
from digicom_desktop.paths import resources_folder
from tests.store.samples import PROJECT

PACKAGE = PROJECT / "digicom_desktop"
SAID = re.compile(r'"((?:store|files)\.[a-z_.]*[a-z_])"')


def said_in(paths: list[Path]) -> set[str]:
    """The ids of sentences that stand in the code."""
    return {id for path in paths for id in SAID.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("part", ["store", "files"])
def test_everything_that_can_be_said_has_a_sentence_and_no_sentence_is_never_said(
    part: str,
) -> None:
    paths = list(PACKAGE.rglob("*.py"))
    said = {id for id in said_in(paths) if id.startswith(f"{part}.")}
    written = {id for id in read_words(resources_folder() / "words") if id.startswith(f"{part}.")}
    assert said == written


def test_both_languages_of_a_sentence_name_the_same_values() -> None:
    for id, text in read_words(resources_folder() / "words").items():
        if id.startswith(("store.", "files.")):
            named = [
                {name for _, name, _, _ in Formatter().parse(t) if name} for t in (text.zh, text.en)
            ]
            assert named[0] == named[1], id
