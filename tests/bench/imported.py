"""A workbook that comes back: guard and reader, and all of the import."""

from collections.abc import Iterator
from pathlib import Path

from digicom_desktop.documents.workbook_reader import check_workbook, read_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.incoming import read_file
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace
from tests.bench.timing import median

_TIMES = 15


def measure(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Rows of name, milliseconds and goal, of the sample's workbook."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    report = workspace.add_sample().report(Language.ZH)
    path = folder / "sample.xlsx"

    def write_and_check() -> None:
        write_workbook(report, path)
        check_workbook(report, path)

    yield "workbook, written and checked", median(write_and_check, _TIMES), ""
    yield "workbook, guarded and read", median(lambda: read_workbook(path), _TIMES), "<= 100"
    library = workspace.library
    yield "workbook, imported", median(lambda: read_file(library, path), _TIMES), "<= 100"
    workspace.close()
