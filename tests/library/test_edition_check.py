"""Whatever an editor can do wrong is named with file, item and field, in both languages."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.library.edition_check import check_edition
from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.paths import resources_folder

_ID = "mofcom-trial-2"
_ITEM = "items/2.1.toml"
_EDITION, _DIRECTIONS, _METHOD = "edition.toml", "directions.toml", "method.toml"
_TITLE_ZH, _TITLE_EN = 'zh = "数据共享"', 'en = "Data Sharing"'
_MOMENTUM = 'momentum = ["modern_supply_chain"]'
_CAPS, _TICKS = "grade_caps = [1, 2, 3, 4]", "suggested_level_by_ticks = [0, 1, 2, 2, 3, 4]"

_TERM_1, _TERM_2 = 'zh = "云端"', 'zh = "云计算"'
_GATE_NAME = 'name.zh = "一级 起步"\nname.en = "Level 1 Starting"'


@dataclass(frozen=True)
class Defect:
    """With ``old`` changed to ``new`` in ``edited``, ``problem`` is found in ``file``."""

    problem: str
    file: str
    field: str
    old: str
    new: str
    edited: str = ""

    @property
    def item(self) -> str:
        return self.file[6:-5] if self.file.startswith("items/") else "–"


_DEFECTS = [
    Defect("missing", _ITEM, "plain", "[plain]", "[plan]"),
    Defect("missing", _ITEM, "evidence", "[[evidence]]", "[[evidences]]"),
    Defect("missing", _ITEM, "momentum", _MOMENTUM, ""),
    Defect("missing", _ITEM, "practices[4].basis", 'basis = "提升', 'base = "提升'),
    Defect("missing", _METHOD, "best_count", "best_count = 8", ""),
    Defect("missing", _METHOD, "gates[2].score", "score = 40", ""),
    Defect("missing", _METHOD, "suggested_level_by_ticks", _TICKS, _TICKS[:27] + "[]"),
    Defect("missing", _EDITION, "goal", "[goal]", "[aim]"),
    Defect("missing", _DIRECTIONS, "directions[2].items", '["2.1", "2.2", "2.3"]', "[]"),
    Defect("untranslated", _ITEM, "title.en", _TITLE_EN, 'en = ""'),
    Defect("untranslated", _ITEM, "title.zh", _TITLE_ZH, ""),
    Defect("untranslated", _ITEM, "title.en", _TITLE_EN, 'en = "数据共享"'),
    Defect("untranslated", _ITEM, "indicators[1].unit.en", 'unit.en = "firms"', 'unit.en = " "'),
    Defect("untranslated", _METHOD, "gates[1].name.en", 'name.en = "Level 1 Starting"', ""),
    Defect("not_a_text", _ITEM, "title.en", _TITLE_EN, "en = 1"),
    Defect("not_a_text", _ITEM, "momentum", _MOMENTUM, "momentum = [3]"),
    Defect("not_a_number", _ITEM, "levels[3].level", "level = 2\n", 'level = "2"\n'),
    Defect("not_a_number", _METHOD, "best_count", "best_count = 8", "best_count = -8"),
    Defect("not_a_number", _METHOD, "best_count", "best_count = 8", "best_count = true"),
    Defect("not_a_number", _METHOD, "grade_caps", _CAPS, "grade_caps = [1, 2, 3.5, 4]"),
    Defect("not_a_share", _ITEM, "characteristics.data", "data = 0.4", 'data = "0.4"'),
    Defect("not_a_share", _ITEM, "characteristics.data", "data = 0.4", "data = 40"),
    Defect("not_a_share", _ITEM, "characteristics.data", "data = 0.4", "data = nan"),
    Defect("not_a_share", _ITEM, "characteristics.data", "data = 0.4", "data = true"),
    Defect("not_a_share", _ITEM, "characteristics.data", "data = 0.4", "data = 1e-999999999"),
    Defect("not_a_list", _ITEM, "momentum", _MOMENTUM, 'momentum = "modern_supply_chain"'),
    Defect("not_a_table", _METHOD, "gates[1].name", _GATE_NAME, 'name = "一级 起步"'),
    Defect("stray_characters", _ITEM, "title.zh", _TITLE_ZH, 'zh = "数据共享 "'),
    Defect("stray_characters", _ITEM, "title.zh", _TITLE_ZH, 'zh = "数据\\n共享"'),
    Defect("stray_characters", _ITEM, "title.zh", _TITLE_ZH, 'zh = "数据\\u0007共享"'),
    Defect("too_long", _ITEM, "title.zh", _TITLE_ZH, f'zh = "{"长" * 1001}"'),
    Defect("unknown_key", _ITEM, "colour", _MOMENTUM, f'{_MOMENTUM}\ncolour = "red"'),
    Defect("unknown_key", _ITEM, "practices[1].zn", 'zh = "列出和上', 'zn = "列出和上'),
    Defect("unknown_key", _METHOD, "gates[4].bonus", "score = 80", "score = 80\nbonus = 5"),
    Defect("not_in_sequence", _ITEM, "levels", "level = 3", "level = 4"),
    Defect("not_in_sequence", _ITEM, "next_steps", "from_level = 0", "from_level = 1"),
    Defect("not_in_sequence", _EDITION, "levels", "level = 0", "level = 5"),
    Defect("not_in_sequence", _EDITION, "grades", "grade = 3", "grade = 4"),
    Defect("not_a_choice", _ITEM, "indicators[1].better", 'better = "up"', 'better = "more"'),
    Defect("id_form", _ITEM, "id", 'id = "2.1"', 'id = "2.2"'),
    Defect("id_form", _ITEM, "practices[2].id", 'id = "2.1.p2"', 'id = "2.2.p2"'),
    Defect("id_form", _ITEM, "evidence[1].id", 'id = "2.1.e1"', 'id = "2.1.e01"'),
    Defect("id_form", _ITEM, "next_steps[1].id", 'id = "2.1.s0"', 'id = "2.1.s1"'),
    Defect("repeated_id", _ITEM, "practices[2].id", 'id = "2.1.p2"', 'id = "2.1.p1"'),
    Defect("repeated_id", _ITEM, "indicators[2].id", 'id = "2.1.k2"', 'id = "2.1.k1"'),
    Defect("repeated_id", _EDITION, "momentum[2].id", "innovation_led", "mid_high_consumption"),
    Defect("repeated_id", _EDITION, "business_types[2].id", '"wholesaler"', '"retailer"'),
    Defect("repeated_id", _DIRECTIONS, "directions[2].id", 'id = "2"', 'id = "1"'),
    Defect("repeated_id", _DIRECTIONS, "items", '"2.1", ', '"2.1", "2.1", '),
    Defect("repeated_id", _ITEM, "momentum", '["modern', '["modern_supply_chain", "modern'),
    Defect("unknown_id", _ITEM, "momentum", '["modern_supply_chain"]', '["modern"]'),
    Defect("unknown_id", _ITEM, "characteristics", "sharing = 0.4", "care = 0.4"),
    Defect("unknown_id", _ITEM, "not_applicable.types", "types = []", 'types = ["bank"]'),
    Defect("unknown_id", _METHOD, "data_items", '"2.1"]', '"7.1"]'),
    Defect("differs", _ITEM, "clause.zh", "实现高效协同发展", "实现高效协调发展"),
    Defect("differs", _ITEM, "clause.zh", "数据共享，提升", "数据共享,提升"),
    Defect("differs", _ITEM, "clause.zh", "1.数据共享", "1.数据分享", edited="guideline.md"),
    Defect("differs", _EDITION, "preamble.zh", "日益凸显", "日益突显"),
    Defect("differs", _EDITION, "goal.zh", "到2020年", "到2030年"),
    Defect("differs", _EDITION, "characteristics[2].clause.zh", "促进提质增效", "提质增效"),
    Defect("differs", _DIRECTIONS, "directions[2].name.zh", "要素优化配置", "要素配置"),
    Defect("differs", _DIRECTIONS, "directions[2].lead.zh", "等创新要素", "等要素"),
    Defect("left_out", _DIRECTIONS, "items", "1.数据", "1.数据安全。\n\n2.数据", "guideline.md"),
    Defect("out_of_order", _ITEM, "clause.zh", '"2.1", "2.2"', '"2.2", "2.1"', _DIRECTIONS),
    Defect("basis_not_in_clause", _ITEM, "practices[2].basis", 'basis = "与供', 'basis = "和供'),
    Defect("weights", _ITEM, "characteristics", "data = 0.4", "data = 0.3999"),
    Defect("weights", _METHOD, "depth_share", "depth_share = 0.7", "depth_share = 0.8"),
    Defect("too_many", _ITEM, "practices", _TICKS, _TICKS[:27] + "[0, 1]", _METHOD),
    Defect("wrong_length", _METHOD, "grade_caps", _CAPS, "grade_caps = [1, 2, 3]"),
    Defect("caps", _METHOD, "grade_caps", _CAPS, "grade_caps = [1, 2, 3, 3]"),
    Defect("caps", _METHOD, "grade_caps", _CAPS, "grade_caps = [1, 3, 2, 4]"),
    Defect("gate_order", _METHOD, "gates", "level = 1\n", "level = 2\n"),
    Defect("out_of_range", _METHOD, "grade_caps", _CAPS, "grade_caps = [1, 2, 3, 5]"),
    Defect("out_of_range", _METHOD, "suggested_level_by_ticks", _TICKS, _TICKS[:27] + "[0, 5]"),
    Defect("out_of_range", _METHOD, "gates[1].data_level", "data_level = 0", "data_level = 9"),
    Defect("out_of_range", _METHOD, "best_count", "best_count = 8", "best_count = 0"),
    Defect("unlisted_item", _ITEM, "id", '"2.1", ', "", _DIRECTIONS),
    Defect("no_file", "items/2.9.toml", "–", '"2.1", ', '"2.1", "2.9", ', _DIRECTIONS),
    Defect(
        "out_of_range", _ITEM, "practices[1].level", 'level = 1\nzh = "列', 'level = 5\nzh = "列'
    ),
    Defect("out_of_range", _ITEM, "evidence[1].grade", "grade = ", "grade = 1"),
    Defect(
        "out_of_range", _ITEM, "examples[1].strong.level", "strong.level = ", "strong.level = 1"
    ),
    Defect("no_example", _ITEM, "examples", 'type = "retailer"', 'type = "agri"'),
    Defect("repeated_id", _ITEM, "examples[10].type", 'type = "retailer"', 'type = "agri"'),
    Defect("unknown_id", _ITEM, "examples[1].type", 'type = "retailer"', 'type = "bank"'),
    Defect("unknown_id", _ITEM, "aid[1].yes", 'yes = "2.1.q2"', 'yes = "2.1.q9"'),
    Defect("leads_round", _ITEM, "aid", 'yes = "L4"', 'yes = "2.1.q1"'),
    Defect("level_left_out", _ITEM, "aid", 'yes = "L4"', 'yes = "L3"'),
    Defect("id_form", _ITEM, "aid[1].id", 'id = "2.1.q1"', 'id = "2.1.a1"'),
    Defect("repeated_id", "glossary.toml", "terms[2].zh", _TERM_2, _TERM_1),
    Defect("syntax", _ITEM, "–", _TITLE_ZH, 'zh = "数据共享'),
    Defect("syntax", _ITEM, "–", _TITLE_ZH, f"{_TITLE_ZH}\n{_TITLE_ZH}"),
    Defect("syntax", _METHOD, "–", _CAPS, "grade_caps = 2026-02-30"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real edition, to be broken."""
    copy = tmp_path / "editions" / _ID
    shutil.copytree(resources_folder() / "editions" / _ID, copy)
    (tmp_path / "editions" / "index.toml").write_text(f'editions = ["{_ID}"]', encoding="utf-8")
    return copy


