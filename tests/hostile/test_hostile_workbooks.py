import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from digicom_desktop.documents.workbook_reader import read_workbook
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from tests.documents.sample_report import read_words
from tests.hostile.corpus import CORPUS
from tests.hostile.good import CONTENT, good

_SECONDS = 5


@cache
def _words(language: Language) -> Words:
    return read_words(language)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What became of each file, all read by one process that may take 400 MB."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, case in enumerate(CORPUS.values()):
        (folder / f"{number}.xlsx").write_bytes(case.build())
    command = [sys.executable, "-m", "tests.hostile.reading", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert not done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return {name: found[f"{number}.xlsx"] for number, name in enumerate(CORPUS)}


def test_the_corpus_has_more_than_a_hundred_files() -> None:
    assert len(CORPUS) >= 100


@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_file_gets_one_precise_sentence_or_reads_harmlessly(
    name: str, results: dict[str, Any]
) -> None:
    result, expected = results[name], CORPUS[name].expected
    assert result["error"] == (expected if expected != "*" else "")
    if not expected:
        assert result["content"] == CONTENT.decode()
    assert result["package"]
    if result["error"]:
        assert set(result["values"]) >= {"path"}
        error = DigicomError(result["error"], **result["values"])
        for words in map(_words, Language):
            sentence = words.error(error)
            assert sentence
            assert len(sentence) < 500


@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_file_takes_neither_long_nor_much(name: str, results: dict[str, Any]) -> None:
    assert results[name]["seconds"] < _SECONDS
    assert results[name]["memory"] < 400


def test_what_is_no_file_gets_a_sentence(tmp_path: Path) -> None:
    for path, id in ((tmp_path, "folder"), (tmp_path / "none.xlsx", "missing")):
        with pytest.raises(DigicomError) as caught:
            read_workbook(path)
        assert caught.value.id == f"guard.{id}"
        assert caught.value.values["path"] == path


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names in folders there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.xlsx"
    os.mkfifo(path)
    with pytest.raises(DigicomError, match=r"guard\.unreadable"):
        read_workbook(path)


def test_the_honest_workbook_of_the_corpus_reads(tmp_path: Path) -> None:
    path = tmp_path / "good.xlsx"
    path.write_bytes(good())
    assert read_workbook(path).content == CONTENT
