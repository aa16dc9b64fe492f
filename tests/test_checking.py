"""What can be said of a file: on a computer that has its revision, and on one that has not."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from digicom_desktop.domain.hand_in import IfExists, Note
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.verdict import Checked, Verdict, verdict_id
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.edited_workbook import fill
from tests.finished import finished
from tests.ui.stage import workspace_in


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Where the revision was made."""
    with workspace_in(tmp_path_factory.mktemp("here")) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def session(here: Workspace) -> Session:
    session = finished(here)
    session.finalise()
    return session


@pytest.fixture(scope="module")
def files(
    here: Workspace, session: Session, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("files")
    report = session.history.report(1, Language.ZH)
    here.export_workbook(report, folder / "第1版.xlsx")
    here.export_pdf(report, folder / "第1版.pdf")
    return folder / "第1版.xlsx", folder / "第1版.pdf"


@pytest.fixture
def workbook(files: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(files[0], tmp_path / "第1版.xlsx"))


@pytest.fixture
def pdf(files: tuple[Path, Path]) -> Path:
    return files[1]


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Workspace]:
    """The bureau, that has nothing yet."""
    with workspace_in(tmp_path / "there") as workspace:
        yield workspace


def check(workspace: Workspace, path: Path) -> Checked:
    return workspace.check_file(path, workspace.revision_by_code(workspace.stated_code(path)))


def ids(notes: tuple[Note, ...]) -> set[str]:
    return {note.id for note in notes}


def test_a_workbook_is_judged_by_itself_where_its_revision_is_not(
    there: Workspace, workbook: Path
) -> None:
    checked = check(there, workbook)

    assert (checked.verdict, checked.notes) == (Verdict.WHOLE, ())
    assert "没有改动" in there.words(Language.ZH).say(verdict_id(checked))


def test_a_score_that_was_altered_is_said_with_both_values(
    here: Workspace, there: Workspace, workbook: Path
) -> None:
    fill(workbook, {("result", "supported", "value"): "88.0"})

    for workspace in (here, there):
        checked = check(workspace, workbook)
        assert checked.verdict is Verdict.ALTERED
        (note,) = checked.notes
        assert (note.id, note.grave, note.values["visible"]) == ("check.differs", True, "88.0")
        assert note.values["what"] == "佐证分"
        assert f"{note.values['original']}.0" == here.rows()[0].summary.supported


def test_places_are_named_as_people_see_them(there: Workspace, workbook: Path) -> None:
    fill(
        workbook,
        {("metrics", "revenue", "current"): 1, ("items", "5.1", "claimed"): 3},
    )

    what = {str(note.values["what"]) for note in check(there, workbook).notes}

    title = there.library.edition(there.library.newest_edition_id()).item("5.1").title
    assert f"5.1 {title.in_(Language.ZH)} 自评级别" in what
    assert any(name.startswith("营业收入") and "2025" in name for name in what)


def test_a_pdf_alone_is_complete_but_its_words_are_not_checked(there: Workspace, pdf: Path) -> None:
    checked = check(there, pdf)

    assert (checked.verdict, ids(checked.notes)) == (Verdict.UNKNOWN, {"volume.pdf.alone_whole"})
    assert "文字无法核对" in there.words(Language.ZH).say(verdict_id(checked))


def test_a_page_missing_in_a_pdf_alone_is_named(
    there: Workspace, pdf: Path, tmp_path: Path
) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf.read_bytes()))
    writer.remove_page(4)
    writer.write(tmp_path / "少一页.pdf")

    checked = check(there, tmp_path / "少一页.pdf")

    assert checked.verdict is Verdict.INCOMPLETE
    (missing,) = (note for note in checked.notes if note.grave)
    assert (missing.id, missing.values["pages"]) == ("volume.pdf.alone_missing", "5")


def foreign(path: Path, code: str, pages: int = 3) -> Path:
    """A Chinese PDF of another program that says it is English, as LibreOffice does."""
    registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), A4, lang="en-US")
    for page in range(1, pages + 1):
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(80, 700, f"企业数字商务发展水平自评表　第{page}张")
        canvas.drawString(80, 650, code)
        canvas.showPage()
    canvas.save()
    return path


def test_a_print_of_another_program_is_said_to_be_one_and_nothing_else(
    here: Workspace, session: Session, tmp_path: Path
) -> None:
    path = foreign(tmp_path / "打印.pdf", session.history.revision(1).code)

    checked = check(here, path)

    assert checked.verdict is Verdict.ALTERED
    assert [note.id for note in checked.notes] == ["volume.pdf.other_print"]
    assert verdict_id(checked) == "check.verdict.other_print"


def test_a_pdf_of_another_program_is_read_in_its_own_language(tmp_path: Path) -> None:
    from digicom_desktop.documents.pdf_compare import stated_language

    path = foreign(tmp_path / "打印.pdf", "R3R4-JGM9-U4JS2")

    assert stated_language(path) is Language.ZH


def test_a_print_of_another_program_looks_like_one_also_alone(
    there: Workspace, session: Session, tmp_path: Path
) -> None:
    path = foreign(tmp_path / "打印.pdf", session.history.revision(1).code)

    assert "volume.pdf.alone_printed" in ids(check(there, path).notes)


def test_the_same_words_drawn_anew_are_to_be_looked_at_and_not_called_altered(
    here: Workspace, pdf: Path, tmp_path: Path
) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf.read_bytes()))
    for page in writer.pages:
        page.scale_by(0.99)
    writer.write(tmp_path / "重印.pdf")

    checked = check(here, tmp_path / "重印.pdf")

    assert ids(checked.notes) == {"volume.pdf.redrawn"}
    assert checked.verdict is Verdict.RESAVED


def test_an_untouched_workbook_comes_in_as_the_revision_it_is(
    here: Workspace, there: Workspace, session: Session, workbook: Path, pdf: Path
) -> None:
    made = session.history.revision(1)
    hand_in = there.read_file(workbook)

    brought = there.bring_in(hand_in, (), IfExists.KEEP)

    assert brought is not None
    revision = brought.history.revision(1)
    assert (revision.code, revision.content) == (made.code, made.content)
    assert (revision.number, revision.finalised) == (made.number, made.finalised)
    (row,) = there.rows()
    assert (row.summary.state, row.summary.revision) == ("finalised", 1)
    assert check(there, pdf).verdict is Verdict.SAME
    assert check(there, workbook).verdict is Verdict.SAME


def test_a_workbook_that_was_altered_comes_in_as_a_draft(there: Workspace, workbook: Path) -> None:
    fill(workbook, {("items", "5.1", "claimed"): 3})
    hand_in = there.read_file(workbook)

    brought = there.bring_in(hand_in, hand_in.differences, IfExists.KEEP)

    assert hand_in.was_altered
    assert brought is not None
    (row,) = there.rows()
    assert (row.summary.state, row.summary.revision) == ("draft", 0)


def test_a_workbook_with_an_altered_score_is_no_revision_either(
    there: Workspace, workbook: Path
) -> None:
    fill(workbook, {("result", "supported", "value"): "88.0"})

    assert there.read_file(workbook).was_altered
