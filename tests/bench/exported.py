"""The workbook and the PDF: the first of a process, and those after it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median as middle

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace
from tests.bench.timing import median, milliseconds

_FRESH_PROCESSES = 5


def measure(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Rows of name, milliseconds and goal; each "first" in a process of its own."""
    runs = [_in_fresh_process(folder / str(number)) for number in range(_FRESH_PROCESSES)]

    def over_runs(key: str) -> float:
        return middle(run[key] for run in runs)

    yield "workbook, first (with loading openpyxl)", over_runs("workbook_first"), "<= 150"
    yield "workbook, after", over_runs("workbook"), "<= 30"
    yield "PDF, first (with loading reportlab and fonts)", over_runs("pdf_first"), "<= 400"
    yield "PDF after, a page", over_runs("pdf_page"), "<= 10"


def _in_fresh_process(folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.exported", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    times: dict[str, float] = json.loads(done.stdout)
    return times


def _measure_here(folder: Path) -> dict[str, float]:
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    report = workspace.add_sample().report(Language.ZH)
    workspace.close()
    pdf_first = milliseconds(lambda: _write_pdf(report, folder / "first.pdf"))
    workbook_first = milliseconds(lambda: _write_workbook(report, folder / "first.xlsx"))
    pages = _pages(folder / "first.pdf")
    return {
        "workbook_first": workbook_first,
        "workbook": median(lambda: _write_workbook(report, folder / "next.xlsx"), 10),
        "pdf_first": pdf_first,
        "pdf_page": median(lambda: _write_pdf(report, folder / "next.pdf"), 5) / pages,
    }


def _write_workbook(report: Report, path: Path) -> None:
    from digicom_desktop.documents.workbook_writer import write_workbook

    write_workbook(report, path)


def _write_pdf(report: Report, path: Path) -> None:
    from digicom_desktop.documents.pdf_report import write_pdf

    write_pdf(report, path)


def _pages(path: Path) -> int:
    from pypdf import PdfReader

    return len(PdfReader(path).pages)


if __name__ == "__main__":
    print(json.dumps(_measure_here(Path(sys.argv[1]))))
