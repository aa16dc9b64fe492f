"""Every sentence about something that went wrong says what to do next, in both languages."""

import ast
import re
from collections.abc import Iterator

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from tests.checks.source import ROOT

ADVICE = {
    Language.ZH: re.compile("请|可以|不用再|必须|须|应当|只能|最多|先"),
    Language.EN: re.compile(
        r"\b(add|allowed|ask|bring|change|check|choose|clear|close|correct|delete|download|empty"
        r"|expected|export|give|go|install|list|look|make|mark|must|name|open|plug|put|remove"
        r"|restore|save|send|set|shorten|show|shows|split|start|tell|try|type|undo|unmerge|unpack"
        r"|use|wait|write|you can)\b",
        re.IGNORECASE,
    ),
}
GATHERED = ("edition.broken.", "files.", "guard.", "store.", "volume.pdf.")
"""Also raised by ids that are put together; all of them are meant."""
SAYS_WHAT_WAS_FOUND = re.compile(
    r"volume\.pdf\.(alone_|list|marks|nothing|page_|part_|range|resaved)"
)
"""Facts about a page of a PDF: what to do stands in the verdict."""
FOUND_IN_VOLUME = re.compile(r"volume\.pdf\.(version|volume_)")


def _raised() -> Iterator[str]:
    """The ids that the source gives to ``DigicomError`` as they stand."""
    for path in sorted((ROOT / "digicom_desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "DigicomError":
                match node.args:
                    case [ast.Constant(value=str(id)), *_]:
                        yield id


LIBRARY = Library(resources_folder())
WORDS = {language: LIBRARY.words(language) for language in Language}


def _ids() -> list[str]:
    known = set(_raised())
    for id in WORDS[Language.ZH].sentences:
        is_fact = SAYS_WHAT_WAS_FOUND.match(id) or FOUND_IN_VOLUME.match(id)
        if id.startswith(GATHERED) and not is_fact:
            known.add(id)
    return sorted(known)


@pytest.mark.parametrize("id", _ids())
@pytest.mark.parametrize("language", list(Language))
def test_an_error_says_what_to_do(id: str, language: Language) -> None:
    words: Words = WORDS[language]
    assert ADVICE[language].search(words.sentences[id]), words.sentences[id]


def test_errors_are_found_in_the_source() -> None:
    assert {"store.disk_full", "files.target_open", "guard.bomb"} <= set(_raised())
