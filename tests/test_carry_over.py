"""A saved assessment of an older edition is saved again on the newest, and stays itself."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from digicom_desktop.domain.assessment import Answer, Assessment, Evidence, EvidenceRegister, Figure
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace

_EDITIONS = Path(__file__).parent / "data" / "editions"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.at(tmp_path / "data", resources_folder(), system_clock)
    yield workspace
    workspace.close()


def _filled(workspace: Workspace, edition: str, item: str) -> Session:
    """An assessment with one item filled in to the last field, and a file."""
    session = workspace.add(Assessment(edition, Company(2025, name="小店")))
    source = workspace.database.parent.parent / "照片.png"
    source.write_bytes(b"a picture")
    number = session.current.evidence.next_number(item)
    entry = Evidence(number, "照片", "2025-01", "记账", 2, (item,), session.copy_evidence(source))
    answer = Answer(
        item,
        level=2,
        practices=frozenset({f"{item}.p1"}),
        figures=MappingProxyType({f"{item}.k1": Figure("12", "9")}),
        statement=Statement("账本", "2021", "全店", "老王"),
    )
    filled = replace(session.current, evidence=EvidenceRegister().with_new(entry))
    session.change(filled.with_answer(answer))
    return session


def test_the_copy_is_saved_on_the_newest_edition_and_the_old_one_stays(
    workspace: Workspace,
) -> None:
    old = _filled(workspace, "mofcom-trial-1", "1.1")
    before = old.saved
    copy = workspace.carry_over(old.id)
    assert copy.id != old.id
    assert copy.edition.id == workspace.library.newest_edition_id()
    assert workspace.open(old.id).saved == before
    assert workspace.open(copy.id).saved == copy.current
    assert {row.summary.edition for row in workspace.rows()} == {
        "mofcom-trial-1",
        workspace.library.newest_edition_id(),
    }


def test_levels_statements_figures_and_files_arrive(workspace: Workspace) -> None:
    old = _filled(workspace, "mofcom-trial-1", "1.1")
    copy = workspace.carry_over(old.id)
    answer = copy.current.answer("1.1")
    assert (answer.level, answer.later) == (2, True)
    assert answer.statement == old.current.answer("1.1").statement
    assert answer.figure("1.1.k1") == Figure("12", "9")
    assert answer.practices == frozenset()
    assert copy.current.evidence == old.current.evidence
    (row,) = [row for row in workspace.rows() if row.id == copy.id]
    assert (row.summary.firm, row.summary.answered) == ("小店", 1)


def test_the_file_stays_with_the_copy_when_the_old_one_is_removed_for_ever(
    workspace: Workspace,
) -> None:
    old = _filled(workspace, "mofcom-trial-1", "1.1")
    copy = workspace.carry_over(old.id)
    workspace.delete(old.id)
    workspace.purge(old.id)
    (entry,) = copy.current.evidence.entries
    assert entry.file is not None
    assert copy.evidence_path(entry.file.sha256).read_bytes() == b"a picture"


def test_what_is_not_there_cannot_be_carried(workspace: Workspace) -> None:
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        workspace.carry_over("0" * 32)


def test_an_edition_that_this_program_lacks_leaves_nothing_behind(workspace: Workspace) -> None:
    old = _filled(workspace, "mofcom-trial-1", "1.1")
    profile = b'{"business_types":[],"edition":"mofcom-2099","format":1}'
    workspace._store.write(old.id, {"profile": profile}, frozenset(), workspace.rows()[0].summary)
    with pytest.raises(DigicomError, match=r"edition\.unknown"):
        workspace.carry_over(old.id)
    assert len(workspace.rows()) == 1


def _small_editions(folder: Path) -> Path:
    """All resources, with two editions that no line of the program knows."""
    resources = folder / "resources"
    shutil.copytree(_EDITIONS, resources / "editions")
    shutil.copytree(resources_folder() / "words", resources / "words")
    for name in ("regions.json", "industries.json", "metrics.toml", "size_classes.json"):
        shutil.copy(resources_folder() / name, resources)
    return resources


def test_a_second_small_edition_receives_scores_and_exports_a_carried_assessment(
    tmp_path: Path,
) -> None:
    resources = _small_editions(tmp_path)
    workspace = Workspace.at(tmp_path / "data", resources, system_clock)
    old = _filled(workspace, "tiny-1", "b1")
    old.change(old.current.with_answer(Answer("a2", level=4)))
    old.change(replace(old.current, profile=frozenset({"stall"})))
    copy = workspace.carry_over(old.id)
    assert copy.edition.id == "tiny-2"
    assert copy.current.profile == {"market"}
    assert set(copy.current.answers) == {"b2"}
    assert copy.current.answer("b2").figure("b2.k1") == Figure("12", "9")
    assert copy.result.answered == 1
    assert [entry.number for entry in copy.current.evidence.of_item("b2")] == ["b1-01"]
    for language in Language:
        report = copy.report(language)
        assert report.edition == "tiny-2"
        assert len(report.items) == 3
        workspace.export_workbook(report, tmp_path / f"{language}.xlsx")
        workspace.export_pdf(report, tmp_path / f"{language}.pdf")
    workspace.close()


def test_evidence_whose_item_has_no_successor_is_still_there(tmp_path: Path) -> None:
    resources = _small_editions(tmp_path)
    workspace = Workspace.at(tmp_path / "data", resources, system_clock)
    copy = workspace.carry_over(_filled(workspace, "tiny-1", "a2").id)
    workspace.close()
    assert copy.current.answers == {}
    (entry,) = copy.current.evidence.entries
    assert (entry.number, entry.items) == ("a2-01", ())
