"""A process that ends in native code leaves a trace, without paths, for the next start."""

import subprocess
import sys
from pathlib import Path

from digicom_desktop.fatal_trace import last_end, shortened

# Not in the process of the tests, which has a trace of its own.
RUN = """
import sys
from pathlib import Path
from digicom_desktop.fatal_trace import FatalTrace
from digicom_desktop.log import Log, Event
folder = Path(sys.argv[1])
log, trace = Log(), FatalTrace()
trace.listen(folder)
log.keep_in(folder)
log.note(Event.START)
trace.listen(folder)
if "other" not in sys.argv:
    print(trace.take())
if "crash" in sys.argv:
    import faulthandler
    faulthandler._sigabrt()
trace.end()
"""


def _run(folder: Path, *what: str) -> str:
    command = [sys.executable, "-c", RUN, str(folder), *what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == ("crash" in what), done.stderr
    return done.stdout.strip()


def test_the_next_start_hears_of_it_once(tmp_path: Path) -> None:
    assert _run(tmp_path) == "False"
    _run(tmp_path, "crash")
    assert (tmp_path / "logs" / "fatal.log").stat().st_size > 0
    assert _run(tmp_path) == "True"
    left = last_end(tmp_path)
    assert "Fatal Python error: Aborted" in left
    assert "<string>" in left
    assert _run(tmp_path) == "False"
    assert last_end(tmp_path) == left
    assert not (tmp_path / "logs" / "fatal.log").exists()


def test_a_second_program_on_the_same_folder_leaves_it_to_the_first(tmp_path: Path) -> None:
    _run(tmp_path)
    fatal = tmp_path / "logs" / "fatal.log"
    fatal.write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    _run(tmp_path, "other")
    assert fatal.read_text(encoding="utf-8") == "Fatal Python error: Aborted\n"


def test_of_a_trace_only_what_is_known_to_be_one_remains() -> None:
    said = shortened(
        "Fatal Python error: Segmentation fault\n"
        "\n"
        "Current thread 0x00007f19 (most recent call first):\n"
        '  File "/home/张三/青禾里/digicom_desktop/ui/rail.py", line 12 in paintEvent\n'
        '  File "C:\\Users\\张三\\run.py", line 3 in <module>\n'
        '  File "/home/张三/a very long…\n'
        "  ...\n"
        "Thread 0x00007f20 [张三] (most recent call first):\n"
        "Windows fatal exception: access violation\n"
        "Extension modules: 张三._x (total: 1)\n"
        "青禾里\n"
    )
    assert said == (
        "Fatal Python error: Segmentation fault\n"
        "Current thread 0x00007f19 (most recent call first):\n"
        "  digicom_desktop/ui/rail.py:12 paintEvent\n"
        "  run.py:3 <module>\n"
        "Thread 0x00007f20 \n"
        "Windows fatal exception: access violation\n"
    )
