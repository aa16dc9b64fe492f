"""The checklist that comes with the program, and a second one through the same code."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.text import Language, LocalizedText
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.library.edition_check import check_edition
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace

_EDITIONS = resources_folder() / "editions"
_TINY = Path(__file__).parent.parent / "data" / "editions" / "tiny-1"
_ID = "mofcom-trial-2"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Library(resources_folder()).edition(_ID)


def _texts(value: object) -> Iterator[LocalizedText]:
    if isinstance(value, LocalizedText):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _library_of(folder: Path, tmp_path: Path) -> Library:
    """A library whose only edition is a copy of ``folder``."""
    editions = tmp_path / "editions"
    shutil.copytree(folder, editions / folder.name)
    (editions / "index.toml").write_text(f'editions = ["{folder.name}"]', encoding="utf-8")
    return Library(tmp_path)


def test_every_edition_of_the_program_passes_the_check() -> None:
    for id in Library(resources_folder()).edition_ids():
        assert check_edition(_EDITIONS / id) == ()


def test_every_folder_with_an_edition_is_in_the_index_and_the_newest_is_last() -> None:
    library = Library(resources_folder())
    folders = {path.name for path in _EDITIONS.iterdir() if path.is_dir()}
    assert folders == set(library.edition_ids())
    assert library.newest_edition_id() == library.edition_ids()[-1] == _ID


def test_the_guideline_is_the_official_text_to_the_character(edition: Edition) -> None:
    """The hash is that of the source's characters, without Markdown marks and blanks."""
    bare = re.sub(r"[\s#*]", "", edition.source)
    assert hashlib.sha256(bare.encode()).hexdigest() == (
        "8a07645af5ab0477a0595d5fd8177f87b4c0ea436ef8e8f5f52a879b5fa2f32c"
    )


def test_the_guideline_can_be_put_together_from_the_parts_of_the_edition(edition: Edition) -> None:
    numerals = "一二三四五六"
    lines = ["# 数字商务企业发展指引", "(试行)", edition.preamble.zh]
    lines += ["## 一、发展目标", edition.goal.zh, "## 二、主要特征"]
    for numeral, trait in zip(numerals, edition.characteristics, strict=True):
        lines.append(f"({numeral}){trait.name.zh}。{trait.clause.zh}")
    lines.append("## 三、主要发展方向")
    for numeral, direction in zip(numerals, edition.directions, strict=True):
        lines.append(f"### ({numeral}){direction.name.zh}")
        lines.append(f"{direction.lead.zh}主要发展方向如下：")
        lines += [f"{n}.{item.clause.zh}" for n, item in enumerate(direction.items, 1)]
    assert edition.source == "\n\n".join(lines) + "\n"


def test_the_checklist_has_its_six_directions_and_22_items(edition: Edition) -> None:
    assert [len(direction.items) for direction in edition.directions] == [5, 3, 3, 3, 4, 4]
    assert [item.id for direction in edition.directions for item in direction.items] == [
        f"{direction.id}.{n}"
        for direction in edition.directions
        for n in range(1, len(direction.items) + 1)
    ]
    assert len(edition.characteristics) == len(edition.momentum) == 6
    assert len(edition.business_types) == 10
    assert len(edition.reading_rules) == 11


def test_no_kind_of_business_may_leave_out_more_items_than_the_method_allows(
    edition: Edition,
) -> None:
    for kind in edition.business_types:
        left_out = [item.id for item in edition.items if kind.id in item.not_applicable_types]
        assert len(left_out) <= edition.method.most_not_applicable, kind.id


def test_a_card_and_its_question_say_the_same_step(edition: Edition) -> None:
    """Question n leads from level n - 1 to level n in every item."""
    for item in edition.items:
        ids = [question.id for question in item.aid]
        assert [question.no for question in item.aid] == ["L0", "L1", "L2", "L3"], item.id
        assert [question.yes for question in item.aid] == [*ids[1:], "L4"], item.id


def test_every_text_stands_in_both_languages(edition: Edition) -> None:
    texts = list(_texts(edition))
    assert len(texts) > 800
    assert all(text.zh.strip() and text.en.strip() for text in texts)
    assert not [text for text in texts if re.search("[\u4e00-\u9fff]", text.en)]


def test_all_ids_of_practices_figures_evidence_and_steps_differ(edition: Edition) -> None:
    ids: list[str] = []
    for item in edition.items:
        ids += [practice.id for practice in item.practices]
        ids += [indicator.id for indicator in item.indicators]
        ids += [hint.id for hint in item.evidence]
        ids += [step.id for step in item.next_steps]
    assert len(ids) == len(set(ids)) == 110 + 63 + 110 + 88
    assert "1.1.p2" in ids


def test_weights_are_the_written_numbers_exactly(edition: Edition) -> None:
    assert edition.item("1.1").characteristics == (
        ("innovation", Fraction(3, 10)),
        ("data", Fraction(7, 10)),
    )
    assert (edition.method.depth_share, edition.method.breadth_share) == (
        Fraction(7, 10),
        Fraction(3, 10),
    )


