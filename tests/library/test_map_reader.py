"""The map of an edition leads from the one before; what is wrong with it has file and field."""

import shutil
from pathlib import Path

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.library.edition_check import check_edition
from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.library.map_reader import check_map
from digicom_desktop.paths import resources_folder

_TESTS = Path(__file__).parent.parent / "data"


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A copy of the two small editions."""
    shutil.copytree(_TESTS / "editions", tmp_path / "editions")
    return tmp_path


def _map_file(resources: Path) -> Path:
    return resources / "editions" / "tiny-2" / "map.toml"


def _edit(resources: Path, old: str, new: str) -> None:
    path = _map_file(resources)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _findings(resources: Path) -> tuple[EditionFinding, ...]:
    library = Library(resources)
    folder = resources / "editions" / "tiny-2"
    return check_map(folder, library.edition("tiny-2"), ("tiny-1",), library.edition)


def test_every_map_of_the_program_is_whole() -> None:
    """Each edition leads to the newest, which the check of the index holds by hash."""
    library = Library(resources_folder())
    for id in library.edition_ids()[:-1]:
        assert [step.new for step in library.steps_from(id)][-1] == library.newest_edition_id()


def test_a_figure_that_is_carried_has_the_same_unit_and_direction() -> None:
    library = Library(resources_folder())
    (step,) = library.steps_from("mofcom-trial-1")
    old, new = (
        {
            indicator.id: indicator
            for item in library.edition(id).items
            for indicator in item.indicators
        }
        for id in (step.old, step.new)
    )
    assert len(step.indicators) == 31
    for before, after in step.indicators.items():
        assert old[before].unit.zh == new[after].unit.zh
        assert old[before].better == new[after].better


def test_the_second_edition_asks_to_look_again_and_carries_no_practice() -> None:
    library = Library(resources_folder())
    (step,) = library.steps_from("mofcom-trial-1")
    assert step.review
    assert step.practices == {}
    assert dict(step.items) == {id: id for id in library.edition("mofcom-trial-1").item_ids}
    assert len(step.business_types) == 10


def test_a_map_says_what_became_of_each_id(resources: Path) -> None:
    (step,) = Library(resources).steps_from("tiny-1")
    assert (step.old, step.new, step.review) == ("tiny-1", "tiny-2", True)
    assert step.items == {"a1": "a1", "b1": "b2"}
    assert step.business_types == {"shop": "shop", "stall": "market"}
    assert step.practices == {"a1.p1": "a1.p2"}
    assert step.indicators == {"a1.k1": "a1.k1", "b1.k1": "b2.k1"}


def test_the_same_is_every_id_that_both_editions_have(resources: Path) -> None:
    path = _map_file(resources)
    keys = ("items", "business_types", "practices", "indicators")
    lines = ['from = "tiny-1"', "review = false", *(f'{key} = "same"' for key in keys)]
    path.write_text("\n".join(lines), encoding="utf-8")
    (step,) = Library(resources).steps_from("tiny-1")
    assert step.items == {"a1": "a1"}
    assert step.business_types == {"shop": "shop"}
    assert step.practices == {"a1.p1": "a1.p1"}
    assert step.indicators == {"a1.k1": "a1.k1"}
    assert not step.review


def test_parts_of_the_same_id_stay_behind_where_their_item_became_another(resources: Path) -> None:
    _edit(resources, 'a1 = "a1"\nb1 = "b2"', 'a1 = "b2"')
    _edit(resources, '[practices]\n"a1.p1" = "a1.p2"\n', "")
    _edit(resources, "review = true", 'review = true\npractices = "same"')
    _edit(resources, '[indicators]\n"a1.k1" = "a1.k1"\n"b1.k1" = "b2.k1"', "[indicators]")
    (step,) = Library(resources).steps_from("tiny-1")
    assert step.practices == {}


@pytest.mark.parametrize(
    ("old", "new", "problem", "field"),
    [
        ('from = "tiny-1"\n', "", "missing", "from"),
        ('from = "tiny-1"', 'from = "tiny-2"', "not_a_choice", "from"),
        ('from = "tiny-1"', 'from = "tiny-0"', "not_a_choice", "from"),
        ("review = true\n", "", "missing", "review"),
        ("review = true", 'review = "yes"', "not_a_choice", "review"),
        ("[practices]", "[practises]", "missing", "practices"),
        ("[practices]", "[practises]", "unknown_key", "practises"),
        ("[items]", "[items]\na9 = 'a3'", "unknown_id", "items.a9"),
        ('b1 = "b2"', 'b1 = "b1"', "unknown_id", "items.b1"),
        ('b1 = "b2"', 'b1 = "a1"', "repeated_id", "items.b1"),
        ('b1 = "b2"', "b1 = 2", "not_a_text", "items.b1"),
        ('stall = "market"', 'stall = "stall"', "unknown_id", "business_types.stall"),
        ('"a1.p1" = "a1.p2"', '"a1.p2" = "a1.p2"', "unknown_id", "practices.a1.p2"),
        ('"a1.p1" = "a1.p2"', '"a1.p1" = "a1.p3"', "unknown_id", "practices.a1.p1"),
        ('"a1.p1" = "a1.p2"', '"a1.p1" = "b2.p1"', "other_item", "practices.a1.p1"),
        ('"a1.p1" = "a1.p2"', '"a2.p1" = "a3.p1"', "other_item", "practices.a2.p1"),
        ('"a1.k1" = "a1.k1"', '"a1.k1" = "a1.k9"', "unknown_id", "indicators.a1.k1"),
        ('"b1.k1" = "b2.k1"', '"b1.k1" = "a1.k1"', "repeated_id", "indicators.b1.k1"),
        ('[items]\na1 = "a1"\nb1 = "b2"', 'items = "all"', "not_a_table", "items"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_defect_is_found_with_file_and_field(
    resources: Path, old: str, new: str, problem: str, field: str, language: Language
) -> None:
    _edit(resources, old, new)
    findings = _findings(resources)
    assert (problem, "map.toml", field) in [(f.problem, f.file, f.field) for f in findings]
    with pytest.raises(DigicomError) as caught:
        Library(resources).steps_from("tiny-1")
    assert caught.value.id.startswith("edition.broken.")
    for finding in findings:
        sentence = Library(resources_folder()).words(language).error(finding.error())
        assert "map.toml" in sentence
        assert finding.field in sentence


def test_a_map_that_cannot_be_read_is_a_defect_of_its_edition(resources: Path) -> None:
    _map_file(resources).write_text("from = [", encoding="utf-8")
    (finding,) = check_edition(resources / "editions" / "tiny-2")
    assert (finding.problem, finding.file) == ("syntax", "map.toml")


def test_an_unreadable_map_is_a_finding(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(resources)
    new, folder = library.edition("tiny-2"), resources / "editions" / "tiny-2"

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (finding,) = check_map(folder, new, ("tiny-1",), library.edition)
    assert (finding.problem, finding.file) == ("unreadable", "map.toml")


def test_without_a_map_there_is_no_way_and_a_sentence_says_so(resources: Path) -> None:
    _map_file(resources).unlink()
    assert _findings(resources) == ()
    with pytest.raises(DigicomError) as caught:
        Library(resources).steps_from("tiny-1")
    assert caught.value.id == "edition.no_way"
    sentence = Library(resources_folder()).words(Language.EN).error(caught.value)
    assert '"tiny-1" cannot go to "tiny-2"' in sentence


def test_editions_far_apart_are_several_steps(resources: Path) -> None:
    editions = resources / "editions"
    shutil.copytree(editions / "tiny-2", editions / "tiny-3")
    keys = ("items", "business_types", "practices", "indicators")
    lines = ['from = "tiny-2"', "review = false", *(f'{key} = "same"' for key in keys)]
    (editions / "tiny-3" / "map.toml").write_text("\n".join(lines), encoding="utf-8")
    ids = 'editions = ["tiny-1", "tiny-2", "tiny-3"]'
    (editions / "index.toml").write_text(ids, encoding="utf-8")
    library = Library(resources)
    assert [(step.old, step.new) for step in library.steps_from("tiny-1")] == [
        ("tiny-1", "tiny-2"),
        ("tiny-2", "tiny-3"),
    ]
    assert len(library.steps_from("tiny-2")) == 1


def test_the_newest_edition_needs_no_step_and_an_unknown_one_has_none(resources: Path) -> None:
    library = Library(resources)
    assert library.steps_from("tiny-2") == ()
    with pytest.raises(DigicomError, match=r"edition\.unknown"):
        library.steps_from("tiny-9")


def test_only_an_older_edition_of_the_index_has_a_successor(resources: Path) -> None:
    library = Library(resources)
    assert library.has_successor("tiny-1")
    assert not library.has_successor("tiny-2")
    assert not library.has_successor("tiny-9")
