"""Package and evidence volume are written beside the other files, when they are asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import EvidenceRegister
from digicom_desktop.domain.hand_in import Source
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.ui.export_desk import ExportDesk
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.export_order import WriteSource
from digicom_desktop.ui.export_page import ExportPage
from digicom_desktop.ui.file_row import FileRow
from digicom_desktop.ui.ticks import TickField
from digicom_desktop.workspace import Workspace
from tests.finished import settle
from tests.ui.page_stage import Stage, staged
from tests.ui.revision_stage import edit

PACKAGE, VOLUME = "Package", "Evidence volume"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    folder.mkdir()
    return folder


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, target: Path) -> Iterator[Stage]:
    photo = tmp_path / "现场照片.png"
    Image.effect_noise((600, 400), 80).save(photo)

    def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
        register = session.current.evidence
        entry = replace(register.entries[0], file=session.copy_evidence(photo))
        session.change(replace(session.current, evidence=register.with_changed(entry)))
        return ExportPage(session, words, workspace, target)

    with staged(tmp_path / "data", make, filled=True) as stage:
        yield stage
        files = stage.find(ExportFiles)
        files.cancel()
        qtbot.waitUntil(lambda: not files.is_running, timeout=60_000)


def tick(stage: Stage, kind: str) -> TickField:
    return stage.find(TickField, lambda each: each.accessibleName() == kind)


def export(qtbot: QtBot, stage: Stage, answer: str) -> None:
    files = stage.find(ExportFiles)
    with qtbot.waitSignal(files.finished, timeout=60_000):
        stage.button(answer).click()


def test_the_volume_is_offered_where_evidence_has_files_and_the_package_when_ticked(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    assert not tick(stage, PACKAGE).isChecked()
    assert tick(stage, VOLUME).isChecked()
    tick(stage, PACKAGE).click()
    export(qtbot, stage, "Export 4 files")
    assert "All written and checked" in stage.said, stage.said
    names = sorted(path.name for path in target.iterdir())
    stem = "婺源青禾里茶业有限公司（示例）_2025_数字商务自评_草稿"
    assert names == sorted(
        [f"{stem}.xlsx", f"{stem}.pdf", f"{stem}.digicom", f"{stem}_佐证材料汇编.pdf"]
    )
    hand_in = stage.workspace.read_file(target / f"{stem}.digicom")
    assert hand_in.source is Source.PACKAGE
    meant = {item: answer.level for item, answer in stage.session.current.answers.items()}
    assert {item: answer.level for item, answer in hand_in.original.answers.items()} == meant
    assert len(hand_in.evidence) == 1
    volume = PdfReader(target / f"{stem}_佐证材料汇编.pdf")
    assert any(page.images for page in volume.pages)


def test_the_size_is_estimated_before(stage: Stage, tmp_path: Path) -> None:
    photo = (tmp_path / "现场照片.png").stat().st_size
    about = [text for text in stage.said if text.startswith("about ")]
    assert len(about) == 2
    kilobytes = [float(text.split()[1]) for text in about]
    assert all(photo / 1024 < size < photo / 1024 + 1_000 for size in kilobytes)


def test_a_copy_for_advice_has_neither_package_nor_volume(stage: Stage) -> None:
    tick(stage, PACKAGE).click()
    stage.button("More: all parts of the PDF").click()
    advice = [
        each for each in stage.page.findChildren(TickField) if "advice" in each.accessibleName()
    ]
    advice[0].click()
    QApplication.processEvents()
    shown = [row for row in stage.page.findChildren(FileRow) if row.isVisible()]
    assert len(shown) == 1
    assert stage.button("Export 1 file").isEnabled()
    advice[0].click()
    assert stage.button("Export 4 files").isEnabled()


def test_a_volume_that_the_person_does_not_want_stays_unticked(stage: Stage) -> None:
    tick(stage, VOLUME).click()
    edit(stage.session, "汪小雨")
    stage.change(replace(stage.session.current, profile=frozenset()))
    assert not tick(stage, VOLUME).isChecked()
    assert stage.button("Export 2 files").isEnabled()


def test_the_guide_names_the_volume_among_what_is_handed_in(stage: Stage) -> None:
    guide = stage.page.make_guide()
    assert guide is not None
    said = [label.text() for label in guide.findChildren(QLabel)]
    assert any("the stamped PDF and the evidence volume" in text for text in said)
    assert any("1 of them with a file" in text for text in said)
    guide.deleteLater()


def test_a_volume_of_nothing_is_refused_with_a_sentence(stage: Stage) -> None:
    assert "No evidence is registered yet." not in stage.said
    assert tick(stage, VOLUME).isChecked()
    stage.change(replace(stage.session.current, evidence=EvidenceRegister()))
    assert not tick(stage, VOLUME).isEnabled()
    assert not tick(stage, VOLUME).isChecked()
    assert "No evidence is registered yet." in stage.said


def test_a_revision_goes_into_a_package_of_its_own(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    settle(stage.session)
    stage.session.finalise()
    company = replace(stage.session.current.company, contact="汪小雨")
    stage.change(replace(stage.session.current, company=company))
    page = stage.page
    assert isinstance(page, ExportPage)
    page.focus_start("1")
    for kind in ("Excel workbook", "PDF report", VOLUME, PACKAGE):
        tick(stage, kind).click()
    export(qtbot, stage, "Export 1 file")
    (path,) = target.iterdir()
    hand_in = stage.workspace.read_file(path)
    assert hand_in.revision == 1
    assert hand_in.code == stage.session.history.revision(1).code
    assert hand_in.original.company.contact != "汪小雨"


def test_what_keeps_a_package_from_being_made_is_said_at_its_file(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    def refuse(language: Language) -> Mapping[str, WriteSource]:
        raise DigicomError("store.no_revision", number=7)

    desk = stage.find(ExportDesk)
    desk.show_source(replace(desk._source, hand_over=refuse))
    tick(stage, VOLUME).click()
    tick(stage, PACKAGE).click()
    export(qtbot, stage, "Export 3 files")
    assert stage.words.say("store.no_revision", number=7) in stage.said
    assert {path.suffix for path in target.iterdir()} == {".xlsx", ".pdf"}
