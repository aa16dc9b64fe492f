"""What the log says, where it lies, and that nothing of a person can get into it."""

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.log import Event, Log, place_of, trail

TOLD = "机密 secret 青禾里"


class _Clock:
    """Each look at it is a second later."""

    def __init__(self) -> None:
        self._time = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._time += timedelta(seconds=1)
        return self._time


def _lines(folder: Path) -> list[str]:
    return (folder / "logs" / "digicom.log").read_text(encoding="utf-8").splitlines()


def _failed() -> DigicomError:
    try:
        try:
            raise OSError(28, TOLD, f"/home/{TOLD}/x")
        except OSError as error:
            raise DigicomError("files.disk_full", path=f"/home/{TOLD}") from error
    except DigicomError as error:
        return error


def test_an_event_is_a_line_with_its_time_and_numbers(tmp_path: Path) -> None:
    log = Log(_Clock())
    log.keep_in(tmp_path)
    log.note(Event.OPENED, assessments=3, milliseconds=41)
    log.note(Event.RESTORED, whole=True)
    assert _lines(tmp_path) == [
        "2026-05-04T03:02:02.000000Z opened assessments=3 milliseconds=41",
        "2026-05-04T03:02:03.000000Z restored whole=1",
    ]


def test_what_happens_before_the_folder_is_known_is_written_once_it_is(tmp_path: Path) -> None:
    log = Log(_Clock())
    log.note(Event.START)
    assert list(tmp_path.iterdir()) == []
    assert log.texts() == {"digicom.log": "2026-05-04T03:02:02.000000Z start\n"}
    log.keep_in(tmp_path)
    log.let_go()
    log.note(Event.MOVED)
    assert _lines(tmp_path) == ["2026-05-04T03:02:02.000000Z start"]
    log.keep_in(tmp_path / "gone")
    log.keep_in(tmp_path)
    assert len(_lines(tmp_path)) == 2


def test_a_failure_says_types_ids_and_places_and_no_message(tmp_path: Path) -> None:
    log = Log()
    log.keep_in(tmp_path)
    log.failure(Event.CRASH, _failed())
    (line,) = _lines(tmp_path)
    assert "crash DigicomError files.disk_full @ test_log.py:" in line
    assert "; OSError @ test_log.py:" in line
    assert line.endswith(" _failed")
    assert "secret" not in line


@pytest.mark.parametrize("id", [TOLD, f"files.{TOLD}", "/home/me", "a\nb"])
def test_what_is_no_id_of_a_sentence_is_not_written(id: str) -> None:
    assert list(trail(DigicomError(id))) == ["DigicomError ?"]


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("/home/me/digicom_desktop/ui/rail.py", "digicom_desktop/ui/rail.py"),
        ("/home/me/x/digicom_desktop/app.py", "digicom_desktop/app.py"),
        (r"C:\Users\me\site-packages\digicom_desktop\app.py", "digicom_desktop/app.py"),
        ("digicom_desktop/store/migrations/__init__.py",) * 2,
        ("/home/me/v/lib/python3.11/site-packages/peewee.py", "peewee.py"),
        ("/v/site-packages/openpyxl/cell/cell.py", "openpyxl/cell/cell.py"),
        ("/home/me/run.py", "run.py"),
        ("/home/digicom_desktop/of me/a/b/c/d.py", "d.py"),
        ("/home/me/我 x", "?"),
        ("<frozen importlib._bootstrap>",) * 2,
        ("", "?"),
    ],
)
def test_of_a_path_only_the_part_inside_a_package_is_said(file: str, place: str) -> None:
    assert place_of(file) == place


def test_the_same_failure_again_is_only_counted(tmp_path: Path) -> None:
    log = Log()
    log.keep_in(tmp_path)
    error = _failed()
    for _ in range(1000):
        log.failure(Event.CRASH, error)
    assert len(_lines(tmp_path)) == 1
    log.note(Event.END)
    _, repeated, end = _lines(tmp_path)
    assert repeated.endswith("repeated times=999")
    assert end.endswith("end")


def test_an_endless_recursion_is_cut_short() -> None:
    def fall(depth: int) -> None:
        fall(depth + 1)

    with pytest.raises(RecursionError) as caught:
        fall(0)
    (said,) = trail(caught.value)
    assert said.count("fall") == 40


def test_a_full_file_gives_way_and_the_oldest_is_dropped(tmp_path: Path) -> None:
    log = Log(_Clock())
    log.keep_in(tmp_path)
    for number in range(20_000):
        log.note(Event.BACKUP, bytes=10**40 + number)
    logs = tmp_path / "logs"
    sizes = {path.name: path.stat().st_size for path in logs.iterdir()}
    assert set(sizes) == {"digicom.log", "digicom.log.1", "digicom.log.2"}
    assert all(size <= 256 * 1024 for size in sizes.values())
    texts = log.texts()
    assert list(texts) == ["digicom.log.2", "digicom.log.1", "digicom.log"]
    lines = "".join(texts.values()).splitlines()
    assert lines == sorted(lines)
    assert lines[-1].endswith("19999")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_this_person_may_read_it(tmp_path: Path) -> None:
    log = Log()
    log.keep_in(tmp_path)
    log.note(Event.START)
    logs = tmp_path / "logs"
    assert stat.S_IMODE(logs.stat().st_mode) == 0o700
    assert stat.S_IMODE((logs / "digicom.log").stat().st_mode) == 0o600


def test_a_log_that_cannot_be_written_is_given_up_in_silence(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"")
    log = Log()
    log.keep_in(tmp_path)
    log.note(Event.START)
    for _ in range(2000):
        log.note(Event.BACKUP)
    assert len(log.texts()["digicom.log"].splitlines()) == 500
    (tmp_path / "logs").unlink()
    log.note(Event.END)
    assert _lines(tmp_path)[-1].endswith("end")


def test_no_folder_of_data_is_made_for_it(tmp_path: Path) -> None:
    log = Log()
    log.keep_in(tmp_path / "unplugged")
    log.note(Event.START)
    assert list(tmp_path.iterdir()) == []


def test_an_error_that_passes_is_noted(tmp_path: Path) -> None:
    log = Log()
    with pytest.raises(DigicomError), log.noting(Event.NOT_WRITTEN):
        raise _failed()
    assert " not_written DigicomError files.disk_full " in log.texts()["digicom.log"]
