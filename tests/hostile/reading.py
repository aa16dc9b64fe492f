"""python -m tests.hostile.reading FOLDER: reads every file of it, in one process of 400 MB.

Prints JSON: by file name the id of the sentence that it got and its values, its content, what the
whole import and the reader of packages said, seconds and the greatest memory so far in MB.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from digicom_desktop.documents.package_reader import read_package
from digicom_desktop.documents.workbook_reader import read_workbook
from digicom_desktop.errors import DigicomError
from digicom_desktop.incoming import read_file
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

LIBRARY = Library(resources_folder())
MEMORY = 400 << 20


def main(folder: Path) -> None:
    """Read all files of ``folder``; what is no DigicomError ends the process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    results = {path.name: _read(path) for path in sorted(folder.iterdir())}
    print(json.dumps(results))


def _read(path: Path) -> dict[str, object]:
    start = time.perf_counter()
    error, content = "", ""
    values: dict[str, str] = {}
    try:
        content = read_workbook(path).data("content")
    except DigicomError as raised:
        error, values = raised.id, {name: str(value) for name, value in raised.values.items()}
    seconds = time.perf_counter() - start
    return {
        "import": error or _said(lambda: read_file(LIBRARY, path)),
        "package": _said(lambda: read_package(path)),
        "error": error,
        "values": values,
        "content": content,
        "seconds": seconds,
        "memory": _greatest_memory(),
    }


def _greatest_memory() -> float:
    """MB, of this program alone: what getrusage tells begins with that of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _said(read: Callable[[], object]) -> str:
    """The id of the error that ``read`` raises, "" if none."""
    try:
        read()
    except DigicomError as error:
        return error.id
    return ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
