import errno
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.documents import workbook_writer
from digicom_desktop.domain.document_parts import Part, part_name
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import OnStep, Step, write_whole
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.ui.choice_card import ChoiceRow
from digicom_desktop.ui.choice_inputs import ChoiceInput
from digicom_desktop.ui.dialogs import Message, Question
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.export_order import ExportOrder
from digicom_desktop.ui.export_page import ExportPage
from digicom_desktop.ui.export_plan import ExportPlan
from digicom_desktop.ui.export_run import ExportRun, Job
from digicom_desktop.ui.file_row import FileRow
from digicom_desktop.ui.inputs import LineInput, TextInput
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.revision_row import RevisionRow
from digicom_desktop.ui.revision_standing import finalised_text
from digicom_desktop.ui.state_dialog import DayField, StateDialog
from digicom_desktop.ui.ticks import TickField
from digicom_desktop.workspace import Workspace
from tests.small_disk import small_disk
from tests.ui.modal import button
from tests.ui.page_stage import HOSTILE, Stage, staged
from tests.ui.revision_stage import answer, edit, finalise, opened, press
from tests.ui.stage import fill_disk, free_disk


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    folder.mkdir()
    return folder


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, target: Path) -> Iterator[Stage]:
    def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
        return ExportPage(session, words, workspace, target)

    with staged(tmp_path / "data", make, filled=True) as stage:
        yield stage
        files = stage.find(ExportFiles)
        files.cancel()
        qtbot.waitUntil(lambda: not files.is_running, timeout=60_000)


def export(qtbot: QtBot, stage: Stage, answer: str = "Export 2 files") -> None:
    files = stage.find(ExportFiles)
    with qtbot.waitSignal(files.finished, timeout=60_000):
        stage.button(answer).click()


