"""All saved assessments of one data folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.at(tmp_path / "data", resources_folder(), system_clock)
    yield workspace
    workspace.close()


def test_an_assessment_goes_to_the_recycle_bin_and_back(workspace: Workspace) -> None:
    id = workspace.create(2025).id
    workspace.delete(id)
    assert workspace.rows() == ()
    assert [row.id for row in workspace.rows(deleted=True)] == [id]
    workspace.restore(id)
    assert [row.id for row in workspace.rows()] == [id]
    assert workspace.rows(deleted=True) == ()


def test_an_assessment_removed_for_ever_is_gone(workspace: Workspace) -> None:
    id = workspace.create(2025).id
    workspace.delete(id)
    workspace.purge(id)

    assert workspace.rows(deleted=True) == ()
    with pytest.raises(DigicomError, match=r"store\.unknown"):
        workspace.open(id)


def test_the_sample_is_the_same_content_in_every_folder(tmp_path: Path) -> None:
    codes = set()
    for name in ("甲", "乙"):
        workspace = Workspace.at(tmp_path / name, resources_folder(), system_clock)
        codes.add(workspace.add_sample().report(Language.ZH).code)
        workspace.close()

    assert len(codes) == 1


def test_the_code_does_not_depend_on_the_language(workspace: Workspace) -> None:
    session = workspace.add_sample()

    assert session.report(Language.ZH).code == session.report(Language.EN).code
    assert session.report(Language.ZH).content == session.report(Language.EN).content


def test_an_assessment_is_found_by_the_beginning_of_its_id(workspace: Workspace) -> None:
    id = workspace.create(2025).id

    assert workspace.find(id[:8]).id == id
    assert workspace.find(id).id == id
    with pytest.raises(DigicomError, match=r"workspace\.no_such_id"):
        workspace.find("没有")
    with pytest.raises(DigicomError, match=r"workspace\.no_such_id"):
        workspace.find("")


def test_a_beginning_that_two_ids_share_is_refused(workspace: Workspace) -> None:
    ids = [workspace.create(2025).id for _ in range(17)]
    shared = next(c for c in "0123456789abcdef" if sum(id.startswith(c) for id in ids) > 1)

    with pytest.raises(DigicomError, match=r"workspace\.ambiguous_id"):
        workspace.find(shared)


def test_a_firm_that_has_typed_nothing_has_a_report_in_both_languages(
    workspace: Workspace,
) -> None:
    session = workspace.create(2025)
    for language in Language:
        report = session.report(language)
        assert report.supported.shown == "0.0"
        assert report.firm_level.level == 0
        assert len(report.items) == 22
        assert all(item.state == "unanswered" for item in report.items)


def test_choices_and_codes_that_nobody_knows_are_shown_as_they_are(workspace: Workspace) -> None:
    odd = dict.fromkeys(("region", "industry", "ownership", "category"), "=1+1")
    session = workspace.add(Assessment("mofcom-trial-1", Company(2025, **odd)))
    for language in Language:
        shown = {row.id: row.value for row in session.report(language).company}
        assert all(shown[f"company.{name}"] == "=1+1" for name in odd)


def test_the_newest_assessment_of_a_firm_is_found_however_its_code_is_typed(
    workspace: Workspace,
) -> None:
    sample = workspace.library.sample()
    code = sample.company.credit_code
    ids = {}
    for year, typed in ((2023, code), (2025, f" {code.lower()} "), (2024, code)):
        company = replace(sample.company, year=year, credit_code=typed)
        ids[year] = workspace.add(replace(sample, company=company)).id
    workspace.create(2026)
    newest = workspace.newest_of(code, besides="")
    assert newest is not None and newest.id == ids[2025]
    other = workspace.newest_of(code, besides=ids[2025])
    assert other is not None and other.id == ids[2024]
    workspace.delete(ids[2024])
    workspace.delete(ids[2025])
    assert workspace.newest_of(code, besides=ids[2023]) is None
