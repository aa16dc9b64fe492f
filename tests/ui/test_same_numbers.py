"""Screen, workbook and PDF show the same numbers: what one says is looked for in the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicom_desktop.documents.workbook_reader import WorkbookContent, read_workbook
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.chart_card import ChartCard
from digicom_desktop.ui.chart_cards import BarsCard, RadarCard, StripCard
from digicom_desktop.ui.gates_card import GatesCard
from digicom_desktop.ui.plan_page import PlanPage
from digicom_desktop.ui.results_page import ResultsPage
from digicom_desktop.ui.score_card import ScoreCard
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import Stage, staged


@dataclass(frozen=True)
class Shown:
    """One assessment three times: the page, the workbook read back, the text of the PDF."""

    stage: Stage
    workbook: WorkbookContent
    pdf: str

    def labels(self, card: type[ScoreCard | GatesCard]) -> list[str]:
        """What a card of the page says."""
        return [label.text() for label in self.stage.find(card).findChildren(QLabel)]

    def rows(self, card: type[ChartCard]) -> dict[str, tuple[str, ...]]:
        """The numbers behind a chart of the page, by what they are about."""
        return {row[0]: row[1:] for row in self.stage.find(card)._numbers.rows}


def _make(session: Session, words: Words, workspace: Workspace) -> ResultsPage:
    return ResultsPage(session, words)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    with staged(tmp_path / "data", _make, Language.ZH, filled=True) as stage:
        workbook, pdf = tmp_path / "a.xlsx", tmp_path / "a.pdf"
        stage.workspace.export_workbook(stage.session.report(Language.ZH), workbook)
        stage.workspace.export_pdf(stage.session.report(Language.ZH), pdf)
        pages = pypdf.PdfReader(pdf).pages
        text = "".join("".join(page.extract_text().split()) for page in pages)
        yield Shown(stage, read_workbook(workbook), text)


def _score(text: str) -> str:
    """A score of a cell, that has lost its last zero, as people read it."""
    return f"{float(text):.1f}"


def test_both_scores_and_the_level_are_the_same(shown: Shown) -> None:
    supported = _score(shown.workbook.text("result", "supported", "value"))
    declared = _score(shown.workbook.text("result", "declared", "value"))
    level = shown.workbook.text("result", "level", "value")

    assert {supported, declared, level} <= {*shown.labels(ScoreCard)}
    assert f"佐证分{supported}" in shown.pdf
    assert f"声明分{declared}" in shown.pdf
    assert "".join(level.split()) in shown.pdf


def test_every_gate_has_and_needs_the_same(shown: Shown) -> None:
    labels = shown.labels(GatesCard)
    gates = shown.workbook.blocks["gates"]
    assert len(gates) == 5
    for id, cells in gates.items():
        name = str(cells["name"].value)
        have, need = (shown.workbook.text("gates", id, column) for column in ("have", "need"))
        if id == "score":
            have = _score(have)
        at = labels.index(name)
        assert labels[at : at + 3] == [name, have, need]
        assert "".join(f"{name}{have}{need}".split()) in shown.pdf


@pytest.mark.parametrize(
    ("block", "card"), [("directions", RadarCard), ("characteristics", BarsCard)]
)
def test_every_mean_is_the_same(shown: Shown, block: str, card: type[ChartCard]) -> None:
    rows = shown.rows(card)
    assert len(shown.workbook.blocks[block]) == 6
    for id, cells in shown.workbook.blocks[block].items():
        name = str(cells["name"].value)
        supported, declared = (
            _score(shown.workbook.text(block, id, column)) for column in ("supported", "declared")
        )
        assert rows[name][:2] == (supported, declared)
        told = {
            "directions": f"佐证分{supported}，声明分{declared}",
            "characteristics": f"{name}{supported}",
        }
        assert told[block] in shown.pdf


def test_every_item_has_the_same_levels(shown: Shown) -> None:
    rows = shown.rows(StripCard)
    assert len(shown.workbook.blocks["items"]) == 22
    for id, cells in shown.workbook.blocks["items"].items():
        (row,) = [row for name, row in rows.items() if name.split()[0] == id]
        title = "".join(str(cells["title"].value).split())
        if shown.workbook.text("items", id, "claimed") == "不适用":
            assert f"{id}{title}不适用" in shown.pdf
            continue
        claimed = shown.workbook.text("items", id, "claimed")
        supported = shown.workbook.text("items", id, "supported")
        assert [text[:1] for text in row if text[:1].isdigit()] == [supported, claimed]
        assert f"{id}{title}自评{claimed}级" in shown.pdf
        assert f"佐证{supported}级" in shown.pdf


def test_what_is_planned_is_the_same(qtbot: QtBot, shown: Shown) -> None:
    planned = _score(shown.workbook.text("planned", "planned", "value"))
    level = shown.workbook.text("planned", "planned_level", "value")
    page = PlanPage(shown.stage.session, shown.stage.words)
    qtbot.addWidget(page)
    labels = {label.text() for label in page.findChildren(QLabel)}

    assert {planned, level} <= labels
    assert "".join(f"佐证分{planned}，{level}".split()) in shown.pdf
    for item, cells in shown.workbook.blocks["targets"].items():
        assert str(cells["gain"].value) in labels
        assert f"{item}" in shown.pdf