def test_the_method_is_method_1(edition: Edition) -> None:
    method = edition.method
    assert (method.id, method.points_per_level, method.best_count) == (1, 25, 8)
    assert method.grade_caps == (1, 2, 3, 4)
    assert method.suggested_level_by_ticks == (0, 1, 2, 2, 3, 4)
    assert [
        (g.level, g.score, g.items, g.directions, g.evidenced_items, g.data_level)
        for g in method.gates
    ] == [(1, 20, 4, 2, 0, 0), (2, 40, 6, 2, 3, 1), (3, 60, 8, 3, 6, 2), (4, 80, 10, 4, 8, 3)]
    assert [gate.name.zh for gate in method.gates] == [
        "一级 起步",
        "二级 规范",
        "三级 集成",
        "四级 引领",
    ]


def test_a_second_edition_loads_through_the_same_code(tmp_path: Path) -> None:
    assert check_edition(_TINY) == ()
    tiny = _library_of(_TINY, tmp_path).edition("tiny-1")
    assert tiny.item_ids == ("a1", "a2", "b1")
    assert tiny.method.id == 7
    assert tiny.item("a2").characteristics == (("clear", Fraction(1)),)


def test_an_edition_is_read_once_per_library() -> None:
    library = Library(resources_folder())
    assert library.edition(_ID) is library.edition(_ID)


def test_windows_line_endings_and_byte_order_marks_leave_the_hash_alone(tmp_path: Path) -> None:
    library = _library_of(_TINY, tmp_path)
    for path in (tmp_path / "editions" / "tiny-1").rglob("*.*"):
        content = path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + content)
    changed = library.edition("tiny-1")
    original = _library_of(_TINY, tmp_path / "original").edition("tiny-1")
    assert changed == original
    assert changed.sha256 == original.sha256


def test_files_of_editors_and_file_managers_are_not_part_of_an_edition(tmp_path: Path) -> None:
    library = _library_of(_TINY, tmp_path)
    (tmp_path / "editions" / "tiny-1" / "Thumbs.db").write_bytes(b"\xff\xfe")
    original = _library_of(_TINY, tmp_path / "original").edition("tiny-1")
    assert library.edition("tiny-1").sha256 == original.sha256


def test_one_changed_character_changes_the_hash(tmp_path: Path) -> None:
    library = _library_of(_TINY, tmp_path)
    path = tmp_path / "editions" / "tiny-1" / "items" / "a1.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("照片", "相片"), encoding="utf-8")
    original = _library_of(_TINY, tmp_path / "original").edition("tiny-1")
    assert library.edition("tiny-1").sha256 != original.sha256


@pytest.mark.parametrize("id", ["mofcom-2099", "", "..", "../editions/mofcom-trial-2", "README.md"])
def test_an_edition_that_is_not_listed_is_unknown(id: str) -> None:
    with pytest.raises(DigicomError) as caught:
        Library(resources_folder()).edition(id)
    assert caught.value.id == "edition.unknown"
    assert caught.value.values == {"edition": id}


def test_a_listed_edition_without_its_folder_is_a_failure_with_a_sentence(tmp_path: Path) -> None:
    library = _library_of(_TINY, tmp_path)
    shutil.rmtree(tmp_path / "editions" / "tiny-1")
    with pytest.raises(DigicomError) as caught:
        library.edition("tiny-1")
    assert caught.value.id == "edition.broken.no_file"


@pytest.mark.parametrize(
    ("index", "problem"),
    [
        (None, "unreadable"),
        ("editions = [", "syntax"),
        ("editions = []", "missing"),
        ("edition = ['tiny-1']", "missing"),
        ("editions = [1]", "not_a_text"),
    ],
)
def test_a_broken_index_is_a_failure_with_a_sentence(
    tmp_path: Path, index: str | None, problem: str
) -> None:
    (tmp_path / "editions").mkdir()
    if index is not None:
        (tmp_path / "editions" / "index.toml").write_text(index, encoding="utf-8")
    with pytest.raises(DigicomError) as caught:
        Library(tmp_path).newest_edition_id()
    assert caught.value.id == f"edition.broken.{problem}"
    assert caught.value.values["file"] == "index.toml"


def test_the_newest_edition_is_known_without_reading_one(tmp_path: Path) -> None:
    library = _library_of(_TINY, tmp_path)
    shutil.rmtree(tmp_path / "editions" / "tiny-1")
    assert library.newest_edition_id() == "tiny-1"


def test_the_first_edition_goes_on_beside_the_second(tmp_path: Path) -> None:
    """An assessment keeps its edition for ever, and an edition may do without guidance."""
    library = Library(resources_folder())
    assert library.edition_ids() == ("mofcom-trial-1", "mofcom-trial-2")
    assert library.newest_edition_id() == "mofcom-trial-2"
    first, second = (library.edition(id) for id in library.edition_ids())
    assert first.item_ids == second.item_ids
    assert [item.clause.zh for item in first.items] == [item.clause.zh for item in second.items]
    assert first.source == second.source
    assert not first.glossary
    assert not any(item.aid or item.examples for item in first.items)
    workspace = Workspace.at(tmp_path / "data", resources_folder(), system_clock)
    session = workspace.add(Assessment("mofcom-trial-1", Company(2025)))
    answer = Answer("1.1", level=2, practices=frozenset({"1.1.p2"}))
    session.change(session.current.with_answer(answer))
    report = workspace.open(session.id).report(Language.ZH)
    workspace.export_workbook(report, tmp_path / "a.xlsx")
    workspace.export_pdf(report, tmp_path / "a.pdf")
    workspace.close()
    assert report.edition == "mofcom-trial-1"
    assert report.items[0].levels[2].text == first.item("1.1").levels[2].text.zh
