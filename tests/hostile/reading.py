"""python -m tests.hostile.reading FOLDER: reads every file of it, in one process of 400 MB.

Prints JSON: by file name the id of the sentence that it got, its values, whether the content was
the honest one, seconds and the greatest memory so far in MB.
"""

import json
import resource
import sys
import time
from pathlib import Path

from digicom_desktop.documents.workbook_reader import read_workbook
from digicom_desktop.errors import DigicomError

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
    except Exception as raised:
        raised.add_note(path.name)
        raise
    return {
        "error": error,
        "values": values,
        "content": content,
        "seconds": time.perf_counter() - start,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
