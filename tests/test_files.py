import errno
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import (
    Step,
    sync_folder,
    write_bytes,
    write_whole,
)
from tests.small_disk import small_disk
from tests.unprivileged import run_unprivileged

ROOT = Path(__file__).resolve().parents[1]
REPLACE_WITHOUT_END = """
import sys
from pathlib import Path
from digicom_desktop.files import write_bytes
number = 0
while True:
    number += 1
    write_bytes(Path(sys.argv[1]), (b"%d " % number) * 40_000)
    print(number, flush=True)
"""
WRITE = """
import sys
from pathlib import Path
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
try:
    write_bytes(Path(sys.argv[1]), b"new")
    print("written")
except DigicomError as error:
    print(error.id)
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there already, alone in its folder."""
    path = tmp_path / "导出" / "自评报告.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def only_file(target: Path) -> bytes:
    """The content of ``target``, which must be alone in its folder."""
    assert list(target.parent.iterdir()) == [target]
    return target.read_bytes()


def test_a_new_file_is_written(target: Path) -> None:
    target.unlink()
    write_bytes(target, b"new")
    assert only_file(target) == b"new"


def test_an_existing_file_is_replaced(target: Path) -> None:
    write_bytes(target, b"new")
    assert only_file(target) == b"new"


def test_the_writer_gets_an_empty_hidden_file_beside_the_target_with_its_suffix(
    target: Path,
) -> None:
    seen = []

    def write(path: Path) -> None:
        seen.append(path)
        assert path.read_bytes() == b""
        path.write_bytes(b"new")

    write_whole(target, write)
    (path,) = seen
    assert path.parent == target.parent
    assert path.suffix == ".xlsx"
    assert path.name.startswith(".")


def test_a_writer_that_replaces_its_file_is_served_too(target: Path) -> None:
    def write(path: Path) -> None:
        other = path.with_suffix(".tmp")
        other.write_bytes(b"new")
        other.replace(path)

    write_whole(target, write)
    assert only_file(target) == b"new"


def test_what_is_verified_is_what_was_written_and_before_it_is_in_place(target: Path) -> None:
    def verify(path: Path) -> None:
        assert path.read_bytes() == b"new"
        assert target.read_bytes() == b"old"

    write_whole(target, lambda path: _write(path, b"new"), verify)
    assert only_file(target) == b"new"


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def test_a_failing_verification_leaves_the_old_file_and_nothing_else(target: Path) -> None:
    def verify(path: Path) -> None:
        raise DigicomError("workbook.differs", path=path)

    with pytest.raises(DigicomError, match=r"workbook\.differs"):
        write_whole(target, lambda path: _write(path, b"new"), verify)
    assert only_file(target) == b"old"


@pytest.mark.parametrize("error", [ValueError("a bug"), KeyboardInterrupt()])
def test_a_writer_that_breaks_off_leaves_the_old_file_and_nothing_else(
    target: Path, error: BaseException
) -> None:
    def write(path: Path) -> None:
        path.write_bytes(b"half")
        raise error

    with pytest.raises(type(error)):
        write_whole(target, write)
    assert only_file(target) == b"old"