def test_both_files_are_written_and_hold_what_the_assessment_says(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    export(qtbot, stage)
    stem = "婺源青禾里茶业有限公司（示例）_2025_数字商务自评_草稿"
    assert {path.name for path in target.iterdir()} == {f"{stem}.xlsx", f"{stem}.pdf"}
    workbook = load_workbook(target / f"{stem}.xlsx", read_only=True)
    cells = [
        str(value)
        for sheet in workbook
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if value is not None
    ]
    workbook.close()
    report = stage.session.report(Language.ZH)
    for item in report.items:
        assert any(item.clause_zh in cell for cell in cells)
    assert any(report.code in cell for cell in cells)
    pages = PdfReader(target / f"{stem}.pdf").pages
    assert all(report.code in page.extract_text() for page in pages)
    for said in ("Written", "Read back, bytes equal", "Contents compared", "Checked"):
        assert stage.said.count(said) == 2
    assert "All written and checked" in stage.said


def test_only_the_ticked_file_is_written(qtbot: QtBot, stage: Stage, target: Path) -> None:
    stage.find(TickField, lambda tick: tick.accessibleName() == "Excel workbook").click()
    export(qtbot, stage, "Export 1 file")
    assert [path.suffix for path in target.iterdir()] == [".pdf"]


def test_nothing_ticked_is_said_and_nothing_is_written(stage: Stage) -> None:
    for tick in stage.page.findChildren(TickField):
        tick.click()
    assert not stage.button("Export 0 files").isEnabled()
    assert "Tick at least one file." in stage.said


def test_files_that_are_there_are_replaced_only_when_asked(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    old = target / "婺源青禾里茶业有限公司（示例）_2025_数字商务自评_草稿.pdf"
    old.write_bytes(b"old")
    stage.button("Export 2 files").click()
    assert f"The folder has this already: {old.name}" in stage.said
    assert [path.name for path in target.iterdir()] == [old.name]
    export(qtbot, stage, "Keep both")
    assert old.read_bytes() == b"old"
    assert {path.name for path in target.iterdir()} == {
        old.name,
        f"{old.stem} (2).pdf",
        f"{old.stem} (2).xlsx",
    }


def test_a_file_that_is_there_is_replaced_when_the_person_says_so(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    old = target / "婺源青禾里茶业有限公司（示例）_2025_数字商务自评_草稿.pdf"
    old.write_bytes(b"old")
    stage.button("Export 2 files").click()
    export(qtbot, stage, "Replace")
    assert old.read_bytes().startswith(b"%PDF")
    assert len(list(target.iterdir())) == 2


OLD = "婺源青禾里茶业有限公司（示例）_2025_数字商务自评_草稿.xlsx"


def test_the_firm_of_a_long_name_gives_way_to_year_and_state(stage: Stage) -> None:
    current = stage.session.current
    stage.change(replace(current, company=replace(current.company, name="企" * 300)))
    names = [text for text in stage.said if text.endswith((".xlsx", ".pdf", ".digicom"))]
    assert len(names) == 4
    assert all("企_2025_数字商务自评_草稿" in name for name in names)


def test_a_part_that_is_not_ticked_is_not_in_the_pdf(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    method = part_name(Part.METHOD, stage.session.report(Language.ZH).words)
    declared = part_name(Part.DECLARATION, stage.session.report(Language.ZH).words)
    stage.button("More: all parts of the PDF").click()
    stage.button(part_name(Part.METHOD, stage.words)).click()
    assert stage.button("More: 7 of 8 parts of the PDF").isVisible()
    export(qtbot, stage)
    (pdf,) = target.glob("*.pdf")
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages).replace("\n", "")
    assert declared in text
    heads = [str(head.title) for head in PdfReader(pdf).outline if not isinstance(head, list)]
    assert heads
    assert not any(method in head for head in heads)


def test_a_copy_for_advice_is_one_pdf_without_names(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    current = stage.session.current.company
    stage.button("More: all parts of the PDF").click()
    tick = "Copy for advice without names (PDF only), to show to somebody outside"
    stage.button(tick).click()
    assert stage.words.say("advice_copy.notice") in stage.said
    assert stage.button("More: all parts of the PDF, without names").isVisible()
    export(qtbot, stage, "Export 1 file")
    (pdf,) = target.iterdir()
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    for secret in (current.name, current.credit_code, current.legal_representative):
        assert secret
        assert secret not in text + pdf.name
    assert "征求意见稿" in pdf.name
    stage.button(tick).click()
    export(qtbot, stage)
    assert len(list(target.iterdir())) == 3


def test_what_was_written_can_be_opened_and_printed(
    qtbot: QtBot, stage: Stage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_urls: list[Path] = []
    works = [True]

    def open_url(url: QUrl) -> bool:
        opened_urls.append(Path(url.toLocalFile()))
        return works[0]

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    export(qtbot, stage)
    (pdf,) = target.glob("*.pdf")
    stage.button("Print…").click()
    note = "Print it in the program that opens it (Ctrl+P): A4, in full size."
    assert opened_urls == [pdf]
    assert note in stage.said
    stage.button("Open folder").click()
    assert opened_urls[-1] == target
    works[0] = False
    stage.button("Print…").click()
    assert note not in stage.said
    assert "No program opened it. Open the folder and double-click the file." in stage.said


class Spoiled:
    """Writes a document as the program does, and then does something to it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, do: Callable[[Path], None]) -> None:
        real = workbook_writer.write_workbook

        def write(report: Report, path: Path) -> None:
            real(report, path)
            do(path)

        monkeypatch.setattr(workbook_writer, "write_workbook", write)


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def _other_answer(path: Path) -> None:
    book = load_workbook(path)
    cell = next(
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value).startswith("婺源青禾里")
    )
    cell.value = "another firm"
    book.save(path)


@pytest.mark.parametrize("spoil", [_flip, _other_answer])
def test_a_file_that_reads_back_otherwise_is_refused_and_the_old_one_stays(
    qtbot: QtBot,
    stage: Stage,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
) -> None:
    (target / OLD).write_bytes(b"old")
    Spoiled(monkeypatch, spoil)
    stage.button("Export 2 files").click()
    export(qtbot, stage, "Replace")
    assert (target / OLD).read_bytes() == b"old"
    assert len(list(target.iterdir())) == 2
    assert "1 written, 1 failed" in stage.said
    assert stage.said.count("Checked") == 1


@pytest.mark.parametrize(
    ("number", "id", "offers"),
    [
        (errno.ENOSPC, "files.disk_full", {"Choose another folder…"}),
        (errno.EROFS, "files.unwritable", {"Choose another folder…"}),
        (errno.EIO, "files.vanished", {"Choose another folder…"}),
        (
            errno.ENAMETOOLONG,
            "files.name_too_long",
            {"Choose another folder…", "Write under another name"},
        ),
        (errno.EINVAL, "files.failed", {"Choose another folder…"}),
    ],
)
def test_what_the_system_refuses_is_a_sentence_with_what_helps(
    qtbot: QtBot,
    stage: Stage,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    id: str,
    offers: set[str],
) -> None:
    (target / OLD).write_bytes(b"old")

    def refuse(path: Path) -> None:
        raise OSError(number, os.strerror(number), str(path))

    Spoiled(monkeypatch, refuse)
    stage.button("Export 2 files").click()
    export(qtbot, stage, "Replace")
    error = DigicomError(id, path=target / OLD, reason=os.strerror(number))
    assert stage.words.error(error) in stage.said
    assert (target / OLD).read_bytes() == b"old"
    assert shown_offers(stage) == {"Try again", *offers}
    monkeypatch.undo()
    export(qtbot, stage, "Try again")
    assert (target / OLD).read_bytes().startswith(b"PK")
    assert shown_offers(stage) == set()


def shown_offers(stage: Stage) -> set[str]:
    """What is offered against a failure."""
    QApplication.processEvents()
    offers = {"Try again", "Write under another name", "Choose another folder…"}
    buttons = stage.page.findChildren(QAbstractButton)
    return {b.accessibleName() for b in buttons if b.isVisible()} & offers


def test_a_shorter_name_is_offered_where_one_is_too_long(
    qtbot: QtBot, stage: Stage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.ENAMETOOLONG, "", str(path))

    Spoiled(monkeypatch, refuse)
    export(qtbot, stage)
    monkeypatch.undo()
    export(qtbot, stage, "Write under another name")
    assert (target / "2025_数字商务自评_草稿.xlsx").is_file()


def test_a_read_only_file_stays_and_another_name_is_offered(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    old = target / OLD
    old.write_bytes(b"old")
    old.chmod(0o444)
    stage.button("Export 2 files").click()
    export(qtbot, stage, "Replace")
    assert stage.words.error(DigicomError("files.read_only", path=old)) in stage.said
    assert old.read_bytes() == b"old"
    export(qtbot, stage, "Write under another name")
    assert (target / f"{old.stem} (2).xlsx").is_file()
    assert old.read_bytes() == b"old"
    old.chmod(0o644)


def test_a_file_that_is_open_elsewhere_stays_and_another_name_is_offered(
    qtbot: QtBot, stage: Stage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = target / OLD
    old.write_bytes(b"old")
    real = Path.replace

    def replace_path(self: Path, to: Path) -> Path:
        if to == old:
            raise PermissionError(errno.EACCES, "in use", str(to))  # as Windows does
        return real(self, to)

    monkeypatch.setattr(Path, "replace", replace_path)
    stage.button("Export 2 files").click()
    export(qtbot, stage, "Replace")
    assert stage.words.error(DigicomError("files.target_open", path=old)) in stage.said
    assert old.read_bytes() == b"old"
    export(qtbot, stage, "Write under another name")
    assert (target / f"{old.stem} (2).xlsx").is_file()
    assert old.read_bytes() == b"old"


def test_a_file_that_others_changed_meanwhile_stays_as_they_left_it(
    qtbot: QtBot, stage: Stage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = target / OLD
    Spoiled(monkeypatch, lambda _: _write_text(old, "theirs"))
    export(qtbot, stage)
    assert stage.words.error(DigicomError("files.changed_meanwhile", path=old)) in stage.said
    assert old.read_text(encoding="utf-8") == "theirs"


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_on_a_full_disk_nothing_is_left_and_the_old_file_stays(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with small_disk(tmp_path, 64) as disk:

        def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
            return ExportPage(session, words, workspace, disk)

        with staged(tmp_path / "data", make, filled=True) as stage:
            (disk / OLD).write_bytes(b"old" * 10_000)
            stage.button("Export 2 files").click()
            export(qtbot, stage, "Replace")
            sentence = stage.words.error(DigicomError("files.disk_full", path=disk / OLD))
            assert sentence in stage.said
        assert (disk / OLD).read_bytes() == b"old" * 10_000
        assert list(disk.iterdir()) == [disk / OLD]


def test_a_folder_that_went_is_replaced_by_another(
    qtbot: QtBot, stage: Stage, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.rmdir()
    stage.find(TickField, lambda tick: tick.accessibleName() == "Excel workbook").click()
    export(qtbot, stage, "Export 1 file")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    stage.button("Choose another folder…").click()
    export(qtbot, stage, "Export 1 file")
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_fault_of_the_program_is_said_and_the_other_file_is_written(
    qtbot: QtBot, stage: Stage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise ZeroDivisionError(path)

    Spoiled(monkeypatch, fail)
    with qtbot.captureExceptions() as raised:
        export(qtbot, stage)
    assert [type for type, *_ in raised] == [ZeroDivisionError]
    assert any("ZeroDivisionError" in text for text in stage.said)
    assert [path.suffix for path in target.iterdir()] == [".pdf"]
    assert stage.button("Export 2 files").isEnabled()


def test_the_window_never_stands_still_during_an_export(qtbot: QtBot, stage: Stage) -> None:
    """By the clock; of three exports the middle one, because others use this machine too."""
    worst: list[float] = []
    for answers in (("Export 2 files",), *2 * [("Export 2 files", "Replace")]):
        beats = [time.perf_counter()]
        heart = QTimer(interval=5)
        heart.timeout.connect(lambda beats=beats: beats.append(time.perf_counter()))
        heart.start()
        for name in answers[:-1]:
            stage.button(name).click()
        export(qtbot, stage, answers[-1])
        heart.stop()
        worst.append(max(after - before for before, after in pairwise(beats)))
    assert sorted(worst)[1] < 0.1


def test_each_step_waits_until_the_window_has_shown_it(qtbot: QtBot, target: Path) -> None:
    """Or else both would compute at once, and the window get its turn too seldom."""
    told: list[str] = []

    def write(path: Path, on_step: OnStep) -> None:
        for step in Step:
            on_step(step)
            told.append(f"{step} goes on")

    def show(kind: str, step: Step) -> None:
        QTimer.singleShot(0, lambda: told.append(f"{step} is shown"))
        time.sleep(0.02)

    run = ExportRun()
    run.stepped.connect(show)
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start([Job("pdf", target / "x.pdf", write)])
    assert told == [f"{step} {what}" for step in Step for what in ("is shown", "goes on")]


def test_a_failure_is_a_sentence_and_another_name_is_offered(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    taken = target / "婺源青禾里茶业有限公司（示例）_2025_数字商务自评_草稿.xlsx"
    taken.mkdir()  # no file can take the place of a folder, as of a file that Excel holds open
    stage.button("Export 2 files").click()
    export(qtbot, stage, "Replace")
    sentence = stage.words.error(DigicomError("files.not_a_file", path=taken))
    assert sentence in stage.said
    assert "1 written, 1 failed" in stage.said
    export(qtbot, stage, "Write under another name")
    assert (target / f"{taken.stem} (2).xlsx").is_file()
    assert taken.is_dir()
    assert sentence not in stage.said


def test_the_bar_counts_what_failed_and_tries_that_alone_again(
    qtbot: QtBot, stage: Stage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.EIO, "", str(path))

    Spoiled(monkeypatch, refuse)
    export(qtbot, stage)
    assert "1 written, 1 failed" in stage.said
    assert stage.button("Open folder").isVisible()
    monkeypatch.undo()
    (target / OLD).with_suffix(".pdf").unlink()
    export(qtbot, stage, "Retry")
    assert [path.name for path in target.iterdir()] == [OLD]
    assert "All written and checked" in stage.said
    assert "2 of 2 files" in stage.said
    buttons = stage.page.findChildren(QAbstractButton)
    assert "Retry" not in {button.text() for button in buttons if button.isVisible()}


def test_the_bar_still_says_what_was_written_when_a_file_is_ticked_off(
    qtbot: QtBot, stage: Stage
) -> None:
    export(qtbot, stage)
    stage.find(TickField, lambda tick: tick.accessibleName() == "Excel workbook").click()
    assert "All written and checked" in stage.said
    assert stage.button("Export 1 file").isVisible()
    stage.change(replace(stage.session.current, profile=frozenset()))
    assert "All written and checked" not in stage.said
    assert not any(text.startswith("Exported") for text in stage.said)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden")
def test_a_folder_that_must_not_be_written_is_a_sentence(
    qtbot: QtBot, stage: Stage, target: Path
) -> None:
    target.chmod(0o500)
    export(qtbot, stage)
    target.chmod(0o700)
    assert list(target.iterdir()) == []
    assert "Nothing was written" in stage.said


def test_a_folder_that_has_gone_is_a_sentence(qtbot: QtBot, stage: Stage, target: Path) -> None:
    target.rmdir()
    export(qtbot, stage)
    assert (
        sum("its folder does not exist: it may have been moved" in text for text in stage.said) == 2
    )


def test_the_person_chooses_another_folder(
    qtbot: QtBot, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    page = stage.page
    assert isinstance(page, ExportPage)
    with qtbot.waitSignal(page.folder_chosen) as told:
        stage.button("Change…").click()
    assert told.args == [other]
    export(qtbot, stage)
    assert len(list(other.iterdir())) == 2


def test_the_files_may_speak_english(qtbot: QtBot, stage: Stage, target: Path) -> None:
    box = stage.find(ChoiceInput)
    box.setCurrentIndex(box.findData(Language.EN))
    box.activated.emit(box.currentIndex())
    export(qtbot, stage)
    (pdf,) = target.glob("*.pdf")
    assert pdf.stem.endswith("_2025_Digital Commerce Self-Assessment_Draft")
    assert "self-assessment" in PdfReader(pdf).pages[0].extract_text()


def test_the_code_is_copied(stage: Stage) -> None:
    assert stage.report.code in stage.said
    assert stage.report.notices["code_meaning"] in stage.said
    stage.button("Copy").click()
    assert QGuiApplication.clipboard().text() == stage.report.code
    assert stage.button("Copied").isVisible()


def test_the_page_says_once_that_it_is_a_draft(stage: Stage) -> None:
    assert "Not finalised yet" in stage.said
    assert "Draft" not in stage.said


def test_the_page_says_that_the_files_are_a_draft(stage: Stage) -> None:
    draft = stage.report.notices["draft"]
    assert f"{draft} Exported files are marked as a draft." in stage.said


@pytest.mark.parametrize("hostile", [*HOSTILE, "../../x", "con", "", "企" * 300])
def test_any_name_of_a_firm_becomes_a_name_of_a_file(
    qtbot: QtBot, stage: Stage, target: Path, hostile: str
) -> None:
    current = stage.session.current
    stage.change(replace(current, company=replace(current.company, name=hostile)))
    export(qtbot, stage)
    assert sorted(path.suffix for path in target.iterdir()) == [".pdf", ".xlsx"]


def test_what_is_not_saved_is_not_exported(stage: Stage, target: Path) -> None:
    fill_disk(stage.workspace)
    company = replace(stage.session.current.company, results="x" * 100_000)
    stage.change(replace(stage.session.current, company=company))
    assert not stage.session.is_saved
    stage.button("Export 2 files").click()
    assert "The last changes are not saved yet; export when they are." in stage.said
    assert list(target.iterdir()) == []
    free_disk(stage.workspace)


def test_the_window_lives_while_a_file_is_written_and_the_rest_can_be_called_off(
    qtbot: QtBot, tmp_path: Path, target: Path
) -> None:
    may_go, begun = threading.Event(), threading.Event()

    def slow(report: Report, path: Path, on_step: OnStep) -> None:
        def write(to: Path) -> None:
            begun.set()
            may_go.wait(10)
            to.write_bytes(b"new")

        write_whole(path, write, on_step=on_step)

    def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
        workspace.export_workbook = slow  # type: ignore[assignment, method-assign]
        return ExportPage(session, words, workspace, target)

    with staged(tmp_path / "data", make, filled=True) as stage:
        old = target / "婺源青禾里茶业有限公司（示例）_2025_数字商务自评_草稿.xlsx"
        old.write_bytes(b"old")
        stage.button("Export 2 files").click()
        stage.button("Replace").click()
        assert begun.wait(10)
        assert "Writing…" in stage.said
        stage.button("Cancel").click()
        assert "Stopping; what was there before stays as it was" in stage.said
        with qtbot.waitSignal(stage.find(ExportFiles).finished, timeout=10_000):
            may_go.set()
        assert list(target.iterdir()) == [old]
        assert old.read_bytes() == b"old"
        assert "Stopped; what was there before is unchanged" in stage.said
        assert "Stopped" in stage.said


def test_files_are_finished_when_their_page_has_gone(
    qtbot: QtBot, tmp_path: Path, target: Path
) -> None:
    workspace = Workspace.at(tmp_path / "data", resources_folder(), lambda: datetime.now(UTC))
    page = ExportPage(workspace.add_sample(), workspace.words(Language.EN), workspace, target)
    page.findChildren(ExportFiles)[0].write(
        ExportPlan(target, "x"),
        ("workbook", "pdf"),
        ExportOrder(workspace.add_sample().report(Language.ZH)),
    )
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: len(list(target.glob("x.*"))) == 2, timeout=60_000)
    workspace.close()


def test_the_guide_shows_scores_level_and_bureau(qtbot: QtBot, stage: Stage) -> None:
    guide = stage.page.make_guide()
    assert isinstance(guide, QWidget)
    qtbot.addWidget(guide)
    said = [label.text() for label in guide.findChildren(QLabel)]
    report = stage.report
    assert f"{report.declared.shown} / {report.supported.shown}" in said
    assert report.firm_level.name in said
    assert any("婺源县商务局" in text for text in said)
    assert report.method_note in said


def test_each_file_has_its_row(stage: Stage) -> None:
    assert len(stage.page.findChildren(FileRow)) == 4


def test_a_draft_says_what_is_open_and_leads_to_the_check(stage: Stage) -> None:
    company = replace(stage.session.current.company, name="", credit_code="")
    reasons: dict[str, Reason] = {}
    stage.change(replace(stage.session.current, company=company, reasons=reasons))
    count = stage.session.appraisal.count_open
    assert count(FindingClass.MUST_FIX) >= 2
    assert f"{count(FindingClass.MUST_FIX)} to fix" in stage.said
    assert f"{count(FindingClass.EXPLAIN)} to explain" in stage.said
    assert f"{count(FindingClass.VERIFY)} to verify" in stage.said
    assert "Not finalised yet" in stage.said
    stage.button("Check and finalise").click()
    assert stage.places == ["review"]


def test_a_draft_with_nothing_open_says_so(stage: Stage) -> None:
    finalise(stage.session)
    edit(stage.session, "王")
    stage.undo()
    stage.session.redo()
    stage.change(replace(stage.session.current, reasons={}))
    assert "Changed since revision 1; revision 2 is not finalised yet" in stage.said
    stage.undo()
    assert "Nothing is open" in stage.said


@pytest.fixture
def finalised(qtbot: QtBot, tmp_path: Path, target: Path) -> Iterator[Stage]:
    """Revision 1 is what is open."""

    def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
        finalise(session)
        return ExportPage(session, words, workspace, target)

    with staged(tmp_path / "data", make, filled=True) as stage:
        yield stage


def test_a_finalised_content_shows_number_time_code_and_state(finalised: Stage) -> None:
    (revision,) = finalised.session.history.revisions
    assert f"Revision 1 · {finalised_text(revision)}" in finalised.said
    assert finalised.said.count("Finalised") == 2
    assert finalised.said.count(revision.code) == 2
    assert "Not finalised yet" not in finalised.said
    assert finalised.report.code == revision.code


def test_the_code_is_that_of_a_draft_until_it_is_finalised(finalised: Stage) -> None:
    assert "Consistency code" in finalised.said
    assert "Draft code" not in finalised.said
    company = replace(finalised.session.current.company, contact="王")
    finalised.change(replace(finalised.session.current, company=company))
    assert "Draft code" in finalised.said
    assert "Consistency code" not in finalised.said


def test_scores_and_level_of_each_revision_come_once_the_page_is_there(
    qtbot: QtBot, finalised: Stage
) -> None:
    report = finalised.session.history.report(1, Language.EN)
    said = f"Declared {report.declared.shown} · evidence-backed {report.supported.shown}"
    qtbot.waitUntil(lambda: f"{said} · {report.firm_level.name}" in finalised.said)


def test_revisions_stand_newest_first(finalised: Stage) -> None:
    edit(finalised.session, "王")
    finalise(finalised.session)
    finalised.change(replace(finalised.session.current, reasons={}))
    rows = finalised.page.findChildren(RevisionRow)
    shown = [row.number for row in sorted(rows, key=lambda row: row.y()) if row.isVisible()]
    assert shown == [2, 1]
    finalised.button("Read revision 1").click()
    finalised.button("Compare revision 2").click()
    assert finalised.places == ["revision/1", "compare"]


def test_a_revision_is_exported_again_with_the_same_bytes(
    qtbot: QtBot, finalised: Stage, target: Path
) -> None:
    """Twice, after the draft was edited, and after a restart of the program."""
    export(qtbot, finalised)
    first = {path.name: path.read_bytes() for path in target.iterdir()}
    assert len(first) == 2
    assert all("草稿" not in name for name in first)
    finalised.button("Export 2 files").click()
    export(qtbot, finalised, "Replace")
    assert {path.name: path.read_bytes() for path in target.iterdir()} == first

    company = replace(finalised.session.current.company, contact="王")
    finalised.change(replace(finalised.session.current, company=company))
    finalised.button("Export revision 1").click()
    assert "Revision 1 is exported as it was finalised, not what is open now." in finalised.said
    finalised.button("Export 2 files").click()
    export(qtbot, finalised, "Replace")
    assert {path.name: path.read_bytes() for path in target.iterdir()} == first

    finalised.workspace.close()
    with opened(finalised.workspace.database.parent) as workspace:
        session = workspace.open(finalised.session.id)
        page = ExportPage(session, workspace.words(Language.EN), workspace, target)
        qtbot.addWidget(page)
        page.focus_start("1")
        again = Stage(workspace, session, finalised.words, page)
        page.show()
        again.button("Export 2 files").click()
        export(qtbot, again, "Replace")
        assert {path.name: path.read_bytes() for path in target.iterdir()} == first


def test_what_is_open_is_exported_again_when_the_person_says_so(
    qtbot: QtBot, finalised: Stage, target: Path
) -> None:
    company = replace(finalised.session.current.company, contact="王")
    finalised.change(replace(finalised.session.current, company=company))
    finalised.button("Export revision 1").click()
    finalised.button("Export what is open now").click()
    assert "Revision 1 is exported as it was finalised, not what is open now." not in finalised.said
    export(qtbot, finalised)
    assert all("草稿" in path.name for path in target.iterdir())


def state_of(stage: Stage) -> State:
    """Where it stands now."""
    return stage.session.state


def test_what_became_of_a_revision_is_noted_step_by_step(qtbot: QtBot, finalised: Stage) -> None:
    told: list[bool] = []
    finalised.page.standing_changed.connect(lambda: told.append(True))
    history, today = finalised.session.history, finalised.session.today.isoformat()
    code = history.revision(1).code

    answer(StateDialog, lambda dialog: press(dialog, "Note it"))
    finalised.button("What became of revision 1").click()
    assert state_of(finalised) is State.SUBMITTED
    assert f"Submitted {today}" in finalised.said

    def send_back(dialog: StateDialog) -> None:
        press(dialog, "Returned")
        area = dialog.findChildren(TextInput)[0]
        area.setFocus()
        qtbot.keyClicks(area, "contract not stamped")
        press(dialog, "Note it")

    answer(StateDialog, send_back)
    finalised.button("What became of revision 1").click()
    assert state_of(finalised) is State.RETURNED
    returned = f"Revision 1 was returned on {today}: contract not stamped"
    assert any(text.startswith(returned) for text in finalised.said)

    answer(StateDialog, lambda dialog: press(dialog, "Note it"))
    finalised.button("What became of revision 1").click()
    assert not any(text.startswith(returned) for text in finalised.said)
    answer(StateDialog, lambda dialog: press(dialog, "Note it"))
    finalised.button("What became of revision 1").click()
    assert state_of(finalised) is State.ACCEPTED

    revision = finalised.workspace.open(finalised.session.id).history.revision(1)
    assert [change.state.value for change in revision.changes] == [
        "submitted",
        "returned",
        "submitted",
        "accepted",
    ]
    assert revision.changes[1].remark == "contract not stamped"
    assert revision.code == code
    assert finalised.session.is_saved
    assert len(told) == 4


def test_the_last_note_is_taken_back_only_after_a_question(qtbot: QtBot, finalised: Stage) -> None:
    finalised.session.history.change_state(1, State.SUBMITTED, "2026-03-20")

    def take_back(dialog: StateDialog, reply: str) -> None:
        answer(Question, lambda question: press(question, reply))
        press(dialog, "Take back the last note…")

    answer(StateDialog, lambda dialog: take_back(dialog, "Leave it"))
    finalised.button("What became of revision 1").click()
    assert state_of(finalised) is State.SUBMITTED
    answer(StateDialog, lambda dialog: take_back(dialog, "Take back"))
    finalised.button("What became of revision 1").click()
    assert state_of(finalised) is State.FINALISED
    assert finalised.session.history.revision(1).changes == ()


def test_the_only_state_that_can_come_next_is_said_and_not_chosen(finalised: Stage) -> None:
    shown: list[tuple[bool, list[str]]] = []

    def look(dialog: StateDialog) -> None:
        labels = [label.text() for label in dialog.findChildren(QLabel)]
        shown.append(("Submitted" in labels, [c.accessibleName() for c in _choices(dialog)]))
        press(dialog, "Cancel")

    answer(StateDialog, look)
    finalised.button("What became of revision 1").click()
    finalised.session.history.change_state(1, State.SUBMITTED, "2026-03-20")
    answer(StateDialog, look)
    finalised.button("What became of revision 1").click()
    assert shown == [(True, []), (False, ["Accepted", "Returned"])]


def test_before_it_is_submitted_the_dialog_says_where_a_return_is_noted(finalised: Stage) -> None:
    said: list[str] = []

    def look(dialog: StateDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        press(dialog, "Cancel")

    answer(StateDialog, look)
    finalised.button("What became of revision 1").click()
    assert 'Once this is noted, "Returned", "Accepted" can be noted here in the same way.' in said


def _send_back(finalised: Stage, remark: str) -> None:
    history = finalised.session.history
    history.change_state(1, State.SUBMITTED, "2026-03-20")
    history.change_state(1, State.RETURNED, "2026-03-25", remark)
    page = finalised.page
    assert isinstance(page, ExportPage)
    page._reports.forget()
    page._show_all()


def _band(finalised: Stage) -> str:
    said = [text for text in finalised.said if "was returned on" in text]
    return said[0] if said else ""


def test_what_the_bureau_wants_stays_until_a_later_revision_is_handed_in(
    finalised: Stage,
) -> None:
    _send_back(finalised, "1.1 缺合同，4.2 缺图")
    assert "the changes become revision 2, and revision 1 stays as it is" in _band(finalised)
    finalised.button("Go to 1.1").click()
    assert finalised.places == ["item/1.1"]
    edit(finalised.session, "汪小雨")
    page = finalised.page
    assert isinstance(page, ExportPage)
    page._reports.forget()
    page._show_all()
    assert "the changes become revision 2" in _band(finalised)
    finalise(finalised.session)
    page._reports.forget()
    page._show_all()
    assert "Revision 2 is finalised: export it, hand it in" in _band(finalised)
    finalised.session.history.change_state(2, State.SUBMITTED, "2026-04-01")
    page._reports.forget()
    page._show_all()
    assert not _band(finalised)


def test_the_returned_revision_is_not_what_the_page_leads_to_export(finalised: Stage) -> None:
    assert finalised.button("Export 2 files").property("kind") == "primary"
    _send_back(finalised, "")
    assert finalised.button("Export 2 files").property("kind") == "secondary"
    finalised.button("Go and change it").click()
    assert finalised.places == ["company"]


def test_what_was_exported_is_known_when_the_person_comes_back_to_the_page(
    qtbot: QtBot, finalised: Stage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    assert not any("Exported" in text or "Not written" in text for text in finalised.said)
    export(qtbot, finalised)
    again = ExportPage(finalised.session, finalised.words, finalised.workspace, target.parent)
    qtbot.addWidget(again)
    again.resize(1118, 720)
    again.show()
    QApplication.processEvents()
    said = [label.text() for label in again.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Exported: Today") for text in said)
    assert any(text.startswith("2 files in") for text in said)
    button(again, "Open folder").click()
    assert opened == [str(target)]


def _choices(dialog: StateDialog) -> list[ChoiceRow]:
    return dialog.findChildren(ChoiceRow)


def test_after_acceptance_there_is_nothing_more_to_note(finalised: Stage) -> None:
    history = finalised.session.history
    history.change_state(1, State.SUBMITTED, "2026-03-20")
    history.change_state(1, State.ACCEPTED, "2026-03-25")

    def look(dialog: StateDialog) -> None:
        assert [f for f in dialog.findChildren(DayField) if f.isVisible()] == []
        press(dialog, "Close")

    seen = answer(StateDialog, look)
    finalised.button("What became of revision 1").click()
    assert seen
    assert state_of(finalised) is State.ACCEPTED


@pytest.mark.parametrize("wrong", ["soon", "2026-03", "2026-02-30", ""])
def test_a_wrong_day_is_red_and_cannot_be_noted(qtbot: QtBot, finalised: Stage, wrong: str) -> None:
    found: list[tuple[bool, str]] = []

    def try_it(dialog: StateDialog) -> None:
        line = dialog.findChildren(LineInput)[0]
        line.setFocus()
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
        qtbot.keyClicks(line, wrong)
        press(dialog, "Note it")
        found.append((dialog.isVisible(), line.property("wrong")))

    answer(StateDialog, try_it)
    finalised.button("What became of revision 1").click()
    assert found == [(True, "true")]
    assert state_of(finalised) is State.FINALISED


def test_a_day_to_come_and_a_day_too_early_are_doubted_but_taken(
    qtbot: QtBot, finalised: Stage
) -> None:
    said: list[str] = []

    def try_it(dialog: StateDialog) -> None:
        line = dialog.findChildren(LineInput)[0]
        for day in ("2020-01-01", "2099-01-01"):
            line.setFocus()
            line.selectAll()
            qtbot.keyClicks(line, day)
            QApplication.processEvents()
            said.extend(label.text() for label in dialog.findChildren(PlainLabel))
            assert line.property("wrong") is None
        press(dialog, "Note it")

    answer(StateDialog, try_it)
    finalised.button("What became of revision 1").click()
    assert any("the day of the step before" in text for text in said)
    assert "This day is still to come. Is it right?" in said
    assert finalised.session.history.revision(1).changes[0].on == "2099-01-01"


def test_a_day_as_people_type_it_is_kept_as_a_day(qtbot: QtBot, finalised: Stage) -> None:
    def type_it(dialog: StateDialog) -> None:
        line = dialog.findChildren(LineInput)[0]
        line.setFocus()
        line.selectAll()
        QGuiApplication.clipboard().setText("2026年3月5日")
        line.paste()
        press(dialog, "Note it")

    answer(StateDialog, type_it)
    finalised.button("What became of revision 1").click()
    assert finalised.session.history.revision(1).changes[0].on == "2026-03-05"


def test_a_disk_that_refuses_a_note_is_a_sentence(qtbot: QtBot, finalised: Stage) -> None:
    said: list[str] = []

    def read(message: Message) -> None:
        said.append(message.text)
        press(message, "OK")

    def note(dialog: StateDialog) -> None:
        answer(Message, read)
        press(dialog, "Note it")

    connection = finalised.workspace._store._connection
    connection.fetch("PRAGMA query_only = 1")
    answer(StateDialog, note)
    finalised.button("What became of revision 1").click()
    connection.fetch("PRAGMA query_only = 0")
    assert said
    assert state_of(finalised) is State.FINALISED
    assert finalised.session.history.revision(1).changes == ()


def test_revisions_that_cannot_be_read_are_a_sentence_and_the_draft_is_exported(
    qtbot: QtBot, tmp_path: Path, target: Path
) -> None:
    def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
        finalise(session)
        connection = workspace._store._connection
        connection.fetch("DROP TRIGGER revision_is_never_changed")
        connection.fetch("UPDATE revision SET content = x'7b7d'")
        return ExportPage(workspace.open(session.id), words, workspace, target)

    with staged(tmp_path / "data", make, filled=True) as stage:
        assert any("It was not opened" in text for text in stage.said)
        stage.page.focus_start("1")
        export(qtbot, stage)
        assert all("草稿" in path.name for path in target.iterdir())
