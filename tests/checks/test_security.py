"""What SECURITY.md says is what the tests show, in both languages."""

import re
from pathlib import Path

import pytest

from tests.checks.source import ROOT

PAGES = ("SECURITY.md", "SECURITY.zh_CN.md")


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def named(page: str) -> list[str]:
    """The tests that it names, in order."""
    return re.findall(r"`(tests/[\w/.]+)`", read(page))


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_is_named_is_there(page: str) -> None:
    assert len(named(page)) > 30
    for path in map(ROOT.joinpath, named(page)):
        tests = [path] if path.is_file() else [*path.glob("test_*.py")]
        assert tests, path
        assert all("\ndef test_" in t.read_text(encoding="utf-8") for t in tests), path


def test_both_languages_name_the_same_tests_files_and_sections() -> None:
    assert named(PAGES[0]) == named(PAGES[1])
    for mark in (r"^## ", r"^\|", r"^- ", r"\]\((?!SECURITY)[\w/.]+\)"):
        counts = {len(re.findall(mark, read(page), re.MULTILINE)) for page in PAGES}
        assert len(counts) == 1, mark


@pytest.mark.parametrize("page", PAGES)
def test_every_file_it_leads_to_is_there(page: str) -> None:
    for target in re.findall(r"\]\(([\w/.]+)\)", read(page)):
        assert (ROOT / Path(target)).exists(), target


@pytest.mark.parametrize("page", PAGES)
def test_it_names_no_address_that_nobody_has(page: str) -> None:
    assert not re.search(r"https?://|[\w.]+@[\w.]+", read(page))


def test_the_limits_it_tells_are_those_of_the_program() -> None:
    from digicom_desktop.documents import foreign_child, package_reader, workbook_guard
    from digicom_desktop.documents.foreign_worker import PATIENCE

    limits = workbook_guard.ZIP_LIMITS
    assert (limits.file, limits.all) == (20 << 20, 16 << 20)
    assert package_reader.LIMITS.file == 300_000_000
    assert (PATIENCE, foreign_child._MEMORY) == (20.0, 1 << 30)
    assert "20 MB, 16 MB" in read("SECURITY.md")
    assert "twenty seconds" in read("SECURITY.md")
