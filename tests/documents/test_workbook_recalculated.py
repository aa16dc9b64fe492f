"""LibreOffice computes the check of the workbook anew and comes to the scores that are shown."""

import random
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from digicom_desktop.documents.workbook_layout import SHEETS
from digicom_desktop.documents.workbook_reader import check_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.scoring import Rating, score, shown_score, thresholds
from digicom_desktop.domain.text import Language
from tests.domain.random_ratings import EDITION
from tests.domain.reports import report_of

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

NOT_APPLICABLE = Rating(not_applicable=True)
UNANSWERED = Rating()
APPLYING = (1, 2, 3, 5, 7, 8, 9, 11, 14, 17, 20, 22)
"""How many items apply: fewer than the best eight, just as many, and all."""

Values = dict[tuple[str, str, str], object]
"""What stands at block, row and column."""


@dataclass(frozen=True)
class Case:
    report: Report
    written: Values
    computed: Values


def report_with(
    ratings: dict[str, Rating], language: Language = Language.ZH, revision: int | None = None
) -> Report:
    assessment = Assessment(EDITION.id, Company(name="婺源青禾茶业有限公司", year=2025))
    result = score(EDITION, ratings)
    return report_of(assessment, language, ratings=ratings, result=result, revision=revision)


def some_ratings(dice: random.Random, applying: int, unanswered: int = 0) -> dict[str, Rating]:
    """Random answers to ``applying`` items, ``unanswered`` of them none; the rest do not apply."""
    ids = dice.sample(EDITION.item_ids, applying)
    ratings = dict.fromkeys(EDITION.item_ids, NOT_APPLICABLE)
    for number, id in enumerate(ids):
        answered = Rating(dice.randint(0, 4), grade=dice.randint(0, 3), has_figure=True)
        ratings[id] = UNANSWERED if number < unanswered else answered
    return ratings


def just_missed(dice: random.Random) -> dict[str, Rating]:
    """Ratings whose score would be shown as a threshold if it were rounded up."""
    while True:
        ratings = some_ratings(dice, dice.randint(14, 22))
        supported = score(EDITION, ratings).supported
        if len(shown_score(supported, thresholds(EDITION.method)).partition(".")[2]) == 2:
            return ratings


def twenty_reports() -> list[Report]:
    dice = random.Random(6)
    drafts = [
        {},
        dict.fromkeys(EDITION.item_ids, NOT_APPLICABLE),
        some_ratings(dice, 22, unanswered=9),
        some_ratings(dice, 12, unanswered=5),
        some_ratings(dice, 4, unanswered=4),
    ]
    finals = [some_ratings(dice, applying) for applying in APPLYING]
    finals += [
        just_missed(dice),
        dict.fromkeys(EDITION.item_ids, Rating(4, grade=3, has_figure=True)),
    ]
    reports = [report_with(ratings) for ratings in drafts]
    reports += [report_with(ratings, revision=1) for ratings in finals]
    reports.append(report_with(finals[5], Language.EN, revision=2))
    return reports


def values(path: Path) -> Values:
    """All values of the workbook at ``path``, results of formulas too, by their ids."""
    keys = {block.key: block.id for sheet in SHEETS for block in sheet.blocks}
    found: Values = {}
    for sheet in load_workbook(path, data_only=True):
        block, columns = "", []
        for id, *cells in sheet.iter_rows(values_only=True):
            if id in keys:
                block, columns = keys[str(id)], cells
            elif id is not None:
                for column, value in zip(columns, cells, strict=True):
                    if column is not None:
                        found[block, str(id), str(column)] = value
    return found


def without_results(path: Path) -> None:
    """Take the results of all formulas away, so that whoever shows one has computed it."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            archive.writestr(name, data)


def recalculated(folder: Path, reports: list[Report]) -> list[Case]:
    """``reports`` written, and what LibreOffice makes of them in one go."""
    (folder / "out").mkdir()
    paths = [folder / f"{number:02}.xlsx" for number in range(len(reports))]
    written = []
    for path, report in zip(paths, reports, strict=True):
        write_workbook(report, path)
        check_workbook(report, path)
        written.append(values(path))
        without_results(path)
    convert(folder, paths)
    computed = [values(folder / "out" / path.name) for path in paths]
    return [Case(*case) for case in zip(reports, written, computed, strict=True)]


def convert(folder: Path, paths: list[Path]) -> None:
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), home, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run(
        [*command, str(folder / "out"), *map(str, paths)],
        check=True,
        timeout=240,
        capture_output=True,
    )


def same(one: object, other: object) -> bool:
    """Whether two values are the same; nothing and the empty text are."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    return (one or "") == (other or "")


@needs_libreoffice
def test_libreoffice_computes_the_scores_that_twenty_workbooks_show(tmp_path: Path) -> None:
    cases = recalculated(tmp_path, twenty_reports())
    assert len(cases) == 20
    for case in cases:
        differing = {
            ids: (value, case.computed.get(ids))
            for ids, value in case.written.items()
            if not same(value, case.computed.get(ids))
        }
        assert not differing
        assert_scores_are_shown(case.report, case.computed)


def assert_scores_are_shown(report: Report, computed: Values) -> None:
    """Every formula says what the report says."""
    agrees = report.words.say("workbook.verdict.agrees")
    for side, view in (("supported", report.supported), ("declared", report.declared)):
        shown = view.shown if view.value is None else float(view.shown)
        assert computed["check", "score", side] == shown
        assert computed["check", "verdict", side] == agrees
    for block, means in (
        ("directions", report.directions),
        ("characteristics", report.characteristics),
    ):
        for mean in means:
            shown = "" if mean.supported.value is None else float(mean.supported.shown)
            assert same(computed[block, mean.id, "check_supported"], shown)
            shown = "" if mean.claimed.value is None else float(mean.claimed.shown)
            assert same(computed[block, mean.id, "check_declared"], shown)
            assert computed[block, mean.id, "verdict"] == agrees


@needs_libreoffice
def test_a_level_that_somebody_changed_shows_in_the_check(tmp_path: Path) -> None:
    dice = random.Random(7)
    ratings = some_ratings(dice, 22)
    ratings["1.1"] = Rating(0, grade=3, has_figure=True)
    report = report_with(ratings, revision=1)
    path = tmp_path / "changed.xlsx"
    write_workbook(report, path)
    change_level(path, "1.1", 4)
    (tmp_path / "out").mkdir()
    convert(tmp_path, [path])
    computed = values(tmp_path / "out" / path.name)
    now = score(EDITION, {**ratings, "1.1": Rating(4, grade=3, has_figure=True)})
    assert computed["check", "score", "declared"] == float(shown_score(now.declared))
    assert computed["check", "verdict", "declared"] == "不一致"
    assert computed["check", "verdict", "supported"] == "一致"
    assert computed["directions", "1", "verdict"] == "不一致"
    assert computed["directions", "2", "verdict"] == "一致"


def change_level(path: Path, item: str, level: int) -> None:
    """Type another level into the workbook, as somebody does in a spreadsheet program."""
    workbook = load_workbook(path)
    rows = {str(row[0].value): row for row in workbook["自评表"].iter_rows()}
    (column,) = (c.column for c in rows["#digicom:items"] if c.value == "claimed")
    rows[item][column - 1].value = level
    workbook.save(path)