def _edit(path: Path, old: str, new: str) -> None:
    """Change every ``old``, of lists of tables all, to ``new``; there must be one."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new, -1 if old.startswith("[[") else 1)
    path.write_text(changed, encoding="utf-8")


def _sentence(finding: EditionFinding, language: Language) -> str:
    return Library(resources_folder()).words(language).error(finding.error())


@pytest.mark.parametrize("defect", _DEFECTS, ids=lambda d: f"{d.problem}-{d.file}-{d.field}")
def test_a_defect_is_found_with_file_item_and_field(folder: Path, defect: Defect) -> None:
    _edit(folder / (defect.edited or defect.file), defect.old, defect.new)
    found = [
        (finding.problem, finding.file, finding.item, finding.field)
        for finding in check_edition(folder)
    ]
    assert (defect.problem, defect.file, defect.item, defect.field) in found


@pytest.mark.parametrize("defect", _DEFECTS, ids=lambda d: f"{d.problem}-{d.file}-{d.field}")
def test_a_broken_edition_is_not_loaded_but_says_why(folder: Path, defect: Defect) -> None:
    _edit(folder / (defect.edited or defect.file), defect.old, defect.new)
    with pytest.raises(DigicomError) as caught:
        Library(folder.parent.parent).edition(_ID)
    assert caught.value.id.startswith("edition.broken.")


@pytest.mark.parametrize("defect", _DEFECTS, ids=lambda d: f"{d.problem}-{d.file}-{d.field}")
@pytest.mark.parametrize("language", Language)
def test_each_sentence_tells_where_to_look(
    folder: Path, defect: Defect, language: Language
) -> None:
    _edit(folder / (defect.edited or defect.file), defect.old, defect.new)
    for finding in check_edition(folder):
        sentence = _sentence(finding, language)
        assert finding.file in sentence
        assert finding.field in sentence or finding.field == "–"
        assert finding.item in sentence or finding.field == "–"


def test_every_problem_that_has_a_sentence_can_be_found() -> None:
    said = {
        id.removeprefix("edition.broken.")
        for id in Library(resources_folder()).words(Language.EN).sentences
        if id.startswith("edition.broken.")
    }
    # Found by tests of their own: below, in test_edition_index.py and in test_map_reader.py.
    elsewhere = {"not_utf8", "unreadable", "altered", "not_a_hash", "other_item"}
    assert said == {defect.problem for defect in _DEFECTS} | elsewhere


def test_a_misspelt_field_is_the_only_finding_beside_the_missing_one(folder: Path) -> None:
    _edit(folder / _ITEM, "[plain]", "[plan]")
    assert [finding.problem for finding in check_edition(folder)] == ["missing", "unknown_key"]


def test_a_list_of_numbers_is_no_list_of_tables(folder: Path) -> None:
    (folder / _DIRECTIONS).write_text("directions = [1, 2]", encoding="utf-8")
    found = [(f.problem, f.file, f.field) for f in check_edition(folder)]
    assert ("not_a_table", _DIRECTIONS, "directions") in found


def test_a_syntax_error_names_its_line(folder: Path) -> None:
    lines = (folder / _ITEM).read_text(encoding="utf-8").splitlines()
    _edit(folder / _ITEM, _TITLE_ZH, 'zh = "数据共享')
    (finding,) = check_edition(folder)
    assert finding.values["line"] == lines.index(_TITLE_ZH) + 1


def test_a_bracket_that_is_never_closed_names_the_last_line(folder: Path) -> None:
    path = folder / _DIRECTIONS
    path.write_text("directions = [\n1,\n2,", encoding="utf-8")
    (finding,) = check_edition(folder)
    assert (finding.problem, finding.file, finding.values["line"]) == ("syntax", _DIRECTIONS, 3)


def test_ten_thousand_open_brackets_are_a_syntax_error(folder: Path) -> None:
    (folder / _METHOD).write_text(f"id = {'[' * 10_000}", encoding="utf-8")
    assert [finding.problem for finding in check_edition(folder)] == ["syntax"]


def test_a_file_in_another_encoding_names_the_line(folder: Path) -> None:
    path = folder / _ITEM
    path.write_bytes("# one\n# 二\n".encode("gbk") + path.read_bytes())
    (finding,) = check_edition(folder)
    assert (finding.problem, finding.file, finding.item) == ("not_utf8", _ITEM, "2.1")
    assert finding.values["line"] == 2
    assert "2.1.toml" in _sentence(finding, Language.ZH)


@pytest.mark.parametrize("file", ["guideline.md", _EDITION, _DIRECTIONS, _METHOD, _ITEM])
def test_a_file_that_is_not_there_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    findings = check_edition(folder)
    assert ("no_file", file) in {(finding.problem, finding.file) for finding in findings}


def test_a_copy_that_the_file_manager_made_of_an_item_is_found(folder: Path) -> None:
    shutil.copy(folder / _ITEM, folder / "items" / "2.1 - 副本.toml")
    assert [(f.problem, f.item) for f in check_edition(folder)] == [("unlisted_item", "2.1 - 副本")]


def test_an_unreadable_file_is_a_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not stop the superuser, so the operating system's answer is put in place."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (finding,) = check_edition(folder)
    assert (finding.problem, finding.file) == ("unreadable", _DIRECTIONS)


def test_the_sentences_leave_no_place_empty(folder: Path) -> None:
    _edit(folder / _ITEM, 'id = "2.1.p2"', 'id = "2.2.p2"')
    (finding,) = check_edition(folder)
    assert _sentence(finding, Language.EN) == (
        "Checklist file items/2.1.toml, item 2.1, field practices[2].id: "
        'the id "2.2.p2" is not right; expected is one like 2.1.p1.'
    )
    assert not re.search(r"[{}]", _sentence(finding, Language.ZH))


@pytest.mark.parametrize("file", [_EDITION, _DIRECTIONS, _METHOD, "items/a1.toml"])
def test_no_line_that_an_editor_loses_is_a_traceback(tmp_path: Path, file: str) -> None:
    """Losing a comment, an empty line or a whole entry is no defect; all else is named."""
    folder = tmp_path / "tiny-1"
    shutil.copytree(Path(__file__).parent.parent / "data" / "editions" / "tiny-1", folder)
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(lines):
        rest = "\n".join(lines[:place] + lines[place + 1 :])
        (folder / file).write_text(rest, encoding="utf-8")
        assert check_edition(folder) or not line, f"losing {line!r} goes unseen"