def test_a_full_disk_while_writing_leaves_the_old_file_and_is_said(target: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no file that is always full")

    def write(path: Path) -> None:
        path.write_bytes(b"half")
        with Path("/dev/full").open("wb", buffering=0) as full:
            full.write(b"x")

    with pytest.raises(DigicomError, match=r"files\.disk_full"):
        write_whole(target, write)
    assert only_file(target) == b"old"


def test_a_full_disk_is_told_where_the_system_has_no_word_for_it(tiny_disk: Path) -> None:
    def write(path: Path) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    with pytest.raises(DigicomError, match=r"files\.disk_full"):
        write_whole(tiny_disk / "a.pdf", write)


def test_what_else_is_invalid_is_not_told_as_a_full_disk(target: Path) -> None:
    def write(path: Path) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    with pytest.raises(DigicomError, match=r"files\.failed"):
        write_whole(target, write)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB."""
    with small_disk(tmp_path, 64) as place:
        yield place


def test_on_a_really_full_disk_the_old_file_stays(tiny_disk: Path) -> None:
    target = tiny_disk / "a.pdf"
    write_bytes(target, b"old" * 10_000)
    with pytest.raises(DigicomError, match=r"files\.disk_full"):
        write_bytes(target, b"new" * 20_000)
    assert only_file(target) == b"old" * 10_000


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(DigicomError, match=r"files\.folder_missing"):
        write_bytes(tmp_path / "gone" / "a.pdf", b"new")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DigicomError, match=r"files\.folder_missing"):
        write_bytes(tmp_path / "file" / "a.pdf", b"new")


def test_a_missing_part_of_the_writer_is_not_taken_for_a_missing_folder(target: Path) -> None:
    with pytest.raises(DigicomError, match=r"files\.failed") as caught:
        write_whole(target, lambda _: _write(target.parent / "no" / "font.ttf", b""))
    assert caught.value.values["reason"]


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(DigicomError, match=r"files\.name_too_long"):
        write_bytes(tmp_path / ("测" * 100 + ".pdf"), b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_a_device_is_not_replaced(tmp_path: Path) -> None:
    for target in (tmp_path, Path(os.devnull)):
        with pytest.raises(DigicomError, match=r"files\.not_a_file"):
            write_bytes(target, b"new")


def test_a_place_where_nobody_may_write_is_said(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("folders are not made read-only there")
    if os.geteuid() == 0:
        place = Path("/proc")
    else:
        place = tmp_path
        place.chmod(0o500)
    with pytest.raises(DigicomError, match=r"files\.(unwritable|failed)"):
        write_bytes(place / "a.pdf", b"new")


@pytest.mark.parametrize(
    ("mode", "said", "content"),
    [(0o300, "written", b"new"), (0o500, "files.unwritable", b"old")],
)
def test_what_is_said_of_a_folder_is_what_happened_in_it(
    target: Path, mode: int, said: str, content: bytes
) -> None:
    """A folder that may be written but not read, as a letter box, takes the file all the same."""
    target.parent.chmod(mode)
    try:
        assert run_unprivileged(WRITE, target) == [said]
    finally:
        target.parent.chmod(0o700)
    assert only_file(target) == content


def test_only_a_folder_that_cannot_be_flushed_at_all_is_passed_over(tmp_path: Path) -> None:
    sync_folder(tmp_path)
    if sys.platform == "linux":
        sync_folder(Path("/proc"))  # EINVAL
    if sys.platform != "win32":
        with pytest.raises(FileNotFoundError):
            sync_folder(tmp_path / "gone")


@pytest.fixture
def held(target: Path) -> Iterator[Path]:
    """A target that cannot be replaced, as one that is open in Excel."""
    if sys.platform == "win32":
        with target.open("rb"):
            yield target
        return
    if not _chattr("+i", target):
        pytest.skip("no file can be held here")
    yield target
    _chattr("-i", target)


def _chattr(flag: str, path: Path) -> bool:
    if shutil.which("chattr") is None:
        return False
    return subprocess.run(["chattr", flag, str(path)], capture_output=True).returncode == 0


def test_a_target_that_stays_open_elsewhere_is_said_after_two_seconds(held: Path) -> None:
    started = time.monotonic()
    with pytest.raises(DigicomError, match=r"files\.target_open"):
        write_bytes(held, b"new")
    assert 2 <= time.monotonic() - started < 4
    assert only_file(held) == b"old"


def test_a_target_that_is_let_go_in_time_is_replaced(held: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the fixture holds it to the end")
    timer = threading.Timer(0.4, _chattr, ("-i", held))
    timer.start()
    write_bytes(held, b"new")
    timer.join()
    assert only_file(held) == b"new"


def test_the_steps_are_told_in_order_before_each_begins(target: Path) -> None:
    told: list[object] = []

    def write(path: Path) -> None:
        told.append("write")
        path.write_bytes(b"new")

    write_whole(
        target,
        write,
        lambda path: told.append("verify"),
        told.append,
    )
    assert told == [
        Step.WRITING,
        "write",
        Step.READING,
        Step.COMPARING,
        "verify",
        Step.PLACING,
    ]


@pytest.mark.parametrize("last", list(Step))
def test_whoever_calls_it_off_finds_what_was_there_before(target: Path, last: Step) -> None:
    def call_off(step: Step) -> None:
        if step is last:
            raise DigicomError("files.cancelled", path=target)

    with pytest.raises(DigicomError, match=r"files\.cancelled"):
        write_whole(target, lambda path: _write(path, b"new"), lambda _: None, call_off)
    assert only_file(target) == b"old"


def test_a_read_only_file_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(DigicomError, match=r"files\.read_only"):
        write_bytes(target, b"new")
    assert only_file(target) == b"old"
    target.chmod(0o644)


@pytest.mark.parametrize("is_there", [True, False])
def test_what_others_wrote_meanwhile_is_not_replaced(target: Path, is_there: bool) -> None:
    if not is_there:
        target.unlink()

    def write(path: Path) -> None:
        path.write_bytes(b"new")
        target.write_bytes(b"theirs")

    with pytest.raises(DigicomError, match=r"files\.changed_meanwhile"):
        write_whole(target, write)
    assert only_file(target) == b"theirs"


def test_a_file_that_others_removed_meanwhile_is_written_all_the_same(target: Path) -> None:
    def write(path: Path) -> None:
        path.write_bytes(b"new")
        target.unlink()

    write_whole(target, write)
    assert only_file(target) == b"new"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENODEV, errno.ENXIO])
def test_a_disk_that_does_not_answer_any_more_is_said(target: Path, number: int) -> None:
    def write(path: Path) -> None:
        raise OSError(number, os.strerror(number), str(path))

    with pytest.raises(DigicomError, match=r"files\.vanished"):
        write_whole(target, write)
    assert only_file(target) == b"old"


def test_a_file_that_went_away_while_it_was_written_is_said(target: Path) -> None:
    def write(path: Path) -> None:
        path.write_bytes(b"new")
        path.unlink()

    with pytest.raises(DigicomError, match=r"files\.vanished"):
        write_whole(target, write)
    assert only_file(target) == b"old"


def test_a_disk_that_is_pulled_out_meanwhile_is_said(tmp_path: Path) -> None:
    """The mount point stays, as with a stick that has a fixed place."""
    with small_disk(tmp_path, 64) as place:

        def write(path: Path) -> None:
            path.write_bytes(b"new")
            subprocess.run(["umount", "-l", str(place)], check=True)

        with pytest.raises(DigicomError, match=r"files\.vanished"):
            write_whole(place / "a.pdf", write)
        assert list(place.iterdir()) == []
        subprocess.run(["mount", "-t", "tmpfs", "digicom-test", str(place)], check=True)


def test_a_folder_that_went_away_meanwhile_is_said(target: Path) -> None:
    def write(path: Path) -> None:
        path.write_bytes(b"new")
        shutil.rmtree(path.parent)

    with pytest.raises(DigicomError, match=r"files\.folder_missing"):
        write_whole(target, write)


def test_a_link_is_followed_not_replaced(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no links can be made here")
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert only_file(target) == b"new"


def test_a_replaced_file_stays_as_readable_as_it_was(target: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no such modes")
    for mode in (0o600, 0o644, 0o664):
        target.chmod(mode)
        write_bytes(target, b"new")
        assert stat.S_IMODE(target.stat().st_mode) == mode


def test_killed_processes_leave_a_whole_file_that_is_not_older_than_acknowledged(
    target: Path,
) -> None:
    last = 0
    for trial in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", REPLACE_WITHOUT_END, str(target)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        assert child.stdout is not None
        for _ in range(trial + 1):
            child.stdout.readline()
        child.kill()
        numbers = child.communicate()[0].split(b"\n")[:-1]
        content = target.read_bytes()
        number = int(content.split()[0])
        assert content == (b"%d " % number) * 40_000
        assert number >= int(numbers[-1] if numbers else trial + 1)
        last = max(last, number)
    assert last > 10


def leftover(folder: Path, name: str, hours: float) -> Path:
    """A file that was last written so long ago."""
    path = folder / name
    path.write_bytes(b"half")
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def test_what_a_killed_export_left_is_removed_by_the_next_one_there(target: Path) -> None:
    for name in (".digicom-0123456789ab.xlsx", ".digicom-ba9876543210.pdf", ".digicom-" + "0" * 12):
        leftover(target.parent, name, hours=25)
    write_bytes(target, b"new")
    assert only_file(target) == b"new"


def test_only_our_own_old_leftovers_are_removed(target: Path) -> None:
    kept = [
        leftover(target.parent, ".digicom-0123456789ab.xlsx", hours=23),  # perhaps not dead yet
        leftover(target.parent, ".digicom-fedcba987654.xlsx", hours=-48),
        leftover(target.parent, ".digicom-0123456789abc.xlsx", hours=48),
        leftover(target.parent, ".digicom-notes.xlsx", hours=48),
        leftover(target.parent, "x.digicom-0123456789ab.xlsx", hours=48),
        leftover(target.parent, ".digicom-ABCDEFABCDEF.xlsx", hours=48),
        leftover(target.parent.parent, ".digicom-0123456789ab.pdf", hours=48),
    ]
    folder = target.parent / ".digicom-aaaaaaaaaaaa.pdf"
    folder.mkdir()
    os.utime(folder, (0, 0))
    write_bytes(target, b"new")
    assert all(path.exists() for path in [*kept, folder])


def test_a_leftover_that_cannot_be_removed_stops_nothing(target: Path) -> None:
    stuck = leftover(target.parent, ".digicom-0123456789ab.xlsx", hours=48)
    if not _chattr("+i", stuck):
        pytest.skip("no file can be held here")
    try:
        write_bytes(target, b"new")
    finally:
        _chattr("-i", stuck)
    assert target.read_bytes() == b"new"


def test_a_large_file_is_compared_in_pieces(target: Path) -> None:
    content = hashlib.sha256(b"seed").digest() * 100_000
    write_bytes(target, content)
    assert only_file(target) == content
