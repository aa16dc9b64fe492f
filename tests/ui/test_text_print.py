"""What is printed is the whole text, on pages that a person can read."""

import re
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.guideline_page import GuidelinePage, blocks
from digicom_desktop.ui.text_print import Block, page_layout, print_text


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    theme.load_fonts(resources_folder() / "fonts")


def _printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(page_layout())
    return printer


def _pages(path: Path) -> list[str]:
    """The texts; Qt writes some characters as the radicals that look the same."""
    return [
        re.sub(r"\s", "", unicodedata.normalize("NFKC", page.extract_text()))
        for page in PdfReader(path).pages
    ]


def test_the_guideline_is_printed_word_for_word_with_numbered_pages(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(resources_folder())
    edition = library.edition(library.newest_edition_id())
    page = GuidelinePage(edition, library.words(Language.EN))
    qtbot.addWidget(page)
    page.show()
    path = tmp_path / "guideline.pdf"

    def choose_a_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose_a_file)
    (button,) = [
        b for b in page.findChildren(IconButton) if b.accessibleName() == "Print the guideline"
    ]
    button.click()
    pages = _pages(path)
    issuer = edition.issuer.zh
    for number, text in enumerate(pages, 1):
        assert issuer in text
        assert f"{number}/{len(pages)}" in text
    said = "".join(
        text.removesuffix(f"{issuer}{number}/{len(pages)}") for number, text in enumerate(pages, 1)
    )
    meant = re.sub(r"\s", "", "".join(block.text for block in blocks(edition.source)))
    meant = unicodedata.normalize("NFKC", meant)
    assert len(said) == len(meant)
    # 户, 车 and 长 come back as radicals of which nothing is known but their looks.
    assert {a for a, b in zip(meant, said, strict=True) if a != b} <= {*"户车长"}
    assert PdfReader(path).pages[0].mediabox.width == pytest.approx(595, abs=1)


def test_no_page_ends_in_a_heading(tmp_path: Path) -> None:
    said = []
    for number in range(60):
        said.append(Block(2, f"标题{number}甲"))
        said.append(Block(3, f"小标题{number}乙"))
        said.append(Block(0, f"正文{number}丙，" + "说明文字" * (20 + number % 7)))
    print_text(_printer(tmp_path / "a.pdf"), "脚注", said)
    pages = _pages(tmp_path / "a.pdf")
    assert len(pages) > 5
    for text in pages:
        without_foot = re.sub(r"脚注|\d+/\d+$", "", text)
        assert re.search(r"(甲|乙)$", without_foot) is None, without_foot[-30:]


def test_only_the_pages_that_are_asked_for_are_printed(tmp_path: Path) -> None:
    printer = _printer(tmp_path / "a.pdf")
    printer.setFromTo(2, 3)
    print_text(printer, "", [Block(0, f"第{n}段" + "文字" * 300) for n in range(30)])
    pages = _pages(tmp_path / "a.pdf")
    assert len(pages) == 2
    assert "2/" in pages[0]
